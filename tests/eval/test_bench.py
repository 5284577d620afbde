"""Costs are measured, not guessed."""

import pytest

from cavendish.errors import RequestError
from cavendish.eval import bench, cost
from cavendish.events import Request


@pytest.mark.slow
def test_grid_by_grid_beats_cell_by_cell_on_the_same_tokens() -> None:
    took = bench.passes(stop=7, runs=2)
    assert (took.tokens, took.passes) == (1 + 4 + 9 + 16 + 25 + 36 + 49, 2 * 4 + 5)
    assert took.ratio == pytest.approx(took.one_by_one / took.together)
    assert took.ratio > 3


def test_sizes_are_measured_smallest_first_after_a_warm_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(request: Request) -> cost.Measured:
        asked.append(request.size)
        return cost.Measured(*request.pixels, 1.0, 0.1, ())

    monkeypatch.setattr(cost, "measure", counted)
    found = list(bench.run("tracer", ("1K", "512")))
    assert asked == ["256", "512", "1K"]
    assert [took.width for took in found] == [688, 1376]


def test_a_size_that_does_not_exist_is_refused() -> None:
    with pytest.raises(RequestError):
        list(bench.run("tracer", ("9K",)))


def test_the_world_is_measured_in_pairs_and_guides() -> None:
    found = bench.world((16, 32), ("256",), scenes=1)
    assert set(found.pairs) == {16, 32}
    assert found.pairs[16] > 0
    assert found.guides["256"] > 0
