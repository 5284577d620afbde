"""The person: a painted figurine that stands, sits on the ground or waves."""

from cavendish.world.shapes.base import Prim, Shape, Slot, ball, capsule, ellipsoid
from cavendish.world.shapes.parts import EYE, GLINT, both, eyes, facing, moved, on

_SHOULDER = (0.142, 0.585, 0.0)


def _head() -> tuple[Prim, ...]:
    head, skull = (0.0, 0.830, 0.0), (0.172, 0.172, 0.162)
    cheek = on(head, skull, 38.0, -14.0, 0.975)
    return (
        capsule((0.0, 0.60, 0.0), (0.0, 0.71, 0.0), 0.056, slot="skin"),
        ellipsoid(head, skull, "skin"),
        *both(ellipsoid((0.170, 0.815, 0.0), (0.028, 0.040, 0.028), "skin")),
        ellipsoid((0.0, 0.878, -0.038), (0.186, 0.152, 0.164), "hair"),
        ellipsoid(
            (-0.052, 0.950, 0.092), (0.116, 0.048, 0.064), "hair", turn=(28.0, -12.0, 12.0), blend=0.03
        ),
        ellipsoid((0.100, 0.942, 0.078), (0.080, 0.046, 0.066), "hair", turn=(28.0, 30.0, -24.0), blend=0.03),
        ellipsoid((0.0, 0.808, 0.163), (0.021, 0.018, 0.018), "skin", blend=0.01),
        facing((0.0, 0.782, 0.147), 0.045, 0.0080, "mouth", -90.0, 110.0),
        *both(ellipsoid(cheek, (0.030, 0.022, 0.010), "blush", turn=(0.0, 38.0, 0.0))),
        *eyes(on(head, skull, 22.0, 4.0, 0.975), 0.024),
    )


def _arm(hand: tuple[float, float, float], side: int) -> tuple[Prim, ...]:
    # The sleeve ends short of the hand.
    s = (side * _SHOULDER[0], _SHOULDER[1], _SHOULDER[2])
    wrist = (s[0] + (hand[0] - s[0]) * 0.86, s[1] + (hand[1] - s[1]) * 0.86, s[2] + (hand[2] - s[2]) * 0.86)
    return (capsule(s, wrist, 0.062, end=0.056, slot="shirt", blend=0.03), ball(hand, 0.056, "skin"))


def _standing(left: tuple[Prim, ...]) -> tuple[Prim, ...]:
    return (
        capsule((0.0, 0.425, 0.0), (0.0, 0.570, 0.0), 0.142, end=0.118, slot="shirt"),
        *_arm((0.245, 0.370, 0.045), 1),
        *left,
        ellipsoid((0.0, 0.370, 0.0), (0.146, 0.085, 0.142), "trousers"),
        *both(capsule((0.076, 0.35, 0.0), (0.084, 0.10, 0.0), 0.078, end=0.068, slot="trousers", blend=0.02)),
        *both(ellipsoid((0.092, 0.054, 0.035), (0.078, 0.055, 0.118), "shoe")),
        *_head(),
    )


def _person() -> Shape:
    resting = _arm((-0.245, 0.370, 0.045), -1)
    sitting = (
        capsule((0.0, 0.185, 0.0), (0.0, 0.330, 0.0), 0.142, end=0.118, slot="shirt"),
        *moved((*_arm((0.220, 0.395, 0.160), 1), *_arm((-0.220, 0.395, 0.160), -1)), (0.0, -0.24, 0.0)),
        ellipsoid((0.0, 0.105, -0.01), (0.165, 0.105, 0.160), "trousers"),
        *both(
            capsule((0.085, 0.085, 0.06), (0.125, 0.078, 0.34), 0.084, end=0.074, slot="trousers", blend=0.02)
        ),
        *both(ellipsoid((0.130, 0.110, 0.395), (0.074, 0.108, 0.058), "shoe")),
        *moved(_head(), (0.0, -0.24, 0.0)),
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
        poses={
            "sitting": moved(sitting, (0.0, 0.0, -0.125)),
            "waving": _standing(_arm((-0.335, 0.795, 0.05), -1)),
        },
    )


PEOPLE: tuple[Shape, ...] = (_person(),)
