"""Ratings are Bradley and Terry's: the closed form of two, consistency of many, honest intervals."""

import math

import numpy as np
import pytest

from cavendish.arena.ratings import ELO, Duel, rate


def votes(wins: int, losses: int, ties: int = 0) -> list[Duel]:
    return [Duel("a", "b", won) for won in [1.0] * wins + [0.0] * losses + [0.5] * ties]


@pytest.mark.parametrize(("wins", "losses"), [(30, 10), (7, 7), (3, 50)])
def test_two_names_have_the_closed_form(wins: int, losses: int) -> None:
    ratings = {one.name: one for one in rate(["a", "b"], votes(wins, losses))}
    a = ratings["a"]
    assert a.points == pytest.approx(ELO * math.log(wins / losses) / 2, abs=1e-6)
    deviation = ELO * math.sqrt(1 / wins + 1 / losses) / 2
    assert a.high - a.points == pytest.approx(1.959964 * deviation, rel=1e-6)
    assert ratings["b"].points == pytest.approx(-a.points)
    assert a.votes == wins + losses


def test_a_tie_is_half_a_win_for_either() -> None:
    assert rate(["a", "b"], votes(10, 5, 4)) == rate(["a", "b"], votes(12, 7))[:0] or math.isclose(
        rate(["a", "b"], votes(10, 5, 4))[0].points, ELO * math.log(12 / 7) / 2, rel_tol=1e-9
    )


def test_who_never_lost_has_no_end_but_with_a_prior() -> None:
    assert rate(["a", "b"], votes(5, 0))[0].high == math.inf
    best = rate(["a", "b"], votes(5, 0), prior=0.5)[0]
    assert best.points == pytest.approx(ELO * math.log(5.5 / 0.5) / 2, abs=1e-6)
    assert best.high < math.inf


def test_true_strengths_of_many_lie_in_their_intervals() -> None:
    rng = np.random.default_rng(4)
    theta = {"a": 0.8, "b": 0.1, "c": -0.3, "d": -0.6}
    duels: list[Duel] = []
    for _ in range(3000):
        first, second = rng.choice(list(theta), 2, replace=False)
        chance = 1 / (1 + math.exp(theta[second] - theta[first]))
        duels.append(Duel(str(first), str(second), float(rng.random() < chance)))
    ratings = rate(list(theta), duels)
    assert [one.name for one in ratings] == list(theta)
    assert all(one.low - 15 <= ELO * theta[one.name] <= one.high + 15 for one in ratings)


def test_without_votes_all_are_alike() -> None:
    assert [one.points for one in rate(["a", "b"], [])] == [0.0, 0.0]
