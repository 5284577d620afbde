"""What runs on rails, flies, sails or leaves the earth, as painted toys: train, airplane, boat, rocket."""

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
    repeated,
    torus,
)
from cavendish.world.shapes.parts import CHROME, LAMP, PANE, RUBBER, both, moved

_ACROSS = (0.0, 0.0, 90.0)
_ALONG = (90.0, 0.0, 0.0)
_RED = Slot((0.52, 0.016, 0.014), "plastic")
_WHITE = Slot((0.82, 0.81, 0.78), "plastic")
_GOLD = Slot((0.80, 0.52, 0.14), "metal")


def _train() -> Shape:
    def pair(z: float, radius: float) -> tuple[Prim, ...]:
        return (
            *both(cylinder((0.265, radius, z), radius, 0.045, "wheel", turn=_ACROSS, round=0.02)),
            cylinder((0.0, radius, z), radius * 0.45, 0.325, "gold", turn=_ACROSS, round=0.012),
        )

    prims = (
        box((0.0, 0.305, -0.02), (0.225, 0.060, 0.860), "dark", round=0.03),
        cylinder((0.0, 0.540, 0.220), 0.235, 0.560, turn=_ALONG, round=0.04),
        cylinder((0.0, 0.540, 0.760), 0.205, 0.060, "dark", turn=_ALONG, round=0.03),
        box((0.0, 0.610, -0.570), (0.310, 0.300, 0.270), round=0.045),
        box((0.0, 0.930, -0.570), (0.365, 0.042, 0.335), round=0.04),
        *pair(-0.560, 0.225),
        *pair(0.020, 0.225),
        *pair(0.520, 0.165),
        box((0.0, 0.225, -0.270), (0.345, 0.026, 0.330), "chrome", round=0.02),
        cone((0.0, 0.860, 0.560), 0.075, 0.150, 0.105, "chimney", round=0.02),
        torus((0.0, 1.000, 0.560), 0.098, 0.030, "gold"),
        ball((0.0, 0.775, 0.180), 0.105, "gold"),
        torus((0.0, 0.540, 0.380), 0.236, 0.016, "gold", turn=_ALONG),
        torus((0.0, 0.540, -0.020), 0.236, 0.016, "gold", turn=_ALONG),
        ellipsoid((0.0, 0.560, 0.815), (0.085, 0.085, 0.050), "lamp"),
        box((0.0, 0.230, 0.850), (0.285, 0.045, 0.060), "wheel", round=0.03),
        box((0.0, 0.148, 0.840), (0.215, 0.130, 0.090), "wheel", turn=(-28.0, 0.0, 0.0), round=0.03),
        box((0.0, 0.710, -0.570), (0.318, 0.110, 0.155), "pane", round=0.035),
        box((0.0, 0.800, -0.570), (0.235, 0.070, 0.279), "pane", round=0.030),
    )
    slots = {
        "body": Slot(),
        "dark": Slot((0.022, 0.022, 0.025), "metal"),
        "chimney": Slot((0.022, 0.022, 0.025), "metal"),
        "wheel": _RED,
        "gold": _GOLD,
        "chrome": CHROME,
        "lamp": LAMP,
        "pane": PANE,
    }
    return Shape("train", moved(prims, (0.0, 0.0, -0.035)), slots, top=0.97)


def _airplane() -> Shape:
    prims = (
        capsule((0.0, 0.455, -0.15), (0.0, 0.445, 0.480), 0.265),
        capsule((0.0, 0.465, -0.10), (0.0, 0.560, -0.720), 0.255, end=0.090, blend=0.05),
        ellipsoid((0.0, 0.440, 0.555), (0.215, 0.215, 0.240), "nose"),
        *both(
            box(
                (0.500, 0.385, 0.040),
                (0.400, 0.045, 0.200),
                "wing",
                turn=(0.0, 20.0, 5.0),
                round=0.045,
                blend=0.05,
            )
        ),
        *both(ellipsoid((0.865, 0.418, -0.095), (0.060, 0.056, 0.190), "trim", turn=(0.0, 0.0, 5.0))),
        box(
            (0.0, 0.835, -0.700),
            (0.040, 0.225, 0.140),
            "tail",
            turn=(-28.0, 0.0, 0.0),
            round=0.038,
            blend=0.03,
        ),
        *both(box((0.220, 0.590, -0.720), (0.200, 0.034, 0.115), turn=(0.0, 22.0, 6.0), round=0.034)),
        *both(capsule((0.450, 0.275, 0.150), (0.450, 0.275, 0.310), 0.100, end=0.115, slot="trim")),
        *both(cylinder((0.450, 0.275, 0.385), 0.082, 0.055, "dark", turn=_ALONG, round=0.012)),
        box((0.0, 0.590, 0.520), (0.190, 0.062, 0.110), "pane", turn=(28.0, 0.0, 0.0), round=0.060),
        *(
            cylinder((0.0, 0.520, z), 0.044, 0.264, "pane", turn=_ACROSS, round=0.015)
            for z in (0.270, 0.120, -0.030, -0.180)
        ),
        *both(cylinder((0.210, 0.095, -0.060), 0.095, 0.055, "tyre", turn=_ACROSS, round=0.04)),
        cylinder((0.0, 0.095, 0.470), 0.095, 0.055, "tyre", turn=_ACROSS, round=0.04),
        *both(capsule((0.210, 0.095, -0.060), (0.160, 0.300, -0.040), 0.034, slot="dark")),
        capsule((0.0, 0.095, 0.470), (0.0, 0.260, 0.470), 0.034, slot="dark"),
    )
    slots = {
        "body": Slot(),
        "wing": Slot(),
        **dict.fromkeys(("nose", "tail", "trim"), _RED),
        "dark": Slot((0.030, 0.032, 0.036), "metal"),
        "pane": PANE,
        "tyre": RUBBER,
    }
    return Shape("airplane", moved(prims, (0.0, 0.0, 0.06)), slots, top=0.70)


