"""What goes on feet: sneaker and boot."""

from cavendish.world.shapes.base import Prim, Shape, Slot, box, capsule, cylinder, ellipsoid, torus
from cavendish.world.shapes.parts import both, facing

_WHITE = Slot((0.84, 0.82, 0.77), "rubber")
_DARK = Slot((0.030, 0.026, 0.024), "rubber")


def _sole(half: float, thick: float, slot: str) -> tuple[Prim, ...]:
    """A sole one unit long, `half` as wide at the ball of the foot, standing on the ground."""
    return (
        cylinder((0.0, thick, 0.500 - half), half, thick, slot, round=thick * 0.5),
        cylinder((0.0, thick, -0.500 + half * 0.85), half * 0.85, thick, slot, round=thick * 0.5),
        box((0.0, thick, 0.0), (half * 0.86, thick, 0.330), slot, round=thick * 0.5),
    )


def _laces(at: tuple[tuple[float, float], ...]) -> tuple[Prim, ...]:
    """Bars across the front at each (height, depth)."""
    return tuple(capsule((-0.075, y - 0.012, z), (0.075, y + 0.012, z), 0.024, "lace") for y, z in at)


def _sneaker() -> Shape:
    prims = (
        ellipsoid((0.0, 0.150, 0.230), (0.178, 0.140, 0.250)),
        capsule((0.0, 0.190, 0.180), (0.0, 0.330, -0.130), 0.140, end=0.135, blend=0.10),
        capsule((0.0, 0.210, -0.320), (0.0, 0.420, -0.340), 0.158, end=0.135, blend=0.12),
        ellipsoid((0.0, 0.545, -0.290), (0.098, 0.200, 0.170), "lining", op="subtract"),
        box((0.0, 0.455, -0.110), (0.085, 0.120, 0.028), "tongue", turn=(-32.0, 0.0, 0.0), round=0.026),
        *_sole(0.190, 0.055, "sole"),
        ellipsoid((0.0, 0.125, 0.400), (0.150, 0.085, 0.095), "sole"),
        *_laces(((0.330, 0.205), (0.375, 0.100), (0.415, 0.010), (0.460, -0.065))),
        *both(capsule((0.150, 0.150, 0.060), (0.140, 0.330, -0.170), 0.030, "stripe", end=0.022)),
        *both(capsule((0.155, 0.150, -0.060), (0.142, 0.340, -0.270), 0.030, "stripe", end=0.022)),
        box((0.0, 0.400, -0.478), (0.045, 0.080, 0.016), "sole", round=0.015),
    )
    slots = {
        "body": Slot(),
        "lining": Slot((0.10, 0.09, 0.09), "fabric"),
        "tongue": Slot("main", "main", shade=0.75),
        "sole": _WHITE,
        "lace": Slot((0.86, 0.84, 0.80), "fabric"),
        "stripe": Slot((0.84, 0.82, 0.77), "plastic"),
    }
    return Shape("sneaker", prims, slots)


def _boot() -> Shape:
    prims = (
        ellipsoid((0.0, 0.210, 0.230), (0.185, 0.160, 0.250)),
        capsule((0.0, 0.250, 0.120), (0.0, 0.420, -0.160), 0.150, end=0.160, blend=0.10),
        capsule((0.0, 0.250, -0.290), (0.0, 0.760, -0.290), 0.170, end=0.185, blend=0.10),
        box((0.0, 1.000, -0.280), (0.40, 0.150, 0.40), "lining", op="subtract"),
        cylinder((0.0, 0.860, -0.290), 0.135, 0.150, "lining", op="subtract"),
        torus((0.0, 0.845, -0.290), 0.160, 0.045, "collar"),
        *_sole(0.195, 0.055, "sole"),
        box((0.0, 0.085, -0.300), (0.175, 0.085, 0.150), "sole", round=0.03),
        box((0.0, 0.640, -0.118), (0.070, 0.210, 0.040), "tongue", turn=(-4.0, 0.0, 0.0), round=0.03),
        *_laces(((0.400, 0.190), (0.465, 0.060), (0.545, -0.045), (0.650, -0.080), (0.750, -0.086))),
        facing((0.0, 0.830, -0.075), 0.052, 0.018, "lace", -60.0, 200.0),
        facing((0.050, 0.830, -0.490), 0.050, 0.018, "tongue", 90.0, 180.0),
    )
    slots = {
        "body": Slot(),
        "lining": Slot((0.10, 0.06, 0.04), "fabric"),
        "collar": Slot((0.30, 0.20, 0.13), "fur"),
        "tongue": Slot("main", "main", shade=0.6),
        "sole": _DARK,
        "lace": Slot((0.80, 0.72, 0.58), "fabric"),
    }
    return Shape("boot", prims, slots)


FOOTWEAR: tuple[Shape, ...] = (_sneaker(), _boot())
