"""Buildings as painted wooden toys: house and castle."""

from cavendish.world.shapes.base import Shape, Slot, ball, box, cone, cylinder, ellipsoid
from cavendish.world.shapes.parts import both, moved

_GLOW = Slot((0.90, 0.62, 0.22), "ceramic", emission=0.45)
_WOOD = Slot((0.20, 0.080, 0.028), "wood", pattern="planks", second=(0.10, 0.038, 0.014), scale=0.07)


def _house() -> Shape:
    prims = (
        box((0.0, 0.045, 0.0), (0.640, 0.045, 0.560), "stone", round=0.02),
        box((0.0, 0.450, 0.0), (0.580, 0.380, 0.500), round=0.025),
        box((0.0, 0.800, 0.0), (0.412, 0.412, 0.500), turn=(0.0, 0.0, 45.0), round=0.02),
        *both(box((0.365, 1.035, 0.0), (0.520, 0.042, 0.590), "roof", turn=(0.0, 0.0, -45.0), round=0.03)),
        box((0.310, 1.280, -0.180), (0.085, 0.190, 0.085), "brick", round=0.015),
        box((0.310, 1.470, -0.180), (0.110, 0.035, 0.110), "stone", round=0.02),
        box((0.0, 0.345, 0.495), (0.165, 0.270, 0.030), "trim", round=0.02),
        box((0.0, 0.335, 0.510), (0.130, 0.245, 0.030), "door", round=0.02),
        ball((0.080, 0.335, 0.548), 0.024, "brass"),
        box((0.0, 0.045, 0.610), (0.200, 0.045, 0.120), "stone", round=0.025),
        *both(box((0.370, 0.490, 0.495), (0.132, 0.142, 0.028), "trim", round=0.02)),
        *both(box((0.370, 0.490, 0.505), (0.100, 0.110, 0.030), "pane", round=0.015)),
        *both(box((0.370, 0.490, 0.515), (0.013, 0.110, 0.026), "trim", round=0.01)),
        box((0.0, 0.490, 0.000), (0.604, 0.142, 0.180), "trim", round=0.02),
        box((0.0, 0.490, 0.000), (0.612, 0.110, 0.148), "pane", round=0.015),
        box((0.0, 0.490, 0.000), (0.617, 0.110, 0.013), "trim", round=0.01),
        cylinder((0.0, 0.985, 0.490), 0.115, 0.030, "trim", turn=(90.0, 0.0, 0.0), round=0.015),
        cylinder((0.0, 0.985, 0.500), 0.085, 0.030, "pane", turn=(90.0, 0.0, 0.0), round=0.01),
        *both(ellipsoid((0.420, 0.150, 0.600), (0.170, 0.140, 0.110), "leaf")),
    )
    slots = {
        "body": Slot(),
        "roof": Slot((0.44, 0.075, 0.040), "ceramic"),
        "brick": Slot((0.36, 0.085, 0.050), "matte"),
        "stone": Slot((0.36, 0.34, 0.31), "matte"),
        "trim": Slot((0.80, 0.78, 0.73), "wood"),
        "door": Slot((0.025, 0.190, 0.180), "wood"),
        "pane": _GLOW,
        "brass": Slot((0.80, 0.55, 0.18), "metal"),
        "leaf": Slot((0.045, 0.210, 0.040), "leaf"),
    }
    return Shape("house", moved(prims, (0.0, 0.0, -0.07)), slots)


def _castle() -> Shape:
    prims = (
        box((0.0, 0.340, 0.0), (0.640, 0.340, 0.520), round=0.02),
        *(box((x, 0.700, 0.0), (0.060, 0.090, 0.9), "body", op="subtract") for x in (-0.24, 0.0, 0.24)),
        *(box((0.0, 0.700, z), (0.9, 0.090, 0.060), "body", op="subtract") for z in (-0.16, 0.12)),
        cylinder((0.0, 0.620, -0.100), 0.330, 0.620, round=0.02),
        cone((0.0, 1.470, -0.100), 0.400, 0.250, 0.020, "roof", round=0.02),
        *(
            cylinder((s * 0.640, 0.480, z), 0.205, 0.480, round=0.02)
            for z in (0.500, -0.500)
            for s in (1, -1)
        ),
        *(
            cone((s * 0.640, 1.140, z), 0.265, 0.200, 0.018, "roof", round=0.018)
            for z in (0.500, -0.500)
            for s in (1, -1)
        ),
        cylinder((0.0, 0.270, 0.515), 0.185, 0.040, "stone", turn=(90.0, 0.0, 0.0), round=0.02),
        box((0.0, 0.140, 0.515), (0.185, 0.140, 0.040), "stone", round=0.02),
        cylinder((0.0, 0.270, 0.525), 0.135, 0.045, "door", turn=(90.0, 0.0, 0.0), round=0.015),
        box((0.0, 0.135, 0.525), (0.135, 0.135, 0.045), "door", round=0.015),
        *both(ellipsoid((0.655, 0.640, 0.695), (0.045, 0.090, 0.030), "dark")),
        ellipsoid((0.0, 0.960, 0.225), (0.060, 0.110, 0.030), "dark"),
        cylinder((0.0, 1.790, -0.100), 0.024, 0.140, "door", round=0.015),
        box((0.110, 1.860, -0.100), (0.100, 0.058, 0.020), "flag", round=0.018),
    )
    slots = {
        "body": Slot(shade=0.80, pattern="bricks", second="main", scale=0.10),
        "roof": Slot((0.030, 0.085, 0.300), "ceramic"),
        "stone": Slot((0.34, 0.32, 0.29), "matte"),
        "door": _WOOD,
        "dark": Slot((0.030, 0.026, 0.024), "matte"),
        "flag": Slot((0.56, 0.018, 0.016), "fabric"),
    }
    return Shape("castle", prims, slots)


BUILDINGS: tuple[Shape, ...] = (_house(), _castle())
