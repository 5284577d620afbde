"""Grades: what a film or a print does to colours, as curves and turns that keep neutral greys neutral."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32
from numba import get_num_threads
from scipy.interpolate import PchipInterpolator

Display = Float32[np.ndarray, "*some 3"]
Flat = Float32[np.ndarray, "*some"]
Rgb = tuple[float, float, float]
Points = tuple[tuple[float, float], ...]

LUMA: Rgb = (0.2126, 0.7152, 0.0722)
"""Rec. 709's shares of the channels in what the eye calls bright."""
HUES: dict[str, float] = {
    "red": 29.0, "orange": 60.0, "yellow": 103.0, "green": 142.0, "cyan": 195.0, "blue": 262.0, "magenta": 330.0,
}  # fmt: skip
"""Where each colour lies on OKLab's circle, in degrees."""


@dataclass(frozen=True)
class Turn:
    """What becomes of one hue: its colour and its lightness times these, its hue on by so many degrees."""

    hue: str
    color: float = 1.0
    light: float = 1.0
    by: float = 0.0


@dataclass(frozen=True)
class Grade:
    """Exposure in stops, a tone curve, contrast 0..1, colour 0 (grey) and up, hues of their own, and tints.

    `curve` lists points (tone before, tone after), rising, from 0 to 1; contrast turns about middle grey.
    Tints are added where the tone is dark or light, largest a quarter of the way from either end. `mix` weighs the
    channels' light when colour is taken out, and `paper` is the colour of each print tone: black, middle, white.
    """

    exposure: float = 0.0
    curve: Points = ()
    contrast: float = 0.0
    color: float = 1.0
    turns: tuple[Turn, ...] = ()
    shadows: Rgb = (0.0, 0.0, 0.0)
    highlights: Rgb = (0.0, 0.0, 0.0)
    mix: Rgb = LUMA
    paper: tuple[Rgb, Rgb, Rgb] = ((0.0, 0.0, 0.0), (0.5, 0.5, 0.5), (1.0, 1.0, 1.0))


PLAIN = Grade()
_PIECE = 1 << 18  # numbers worked out at a time


def graded(display: Display, grade: Grade) -> Display:
    """Display colours 0..1 under a grade; the empty grade changes nothing.

    Light is mixed and exposed in linear colours, hues are turned in OKLab, tones are curved in display colours.
    """
    if grade == PLAIN:
        return display
    x = np.clip(display, 0.0, 1.0)
    linear = to_linear(x)
    if grade.color < 1:
        grey = (linear @ np.asarray(grade.mix, np.float32))[..., None]
        linear = grey + np.float32(grade.color) * (linear - grey)
    if grade.exposure:
        linear = exposed(linear, grade.exposure)
    if grade.turns or grade.color > 1:
        linear = _turned(linear, grade)
    if grade.color != 1 or grade.exposure or grade.turns:
        x = to_display(linear)
    x = _toned(x, grade)
    if any(grade.shadows) or any(grade.highlights):
        tone = (x @ np.asarray(LUMA, np.float32))[..., None]
        dark, light = tone * (1 - tone) ** 3 * 9.48, (1 - tone) * tone**3 * 9.48  # both peak at 1
        tints = np.asarray((grade.shadows, grade.highlights), np.float32)
        x = np.clip(x + dark * tints[0] + light * tints[1], 0.0, 1.0)
    return _printed(x, grade)


def exposed(linear: Display, stops: float | Float32[np.ndarray, "*some 1"]) -> Display:
    """Light 0..1 times 2^stops; more light is rolled off, so that white stays white and nothing is cut."""
    gain = np.exp2(np.asarray(stops, np.float32))
    return (gain * linear / (1 + np.maximum(gain - 1, 0.0) * linear)).astype(np.float32)


def _toned(x: Display, grade: Grade) -> Display:
    if grade.curve:
        before, after = (np.array(side) for side in zip(*grade.curve, strict=True))
        at = np.linspace(0.0, 1.0, 4097)
        x = np.interp(x, at, PchipInterpolator(before, after)(at)).astype(np.float32)
    smooth = x * x * (3 - 2 * x)
    return (x + np.float32(grade.contrast) * (smooth - x)).astype(np.float32)


