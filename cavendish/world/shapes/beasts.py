"""Animals of woods and wilds as painted toys: bear, lion, monkey, raccoon, koala, fox, tiger, panda, mouse."""

from cavendish.world.shapes.base import Prim, Shape, Slot, Vec3, ball, capsule, cone, ellipsoid, torus
from cavendish.world.shapes.limbs import legs
from cavendish.world.shapes.parts import (
    CREAM,
    EYE,
    GLINT,
    both,
    eyes,
    facing,
    moved,
    on,
    upright,
)

_INK = (0.020, 0.014, 0.012)
_FUR = {
    "body": Slot(),
    "dark": Slot(shade=0.5),
    "cream": CREAM,
    "pale": Slot((0.86, 0.82, 0.74), "main"),
    "pink": Slot((0.80, 0.33, 0.30), "main"),
    "nose": Slot(_INK, "ceramic"),
    "ink": Slot(_INK, "main"),
    "eye": EYE,
    "glint": GLINT,
}


def _round_ears(at: Vec3, radius: float, slot: str = "body", inner: str = "cream") -> tuple[Prim, ...]:
    x, y, z = at
    flat, small = (radius, radius, radius * 0.55), (radius * 0.6, radius * 0.6, radius * 0.28)
    return both(
        ellipsoid(at, flat, slot, blend=0.02),
        ellipsoid((x, y - radius * 0.05, z + radius * 0.47), small, inner),
    )


def _bear() -> Shape:
    head, skull = (0.0, 0.78, 0.40), (0.240, 0.215, 0.205)
    prims = (
        ellipsoid((0.0, 0.51, -0.10), (0.270, 0.270, 0.420)),
        ellipsoid((0.0, 0.62, 0.12), (0.225, 0.215, 0.240), blend=0.06),
        *legs(0.160, 0.16, -0.32, 0.36, 0.105, blend=0.07),
        *both(ellipsoid((0.160, 0.058, 0.215), (0.108, 0.058, 0.085), blend=0.03)),
        *both(ellipsoid((0.160, 0.058, -0.270), (0.108, 0.058, 0.085), blend=0.03)),
        ellipsoid(head, skull, blend=0.07),
        *_round_ears((0.170, 0.965, 0.39), 0.082),
        capsule((0.0, 0.72, 0.56), (0.0, 0.705, 0.67), 0.118, "cream", 0.098, blend=0.02),
        ellipsoid((0.0, 0.750, 0.765), (0.056, 0.040, 0.032), "nose"),
        *eyes(on(head, skull, 26.0, 16.0, 0.975), 0.038),
        ball((0.0, 0.62, -0.510), 0.070, blend=0.02),
    )
    return Shape("bear", moved(prims, (0.0, 0.0, -0.10)), _FUR)


def _lion() -> Shape:
    head, skull = (0.0, 0.76, 0.35), (0.195, 0.190, 0.165)
    prims = (
        capsule((0.0, 0.45, -0.30), (0.0, 0.47, 0.12), 0.190, end=0.205),
        *legs(0.125, 0.14, -0.33, 0.34, 0.080),
        *both(ellipsoid((0.127, 0.050, 0.190), (0.088, 0.050, 0.080), blend=0.02)),
        ellipsoid((0.0, 0.735, 0.25), (0.325, 0.335, 0.150), "mane"),
        ellipsoid((0.0, 0.580, 0.20), (0.245, 0.265, 0.200), "mane", blend=0.03),
        ellipsoid(head, skull),
        *_round_ears((0.215, 0.960, 0.330), 0.075),
        *both(ellipsoid((0.048, 0.690, 0.500), (0.068, 0.056, 0.062), "pale", blend=0.02)),
        ellipsoid((0.0, 0.735, 0.540), (0.050, 0.034, 0.034), "nose"),
        ellipsoid((0.0, 0.635, 0.475), (0.045, 0.040, 0.040), "pale"),
        capsule((0.0, 0.52, -0.46), (0.0, 0.66, -0.66), 0.034, end=0.032, blend=0.03),
        ellipsoid((0.0, 0.690, -0.690), (0.065, 0.085, 0.065), "mane", turn=(-30.0, 0.0, 0.0)),
        *eyes(on(head, skull, 26.0, 15.0, 0.975), 0.037),
    )
    slots = _FUR | {"mane": Slot((0.330, 0.085, 0.014), "main")}
    return Shape("lion", moved(prims, (0.0, 0.0, 0.07)), slots)


