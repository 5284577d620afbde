"""Honesty catches painters that cheat."""

from pathlib import Path

import numpy as np
import pytest
import torch

from cavendish.eval import honesty, measures
from cavendish.eval.scenes import Scene, unit
from cavendish.models.checkpoint import Header, load, save
from cavendish.painters.tracer import TracerPainter
from tests.eval.found import rows
from tests.eval.plainly import Carrying, Peeking, Plainly


def test_a_painter_that_ignores_its_tokens_is_caught(scenes: list[Scene], tiny: str) -> None:
    found = rows(honesty.tokens_matter(Plainly(), scenes, tiny))
    assert found["difference of two draws over the tracer's"].score == 0.0
    assert found["difference of two draws over the tracer's"].passed is False


def test_tokens_that_carry_nothing_are_caught(scenes: list[Scene], tiny: str) -> None:
    found = rows(honesty.tokens_matter(Carrying(blank=True), scenes, tiny))
    assert found["swapped tokens: sky and backdrop follow"].passed is False
    assert found["difference of two draws over the tracer's"].passed is False


def test_tokens_that_carry_the_draw_pass(scenes: list[Scene], tiny: str) -> None:
    found = rows(honesty.tokens_matter(Carrying(), scenes, tiny))
    assert found["difference of two draws over the tracer's"].score == pytest.approx(1.0, rel=0.02)
    assert found["swapped tokens: sky and backdrop follow"].score == pytest.approx(1.0, abs=1e-5)
    assert found["swapped tokens: geometry stays"].passed


def test_zeroed_weights_keep_their_shapes_and_headers(tmp_path: Path) -> None:
    source, target = tmp_path / "from", tmp_path / "to"
    target.mkdir()
    module = torch.nn.Linear(3, 2)
    save(source / "decoder.safetensors", module, Header("decoder", recipe="cpu", encoder="7"))
    assert honesty.zero_weights(source, target) == 1
    other = torch.nn.Linear(3, 2)
    assert load(target / "decoder.safetensors", other, "decoder").encoder == "7"
    assert not other.weight.any()
    assert honesty.zero_weights(tmp_path, target) == 0


def test_weights_are_weighed_against_the_mean_of_draws(scenes: list[Scene]) -> None:
    side = 32
    drawn = [[unit(one) for one in scene.draws(side, honesty.DRAWS)] for scene in scenes]
    mean = [np.stack(each).mean(0) for each in drawn]
    black = [np.zeros_like(each) for each in mean]
    found = {row.name: row for row in honesty._zeroed_rows(scenes, drawn, black, side)}
    draw = found["painted, against the mean of draws"]
    added, lost = found["what the weights add"], found["with zeroed weights"].score
    assert min(draw.score, draw.ceiling) > lost
    assert added.score == pytest.approx(draw.score - lost)
    assert added.ceiling == pytest.approx(draw.ceiling - lost)
    assert found["  against one draw"].passed is None
    several = found["  the mean of several draws"]
    assert several.score > added.score
    assert several.ceiling is not None
    assert added.ceiling is not None
    assert several.ceiling > added.ceiling
    best = {row.name: row for row in honesty._zeroed_rows(scenes, [[each] for each in mean], black, side)}
    assert best["painted, against the mean of draws"].score == measures.EQUAL
    assert best["  against one draw"].score < best["what the weights add"].score


@pytest.mark.slow
def test_peeking_at_the_draw_and_needing_the_renderer_are_caught(
    scenes: list[Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAVENDISH_WEIGHTS", str(tmp_path))
    honest = rows(honesty.paints_itself(Plainly(), scenes[:1], "256"))
    assert [row.score for row in honest.values()] == pytest.approx([0.0, 0.0], abs=0.01)
    assert [row.passed for row in honest.values()] == [True, True]
    peeking = rows(honesty.paints_itself(Peeking(), scenes[:1], "256"))
    assert peeking["largest difference with the draw hidden"].passed is False
    tracing = rows(honesty.paints_itself(TracerPainter(), scenes[:1], "256"))
    assert tracing["largest difference without the renderer"].score == 255.0
