"""Animals as painted toys: teddy bear, dog, cat, rabbit, sheep, elephant."""

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
from cavendish.world.shapes.parts import (
    CREAM,
    EYE,
    GLINT,
    both,
    eyes,
    facing,
    melted,
    moved,
    on,
    tapered,
    upright,
)

_FACE = {
    "body": Slot(),
    "dark": Slot(shade=0.55),
    "cream": CREAM,
    "nose": Slot((0.020, 0.013, 0.011), "ceramic"),
    "pink": Slot((0.80, 0.30, 0.27), "main"),
    "eye": EYE,
    "glint": GLINT,
}


def _teddy() -> Shape:
    head, skull = (0.0, 0.735, 0.03), (0.262, 0.232, 0.225)
    prims = (
        ellipsoid((0.0, 0.31, 0.0), (0.265, 0.30, 0.235)),
        ellipsoid(head, skull, blend=0.05),
        *both(ellipsoid((0.205, 0.915, 0.0), (0.098, 0.098, 0.06), "ear", blend=0.03)),
        *both(capsule((0.22, 0.47, 0.04), (0.345, 0.27, 0.17), 0.082, end=0.092, blend=0.05)),
        *both(capsule((0.14, 0.13, 0.06), (0.235, 0.13, 0.33), 0.115, end=0.13, blend=0.06)),
        *both(ellipsoid((0.207, 0.912, 0.047), (0.060, 0.060, 0.026), "cream")),
        ellipsoid((0.0, 0.34, 0.105), (0.175, 0.19, 0.15), "belly"),
        ellipsoid((0.0, 0.668, 0.215), (0.125, 0.098, 0.092), "cream", blend=0.015),
        ellipsoid((0.0, 0.712, 0.295), (0.048, 0.034, 0.030), "nose"),
        facing((0.0, 0.672, 0.299), 0.038, 0.0075, "nose", -90.0, 120.0),
        *eyes(on(head, skull, 23.0, 13.0, 0.985), 0.034),
        *both(ellipsoid((0.275, 0.135, 0.443), (0.072, 0.078, 0.024), "paw", turn=(0.0, 20.0, 0.0))),
        *both(ellipsoid((0.085, 0.520, 0.215), (0.080, 0.052, 0.034), "ribbon", turn=(0.0, 25.0, 14.0))),
        ball((0.0, 0.520, 0.232), 0.036, "ribbon"),
    )
    return Shape(
        "teddy bear",
        moved(prims, (0.0, 0.0, -0.12)),
        _FACE | {"ear": Slot(), "belly": CREAM, "paw": CREAM, "ribbon": Slot((0.50, 0.012, 0.035), "fabric")},
    )


def _dog_head() -> tuple[Prim, ...]:
    head, skull = (0.0, 0.735, 0.33), (0.205, 0.200, 0.205)
    return (
        ellipsoid(head, skull, blend=0.07),
        ellipsoid((0.0, 0.665, 0.495), (0.118, 0.092, 0.135), "cream", blend=0.03),
        ellipsoid((0.0, 0.725, 0.612), (0.050, 0.037, 0.034), "nose"),
        facing((0.0, 0.668, 0.618), 0.040, 0.008, "nose", -90.0, 140.0),
        ellipsoid((0.0, 0.605, 0.585), (0.038, 0.048, 0.028), "pink"),
        *both(
            ellipsoid(
                (0.205, 0.705, 0.29), (0.050, 0.165, 0.095), "dark", turn=(-8.0, 0.0, 11.0), blend=0.015
            )
        ),
        *eyes(on(head, skull, 25.0, 17.0, 0.985), 0.036),
    )


