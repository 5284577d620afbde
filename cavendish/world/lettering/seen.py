"""Where a picture shows planned letters, and how much of each of its pixels they cover: from its depth alone."""

import numpy as np
import numpy.typing as npt

from cavendish.world.lettering.laid import Letters, laid
from cavendish.world.stage import Stage, Window, directions

F32 = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

_ALONG = 25  # points along each side of the rectangle that its outline in the picture is found by


def corners(stage: Stage, line: Letters, u: F32, v: F32) -> F32:
    """Places (..., 3) in the world of shares `u` of a lettering's width and `v` of its height, from its middle."""
    across, rise = u * line.width, v * line.height
    if line.radius > 0:
        turn = across / line.radius
        out = np.sin(turn)[..., None] * line.right + (np.cos(turn) - 1)[..., None] * line.normal
        points = line.center + line.radius * out
    else:
        points = line.center + across[..., None] * line.right
    frame = stage.frames[line.thing]
    return ((points + rise[..., None] * line.up) * frame.scale @ frame.turn.T + frame.origin).astype(
        np.float32
    )


def projected(stage: Stage, points: F32, size: tuple[int, int]) -> tuple[F32, F32]:
    """Columns and rows (...) of places (..., 3) in a picture of `size` (h, w); pixels have their middles at halves."""
    seen = (points - stage.camera[0:3]) @ stage.basis.T
    near = np.maximum(seen[..., 2], 1e-3)
    x = (seen[..., 0] / near / stage.camera[12] + 1) / 2 * size[1]
    y = (1 - seen[..., 1] / near / stage.camera[13]) / 2 * size[0]
    return x.astype(np.float32), y.astype(np.float32)


def window_of(stage: Stage, line: Letters, size: tuple[int, int]) -> Window | None:
    """The part of a picture of `size` (h, w) that holds a lettering; None where it is out of the picture."""
    u, v = np.meshgrid(np.linspace(-0.5, 0.5, _ALONG), np.linspace(-0.5, 0.5, _ALONG))
    x, y = projected(stage, corners(stage, line, u.astype(np.float32), v.astype(np.float32)), size)
    left, right = int(np.clip(x.min() - 1, 0, size[1])), int(np.clip(np.ceil(x.max()) + 1, 0, size[1]))
    top, bottom = int(np.clip(y.min() - 1, 0, size[0])), int(np.clip(np.ceil(y.max()) + 1, 0, size[0]))
    if right - left < 2 or bottom - top < 2:
        return None
    return Window(top, left, bottom - top, right - left, *size)


def em_in(stage: Stage, line: Letters, size: tuple[int, int]) -> float:
    """Pixels that an em of a lettering is high in a picture of `size` (h, w), in its middle."""
    share = line.em / line.height / 2
    u, v = np.zeros(2, np.float32), np.array((-share, share), np.float32)
    x, y = projected(stage, corners(stage, line, u, v), size)
    return float(np.hypot(x[1] - x[0], y[1] - y[0]))


def ink_of(stage: Stage, line: Letters, depth: F32, window: Window) -> tuple[F32, Bools]:
    """The share of each pixel of a window (h, w) that a lettering covers, and whether its rectangle is seen there.

    `depth` (h, w) is the window's inverse depth as the guides have it. What stands before the letters hides them.
    """
    ys, xs = (a.ravel().astype(np.float32) + 0.5 for a in np.mgrid[0 : window.h, 0 : window.w])
    way = directions(stage, ys + np.float32(window.y0), xs + np.float32(window.x0), (window.H, window.W)).T
    near = depth.ravel()
    away = np.where(near > 1e-6, 4 / np.maximum(near, 1e-6) - 4, 1e9).astype(np.float32)
    frame = stage.frames[line.thing]
    local = ((stage.camera[0:3] + way * away[:, None] - frame.origin) @ frame.turn / frame.scale).astype(
        np.float32
    )
    view = (way @ frame.turn).astype(np.float32)
    facing = np.broadcast_to(line.normal, local.shape)
    foot = (away * (2 * stage.camera[12] / window.W) / frame.scale).astype(np.float32)
    shown = laid(line, local, np.asarray(facing), view, foot)
    shape = (window.h, window.w)
    return shown.ink.reshape(shape), (shown.distance > -1).reshape(shape)
