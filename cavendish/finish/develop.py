"""From painted pixels to the finished picture: lens, bloom, grade, medium, grain and dither, by the look."""

import numpy as np
from jaxtyping import Float32, UInt8

from cavendish.finish.air import Air
from cavendish.finish.air import through as through_air
from cavendish.finish.bloom import bloom, halation
from cavendish.finish.cube import through
from cavendish.finish.grade import exposed, to_display, to_linear
from cavendish.finish.grain import grain, quantise
from cavendish.finish.lens import Optics, behind, blur, discs
from cavendish.finish.looks import Look
from cavendish.finish.oil import oil
from cavendish.finish.pencil import pencil
from cavendish.finish.shafts import Shafts, lit

Display = Float32[np.ndarray, "h w 3"]
Map = Float32[np.ndarray, "h w"]


def develop(
    display: Display, depth: Map, optics: Optics, look: Look, seed: int, air: Air | Shafts | None = None
) -> "UInt8[np.ndarray, 'h w 3']":
    """The finished 8-bit picture of painted display colours 0..1; the same input always gives the same bytes.

    `depth` is the guides' inverse depth; `air` lies between the camera and what it sees, or light shines in it. Light
    is spread in linear colours, grades, media and grain work on display colours.
    """
    if air is not None:
        seen = to_linear(display)
        display = to_display(
            lit(seen, depth, air, seed) if isinstance(air, Shafts) else through_air(seen, depth, air, seed)
        )
    disc = discs(depth, optics)
    spread = float(disc.max(initial=0.0)) * max(disc.shape) >= 1.0
    if spread or look.bloom or look.corners or look.distance or any(look.halation):
        linear = to_linear(display)
        if spread:
            linear = blur(linear, disc)
        display = to_display(_lit(linear, depth, optics, look))
    display = through(display, look.grade)
    if look.medium == "oil":
        display = oil(display, behind(depth, optics), seed)
    elif look.medium == "pencil":
        display = pencil(display, depth, behind(depth, optics), seed)
    return quantise(grain(display, look.grain, seed))


def _lit(linear: Display, depth: Map, optics: Optics, look: Look) -> Display:
    """Scene-linear colours with the light that the look spreads, holds back or adds."""
    if look.corners or look.distance:
        stops = look.corners * _corners(depth.shape)
        if look.distance:
            stops = stops + look.distance * behind(depth, optics)
        linear = exposed(linear, stops[..., None])
    linear = bloom(linear, look.bloom, look.bloom_width)
    return halation(linear, look.halation, look.halation_width)


def _corners(shape: tuple[int, ...]) -> Map:
    """0 in the middle to 1 in the corners, flat in the middle, as a lens falls off."""
    down, across = (np.linspace(-1.0, 1.0, n, dtype=np.float32) for n in shape)
    away = (down[:, None] ** 2 + across[None, :] ** 2) / 2
    return away * np.sqrt(away)
