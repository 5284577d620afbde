"""What is withheld is missed, by as much as it is said to be worth."""

import pytest

from cavendish.errors import RequestError
from cavendish.eval import ablations
from cavendish.painters.tracer import TracerPainter
from tests.eval.found import report
from tests.eval.plainly import Carrying


def test_what_a_road_adds_is_the_difference_of_with_and_without(tiny: str) -> None:
    told = report(ablations.run(Carrying(), 1, tiny))
    draw, bare = told.row("draw: sampled tokens").score, told.row("draw without tokens").score
    assert told.row("  against one draw").score == pytest.approx(draw - bare)
    # Its draws are the tracer's own, so they foretell as traced draws do; one picture, darkened, foretells less.
    sampled = told.row("what sampled tokens add, against traced draws")
    assert sampled.passed
    assert sampled.ceiling is not None
    assert sampled.score > sampled.ceiling - 1
    assert told.row("what guides add").score > 4
    assert told.facts["plans"] == 1


def test_a_painter_without_tokens_is_refused() -> None:
    with pytest.raises(RequestError, match="expected one with tokens, got tracer"):
        next(ablations.run(TracerPainter()))
