"""Small animals and storybook ones as painted toys: insects, a snail, a squirrel; dragon, dinosaur, unicorn."""

from cavendish.world.shapes.base import Shape, Slot, ball, box, capsule, cone, ellipsoid, torus
from cavendish.world.shapes.limbs import hooves, legs
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
    upright,
)

_INK = (0.020, 0.014, 0.012)
_COAT = {
    "body": Slot(),
    "dark": Slot(shade=0.5),
    "cream": CREAM,
    "pale": Slot((0.86, 0.83, 0.76), "main"),
    "pink": Slot((0.84, 0.36, 0.34), "main"),
    "ink": Slot(_INK, "main"),
    "line": Slot(_INK, "ceramic"),
    "white": Slot((0.88, 0.87, 0.84), "ceramic"),
    "sun": Slot((0.90, 0.56, 0.03), "main"),
    "gold": Slot((0.86, 0.58, 0.14), "metal"),
    "eye": EYE,
    "glint": GLINT,
}


def _bee() -> Shape:
    head, skull = (0.0, 0.36, 0.33), (0.185, 0.180, 0.165)
    rings = tuple(
        torus((0.0, 0.33, z), r, 0.040, "ink", turn=(90.0, 0.0, 0.0))
        for z, r in ((-0.20, 0.168), (-0.06, 0.208), (0.08, 0.205))
    )
    prims = (
        ellipsoid((0.0, 0.33, -0.04), (0.235, 0.235, 0.340)),
        *rings,
        cone((0.0, 0.325, -0.405), 0.045, 0.060, 0.010, "ink", turn=(-92.0, 0.0, 0.0), round=0.01),
        ellipsoid(head, skull, blend=0.03),
        *both(
            ellipsoid((0.200, 0.660, -0.04), (0.110, 0.215, 0.030), "wing", turn=(-14.0, -30.0, -38.0)),
            ellipsoid((0.190, 0.580, -0.17), (0.085, 0.155, 0.028), "wing", turn=(-26.0, -30.0, -52.0)),
            capsule((0.065, 0.51, 0.37), (0.105, 0.650, 0.43), 0.022, "ink", 0.020),
            ball((0.108, 0.665, 0.435), 0.038, "ink"),
            capsule((0.105, 0.18, 0.10), (0.130, 0.032, 0.14), 0.034, "ink", 0.030),
            capsule((0.105, 0.18, -0.10), (0.130, 0.032, -0.14), 0.034, "ink", 0.030),
        ),
        facing((0.0, 0.330, 0.476), 0.055, 0.012, "line", -90.0, 130.0),
        *both(ellipsoid(on(head, skull, 42.0, -12.0, 0.95), (0.034, 0.024, 0.024), "pink")),
        *eyes(on(head, skull, 26.0, 14.0, 0.965), 0.042),
    )
    slots = _COAT | {"wing": Slot((0.66, 0.78, 0.90), "ceramic")}
    return Shape("bee", moved(prims, (0.0, 0.0, -0.02)), slots)


def _butterfly() -> Shape:
    head, skull = (0.0, 0.665, 0.07), (0.115, 0.110, 0.105)
    prims = (
        *both(
            ellipsoid((0.330, 0.680, -0.02), (0.330, 0.205, 0.038), turn=(0.0, 8.0, 32.0)),
            ellipsoid((0.250, 0.270, -0.02), (0.235, 0.175, 0.036), turn=(0.0, 8.0, -38.0), blend=0.02),
            ellipsoid((0.400, 0.735, 0.010), (0.175, 0.110, 0.036), "patch", turn=(0.0, 8.0, 32.0)),
            ellipsoid((0.275, 0.250, 0.010), (0.120, 0.090, 0.032), "patch", turn=(0.0, 8.0, -38.0)),
            ball((0.535, 0.820, 0.005), 0.052, "white"),
        ),
        capsule((0.0, 0.115, 0.02), (0.0, 0.56, 0.04), 0.070, "ink", 0.090),
        ellipsoid((0.0, 0.045, 0.02), (0.100, 0.045, 0.085), "ink"),
        ellipsoid(head, skull, "ink"),
        ellipsoid((0.0, 0.650, 0.100), (0.098, 0.088, 0.085), "face"),
        *both(
            capsule((0.040, 0.75, 0.06), (0.125, 0.930, 0.07), 0.020, "ink", 0.018),
            ball((0.130, 0.945, 0.07), 0.036, "ink"),
        ),
        facing((0.0, 0.640, 0.180), 0.034, 0.010, "line", -90.0, 130.0),
        *eyes((0.045, 0.685, 0.165), 0.027),
    )
    slots = _COAT | {"patch": Slot((0.92, 0.66, 0.10), "main"), "face": Slot((0.80, 0.52, 0.33), "main")}
    return Shape("butterfly", prims, slots)


