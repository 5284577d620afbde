"""The person: a painted figurine that stands, sits on the ground or waves."""

from cavendish.world.shapes.base import Prim, Shape, Slot, ball, capsule, ellipsoid
from cavendish.world.shapes.parts import EYE, GLINT, both, eyes, facing, moved, on

_SHOULDER = (0.150, 0.530, 0.0)


def _head() -> tuple[Prim, ...]:
    head, skull = (0.0, 0.790, 0.0), (0.190, 0.185, 0.178)
    return (
        capsule((0.0, 0.55, 0.0), (0.0, 0.66, 0.0), 0.060, slot="skin"),
        ellipsoid(head, skull, "skin"),
        *both(ellipsoid((0.188, 0.775, 0.005), (0.030, 0.042, 0.030), "skin")),
        ellipsoid((0.0, 0.840, -0.040), (0.205, 0.170, 0.180), "hair"),
        ellipsoid(
            (-0.055, 0.920, 0.105), (0.125, 0.052, 0.070), "hair", turn=(28.0, -12.0, 12.0), blend=0.03
        ),
        ellipsoid((0.110, 0.912, 0.090), (0.085, 0.048, 0.070), "hair", turn=(28.0, 30.0, -24.0), blend=0.03),
        ellipsoid((0.0, 0.765, 0.180), (0.024, 0.020, 0.020), "skin", blend=0.01),
        facing((0.0, 0.738, 0.163), 0.050, 0.0085, "mouth", -90.0, 110.0),
        *both(
            ellipsoid(
                on(head, skull, 38.0, -14.0, 0.985), (0.034, 0.024, 0.014), "blush", turn=(0.0, 38.0, 0.0)
            )
        ),
        *eyes(on(head, skull, 22.0, 3.0, 0.975), 0.026),
    )


def _arm(hand: tuple[float, float, float], side: int) -> tuple[Prim, ...]:
    # The sleeve ends short of the hand.
    s = (side * _SHOULDER[0], _SHOULDER[1], _SHOULDER[2])
    wrist = (s[0] + (hand[0] - s[0]) * 0.86, s[1] + (hand[1] - s[1]) * 0.86, s[2] + (hand[2] - s[2]) * 0.86)
    return (capsule(s, wrist, 0.062, end=0.056, slot="shirt", blend=0.03), ball(hand, 0.056, "skin"))


def _standing(left: tuple[Prim, ...]) -> tuple[Prim, ...]:
    return (
        capsule((0.0, 0.385, 0.0), (0.0, 0.515, 0.0), 0.150, end=0.125, slot="shirt"),
        *_arm((0.255, 0.325, 0.045), 1),
        *left,
        ellipsoid((0.0, 0.330, 0.0), (0.152, 0.085, 0.148), "trousers"),
        *both(capsule((0.080, 0.30, 0.0), (0.088, 0.10, 0.0), 0.080, end=0.072, slot="trousers", blend=0.02)),
        *both(ellipsoid((0.092, 0.045, 0.035), (0.078, 0.055, 0.118), "shoe")),
        *_head(),
    )


def _person() -> Shape:
    resting = _arm((-0.255, 0.325, 0.045), -1)
    sitting = (
        capsule((0.0, 0.185, 0.0), (0.0, 0.315, 0.0), 0.150, end=0.125, slot="shirt"),
        *moved((*_arm((0.225, 0.345, 0.165), 1), *_arm((-0.225, 0.345, 0.165), -1)), (0.0, -0.2, 0.0)),
        ellipsoid((0.0, 0.105, -0.01), (0.165, 0.105, 0.160), "trousers"),
        *both(
            capsule((0.085, 0.085, 0.06), (0.125, 0.078, 0.34), 0.084, end=0.074, slot="trousers", blend=0.02)
        ),
        *both(ellipsoid((0.130, 0.110, 0.395), (0.074, 0.108, 0.058), "shoe")),
        *moved(_head(), (0.0, -0.2, 0.0)),
    )
    slots = {
        "shirt": Slot(),
        "trousers": Slot((0.045, 0.055, 0.105), "fabric"),
        "shoe": Slot((0.62, 0.56, 0.48), "rubber"),
        "skin": Slot((0.68, 0.36, 0.22), "skin"),
        "blush": Slot((0.74, 0.24, 0.17), "skin"),
        "mouth": Slot((0.26, 0.030, 0.026), "matte"),
        "hair": Slot((0.065, 0.026, 0.012), "plastic"),
        "eye": EYE,
        "glint": GLINT,
    }
    return Shape(
        "person",
        _standing(resting),
        slots,
        poses={"sitting": sitting, "waving": _standing(_arm((-0.345, 0.745, 0.05), -1))},
    )


PEOPLE: tuple[Shape, ...] = (_person(),)
