"""Birds as painted toys: a songbird and a penguin."""

from cavendish.world.shapes.base import Prim, Shape, Slot, capsule, cone, ellipsoid, torus
from cavendish.world.shapes.parts import EYE, GLINT, both, eyes, moved, on

_BEAK = Slot((0.86, 0.34, 0.02), "plastic")


def _toes(x: float, y: float, z: float, length: float, radius: float) -> tuple[Prim, ...]:
    return both(
        capsule((x, y, z), (x - 0.03, y, z + length), radius, slot="leg"),
        capsule((x, y, z), (x + 0.05, y, z + length * 0.9), radius, slot="leg"),
        capsule((x, y, z), (x + 0.01, y, z - length * 0.7), radius, slot="leg"),
    )


def _bird() -> Shape:
    head, skull = (0.0, 0.585, 0.18), (0.185, 0.180, 0.180)
    prims = (
        ellipsoid((0.0, 0.40, 0.0), (0.225, 0.225, 0.290), turn=(-24.0, 0.0, 0.0)),
        ellipsoid(head, skull, blend=0.08),
        ellipsoid((0.0, 0.410, 0.110), (0.178, 0.195, 0.215), "belly", turn=(-30.0, 0.0, 0.0)),
        ellipsoid((0.0, 0.365, -0.36), (0.085, 0.030, 0.210), "dark", turn=(14.0, 0.0, 0.0), blend=0.03),
        *both(
            ellipsoid(
                (0.205, 0.400, -0.06), (0.048, 0.125, 0.225), "wing", turn=(18.0, -8.0, -10.0), blend=0.01
            )
        ),
        cone((0.0, 0.565, 0.405), 0.058, 0.075, 0.012, "beak", turn=(94.0, 0.0, 0.0), round=0.012),
        capsule((0.0, 0.745, 0.150), (0.0, 0.800, 0.085), 0.030, end=0.016, blend=0.02),
        capsule((0.0, 0.735, 0.110), (0.0, 0.770, 0.035), 0.028, end=0.014, blend=0.02),
        *both(capsule((0.085, 0.24, 0.02), (0.090, 0.022, 0.05), 0.020, slot="leg")),
        *_toes(0.090, 0.020, 0.05, 0.10, 0.019),
        *eyes(on(head, skull, 34.0, 12.0, 0.975), 0.036),
    )
    slots = {
        "body": Slot(),
        "dark": Slot(shade=0.55),
        "wing": Slot(shade=0.55),
        "leg": _BEAK,
        "belly": Slot((0.86, 0.66, 0.40), "main"),
        "beak": _BEAK,
        "eye": EYE,
        "glint": GLINT,
    }
    return Shape("bird", moved(prims, (0.0, 0.0, 0.04)), slots)


def _penguin() -> Shape:
    head, skull = (0.0, 0.780, 0.03), (0.205, 0.195, 0.190)
    prims = (
        ellipsoid((0.0, 0.415, 0.0), (0.275, 0.375, 0.245)),
        ellipsoid(head, skull, blend=0.10),
        ellipsoid((0.0, 0.385, 0.060), (0.218, 0.315, 0.215), "belly"),
        *both(ellipsoid((0.078, 0.785, 0.095), (0.098, 0.105, 0.128), "belly", blend=0.02)),
        *both(
            ellipsoid((0.285, 0.435, 0.02), (0.048, 0.215, 0.105), "wing", turn=(0.0, 0.0, 22.0), blend=0.03)
        ),
        *both(ellipsoid((0.125, 0.047, 0.135), (0.110, 0.048, 0.165), "foot", turn=(0.0, 14.0, 0.0))),
        ellipsoid((0.0, 0.085, -0.225), (0.095, 0.045, 0.120), turn=(-20.0, 0.0, 0.0), blend=0.06),
        cone((0.0, 0.735, 0.255), 0.058, 0.070, 0.012, "beak", turn=(96.0, 0.0, 0.0), round=0.012),
        torus((0.0, 0.625, 0.020), 0.190, 0.046, "scarf", turn=(4.0, 0.0, 0.0)),
        capsule((0.115, 0.605, 0.215), (0.135, 0.440, 0.268), 0.042, end=0.050, slot="scarf"),
        *both(ellipsoid((0.085, 0.700, 0.190), (0.032, 0.022, 0.022), "blush")),
        *eyes((0.082, 0.795, 0.205), 0.032),
    )
    slots = {
        "body": Slot(),
        "wing": Slot(),
        "foot": _BEAK,
        "belly": Slot((0.84, 0.82, 0.78), "main"),
        "blush": Slot((0.84, 0.38, 0.34), "main"),
        "scarf": Slot((0.56, 0.020, 0.020), "fabric"),
        "beak": _BEAK,
        "eye": EYE,
        "glint": GLINT,
    }
    return Shape("penguin", prims, slots)


BIRDS: tuple[Shape, ...] = (_bird(), _penguin())
