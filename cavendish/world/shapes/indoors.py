"""Scenery indoors, under water and in the sky: walls, shelves, windows, corals, moons; few primitives each."""

import math

from cavendish.world.shapes.base import (
    Prim,
    Shape,
    Slot,
    ball,
    box,
    capsule,
    cone,
    cylinder,
    ellipsoid,
    torus,
)

_WOOD = Slot((0.24, 0.115, 0.050), "wood")
_WHITE = Slot((0.74, 0.71, 0.65), "matte")
_IRON = Slot((0.05, 0.055, 0.06), "metal")
_BOOKS = Slot((0.35, 0.10, 0.08), "matte", pattern="books", second=(0.10, 0.16, 0.30), scale=0.085)
DEEP = -4.0  # walls go on this far under the floor: behind a table's edge the floor is lower
HIGH = 11.0  # and this far up: a wide lens or a low camera sees no top


def _wall() -> Shape:
    prims = (
        box((0.0, (HIGH + DEEP) / 2, -0.1), (14.0, (HIGH - DEEP) / 2, 0.1)),
        box((0.0, 0.09, 0.02), (14.0, 0.09, 0.03), "trim"),
    )
    return Shape("wall", prims, {"body": Slot("main", "plaster"), "trim": _WHITE})


def _tiled() -> Shape:
    prims = (box((0.0, (HIGH + DEEP) / 2, -0.1), (14.0, (HIGH - DEEP) / 2, 0.1)),)
    return Shape("tiled wall", prims, {"body": Slot("main", "plastic", pattern="bricks", second=(0.46, 0.45, 0.42),
                                                    scale=0.20)})  # fmt: skip


def _papered() -> Shape:
    prims = (
        box((0.0, (HIGH + DEEP) / 2, -0.1), (14.0, (HIGH - DEEP) / 2, 0.1)),
        box((0.0, 0.35, -0.05), (14.0, 0.35, 0.08), "panel"),
        box((0.0, 0.72, 0.02), (14.0, 0.04, 0.06), "panel", round=0.02),
    )
    return Shape("papered wall", prims, {"body": Slot("main", "plaster", pattern="bands", second="main", scale=0.42),
                                         "panel": _WHITE})  # fmt: skip


def _window() -> Shape:
    prims = (
        box((0.0, 0.72, 0.03), (0.78, 0.72, 0.05), round=0.02),
        box((0.0, 0.72, 0.06), (0.70, 0.64, 0.04), "outside"),
        box((0.0, 0.72, 0.08), (0.03, 0.66, 0.04), round=0.01),
        box((0.0, 0.82, 0.08), (0.72, 0.03, 0.04), round=0.01),
        box((0.0, -0.03, 0.10), (0.90, 0.045, 0.14), round=0.02),
    )
    return Shape(
        "window", prims, {"body": Slot("main", "wood"), "outside": Slot((0.10, 0.12, 0.14), "matte")}
    )


def _curtained() -> Shape:
    drapes = tuple(
        ellipsoid((s * (0.86 + 0.10 * k), 0.70, 0.16), (0.085, 1.10, 0.07), "drape")
        for s in (1, -1)
        for k in (0, 1)
    )
    rod = capsule((-1.15, 1.58, 0.16), (1.15, 1.58, 0.16), 0.035, "rod")
    window = _window()
    slots = {
        **window.slots,
        "drape": Slot((0.55, 0.16, 0.10), "fabric"),
        "rod": Slot((0.50, 0.32, 0.12), "metal"),
    }
    return Shape("curtained window", (*window.prims, *drapes, rod), slots)


