"""Scenery out of doors: trees, rocks, hills, houses seen past the things; in stage units, few primitives each."""

import math

from cavendish.world.shapes.base import (
    Prim,
    Shape,
    Slot,
    Vec3,
    ball,
    box,
    capsule,
    cone,
    cylinder,
    ellipsoid,
    torus,
)

_BARK = Slot((0.150, 0.072, 0.034), "bark")
_STONE = Slot((0.34, 0.32, 0.29), "stone")
_TRIM = Slot((0.74, 0.71, 0.65), "matte")
_GLASS = Slot((0.045, 0.075, 0.105), "ceramic")
_LEAVES = Slot("main", "foliage", pattern="leaves", second=(0.30, 0.36, 0.06), scale=0.16)
_NEEDLES = Slot("main", "foliage", pattern="leaves", second=(0.075, 0.150, 0.060), scale=0.08)
_SNOW = Slot((0.86, 0.88, 0.92), "snow")


def _pine(snowy: bool) -> Shape:
    tiers = ((0.78, 0.74, 0.52), (1.32, 0.58, 0.44), (1.82, 0.42, 0.40))
    prims: list[Prim] = [cylinder((0.0, 0.25, 0.0), 0.10, 0.25, "bark")]
    prims += [cone((0.0, y, 0.0), r, h, 0.03, round=0.03) for y, r, h in tiers]
    slots = {"body": _NEEDLES, "bark": _BARK}
    if snowy:
        prims += [
            cone((0.0, y + 0.26 * h, 0.0), 0.80 * r, 0.77 * h, 0.04, "snow", round=0.03) for y, r, h in tiers
        ]
        slots["snow"] = _SNOW
    return Shape("snowy pine" if snowy else "pine", tuple(prims), slots)


def _broadleaf() -> Shape:
    prims = (
        cone((0.0, 0.50, 0.0), 0.15, 0.50, 0.09, "bark"),
        ball((0.0, 1.55, 0.0), 0.62),
        ball((0.46, 1.25, 0.06), 0.42, blend=0.08),
        ball((-0.44, 1.22, 0.10), 0.45, blend=0.08),
        ball((0.05, 1.18, 0.36), 0.40, blend=0.08),
    )
    return Shape("broadleaf", prims, {"body": _LEAVES, "bark": _BARK})


def _trunk() -> Shape:
    prims = (
        cone((0.0, 2.0, 0.0), 0.24, 2.0, 0.15, "body"),
        cone((0.0, 0.14, 0.0), 0.40, 0.14, 0.22, "body", blend=0.12),
        capsule((0.0, 2.1, 0.0), (0.62, 2.9, 0.1), 0.08, "body", end=0.05, blend=0.08),
        ellipsoid((0.75, 3.15, 0.1), (0.62, 0.40, 0.5), "leaf"),
    )
    return Shape("trunk", prims, {"body": Slot("main", "bark"), "leaf": Slot((0.07, 0.17, 0.03), "foliage",
        pattern="leaves", second=(0.30, 0.36, 0.06), scale=0.16)})  # fmt: skip


def _bush() -> Shape:
    prims = (
        ball((0.0, 0.26, 0.0), 0.36),
        ball((0.34, 0.18, 0.05), 0.27, blend=0.06),
        ball((-0.32, 0.20, 0.03), 0.29, blend=0.06),
    )
    return Shape("bush", prims, {"body": _LEAVES})


def _thicket() -> Shape:
    prims = tuple(
        ellipsoid((x, y, z), (1.5, h, 0.9), blend=0.3 if i else 0.0)
        for i, (x, y, z, h) in enumerate(((-2.2, 0.5, 0.0, 1.5), (0.0, 0.7, 0.2, 2.0), (2.1, 0.5, -0.1, 1.6)))
    )
    return Shape("thicket", prims, {"body": Slot("main", "foliage", pattern="leaves", second=(0.20, 0.27, 0.05),
                                                 scale=0.3)})  # fmt: skip


def _rock() -> Shape:
    prims = (
        ellipsoid((0.0, 0.16, 0.0), (0.52, 0.34, 0.40), turn=(0.0, 20.0, 8.0)),
        ellipsoid((0.34, 0.06, 0.16), (0.30, 0.22, 0.26), blend=0.04, turn=(10.0, -30.0, 0.0)),
        box((-0.22, 0.14, -0.06), (0.22, 0.24, 0.22), blend=0.10, round=0.06, turn=(14.0, 32.0, 18.0)),
    )
    return Shape("rock", prims, {"body": Slot("main", "cliff")})


