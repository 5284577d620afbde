"""Where the camera stands so that the things fill the frame as a photographer would have them."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.plan.layouts import free
from cavendish.plan.lexicon import INDOORS, PLACES
from cavendish.plan.schema import Plan
from cavendish.plan.stacks import boxes

Vector = tuple[float, float, float]
Array = npt.NDArray[np.float64]

FILL = {"close": 0.85, "medium": 0.78, "wide": 0.62, "macro": 0.98}
NORMAL = 45.0
"""Millimetres below which a lens is wide: it is there to show more, so the things fill less of the frame."""
OUTDOORS = frozenset(PLACES) - INDOORS
_LOWEST = 0.10
_MARGIN = 0.92
_STRIDES, _CLOSE = 16, 0.012


_LONG = 16 / 9


@dataclass(frozen=True)
class CameraPose:
    """A pinhole camera in the stage's frame: unit axes, and tangents of half the view across and up."""

    position: Vector
    right: Vector
    up: Vector
    forward: Vector
    tan_x: float
    tan_y: float


def tangents(aspect: str, focal: float) -> tuple[float, float]:
    """Tangents of half the view across and up, for a focal length (mm) on film whose longer side is 36 at 16:9.

    A square's is 30; what is longer than 16:9 has its area, so a panorama sees more, and is not looked at from afar.
    """
    wide, high = (float(number) for number in aspect.split(":"))
    ratio = max(wide, high) / min(wide, high)
    half = 15.0 + 3.0 * (ratio - 1) / (_LONG - 1) if ratio <= _LONG else 18.0 * math.sqrt(ratio / _LONG)
    long, short = half / focal, half / focal / ratio
    return (long, short) if wide >= high else (short, long)


def sink(plan: Plan) -> float:
    """How far below the middle of the frame (in half heights) the middle of the things stands."""
    if plan.camera.framing == "macro":
        return 0.0
    if plan.place in OUTDOORS:
        return 0.08 if plan.camera.framing == "close" else 0.18
    return 0.05


def fill(plan: Plan) -> tuple[float, float]:
    """The largest fraction of the frame's width and height that the box round the things may span."""
    tall = FILL[plan.camera.framing or "medium"]
    if plan.camera.framing == "macro":
        return tall, tall
    if plan.camera.framing in (None, "medium") and plan.camera.view != "worm's eye":
        tall *= max(0.85, min(1.0, (plan.camera.focal or NORMAL) / NORMAL) ** 0.35)
    wide = min(tall + 0.08, 0.86)
    if plan.place in OUTDOORS and plan.camera.framing != "close":
        tall = min(tall, 0.70)
    return wide, min(tall, _MARGIN - sink(plan))


def camera_of(plan: Plan) -> CameraPose:
    """The camera of a complete plan: it looks from the said angles, and the things fill the frame."""
    tan_x, tan_y = tangents(plan.canvas.aspect, plan.camera.focal or 60.0)
    corners = np.concatenate([box.corners() for box in boxes(plan)]) if plan.things else _EMPTY
    low = sink(plan)
    elevation = math.radians(plan.camera.elevation if plan.camera.elevation is not None else 12.0)
    azimuth = math.radians(plan.camera.azimuth or 0.0)
    left, top, right, bottom = free(plan)
    limits = tuple(part * share for part, share in zip(fill(plan), (right - left, bottom - top), strict=True))
    at = (left + right - 1, low * (bottom - top) + top + bottom - 1)
    pose = _fit(corners, azimuth, elevation, (tan_x, tan_y), limits, at)
    for _ in range(48):
        if pose.position[1] >= _LOWEST:
            break
        elevation += math.radians(1.0)
        pose = _fit(corners, azimuth, elevation, (tan_x, tan_y), limits, at)
    return pose


def project(pose: CameraPose, points: Array) -> Array:
    """Points (n, 3) on the stage as (n, 3): x right, y up in -1..1 across the frame, distance ahead."""
    seen = points - np.array(pose.position)
    depth = seen @ np.array(pose.forward)
    x = seen @ np.array(pose.right) / (depth * pose.tan_x)
    y = seen @ np.array(pose.up) / (depth * pose.tan_y)
    return np.stack((x, y, depth), axis=1)


_EMPTY = np.array([[x, y, z] for x in (-0.9, 0.9) for y in (0.0, 1.2) for z in (-0.6, 0.6)])


def _fit(
    corners: Array,
    azimuth: float,
    elevation: float,
    tans: tuple[float, float],
    limits: tuple[float, ...],
    at: tuple[float, float],
) -> CameraPose:
    """The pose from which the corners fill the limits, their middle at `at` (half widths right, half heights down)."""
    tan_x, tan_y = tans
    pitch = elevation - math.atan(at[1] * tan_y)
    right = np.array((math.cos(azimuth), 0.0, -math.sin(azimuth)))
    forward = np.array(
        (-math.sin(azimuth) * math.cos(pitch), -math.sin(pitch), -math.cos(azimuth) * math.cos(pitch))
    )
    up = np.cross(right, forward)
    span = float(np.linalg.norm(corners.max(0) - corners.min(0)))
    distance = 2.0 * span / min(tan_x, tan_y)
    target = (corners.max(0) + corners.min(0)) / 2
    pose = _pose(target - forward * distance, right, up, forward, tans)
    for turn in range(96):
        seen = project(pose, corners)
        (x0, y0, near), (x1, y1, _) = seen.min(0), seen.max(0)
        scale = max((x1 - x0) / 2 / limits[0], (y1 - y0) / 2 / limits[1])
        off = ((x0 + x1) / 2 - at[0], (y0 + y1) / 2 + at[1])
        if turn >= _STRIDES and max(abs(scale - 1), abs(off[0]), abs(off[1])) < _CLOSE:
            break
        middle = np.array((off[0] * tan_x, off[1] * tan_y))
        # short strides once long ones have not got there: a wide lens stands so close that they overshoot
        depth = (
            float((corners - np.array(pose.position)).mean(0) @ forward)
            if turn < _STRIDES
            else 0.7 * max(near, 0.1)
        )
        position = np.array(pose.position) + depth * (middle[0] * right + middle[1] * up)
        pose = _pose(position + forward * depth * (1.0 - scale), right, up, forward, tans)
    return pose


def _pose(position: Array, right: Array, up: Array, forward: Array, tans: tuple[float, float]) -> CameraPose:
    def three(v: Array) -> Vector:
        return float(v[0]), float(v[1]), float(v[2])

    return CameraPose(three(position), three(right), three(up), three(forward), *tans)
