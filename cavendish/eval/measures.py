"""Numbers that compare a picture with its reference: error where it counts, edges, fine detail, periods.

Pictures are float32 (h, w, 3) in 0..1, masks bool (h, w), planes float32 (h, w).
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
EQUAL = 99.0
"""Decibels that stand for pictures without any difference."""
_LUMA = np.array((0.2126, 0.7152, 0.0722), np.float32)


@dataclass(frozen=True)
class Mean:
    """A mean that can be pooled with others: the sum of `total` over `count` values."""

    total: float
    count: float

    @property
    def value(self) -> float:
        """The mean; nan when nothing was counted."""
        return self.total / self.count if self.count else float("nan")


def pooled(parts: Iterable[Mean]) -> Mean:
    """All the parts as one mean."""
    known = list(parts)
    return Mean(float(sum(part.total for part in known)), float(sum(part.count for part in known)))


def error(painted: F32, reference: F32, where: Mask) -> Mean:
    """The mean squared error over the pixels `where`."""
    difference = (painted[where].astype(np.float64) - reference[where]) ** 2
    return Mean(float(difference.sum()), float(difference.size))


def decibels(squared: Mean) -> float:
    """PSNR of a mean squared error of pictures in 0..1; EQUAL when there is none, nan of nothing."""
    if not squared.count:
        return float("nan")
    return EQUAL if squared.value < 10 ** (-EQUAL / 10) else float(-10 * np.log10(squared.value))


def energy_score(draws: Sequence[F32], truths: Sequence[F32], where: Mask) -> float:
    """How far `draws` of a picture are from foretelling its `truths` (0: they are one and the same picture).

    The mean distance of a draw to a truth, less half of that between two draws, distances being roots of the mean
    squared error over the pixels `where`: strictly proper (Gneiting & Raftery 2007, section 4.3), so nothing scores
    less than draws from the truths' own distribution. A single picture is scored by its distance alone: it takes all
    it shows for sure. nan where no pixels count.
    """

    def mean(pairs: Iterable[tuple[F32, F32]]) -> float:
        each = [error(one, other, where).value ** 0.5 for one, other in pairs]
        return sum(each) / len(each) if each else 0.0

    return mean(itertools.product(draws, truths)) - mean(itertools.combinations(draws, 2)) / 2


def score_decibels(scores: Iterable[float]) -> float:
    """Decibels of the mean energy score of pictures in 0..1: 20 more for each tenth; nan of nothing.

    Scores that are nan do not count; EQUAL stands for the least there can be.
    """
    known = [score for score in scores if not np.isnan(score)]
    if not known:
        return float("nan")
    return -20 * float(np.log10(max(sum(known) / len(known), 10 ** (-EQUAL / 20))))


def edges(painted: F32, reference: F32, where: Mask) -> Mean:
    """Energy of painted gradients over the reference's, on the pixels `where`: below 1 is blur, above noise."""
    return Mean(_slopes(painted, where), _slopes(reference, where))


def _slopes(picture: F32, where: Mask) -> float:
    across = np.diff(picture, axis=1)[:-1].astype(np.float64)
    down = np.diff(picture, axis=0)[:, :-1].astype(np.float64)
    return float(((across**2 + down**2).sum(-1) * where[:-1, :-1]).sum())


def correlation(a: F32, b: F32, where: Mask) -> float:
    """Pearson's correlation of two pictures over the pixels `where`; 0 when either is constant there."""
    x, y = (v[where].astype(np.float64).ravel() for v in (a, b))
    if x.size < 2:
        return float("nan")
    x, y = x - x.mean(), y - y.mean()
    spread = float(np.sqrt((x * x).sum() * (y * y).sum()))
    return float((x * y).sum()) / spread if spread > 1e-9 else 0.0


def luminance(picture: F32) -> F32:
    """Display luminance (h, w)."""
    return picture @ _LUMA


def top_octave(picture: F32) -> F32:
    """The highest octave of the luminance (h, w): what lies above half of Nyquist along either axis."""
    h, w = picture.shape[:2]
    # Mirrored to twice the size, so that opposite borders meet themselves and no false edge wraps around.
    plane = np.pad(luminance(picture), ((0, h), (0, w)), mode="symmetric")
    across, down = np.fft.rfftfreq(2 * w)[None, :], np.abs(np.fft.fftfreq(2 * h))[:, None]
    band = np.maximum(across, down) >= 0.25
    return np.fft.irfft2(np.fft.rfft2(plane) * band, plane.shape)[:h, :w].astype(np.float32)


@dataclass(frozen=True)
class Detail:
    """Sums over pixels of two pictures' top octaves: own energy, the reference's, and their product."""

    own: float
    reference: float
    shared: float

    @property
    def energy(self) -> float:
        """Own energy over the reference's."""
        return self.own / max(self.reference, 1e-12)

    @property
    def coherence(self) -> float:
        """How much of the detail is the reference's, −1..1: noise and sharpening score low."""
        return self.shared / max(float(np.sqrt(self.own * self.reference)), 1e-12)


def detail(painted: F32, reference: F32, where: Mask) -> Detail:
    """What the top octaves of two pictures (already taken, (h, w)) share over the pixels `where`."""
    p, r = painted[where].astype(np.float64), reference[where].astype(np.float64)
    return Detail(float((p * p).sum()), float((r * r).sum()), float((p * r).sum()))


def all_detail(parts: Iterable[Detail]) -> Detail:
    """The parts as one."""
    known = [(d.own, d.reference, d.shared) for d in parts]
    own, reference, shared = (
        (float(sum(column)) for column in zip(*known, strict=True)) if known else (0.0,) * 3
    )
    return Detail(own, reference, shared)


def period(residual: F32, longest: int = 40) -> tuple[int, float]:
    """The lag (pixels) along an axis at which the slopes of a plane (h, w) repeat most, and by how much.

    The excess is the autocorrelation at that lag over the mean of both neighbours, as a share of the energy:
    near 0 for noise and smooth error, near 1 for a grid.
    """
    best = (0, 0.0)
    for axis in (0, 1):
        slope = np.diff(residual.astype(np.float64), axis=axis)
        slope = slope - slope.mean()
        reach = min(longest, slope.shape[axis] // 2 - 2)
        r = _autocorrelation(slope, axis, reach + 2)
        for lag in range(3, reach + 1):
            excess = float(r[lag] - (r[lag - 1] + r[lag + 1]) / 2)
            best = max(best, (lag, excess), key=lambda found: found[1])
    return best


def _autocorrelation(plane: npt.NDArray[np.float64], axis: int, count: int) -> npt.NDArray[np.float64]:
    """Along an axis at lags 0 to `count` − 1, each normalised by its own overlap; 1 at lag 0."""
    n = plane.shape[axis]
    spectrum = np.abs(np.fft.rfft(plane, 2 * n, axis=axis)) ** 2
    raw = np.fft.irfft(spectrum, 2 * n, axis=axis).sum(axis=1 - axis)[:count]
    raw = raw / (n - np.arange(count))
    return raw / raw[0] if raw[0] > 1e-15 else np.zeros(count)