def _boat() -> Shape:
    def port(z: float, out: float) -> tuple[Prim, ...]:
        return (
            cylinder((0.0, 0.235, z), 0.062, out, "gold", turn=_ACROSS, round=0.012),
            cylinder((0.0, 0.235, z), 0.042, out + 0.008, "pane", turn=_ACROSS, round=0.008),
        )

    prims = (
        ellipsoid((0.0, 0.370, -0.220), (0.335, 0.440, 1.020)),
        # The cut leaves a white rim; scooping it leaves a wooden deck.
        box((0.0, 0.190, 0.180), (0.6, 0.190, 0.800), "white", round=0.02, op="intersect"),
        ellipsoid((0.0, 0.480, -0.170), (0.285, 0.200, 0.880), "deck", op="subtract"),
        # One slab cut three times makes the two sails.
        box((0.0, 0.975, 0.080), (0.022, 0.395, 0.560), "sail", round=0.015),
        box((0.0, 1.170, -0.470), (0.2, 0.330, 0.700), "sail", turn=(-53.0, 0.0, 0.0), op="subtract"),
        box((0.0, 1.170, 0.620), (0.2, 0.330, 0.700), "sail", turn=(53.0, 0.0, 0.0), op="subtract"),
        box((0.0, 0.975, 0.175), (0.2, 0.480, 0.034), "sail", op="subtract"),
        capsule((0.0, 0.280, 0.175), (0.0, 1.420, 0.175), 0.034, end=0.024, slot="mast"),
        capsule((0.0, 0.540, 0.175), (0.0, 0.540, -0.470), 0.028, slot="mast"),
        box((0.0, 1.365, 0.065), (0.014, 0.050, 0.100), "trim", round=0.012),
        box((0.0, 0.400, -0.190), (0.150, 0.105, 0.190), "white", round=0.045),
        cylinder((0.0, 0.430, -0.190), 0.044, 0.158, "pane", turn=_ACROSS, round=0.008),
        *port(0.100, 0.304),
        *port(-0.170, 0.312),
        *port(-0.440, 0.306),
    )
    slots = {
        "body": Slot(pattern="planks", second=(0.015, 0.014, 0.014), scale=0.095),
        "deck": Slot((0.42, 0.21, 0.085), "wood"),
        "mast": Slot((0.42, 0.21, 0.085), "wood"),
        "sail": Slot((0.86, 0.84, 0.78), "fabric"),
        "white": _WHITE,
        "trim": _RED,
        "pane": PANE,
        "gold": _GOLD,
    }
    return Shape("boat", moved(prims, (0.0, 0.0, -0.09)), slots)


def _rocket() -> Shape:
    def fin(angle: float) -> Prim:
        turn = angle + 45.0
        x, z = 0.300 * math.sin(math.radians(turn)), 0.300 * math.cos(math.radians(turn))
        return ellipsoid((x, 0.300, z), (0.055, 0.340, 0.190), "trim", turn=(-24.0, turn, 0.0), blend=0.02)

    prims = (
        ellipsoid((0.0, 0.960, 0.0), (0.332, 0.860, 0.332), "nose"),
        box((0.0, 0.350, 0.0), (1.0, 1.000, 1.0), "nose", op="subtract"),
        ellipsoid((0.0, 0.950, 0.0), (0.328, 0.850, 0.328)),
        cone((0.0, 0.165, 0.0), 0.190, 0.085, 0.140, "dark", round=0.02),
        *repeated(4, fin),
        torus((0.0, 1.345, 0.0), 0.293, 0.022, "chrome"),
        torus((0.0, 0.560, 0.0), 0.292, 0.026, "chrome"),
        cylinder((0.0, 1.060, 0.0), 0.140, 0.345, "chrome", turn=_ALONG, round=0.02),
        cylinder((0.0, 1.060, 0.0), 0.105, 0.353, "pane", turn=_ALONG, round=0.02),
        cylinder((0.0, 1.060, 0.0), 0.140, 0.345, "chrome", turn=_ACROSS, round=0.02),
        cylinder((0.0, 1.060, 0.0), 0.105, 0.353, "pane", turn=_ACROSS, round=0.02),
    )
    slots = {
        "body": Slot(),
        "nose": _RED,
        "trim": _RED,
        "dark": Slot((0.060, 0.060, 0.065), "metal"),
        "chrome": CHROME,
        "pane": Slot((0.055, 0.190, 0.330), "ceramic"),
    }
    return Shape("rocket", moved(prims, (0.0, 0.0165, 0.0)), slots)


CRAFT: tuple[Shape, ...] = (_train(), _airplane(), _boat(), _rocket())