def _dog() -> Shape:
    collar = (
        torus((0.0, 0.555, 0.255), 0.155, 0.030, "collar", turn=(38.0, 0.0, 0.0)),
        cylinder((0.0, 0.445, 0.405), 0.042, 0.012, "tag", turn=(75.0, 0.0, 0.0), round=0.01),
    )
    standing = (
        capsule((0.0, 0.40, -0.30), (0.0, 0.42, 0.17), 0.195, end=0.205),
        *both(capsule((0.115, 0.33, 0.18), (0.125, 0.082, 0.20), 0.080, end=0.082, blend=0.06)),
        *both(capsule((0.115, 0.33, -0.33), (0.125, 0.082, -0.33), 0.090, end=0.082, blend=0.06)),
        capsule((0.0, 0.48, 0.15), (0.0, 0.66, 0.28), 0.15, end=0.13, blend=0.06),
        melted(tapered(upright((0.0, 0.62, -0.50), 0.17, 0.052, "tail", -10.0, 100.0), 0.35), 0.04),
        ellipsoid((0.0, 0.375, 0.285), (0.115, 0.13, 0.11), "cream"),
        *_dog_head(),
        *collar,
    )
    sitting = (
        capsule((0.0, 0.235, -0.12), (0.0, 0.50, 0.10), 0.215, end=0.155),
        *both(capsule((0.105, 0.44, 0.16), (0.105, 0.080, 0.235), 0.078, end=0.080, blend=0.05)),
        *both(ellipsoid((0.175, 0.175, -0.06), (0.10, 0.165, 0.19), blend=0.04, turn=(18.0, 0.0, 0.0))),
        *both(capsule((0.20, 0.062, 0.02), (0.215, 0.062, 0.17), 0.062, blend=0.03)),
        capsule((0.0, 0.085, -0.28), (0.0, 0.20, -0.52), 0.060, "tail", end=0.040, blend=0.05),
        ellipsoid((0.0, 0.40, 0.155), (0.095, 0.15, 0.105), "cream"),
        *moved(_dog_head(), (0.0, 0.03, -0.16)),
        *moved(collar, (0.0, 0.03, -0.16)),
    )
    slots = _FACE | {"tail": Slot(), "collar": Slot((0.52, 0.016, 0.016), "fabric")}
    slots |= {"tag": Slot((0.85, 0.58, 0.16), "metal")}
    return Shape(
        "dog", moved(standing, (0.0, 0.0, -0.075)), slots, poses={"sitting": moved(sitting, (0.0, 0.0, 0.04))}
    )


def _cat_head() -> tuple[Prim, ...]:
    head, skull = (0.0, 0.690, 0.10), (0.225, 0.185, 0.180)
    eye = on(head, skull, 25.0, 8.0, 0.975)
    return (
        ellipsoid(head, skull, blend=0.05),
        *both(
            cone(
                (0.142, 0.870, 0.085),
                0.098,
                0.095,
                0.018,
                "ear",
                round=0.018,
                turn=(0.0, 0.0, -17.0),
                blend=0.02,
            )
        ),
        *both(cone((0.138, 0.858, 0.122), 0.062, 0.070, 0.012, "pink", round=0.012, turn=(-8.0, 0.0, -17.0))),
        ellipsoid((0.0, 0.640, 0.248), (0.090, 0.056, 0.050), "cream", blend=0.012),
        ellipsoid((0.0, 0.672, 0.290), (0.026, 0.019, 0.016), "pink"),
        *both(facing((0.027, 0.636, 0.292), 0.027, 0.0065, "nose", -90.0, 150.0)),
        *both(
            capsule(on(head, skull, 9.0, 38.0, 0.99), on(head, skull, 14.0, 62.0, 0.99), 0.014, slot="dark")
        ),
        capsule(on(head, skull, 0.0, 34.0, 0.99), on(head, skull, 0.0, 64.0, 0.99), 0.015, slot="dark"),
        *both(ellipsoid(eye, (0.045, 0.050, 0.030), "iris", turn=(0.0, 22.0, 0.0))),
        *eyes(on(head, skull, 24.5, 8.0, 1.09), 0.029),
    )


