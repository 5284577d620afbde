"""What is set over or beside a picture: titles, logos, speech bubbles, steps, charts, tables; typed and frozen."""

import base64
import binascii
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from cavendish.plan.lettering import check, typeface

LAYOUTS = ("poster", "cover", "banner", "card", "menu", "thumbnail", "infographic", "label")
"""Canvases of panels; without one, what is set lies over the picture."""
SPOTS = ("top left", "top", "top right", "left", "middle", "right", "bottom left", "bottom", "bottom right")
MOST_STEPS = 12
MOST_VALUES = 24
MOST_SLICES = 12
MOST_TEXTS, MOST_BUBBLES = 8, 6
_LOGO = 400_000  # characters of a logo in base64, at most

Layout = Literal["poster", "cover", "banner", "card", "menu", "thumbnail", "infographic", "label"]
Spot = Literal[
    "top left", "top", "top right", "left", "middle", "right", "bottom left", "bottom", "bottom right"
]
Role = Literal["title", "subtitle", "caption", "body"]


def _drawable(text: str) -> str:
    check(text)
    return text


def _font(words: str) -> str:
    typeface(words)
    return words


def _image(data: str) -> str:
    try:
        head = base64.b64decode(data, validate=True)[:8]
    except (ValueError, binascii.Error):
        raise ValueError("image: expected a PNG in base64, got something else") from None
    if head != b"\x89PNG\r\n\x1a\n":
        raise ValueError("image: expected a PNG in base64, got something else")
    return data


Words = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_drawable)]
Font = Annotated[str, Field(max_length=60), AfterValidator(_font)]
Hex = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Text(_Frozen):
    """A text over or beside the picture."""

    text: Words = Field(description="Spelled as it is to be seen.")
    role: Role = Field(default="title", description="How large it is relative to the others.")
    at: Spot | None = Field(default=None, description="Where; the layout decides if left out.")
    font: Font | None = Field(default=None, description="Its letters in words: 'bold sans'.")
    color: Hex | None = Field(default=None, description="'#rrggbb'; chosen to be read if left out.")


class Logo(_Frozen):
    """An image placed over the picture."""

    image: Annotated[str, Field(max_length=_LOGO), AfterValidator(_image)] = Field(
        description="PNG in base64."
    )
    at: Spot = Field(default="top right", description="Where it is set.")


class Bubble(_Frozen):
    """What is said, in a bubble with a tail."""

    text: Words = Field(description="Spelled as it is to be seen.")
    to: str | None = Field(
        default=None, description="The id of the thing that says it; its tail points there."
    )


class Step(_Frozen):
    """A panel of an infographic."""

    text: Words = Field(description="What it says.")
    icon: str | None = Field(
        default=None, max_length=40, description="A kind the library has, painted small."
    )


class Series(_Frozen):
    """Numbers of one name, one for each label of the chart."""

    name: str = Field(default="", max_length=60, description="What the numbers are.")
    values: tuple[float, ...] = Field(min_length=1, max_length=MOST_VALUES, description="One for each label.")


class Chart(_Frozen):
    """Bars, lines or a pie drawn from given numbers."""

    form: Literal["bar", "line", "pie"] = Field(
        default="bar", description="Bars, lines or the shares of a whole."
    )
    labels: tuple[Words, ...] = Field(min_length=1, max_length=MOST_VALUES, description="Along the foot.")
    series: tuple[Series, ...] = Field(min_length=1, max_length=4, description="The numbers.")
    unit: str = Field(default="", max_length=40, description="What the numbers count.")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for one in self.series:
            if len(one.values) != len(self.labels):
                raise ValueError(
                    f"chart: expected {len(self.labels)} values, one a label, got {len(one.values)} ({one.name})"
                )
        if self.form == "pie":
            if len(self.series) != 1 or len(self.labels) > MOST_SLICES:
                got = f"{len(self.series)} series of {len(self.labels)}"
                raise ValueError(f"pie chart: expected one series of at most {MOST_SLICES} values, got {got}")
            if min(self.series[0].values) < 0 or sum(self.series[0].values) <= 0:
                raise ValueError("pie chart: expected shares of a whole, got a number below 0, or only zeros")
        return self


class Table(_Frozen):
    """Rows of cells under a row of heads."""

    heads: tuple[str, ...] = Field(min_length=1, max_length=8, description="The names of the columns.")
    rows: tuple[tuple[str, ...], ...] = Field(min_length=1, max_length=MOST_VALUES, description="The cells.")

    @model_validator(mode="after")
    def _even(self) -> Self:
        for row in self.rows:
            if len(row) != len(self.heads):
                raise ValueError(f"table: expected rows of {len(self.heads)} cells, got {len(row)}")
        return self


class Item(_Frozen):
    """A line of a menu."""

    name: Words = Field(description="What is offered.")
    price: str = Field(default="", max_length=20, description="As it is to be seen, such as '€4.50'.")


class Look(_Frozen):
    """Colours and letters of a brand."""

    name: str = Field(default="", max_length=60, description="Whose they are.")
    ground: Hex | None = Field(default=None, description="What lies under the text.")
    ink: Hex | None = Field(default=None, description="The text.")
    accent: Hex | None = Field(default=None, description="Numbers, bars, rules.")
    title_font: Font | None = Field(default=None, description="Titles, in words: 'bold serif'.")
    body_font: Font | None = Field(default=None, description="Everything else.")


class Design(_Frozen):
    """All that is set over or beside the picture."""

    layout: Layout | None = Field(
        default=None, description="A canvas of panels; over the picture if left out."
    )
    texts: tuple[Text, ...] = Field(default=(), max_length=MOST_TEXTS, description="Titles and captions.")
    logos: tuple[Logo, ...] = Field(default=(), max_length=3, description="Images such as a brand's logo.")
    bubbles: tuple[Bubble, ...] = Field(default=(), max_length=MOST_BUBBLES, description="What things say.")
    steps: tuple[Step, ...] = Field(default=(), max_length=MOST_STEPS, description="Panels in order.")
    numbered: bool = Field(default=True, description="Whether the panels are numbered, with arrows between.")
    chart: Chart | None = Field(default=None, description="Bars, lines or a pie.")
    table: Table | None = Field(default=None, description="Rows and columns.")
    menu: tuple[Item, ...] = Field(default=(), max_length=MOST_VALUES, description="What a menu offers.")
    source: str | None = Field(default=None, max_length=120, description="Where the numbers come from.")
    date: str | None = Field(default=None, max_length=40, description="When they were true.")
    brand: Look = Field(default=Look(), description="Colours and letters.")

    @property
    def paneled(self) -> bool:
        """Whether its canvas is panels alone, without a picture of its own."""
        return self.layout == "infographic"


MODELS: dict[str, type[BaseModel]] = {
    "texts": Text,
    "logos": Logo,
    "bubbles": Bubble,
    "steps": Step,
    "chart": Chart,
    "series": Series,
    "table": Table,
    "menu": Item,
    "brand": Look,
}
"""What each field of a design holds."""