def _bookshelf() -> Shape:
    prims = (
        box((0.0, 1.15, -0.20), (0.86, 1.15, 0.03)),
        *(box((s * 0.86, 1.15, 0.0), (0.045, 1.17, 0.24), round=0.01) for s in (1, -1)),
        *(box((0.0, y, 0.0), (0.86, 0.035, 0.24)) for y in (0.08, 0.78, 1.50, 2.28)),
        box((-0.12, 0.42, -0.02), (0.66, 0.29, 0.16), "books"),
        box((0.10, 1.12, -0.02), (0.68, 0.28, 0.16), "books"),
        box((-0.05, 1.84, -0.02), (0.72, 0.29, 0.16), "books"),
    )
    return Shape("bookshelf", prims, {"body": Slot("main", "wood"), "books": _BOOKS})


def _bookcase() -> Shape:
    """A whole wall of books."""
    prims = (
        box((0.0, 1.5, -0.24), (2.6, 1.5, 0.04)),
        *(box((x, 1.5, -0.04), (0.06, 1.52, 0.20), round=0.01) for x in (-2.6, 0.0, 2.6)),
        *(box((0.0, y, -0.04), (2.6, 0.04, 0.20)) for y in (0.06, 0.80, 1.54, 2.28, 3.0)),
        *(
            box((0.0, y, -0.06), (2.52, h, 0.14), "books")
            for y, h in ((0.40, 0.27), (1.13, 0.29), (1.88, 0.28))
        ),
        box((0.0, 2.60, -0.06), (2.52, 0.28, 0.14), "books"),
    )
    return Shape("bookcase", prims, {"body": Slot("main", "wood"), "books": _BOOKS})


def _shelf() -> Shape:
    prims = (
        box((0.0, 0.0, 0.16), (0.82, 0.03, 0.16), round=0.01),
        cylinder((-0.56, 0.20, 0.16), 0.12, 0.17, "jar", round=0.03),
        cylinder((-0.56, 0.39, 0.16), 0.10, 0.03, "lid"),
        ellipsoid((-0.18, 0.15, 0.16), (0.13, 0.13, 0.13), "pot"),
        box((0.36, 0.22, 0.14), (0.30, 0.20, 0.10), "books"),
    )
    slots = {"body": Slot("main", "wood"), "jar": Slot((0.60, 0.40, 0.16), "ceramic"), "lid": _WOOD,
             "pot": Slot((0.05, 0.20, 0.26), "ceramic"), "books": _BOOKS}  # fmt: skip
    return Shape("wall shelf", prims, slots)


def _plates() -> Shape:
    """A kitchen's shelf: plates, cups and a jar."""
    prims = (
        box((0.0, 0.0, 0.16), (0.95, 0.03, 0.16), round=0.01),
        *(
            cylinder((x, 0.24, 0.10), 0.20, 0.025, "plate", turn=(80.0, 0.0, 0.0), round=0.015)
            for x in (-0.70, -0.32)
        ),
        cone((0.10, 0.15, 0.17), 0.09, 0.12, 0.13, "cup", round=0.02),
        cone((0.40, 0.15, 0.17), 0.09, 0.12, 0.13, "plate", round=0.02),
        cylinder((0.72, 0.20, 0.16), 0.12, 0.17, "jar", round=0.03),
        cylinder((0.72, 0.39, 0.16), 0.10, 0.03, "lid"),
    )
    slots = {"body": Slot("main", "wood"), "plate": Slot((0.72, 0.70, 0.64), "ceramic"),
             "cup": Slot((0.55, 0.10, 0.06), "ceramic"), "jar": Slot((0.62, 0.42, 0.18), "ceramic"),
             "lid": _WOOD}  # fmt: skip
    return Shape("plate shelf", prims, slots)


def _counter() -> Shape:
    prims = (
        box((0.0, 0.45, 0.30), (1.30, 0.45, 0.30), round=0.01),
        box((0.0, 0.94, 0.32), (1.36, 0.05, 0.34), "top", round=0.02),
        *(box((x, 0.50, 0.61), (0.36, 0.34, 0.015), "door", round=0.015) for x in (-0.84, 0.0, 0.84)),
        *(ball((x, 0.62, 0.65), 0.035, "knob") for x in (-0.56, 0.28, 0.56)),
    )
    slots = {"body": Slot("main", "wood", shade=0.6), "top": Slot((0.40, 0.25, 0.13), "wood"),
             "door": Slot("main", "wood"), "knob": Slot((0.70, 0.50, 0.20), "metal")}  # fmt: skip
    return Shape("counter", prims, slots)


