"""Light that obeys: the key light turned, what changes in between, and where the shading says that it comes from."""

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.painting import DRAFT, painted
from cavendish.eval.quick import relight_row
from cavendish.eval.relight import AZIMUTHS, Relit, relight
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import Scene, fixed, relit, unit
from cavendish.image import pixel_size
from cavendish.painters.base import Painter
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.stage import Window

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
Rows = Generator[Event, None, list[Row]]

COUNT = 20
FIRST = 940_000_000
WITHIN, SHARE = 20.0, 0.95
"""Degrees by which the shading's azimuth may miss its mirror image, and in how many plans it must not."""
_COVERAGE, _BASE, _METAL = 8, slice(9, 12), CHANNELS.index("metal")
_TURNS = 6
_LEAST = 64  # pixels of things that shading can be read from
_LUMA = np.array((0.2126, 0.7152, 0.0722), np.float32)


@dataclass(frozen=True)
class Turned:
    """By how many degrees shading misses its mirror image under mirrored light; nan where it cannot be read.

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
    said = (f"key light at {AZIMUTHS[0]:g} and {AZIMUTHS[1]:g} degrees; ceiling: the tracer; its direction is fitted "
            "to the light on things over their normals",)  # fmt: skip
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
    """How well the shading of both pictures of a relit pair mirrors."""
    seen = guides(relit(scene, AZIMUTHS[0]).stage, Window.whole(side, side))
    traced_left, traced_right, left, right = (azimuth(unit(each), seen) for each in lit.shown)
    return Turned(_apart(left, -right), _apart(traced_left, -traced_right), _apart(traced_left, -traced_left))


def mirror_row(turned: Sequence[Turned]) -> Row:
    """The share of plans whose shading mirrors, of those where the tracer's can be read."""
    known = [one for one in turned if not np.isnan(one.traced)]

    def share(errors: Sequence[float]) -> float:
        return float(np.mean([error <= WITHIN for error in errors])) if errors else float("nan")

    return Row(f"mirrored light mirrors shading within {WITHIN:g} degrees", share([one.painted for one in known]),
               share([one.traced for one in known]), {"light that stays": share([one.still for one in known])},
               SHARE)  # fmt: skip


def azimuth(picture: F32, seen: F32) -> float:
    """Where shading says that the key light is, in degrees: 0 behind the camera, 90 right; nan where nothing says.

    Of what things reflect, linear luminance over that of their base colour is fitted by c + l·n (Lambert) over the
    guides' normals (h, w, 38); l's direction in the camera's horizontal plane is the answer.
    """
    base = (seen[..., _BASE] ** 2) @ _LUMA
    where = (seen[..., _COVERAGE] > 0.95) & (base > 0.03) & (seen[..., _METAL] < 0.5)
    if int(where.sum()) < _LEAST:
        return float("nan")
    lit = ((picture[where] ** 2.2) @ _LUMA / base[where]).astype(np.float64)
    normal = seen[where][:, 0:3].astype(np.float64)
    terms = np.concatenate([normal, np.ones((len(normal), 1))], 1)
    lit = np.minimum(lit, np.quantile(lit, 0.98))  # highlights say where mirrors look, not where light is
    facing = np.ones(len(lit), np.bool_)
    found = np.zeros(4)
    for _ in range(
        _TURNS
    ):  # Lambert is linear only where light falls: what faces away is left out the next time
        found, *_ = np.linalg.lstsq(terms[facing], lit[facing], rcond=None)
        size = float(np.hypot(found[0], found[2]))
        facing = normal @ found[:3] > 0.1 * size
        if size < 1e-6 or int(facing.sum()) < _LEAST:
            break
    return (
        float(np.degrees(np.arctan2(found[0], found[2])))
        if np.hypot(found[0], found[2]) > 1e-6
        else float("nan")
    )


def _apart(a: float, b: float) -> float:
    """Degrees between two directions, 0 to 180; nan when either is unknown."""
    return abs((a - b + 180) % 360 - 180)
