"""A stage as a drawing shows it: through its camera and straight from above, in its own colours, plainly lit."""

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cavendish.world.guides import key_light
from cavendish.world.stage import Stage, Window, without_things
from cavendish.world.surfaces import GROUND, NONE, Surfaces, cast, sample

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
I32 = npt.NDArray[np.int32]
PAPER = (0.952, 0.948, 0.930)  # linear
_FAINT = 0.55  # how much of the paper shows through what is not the plan's own
_EDGE = 0.35
_ABOVE = 40.0
_SLANT = np.array((-0.45, 0.80, -0.40), np.float32)


@dataclass(frozen=True)
class Frame:
    """A rectangle of the ground, seen from above: its middle (x, z) and the pixels of a stage unit."""

    x: float
    z: float
    scale: float

    def pixel(self, x: float, z: float, size: tuple[int, int]) -> tuple[float, float]:
        """Where a point of the ground is in a picture of `size` (h, w): across and down."""
        return (x - self.x) * self.scale + size[1] / 2, (z - self.z) * self.scale + size[0] / 2


@dataclass(frozen=True)
class View:
    """A picture of h × w pixels at twice its size, for smooth edges (2h, 2w, 3), in display colours.

    `things` (2h, 2w) says which thing each pixel shows: its index, or less than 0.
    """

    pixels: U8
    things: I32

    @property
    def drawn(self) -> npt.NDArray[np.bool_]:
        """Where there is more than paper (2h, 2w)."""
        return (self.pixels != display(np.array(PAPER))).any(-1)


def ahead(stage: Stage, size: tuple[int, int]) -> View:
    """What the camera sees, in `size` (h, w), under a white key light from where the plan has it.

    Scenery and ground are faint, edges of the plan's things drawn: it shows what stands where at any hour.
    """
    samples = sample(stage, Window.whole(*size), 4)
    surfaces = samples.surfaces
    share = key_light(stage, surfaces)
    lit = _lit(surfaces, stage.light.key, share)
    own = (surfaces.thing >= 0) & (surfaces.thing < len(stage.things))
    faint = np.where((surfaces.thing != NONE)[:, None], lit, _sky(surfaces))
    colors = np.where(own[:, None], lit, faint * (1 - _FAINT) + np.array(PAPER) * _FAINT)
    values = np.concatenate((colors, np.where(own, surfaces.thing, NONE)[:, None]), 1).astype(np.float32)
    out = np.zeros((size[0] * size[1], 4, 4), np.float32)
    for pixels, first, count in samples.spans():
        # Four samples of a pixel lie above left, above right, below right and below left of its middle.
        out[pixels] = values[
            first[:, None] + (np.array((0, 1, 3, 2)) if count > 1 else np.zeros(4, np.int64))
        ]
    return _view(out, size)


def above(stage: Stage, frame: Frame, size: tuple[int, int]) -> View:
    """The things from straight above, no nearer one larger, on paper; scenery is a pale trace."""
    out = np.zeros((size[0] * size[1], 4, 4), np.float32)
    out[:] = (*PAPER, NONE)
    props = without_things(stage)
    at = _under(stage.props, frame, size)
    if len(at):
        met = cast(props, *_rays(at, frame, size))
        out[at[(met.thing != NONE) & (met.thing != GROUND)], :, :3] = np.array(PAPER) * 0.86
    bare = replace(stage, props=stage.props[:0], prop_frames=())
    at = _under(stage.things, frame, size)
    if len(at):
        met = cast(bare, *_rays(at, frame, size))
        own = met.thing >= 0
        out[at[own]] = _from_above(met)[own, None]
        crossed = np.flatnonzero(_edges(out[:, 0, 3].reshape(size)))
        fine = [cast(bare, *_rays(crossed, frame, size, step)) for step in _QUARTERS] if len(crossed) else []
        for k, met in enumerate(fine):
            own = met.thing >= 0
            out[crossed[~own], k] = (*PAPER, NONE)
            out[crossed[own], k] = _from_above(met)[own]
    return _view(out, size)


_QUARTERS = ((-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25), (0.25, 0.25))


def _from_above(met: Surfaces) -> F32:
    """Colours and things (n, 4) of what rays from above met, lit as drawings are: from the upper left."""
    lit = _lit(met, _SLANT / np.float32(np.linalg.norm(_SLANT)), np.ones(len(met.t), np.float32))
    return np.concatenate((lit, met.thing[:, None]), 1).astype(np.float32)


