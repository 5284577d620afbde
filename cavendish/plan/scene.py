"""How a plan's picture is taken: the canvas, the camera, the light, the look."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from cavendish.plan.lexicon import Aspect, Decor, Finish, Framing, Look, Quality, Scheme, Stuff, Time, View
from cavendish.plan.parts import Shade


def _no_ribbon(ratio: str) -> str:
    wide, high = (int(number) for number in ratio.split(":"))
    if max(wide, high) > 8 * min(wide, high):
        raise ValueError(f"expected at most 8 times as long as short, got {ratio}")
    return ratio


Ratio = Annotated[str, Field(pattern=r"^[1-9][0-9]{0,4}:[1-9][0-9]{0,4}$"), AfterValidator(_no_ribbon)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Canvas(_Frozen):
    """The picture's shape."""

    aspect: Aspect | Ratio = Field(default="1:1", description="Width to height.")


class Camera(_Frozen):
    """Where the camera stands."""

    view: View | None = Field(default=None, description="From where the things are seen, in a word.")
    elevation: float | None = Field(
        default=None, ge=-40, le=89, description="Degrees above the ground that it looks down from."
    )
    azimuth: float | None = Field(
        default=None,
        ge=-180,
        le=180,
        description="Degrees round the things: 0 the front, + to picture right.",
    )
    framing: Framing | None = Field(default=None, description="How near the things are seen.")
    focal: float | None = Field(default=None, ge=14, le=300, description="Focal length in mm (full frame).")
    fnumber: float | None = Field(default=None, ge=1, le=32, description="Aperture: 1.4 blurs, 16 is sharp.")


class Light(_Frozen):
    """The key light."""

    time: Time | None = Field(default=None, description="The hour; 'studio' is lamps in a studio.")
    hour: float | None = Field(
        default=None,
        ge=0,
        lt=24,
        description="The clock's exact time out of doors, in hours: 7.5 is half past seven.",
    )
    scheme: Scheme | None = Field(
        default=None,
        description="How it is lit, where more than the hour is meant: 'window' is a window's light with dusty shafts, "
        "'warm and cool' a warm lamp on one side and a cool one on the other.",
    )
    azimuth: float | None = Field(
        default=None,
        ge=-180,
        le=180,
        description="Seen from the camera: -90 left, 0 behind it, 90 right, 180 behind the things.",
    )
    elevation: float | None = Field(default=None, ge=0, le=90, description="Degrees above the horizon.")
    quality: Quality | None = Field(default=None, description="Soft or hard shadows.")


class Surface(_Frozen):
    """What the things stand on or before, where that is not the place's own."""

    lies: Literal["top", "floor", "backdrop"] = Field(
        description="A 'top' ends like a table's or a counter's, a 'floor' goes on; a 'backdrop' is a studio's sweep."
    )
    stuff: Stuff | None = Field(
        default=None,
        description="Of a top or a floor; 'gloss' mirrors, 'plain' is smooth paint, paper or laminate.",
    )
    shade: Shade | None = Field(
        default=None, description="Its exact colour, a name (CSS or XKCD) or '#rrggbb'."
    )
    pattern: Decor | None = Field(default=None, description="Of cloth alone: a pattern over its colour.")
    finish: Finish | None = Field(default=None, description="How smooth it is.")


class Style(_Frozen):
    """The look of the finish."""

    look: Look | None = Field(default=None, description="Film, colours or medium of the finished picture.")
