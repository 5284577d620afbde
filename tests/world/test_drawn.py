"""What the draw makes of light and air is nothing in its middle, broad, and told to no guide."""

from dataclasses import replace

import numpy as np
import pytest

from cavendish.world import drawn, stream
from cavendish.world.guides import guides
from cavendish.world.stage import LATENTS, Stage, Window, build, latents
from cavendish.world.trace import trace


def _stage(seed: int, **at: float) -> Stage:
    stage = build(stream.scene(seed), seed)
    middle = np.full(LATENTS, 0.5, np.float32)
    for name, value in at.items():
        middle[getattr(drawn, name)] = value
    return replace(stage, latents=middle)


@pytest.mark.parametrize("seed", [3, 8])
def test_in_the_middle_of_every_latent_nothing_is_changed(seed: int) -> None:
    stage = _stage(seed)
    far = np.array((0.5, 4.0, 300.0), np.float32)
    points = np.random.default_rng(1).normal(size=(3, 20)).astype(np.float32)
    assert np.allclose(drawn.metered(stage), 1)
    assert np.allclose(drawn.afar(stage, far), 1)
    assert np.allclose(drawn.passing(stage, points), 1)
    assert not drawn.dust(stage, far).any()
    assert np.allclose(drawn.worn(stage, points), 1)


def test_things_are_as_far_as_they_are_and_only_what_is_past_them_gets_other_light() -> None:
    stage = _stage(3, FAR=1.0, DUST=1.0)
    near = drawn.focus(stage)
    gain = drawn.afar(stage, np.array((0.4 * near, near, 3 * near, 50 * near), np.float32))
    assert np.allclose(gain[:2], 1)
    assert (np.diff(gain[1:, 1]) > 0).all()
    assert gain[3, 1] == pytest.approx(2**0.9, rel=1e-3)
    share = drawn.dust(stage, np.array((0.4 * near, near, 3 * near, 50 * near), np.float32))
    assert not share[:2].any()
    assert 0 < share[2] < share[3] < 0.25


def test_shade_is_broad_and_falls_along_the_light() -> None:
    stage = replace(_stage(3, SHADE=1.0), ground="grass")
    rng = np.random.default_rng(2)
    points = rng.uniform(-2, 2, (3, 200)).astype(np.float32)
    along = points + stage.light.key[:, None] * rng.uniform(0, 2, 200).astype(np.float32)
    assert np.allclose(
        drawn.passing(stage, points), drawn.passing(stage, along.astype(np.float32)), atol=2e-3
    )
    beside = points + np.float32(0.02)
    assert np.abs(drawn.passing(stage, points) - drawn.passing(stage, beside)).max() < 0.08
    assert np.ptp(drawn.passing(stage, points)) > 0.3


def test_the_picture_knows_the_draw_and_guides_do_not() -> None:
    window = Window.whole(40, 40)
    one = build(stream.scene(8), 8)
    other = replace(one, latents=latents(9))
    assert np.array_equal(guides(one, window), guides(other, window))
    assert np.abs(trace(one, window).astype(int) - trace(other, window)).mean() > 2


def test_draws_of_a_plan_differ_as_much_as_tokens_should_say() -> None:
    """Two draws of a stage lie 20 to 26 dB apart on the whole, over scenes nobody picked."""
    window, errors = Window.whole(64, 64), []
    for seed in range(300, 324):
        stage = build(stream.scene(seed), seed)
        a, b = (
            trace(replace(stage, latents=latents(k)), window, samples=1).astype(float)
            for k in (seed, seed + 7777)
        )
        errors.append(10 * np.log10(255**2 / np.mean((a - b) ** 2)))
    assert 20 < np.median(errors) < 27
