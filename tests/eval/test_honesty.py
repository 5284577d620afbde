"""Honesty catches painters that cheat."""

from pathlib import Path

import numpy as np
import pytest
import torch

from cavendish.eval import honesty
from cavendish.eval.measures import F32
from cavendish.eval.painting import DRAWS
from cavendish.eval.report import Row
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


def test_weights_are_weighed_by_what_draws_foretell_of_draws(scenes: list[Scene]) -> None:
    side = 32
    every = [[unit(one) for one in scene.draws(side, 3 * DRAWS)] for scene in scenes]
    drawn = [each[2 * DRAWS :] for each in every]  # the tracer's own, other than those it is held against
    mean = [np.stack(each[:DRAWS]).mean(0) for each in every]
    black = [np.zeros_like(each) for each in mean]

    def found(several: list[list[F32]], bare: list[F32] | None) -> dict[str, Row]:
        return {row.name: row for row in honesty._zeroed_rows(scenes, several, bare, side)}

    told = found(drawn, black)
    added, lost = told["what the weights add"], told["with zeroed weights"].score
    assert added.score == pytest.approx(told["painted draws, against traced ones"].score - lost)
    assert added.ceiling == pytest.approx(added.score, abs=1.5)
    assert added.passed
    # The mean of the very draws that count is nearer than any draw, and foretells them worse than draws do.
    sure = found(drawn, mean)
    assert sure["  one draw, against the mean of draws"].score < 0
    assert sure["what the weights add"].score > 1
    alike = found([[one] * DRAWS for one in black], black)
    assert alike["what the weights add"].score == pytest.approx(0, abs=1e-6)
    assert alike["what the weights add"].passed is False
    assert found(drawn, None)["what the weights add"].passed is False


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
