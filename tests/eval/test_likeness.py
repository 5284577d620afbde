"""Likeness is measured where things are, beside its ceiling and floors."""

import pytest

from cavendish.eval import likeness, measures
from cavendish.eval.events import Found, Measuring
from cavendish.eval.scenes import Scene, unit
from cavendish.painters.tracer import TracerPainter
from tests.eval.plainly import Carrying

SIDE = 32


def test_the_reference_is_like_itself_and_the_floors_are_not(scenes: list[Scene]) -> None:
    truths = scenes[0].truths(SIDE)
    mark = likeness.compare(scenes[0].seed, truths, {"draw": unit(truths.traced)})
    assert likeness.level([mark], "draw") == measures.EQUAL
    assert likeness.level([mark], "empty") < 20
    assert mark.edges["draw"].value == pytest.approx(1.0)


def test_the_empty_picture_scores_its_floor_and_fails_its_bars(scenes: list[Scene]) -> None:
    marks = []
    for scene in scenes:
        truths = scene.truths(SIDE)
        marks.append(likeness.compare(scene.seed, truths, {"draw": unit(truths.empty)}))
    draw, over_empty, over_floors, over_tracer, median = likeness.likeness_rows(marks)
    assert draw.score == pytest.approx(draw.floors["without things"])
    assert over_empty.score == pytest.approx(0.0)
    assert over_empty.passed is False
    assert over_floors.passed is False
    assert over_tracer.score == pytest.approx(draw.score - draw.ceiling)
    assert over_tracer.passed is False
    assert median.score == pytest.approx(median.floors["without things"])


def test_the_tracer_drawn_again_is_its_own_ceiling(scenes: list[Scene]) -> None:
    truths = [scene.truths(SIDE) for scene in scenes]
    marks = [likeness.compare(1, t, {"draw": unit(t.reseeded)}) for t in truths]
    rows = {row.name: row for row in likeness.likeness_rows(marks)}
    assert rows["draw over the tracer drawn again"].score == pytest.approx(0.0)
    assert rows["draw over the tracer drawn again"].passed
    assert rows["draw of the median plan"].score == pytest.approx(rows["draw of the median plan"].ceiling)


def test_carry_stands_beside_the_floors_of_the_plans_that_are_carried(scenes: list[Scene]) -> None:
    first, second = (scene.truths(SIDE) for scene in scenes)
    marks = [likeness.compare(1, first, {"draw": unit(first.traced), "carry": unit(first.empty)}),
             likeness.compare(2, second, {"draw": unit(second.traced)})]  # fmt: skip
    carry = likeness.likeness_rows(marks)[0]
    assert carry.score == pytest.approx(carry.floors["without things"])


def test_levels_pool_over_pixels_of_all_scenes(scenes: list[Scene]) -> None:
    truths = [scene.truths(SIDE) for scene in scenes]
    marks = [likeness.compare(1, t, {"draw": unit(t.plain)}) for t in truths]
    pooled = measures.pooled(m.errors["draw"] for m in marks)
    assert pooled.count == 3 * sum(int(t.changed.sum()) for t in truths)
    assert likeness.level(marks, "draw") == measures.decibels(pooled)


def test_the_suite_ends_with_a_report_of_every_way(tiny: str) -> None:
    *steps, found = likeness.run(Carrying(), 2, tiny)
    assert steps == [Measuring("likeness", 0, 2), Measuring("likeness", 1, 2)]
    assert isinstance(found, Found)
    report = found.report
    assert report.row("carry: picture → bits → picture").score == measures.EQUAL
    assert report.row("draw: sampled tokens").score == measures.EQUAL
    assert report.row("draw without tokens").score < report.row("draw without guides").score < measures.EQUAL
    assert report.columns == ("traced", "traced again", "draw", "carry", "blind", "bare", "unguided")
    assert [len(row) for row in report.sheet] == [7, 7]


def test_a_painter_without_tokens_is_measured_by_its_draw_alone(tiny: str) -> None:
    *_, found = likeness.run(TracerPainter(), 1, tiny)
    assert isinstance(found, Found)
    names = [row.name for row in found.report.rows]
    assert not any("carry" in name for name in names)
    assert any("carry" in note for note in found.report.notes)
