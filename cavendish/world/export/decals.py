"""Lettering as a small patch that lies on its thing, with a picture of the letters."""

import io
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.world.export.meshes import Field
from cavendish.world.materials import LETTERS
from cavendish.world.packets import P_SLOT, T_START
from cavendish.world.stage import Letters, Stage

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
LIFT = 0.003  # stage units over the surface: near enough to lie on it, too far for the two to flicker
_COLUMNS, _ROWS = 16, 4


@dataclass(frozen=True)
class Decal:
    """A lettered patch in its thing's own axes, in stage units: points, normals (n, 3), places in the picture (n, 2).

    `thing` is the index of what carries it; `image` a PNG, transparent where there is no ink; `color` the ink.
    """

    thing: int
    points: F32
    normals: F32
    uv: F32
    faces: I32
    image: bytes
    color: tuple[float, float, float]


def decals(stage: Stage) -> tuple[Decal, ...]:
    """Every line of lettering on the stage."""
    first = stage.prims[stage.things[:, T_START].astype(int), P_SLOT].astype(int)
    lines = stage.slots[first, LETTERS].astype(int)  # all slots of a thing name its line
    return tuple(_decal(stage, k, stage.letters[line]) for k, line in enumerate(lines) if line >= 0)


def _decal(stage: Stage, thing: int, line: Letters) -> Decal:
    v, u = (
        a.ravel() for a in np.mgrid[0 : _ROWS + 1, 0 : _COLUMNS + 1] / np.array([[[_ROWS]], [[_COLUMNS]]])
    )
    across, rise = (u - 0.5) * line.width, (0.5 - v) * line.height
    if line.radius > 0:
        turn = across / line.radius
        out = np.sin(turn)[:, None] * line.right + np.cos(turn)[:, None] * line.normal
        flat = line.center - line.normal * line.radius + out * line.radius
    else:
        out = np.repeat(line.normal[None], len(u), 0)
        flat = line.center + across[:, None] * line.right
    scale = stage.frames[thing].scale
    reach = scale * line.depth
    rect, out = (flat + rise[:, None] * line.up) * scale, out.astype(np.float32)
    field = Field(stage, thing)
    depth, _ = field.hits((rect + reach * out).astype(np.float32), -out)
    sunk = np.where(depth < 2 * reach, depth, reach).astype(np.float32) - reach
    points = (rect - sunk[:, None] * out + LIFT * out).astype(np.float32)
    corner = np.arange(_ROWS)[:, None] * (_COLUMNS + 1) + np.arange(_COLUMNS)
    a, b, c, d = (corner.ravel() + k for k in (0, 1, _COLUMNS + 1, _COLUMNS + 2))
    faces = np.concatenate((np.stack((a, c, b), -1), np.stack((b, c, d), -1)))
    ink = (float(line.color[0]), float(line.color[1]), float(line.color[2]))
    return Decal(thing, points, out, np.stack((u, v), -1).astype(np.float32), faces.astype(np.int32),
                 _picture(line), ink)  # fmt: skip


def _picture(line: Letters) -> bytes:
    """White letters, opaque where there is ink, smooth over a pixel at their edges; the ink's colour is a factor."""
    from PIL import Image

    h, _ = line.field.shape
    share = np.clip(line.field * h / line.height + 0.5, 0, 1)
    pixels = np.full((*share.shape, 2), 255, np.uint8)
    pixels[..., 1] = np.round(share * 255)
    out = io.BytesIO()
    Image.fromarray(pixels, "LA").save(out, "PNG", optimize=True)
    return out.getvalue()
