"""Comparisons are measured where they can be, and say so where they cannot."""

import time

import pytest

from cavendish.errors import RequestError
from cavendish.eval import versus


def test_the_quickest_of_some_runs_counts_after_one_that_does_not():
    waits = iter([0.05, 0.02, 0.01, 0.03])
    took = versus.quickest(lambda: time.sleep(next(waits)))
    assert 0.01 <= took < 0.02


@pytest.mark.weights
def test_the_decoder_reaches_a_share_of_what_large_products_reach():
    found = versus.peak(1, 512)
    assert found.products > 1e9
    assert 0 < found.share < 3
    assert found.dtype in ("bfloat16", "float32")


def test_lanczos_is_timed_beside_ours():
    found = versus.lanczos((64, 48), (256, 192), 2.0)
    assert found.seconds is not None
    assert found.ratio == pytest.approx(found.seconds / 2.0)


def test_what_is_not_installed_is_skipped_and_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(versus, "EXTRA", "no_such_package")
    found = versus.transformer((256, 256), 1.0)
    assert (found.seconds, found.ratio) == (None, None)
    assert "pip install" in found.note


def test_a_size_by_name_is_needed():
    with pytest.raises(RequestError, match="by name"):
        list(versus.run("1:1", {"1200x800": 1.0}))