def _ladybug() -> Shape:
    dome, hull = (0.0, 0.16, -0.06), (0.370, 0.340, 0.400)
    spots = ((38.0, 44.0), (82.0, 30.0), (128.0, 40.0))
    prims = (
        ellipsoid(dome, hull),
        ellipsoid((0.0, 0.130, -0.06), (0.345, 0.110, 0.375), "ink"),
        ellipsoid((0.0, 0.165, -0.065), (0.015, 0.345, 0.405), "ink"),
        box((0.0, -0.14, 0.0), (0.7, 0.20, 0.7), op="subtract"),
        *both(
            *(ellipsoid(on(dome, hull, a, b, 0.955), (0.075, 0.062, 0.075), "ink") for a, b in spots),
            ellipsoid((0.100, 0.345, 0.415), (0.066, 0.072, 0.050), "white"),
            capsule((0.070, 0.41, 0.36), (0.125, 0.540, 0.42), 0.022, "ink", 0.020),
            ball((0.130, 0.555, 0.425), 0.036, "ink"),
            capsule((0.280, 0.12, 0.14), (0.390, 0.036, 0.20), 0.040, "ink", 0.036),
            capsule((0.290, 0.12, -0.20), (0.395, 0.036, -0.26), 0.040, "ink", 0.036),
        ),
        ellipsoid((0.0, 0.270, 0.310), (0.200, 0.185, 0.155), "ink"),
        facing((0.0, 0.250, 0.445), 0.060, 0.014, "smile", -90.0, 120.0),
        *eyes((0.106, 0.350, 0.450), 0.036),
    )
    slots = _COAT | {"smile": Slot((0.80, 0.30, 0.27), "main")}
    return Shape("ladybug", moved(prims, (0.0, 0.0, 0.0)), slots)


def _snail() -> Shape:
    prims = (
        ellipsoid((0.0, 0.400, -0.12), (0.190, 0.290, 0.290)),
        *both(
            melted(upright((0.115, 0.400, -0.12), 0.190, 0.072, "body", 0.0, 359.0), 0.02),
            upright((0.170, 0.395, -0.12), 0.115, 0.026, "dark", 150.0, 300.0),
            upright((0.090, 0.400, -0.12), 0.262, 0.024, "dark", 100.0, 250.0),
            ball((0.165, 0.395, -0.12), 0.060, "dark"),
        ),
        capsule((0.0, 0.085, -0.42), (0.0, 0.105, 0.26), 0.075, "skin", 0.105),
        capsule((0.0, 0.12, 0.26), (0.0, 0.34, 0.37), 0.110, "skin", 0.100, blend=0.06),
        ellipsoid((0.0, 0.390, 0.390), (0.130, 0.120, 0.120), "skin", blend=0.03),
        *both(
            capsule((0.060, 0.46, 0.38), (0.110, 0.640, 0.40), 0.034, "skin", 0.028, blend=0.02),
            ball((0.115, 0.680, 0.405), 0.072, "white"),
            ellipsoid((0.092, 0.375, 0.475), (0.030, 0.022, 0.022), "pink"),
        ),
        facing((0.0, 0.385, 0.502), 0.052, 0.012, "line", -90.0, 130.0),
        *eyes((0.118, 0.682, 0.455), 0.036),
    )
    slots = _COAT | {"dark": Slot(shade=0.35), "skin": Slot((0.82, 0.60, 0.34), "plastic")}
    return Shape("snail", moved(prims, (0.0, 0.01, 0.0)), slots)


