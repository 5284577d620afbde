"""The quick suite ranks weights as a person would."""

import pytest

from cavendish.eval import quick
from cavendish.eval.events import Found
from cavendish.eval.report import Report, Row
from cavendish.painters.tracer import TracerPainter
from tests.eval.plainly import Plainly


def report(found: object) -> Report:
    assert isinstance(found, Found)
    return found.report


@pytest.mark.slow
def test_the_tracer_has_more_merit_than_base_colours(tiny: str) -> None:
    best = report(list(quick.run(TracerPainter(), 2, tiny))[-1])
    poor = report(list(quick.run(Plainly(), 2, tiny))[-1])
    assert best.row("relight").score == pytest.approx(1.0, abs=1e-6)
    assert best.row("gradient energy").score == pytest.approx(1.0)
    assert best.row("merit").score > poor.row("merit").score + 20
    assert best.passed
    assert not poor.passed


def rows(draw: float, carry: float, relight: float, energy: float) -> list[Row]:
    return [Row("carry: picture → bits → picture", carry), Row("draw: sampled tokens", draw),
            Row("draw without tokens", 16.0), Row("relight", relight), Row("gradient energy", energy)]  # fmt: skip


def test_merit_rises_with_likeness_and_light_and_falls_with_blur_and_noise() -> None:
    middle = quick.merit(rows(18.0, 22.0, 0.6, 1.0))
    assert middle == pytest.approx(18 + 3 + (22 + 16) / 4)
    assert quick.merit(rows(19.0, 22.0, 0.6, 1.0)) == pytest.approx(middle + 1)
    assert quick.merit(rows(18.0, 22.0, 0.8, 1.0)) == pytest.approx(middle + 1)
    assert quick.merit(rows(18.0, 22.0, 0.6, 0.5)) == pytest.approx(middle - 2)
    assert quick.merit(rows(18.0, 22.0, 0.6, 2.0)) == pytest.approx(middle - 2)
