"""Painted letters are held against those planned; where they stray they are painted anew, or at last set."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cavendish.events import LETTERED, Painted
from cavendish.world.lettering.laid import Letters
from cavendish.world.lettering.seen import em_in, ink_of, window_of
from cavendish.world.stage import Stage, Window

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]
Bools = npt.NDArray[np.bool_]

PAINTED, REPAINTED, SET = LETTERED
EM = 40
"""Pixels of an em at most where letters are compared: what is finer keeps nobody from reading."""
LEAST_EM = 7.0
"""Pixels of an em from which on letters can be read: smaller ones are left as they are."""
_NEAR = 0.35  # ems: how far about a pixel the colours of ink and ground are taken from
_WRONG = 0.5  # of the way from ground to ink: a pixel that is this far off is of the wrong kind
_STRAYS = 0.04  # the share of such pixels in half an em square from which on letters stray there
_FAINT = 0.04  # of display colours: ink and ground nearer than this are one
_RIM = 0.6  # ems about the letters that are looked at
_ALIKE = 0.35  # the correlation with the shades that edges in relief should have, at least
_EDGED = (
    0.3  # of the mean shade along the edges of letters in relief: where there should be less, none is sought
)
_KNOWN = 0.6  # of the step from ground to ink that there should be: less of it is a poor witness
_PART = 1 << 19  # pixels in hand at once


@dataclass(frozen=True)
class Found:
    """A lettering as a picture shows it, small: `every` pixels are one, of `window`.

    Colours (h, w, 3) and the planned share of ink (h, w), whether it is seen (h, w), and where it strays (h, w).
    """

    window: Window
    every: int
    color: F32
    ink: F32
    seen: Bools
    strays: Bools


def mended(stage: Stage, painted: Painted) -> tuple[Painted, tuple[str, ...]]:
    """The picture with every lettering as it was planned, and what that took of each, in the order of its things.

    "painted": nothing; "repainted": the painter painted parts of it anew; "set": its outlines were set, in the colours
    that ground and ink have there. A picture whose letters are right is the same array.
    """
    how: list[str] = []
    pixels = painted.pixels
    for line in stage.letters:
        did = PAINTED
        found = compared(stage, line, pixels, painted.depth)
        if found is not None and found.strays.any() and painted.again is not None:
            pixels = _own(pixels, painted.pixels)
            _over(pixels, _anew(stage, line, found, pixels, painted), found)
            did, found = REPAINTED, compared(stage, line, pixels, painted.depth)
        if found is not None and found.strays.any():
            pixels = _own(pixels, painted.pixels)
            _set(stage, line, found, pixels, painted.depth)
            did = SET
        how.append(did)
    if pixels is painted.pixels and painted.again is None:
        return painted, tuple(how)
    return Painted(pixels, painted.depth, painted.weights), tuple(how)


def told(stage: Stage, letters: Sequence[str]) -> str:
    """What became of the letters of a stage, in words: `letters` as `mended` has them."""
    names = {how: [stage.ids[line.thing] for line, did in zip(stage.letters, letters, strict=True) if did == how]
             for how in LETTERED}  # fmt: skip
    said = {PAINTED: "painted as planned", REPAINTED: "painted a second time", SET: "set as outlines"}
    parts = [f"{' and '.join(names[how])}: {said[how]}" for how in LETTERED if names[how]]
    return f"the letters were read over; on {'; on '.join(parts)}"


def _set(stage: Stage, line: Letters, found: Found, pixels: F32, depth: F32) -> None:
    """The outlines are set where letters stray; everywhere, if that leaves any that do."""
    _over(pixels, outlines(stage, line, found, pixels, depth), found)
    left = compared(stage, line, pixels, depth)
    if left is not None and left.strays.any():
        every = replace(found, strays=found.seen)
        _over(pixels, outlines(stage, line, every, pixels, depth), every)


def _own(pixels: F32, given: F32) -> F32:
    return pixels.copy() if pixels is given else pixels


def compared(stage: Stage, line: Letters, pixels: F32, depth: F32) -> Found | None:
    """A lettering as the picture (h, w, 3) in 0..1 shows it; None where it is not seen or too small to be read."""
    size = (pixels.shape[0], pixels.shape[1])
    window = window_of(stage, line, size)
    em = em_in(stage, line, size)
    if window is None or em < LEAST_EM:
        return None
    every = max(1, int(em / EM))
    color, ink, seen = _small(stage, line, pixels, depth, window, every)
    if not (seen & (ink > 0.5)).any():
        return None
    seen = _near(ink, seen, em / every)
    how = _shaded if line.made in ("carved", "embossed") else _strays
    return Found(window, every, color, ink, seen, how(color, ink, seen, em / every))


def _near(ink: F32, seen: Bools, em: float) -> Bools:
    """What is seen (h, w) of the letters and the ground about them, without the rim of what carries them."""
    from scipy.ndimage import maximum_filter, minimum_filter

    near = maximum_filter(ink, 2 * round(_RIM * em) + 1) > 0.5
    inner = np.asarray(minimum_filter(seen, 5), np.bool_)
    return np.asarray(seen & near & (inner | (ink > 0.1)), np.bool_)


def _small(
    stage: Stage, line: Letters, pixels: F32, depth: F32, window: Window, every: int
) -> tuple[F32, F32, Bools]:
    """Colours, ink and whether it is seen, each the mean over squares of `every` pixels, strip by strip."""
    h, w = -(-window.h // every), -(-window.w // every)
    color, ink = np.zeros((h, w, 3), np.float32), np.zeros((h, w), np.float32)
    seen = np.zeros((h, w), np.float32)
    for top, part, cover, on in _strips(stage, line, depth, window, every):
        here = pixels[part.y0 : part.y0 + part.h, part.x0 : part.x0 + part.w]
        rows = slice(top // every, top // every - (-part.h // every))
        color[rows] = _mean(here, every)
        ink[rows], seen[rows] = _mean(cover, every), _mean(on.astype(np.float32), every)
    return color, ink, seen > 0.99


def _strips(
    stage: Stage, line: Letters, depth: F32, window: Window, every: int
) -> Iterator[tuple[int, Window, F32, Bools]]:
    """Rows of a window, so few at a time that they are soon done: first row, where, the ink and whether it is seen."""
    rows = max(1, _PART // window.w // every) * every
    for top in range(0, window.h, rows):
        part = Window(window.y0 + top, window.x0, min(rows, window.h - top), window.w, window.H, window.W)
        near = depth[part.y0 : part.y0 + part.h, part.x0 : part.x0 + part.w]
        yield top, part, *ink_of(stage, line, near, part)


def _mean(values: F32, every: int) -> F32:
    """Means over squares; those at the far sides are of what is there."""
    down, across = np.arange(0, values.shape[0], every), np.arange(0, values.shape[1], every)
    total = np.add.reduceat(np.add.reduceat(values, down, 0), across, 1)
    tall, wide = np.diff([*down, values.shape[0]]), np.diff([*across, values.shape[1]])
    area = (tall[:, None] * wide).astype(np.float32)
    return np.asarray(total / (area if values.ndim == 2 else area[..., None]), np.float32)


def _strays(color: F32, ink: F32, seen: Bools, em: float) -> Bools:
    """Where letters whose em is so many pixels are not what was planned (h, w)."""
    from scipy.ndimage import uniform_filter

    ground, step = fitted(color, ink, seen.astype(np.float32), em)
    strength = (step * step).sum(-1)
    off = ((color - ground) * step).sum(-1) / np.maximum(strength, _FAINT**2) - ink
    faint = (strength < _FAINT**2) & (ink > 0.5)
    return _spots((np.abs(uniform_filter(off, 3)) > _WRONG) | faint, seen, em)


def _spots(wrong: Bools, seen: Bools, em: float) -> Bools:
    """Squares of half an em about where enough pixels are wrong (h, w)."""
    from scipy.ndimage import maximum_filter, uniform_filter

    side = max(3, round(em / 2) | 1)
    share = uniform_filter((wrong & seen).astype(np.float32), side)
    bad = (share > max(_STRAYS, 2.5 / side**2)) & seen
    return np.asarray(maximum_filter(bad, side), np.bool_) & seen


def _shaded(color: F32, ink: F32, seen: Bools, em: float) -> Bools:
    """Where letters in relief are not what was planned (h, w): light and shade along edges are not as they should be.

    Those are the ink's own shade and its slopes in one direction of light, the one that explains the picture best.
    """
    from scipy.ndimage import gaussian_filter

    weight, reach = seen.astype(np.float32), max(0.5 * em, 1.0)
    total = np.maximum(gaussian_filter(weight, reach), 1e-6)

    def apart(values: F32) -> F32:
        return np.asarray((values - gaussian_filter(weight * values, reach) / total) * weight, np.float32)

    soft = gaussian_filter(ink, max(0.03 * em, 0.7))
    down, across = (np.asarray(one, np.float32) for one in np.gradient(soft))
    shades = np.stack([apart(one).ravel() for one in (ink, down, across)], -1)
    level = apart(color.mean(-1, dtype=np.float32))
    shares = np.linalg.lstsq(shades, level.ravel(), rcond=None)[0]
    meant = (shades @ shares).reshape(level.shape).astype(np.float32)
    near = max(_NEAR * em, 1.0)
    both, own, other = (
        gaussian_filter(a * b, near) for a, b in ((meant, level), (meant, meant), (level, level))
    )
    usual = float(own[ink > 0.5].mean())
    there = own > _EDGED * usual
    faint = usual < (_FAINT / 4) ** 2
    unlike = both < _ALIKE * np.sqrt(np.maximum(own * other, 1e-12))
    return _spots(np.asarray(there & (unlike | faint), np.bool_), seen, em)


def fitted(color: F32, ink: F32, weight: F32, em: float) -> tuple[F32, F32]:
    """The colour of the ground (h, w, 3) about each pixel, and the step from there to that of the ink.

    The least-squares line of colour over ink in a soft window, as in He, Sun and Tang 2010, "Guided image filtering".
    """
    from scipy.ndimage import gaussian_filter

    reach = max(_NEAR * em, 1.0)

    def soft(values: F32) -> F32:
        return np.asarray(gaussian_filter(values, reach, mode="nearest", truncate=3), np.float32)

    total = np.maximum(soft(weight), 1e-6)
    mean = soft(weight * ink) / total
    spread = np.maximum(soft(weight * ink * ink) / total - mean * mean, 1e-4)
    ground, step = np.empty_like(color), np.empty_like(color)
    for k in range(3):
        level = soft(weight * color[..., k]) / total
        step[..., k] = (soft(weight * ink * color[..., k]) / total - mean * level) / spread
        ground[..., k] = level - mean * step[..., k]
    return ground, step


def outlines(
    stage: Stage, line: Letters, found: Found, pixels: F32, depth: F32
) -> Iterator[tuple[Window, F32]]:
    """The letters set anew, strip by strip: the ground's colour where there is no ink, the ink's where there is."""
    ground, ink = _colors(line, found, em_in(stage, line, (found.window.H, found.window.W)) / found.every)
    for top, part, cover, _ in _strips(stage, line, depth, found.window, found.every):
        share = cover[..., None]
        low, high = (_spread(of, found, top, part) for of in (ground, ink))
        here = pixels[part.y0 : part.y0 + part.h, part.x0 : part.x0 + part.w]
        bare = np.abs(here - low).max(-1, keepdims=True) < 2 * _FAINT  # the ground's own grain is kept
        yield part, np.where(bare & (share == 0), here, low * (1 - share) + high * share).astype(np.float32)


def _colors(line: Letters, found: Found, em: float) -> tuple[F32, F32]:
    """The colours (h, w, 3) that ground and ink have, or would have in the light that the ground shows."""
    bare, good = found.seen & (found.ink < 0.02), found.seen & ~found.strays
    own, _ = fitted(found.color, found.ink * 0, np.where(good, 1.0, 1e-3).astype(np.float32) * bare, em)
    _, step = fitted(found.color, found.ink, good.astype(np.float32), 3 * em)
    light = _linear(np.clip(own, 0, 1)) / np.maximum(line.ground, np.float32(0.01))
    planned = _display(np.clip(light * line.color, 0, 1))
    strength, wanted = (np.abs(way).max(-1, keepdims=True) for way in (step, planned - own))
    known = strength > np.maximum(_KNOWN * wanted, 2 * _FAINT)  # else no letter near is right
    return own, np.clip(np.where(known, own + step, planned), 0, 1).astype(np.float32)


def _linear(shown: Floats) -> F32:
    low, high = shown / 12.92, ((np.maximum(shown, 0) + 0.055) / 1.055) ** 2.4
    return np.asarray(np.where(shown <= 0.04045, low, high), np.float32)


def _display(light: Floats) -> F32:
    low, high = light * 12.92, 1.055 * np.maximum(light, 1e-9) ** (1 / 2.4) - 0.055
    return np.asarray(np.where(light <= 0.0031308, low, high), np.float32)


def _spread(small: Floats, found: Found, top: int, part: Window) -> F32:
    """Values (h, w) or (h, w, 3) of squares as those of a strip's pixels."""
    from scipy.ndimage import map_coordinates

    if found.every == 1:
        return small[top : top + part.h]
    ys, xs = np.mgrid[top : top + part.h, 0 : part.w].astype(np.float32)
    at = ((ys + 0.5) / found.every - 0.5, (xs + 0.5) / found.every - 0.5)
    layers = small[..., None] if small.ndim == 2 else small
    out = [map_coordinates(layers[..., k], at, order=1, mode="nearest") for k in range(layers.shape[-1])]
    return np.asarray(np.stack(out, -1).reshape(part.h, part.w, *small.shape[2:]), np.float32)


def _over(pixels: F32, parts: Iterator[tuple[Window, F32]], found: Found) -> None:
    """Parts of a picture laid over it where the letters stray; the seam is soft."""
    from scipy.ndimage import uniform_filter

    soft = uniform_filter(found.strays.astype(np.float32), 5) * found.seen
    for part, new in parts:
        share = _spread(soft, found, part.y0 - found.window.y0, part)[..., None]
        here = pixels[part.y0 : part.y0 + part.h, part.x0 : part.x0 + part.w]
        here += np.clip(share * 2, 0, 1) * (new - here)


def _anew(
    stage: Stage, line: Letters, found: Found, pixels: F32, painted: Painted
) -> Iterator[tuple[Window, F32]]:
    """The strips that stray, painted once more over what they should be."""
    again: Callable[[F32, Window], F32] | None = painted.again
    assert again is not None
    for part, meant in outlines(stage, line, found, pixels, painted.depth):
        top = part.y0 - found.window.y0
        if found.strays[top // found.every : -(-(top + part.h) // found.every)].any():
            yield part, again(meant, part)
