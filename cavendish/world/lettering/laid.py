"""Letters as they lie on a thing: where, in which ink, and how much of each pixel they cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cavendish.plan.lettering import Lettering, Made
from cavendish.world.field import distance
from cavendish.world.letters import fitted
from cavendish.world.materials import BASE, linear
from cavendish.world.shapes.base import LetterSpot, Prim, Shape, Vec3

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]

_LUMINANCE = np.array((0.2126, 0.7152, 0.0722))
_BLACK, _WHITE = 0.02, 0.85
_LEAST_CONTRAST = 4.5  # what WCAG 2 asks of small letters (1.4.3)
_NIGHT = 0.012  # of a board behind tubes
_TUBE: Vec3 = (1.0, 0.16, 0.38)  # of tubes whose colour nobody says
_VIVID = 0.15
_GLOW, _HALO = 3.4, 0.16  # what tubes send out, and the share of it that the board about them shows
_CUT, _RAISED = 0.30, 0.55  # of the ground's own colour
_BEVEL, _STEEP = 0.05, 1.1  # ems that an edge of carved or raised letters is wide, and how steep it is
_FLAT, _WOUND = (
    0.12,
    0.10,
)  # of a flat rectangle's height or a wound one's radius: how far off its surface may lie


@dataclass(frozen=True)
class Letters:
    """A text on a thing: its signed distance [h w] and the rectangle (thing's own frame) that carries it.

    `radius` > 0 wraps it round an upright cylinder; it shows on what lies within `depth` of it. `color` is the ink
    and `ground` what lies under it, linear; `em` is the letters' size, `thing` the number of what carries them, and
    `made` says what they are.
    """

    field: F32
    center: F32
    right: F32
    up: F32
    normal: F32
    width: float
    height: float
    radius: float
    depth: float
    color: F32
    ground: F32
    em: float
    thing: int = 0
    made: Made = "ink"

    @cached_property
    def sums(self) -> Floats:
        """The ink of all samples above and left of each corner of the field's grid [h+1 w+1]."""
        step = self.width / self.field.shape[1]
        share = np.clip(self.field.astype(np.float64) / step + 0.5, 0, 1)
        return np.pad(share.cumsum(0).cumsum(1), ((1, 0), (1, 0)))


@dataclass(frozen=True)
class Laid:
    """What n points of a thing show of its letters.

    `distance` (n) is the signed distance to the outlines in the thing's own unit, -1 off the rectangle; `ink` (n) the
    share of the pixel that they cover.
    """

    distance: F32
    ink: F32


def lettered(
    shape: Shape, pose: str | None, line: Lettering, main: Vec3, slots: Sequence[F32]
) -> Letters | None:
    """A plan's text on a shape in a pose, whose slots are rows of the stage's table; None where it carries none.

    Raises PlanError for a text that the spot cannot show.
    """
    spot = shape.spot(pose)
    if spot is None:
        return None
    normal, up = (np.array(v, np.float32) for v in (spot.normal, spot.up))
    normal, up = normal / np.float32(np.linalg.norm(normal)), up / np.float32(np.linalg.norm(up))
    under = _under(shape.poses.get(pose or "", shape.prims), spot)
    ground = slots[list(shape.slots).index(under.slot)][BASE : BASE + 3]
    em, field = fitted(line, spot.width, spot.height)
    depth = spot.depth or (_WOUND * spot.radius if spot.radius > 0 else _FLAT * spot.height)
    center, right = np.array(spot.center, np.float32), np.cross(up, normal).astype(np.float32)
    made = line.made or "ink"
    if made == "neon":
        ground[:] = _NIGHT  # tubes glow before a dark board
    color = _colored(made, linear(spot.color, main), main, ground)
    return Letters(field, center, right, up, normal, spot.width, spot.height, spot.radius, depth, color, ground.copy(),
                   em, made=made)  # fmt: skip


def _colored(made: Made, wanted: Vec3, main: Vec3, ground: F32) -> F32:
    """The colour (3, linear) of letters of a make: what is cut or raised is of the ground's own, a little darker."""
    if made == "ink":
        return ink(wanted, ground)
    if made == "neon":
        vivid = max(main) - min(main) > _VIVID
        tube = np.array(main if vivid else _TUBE, np.float32)
        return (tube / tube.max()).astype(np.float32)
    return (ground * np.float32(_CUT if made == "carved" else _RAISED)).astype(np.float32)


def ink(wanted: Vec3, ground: F32) -> F32:
    """The colour wanted (3, linear) where it stands out from the ground (3), else black or white, whichever does."""
    color = np.array(wanted, np.float32)
    if contrast(color, ground) >= _LEAST_CONTRAST:
        return color
    choice = (np.full(3, _BLACK, np.float32), np.full(3, _WHITE, np.float32))
    return max(choice, key=lambda c: contrast(c, ground))


def contrast(a: Floats, b: Floats) -> float:
    """The ratio of two colours' luminances, 1 to 21 (WCAG 2, 1.4.3)."""
    one, other = (float(c @ _LUMINANCE) + 0.05 for c in (a, b))
    return max(one, other) / min(one, other)


def laid(line: Letters, local: F32, facing: F32, view: F32, foot: F32) -> Laid:
    """What points `local` (n, 3) with unit normals `facing` show, seen along `view` (n, 3) by pixels `foot` (n) wide.

    All in the thing's own frame and unit. Where a pixel is wider than the field's samples its ink is the mean over the
    pixel's shadow on the letters, nearer by it follows from the distance.
    """
    along, right, normal, near = _unrolled(line, local, facing)
    up = (local - line.center) @ line.up
    h, w = line.field.shape
    x, y = (along / line.width + 0.5) * w, (0.5 - up / line.height) * h
    on = np.flatnonzero(near & (x > 0.5) & (x < w - 0.5) & (y > 0.5) & (y < h - 0.5))
    out = Laid(np.full(len(local), -1, np.float32), np.zeros(len(local), np.float32))
    if len(on):
        # A pixel's shadow is longer the way that the surface turns from the eye.
        cosine = np.clip(np.abs((view[on] * normal[on]).sum(1)), 0.1, 1)
        turned = ((view[on] * right[on]).sum(1), view[on] @ line.up)
        shadow = np.stack([foot[on] * np.hypot(1, t / cosine) for t in turned])
        out.distance[on] = _bilinear(line.field, x[on] - 0.5, y[on] - 0.5)
        out.ink[on] = _inked(line, np.stack((x[on], y[on])), out.distance[on], foot[on], shadow)
    return out


def shining(line: Letters, shown: Laid) -> F32:
    """The light (n, 3) that points of a thing send out for its letters: of tubes alone, and of the board near them."""
    near = np.exp(np.minimum(shown.distance, 0) / (0.12 * line.em)) * (shown.distance > -1)
    share = np.maximum(shown.ink, _HALO * near)
    return (share[:, None] * line.color * np.float32(_GLOW)).astype(np.float32)


def leaning(line: Letters, local: F32, facing: F32, shown: Laid) -> F32:
    """The normals (n, 3) of points whose letters are cut in or raised: they lean where an edge is."""
    along, right, _, _ = _unrolled(line, local, facing)
    h, w = line.field.shape
    x, y = (
        (along / line.width + 0.5) * w - 0.5,
        (0.5 - (local - line.center) @ line.up / line.height) * h - 0.5,
    )
    across = _bilinear(line.field, x + 1, y) - _bilinear(line.field, x - 1, y)
    rise = _bilinear(line.field, x, y - 1) - _bilinear(line.field, x, y + 1)
    steps = np.stack((across * w / (2 * line.width), rise * h / (2 * line.height)))
    edge = np.clip(1 - np.abs(shown.distance) / (_BEVEL * line.em), 0, 1) * (shown.distance > -1)
    amount = edge * (_STEEP if line.made == "carved" else -_STEEP)
    out = facing + (amount * steps[0])[:, None] * right + (amount * steps[1])[:, None] * line.up
    return (out / np.linalg.norm(out, axis=1, keepdims=True)).astype(np.float32)


def _inked(line: Letters, at: Floats, away: F32, foot: F32, shadow: Floats) -> Floats:
    """The share of ink (n) of pixels at columns and rows `at` (2, n) of the field, their `shadow` on it (2, n)."""
    h, w = line.field.shape
    sharp = np.clip(away / np.maximum(foot, 1e-6) + 0.5, 0, 1)
    blend = np.clip(foot * w / line.width - 1, 0, 1)
    if not blend.any():
        return sharp
    soft = _mean(line.sums, at, shadow * np.array(((w / line.width,), (h / line.height,))))
    return sharp * (1 - blend) + soft * blend


def _unrolled(line: Letters, local: F32, facing: F32) -> tuple[Floats, Floats, Floats, npt.NDArray[np.bool_]]:
    """Distances along the text (n), its own right and normal (n, 3), and whether the point is on its surface (n)."""
    if line.radius > 0:
        axis = line.center - line.normal * line.radius
        across, out = (local - axis) @ line.right, (local - axis) @ line.normal
        turn = np.arctan2(across, out)
        s, c = np.sin(turn)[:, None], np.cos(turn)[:, None]
        near = (out > 0) & (np.abs(np.hypot(across, out) - line.radius) < line.depth)
        return turn * line.radius, c * line.right - s * line.normal, s * line.right + c * line.normal, near
    away = local - line.center
    near = (np.abs(away @ line.normal) < line.depth) & (facing @ line.normal > 0.3)
    n = len(local)
    return away @ line.right, np.tile(line.right, (n, 1)), np.tile(line.normal, (n, 1)), near


def _bilinear(values: Floats, x: Floats, y: Floats) -> Floats:
    """Values [h w] between their samples, at columns x and rows y."""
    h, w = values.shape
    ix, iy = np.clip(x, 0, w - 2).astype(np.int64), np.clip(y, 0, h - 2).astype(np.int64)
    a, b = np.clip(x - ix, 0, 1), np.clip(y - iy, 0, 1)
    upper = values[iy, ix] * (1 - a) + values[iy, ix + 1] * a
    return upper * (1 - b) + (values[iy + 1, ix] * (1 - a) + values[iy + 1, ix + 1] * a) * b


def _mean(sums: Floats, at: Floats, size: Floats) -> Floats:
    """The means (n) over boxes of a grid by its sums: Crow 1984, "Summed-area tables for texture mapping".

    `at` and `size` (2, n) are the boxes' middles and sides, across and down.
    """
    most = np.array([[sums.shape[1] - 1], [sums.shape[0] - 1]])
    (x0, y0), (x1, y1) = (np.clip(at + side * size / 2, 0, most) for side in (-1, 1))
    corners = (_bilinear(sums, x, y) for x, y in ((x1, y1), (x0, y1), (x1, y0), (x0, y0)))
    total = sum(sign * corner for sign, corner in zip((1, -1, -1, 1), corners, strict=True))
    return np.clip(total / np.maximum(size.prod(0), 1e-9), 0, 1)


def _under(prims: Sequence[Prim], spot: LetterSpot) -> Prim:
    """The primitive whose surface the lettering lies on."""
    center = np.array([spot.center])
    solid = [p for p in reversed(prims) if p.op == "union"]
    return min(solid, key=lambda p: abs(float(distance((p,), center)[0])))
