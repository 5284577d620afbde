"""What samplers, tiers, stops of the ladder and guidance give and cost, each on the same fixed plans."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cavendish.errors import RequestError
from cavendish.eval import measures
from cavendish.eval.painting import DRAFT, named, request_for
from cavendish.eval.scenes import fixed, unit
from cavendish.events import SAMPLERS, TIERS, Painted, Progress, Request
from cavendish.image import pixel_size
from cavendish.models.ladder import cells_in, ladder
from cavendish.painters.base import Painter

PLANS = 8
STEPS = (1, 2, 4, 8)
STOPS, STOPPED = (9, 13, 18, 24), (1, 4)
"""Last grids of the ladder, and steps of the base at each."""
GUIDANCE = (0.0, 1.0, 1.5, 2.0, 4.0)
Way = tuple[str, int | None, dict[str, object]]


@dataclass(frozen=True)
class Point:
    """PSNR on changed pixels (dB), top octave's energy over the reference's, coherence with it, seconds a picture.

    `weights`: the hash of those that painted.
    """

    name: str
    steps: int | None
    likeness: float
    energy: float
    coherence: float
    seconds: float
    weights: str = ""


def samplers(
    painter: str | Painter, plans: int = PLANS, size: str = DRAFT, steps: Sequence[int] = STEPS
) -> Iterator[Progress | Point]:
    """A point for each sampler and number of steps; one step is the same for all, and taken once."""
    wanted: list[Way] = []
    if 1 in steps:
        wanted.append(("any", 1, {"sampler": SAMPLERS[0], "steps": 1}))
    for name in SAMPLERS:
        wanted.extend((name, n, {"sampler": name, "steps": n}) for n in steps if n > 1)
    yield from _points(painter, wanted, plans, size)


def tiers(painter: str | Painter, plans: int = PLANS, size: str = "1K") -> Iterator[Progress | Point]:
    """A point for each tier."""
    yield from _points(painter, [(name, None, {"tier": name}) for name in TIERS], plans, size)


def guidance(
    painter: str | Painter, plans: int = PLANS, size: str = DRAFT, strengths: Sequence[float] = GUIDANCE
) -> Iterator[Progress | Point]:
    """A point for each strength of guidance, 1 being none."""
    wanted: list[Way] = [(f"guidance {each:g}", None, {"guidance": each}) for each in strengths]
    yield from _points(painter, wanted, plans, size)


def stops(
    painter: str | Painter, plans: int = PLANS, size: str = "1K", sides: Sequence[int] = STOPS
) -> Iterator[Progress | Point]:
    """A point for each last grid and number of steps: the weights climb as far as is said, trained so far or not.

    RequestError for any painter but the native one.
    """
    from cavendish.painters.loading import load
    from cavendish.painters.native import NativePainter

    found = named(painter)
    if not isinstance(found, NativePainter):
        raise RequestError(f"painter: expected native, got {found.name}", hint="--painter native")
    models = load()
    for side in sides:
        climbing = NativePainter(replace(models, stop=side))
        name = f"{side} ({cells_in(ladder(1.0, side))} tokens)"
        yield from _points(climbing, [(name, n, {"tier": "pro", "steps": n}) for n in STOPPED], plans, size)


def _points(
    painter: str | Painter, wanted: Sequence[Way], plans: int, size: str
) -> Iterator[Progress | Point]:
    found, scenes = named(painter), list(fixed(plans))
    side = pixel_size("1:1", size)[0]
    for i, (name, steps, fields) in enumerate(wanted):
        yield Progress("samplers", i, len(wanted))
        errors: list[measures.Mean] = []
        details: list[measures.Detail] = []
        spent, weights = 0.0, ""
        for scene in scenes:
            truths = scene.truths(side)
            reference = unit(truths.traced)
            request: Request = replace(request_for(scene.stage, scene.seed, size), aspect="1:1", **fields)  # pyright: ignore[reportArgumentType]  # fields of a request
            began = time.perf_counter()
            made = [event for event in found.paint(scene.stage, request) if isinstance(event, Painted)]
            spent += time.perf_counter() - began
            weights = made[-1].weights
            pixels = np.clip(made[-1].pixels, 0, 1)
            errors.append(measures.error(pixels, reference, truths.changed))
            everywhere = np.ones(pixels.shape[:2], np.bool_)
            tops = measures.top_octave(pixels), measures.top_octave(reference)
            details.append(measures.detail(*tops, everywhere))
        whole = measures.all_detail(details)
        likeness = measures.decibels(measures.pooled(errors))
        yield Point(name, steps, likeness, whole.energy, whole.coherence, spent / len(scenes), weights)
