"""A picture without its background: things with clean edges, on nothing but their own soft shadow."""

import numpy as np
from jaxtyping import Float32, UInt8
from scipy.ndimage import gaussian_filter

Map = Float32[np.ndarray, "h w"]
_SOLID = 0.999
_REACH = 1.5  # pixels: deviation of the mean that edges take their colour from
_LEAST = 1e-4  # of the mean's weight: thinner things keep the colour they have


def cut_out(
    pixels: "UInt8[np.ndarray, 'h w 3']", coverage: Map, shadow: Map
) -> "tuple[UInt8[np.ndarray, 'h w 3'], UInt8[np.ndarray, 'h w']]":
    """Colours and alpha of the things that `coverage` tells, over black where `shadow` falls beside them.

    Not premultiplied. A pixel that things cover in part has the colour of the nearest that they cover whole, so no
    background is left in it. What is invisible is black.
    """
    alpha = np.clip(coverage + (1 - coverage) * shadow, 0, 1)
    share = np.divide(coverage, alpha, out=np.zeros_like(alpha), where=alpha > 0)
    solid = (coverage >= _SOLID).astype(np.float32)
    weight = gaussian_filter(solid, _REACH)
    mixed = (coverage > 0) & (coverage < _SOLID) & (weight > _LEAST)
    out = np.empty_like(pixels)
    for k in range(3):
        plane = pixels[..., k].astype(np.float32)
        near = gaussian_filter(plane * solid, _REACH)
        plane[mixed] = near[mixed] / weight[mixed]
        out[..., k] = (np.clip(plane * share, 0, 255) + 0.5).astype(np.uint8)
    seen = (alpha * 255 + 0.5).astype(np.uint8)
    out[seen == 0] = 0
    return out, seen
