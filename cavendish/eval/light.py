"""Light that obeys: the key light turned, what changes in between, and where that says that the light comes from."""

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize

from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.painting import DRAFT, painted
from cavendish.eval.quick import relight_row
from cavendish.eval.relight import AZIMUTHS, Relit, relight
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import Scene, fixed, relit, unit
from cavendish.finish.grade import to_linear
from cavendish.image import pixel_size
from cavendish.painters.base import Painter
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.stage import Window

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
U8 = npt.NDArray[np.uint8]
Rows = Generator[Event, None, list[Row]]

COUNT = 20
FIRST = 940_000_000
WITHIN, SHARE = 20.0, 0.95
"""Degrees by which the shading's azimuth may miss its mirror image, and in how many plans it must not."""
_COVERAGE, _BASE = CHANNELS.index("coverage"), slice(9, 12)
_MIRRORS = (CHANNELS.index("metal"), CHANNELS.index("transmission"))
_LEAST, _MOST = 64, 2000  # pixels of things that shading is read from
_AZIMUTHS = np.radians(np.arange(-180.0, 180.0, 15.0))
_ELEVATIONS = np.radians((10.0, 35.0, 60.0))
_TURNS = 3
_STILL = 0.01  # of the light on a white surface: what turns less has not turned
_LUMA = np.array((0.2126, 0.7152, 0.0722), np.float32)


@dataclass(frozen=True)
class Turned:
    """By how many degrees mirrored light misses its mirror image, as shading has it; nan where nothing turns.

    still: what a light that does not turn would score.
    """

    painted: float
    traced: float
    still: float


def run(painter: Painter, limit: int | None = None, size: str = DRAFT) -> Iterator[Event]:
    """Turns the light of up to `limit` fixed plans; ends with Found."""
    began = time.monotonic()
    scenes = list(fixed(min(limit or COUNT, COUNT), FIRST))
    sheet: list[tuple[U8, ...]] = []
    rows = yield from light_obeys(painter, scenes, size, sheet)
    weights = painted(painter, scenes[0].stage, scenes[0].seed, size).weights
    said = (f"key light at {AZIMUTHS[0]:g} and {AZIMUTHS[1]:g} degrees; ceiling: the tracer; directions are "
            "fitted to what changes on things between both, over their normals",)  # fmt: skip
    yield Found(Report("light", painter.name, weights, tuple(rows), time.monotonic() - began, said,
                       {"plans": len(scenes), "size": size}, (),
                       ("traced left", "traced right", "left", "right"), tuple(sheet)))  # fmt: skip


def light_obeys(painter: Painter, scenes: Sequence[Scene], size: str, sheet: list[tuple[U8, ...]]) -> Rows:
    """Key light left against right: our difference picture is as the tracer's; shading mirrors. Fills `sheet`."""
    side = pixel_size("1:1", size)[0]
    lights: list[Relit] = []
    turned: list[Turned] = []
    for i, scene in enumerate(scenes):
        yield Measuring("relight", i, len(scenes))
        lights.append(relight(painter, scene, size, side))
        turned.append(turning(scene, lights[-1], side))
    sheet += [one.shown for one in lights]
    return [relight_row(lights), mirror_row(turned)]


def turning(scene: Scene, lit: Relit, side: int) -> Turned:
    """How well the shading of both pairs of a relit scene mirrors."""
    seen = guides(relit(scene, AZIMUTHS[0]).stage, Window.whole(side, side))
    traced, mirrored, left, right = (unit(each) for each in lit.shown)

    def missed(one: F32, other: F32) -> float:
        first, second = azimuths(one, other, seen)
        return _apart(first, -second)

    return Turned(missed(left, right), missed(traced, mirrored), missed(traced, traced))


def mirror_row(turned: Sequence[Turned]) -> Row:
    """The share of plans whose shading mirrors, of those where the tracer's can be read; ours that cannot do not."""
    known = [one for one in turned if not np.isnan(one.traced)]

    def share(errors: Sequence[float]) -> float:
        return float(np.mean([error <= WITHIN for error in errors])) if errors else float("nan")

    return Row(f"mirrored light mirrors shading within {WITHIN:g} degrees", share([one.painted for one in known]),
               share([one.traced for one in known]), {"light that stays": share([one.still for one in known])},
               SHARE)  # fmt: skip


