"""Buildings one travels to see, as painted toys: lighthouse, windmill, lattice tower, church, barn, igloo."""

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
from cavendish.world.shapes.parts import both, facing, upright
from cavendish.world.shapes.posed import posed, within
from cavendish.world.shapes.sights import SIGHTS

_GLOW = Slot((0.90, 0.62, 0.22), "ceramic", emission=0.45)
_WHITE = Slot((0.82, 0.80, 0.75), "plastic")
_STONE = Slot((0.30, 0.28, 0.26), "stone")
_DARK = Slot((0.030, 0.028, 0.030), "plastic")
_DOOR = Slot((0.20, 0.080, 0.028), "wood")
_PANE = Slot((0.040, 0.085, 0.140), "ceramic")
_BELOW = box((0.0, -0.5, 0.0), (2.0, 0.5, 2.0), "stone", op="subtract")
_ALONG, _ACROSS = (90.0, 0.0, 0.0), (0.0, 0.0, 90.0)


def _lighthouse() -> Shape:
    def band(low: float, high: float, slot: str, out: float = 0.0) -> Prim:
        def radius(y: float) -> float:
            return 0.330 - 0.120 * (y - 0.10) / 1.15 + out

        return cone((0.0, (low + high) / 2, 0.0), radius(low), (high - low) / 2, radius(high), slot)

    prims = (
        ellipsoid((0.0, 0.0, 0.0), (0.520, 0.200, 0.480), "stone"),
        ellipsoid((0.330, 0.060, 0.260), (0.180, 0.140, 0.160), "stone"),
        ellipsoid((-0.360, 0.050, 0.200), (0.150, 0.120, 0.150), "stone"),
        _BELOW,
        band(0.080, 0.370, "body"),
        band(0.370, 0.600, "white"),
        band(0.600, 0.830, "body"),
        band(0.830, 1.040, "white"),
        band(1.040, 1.260, "body"),
        cylinder((0.0, 1.285, 0.0), 0.290, 0.032, "dark", round=0.02),
        torus((0.0, 1.385, 0.0), 0.275, 0.018, "dark"),
        *(
            capsule(
                (0.275 * math.sin(t), 1.290, 0.275 * math.cos(t)),
                (0.275 * math.sin(t), 1.385, 0.275 * math.cos(t)),
                0.016,
                "dark",
            )
            for t in (0.0, 1.257, 2.513, 3.770, 5.027)
        ),
        cylinder((0.0, 1.430, 0.0), 0.165, 0.130, "lamp"),
        cone((0.0, 1.640, 0.0), 0.225, 0.095, 0.030, round=0.015),
        ball((0.0, 1.760, 0.0), 0.048, "dark"),
        box((0.0, 0.270, 0.300), (0.078, 0.120, 0.040), "door", round=0.02),
        cylinder((0.0, 0.385, 0.300), 0.078, 0.040, "door", turn=_ALONG, round=0.02),
        cylinder((0.0, 0.715, 0.258), 0.052, 0.030, "lamp", turn=_ALONG, round=0.02),
        cylinder((0.0, 1.130, 0.216), 0.048, 0.026, "lamp", turn=_ALONG, round=0.02),
    )
    slots = {"body": Slot(), "white": _WHITE, "stone": _STONE, "dark": _DARK, "door": _DOOR}
    slots["lamp"] = Slot((0.98, 0.74, 0.22), "ceramic", emission=0.9)
    return Shape("lighthouse", prims, slots)


