"""Pile lies along the surface it grows on, is longer than wide, keeps its tone, and is gone from far."""

import numpy as np
import pytest

from cavendish.world.pile import lay, pile


def _unit(seed: int) -> tuple[float, float, float]:
    v = np.random.default_rng(seed).normal(size=3)
    x, y, z = v / np.linalg.norm(v)
    return float(x), float(y), float(z)


@pytest.mark.parametrize("curls", [False, True])
def test_fibres_lie_along_the_surface(curls: bool) -> None:
    for seed in range(20):
        n, p = _unit(seed), _unit(seed + 100)
        way = np.array(lay(p, n, curls))
        assert abs(way @ np.array(n)) < 1e-6
        assert np.linalg.norm(way) == pytest.approx(1, abs=0.1)


def test_on_an_upright_side_they_hang() -> None:
    down = [lay((0.1 * k, 0.3, 0.02 * k), (0.0, 0.0, 1.0), False)[1] for k in range(40)]
    assert max(down) < 0
    assert np.mean(down) < -0.7


def test_fibres_are_longer_than_wide() -> None:
    p = np.random.default_rng(3).random((300, 2))
    n = (0.0, 0.0, 1.0)
    along, across = [], []
    for x, y in p:
        here = pile((x, y, 0.0), n, 0.0006, 6.0, False)[0]
        a, b, _ = lay((x, y, 0.0), n, False)
        along.append(here - pile((x + 0.003 * a, y + 0.003 * b, 0.0), n, 0.0006, 6.0, False)[0])
        across.append(here - pile((x - 0.003 * b, y + 0.003 * a, 0.0), n, 0.0006, 6.0, False)[0])
    assert np.std(across) > 1.8 * np.std(along)


@pytest.mark.parametrize("curls", [False, True])
def test_its_mean_is_one_and_none_is_left_from_far(curls: bool) -> None:
    p = np.random.default_rng(4).random((600, 3)) * 3
    tones = [[pile(tuple(q), (0.6, 0.0, 0.8), foot, 6.0, curls)[0] for q in p] for foot in (0.001, 0.2)]
    assert np.mean(tones[0]) == pytest.approx(1, abs=0.02)
    assert np.std(tones[0]) > 0.08
    assert tones[1] == [1.0] * len(p)