def _tiger() -> Shape:
    head, skull = (0.0, 0.73, 0.38), (0.225, 0.195, 0.185)
    rings = tuple(
        torus((0.0, 0.465, z), 0.178, 0.027, "ink", turn=(90.0, 0.0, 0.0)) for z in (-0.30, -0.15, 0.0)
    )
    prims = (
        capsule((0.0, 0.46, -0.30), (0.0, 0.47, 0.14), 0.190),
        *rings,
        *legs(0.120, 0.15, -0.33, 0.35, 0.080, "banded"),
        ellipsoid(head, skull, blend=0.06),
        *_round_ears((0.170, 0.905, 0.350), 0.075, "ink", "pale"),
        *both(ellipsoid((0.062, 0.665, 0.530), (0.085, 0.068, 0.062), "pale", blend=0.02)),
        ellipsoid((0.0, 0.712, 0.588), (0.044, 0.030, 0.030), "pink"),
        *both(capsule(on(head, skull, 62.0, 2.0), on(head, skull, 84.0, 4.0), 0.022, "ink", 0.022)),
        capsule(on(head, skull, 0.0, 44.0), on(head, skull, 0.0, 80.0), 0.024, "ink", 0.022),
        upright((0.0, 0.66, -0.48), 0.170, 0.040, "banded", -120.0, 150.0),
        *eyes(on(head, skull, 27.0, 18.0, 0.975), 0.040),
    )
    slots = _FUR | {"banded": Slot(pattern="stripes", second=_INK, scale=0.140)}
    return Shape("tiger", moved(prims, (0.0, 0.0, 0.05)), slots)


def _monkey() -> Shape:
    head, skull = (0.0, 0.72, 0.06), (0.220, 0.200, 0.190)
    prims = (
        ellipsoid((0.0, 0.32, -0.02), (0.195, 0.265, 0.180)),
        ellipsoid(head, skull, blend=0.04),
        *both(ellipsoid((0.255, 0.725, 0.05), (0.085, 0.095, 0.045), blend=0.015)),
        *both(ellipsoid((0.262, 0.722, 0.082), (0.056, 0.065, 0.024), "face")),
        *both(ellipsoid((0.075, 0.755, 0.165), (0.090, 0.090, 0.085), "face")),
        ellipsoid((0.0, 0.645, 0.185), (0.150, 0.098, 0.100), "face", blend=0.02),
        *both(ellipsoid((0.022, 0.695, 0.280), (0.012, 0.010, 0.010), "nose")),
        facing((0.0, 0.660, 0.277), 0.065, 0.011, "nose", -90.0, 120.0),
        ellipsoid((0.0, 0.315, 0.070), (0.130, 0.175, 0.105), "face"),
        *both(capsule((0.165, 0.48, 0.02), (0.275, 0.270, 0.130), 0.062, end=0.055, blend=0.03)),
        *both(capsule((0.120, 0.120, 0.04), (0.230, 0.080, 0.240), 0.085, end=0.075, blend=0.04)),
        capsule((0.0, 0.110, -0.12), (0.300, 0.110, -0.160), 0.045, end=0.038, blend=0.02),
        facing((0.300, 0.245, -0.160), 0.130, 0.037, "body", 20.0, 250.0),
        *eyes(on(head, skull, 20.0, 11.0, 1.13), 0.036),
    )
    slots = _FUR | {"face": Slot((0.72, 0.42, 0.24), "main")}
    return Shape("monkey", moved(prims, (-0.03, -0.003, -0.04)), slots)