def _windmill() -> Shape:
    hub: Vec3 = (0.0, 1.080, 0.340)

    def sail(a: float) -> tuple[Prim, ...]:
        parts = (
            capsule((0.0, 0.0, 0.0), (0.0, 0.700, 0.0), 0.030, "wood", end=0.022),
            box((0.075, 0.440, 0.0), (0.085, 0.250, 0.018), "cloth", round=0.015),
            *(box((0.080, y, 0.0), (0.095, 0.016, 0.026), "wood", round=0.01) for y in (0.200, 0.440, 0.680)),
        )
        return posed(parts, (0.0, 0.0, a), hub)

    prims = (
        cone((0.0, 0.620, 0.0), 0.380, 0.560, 0.235, round=0.02),
        ellipsoid((0.0, 1.150, 0.0), (0.260, 0.230, 0.270), "roof"),
        cylinder((0.0, 0.075, 0.0), 0.420, 0.075, "stone", round=0.025),
        cylinder((0.0, 1.080, 0.250), 0.060, 0.110, "wood", turn=_ALONG, round=0.02),
        *(p for a in (22.0, 112.0, 202.0, 292.0) for p in sail(a)),
        box((0.0, 0.270, 0.345), (0.085, 0.150, 0.040), "door", turn=(-7.0, 0.0, 0.0), round=0.03),
    )
    slots = {
        "body": Slot(),
        "roof": Slot((0.34, 0.060, 0.030), "plastic"),
        "stone": _STONE,
        "wood": Slot((0.24, 0.105, 0.040), "wood"),
        "cloth": Slot((0.82, 0.74, 0.58), "fabric"),
        "door": _DOOR,
    }
    return Shape("windmill", prims, slots)


def _lattice_tower() -> Shape:
    def wide(y: float) -> float:
        return 0.460 * math.exp(-1.75 * y)

    def leg(x: int, z: int, low: float, high: float) -> Prim:
        a, b = wide(low), wide(high)
        return capsule(
            (x * a, low, z * a), (x * b, high, z * b), 0.074 - 0.030 * low, end=0.074 - 0.030 * high
        )

    def brace(turn: float, low: float, high: float) -> tuple[Prim, ...]:
        a, b = wide(low), wide(high)
        ends = (((-a, low, a), (b, high, b)), ((a, low, a), (-b, high, b)))
        return posed((capsule(p, q, 0.024, "iron") for p, q in ends), (0.0, turn, 0.0))

    corners = ((1, 1), (1, -1), (-1, 1), (-1, -1))
    prims = (
        *(leg(x, z, 0.070, 0.520) for x, z in corners),
        *(leg(x, z, 0.520, 1.000) for x, z in corners),
        cone((0.0, 1.370, 0.0), 0.110, 0.380, 0.040),
        box((0.0, 0.520, 0.0), (0.275, 0.038, 0.275), "iron", round=0.02),
        box((0.0, 1.000, 0.0), (0.150, 0.034, 0.150), "iron", round=0.02),
        box((0.0, 1.720, 0.0), (0.080, 0.040, 0.080), "iron", round=0.02),
        capsule((0.0, 1.720, 0.0), (0.0, 1.960, 0.0), 0.034, "body", end=0.022),
        *(p for turn in (0.0, 90.0, 270.0) for p in brace(turn, 0.560, 0.970)),
        *(facing((0.0, 0.190, z), 0.250, 0.030, "iron", 90.0, 180.0) for z in (0.330, -0.330)),
        *both(upright((0.330, 0.190, 0.0), 0.250, 0.030, "iron", 90.0, 180.0)),
    )
    slots = {"body": Slot(), "iron": Slot("main", "main", shade=0.7)}
    return Shape("lattice tower", prims, slots)


