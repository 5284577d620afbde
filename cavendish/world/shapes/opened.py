"""States that things are in for others: emptied vessels, an open box and boat, an umbrella planted in the ground."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from cavendish.world.shapes.base import Prim, Shape, box, capsule, cone, cylinder, ellipsoid, torus
from cavendish.world.shapes.parts import moved
from cavendish.world.shapes.posed import posed, within
from cavendish.world.shapes.travel import DOME, canopy


def opened(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """The same shapes, those that have a state for others with it among their poses."""
    return tuple(
        replace(s, poses={**s.poses, **{name: make(s.prims) for name, make in STATES[s.name].items()}})
        if s.name in STATES
        else s
        for s in shapes
    )


def _without(*slots: str) -> Callable[[tuple[Prim, ...]], tuple[Prim, ...]]:
    """The shape less all that wears those slots."""
    return lambda prims: tuple(p for p in prims if p.slot not in slots)


def _bare(prims: tuple[Prim, ...], *slots: str) -> tuple[Prim, ...]:
    """Less those slots, and less the arcs over the opening."""
    return tuple(p for p in prims if p.slot not in slots and not (p.arc < 360.0 and p.center[1] > 0.3))


def _cup(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    """Filled to the half only, with what one cannot see into."""
    half = cylinder((-0.045, 0.345, 0.0), 0.250, 0.020, "coffee")
    return (*_without("coffee", "foam")(prims), half)


def _bowl(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    """Empty, and not too deep to see what lies in it."""
    return (*_without("milk", "cereal")(prims), cylinder((0.0, 0.200, 0.0), 0.300, 0.020, "body", round=0.01))


def _basket(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    deep = cone((0.0, 0.440, 0.0), 0.265, 0.200, 0.325, "inside", op="subtract", round=0.02)
    rest = _bare(prims, "cloth", "inside")
    return (rest[0], deep, *rest[1:])


def _bucket(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    grip = capsule((-0.090, 0.942, 0.0), (0.090, 0.942, 0.0), 0.046)
    low = cylinder((0.0, 0.300, 0.0), 0.290, 0.020, "inside")
    return (*(p for p in _bare(prims, "sand") if p.center != grip.center), low)


def _vase(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    hollow = (
        ellipsoid((0.0, 0.270, 0.0), (0.200, 0.200, 0.200), "inside", op="subtract"),
        cylinder((0.0, 0.500, 0.0), 0.092, 0.200, "inside", op="subtract"),
    )
    rest = _without("stem", "petal", "heart", "inside", "band")(prims)
    return (*rest, *hollow, torus((0.0, 0.605, 0.0), 0.112, 0.028))


def _bathtub(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    lower = ellipsoid((0.0, 0.390, 0.0), (0.600, 0.030, 0.250), "water")
    return tuple(lower if p.slot == "water" else p for p in prims if p.slot != "foam")


def _gift_box(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    body, tag = prims[0], tuple(p for p in prims if p.slot == "tag")
    sides = (
        box((0.0, 0.247, 0.0), (0.062, 0.240, 0.338), "ribbon", round=0.02),
        box((0.0, 0.247, 0.0), (0.338, 0.240, 0.062), "ribbon", round=0.02),
    )
    inside = box((0.0, 0.310, 0.0), (0.300, 0.270, 0.300), "fold", op="subtract", round=0.01)
    flaps = tuple(
        posed((box((0.0, 0.110, 0.0), (0.300, 0.110, 0.016), round=0.014),), (62.0, turn, 0.0), at)[0]
        for turn, at in ((0.0, (0.0, 0.478, 0.322)), (180.0, (0.0, 0.478, -0.322)),
                         (90.0, (0.322, 0.478, 0.0)), (270.0, (-0.322, 0.478, 0.0)))
    )  # fmt: skip
    return (body, *sides, inside, *flaps, *tag)


def _boat(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    """A rowing boat: the hull without mast and cabin, scooped deeper."""
    hull = [p for p in prims[:2] if p.op != "subtract"]
    deep = moved(
        (
            ellipsoid((0.0, 0.480, 0.020), (0.270, 0.300, 0.640), "deck", op="subtract"),
            box((0.0, 0.400, 0.000), (0.205, 0.180, 0.400), "deck", op="subtract", round=0.08),
        ),
        (0.0, 0.0, -0.09),
    )
    rim = box((0.0, 0.190, 0.090), (0.6, 0.190, 0.800), "white", round=0.02, op="intersect")
    return (*hull, *deep, rim)


def _car(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    """A cabriolet: the cabin cut off above the doors and hollowed, with a windscreen and a bench."""
    cut = {"pane": 0.45, "body": 0.45, "roof": 0.45, "chrome": 0.38}  # the handles are one bar right through
    rest = [p for p in prims if p.center[1] <= cut.get(p.slot, 9.0)]
    at = next(i for i, p in enumerate(rest) if p.slot == "under")
    inside = box((0.0, 0.520, -0.170), (0.285, 0.190, 0.390), "under", op="subtract", round=0.06)
    screen = (
        box((0.0, 0.510, 0.250), (0.270, 0.110, 0.022), "chrome", turn=(-28.0, 0.0, 0.0), round=0.020),
        box((0.0, 0.512, 0.250), (0.240, 0.082, 0.027), "pane", turn=(-28.0, 0.0, 0.0), round=0.020),
    )
    back = box((0.0, 0.470, -0.560), (0.270, 0.080, 0.050), "white", turn=(10.0, 0.0, 0.0), round=0.045)
    body = tuple(p for p in rest[:at])
    floor = tuple(p for p in rest[at:] if not (p.slot == "under" and p.op == "union" and p.center[1] < 0.25))
    under = tuple(replace(p, dims=(p.dims[0], 0.060, p.dims[2])) for p in rest[at:] if p not in floor)
    return (*body, inside, *floor, *under, *screen, back)


def _hat(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    """The hat on its crown, its brim up and its inside open."""
    inside = cone((0.0, 0.210, 0.0), 0.262, 0.215, 0.215, "band", op="subtract", round=0.05)
    dent = next(p for p in prims if p.op == "subtract")
    plain = tuple(p for p in prims if p.slot not in ("feather", "quill") and p is not dent)
    return posed((*plain, inside), (180.0, 0.0, 0.0), (0.0, 0.505, 0.0))


def _surfboard(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    """The board flat on the ground, its fin in the sand."""
    board = tuple(p for p in prims if p.slot != "sand" and p is not prims[5])
    return _laid(board, 4.0, 5.0, 0.830, 0.061)


def _snowboard(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    """The board flat on the ground, without its bindings."""
    return _laid(tuple(p for p in prims if p.slot not in ("snow", "strap")), -5.0, 5.0, 0.700, 0.034)


def _laid(board: tuple[Prim, ...], roll: float, lean: float, middle: float, lift: float) -> tuple[Prim, ...]:
    """An upright board, said to roll and lean so many degrees, on its back with its middle over the origin."""
    return posed(posed(board, (0.0, 0.0, roll)), (lean - 90.0, 0.0, 0.0), (0.0, lift, middle))


def _wine_glass(prims: tuple[Prim, ...]) -> tuple[Prim, ...]:
    return _without("wine")(prims)


def _umbrella(_: tuple[Prim, ...]) -> tuple[Prim, ...]:
    """The open umbrella upright on a long pole in a weighted foot, as over a garden table."""
    up = 0.95
    return (
        *moved(canopy(), (0.0, up, 0.0)),
        capsule((0.0, 0.04, 0.0), (0.0, up + DOME, 0.0), 0.026, "metal"),
        cylinder((0.0, 0.045, 0.0), 0.200, 0.045, "metal", round=0.03),
        within((-0.63, 0.0, -0.63), (0.63, up + DOME + 0.125, 0.63)),
    )


STATES: dict[str, dict[str, Callable[[tuple[Prim, ...]], tuple[Prim, ...]]]] = {
    "cup": {"open": _cup},
    "bowl": {"open": _bowl},
    "basket": {"open": _basket},
    "bucket": {"open": _bucket},
    "vase": {"open": _vase},
    "bathtub": {"open": _bathtub},
    "gift box": {"open": _gift_box},
    "boat": {"open": _boat},
    "car": {"open": _car},
    "hat": {"open": _hat},
    "wine glass": {"open": _wine_glass},
    "umbrella": {"planted": _umbrella},
    "surfboard": {"flat": _surfboard},
    "snowboard": {"flat": _snowboard},
    **{flower: {"cut": _without("soil", "leaf")} for flower in ("flower", "sunflower", "rose", "tulip")},
}
"""What makes each state of each kind that has one, from its usual primitives."""