def _fridge() -> Shape:
    prims = (
        box((0.0, 0.95, 0.34), (0.50, 0.93, 0.32), round=0.08),
        box((0.0, 1.28, 0.62), (0.49, 0.012, 0.05), "dark"),
        *(
            capsule((-0.36, y, 0.70), (-0.36, y + h, 0.70), 0.03, "knob")
            for y, h in ((0.70, 0.45), (1.40, 0.26))
        ),
    )
    return Shape("fridge", prims, {"body": Slot("main", "plastic"), "dark": _IRON,
                                   "knob": Slot((0.72, 0.72, 0.74), "metal")})  # fmt: skip


def _sofa() -> Shape:
    prims = (
        box((0.0, 0.24, 0.0), (1.05, 0.16, 0.42), round=0.08),
        box((0.0, 0.56, -0.32), (1.00, 0.36, 0.15), round=0.12, turn=(-8.0, 0.0, 0.0)),
        *(box((s * 1.06, 0.35, 0.0), (0.15, 0.35, 0.42), round=0.12) for s in (1, -1)),
        *(box((s * 0.46, 0.44, 0.06), (0.44, 0.10, 0.34), round=0.08) for s in (1, -1)),
        box((0.62, 0.66, -0.04), (0.22, 0.22, 0.08), "pillow", turn=(-20.0, -14.0, 40.0), round=0.08),
    )
    return Shape(
        "sofa", prims, {"body": Slot("main", "fabric"), "pillow": Slot((0.72, 0.42, 0.08), "fabric")}
    )


def _floor_lamp() -> Shape:
    prims = (
        cone((0.0, 1.68, 0.0), 0.30, 0.22, 0.18, "lamp", round=0.02),
        cylinder((0.0, 0.78, 0.0), 0.03, 0.76),
        cylinder((0.0, 0.03, 0.0), 0.20, 0.03),
    )
    return Shape(
        "floor lamp", prims, {"body": Slot("main", "metal"), "lamp": Slot((0.92, 0.76, 0.48), "fabric")}
    )


def _hanging_lamp() -> Shape:
    prims = (
        cone((0.0, 0.16, 0.0), 0.34, 0.16, 0.08, round=0.02),
        ball((0.0, 0.03, 0.0), 0.13, "lamp"),
        cylinder((0.0, 1.6, 0.0), 0.022, 1.3, "cord"),
    )
    return Shape("hanging lamp", prims, {"body": Slot("main", "metal"), "lamp": Slot((0.95, 0.82, 0.55), "ceramic"),
                                         "cord": _IRON})  # fmt: skip


def _picture() -> Shape:
    prims = (
        box((0.0, 0.40, 0.02), (0.34, 0.42, 0.04), "frame", round=0.02),
        box((0.0, 0.40, 0.04), (0.28, 0.36, 0.035), "paper"),
        ellipsoid((0.0, 0.22, 0.06), (0.27, 0.16, 0.03)),
        cylinder((0.10, 0.56, 0.06), 0.085, 0.025, "sun", turn=(90.0, 0.0, 0.0)),
    )
    slots = {"body": Slot("main", "paper"), "frame": _WOOD, "paper": Slot((0.72, 0.66, 0.54), "paper"),
             "sun": Slot((0.80, 0.30, 0.06), "paper")}  # fmt: skip
    return Shape("picture", prims, slots)


def _house_plant() -> Shape:
    def leaf(turn: float, tall: float) -> Prim:
        a = math.radians(turn)
        return ellipsoid(
            (0.20 * math.sin(a), tall, 0.20 * math.cos(a)), (0.11, 0.36, 0.04), turn=(28.0, turn, 0.0)
        )

    prims = (
        cone((0.0, 0.22, 0.0), 0.18, 0.22, 0.26, "pot", round=0.03),
        *(leaf(72.0 * i, 0.72) for i in range(5)),
        *(leaf(36.0 + 120.0 * i, 0.90) for i in range(3)),
    )
    return Shape(
        "house plant", prims, {"body": Slot("main", "leaf"), "pot": Slot((0.62, 0.58, 0.52), "ceramic")}
    )


