"""The table of looks: every name that a plan knows, and nothing out of range."""

import pytest

from cavendish.errors import PlanError
from cavendish.finish.grade import HUES
from cavendish.finish.looks import LOOKS, look_named
from cavendish.plan.lexicon import LOOKS as NAMES


def test_every_look_of_a_plan_has_its_row():
    assert set(LOOKS) == set(NAMES)


@pytest.mark.parametrize("name", LOOKS)
def test_a_row_is_within_bounds(name: str):
    look = look_named(name)
    before, after = ([point[side] for point in look.grade.curve] for side in (0, 1))
    assert sorted(before) == before
    assert sorted(after) == after
    assert not before or (before[0], before[-1]) == (0.0, 1.0)
    assert sum(look.grade.mix) == pytest.approx(1.0)
    assert {turn.hue for turn in look.grade.turns} <= set(HUES)
    assert 0 <= look.grain.strength < 0.1
    assert 0 <= look.bloom < 0.5


def test_faster_films_have_more_grain():
    order = ("velvia 50", "ektar 100", "portra 400", "hp5", "tri-x")
    strengths = [LOOKS[name].grain.strength for name in order]
    assert sorted(strengths) == strengths


def test_an_unknown_look_offers_the_nearest():
    with pytest.raises(PlanError, match="try: film"):
        look_named("filme")
