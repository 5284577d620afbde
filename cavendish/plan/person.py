"""Who a person is: looks and clothes that stay the same in any pose; None is left open."""

from collections.abc import Callable
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict

from cavendish.plan import shades
from cavendish.plan.chance import draw, weighted

Skin = Literal["porcelain", "fair", "peach", "olive", "tan", "brown", "umber", "ebony"]
Age = Literal["child", "adult", "old"]
Build = Literal["slim", "medium", "stout"]
Hair = Literal["short", "bob", "long", "bun", "ponytail", "curly", "bald", "braids"]
NaturalHair = Literal["black", "brown", "blond", "red", "grey", "white"]
Beard = Literal["none", "moustache", "short", "long"]
Glasses = Literal["none", "glasses", "sunglasses"]
Hat = Literal[
    "none", "cap", "beanie", "hat", "straw hat", "toque", "crown", "wizard hat", "fire helmet", "tricorn",
    "space helmet", "knight helmet", "nurse cap",
]  # fmt: skip
Top = Literal["t-shirt", "sweater", "coat", "dress", "robe", "armour", "space suit"]
Bottom = Literal["trousers", "shorts", "skirt"]
Weave = Literal["plain", "stripes", "spots", "checks"]
Extra = Literal["none", "stethoscope", "eyepatch", "cape", "dungarees", "tie", "buttons"]
Cloth = Annotated[str, AfterValidator(shades.known)]
"""A shade: one of the ten colours, any named one, or "#rrggbb"."""
HairColor = Annotated[
    str, AfterValidator(lambda name: name if name in get_args(NaturalHair) else shades.known(name))
]
Expression = Literal["neutral", "happy", "laughing", "sad", "surprised"]

POSES: tuple[str, ...] = (
    "standing", "waving", "sitting", "walking", "running", "holding", "pointing", "reading", "dancing",
    "arms crossed", "drinking", "typing", "reclining",
)  # fmt: skip
"""What a person can be doing; the backbone knows the first three."""
EXPRESSIONS: tuple[Expression, ...] = get_args(Expression)
HEIGHTS: dict[Age, float] = {"child": 0.78, "adult": 1.0, "old": 0.965}
"""How tall each age stands beside an adult."""