def _cat() -> Shape:
    sitting = (
        capsule((0.0, 0.215, -0.10), (0.0, 0.47, 0.04), 0.21, end=0.145),
        *_cat_head(),
        *both(capsule((0.075, 0.38, 0.12), (0.078, 0.060, 0.19), 0.066, end=0.062, blend=0.04)),
        *both(ellipsoid((0.165, 0.155, -0.04), (0.095, 0.15, 0.17), blend=0.04)),
        torus(
            (0.0, 0.055, -0.03), 0.285, 0.050, "tail", turn=(0.0, 20.0, 0.0), arc=190.0, taper=0.3, blend=0.03
        ),
        ellipsoid((0.0, 0.43, 0.125), (0.085, 0.11, 0.085), "cream", blend=0.02),
    )
    standing = (
        capsule((0.0, 0.37, -0.30), (0.0, 0.38, 0.12), 0.145, end=0.15),
        *moved(_cat_head(), (0.0, -0.07, 0.20)),
        *both(capsule((0.085, 0.30, 0.13), (0.09, 0.058, 0.15), 0.062, end=0.058, blend=0.05)),
        *both(capsule((0.085, 0.30, -0.33), (0.09, 0.058, -0.32), 0.070, end=0.058, blend=0.05)),
        capsule((0.0, 0.40, -0.42), (0.0, 0.74, -0.58), 0.050, "tail", end=0.040, blend=0.04),
        upright((0.0, 0.74, -0.665), 0.085, 0.040, "tail", 90.0, 180.0),
        ellipsoid((0.0, 0.40, 0.205), (0.085, 0.10, 0.085), "cream", blend=0.02),
    )
    slots = _FACE | {"ear": Slot(), "tail": Slot(), "iris": Slot((0.30, 0.50, 0.06), "ceramic")}
    return Shape(
        "cat", moved(sitting, (0.0, 0.0, 0.025)), slots, poses={"standing": moved(standing, (0.0, 0.0, 0.14))}
    )


def _rabbit() -> Shape:
    head, skull = (0.0, 0.545, 0.14), (0.180, 0.165, 0.170)
    prims = (
        ellipsoid((0.0, 0.255, -0.06), (0.215, 0.255, 0.245)),
        ellipsoid(head, skull, blend=0.06),
        *both(
            ellipsoid((0.095, 0.820, 0.075), (0.062, 0.205, 0.045), "ear", turn=(-8.0, 0.0, -9.0), blend=0.03)
        ),
        *both(ellipsoid((0.096, 0.818, 0.107), (0.037, 0.160, 0.022), "pink", turn=(-8.0, 0.0, -9.0))),
        *both(ellipsoid((0.175, 0.17, -0.03), (0.085, 0.155, 0.165), blend=0.03)),
        *both(capsule((0.125, 0.055, 0.02), (0.135, 0.055, 0.21), 0.055, blend=0.02)),
        *both(capsule((0.085, 0.33, 0.14), (0.055, 0.205, 0.235), 0.052, end=0.048, blend=0.03)),
        ellipsoid((0.0, 0.275, 0.085), (0.125, 0.155, 0.11), "cream", blend=0.02),
        ball((0.0, 0.17, -0.315), 0.090, "tail", blend=0.02),
        *both(ellipsoid((0.046, 0.498, 0.285), (0.058, 0.046, 0.042), "cream", blend=0.02)),
        ellipsoid((0.0, 0.535, 0.318), (0.028, 0.020, 0.018), "pink"),
        box((0.0, 0.448, 0.302), (0.022, 0.026, 0.009), "tooth", round=0.008),
        *eyes(on(head, skull, 33.0, 14.0, 0.985), 0.034),
    )
    pale = Slot((0.86, 0.80, 0.72), "main")
    slots = _FACE | {"ear": Slot(), "tooth": Slot("white", "ceramic"), "cream": pale, "tail": pale}
    return Shape("rabbit", moved(prims, (0.0, 0.0, 0.034)), slots)