def _raccoon() -> Shape:
    head, skull = (0.0, 0.60, 0.28), (0.245, 0.190, 0.180)
    prims = (
        ellipsoid((0.0, 0.35, -0.09), (0.215, 0.210, 0.300)),
        *legs(0.115, 0.09, -0.22, 0.22, 0.070, "ink", 0.0),
        ellipsoid(head, skull, blend=0.05),
        *_round_ears((0.165, 0.785, 0.25), 0.078, "body", "pale"),
        *both(ellipsoid((0.120, 0.610, 0.365), (0.112, 0.070, 0.082), "ink", turn=(0.0, 22.0, -18.0))),
        *both(ellipsoid((0.105, 0.700, 0.370), (0.080, 0.034, 0.060), "pale", turn=(0.0, 15.0, -18.0))),
        ellipsoid((0.0, 0.535, 0.390), (0.140, 0.078, 0.080), "pale", blend=0.02),
        capsule((0.0, 0.565, 0.43), (0.0, 0.550, 0.50), 0.070, "pale", 0.050, blend=0.02),
        ellipsoid((0.0, 0.570, 0.548), (0.042, 0.032, 0.028), "nose"),
        capsule((0.0, 0.36, -0.34), (0.0, 0.50, -0.50), 0.090, "banded", 0.118, blend=0.03),
        capsule((0.0, 0.50, -0.50), (0.0, 0.78, -0.53), 0.118, "banded", 0.095, blend=0.03),
        *eyes(on(head, skull, 29.0, 8.0, 1.06), 0.034),
    )
    slots = _FUR | {
        "body": Slot(shade=0.40),
        "banded": Slot(shade=0.40, pattern="stripes", second=_INK, scale=0.20),
    }
    return Shape("raccoon", moved(prims, (0.0, 0.0, 0.04)), slots)


def _koala() -> Shape:
    head, skull = (0.0, 0.66, 0.06), (0.235, 0.205, 0.185)
    prims = (
        ellipsoid((0.0, 0.28, -0.02), (0.220, 0.275, 0.200)),
        ellipsoid(head, skull, blend=0.04),
        *both(ellipsoid((0.270, 0.790, 0.03), (0.140, 0.135, 0.070), blend=0.02)),
        *both(ellipsoid((0.275, 0.780, 0.080), (0.090, 0.088, 0.034), "pink")),
        ellipsoid((0.0, 0.645, 0.245), (0.058, 0.090, 0.055), "nose"),
        facing((0.0, 0.560, 0.222), 0.050, 0.010, "nose", -90.0, 130.0),
        ellipsoid((0.0, 0.270, 0.080), (0.155, 0.185, 0.125), "pale"),
        *both(capsule((0.175, 0.43, 0.06), (0.180, 0.240, 0.210), 0.070, end=0.066, blend=0.03)),
        *both(capsule((0.150, 0.095, 0.04), (0.220, 0.088, 0.215), 0.094, end=0.086, blend=0.04)),
        *eyes(on(head, skull, 33.0, 12.0, 0.985), 0.036),
    )
    slots = _FUR | {"body": Slot(shade=0.48)}
    return Shape("koala", moved(prims, (0.0, 0.003, -0.04)), slots)


def _fox() -> Shape:
    head, skull = (0.0, 0.64, 0.32), (0.210, 0.170, 0.170)
    prims = (
        capsule((0.0, 0.38, -0.22), (0.0, 0.40, 0.12), 0.150, end=0.155),
        *legs(0.090, 0.12, -0.24, 0.28, 0.058),
        *both(capsule((0.090, 0.150, 0.12), (0.090, 0.060, 0.125), 0.063, "ink", 0.066)),
        *both(capsule((0.090, 0.150, -0.24), (0.090, 0.060, -0.235), 0.064, "ink", 0.066)),
        ellipsoid(head, skull, blend=0.05),
        *both(cone((0.138, 0.830, 0.290), 0.092, 0.110, 0.016, "ear", round=0.016, turn=(0.0, 0.0, -14.0))),
        *both(cone((0.136, 0.825, 0.327), 0.056, 0.080, 0.012, "ink", round=0.012, turn=(-8.0, 0.0, -14.0))),
        *both(ellipsoid((0.120, 0.580, 0.385), (0.100, 0.072, 0.090), "pale", blend=0.01)),
        capsule((0.0, 0.590, 0.440), (0.0, 0.570, 0.560), 0.080, end=0.048, blend=0.03),
        ball((0.0, 0.585, 0.605), 0.036, "nose"),
        ellipsoid((0.0, 0.400, 0.210), (0.105, 0.150, 0.090), "pale", turn=(-12.0, 0.0, 0.0)),
        capsule((0.0, 0.42, -0.34), (0.0, 0.58, -0.58), 0.075, "tail", end=0.140, blend=0.04),
        ellipsoid((0.0, 0.690, -0.700), (0.115, 0.145, 0.115), "pale", turn=(-40.0, 0.0, 0.0), blend=0.0),
        *eyes(on(head, skull, 30.0, 13.0, 0.975), 0.038),
    )
    return Shape("fox", moved(prims, (0.0, 0.0, 0.09)), _FUR | {"ear": Slot(), "tail": Slot()})