def _dragon() -> Shape:
    head, skull = (0.0, 0.94, 0.16), (0.215, 0.190, 0.190)
    prims = (
        ellipsoid((0.0, 0.40, -0.04), (0.260, 0.330, 0.250)),
        capsule((0.0, 0.60, 0.0), (0.0, 0.86, 0.10), 0.160, end=0.135, blend=0.08),
        ellipsoid(head, skull, blend=0.05),
        capsule((0.0, 0.885, 0.28), (0.0, 0.875, 0.40), 0.125, end=0.110, blend=0.05),
        *both(capsule((0.110, 1.09, 0.09), (0.170, 1.250, 0.00), 0.050, "horn", 0.020)),
        ellipsoid((0.0, 0.390, 0.085), (0.190, 0.270, 0.165), "scales"),
        *both(capsule((0.165, 0.130, 0.00), (0.185, 0.086, 0.210), 0.125, end=0.086, blend=0.05)),
        *both(capsule((0.190, 0.58, 0.06), (0.230, 0.440, 0.240), 0.070, end=0.058, blend=0.03)),
        capsule((0.0, 0.22, -0.20), (0.0, 0.105, -0.60), 0.160, end=0.070, blend=0.08),
        cone((0.0, 0.235, -0.720), 0.100, 0.110, 0.014, "wing", turn=(-25.0, 0.0, 0.0), round=0.014),
        *both(
            ellipsoid((0.235, 0.860, -0.22), (0.310, 0.085, 0.036), "wing", turn=(0.0, 8.0, 68.0)),
            ellipsoid(
                (0.375, 0.770, -0.22), (0.320, 0.085, 0.036), "wing", turn=(0.0, 8.0, 36.0), blend=0.04
            ),
            ellipsoid((0.370, 0.605, -0.22), (0.260, 0.080, 0.036), "wing", turn=(0.0, 8.0, 5.0), blend=0.04),
            ellipsoid(
                on(head, skull, 34.0, 20.0, 0.93), (0.066, 0.072, 0.052), "white", turn=(0.0, 30.0, 0.0)
            ),
        ),
        ellipsoid((0.0, 1.130, 0.060), (0.036, 0.090, 0.085), "wing", turn=(-20.0, 0.0, 0.0)),
        *eyes(on(head, skull, 32.0, 19.0, 1.09), 0.042),
    )
    slots = _COAT | {
        "scales": Slot((0.88, 0.62, 0.20), "main", pattern="stripes", second=(0.72, 0.42, 0.10), scale=0.13),
        "wing": Slot((0.90, 0.46, 0.04), "main"),
        "horn": Slot((0.84, 0.76, 0.58), "ceramic"),
    }
    return Shape("dragon", moved(prims, (0.0, 0.0, 0.14)), slots)


def _dinosaur() -> Shape:
    head, skull = (0.0, 1.00, 0.34), (0.180, 0.165, 0.190)
    spikes = tuple(
        cone((0.0, y, z), 0.105, 0.110, 0.016, "spike", turn=(t, 0.0, 0.0), round=0.014)
        for y, z, t in ((1.030, 0.050, -36.0), (0.830, -0.180, -42.0), (0.600, -0.450, -34.0))
    )
    prims = (
        capsule((0.0, 0.52, -0.16), (0.0, 0.70, 0.08), 0.245, end=0.190),
        capsule((0.0, 0.72, 0.10), (0.0, 0.95, 0.24), 0.160, end=0.135, blend=0.08),
        ellipsoid(head, skull, blend=0.05),
        capsule((0.0, 0.985, 0.44), (0.0, 0.965, 0.60), 0.125, end=0.105, blend=0.05),
        capsule((0.0, 0.865, 0.36), (0.0, 0.830, 0.56), 0.095, end=0.072, blend=0.03),
        *both(cone((0.062, 0.862, 0.655), 0.026, 0.034, 0.010, "white", turn=(180.0, 0.0, 0.0), round=0.008)),
        capsule((0.0, 0.50, -0.26), (0.0, 0.34, -0.64), 0.200, end=0.110, blend=0.10),
        capsule((0.0, 0.34, -0.64), (0.0, 0.42, -0.94), 0.110, end=0.034, blend=0.06),
        *both(capsule((0.180, 0.36, -0.10), (0.195, 0.085, -0.04), 0.165, end=0.085, blend=0.04)),
        *both(ellipsoid((0.200, 0.062, 0.060), (0.100, 0.062, 0.150), blend=0.03)),
        *both(capsule((0.165, 0.66, 0.18), (0.175, 0.545, 0.300), 0.052, end=0.042, blend=0.02)),
        ellipsoid((0.0, 0.590, 0.075), (0.165, 0.220, 0.170), "belly", turn=(-22.0, 0.0, 0.0)),
        *spikes,
        *both(
            ellipsoid(
                on(head, skull, 42.0, 26.0, 0.95), (0.056, 0.064, 0.050), "white", turn=(0.0, 38.0, 0.0)
            )
        ),
        *eyes(on(head, skull, 39.0, 25.0, 1.12), 0.036),
    )
    slots = _COAT | {
        "body": Slot(shade=1.4),
        "belly": Slot((0.74, 0.70, 0.32), "main"),
        "spike": Slot((0.86, 0.34, 0.05), "main"),
    }
    return Shape("dinosaur", moved(prims, (0.0, 0.0, 0.11)), slots)