def _view(samples: F32, size: tuple[int, int]) -> View:
    """The view of each pixel's four samples (h × w, 4, 4), with a dark line where one thing ends."""
    h, w = size
    wide = samples.reshape(h, w, 2, 2, 4).transpose(0, 2, 1, 3, 4).reshape(2 * h, 2 * w, 4)
    things = np.round(wide[..., 3]).astype(np.int32)
    pixels = display(wide[..., :3])
    edge = _edges(things)
    pixels[edge] = (pixels[edge] * _EDGE).astype(np.uint8)
    return View(pixels, things)


def _edges(things: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    """Pixels beside which another thing begins."""
    edge = np.zeros(things.shape, bool)
    across, down = things[:, 1:] != things[:, :-1], things[1:] != things[:-1]
    edge[:, 1:] |= across
    edge[:, :-1] |= across
    edge[1:] |= down
    edge[:-1] |= down
    return edge


def footprint(stage: Stage, index: int, frame: Frame, size: tuple[int, int]) -> npt.NDArray[np.bool_]:
    """Where the thing is from above (h, w), whatever stands over it."""
    alone = replace(
        stage, things=stage.things[index : index + 1], frames=stage.frames[index : index + 1], letters=(),
        props=stage.props[:0], prop_frames=(),
    )  # fmt: skip
    mask = np.zeros(size[0] * size[1], bool)
    at = _under(alone.things, frame, size)
    if len(at):
        mask[at] = cast(alone, *_rays(at, frame, size)).thing >= 0
    return mask.reshape(size)


def display(linear: npt.NDArray[np.floating]) -> U8:
    """Linear colours as sRGB bytes."""
    value = np.clip(linear, 0, 1)
    coded = np.where(value <= 0.0031308, value * 12.92, 1.055 * value ** (1 / 2.4) - 0.055)
    return np.round(coded * 255).astype(np.uint8)


def _lit(s: Surfaces, toward: F32, share: F32) -> F32:
    """Surfaces under a white light from `toward` of which each gets its share, and as white a sky."""
    facing = np.clip(s.normal @ toward, 0, None) * share
    sky = 0.42 + 0.14 * s.normal[:, 1]
    base = np.maximum(s.base, 0.012)
    return np.clip(base * (sky + 0.72 * facing)[:, None] + 0.5 * s.emission, 0, 1).astype(np.float32)


def _sky(s: Surfaces) -> F32:
    rise = np.clip(s.direction[1] * 2, 0, 1)[:, None]
    return (np.array((0.80, 0.84, 0.88)) * (1 - rise) + np.array((0.55, 0.66, 0.80)) * rise).astype(
        np.float32
    )


def _under(rows: F32, frame: Frame, size: tuple[int, int]) -> npt.NDArray[np.int64]:
    """Pixels within the circles around things, in order."""
    mask = np.zeros(size, bool)
    for row in rows:
        x, y = frame.pixel(float(row[2]), float(row[4]), size)
        reach = math.ceil(float(row[5]) * frame.scale) + 1
        top, bottom = (int(np.clip(y + d, 0, size[0])) for d in (-reach, reach + 1))
        left, right = (int(np.clip(x + d, 0, size[1])) for d in (-reach, reach + 1))
        mask[top:bottom, left:right] = True
    return np.flatnonzero(mask)


def _rays(
    at: npt.NDArray[np.int64], frame: Frame, size: tuple[int, int], step: tuple[float, float] = (0.0, 0.0)
) -> tuple[F32, F32, I32, float]:
    """Rays straight down through pixels, `step` off their middles, and how large a pixel is at distance 1."""
    rows, columns = np.divmod(at, size[1])
    x = (columns + 0.5 + step[0] - size[1] / 2) / frame.scale + frame.x
    z = (rows + 0.5 + step[1] - size[0] / 2) / frame.scale + frame.z
    origin = np.stack((x, np.full(len(at), _ABOVE), z)).astype(np.float32)
    down = np.repeat(np.array([[0.0], [-1.0], [0.0]], np.float32), len(at), 1)
    return origin, down, np.full(len(at), -1, np.int32), 1 / frame.scale / _ABOVE