def _desk() -> Shape:
    prims = (
        box((0.0, 0.72, 0.0), (0.95, 0.035, 0.38), round=0.01),
        *(box((s * 0.86, 0.35, 0.0), (0.05, 0.35, 0.34), "leg", round=0.01) for s in (1, -1)),
        box((0.1, 1.12, -0.12), (0.40, 0.25, 0.03), "dark", round=0.02),
        box((0.1, 1.12, -0.085), (0.37, 0.22, 0.015), "screen"),
        cone((0.1, 0.81, -0.12), 0.16, 0.07, 0.03, "dark"),
        box((-0.55, 0.84, 0.0), (0.20, 0.09, 0.15), "books"),
    )
    slots = {"body": Slot("main", "wood"), "leg": _IRON, "dark": Slot((0.03, 0.032, 0.036), "plastic"),
             "screen": Slot((0.10, 0.30, 0.50), "plastic", emission=0.12), "books": _BOOKS}  # fmt: skip
    return Shape("desk", prims, slots)


def _cabinet() -> Shape:
    prims = (
        box((0.0, 0.72, 0.0), (0.36, 0.72, 0.34), round=0.02),
        *(box((0.0, 0.26 + 0.46 * k, 0.335), (0.32, 0.20, 0.02), "front", round=0.015) for k in range(3)),
        *(box((0.0, 0.32 + 0.46 * k, 0.365), (0.10, 0.025, 0.02), "grip", round=0.01) for k in range(3)),
    )
    slots = {"body": Slot("main", "metal", shade=0.7), "front": Slot("main", "plastic"),
             "grip": Slot((0.70, 0.71, 0.73), "metal")}  # fmt: skip
    return Shape("cabinet", prims, slots)


def _coral() -> Shape:
    branches = (
        (0.0, 0.0, 0.95),
        (0.36, 0.12, 0.72),
        (-0.34, 0.06, 0.78),
        (0.16, -0.22, 0.62),
        (-0.12, 0.24, 0.55),
    )
    prims = [
        capsule((0.25 * x, -0.05, 0.25 * z), (x, h, z), 0.13, end=0.075, blend=0.06) for x, z, h in branches
    ]
    prims += [capsule((0.20, 0.45, 0.06), (0.62, 0.72, 0.10), 0.07, end=0.05, blend=0.05),
              capsule((-0.18, 0.42, 0.03), (-0.60, 0.62, 0.0), 0.07, end=0.05, blend=0.05)]  # fmt: skip
    return Shape("coral", tuple(prims), {"body": Slot("main", "stone")})


def _fan_coral() -> Shape:
    prims = (
        ellipsoid((0.0, 0.62, 0.0), (0.62, 0.55, 0.06)),
        ellipsoid((0.35, 0.40, 0.10), (0.40, 0.36, 0.05), turn=(0.0, 30.0, -20.0)),
        cone((0.0, 0.10, 0.0), 0.16, 0.14, 0.07, blend=0.06),
    )
    return Shape(
        "fan coral", prims, {"body": Slot("main", "stone", pattern="segments", second=(0.30, 0.06, 0.20))}
    )


def _brain_coral() -> Shape:
    prims = (
        ellipsoid((0.0, 0.18, 0.0), (0.55, 0.42, 0.50)),
        ellipsoid((0.46, 0.08, 0.2), (0.30, 0.24, 0.28), blend=0.05),
    )
    return Shape("brain coral", prims, {"body": Slot("main", "cliff", pattern="spots", second=(0.55, 0.36, 0.20),
                                                     scale=0.13)})  # fmt: skip