def _printed(x: Display, grade: Grade) -> Display:
    """Tones on the paper's own black, middle and white."""
    if grade.paper == PLAIN.paper:
        return x
    tones = np.asarray(grade.paper)
    out = np.empty_like(x)
    for k in range(3):
        out[..., k] = np.interp(x[..., k], (0.0, 0.5, 1.0), tones[:, k])
    return out


def _turned(linear: Display, grade: Grade) -> Display:
    """Every hue with its own colour, lightness and turn, eased between neighbours, kept within what can be shown."""
    lab = _lab(linear)
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) % 360.0
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    said = {turn.hue: turn for turn in grade.turns}
    turns = [said.get(name, Turn(name)) for name in HUES]
    anchors = np.array(list(HUES.values()))
    wide = np.concatenate((anchors - 360.0, anchors, anchors + 360.0))

    def at(values: list[float]) -> np.ndarray:
        return np.interp(hue, wide, values * 3).astype(np.float32)

    share = np.clip(chroma / 0.10, 0.0, 1.0)  # what is nearly grey is lightened nearly as grey is: not at all
    lab[..., 0] *= 1 + share * (at([t.light for t in turns]) - 1)
    grown = chroma * at([t.color for t in turns]) * np.float32(max(grade.color, 1.0))
    turned = np.radians(hue + at([t.by for t in turns]))
    lab[..., 1], lab[..., 2] = grown * np.cos(turned), grown * np.sin(turned)
    return _within(_rgb(lab))


def _within(linear: Display) -> Display:
    """Colours drawn to the grey as bright as they are, just so far that they can be shown."""
    grey = np.clip(linear @ np.asarray(LUMA, np.float32), 0.0, 1.0)[..., None]
    off = linear - grey
    room = np.where(off > 0, 1 - grey, grey) / np.maximum(np.abs(off), 1e-6)
    return np.clip(grey + off * np.minimum(room.min(-1, keepdims=True), 1.0), 0.0, 1.0).astype(np.float32)


# Björn Ottosson's OKLab (2020), from linear Rec. 709
_TO_CONES = np.array(
    ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566),
     (0.0883024619, 0.2817188376, 0.6299787005))
)  # fmt: skip
_TO_LAB = np.array(
    ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099),
     (0.0259040371, 0.7827717662, -0.8086757660))
)  # fmt: skip
_FROM_LAB, _FROM_CONES = np.linalg.inv(_TO_LAB), np.linalg.inv(_TO_CONES)


def _lab(linear: Display) -> Display:
    return (np.cbrt(linear @ _TO_CONES.T) @ _TO_LAB.T).astype(np.float32)


def _rgb(lab: Display) -> Display:
    return ((lab @ _FROM_LAB.T) ** 3 @ _FROM_CONES.T).astype(np.float32)


def to_linear(display: Display) -> Display:
    """Scene-linear colours of display colours (sRGB, IEC 61966-2-1)."""
    return _in_pieces(_linear, display)


def to_display(linear: Display) -> Display:
    """Display colours of scene-linear ones (sRGB, IEC 61966-2-1)."""
    return _in_pieces(_display, linear)


def _linear(x: Flat) -> Flat:
    x = np.clip(x, 0.0, 1.0)
    out = np.power((x + np.float32(0.055)) / np.float32(1.055), np.float32(2.4))
    return np.where(x <= 0.04045, x / np.float32(12.92), out)


def _display(x: Flat) -> Flat:
    x = np.clip(x, 0.0, 1.0)
    out = np.power(x, np.float32(1 / 2.4)) * np.float32(1.055) - np.float32(0.055)
    return np.where(x <= 0.0031308, x * np.float32(12.92), out)


def _in_pieces(what: Callable[[Flat], Flat], colors: Display) -> Display:
    """`what` of every number, in pieces that stay near the processor and, where there are many, on all its cores."""
    if colors.size <= _PIECE:
        return what(colors)
    flat = np.ascontiguousarray(colors).reshape(-1)
    out = np.empty_like(flat)

    def one(at: int) -> None:
        out[at : at + _PIECE] = what(flat[at : at + _PIECE])

    with ThreadPoolExecutor(get_num_threads()) as crew:
        list(crew.map(one, range(0, len(flat), _PIECE)))
    return out.reshape(colors.shape)