def azimuths(one: F32, other: F32, seen: F32) -> tuple[float, float]:
    """Where the key light is in each of two pictures of a relit scene, in degrees: 0 behind the camera, 90 right.

    Read from what changes between them, in which fill, glow, haze and a thing's own colours cancel: the difference of
    their linear luminances over the base colour's is k (max(0, n·m) − max(0, n·l)), Lambert, over the normals of the
    guides (h, w, 41). Azimuths, a common elevation and k are those of the least sum of log(1 + (residual/s)²), which
    cast shadows and highlights hardly move: the best of a lattice, then Gauss-Newton steps. nan twice where things
    show too little, or nothing turns.
    """
    base = (seen[..., _BASE].astype(np.float64) ** 2) @ _LUMA
    where = (seen[..., _COVERAGE] > 0.95) & (base > 0.02) & (seen[..., _MIRRORS].max(-1) < 0.5)
    where &= np.linalg.norm(seen[..., 0:3], axis=-1) > 0.9
    chosen = np.flatnonzero(where)
    if len(chosen) < _LEAST:
        return float("nan"), float("nan")
    chosen = chosen[np.linspace(0, len(chosen) - 1, min(len(chosen), _MOST)).astype(np.int64)]
    # Weighed by the root of the base colour: between light, in which bright things count alone, and its ratio to the
    # base colour, in which dark ones do.
    root = np.sqrt(base.ravel()[chosen])
    change = ((to_linear(other) - to_linear(one)) @ _LUMA).ravel()[chosen] / root
    facing = seen.reshape(-1, seen.shape[-1])[chosen, 0:3].astype(np.float64)
    facing *= (root / np.linalg.norm(facing, axis=1))[:, None]
    if float(np.quantile(np.abs(change) / root, 0.9)) < _STILL:
        return float("nan"), float("nan")
    width = float(np.median(np.abs(change - np.median(change)))) + 1e-4
    start = _on_lattice(change, facing, width)

    def residual(found: F64) -> F64:
        first, second, elevation, strength = found
        turned = _falling(facing, second, elevation) - _falling(facing, first, elevation)
        return change - strength * turned[:, 0]

    bounds = ([-4.0, -4.0, 0.0, 0.0], [4.0, 4.0, 1.4, np.inf])
    best = optimize.least_squares(residual, start, loss="cauchy", f_scale=width, bounds=bounds, max_nfev=60).x
    return float(np.degrees(best[0])), float(np.degrees(best[1]))


def _on_lattice(change: F64, facing: F64, width: float) -> tuple[float, float, float, float]:
    """The best of both azimuths and an elevation among `_AZIMUTHS` and `_ELEVATIONS`, in radians, and the strength."""
    best, least = (0.0, 0.0, 0.0, 0.0), np.inf
    for elevation in _ELEVATIONS:
        lit = _falling(facing, _AZIMUTHS, elevation)
        for i, first in enumerate(_AZIMUTHS):
            turned = lit - lit[:, i : i + 1]
            weight, missed, strength = np.ones_like(turned), turned, turned[0]
            for _ in range(_TURNS + 1):
                strength = (weight * turned * change[:, None]).sum(0)
                strength /= np.maximum((weight * turned * turned).sum(0), 1e-9)
                strength = np.maximum(strength, 0.0)
                missed = ((change[:, None] - strength * turned) / width) ** 2
                weight = 1 / (1 + missed)
            cost = np.log1p(missed).mean(0)
            j = int(cost.argmin())
            if cost[j] < least:
                least = cost[j]
                best = (float(first), float(_AZIMUTHS[j]), float(elevation), float(strength[j]))
    return best


def _falling(facing: F64, azimuth: "F64 | float", elevation: float) -> F64:
    """Lambert's max(0, n·l) [p a] on weighed normals [p 3] for each azimuth, in radians."""
    a = np.atleast_1d(azimuth)
    flat = np.cos(elevation)
    towards = np.stack([np.sin(a) * flat, np.full_like(a, np.sin(elevation)), np.cos(a) * flat])
    return np.maximum(facing @ towards, 0.0)


def _apart(a: float, b: float) -> float:
    """Degrees between two directions, 0 to 180; nan when either is unknown."""
    return abs((a - b + 180) % 360 - 180)