def _log() -> Shape:
    prims = (
        capsule((-0.80, 0.15, 0.0), (0.80, 0.17, 0.05), 0.17, "body", end=0.14),
        cylinder((0.93, 0.17, 0.05), 0.12, 0.02, "cut", turn=(0.0, 0.0, 90.0)),
        capsule((0.1, 0.25, 0.0), (0.28, 0.52, 0.05), 0.06, "body", end=0.04, blend=0.04),
    )
    return Shape("log", prims, {"body": Slot("main", "bark"), "cut": Slot((0.42, 0.26, 0.13), "wood")})


def _stump() -> Shape:
    prims = (
        cone((0.0, 0.18, 0.0), 0.34, 0.18, 0.24, "body", round=0.03),
        cylinder((0.0, 0.35, 0.0), 0.21, 0.02, "cut"),
        capsule((0.22, 0.08, 0.1), (0.46, 0.03, 0.2), 0.08, "body", end=0.04, blend=0.08),
    )
    return Shape("stump", prims, {"body": Slot("main", "bark"), "cut": Slot((0.42, 0.26, 0.13), "wood")})


def _hill() -> Shape:
    prims = (
        ellipsoid((0.0, -0.4, 0.0), (5.0, 2.0, 3.0)),
        ellipsoid((3.4, -0.6, -0.6), (3.6, 1.7, 2.6), blend=0.8),
    )
    return Shape("hill", prims, {"body": Slot("main", "cliff", shade=1.0)})


def _peak() -> Shape:
    prims = (
        cone((0.0, 1.6, 0.0), 3.2, 2.1, 0.06, round=0.05),
        cone((1.5, 1.0, -0.5), 2.2, 1.5, 0.05, blend=0.25, round=0.04),
        cone((-1.6, 0.8, 0.4), 2.0, 1.3, 0.05, blend=0.25, round=0.04),
        cone((0.0, 2.95, 0.0), 1.16, 0.78, 0.02, "snow", round=0.04),
        cone((1.5, 2.05, -0.5), 0.72, 0.49, 0.02, "snow", round=0.04),
        cone((-1.6, 1.72, 0.4), 0.60, 0.42, 0.02, "snow", round=0.04),
    )
    return Shape("peak", prims, {"body": Slot("main", "cliff"), "snow": _SNOW})


def _mesa() -> Shape:
    prims = (
        cone((0.0, 0.35, 0.0), 2.3, 0.40, 1.35),
        cone((0.0, 1.35, 0.0), 1.25, 0.75, 1.05, blend=0.15, round=0.08),
        cone((1.9, 0.8, 0.1), 0.55, 0.9, 0.36, blend=0.15, round=0.06),
    )
    return Shape("mesa", prims, {"body": Slot("main", "cliff", pattern="stripes", second=(0.42, 0.19, 0.10),
                                              scale=0.55)})  # fmt: skip


def _dune() -> Shape:
    prims = (
        ellipsoid((0.0, -0.3, 0.0), (4.2, 1.1, 2.0), turn=(0.0, 14.0, 0.0)),
        ellipsoid((3.0, -0.35, 0.6), (3.2, 0.9, 1.6), blend=0.5, turn=(0.0, -10.0, 0.0)),
    )
    return Shape("dune", prims, {"body": Slot("main", "stone")})


def _fence() -> Shape:
    prims = (
        box((0.0, 0.34, 0.0), (1.62, 0.045, 0.025), round=0.012),
        box((0.0, 0.62, 0.0), (1.62, 0.045, 0.025), round=0.012),
        *(box((x, 0.40, 0.03), (0.065, 0.40, 0.04), round=0.015) for x in (-1.5, -0.5, 0.5, 1.5)),
    )
    return Shape("fence", prims, {"body": Slot("main", "wood")})


def _hedge() -> Shape:
    return Shape("hedge", (box((0.0, 0.42, 0.0), (2.6, 0.42, 0.36), round=0.12),), {"body": _LEAVES})


