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
    found = versus.transformer(256, 1.0)
    assert (found.seconds, found.ratio) == (None, None)
    assert "pip install" in found.note


def test_a_size_by_name_is_needed():
    with pytest.raises(RequestError, match="by name"):
        list(versus.run("1:1", {"1200x800": 1.0}))


@pytest.mark.weights
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:__array__:DeprecationWarning")  # a scheduler of its own making
def test_the_pipeline_compared_with_has_our_size_our_pixels_and_the_work_that_its_shape_says():
    pytest.importorskip("diffusers")
    import torch

    found = versus.transformer(64, 2.0, 2)
    assert found.seconds is not None
    assert found.ratio == pytest.approx(found.seconds / 2.0)
    assert found.note.startswith("64x64 pixels")
    made = versus.pipeline_of(256, torch.float32)
    assert versus.parameters(made.transformer, made.vae) == pytest.approx(versus.our_parameters(), rel=0.05)
    one, two = (versus.work(made, steps) for steps in (1, 2))
    cells, wide, layers = (256 // 16) ** 2, 320, 6
    products, attention = 12 * wide * wide, 2 * cells * wide  # a layer's, a cell
    assert two - one == pytest.approx(2 * cells * layers * (products + attention), rel=0.03)


def test_work_is_counted_in_products_and_attention():
    import torch
    import torch.nn.functional as F

    q = torch.zeros(1, 2, 8, 4)
    assert versus.flop(lambda: q @ q.mT) == 2 * 2 * 8 * 8 * 4
    assert versus.flop(lambda: F.scaled_dot_product_attention(q, q, q)) == 2 * 2 * 2 * 8 * 8 * 4