def _sheep() -> Shape:
    head, skull = (0.0, 0.66, 0.44), (0.140, 0.165, 0.150)
    prims = (
        ellipsoid((0.0, 0.52, -0.06), (0.26, 0.24, 0.40)),
        *both(ball((0.165, 0.58, 0.16), 0.165, blend=0.03)),
        *both(ball((0.175, 0.60, -0.10), 0.175, blend=0.03)),
        *both(ball((0.150, 0.57, -0.34), 0.165, blend=0.03)),
        ball((0.0, 0.66, 0.12), 0.19, blend=0.03),
        ball((0.0, 0.68, -0.20), 0.19, blend=0.03),
        *both(capsule((0.135, 0.40, 0.15), (0.135, 0.062, 0.16), 0.064, end=0.062, slot="leg")),
        *both(capsule((0.135, 0.40, -0.29), (0.135, 0.062, -0.29), 0.064, end=0.062, slot="leg")),
        ellipsoid(head, skull, "face", turn=(14.0, 0.0, 0.0)),
        ellipsoid((0.0, 0.60, 0.54), (0.098, 0.085, 0.085), "face", blend=0.04),
        *both(
            ellipsoid((0.195, 0.70, 0.38), (0.100, 0.040, 0.055), "face", turn=(0.0, 10.0, -22.0), blend=0.01)
        ),
        ball((0.0, 0.82, 0.37), 0.120, blend=0.02),
        *both(ball((0.085, 0.80, 0.36), 0.085, blend=0.02)),
        ellipsoid((0.0, 0.625, 0.624), (0.034, 0.022, 0.016), "nose"),
        *eyes((0.075, 0.705, 0.568), 0.030),
    )
    skin = (0.30, 0.165, 0.095)
    slots = _FACE | {"face": Slot((0.62, 0.38, 0.24), "main"), "leg": Slot(skin, "main")}
    return Shape("sheep", moved(prims, (0.0, 0.0, -0.07)), slots)


def _elephant() -> Shape:
    head, skull = (0.0, 0.80, 0.44), (0.250, 0.255, 0.235)
    prims = (
        ellipsoid((0.0, 0.62, -0.12), (0.335, 0.325, 0.46)),
        *both(capsule((0.175, 0.45, 0.14), (0.18, 0.13, 0.15), 0.135, end=0.13, blend=0.07)),
        *both(capsule((0.175, 0.45, -0.36), (0.18, 0.13, -0.36), 0.14, end=0.13, blend=0.07)),
        ellipsoid(head, skull, blend=0.09),
        *both(
            ellipsoid((0.345, 0.83, 0.34), (0.215, 0.255, 0.045), "ear", turn=(0.0, 28.0, -8.0), blend=0.03)
        ),
        *both(ellipsoid((0.360, 0.825, 0.375), (0.150, 0.190, 0.030), "pink", turn=(0.0, 28.0, -8.0))),
        capsule((0.0, 0.76, 0.60), (0.0, 0.46, 0.78), 0.125, "trunk", end=0.088, blend=0.06),
        melted(tapered(upright((0.0, 0.455, 0.905), 0.13, 0.083, "trunk", -100.0, 200.0), 0.16), 0.03),
        *both(capsule((0.125, 0.64, 0.63), (0.155, 0.52, 0.80), 0.040, end=0.022, slot="tusk")),
        melted(upright((0.0, 0.50, -0.58), 0.22, 0.030, "body", 60.0, 80.0), 0.03),
        *both(ellipsoid((0.18, 0.045, 0.245), (0.085, 0.045, 0.045), "tusk")),
        *eyes(on(head, skull, 29.0, 17.0, 0.985), 0.036),
    )
    return Shape(
        "elephant",
        moved(prims, (0.0, 0.0, -0.23)),
        _FACE | {"ear": Slot(), "trunk": Slot(), "tusk": Slot((0.82, 0.76, 0.62), "ceramic")},
        top=0.94,
    )


ANIMALS: tuple[Shape, ...] = (_teddy(), _dog(), _cat(), _rabbit(), _sheep(), _elephant())