def _unicorn() -> Shape:
    head, skull = (0.0, 1.05, 0.38), (0.160, 0.160, 0.165)
    prims = (
        capsule((0.0, 0.58, -0.25), (0.0, 0.60, 0.14), 0.205, end=0.200),
        *legs(0.120, 0.16, -0.27, 0.44, 0.076),
        capsule((0.0, 0.66, 0.17), (0.0, 0.98, 0.32), 0.155, end=0.118, blend=0.08),
        ellipsoid(head, skull, blend=0.05),
        capsule((0.0, 1.005, 0.47), (0.0, 0.950, 0.59), 0.112, end=0.104, blend=0.05),
        *hooves(0.120, 0.16, -0.27, 0.10, 0.086, "gold"),
        ellipsoid((0.0, 0.925, 0.620), (0.112, 0.098, 0.092), "blush", turn=(25.0, 0.0, 0.0)),
        cone((0.0, 1.350, 0.470), 0.056, 0.165, 0.014, "horn", turn=(18.0, 0.0, 0.0), round=0.012),
        *both(cone((0.095, 1.225, 0.335), 0.052, 0.080, 0.014, round=0.014, turn=(-8.0, 0.0, -14.0))),
        ellipsoid((0.0, 1.205, 0.375), (0.075, 0.070, 0.110), "mane"),
        ellipsoid((0.0, 1.110, 0.225), (0.078, 0.130, 0.100), "violet"),
        ellipsoid((0.0, 0.930, 0.140), (0.078, 0.135, 0.100), "mane"),
        ellipsoid((0.0, 0.775, 0.055), (0.070, 0.110, 0.095), "violet"),
        capsule((0.0, 0.68, -0.45), (0.0, 0.48, -0.60), 0.065, "violet", 0.095, blend=0.02),
        capsule((0.0, 0.46, -0.60), (0.0, 0.30, -0.57), 0.095, "mane", 0.055, blend=0.02),
        *eyes(on(head, skull, 37.0, 18.0, 0.96), 0.048),
    )
    slots = _COAT | {
        "mane": Slot((0.84, 0.20, 0.42), "main"),
        "horn": _COAT["gold"],
        "violet": Slot((0.36, 0.14, 0.66), "main"),
        "blush": Slot((0.88, 0.52, 0.54), "main"),
    }
    return Shape("unicorn", moved(prims, (0.0, 0.0, -0.02)), slots)


def _squirrel() -> Shape:
    head, skull = (0.0, 0.60, 0.15), (0.185, 0.165, 0.165)
    prims = (
        ellipsoid((0.0, 0.270, 0.0), (0.190, 0.270, 0.200)),
        ellipsoid(head, skull, blend=0.05),
        *both(ellipsoid((0.115, 0.780, 0.110), (0.052, 0.090, 0.036), turn=(0.0, 0.0, -16.0), blend=0.02)),
        *both(ellipsoid((0.060, 0.550, 0.265), (0.080, 0.062, 0.062), "cream", blend=0.02)),
        ellipsoid((0.0, 0.585, 0.322), (0.034, 0.026, 0.022), "line"),
        ellipsoid((0.0, 0.260, 0.085), (0.125, 0.185, 0.125), "cream"),
        *both(ellipsoid((0.150, 0.150, 0.04), (0.085, 0.140, 0.150), blend=0.03)),
        *both(ellipsoid((0.135, 0.040, 0.170), (0.060, 0.040, 0.110), blend=0.02)),
        *both(capsule((0.140, 0.41, 0.11), (0.072, 0.325, 0.245), 0.048, end=0.042, blend=0.02)),
        ellipsoid((0.0, 0.320, 0.285), (0.062, 0.075, 0.060), "nut"),
        ellipsoid((0.0, 0.375, 0.285), (0.074, 0.034, 0.072), "cap"),
        capsule((0.0, 0.12, -0.16), (0.0, 0.46, -0.34), 0.110, "tail", end=0.165, blend=0.03),
        capsule((0.0, 0.46, -0.34), (0.0, 0.80, -0.25), 0.165, "tail", end=0.150, blend=0.04),
        capsule((0.0, 0.80, -0.25), (0.0, 0.86, -0.46), 0.150, "tail", end=0.120, blend=0.03),
        ellipsoid((0.0, 0.760, -0.540), (0.090, 0.105, 0.080), "dark", blend=0.02),
        *eyes(on(head, skull, 34.0, 14.0, 0.975), 0.038),
    )
    slots = _COAT | {
        "dark": Slot(shade=0.7),
        "tail": Slot(),
        "nut": Slot((0.36, 0.15, 0.035), "ceramic"),
        "cap": Slot((0.13, 0.058, 0.020), "fabric"),
    }
    return Shape("squirrel", moved(prims, (0.0, 0.0, 0.12)), slots)


SMALL: tuple[Shape, ...] = (
    *(_bee(), _butterfly(), _ladybug(), _snail()),
    *(_dragon(), _dinosaur(), _unicorn(), _squirrel()),
)
"""What is small in the garden, and what is large in stories."""
