"""Where the plan's things are and where their shadows fall: what a picture without a background keeps.

Shapes: h w rows and columns of a window.
"""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from cavendish.world import coarse
from cavendish.world.guides import key_light
from cavendish.world.stage import Stage, Window
from cavendish.world.surfaces import GROUND, LARGE, sample

F32 = npt.NDArray[np.float32]
_PART = (256, 512)
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
_WIDE = (
    0.5  # radius of the light that stands for the sky, in radians: shadows of contact, not of the whole room
)
_SOFT = 0.012  # of the longer side: how far shadows of contact are smoothed
_NEAR = 0.8  # share of that light that counts as all of it: what is far from a thing has no shadow of contact
_BOUNCE = 0.15  # share of the key light that comes back from all around
_FAINT = 0.05  # opacity below which there is no shadow


def matte(stage: Stage, size: tuple[int, int]) -> tuple[F32, F32]:
    """Coverage by things (h, w) and the opacity of a black shadow on the ground (h, w), both 0..1, of a whole picture.

    Only things throw these shadows, not scenery. Opacity is for display colours: 1 − (light left)^(1/2.2).
    """
    h, w = size
    planes = np.empty((4, h, w), np.float32)
    every = coarse.spacing(h * w) if h * w >= LARGE else 1
    for y in range(0, h, _PART[0]):
        for x in range(0, w, _PART[1]):
            tall, wide = min(_PART[0], h - y), min(_PART[1], w - x)
            # Sides are widened to the nodes that large windows lie between, as for guides.
            window = Window(y, x, tall + (1 - tall) % every, wide + (1 - wide) % every, h, w)
            planes[:, y : y + tall, x : x + wide] = _part(stage, window)[:tall, :wide].transpose(2, 0, 1)
    coverage, ground, lit, open_ = planes
    soft = _SOFT * max(h, w)
    around = np.maximum(gaussian_filter(ground, soft), 1e-3)
    open_ = np.clip(gaussian_filter(open_, soft) / around / _NEAR, 0, 1)
    lit = lit / np.maximum(ground, 1e-3)
    light = stage.light
    key = float(light.key_color @ _LUMA) * max(float(light.key[1]), 0.0)
    fill = float(light.sky @ _LUMA) + _BOUNCE * key + 1e-6
    left = (key * lit + fill * open_) / (key + fill)
    opacity = 1 - np.clip(left, 0, 1) ** (1 / 2.2)
    shadow = np.clip((opacity - _FAINT) / (1 - _FAINT), 0, 1) * (ground > 0)
    return coverage, shadow.astype(np.float32)


def _part(stage: Stage, window: Window) -> F32:
    """A window's shares of things and of ground, and of the ground's key light and sky that things let through."""
    seen = sample(stage, window)
    s = seen.surfaces
    out = np.zeros((len(s.t), 4), np.float32)
    out[:, 0] = (s.thing >= 0) & (s.thing < len(stage.things))
    index = np.flatnonzero(s.thing == GROUND)
    bare = replace(stage, props=stage.props[:0], prop_frames=())
    sky = replace(stage.light, key=np.array((0, 1, 0), np.float32), key_radius=_WIDE)
    s.normal[index] = (0, 1, 0)  # a shadow to be laid on any ground has none of this one's bumps
    out[index, 1] = 1
    out[index, 2] = key_light(bare, s, index)
    out[index, 3] = key_light(replace(bare, light=sky), s, index)
    return seen.gather(out)