def _panda() -> Shape:
    head, skull = (0.0, 0.78, 0.05), (0.285, 0.240, 0.220)
    prims = (
        ellipsoid((0.0, 0.33, -0.02), (0.275, 0.325, 0.240)),
        ellipsoid(head, skull, blend=0.03),
        *both(ball((0.215, 0.965, 0.02), 0.092, "ear")),
        *both(ellipsoid((0.115, 0.790, 0.225), (0.066, 0.086, 0.050), "ink", turn=(0.0, 22.0, -28.0))),
        ellipsoid((0.0, 0.700, 0.245), (0.105, 0.078, 0.062), "pale", blend=0.02),
        ellipsoid((0.0, 0.735, 0.302), (0.045, 0.032, 0.028), "nose"),
        facing((0.0, 0.705, 0.296), 0.034, 0.009, "nose", -90.0, 130.0),
        torus((0.0, 0.545, -0.01), 0.165, 0.075, "ink"),
        *both(capsule((0.205, 0.535, 0.04), (0.265, 0.300, 0.200), 0.088, "ink", 0.092)),
        *both(capsule((0.165, 0.120, 0.06), (0.240, 0.115, 0.280), 0.118, "ink", 0.112)),
        *both(ellipsoid((0.262, 0.122, 0.385), (0.062, 0.066, 0.020), "pale", turn=(0.0, 18.0, 0.0))),
        *eyes((0.112, 0.805, 0.268), 0.030, "eye"),
    )
    slots = _FUR | {"ear": _FUR["ink"], "eye": Slot((0.012, 0.009, 0.008), "ceramic")}
    return Shape("panda", moved(prims, (0.0, 0.0, -0.07)), slots)


def _mouse() -> Shape:
    head, skull = (0.0, 0.50, 0.16), (0.190, 0.170, 0.190)
    prims = (
        ellipsoid((0.0, 0.255, -0.05), (0.205, 0.255, 0.220)),
        ellipsoid(head, skull, blend=0.05),
        capsule((0.0, 0.465, 0.28), (0.0, 0.455, 0.39), 0.095, end=0.045, blend=0.04),
        ball((0.0, 0.465, 0.435), 0.036, "pink"),
        *both(
            ellipsoid((0.205, 0.690, 0.10), (0.155, 0.155, 0.045), "ear", turn=(0.0, 12.0, 0.0), blend=0.015)
        ),
        *both(ellipsoid((0.212, 0.688, 0.132), (0.112, 0.112, 0.026), "pink", turn=(0.0, 12.0, 0.0))),
        *both(capsule((0.110, 0.33, 0.13), (0.070, 0.285, 0.250), 0.045, "body", 0.036, blend=0.02)),
        *both(ellipsoid((0.120, 0.042, 0.110), (0.065, 0.042, 0.120), "pink")),
        ellipsoid((0.0, 0.230, 0.070), (0.130, 0.160, 0.115), "pale"),
        torus((0.0, 0.045, -0.12), 0.300, 0.032, "tail", turn=(0.0, 40.0, 0.0), arc=170.0),
        *eyes(on(head, skull, 34.0, 15.0, 0.985), 0.036),
    )
    slots = _FUR | {"body": Slot(shade=0.62), "ear": Slot(shade=0.62), "tail": _FUR["pink"]}
    return Shape("mouse", moved(prims, (0.0, 0.0, 0.0)), slots)


BEASTS: tuple[Shape, ...] = (
    *(_bear(), _lion(), _monkey(), _raccoon(), _koala()),
    *(_fox(), _tiger(), _panda(), _mouse()),
)
"""Furred animals that are not at home with people, mice among them."""