def _church() -> Shape:
    prims = (
        box((0.0, 0.030, -0.100), (0.440, 0.030, 0.620), "stone", round=0.02),
        box((0.0, 0.340, -0.180), (0.380, 0.310, 0.500), round=0.02),
        box((0.0, 0.640, -0.180), (0.270, 0.270, 0.500), turn=(0.0, 0.0, 45.0), round=0.02),
        *both(box((0.245, 0.810, -0.180), (0.345, 0.038, 0.540), "roof", turn=(0.0, 0.0, -45.0), round=0.03)),
        box((0.0, 0.600, 0.330), (0.200, 0.600, 0.190), round=0.02),
        box((0.0, 1.200, 0.330), (0.228, 0.034, 0.218), "trim", round=0.02),
        cone((0.0, 1.490, 0.330), 0.225, 0.265, 0.018, "roof", round=0.016),
        box((0.0, 1.850, 0.330), (0.024, 0.120, 0.024), "gold", round=0.012),
        box((0.0, 1.880, 0.330), (0.078, 0.024, 0.024), "gold", round=0.012),
        box((0.0, 0.190, 0.515), (0.105, 0.160, 0.030), "door", round=0.02),
        cylinder((0.0, 0.350, 0.515), 0.105, 0.030, "door", turn=_ALONG, round=0.02),
        cylinder((0.0, 0.690, 0.512), 0.110, 0.028, "trim", turn=_ALONG, round=0.02),
        cylinder((0.0, 0.690, 0.518), 0.080, 0.028, "pane", turn=_ALONG, round=0.01),
        *(box((0.0, 0.690, 0.535), (0.012, 0.080, 0.016), "trim", turn=(0.0, 0.0, a)) for a in (0.0, 90.0)),
        box((0.0, 0.990, 0.330), (0.080, 0.085, 0.205), "dark", round=0.02),
        cylinder((0.0, 1.075, 0.330), 0.080, 0.205, "dark", turn=_ALONG, round=0.02),
        *(box((0.0, 0.340, z), (0.398, 0.120, 0.062), "pane", round=0.015) for z in (0.000, -0.220, -0.440)),
        *(
            cylinder((0.0, 0.460, z), 0.062, 0.398, "pane", turn=_ACROSS, round=0.015)
            for z in (0.0, -0.220, -0.440)
        ),
    )
    slots = {
        "body": Slot(),
        "roof": Slot((0.075, 0.105, 0.170), "ceramic"),
        "stone": _STONE,
        "trim": _WHITE,
        "door": _DOOR,
        "pane": _GLOW,
        "gold": Slot((0.80, 0.50, 0.08), "ceramic"),
        "dark": _DARK,
    }
    return Shape("church", prims, slots)


def _barn() -> Shape:
    steep, shallow = 62.0, 28.0
    prims = (
        box((0.0, 0.520, 0.0), (0.540, 0.520, 0.520), round=0.02),
        *both(box((0.690, 0.860, 0.0), (0.250, 0.250, 0.8), op="subtract", turn=(0.0, 0.0, 90.0 - steep))),
        *both(box((0.330, 1.200, 0.0), (0.500, 0.250, 0.8), op="subtract", turn=(0.0, 0.0, -shallow))),
        *both(box((0.490, 0.755, 0.0), (0.215, 0.034, 0.570), "roof", turn=(0.0, 0.0, -steep), round=0.025)),
        *both(
            box((0.205, 1.010, 0.0), (0.245, 0.036, 0.570), "roof", turn=(0.0, 0.0, -shallow), round=0.025)
        ),
        box((0.0, 0.290, 0.515), (0.260, 0.290, 0.022), "trim", round=0.015),
        *both(box((0.122, 0.285, 0.524), (0.105, 0.260, 0.024), "leaf", round=0.01)),
        *both(box((0.122, 0.285, 0.545), (0.022, 0.255, 0.012), "trim", turn=(0.0, 0.0, 21.0), round=0.01)),
        *both(box((0.122, 0.285, 0.545), (0.022, 0.255, 0.012), "trim", turn=(0.0, 0.0, -21.0), round=0.01)),
        box((0.0, 0.760, 0.515), (0.120, 0.110, 0.022), "trim", round=0.015),
        box((0.0, 0.760, 0.522), (0.090, 0.080, 0.024), "hay", round=0.01),
        *(box((0.0, 0.400, z), (0.556, 0.105, 0.100), "trim", round=0.015) for z in (0.230, -0.230)),
        cylinder((0.750, 0.560, -0.180), 0.230, 0.560, "silo", round=0.015),
        ellipsoid((0.750, 1.120, -0.180), (0.235, 0.190, 0.235), "roof"),
        *(torus((0.750, y, -0.180), 0.230, 0.018, "roof") for y in (0.300, 0.720)),
    )
    slots = {
        "body": Slot(pattern="planks", second="main", scale=0.09),
        "roof": Slot((0.200, 0.190, 0.190), "plastic"),
        "trim": _WHITE,
        "leaf": Slot("main", "main", shade=0.8),
        "hay": Slot((0.80, 0.50, 0.08), "fur"),
        "silo": Slot((0.66, 0.66, 0.66), "plastic"),
    }
    return Shape("barn", posed(prims, by=(-0.215, 0.0, 0.0)), slots)