class Person(BaseModel):
    """An identity: equal persons are drawn alike in every pose, view and light."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    skin: Skin | None = None
    age: Age | None = None
    build: Build | None = None
    lashes: bool | None = None
    hair: Hair | None = None
    hair_color: HairColor | None = None
    beard: Beard | None = None
    glasses: Glasses | None = None
    hat: Hat | None = None
    hat_color: Cloth | None = None
    top: Top | None = None
    weave: Weave | None = None
    second_color: Cloth | None = None
    bottom: Bottom | None = None
    bottom_color: Cloth | None = None
    shoe_color: Cloth | None = None
    extra: Extra | None = None

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))


PLAIN = Person(
    skin="peach", age="adult", build="medium", hair="short", hair_color="brown", lashes=False, beard="none",
    glasses="none", hat="none", hat_color="red", top="sweater", weave="plain", second_color="white",
    bottom="trousers", bottom_color="blue", shoe_color="white", extra="none",
)  # fmt: skip
"""Somebody of whom nothing is said and for whom nothing is drawn."""


def filled(person: Person | None) -> Person:
    """The person with what is open as in `PLAIN`."""
    return PLAIN if person is None else PLAIN.model_copy(update=person.model_dump(exclude_none=True))


def drawn(person: Person | None, seed: int, name: str) -> Person:
    """The person with what is open drawn by (seed, name, field).

    Lashes, half the people's, go with what tells women from men in a picture: no beard, longer hair, now and then a
    skirt; the old go grey. Skin, build, colours, glasses and hats go with nothing. A man and a woman of one name are
    drawn apart.
    """
    given = person.model_dump(exclude_none=True) if person is not None else {}
    name = f"{name} {given['lashes']}" if "lashes" in given else name
    given["spoken"] = "hair" in given or "hair_color" in given
    found: dict[str, Any] = {}
    for field in Person.model_fields:
        found[field] = given.get(field, _choice(field, {**given, **found}, seed, name))
    return Person.model_validate(found)


def _even(options: tuple[Any, ...], share: float = 1.0) -> tuple[tuple[Any, float], ...]:
    return tuple((option, share / len(options)) for option in options)


_CLOTHS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "grey", "navy",
           "beige", "teal", "maroon")  # fmt: skip
_TABLES: dict[str, tuple[tuple[Any, float], ...]] = {
    "skin": _even(get_args(Skin)),
    "age": (("adult", 0.56), ("child", 0.24), ("old", 0.20)),
    "build": (("medium", 0.5), ("slim", 0.25), ("stout", 0.25)),
    "hair": (("short", 0.2), *_even(("bob", "long", "bun", "ponytail", "curly", "braids"), 0.74), ("bald", 0.06)),
    "hair_color": (("black", 0.28), ("brown", 0.28), ("blond", 0.2), ("red", 0.18), ("grey", 0.06)),
    "lashes": ((False, 0.5), (True, 0.5)),
    "beard": (("none", 0.66), ("short", 0.14), ("moustache", 0.12), ("long", 0.08)),
    "glasses": (("none", 0.76), ("glasses", 0.2), ("sunglasses", 0.04)),
    "hat": (("none", 0.84), ("cap", 0.06), ("beanie", 0.05), ("hat", 0.05)),
    "hat_color": _even(_CLOTHS),
    "top": (("t-shirt", 0.34), ("sweater", 0.34), ("coat", 0.14), ("dress", 0.18)),
    "weave": (("plain", 0.72), ("stripes", 0.2), ("spots", 0.04), ("checks", 0.04)),
    "second_color": _even(_CLOTHS),
    "bottom": (("trousers", 0.6), ("shorts", 0.22), ("skirt", 0.18)),
    "bottom_color": (("navy", 0.24), ("black", 0.16), ("grey", 0.14), ("beige", 0.12), ("brown", 0.10),
                     *_even(_CLOTHS, 0.24)),
    "shoe_color": (("white", 0.2), ("black", 0.2), ("brown", 0.2), *_even(_CLOTHS, 0.4)),
    "extra": (("none", 1.0),),
}  # fmt: skip
_CROPPED: tuple[tuple[Any, float], ...] = (
    ("short", 0.46), ("curly", 0.24), ("long", 0.09), ("bob", 0.05), ("bun", 0.04), ("ponytail", 0.04), ("bald", 0.08),
)  # fmt: skip
_GREYED = (("white", 0.45), ("grey", 0.45), ("black", 0.05), ("brown", 0.05))


def _choice(field: str, known: dict[str, Any], seed: int, name: str) -> Any:
    own, options = _OWN.get(field), _TABLES[field]
    if own is not None:
        options = own(known, options)
    return weighted(options, seed, name, field)


Options = tuple[tuple[Any, float], ...]


def _without(options: Options, *names: str) -> Options:
    return tuple(option for option in options if option[0] not in names)


def _hair(known: dict[str, Any], options: Options) -> Options:
    """Styles as likely for one as for the other would leave "man" and "woman" to lashes alone, too small to see."""
    if known["lashes"]:
        return _without(options, "bald")
    return _without(_CROPPED, "bald") if known["age"] == "child" else _CROPPED


def _color(known: dict[str, Any], options: Options) -> Options:
    return (
        _GREYED
        if known["age"] == "old"
        else _without(options, "grey")
        if known["age"] == "child"
        else options
    )


def _beard(known: dict[str, Any], options: Options) -> Options:
    return (("none", 1.0),) if known["age"] == "child" or known["lashes"] else options


def _hat(known: dict[str, Any], options: Options) -> Options:
    """None over hair that was spoken of, for it would hide it."""
    return (("none", 1.0),) if known["spoken"] else options


def _top(known: dict[str, Any], options: Options) -> Options:
    return options if known["lashes"] else _without(options, "dress")


def _bottom(known: dict[str, Any], options: Options) -> Options:
    whole = known["top"] in ("armour", "space suit", "robe") or known.get("extra") == "dungarees"
    return (("trousers", 1.0),) if whole else options if known["lashes"] else _without(options, "skirt")


_OWN: dict[str, Callable[[dict[str, Any], Options], Options]] = {
    "hair": _hair, "hair_color": _color, "beard": _beard, "hat": _hat, "top": _top, "bottom": _bottom,
}  # fmt: skip


def mood(seed: int, name: str) -> Expression:
    """The expression of somebody of whom none is said."""
    point = draw(seed, name, "expression")
    return "happy" if point < 0.68 else "neutral" if point < 0.82 else "laughing"


_POSTURES = (
    ("standing", 0.52), ("waving", 0.16), ("walking", 0.11), ("arms crossed", 0.07), ("pointing", 0.05),
    ("dancing", 0.05), ("running", 0.04),
)  # fmt: skip


def posture(seed: int, name: str) -> str:
    """The pose of somebody of whom none is said: none that brings a thing nobody asked for."""
    return weighted(_POSTURES, seed, name, "pose")


_OVER: dict[str, float] = {
    "cap": 0.04, "beanie": 0.14, "hat": 0.07, "straw hat": 0.08, "toque": 0.19, "crown": 0.11, "wizard hat": 0.38,
    "fire helmet": 0.06, "tricorn": 0.06, "space helmet": 0.03, "knight helmet": 0.15, "nurse cap": 0.05,
}  # fmt: skip
_BRIM: dict[str, float] = {
    "hat": 0.67,
    "straw hat": 0.78,
    "wizard hat": 0.74,
    "fire helmet": 0.62,
    "tricorn": 0.56,
}
"""How far hats stand above a head and how wide they are, for an adult one high."""


def stature(person: Person | None, size: tuple[float, float, float]) -> tuple[float, float, float]:
    """Width, height and depth of a person where an adult without a hat has `size`."""
    if person is None:
        return size
    w, h, d = size
    hat = person.hat or "none"
    bun = 0.12 if person.hair in ("bun", "curly") and hat == "none" else 0.0
    unit = h * HEIGHTS[person.age or "adult"]
    wide = max(w * (1.12 if person.build == "stout" else 1.0), _BRIM.get(hat, 0.0) * h)
    return wide, unit + max(_OVER.get(hat, 0.0), bun) * h, max(d, _BRIM.get(hat, 0.0) * h)