def _seaweed() -> Shape:
    def blade(x: float, z: float, tall: float, lean: float) -> tuple[Prim, ...]:
        mid = (x + lean, 0.5 * tall, z)
        return (
            capsule((x, -0.05, z), mid, 0.055, end=0.075),
            capsule(mid, (x - 0.6 * lean, tall, z), 0.075, end=0.02, blend=0.05),
        )

    prims = (*blade(0.0, 0.0, 2.2, 0.18), *blade(0.24, 0.1, 1.7, -0.16), *blade(-0.22, 0.06, 1.5, 0.14))
    return Shape("seaweed", prims, {"body": Slot("main", "leaf")})


def _crater() -> Shape:
    prims = (
        torus((0.0, 0.0, 0.0), 1.5, 0.36),
        ellipsoid((1.35, 0.05, 0.6), (0.55, 0.45, 0.5), blend=0.2),
        ellipsoid((-1.2, 0.0, 0.9), (0.5, 0.5, 0.45), blend=0.2),
    )
    return Shape("crater", prims, {"body": Slot("main", "cliff")})


def _planet(ringed: bool) -> Shape:
    prims = [ball((0.0, 1.0, 0.0), 1.0)]
    if ringed:
        prims += [torus((0.0, 0.0, 0.0), 1.62, 0.26, "ring"), box((0.0, 1.0, 0.0), (2.0, 0.03, 2.0), "ring")]
        prims = [
            cylinder((0.0, 1.0, 0.0), 1.85, 0.02, "ring", turn=(16.0, 0.0, 14.0)),
            cylinder((0.0, 1.0, 0.0), 1.30, 0.10, "ring", turn=(16.0, 0.0, 14.0), op="subtract"),
            prims[0],
        ]
    slots = {"body": Slot("main", "matte", pattern="stripes", second=(0.62, 0.40, 0.24), scale=0.31)}
    if ringed:
        slots["ring"] = Slot((0.52, 0.44, 0.34), "matte")
    return Shape("ringed planet" if ringed else "planet", tuple(prims), slots)


def _moon() -> Shape:
    prims = (ball((0.0, 1.0, 0.0), 1.0),)
    return Shape("moon", prims, {"body": Slot("main", "matte", pattern="spots", second=(0.56, 0.55, 0.52), scale=0.46,
                                              emission=0.10)})  # fmt: skip


def _cloud() -> Shape:
    prims = (
        ellipsoid((0.0, 0.42, 0.0), (0.80, 0.46, 0.42)),
        ellipsoid((0.70, 0.32, 0.04), (0.58, 0.32, 0.34), blend=0.12),
        ellipsoid((-0.72, 0.30, 0.0), (0.62, 0.30, 0.34), blend=0.12),
    )
    return Shape("cloud bank", prims, {"body": Slot("main", "snow")})


def _igloo() -> Shape:
    prims = (
        ball((0.0, 0.0, 0.0), 0.95),
        cylinder((0.0, 0.18, 0.85), 0.40, 0.38, turn=(90.0, 0.0, 0.0), round=0.04),
        cylinder((0.0, 0.14, 1.15), 0.28, 0.20, "dark", turn=(90.0, 0.0, 0.0)),
    )
    return Shape("igloo", prims, {"body": Slot("main", "snow", pattern="bricks", second=(0.55, 0.62, 0.70), scale=0.24),
                                  "dark": Slot((0.06, 0.08, 0.11), "matte")})  # fmt: skip


INDOORS: tuple[Shape, ...] = (
    _wall(), _tiled(), _papered(), _window(), _curtained(), _bookshelf(), _bookcase(), _shelf(), _plates(),
    _counter(), _fridge(), _sofa(), _floor_lamp(), _hanging_lamp(), _picture(), _house_plant(), _desk(), _cabinet(),
    _coral(), _fan_coral(), _brain_coral(), _seaweed(), _crater(), _planet(False), _planet(True), _moon(), _cloud(),
    _igloo(),
)  # fmt: skip