def _pyramid() -> Shape:
    slope = 52.0
    t = math.radians(slope)
    high, reach = 1.0, 1.0 / math.tan(t)

    def face(turn: float) -> Prim:
        # A great box whose lower side is one face of the pyramid.
        middle: Vec3 = (0.0, high / 2 + 0.6 * math.cos(t), reach / 2 + 0.6 * math.sin(t))
        cut = box(middle, (2.0, 0.6, 1.6), op="subtract", turn=(slope, 0.0, 0.0))
        return posed((cut,), (0.0, turn, 0.0))[0]

    prims = (
        box((0.0, high / 2, 0.0), (reach, high / 2, reach)),
        *(face(a) for a in (0.0, 90.0, 180.0, 270.0)),
        box((0.0, 0.110, 0.680), (0.135, 0.110, 0.150), "stone", round=0.02),
        box((0.0, 0.235, 0.690), (0.175, 0.036, 0.165), "stone", round=0.02),
        box((0.0, 0.090, 0.700), (0.080, 0.090, 0.140), "dark", round=0.01),
        ellipsoid((0.0, 0.0, 0.0), (0.960, 0.060, 0.960), "sand"),
        *(
            box((x, 0.055, z), (0.075, 0.060, 0.065), "stone", turn=(0.0, a, 0.0), round=0.02)
            for x, z, a in ((0.560, 0.740, 20.0), (-0.480, 0.780, -30.0), (-0.640, 0.710, 10.0))
        ),
        within((-0.970, 0.0, -0.970), (0.970, 1.010, 0.970)),
    )
    slots = {
        "body": Slot(material="stone", pattern="bricks", second=(0.40, 0.24, 0.06), scale=0.13),
        "stone": Slot("main", "stone", shade=0.6),
        "dark": _DARK,
        "sand": Slot((0.66, 0.48, 0.26), "stone"),
    }
    return Shape("pyramid", prims, slots)


def _igloo() -> Shape:
    prims = (
        ball((0.0, 0.020, -0.100), 0.600),
        cylinder((0.0, 0.140, 0.440), 0.270, 0.200, turn=_ALONG, round=0.03),
        box((0.0, 0.080, 0.440), (0.270, 0.080, 0.200), round=0.03),
        cylinder((0.0, 0.140, 0.500), 0.180, 0.30, "dark", op="subtract", turn=_ALONG),
        box((0.0, 0.050, 0.500), (0.180, 0.090, 0.30), "dark", op="subtract"),
        *(
            torus((0.0, y, -0.100), math.sqrt(0.36 - (y - 0.02) ** 2), 0.016, "joint")
            for y in (0.170, 0.340, 0.490)
        ),
        *(upright((0.0, 0.020, -0.100), 0.600, 0.014, "joint", 90.0, 180.0),),
        facing((0.0, 0.020, -0.100), 0.600, 0.014, "joint", 90.0, 180.0),
        facing((0.0, 0.140, 0.635), 0.226, 0.052, "body", 90.0, 200.0),
        ellipsoid((0.0, 0.0, 0.0), (0.740, 0.060, 0.780), "snow"),
        ellipsoid((0.480, 0.040, 0.380), (0.150, 0.100, 0.130), "snow"),
        ellipsoid((-0.520, 0.040, 0.300), (0.130, 0.080, 0.120), "snow"),
        within((-0.750, 0.0, -0.790), (0.750, 0.640, 0.790)),
    )
    slots = {
        "body": Slot(material="matte"),
        "joint": Slot((0.42, 0.58, 0.72), "matte"),
        "dark": Slot((0.040, 0.070, 0.110), "matte"),
        "snow": Slot("main", "matte", shade=0.9),
    }
    return Shape("igloo", prims, slots)


LANDMARKS: tuple[Shape, ...] = (
    *(_lighthouse(), _windmill(), _lattice_tower(), _church(), _barn(), _pyramid(), _igloo()),
    *SIGHTS,
)
