"""Things on wheels as painted toys: car, bus, truck."""

from cavendish.world.shapes.base import Shape, Slot, box, capsule, cylinder, ellipsoid
from cavendish.world.shapes.parts import CHROME, LAMP, PANE, RUBBER, both, wheels

_ROAD = {
    "body": Slot(),
    "pane": PANE,
    "tyre": RUBBER,
    "hub": CHROME,
    "chrome": CHROME,
    "under": Slot((0.030, 0.030, 0.033), "rubber"),
    "lamp": LAMP,
    "tail": Slot((0.55, 0.010, 0.008), "ceramic", emission=0.25),
    "white": Slot((0.82, 0.81, 0.78), "plastic"),
}
_ACROSS = (0.0, 0.0, 90.0)


def _car() -> Shape:
    prims = (
        box((0.0, 0.295, 0.0), (0.385, 0.155, 0.740), round=0.13),
        ellipsoid((0.0, 0.400, 0.42), (0.30, 0.085, 0.30), blend=0.08),
        box((0.0, 0.530, -0.12), (0.315, 0.150, 0.330), "roof", round=0.11, blend=0.07),
        box(
            (0.0, 0.490, 0.14), (0.310, 0.150, 0.130), "roof", round=0.09, turn=(-34.0, 0.0, 0.0), blend=0.04
        ),
        box(
            (0.0, 0.500, -0.40), (0.310, 0.150, 0.110), "roof", round=0.09, turn=(26.0, 0.0, 0.0), blend=0.05
        ),
        box((0.0, 0.185, 0.0), (0.350, 0.052, 0.780), "chrome", round=0.050),
        cylinder((0.0, 0.180, 0.455), 0.222, 0.8, "under", turn=_ACROSS, op="subtract"),
        cylinder((0.0, 0.180, -0.455), 0.222, 0.8, "under", turn=_ACROSS, op="subtract"),
        box((0.0, 0.230, 0.0), (0.215, 0.090, 0.660), "under", round=0.03),
        *wheels(0.310, 0.455, 0.175, 0.082),
        *wheels(0.310, -0.455, 0.175, 0.082),
        box((0.0, 0.535, -0.125), (0.330, 0.082, 0.300), "pane", round=0.055),
        box((0.0, 0.540, -0.125), (0.336, 0.110, 0.028), "roof", round=0.02),
        box((0.0, 0.516, 0.222), (0.245, 0.098, 0.055), "pane", round=0.050, turn=(-34.0, 0.0, 0.0)),
        box((0.0, 0.530, -0.485), (0.225, 0.088, 0.045), "pane", round=0.040, turn=(26.0, 0.0, 0.0)),
        *both(ellipsoid((0.245, 0.335, 0.700), (0.082, 0.076, 0.056), "lamp")),
        *both(ellipsoid((0.270, 0.330, -0.715), (0.070, 0.052, 0.040), "tail")),
        box((0.0, 0.300, 0.730), (0.120, 0.040, 0.022), "under", round=0.02),
        box((0.0, 0.390, -0.200), (0.392, 0.013, 0.052), "chrome", round=0.012),
        box((0.0, 0.475, 0.190), (0.415, 0.040, 0.032), round=0.030),
    )
    return Shape("car", prims, _ROAD | {"roof": Slot()}, top=0.68)


def _bus() -> Shape:
    prims = (
        box((0.0, 0.500, 0.0), (0.345, 0.355, 0.950), round=0.10),
        box((0.0, 0.190, 0.0), (0.315, 0.050, 0.985), "under", round=0.045),
        cylinder((0.0, 0.165, 0.580), 0.205, 0.8, "under", turn=_ACROSS, op="subtract"),
        cylinder((0.0, 0.165, -0.560), 0.205, 0.8, "under", turn=_ACROSS, op="subtract"),
        box((0.0, 0.220, 0.0), (0.200, 0.090, 0.800), "under", round=0.03),
        *wheels(0.285, 0.580, 0.165, 0.075),
        *wheels(0.285, -0.560, 0.165, 0.075),
        box((0.0, 0.620, -0.040), (0.354, 0.115, 0.820), "pane", round=0.045),
        *(box((0.0, 0.620, z), (0.359, 0.120, 0.030), round=0.015) for z in (0.48, 0.16, -0.16, -0.48)),
        box((0.0, 0.590, 0.0), (0.280, 0.160, 0.960), "pane", round=0.055),
        box((0.0, 0.405, -0.040), (0.352, 0.028, 0.860), "white", round=0.015),
        box((0.0, 0.795, 0.880), (0.190, 0.038, 0.070), "sign", round=0.02),
        box((0.0, 0.795, 0.895), (0.160, 0.022, 0.060), "lamp", round=0.01),
        *both(ellipsoid((0.235, 0.325, 0.945), (0.062, 0.062, 0.030), "lamp")),
        *both(ellipsoid((0.255, 0.325, -0.945), (0.055, 0.055, 0.028), "tail")),
        box((0.0, 0.330, 0.945), (0.120, 0.045, 0.018), "under", round=0.015),
        box((0.0, 0.650, 0.900), (0.405, 0.080, 0.030), "under", round=0.028),
    )
    return Shape("bus", prims, _ROAD | {"sign": Slot((0.02, 0.02, 0.022), "plastic")}, top=0.855)


def _truck() -> Shape:
    prims = (
        box((0.0, 0.610, -0.320), (0.390, 0.350, 0.600), round=0.045),
        box((0.0, 0.540, 0.460), (0.335, 0.285, 0.190), "cab", round=0.085),
        box((0.0, 0.405, 0.720), (0.290, 0.175, 0.220), "cab", round=0.09, blend=0.05),
        box((0.0, 0.215, 0.880), (0.335, 0.062, 0.075), "chrome", round=0.05),
        cylinder((0.0, 0.180, 0.640), 0.215, 0.8, "under", turn=_ACROSS, op="subtract"),
        box((0.0, 0.215, -0.020), (0.270, 0.060, 0.900), "under", round=0.03),
        *wheels(0.285, 0.640, 0.175, 0.080),
        *wheels(0.295, -0.330, 0.175, 0.090),
        *wheels(0.295, -0.705, 0.175, 0.090),
        box((0.0, 0.655, 0.500), (0.342, 0.085, 0.110), "pane", round=0.035),
        box((0.0, 0.660, 0.580), (0.265, 0.095, 0.080), "pane", round=0.045),
        *both(ellipsoid((0.205, 0.420, 0.915), (0.068, 0.068, 0.035), "lamp")),
        box((0.0, 0.420, 0.930), (0.115, 0.080, 0.020), "chrome", round=0.015),
        box((0.0, 0.470, -0.320), (0.397, 0.040, 0.520), "white", round=0.015),
        *both(capsule((0.355, 0.360, 0.235), (0.355, 0.960, 0.235), 0.034, slot="chrome")),
        box((0.0, 0.650, 0.600), (0.405, 0.075, 0.026), "under", round=0.025),
        box((0.0, 0.215, -0.900), (0.290, 0.036, 0.040), "tail", round=0.03),
    )
    return Shape("truck", prims, _ROAD | {"cab": Slot()}, top=0.96)


VEHICLES: tuple[Shape, ...] = (_car(), _bus(), _truck())