def _palm() -> Shape:
    def leaf(turn: float) -> Prim:
        a = math.radians(turn)
        at = (0.42 + 0.50 * math.sin(a), 2.02, 0.50 * math.cos(a))
        return ellipsoid(at, (0.13, 0.05, 0.60), turn=(22.0, turn, 0.0))

    prims = (
        capsule((0.0, 0.0, 0.0), (0.14, 1.05, 0.0), 0.12, "bark", end=0.09),
        capsule((0.14, 1.05, 0.0), (0.42, 2.05, 0.0), 0.09, "bark", end=0.07, blend=0.03),
        *(leaf(60.0 * i + 12.0) for i in range(6)),
    )
    return Shape("palm", prims, {"body": Slot("main", "leaf"), "bark": Slot((0.26, 0.165, 0.085), "bark")})


def _sail() -> Shape:
    prims = (
        ellipsoid((0.0, 0.16, 0.0), (0.95, 0.24, 0.28), "hull"),
        box((0.0, 0.36, 0.0), (1.1, 0.16, 0.4), "hull", op="subtract"),
        cylinder((-0.05, 0.95, 0.0), 0.03, 0.85, "mast"),
        cone((0.22, 0.95, 0.0), 0.52, 0.68, 0.02),
        box((0.22, 0.95, 0.0), (0.6, 0.9, 0.03), op="intersect"),
    )
    prims = (*prims[3:], *prims[:1], prims[2])
    return Shape("sail", prims, {"body": Slot("main", "fabric"), "hull": Slot((0.75, 0.72, 0.66), "plastic"),
                                 "mast": Slot((0.30, 0.16, 0.07), "wood")})  # fmt: skip


def _block(name: str, half: Vec3, shop: bool) -> Shape:
    w, h, d = half
    prims = [
        box((0.0, h, 0.0), half, round=0.02),
        box((0.0, 2 * h + 0.04, 0.0), (w + 0.07, 0.07, d + 0.07), "trim"),
    ]
    slots = {
        "body": Slot("main", "plaster", pattern="windows", second=(0.05, 0.08, 0.11), scale=0.52),
        "trim": _TRIM,
    }
    if shop:
        prims += [
            box((0.0, 0.46, 0.03), (w * 0.98, 0.46, d), "front", round=0.02),
            box((-0.22 * w, 0.42, 0.06), (0.62 * w, 0.30, d), "pane", round=0.02),
            box((0.68 * w, 0.38, 0.06), (0.20 * w, 0.38, d), "door", round=0.02),
            box((0.0, 0.90, d + 0.16), (w * 0.96, 0.03, 0.24), "awning", turn=(24.0, 0.0, 0.0), round=0.01),
        ]
        slots |= {"front": Slot((0.10, 0.13, 0.12), "wood"), "pane": _GLASS, "door": Slot((0.30, 0.10, 0.05), "wood"),
                  "awning": Slot((0.60, 0.05, 0.04), "fabric", pattern="bands", second=(0.80, 0.77, 0.70),
                                 scale=0.30)}  # fmt: skip
    return Shape(name, tuple(prims), slots)


def _tower() -> Shape:
    prims = (
        box((0.0, 2.2, 0.0), (0.80, 2.2, 0.60), round=0.02),
        box((0.0, 4.75, 0.0), (0.58, 0.40, 0.44), round=0.02),
        cylinder((0.0, 5.5, 0.0), 0.035, 0.45, "trim"),
    )
    return Shape("tower", prims, {"body": Slot("main", "plaster", pattern="windows", second=(0.06, 0.10, 0.15),
                                               scale=0.36), "trim": _STONE})  # fmt: skip


def _cottage() -> Shape:
    prims = (
        box((0.0, 0.75, 0.0), (0.85, 0.75, 0.6), round=0.02),
        box((0.0, 1.50, 0.0), (0.60, 0.60, 0.59), turn=(0.0, 0.0, 45.0)),
        *(
            box((s * 0.50, 1.93, 0.0), (0.80, 0.05, 0.68), "roof", turn=(0.0, 0.0, -s * 45.0), round=0.02)
            for s in (1, -1)
        ),
        box((0.48, 2.15, -0.2), (0.12, 0.34, 0.12), "chimney"),
        box((-0.34, 0.36, 0.58), (0.17, 0.36, 0.05), "door", round=0.02),
        box((0.36, 0.62, 0.58), (0.22, 0.20, 0.05), "pane", round=0.01),
        box((0.36, 0.38, 0.62), (0.28, 0.05, 0.07), "door", round=0.01),
        box((0.0, 1.42, 0.58), (0.17, 0.20, 0.05), "pane", round=0.01),
    )
    slots = {"body": Slot("main", "plaster"), "roof": Slot((0.34, 0.085, 0.045), "ceramic", pattern="stripes",
             second=(0.24, 0.055, 0.032), scale=0.22), "chimney": Slot((0.32, 0.10, 0.06), "matte"),
             "door": Slot((0.055, 0.130, 0.150), "wood"), "pane": _GLASS}  # fmt: skip
    return Shape("cottage", prims, slots)


