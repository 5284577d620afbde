"""Things people read: book, sign, poster, laptop."""

from cavendish.world.shapes.base import (
    LetterSpot,
    Shape,
    Slot,
    ball,
    box,
    capsule,
    cylinder,
    ellipsoid,
    mirrored,
    torus,
)
from cavendish.world.shapes.posed import posed

_FACING = (90.0, 0.0, 0.0)
_GOLD = Slot((0.92, 0.62, 0.20), "metal")
_TIMBER = Slot((0.30, 0.135, 0.048), "wood")


def _book() -> Shape:
    prims = (
        box((0.015, 0.440, 0.0), (0.305, 0.440, 0.110), round=0.018),
        box((0.115, 0.440, 0.0), (0.40, 0.60, 0.080), "pages", op="subtract"),
        cylinder((-0.285, 0.440, 0.0), 0.110, 0.440, round=0.018),
        capsule((-0.205, -0.10, 0.114), (-0.205, 1.00, 0.114), 0.016, op="subtract"),
        box((-0.005, 0.440, 0.0), (0.290, 0.412, 0.086), "pages", round=0.006),
        torus((-0.285, 0.150, 0.0), 0.106, 0.011, "gold"),
        torus((-0.285, 0.730, 0.0), 0.106, 0.011, "gold"),
        box((0.060, 0.440, 0.1085), (0.225, 0.375, 0.004), "gold", round=0.002),
        box((0.060, 0.440, 0.1095), (0.210, 0.360, 0.005), round=0.002),
        box((0.060, 0.610, 0.1120), (0.180, 0.105, 0.007), "plate", round=0.006),
        box((0.060, 0.270, 0.1120), (0.062, 0.062, 0.006), "gold", turn=(0.0, 0.0, 45.0), round=0.005),
        ball((0.060, 0.270, 0.1120), 0.024),
        box((0.150, 0.895, 0.020), (0.030, 0.085, 0.006), "ribbon", turn=(12.0, 0.0, -8.0), round=0.005),
    )
    slots = {
        "body": Slot(),
        "pages": Slot((0.80, 0.72, 0.56), "paper"),
        "gold": _GOLD,
        "plate": Slot((0.82, 0.75, 0.60), "paper"),
        "ribbon": Slot((0.62, 0.38, 0.03), "fabric"),
    }
    lying = posed(prims, (-90.0, 0.0, 0.0), (0.0, 0.117, 0.49))
    spot = LetterSpot((0.060, 0.610, 0.119), 0.34, 0.195)
    above = LetterSpot((0.060, 0.117 + 0.119, 0.49 - 0.610), 0.34, 0.195, (0.0, 1.0, 0.0), (0.0, 0.0, -1.0))
    return Shape(
        "book", prims, slots, letters=spot, top=0.880, poses={"lying": lying}, spots={"lying": above}
    )


def _sign() -> Shape:
    prims = (
        cylinder((0.0, 0.560, -0.040), 0.050, 0.560, "post", round=0.02),
        ball((0.0, 1.125, -0.040), 0.068, "post"),
        cylinder((0.0, 0.030, -0.040), 0.170, 0.030, "post", round=0.025),
        box((0.0, 0.790, 0.020), (0.475, 0.270, 0.040), "frame", round=0.035),
        box((0.0, 0.790, 0.045), (0.435, 0.230, 0.028), round=0.022),
        *mirrored(
            (
                ball((0.395, 0.980, 0.070), 0.016, "nail"),
                ball((0.395, 0.600, 0.070), 0.016, "nail"),
            )
        ),
    )
    slots = {"body": Slot(), "post": _TIMBER, "frame": _TIMBER, "nail": _GOLD}
    return Shape("sign", prims, slots, letters=LetterSpot((0.0, 0.790, 0.073), 0.76, 0.40))


def _poster() -> Shape:
    prims = (
        box((0.0, 0.420, 0.030), (0.330, 0.300, 0.012), "sky"),
        cylinder((0.130, 0.560, 0.040), 0.095, 0.007, "sun", turn=_FACING),
        ellipsoid((-0.190, 0.120, 0.042), (0.330, 0.330, 0.010), "far"),
        ellipsoid((0.230, 0.090, 0.046), (0.400, 0.260, 0.012), "near"),
        box((0.0, 0.420, 0.040), (0.330, 0.300, 0.080), "near", op="intersect"),
        box((0.0, 0.600, 0.0), (0.430, 0.600, 0.036), "frame", round=0.022),
        box((0.0, 0.600, 0.020), (0.385, 0.555, 0.018), round=0.004),
        box((0.0, 0.030, -0.060), (0.300, 0.030, 0.060), "frame", round=0.02),
    )
    slots = {
        "body": Slot(material="paper"),
        "frame": Slot((0.050, 0.028, 0.016), "wood"),
        "sky": Slot((0.62, 0.72, 0.74), "paper"),
        "sun": Slot((0.88, 0.34, 0.04), "paper"),
        "far": Slot((0.10, 0.30, 0.28), "paper"),
        "near": Slot((0.03, 0.14, 0.11), "paper"),
    }
    return Shape("poster", prims, slots, letters=LetterSpot((0.0, 0.937, 0.038), 0.72, 0.40))


def _laptop() -> Shape:
    lid = (
        ellipsoid((-0.170, 0.010, 0.030), (0.330, 0.200, 0.010), "far"),
        ellipsoid((0.220, 0.000, 0.032), (0.330, 0.160, 0.010), "near"),
        box((0.0, 0.330, 0.030), (0.415, 0.240, 0.040), "near", op="intersect"),
        cylinder((0.150, 0.400, 0.028), 0.075, 0.006, "sun", turn=_FACING),
        box((0.0, 0.315, 0.0), (0.480, 0.315, 0.024), round=0.022),
        box((0.0, 0.325, 0.018), (0.445, 0.272, 0.009), "bezel", round=0.008),
        box((0.0, 0.330, 0.022), (0.415, 0.240, 0.008), "screen", round=0.004),
    )
    rows = tuple(
        box((0.0, 0.066, z), (0.400, 0.012, 0.040), "key", round=0.008) for z in (-0.155, -0.060, 0.035)
    )
    cuts = tuple(
        box((x, 0.080, -0.06), (0.009, 0.022, 0.20), "key", op="subtract")
        for x in (-0.267, -0.133, 0.0, 0.133, 0.267)
    )
    prims = (
        *posed(lid, (-16.0, 0.0, 0.0), (0.0, 0.030, -0.270)),
        *rows,
        *cuts,
        box((0.0, 0.032, 0.055), (0.480, 0.032, 0.340), round=0.025),
        box((0.0, 0.060, 0.220), (0.150, 0.007, 0.085), "pad", round=0.005),
    )
    slots = {
        "body": Slot(),
        "key": Slot((0.030, 0.031, 0.034), "rubber"),
        "bezel": Slot((0.012, 0.012, 0.014), "ceramic"),
        "screen": Slot((0.10, 0.42, 0.80), "matte", emission=0.45),
        "far": Slot((0.10, 0.42, 0.24), "matte", emission=0.35),
        "near": Slot((0.05, 0.25, 0.15), "matte", emission=0.35),
        "sun": Slot((0.90, 0.62, 0.12), "matte", emission=0.6),
        "pad": Slot("main", "main", shade=0.72),
    }
    return Shape("laptop", prims, slots, top=0.078)


PRINTED: tuple[Shape, ...] = (_book(), _sign(), _poster(), _laptop())
