"""Seeds that differ as the tracer's do pass; one picture for every seed does not."""

import numpy as np
import pytest

from cavendish.eval import diversity
from cavendish.eval.geneval import Taken
from cavendish.eval.protocol import Detection, Prompt, Wanted
from cavendish.eval.scenes import Scene
from cavendish.painters.tracer import TracerPainter
from tests.eval.plainly import Plainly

CUP = Prompt("single_object", "a photo of a cup", (Wanted("cup"),))


def taken(seed: int, score: float) -> Taken:
    picture = (np.random.default_rng(seed).random((48, 48, 3)) * 255).astype(np.uint8)
    return Taken(CUP, seed, picture, {"cup": [Detection((0.0, 0.0, 1.0, 1.0), score)]})


def test_what_seeds_share_and_what_holds_is_counted() -> None:
    ours = (taken(1, 0.9), taken(1, 0.9), taken(1, 0.1), taken(1, 0.1))
    theirs = tuple(taken(k, 0.9) for k in range(4))
    alike, held, share = diversity.prompt_rows([diversity.Many(ours, theirs)], 0.5)
    assert alike.score == pytest.approx(1.0)
    assert alike.passed is False
    assert alike.ceiling < 0.5
    assert (held.score, held.ceiling, share.score, share.passed) == (0.5, 1.0, 0.5, False)


def test_the_tracers_draws_spread_as_the_tracers(scenes: list[Scene], tiny: str) -> None:
    def spread(painter: object) -> float:
        check = diversity.drawn(painter, scenes[:1], tiny)  # type: ignore[arg-type]  # tests' own painters
        while True:
            try:
                next(check)
            except StopIteration as end:
                return float(end.value.score)

    assert spread(TracerPainter()) == pytest.approx(1.0)
    assert spread(Plainly()) == 0.0