def _lamp_post() -> Shape:
    prims = (
        cone((0.0, 0.10, 0.0), 0.13, 0.10, 0.06),
        cylinder((0.0, 0.95, 0.0), 0.045, 0.85),
        cone((0.0, 1.92, 0.0), 0.09, 0.14, 0.15, "lamp", round=0.02),
        cone((0.0, 2.12, 0.0), 0.19, 0.07, 0.03),
    )
    return Shape(
        "lamp post", prims, {"body": Slot("main", "metal"), "lamp": Slot((0.95, 0.80, 0.50), "ceramic")}
    )


def _kerb() -> Shape:
    prims = (box((0.0, 0.045, 0.0), (14.0, 0.05, 0.5), round=0.02),)
    return Shape(
        "kerb", prims, {"body": Slot("main", "stone", pattern="bands", second=(0.20, 0.19, 0.18), scale=0.9)}
    )


def _lane() -> Shape:
    return Shape(
        "lane", (box((0.0, 0.006, 0.0), (0.9, 0.006, 0.07), round=0.003),), {"body": Slot("main", "matte")}
    )


def _bench() -> Shape:
    prims = (
        box((0.0, 0.36, 0.05), (0.72, 0.035, 0.20), round=0.02),
        box((0.0, 0.62, -0.16), (0.72, 0.12, 0.03), turn=(-10.0, 0.0, 0.0), round=0.02),
        *(box((x, 0.28, -0.04), (0.05, 0.28, 0.18), "leg", round=0.02) for x in (-0.58, 0.58)),
    )
    return Shape("bench", prims, {"body": Slot("main", "wood"), "leg": Slot((0.04, 0.045, 0.05), "metal")})


def _parasol() -> Shape:
    prims = (
        cone((0.0, 1.72, 0.0), 0.95, 0.20, 0.03, round=0.02),
        cylinder((0.0, 0.85, 0.0), 0.035, 0.85, "pole"),
    )
    return Shape("parasol", prims, {"body": Slot("main", "fabric", pattern="segments", second=(0.82, 0.79, 0.72)),
                                    "pole": Slot((0.62, 0.60, 0.55), "wood")})  # fmt: skip


def _bistro() -> Shape:
    """A round table with two chairs."""
    prims = [cylinder((0.0, 0.72, 0.0), 0.42, 0.03, round=0.015), cylinder((0.0, 0.36, 0.0), 0.04, 0.36, "iron"),
             cylinder((0.0, 0.02, 0.0), 0.22, 0.02, "iron")]  # fmt: skip
    for s in (1, -1):
        prims += [
            cylinder((s * 0.68, 0.46, 0.0), 0.20, 0.025, "seat", round=0.015),
            cone((s * 0.68, 0.22, 0.0), 0.19, 0.22, 0.14, "iron"),
            torus((s * 0.83, 0.66, 0.0), 0.17, 0.03, "iron", turn=(90.0, 90.0, 0.0)),
        ]
    return Shape("bistro", tuple(prims), {"body": Slot("main", "wood"), "iron": Slot((0.05, 0.055, 0.06), "metal"),
                                          "seat": Slot((0.46, 0.30, 0.15), "wood")})  # fmt: skip


def _planter() -> Shape:
    prims = (
        box((0.0, 0.20, 0.0), (0.42, 0.20, 0.20), "box", round=0.03),
        ball((-0.20, 0.50, 0.0), 0.22),
        ball((0.18, 0.54, 0.02), 0.24, blend=0.04),
    )
    return Shape("planter", prims, {"body": Slot("main", "foliage", pattern="spots", second=(0.75, 0.12, 0.16),
                 scale=0.14), "box": Slot((0.30, 0.11, 0.06), "ceramic")})  # fmt: skip


def _parapet() -> Shape:
    prims = (
        box((0.0, 0.30, 0.0), (14.0, 0.30, 0.12), round=0.02),
        box((0.0, 0.63, 0.0), (14.0, 0.05, 0.18), "trim", round=0.02),
    )
    return Shape("parapet", prims, {"body": Slot("main", "plaster", pattern="bricks", second=(0.36, 0.30, 0.25),
                                                 scale=0.2), "trim": _TRIM})  # fmt: skip


