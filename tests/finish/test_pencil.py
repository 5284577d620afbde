"""A pencil sketch is dark where the picture is, draws outlines of colour and depth, and fades with distance."""

import numpy as np

from cavendish.finish.pencil import pencil


def plain(side: int, tone: float = 0.9) -> np.ndarray:
    return np.full((side, side, 3), tone, np.float32)


def test_dark_is_hatched_and_light_is_paper():
    picture, flat = plain(480), np.full((480, 480), 0.5, np.float32)
    picture[:, 160:320], picture[:, 320:] = 0.5, 0.1
    seen = pencil(picture, flat, np.zeros_like(flat), 1)
    light, middle, dark = (seen[20:460, left : left + 120] for left in (20, 180, 340))
    assert light.mean() > 0.92 > middle.mean() + 0.1 > dark.mean() + 0.3
    assert middle[..., 0].std() > 0.06 > 2 * light[..., 0].std()
    assert np.ptp(seen, axis=2).max() < 0.05


def test_a_step_in_depth_alone_is_drawn():
    depth = np.full((200, 200), 0.2, np.float32)
    depth[60:140, 60:140] = 0.7
    seen = pencil(plain(200), depth, np.zeros_like(depth), 1)[..., 0]
    assert seen[80:120, 58:62].min(1).mean() < 0.7
    assert seen[80:120, 90:110].mean() > 0.85


def test_what_is_far_is_drawn_lightly():
    picture, depth = plain(160), np.full((160, 160), 0.5, np.float32)
    picture[40:120, 40:120] = 0.1
    near, far = (
        pencil(picture, depth, np.full_like(depth, away), 1)[50:110, 50:110].mean() for away in (0.0, 1.0)
    )
    assert far > near + 0.15


def test_it_repeats_and_the_seed_moves_the_pencil():
    picture = np.random.default_rng(0).random((64, 64, 3), np.float32)
    depth = np.full((64, 64), 0.5, np.float32)
    one, again, other = (pencil(picture, depth, 0 * depth, seed) for seed in (1, 1, 2))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
