"""Shafts add light, from the side it comes from, more of it before what is far; at every size the same."""

import numpy as np

from cavendish.finish.shafts import Shafts, lit


def _lit(side: float, depth: float = 0.2, h: int = 96) -> np.ndarray:
    dark = np.zeros((h, h, 3), np.float32)
    return lit(dark, np.full((h, h), depth, np.float32), Shafts((side, 0.5), (1.0, 0.8, 0.6)), 3)


def test_light_is_only_added_and_has_its_colour() -> None:
    out = _lit(-0.9)
    assert out.min() >= 0
    assert np.allclose(out[..., 1], 0.8 * out[..., 0], atol=1e-6)


def test_left_and_right_mirror_but_for_the_dust() -> None:
    left, right = _lit(-0.9)[..., 0], _lit(0.9)[..., 0]
    assert np.abs(left - right[:, ::-1]).mean() < 0.3 * left.mean()
    assert left[:48, :48].mean() > left[:48, 48:].mean()


def test_what_is_near_has_less_air_before_it() -> None:
    assert _lit(-0.9, 0.9).mean() < _lit(-0.9, 0.1).mean()


def test_beams_are_the_same_at_every_size() -> None:
    small, large = _lit(-0.9, h=64)[..., 0], _lit(-0.9, h=128)[..., 0]
    assert np.abs(large.reshape(64, 2, 64, 2).mean((1, 3)) - small).mean() < 0.15 * small.mean()