def _cistern() -> Shape:
    prims = (
        cylinder((0.0, 1.25, 0.0), 0.50, 0.48, round=0.02),
        cone((0.0, 1.90, 0.0), 0.56, 0.18, 0.04, "roof"),
        *(box((x, 0.40, z), (0.05, 0.40, 0.05), "leg") for x in (-0.33, 0.33) for z in (-0.33, 0.33)),
        box((0.0, 0.76, 0.0), (0.46, 0.04, 0.46), "leg"),
    )
    return Shape("cistern", prims, {"body": Slot("main", "wood", pattern="bands", second=(0.20, 0.10, 0.05),
                 scale=0.22), "roof": Slot((0.16, 0.15, 0.15), "metal"),
                 "leg": Slot((0.10, 0.085, 0.075), "metal")})  # fmt: skip


def _vent() -> Shape:
    prims = (
        box((0.0, 0.30, 0.0), (0.45, 0.28, 0.32), round=0.03),
        cylinder((0.0, 0.30, 0.31), 0.20, 0.03, "dark", turn=(90.0, 0.0, 0.0)),
        box((0.0, 0.03, 0.0), (0.50, 0.03, 0.36), "dark"),
    )
    return Shape("vent", prims, {"body": Slot("main", "plastic"), "dark": Slot((0.07, 0.07, 0.075), "metal")})


def _fountain() -> Shape:
    prims = (
        torus((0.0, 0.14, 0.0), 0.95, 0.14),
        cylinder((0.0, 0.15, 0.0), 0.92, 0.06, "water"),
        cone((0.0, 0.42, 0.0), 0.18, 0.38, 0.12),
        cone((0.0, 0.84, 0.0), 0.14, 0.10, 0.46, round=0.02),
        cone((0.0, 1.15, 0.0), 0.12, 0.26, 0.03, "water"),
    )
    return Shape(
        "fountain", prims, {"body": Slot("main", "stone"), "water": Slot((0.35, 0.52, 0.58), "ceramic")}
    )


def _post() -> Shape:
    prims = (cylinder((0.0, 0.30, 0.0), 0.10, 0.42, round=0.02), torus((0.0, 0.52, 0.0), 0.11, 0.035, "rope"))
    return Shape("post", prims, {"body": Slot("main", "wood"), "rope": Slot((0.55, 0.44, 0.28), "fabric")})


def _reeds() -> Shape:
    spots = ((0.0, 0.0, 4.0), (0.14, 0.06, 12.0), (-0.13, 0.08, -10.0), (0.06, -0.12, 7.0))
    prims = tuple(capsule((x, -0.05, z), (x + 0.012 * a, 0.85, z), 0.028, end=0.012) for x, z, a in spots)
    head = capsule((0.05, 0.78, 0.0), (0.06, 0.98, 0.0), 0.045, "head", end=0.04)
    return Shape(
        "reeds", (*prims, head), {"body": Slot("main", "leaf"), "head": Slot((0.16, 0.07, 0.03), "fur")}
    )


def _saguaro() -> Shape:
    prims = [capsule((0.0, 0.0, 0.0), (0.0, 1.75, 0.0), 0.19, end=0.17)]
    for s, y, top in ((1, 0.85, 1.45), (-1, 0.65, 1.15)):
        prims += [capsule((0.0, y, 0.0), (s * 0.42, y + 0.05, 0.0), 0.115, blend=0.05),
                  capsule((s * 0.42, y + 0.05, 0.0), (s * 0.44, top, 0.0), 0.115, end=0.10, blend=0.03)]  # fmt: skip
    return Shape(
        "saguaro", tuple(prims), {"body": Slot("main", pattern="segments", second=(0.02, 0.07, 0.02))}
    )


PROPS: tuple[Shape, ...] = (
    _pine(False), _pine(True), _broadleaf(), _trunk(), _bush(), _thicket(), _rock(), _log(), _stump(), _hill(),
    _peak(), _mesa(), _dune(), _fence(), _hedge(), _palm(), _sail(), _block("townhouse", (0.95, 1.5, 0.6), False),
    _block("shop", (1.0, 1.35, 0.6), True), _tower(), _cottage(), _lamp_post(), _kerb(), _lane(), _bench(),
    _parasol(), _bistro(), _planter(), _parapet(), _cistern(), _vent(), _fountain(), _post(), _reeds(), _saguaro(),
)  # fmt: skip
