"""Air between the camera and the things: fog by distance, and rain or snow that falls before what is behind it."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32
from PIL import Image, ImageDraw, ImageFilter

Map = Float32[np.ndarray, "h w"]
Linear = Float32[np.ndarray, "h w 3"]


@dataclass(frozen=True)
class Air:
    """`color` (linear, as it is seen) that distance takes on, `fog` a stage unit; what falls: "rain", "snow" or ""."""

    color: tuple[float, float, float]
    fog: float
    falls: str = ""


def through(linear: Linear, depth: Map, air: Air, seed: int) -> Linear:
    """The picture seen through the air; `depth` is the guides' inverse depth 1 / (1 + d / 4), 0 at the sky.

    What falls is drawn in shares of the picture's height, so it is the same at every size.
    """
    color = np.array(air.color, np.float32)
    if air.fog:
        away = 4.0 * (1.0 / np.maximum(depth, 0.03) - 1.0)
        veil = (1.0 - np.exp(-air.fog * np.maximum(away - 2.0, 0.0)))[..., None].astype(np.float32)
        linear = linear * (1 - veil) + color * veil
    if air.falls:
        shown = _fallen(depth, air.falls, seed)[..., None]
        bright = np.maximum(color * 1.15, 0.25) if air.falls == "rain" else np.maximum(color * 1.6, 0.85)
        linear = linear * (1 - shown) + bright.astype(np.float32) * shown
    return linear


_SORTS = {  # number, length and width in thousandths of the height at distance 1, strength
    "rain": (1500, 150.0, 3.4, 0.30),
    "snow": (1100, 0.0, 26.0, 0.85),
}


def _fallen(depth: Map, sort: str, seed: int) -> Map:
    """The share of each pixel that drops or flakes cover; each hides where something stands nearer than it."""
    h, w = depth.shape
    number, length, width, strength = _SORTS[sort]
    rng = np.random.default_rng([seed, 83])
    number = round(number * max(w / h, 1.0))
    away = 1.5 + 12.0 * rng.random(number) ** 1.4
    x, y = rng.random(number) * 1.1 - 0.05, rng.random(number) * 1.1 - 0.05
    slant = 0.10 + 0.06 * (float(rng.random()) - 0.5)
    wobble = rng.random((number, 2))
    near, far = Image.new("L", (w, h)), Image.new("L", (w, h))
    drawn = {True: ImageDraw.Draw(near), False: ImageDraw.Draw(far)}
    for k in range(number):
        px, py = float(x[k] * w), float(y[k] * h)
        i, j = min(max(int(py), 0), h - 1), min(max(int(px), 0), w - 1)
        if depth[i, j] > 0 and 4.0 * (1.0 / float(depth[i, j]) - 1.0) < away[k]:
            continue
        size = float(width * h / 1000 / away[k] * (0.7 + 0.6 * wobble[k, 0]))
        tone = round(
            255 * strength * min(1.0, max(size, 0.15) if size < 1 else 1.0) * (0.6 + 0.4 * wobble[k, 1])
        )
        draw = drawn[bool(away[k] < 3.0)]
        if length:
            run = float(length * h / 1000 / away[k])
            draw.line((px, py, px - slant * run, py + run), fill=tone, width=max(1, round(size)))
        else:
            r = max(size, 1.0) / 2
            draw.ellipse((px - r, py - r, px + r, py + r), fill=tone)
    soft = h / 1000
    layers = [
        near.filter(ImageFilter.GaussianBlur(2.2 * soft)),
        far.filter(ImageFilter.GaussianBlur(0.5 * soft)),
    ]
    share = np.zeros((h, w), np.float32)
    for layer in layers:
        share = 1 - (1 - share) * (1 - np.asarray(layer, np.float32) / 255)
    return share
