"""How a figurine stands, sits and moves: the directions of its limbs, its lean, and where it looks."""

from dataclasses import dataclass

Bend = tuple[tuple[float, float], tuple[float, float]]
"""A limb's two halves, each (degrees forward of straight down, degrees outward; negative crosses the body)."""


@dataclass(frozen=True)
class Pose:
    """Arms and legs on picture left, then right (facing us); `lean` forward, `head` (nod, turn, tilt), degrees.

    `feet` are how far toes point up. `prop` is what comes with the pose.
    """

    arms: tuple[Bend, Bend]
    legs: tuple[Bend, Bend] = (((0, 2.5), (0, 2.5)), ((0, 2.5), (0, 2.5)))
    feet: tuple[float, float] = (0.0, 0.0)
    lean: float = 0.0
    head: tuple[float, float, float] = (0.0, 0.0, 0.0)
    prop: str = ""
    lap: bool = False


_DOWN: Bend = ((4, 20), (14, 12))
POSES: dict[str, Pose] = {
    "standing": Pose((_DOWN, _DOWN)),
    "waving": Pose((((14, 92), (166, 34)), _DOWN), head=(0, 0, 5)),
    "sitting": Pose((((34, 12), (50, 4)), ((34, 12), (50, 4))), (((88, 14), (84, 8)), ((88, 14), (84, 8))),
                    (72.0, 72.0), lap=True),
    "walking": Pose((((34, 16), (56, 6)), ((-30, 18), (-6, 10))), (((-34, 2), (-46, 2)), ((38, 2), (20, 2))),
                    (-36.0, 14.0), lean=3.0),
    "running": Pose((((-46, 18), (46, 8)), ((44, 14), (118, -4))), (((58, 2), (-8, 2)), ((-34, 2), (-84, 2))),
                    (0.0, -72.0), lean=14.0, head=(-8, 0, 0)),
    "holding": Pose((((28, 14), (86, -24)), ((28, 14), (86, -24))), prop="ball"),
    "pointing": Pose((((70, 78), (96, 74)), _DOWN), head=(0, -12, 0), prop="finger"),
    "reading": Pose((((26, 16), (88, -18)), ((26, 16), (88, -18))), head=(15, 0, 0), prop="book"),
    "dancing": Pose((((30, 100), (160, 36)), ((10, 76), (30, 62))), (((0, 2), (0, 4)), ((12, 44), (-6, 40))),
                    (0.0, 0.0), head=(0, 0, 9)),
    "arms crossed": Pose((((50, 28), (94, -70)), ((64, 28), (100, -66)))),
    "drinking": Pose((_DOWN, ((48, 30), (150, -52))), head=(-6, 0, 0), prop="mug"),
    "typing": Pose((((34, 12), (74, -8)), ((34, 12), (74, -8))), (((88, 12), (84, 8)), ((88, 12), (84, 8))),
                   (72.0, 72.0), head=(12, 0, 0), prop="laptop", lap=True),
    "reclining": Pose((((-52, 22), (-46, 16)), ((-52, 22), (-46, 16))), (((90, 8), (88, 6)), ((122, 10), (52, 8))),
                      (74.0, 40.0), lean=-48.0, head=(34, 0, 0), lap=True),
}  # fmt: skip
