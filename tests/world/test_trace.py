"""The reference picture obeys light: tone curve, mirrored lamps, windows, and the seed's draw."""

from collections.abc import Callable

import numpy as np
import pytest

from cavendish.world.guides import guides
from cavendish.world.stage import Stage, Window, without_things
from cavendish.world.trace import tone, trace, trace_with_guides

Staged = Callable[..., Stage]


def test_the_tone_curve_is_the_published_one() -> None:
    grey = np.array([[0.2, 0.2, 0.2]], np.float32)
    assert np.allclose(tone(grey), 1.055 * 0.16 ** (1 / 2.4) - 0.055, atol=1e-5)
    assert np.allclose(tone(np.zeros((1, 3), np.float32)), 0)
    ramp = tone(np.repeat(np.linspace(0, 60, 4000, dtype=np.float32)[:, None], 3, 1))[:, 0]
    assert (np.diff(ramp) >= -1e-6).all()
    assert ramp[-1] <= 1


def test_a_saturated_color_keeps_its_hue() -> None:
    out = tone(np.array([[0.6, 0.25, 0.1]], np.float32))[0]
    assert out[0] > out[1] > out[2]


def test_a_window_is_a_part_of_the_whole(staged: Staged) -> None:
    stage = staged(["cup", "dog"], "table", "golden hour")
    whole = trace(stage, Window.whole(96, 96))[20:60, 30:90].astype(int)
    difference = np.abs(whole - trace(stage, Window(20, 30, 40, 60, 96, 96)))
    assert difference.max() <= 6
    assert (
        difference > 2
    ).mean() < 2e-3  # rays beside other rays are rounded otherwise where a highlight is steep
    assert (difference > 2).mean() < 0.001


def test_picture_and_guides_come_from_the_same_hits(staged: Staged) -> None:
    stage, window = staged(["cup"], "beach", "noon"), Window.whole(48, 48)
    picture, channels = trace_with_guides(stage, window)
    assert np.array_equal(picture, trace(stage, window))
    assert np.array_equal(channels, guides(stage, window))


def test_another_seed_draws_another_picture_of_the_same_plan(staged: Staged) -> None:
    one, other = (
        trace(staged(["cup"], "meadow", "noon", seed=s), Window.whole(64, 64)).astype(float) for s in (1, 2)
    )
    noise = 10 * np.log10(255**2 / ((one - other) ** 2).mean())
    assert 12 < noise < 32


def test_light_from_the_left_lights_the_left(staged: Staged) -> None:
    sides = []
    for azimuth in (-80, 80):
        stage = staged(["sports ball"], "studio", "studio", azimuth=azimuth)
        picture = trace(stage, Window.whole(96, 96)).astype(float).mean(-1)
        on = guides(stage, Window.whole(96, 96))[..., 8] > 0.99
        middle = np.flatnonzero(on.any(0)).mean()
        columns = np.broadcast_to(np.arange(96), on.shape)
        sides.append(picture[on & (columns < middle)].mean() - picture[on & (columns > middle)].mean())
    assert sides[0] > 8
    assert sides[1] < -8


def test_a_thing_casts_a_shadow_away_from_the_lamp(staged: Staged) -> None:
    stage = staged(["teddy bear"], "studio", "golden hour", azimuth=-60)
    window = Window.whole(96, 96)
    on = guides(stage, window)[..., 8] > 0.01
    gone = trace(without_things(stage), window).astype(float).mean(-1) - trace(stage, window).astype(
        float
    ).mean(-1)
    shadow = (gone > 25) & ~on
    assert shadow.sum() > 60
    assert np.nonzero(shadow)[1].mean() > np.nonzero(on)[1].mean()


@pytest.mark.slow
def test_pictures_are_rich(staged: Staged) -> None:
    from io import BytesIO

    from PIL import Image

    from cavendish.world.stream import sample

    bits: list[float] = []
    for seed in range(910, 922):
        file = BytesIO()
        Image.fromarray(sample(seed, (384, 384)).picture).save(file, "JPEG", quality=90)
        bits.append(8 * len(file.getvalue()) / 384**2)
    assert np.median(bits) >= 1.0
