"""Patterns have the shapes that their names say, seen along the surface they lie on."""

import math

import pytest

from cavendish.world import motifs

FRONT = (0.0, 0.0, 1.0)


def test_bars_lie_across_their_axis() -> None:
    across = [motifs.drawn(motifs.BARS, 1, (0.3, y / 50, 0.0), FRONT, 0.2, 1e-4)[0] for y in range(50)]
    along = [motifs.drawn(motifs.BARS, 1, (x / 50, 0.3, 0.0), FRONT, 0.2, 1e-4)[0] for x in range(50)]
    assert sum(across) == pytest.approx(25, abs=2)
    assert len(set(along)) == 1


def test_a_dot_is_round_from_every_side() -> None:
    for n in (FRONT, (0.0, 1.0, 0.0), (math.sqrt(0.5), math.sqrt(0.5), 0.0)):
        middle = (0.19, 0.19, 0.19)  # a lattice point: (0.5 - 0.31) of a cell
        assert motifs.drawn(motifs.DOTS, 1, middle, n, 1.0, 1e-4)[0] == 1
    assert motifs.drawn(motifs.DOTS, 1, (0.19 + 0.3, 0.19, 0.19), FRONT, 1.0, 1e-4)[0] == 0


def test_flowers_have_an_eye() -> None:
    petals, eye = motifs.drawn(motifs.FLOWERS, 1, (0.19, 0.19, 0.19), FRONT, 1.0, 1e-4)
    assert petals == eye == 1
    assert motifs.drawn(motifs.FLOWERS, 1, (0.69, 0.69, 0.19), FRONT, 1.0, 1e-4) == (0, 0)


def test_what_is_finer_than_a_pixel_fades_before_it_is() -> None:
    assert motifs.fade(10, 0.001) == 1
    assert motifs.fade(10, 0.09) == 0
    assert motifs.step(-1, 0.1) == 0
    assert motifs.step(1, 0.1) == 1
