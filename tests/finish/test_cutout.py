"""Cutting out: over any ground the thing is as it was, without a rim of what was behind it."""

import numpy as np

from cavendish.finish.cutout import cut_out


def disc(side: int, radius: float) -> np.ndarray:
    """Coverage of a disc, antialiased."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) - (side - 1) / 2
    return np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)


RED, GREEN = np.array([200, 30, 20], np.float32), np.array([10, 220, 30], np.float32)
COVER = disc(64, 20)
NONE = np.zeros_like(COVER)


def painted() -> np.ndarray:
    """A red disc before green."""
    return (COVER[..., None] * RED + (1 - COVER[..., None]) * GREEN + 0.5).astype(np.uint8)


def over(pixels: np.ndarray, alpha: np.ndarray, ground: float) -> np.ndarray:
    share = alpha[..., None].astype(np.float32) / 255
    return pixels * share + (1 - share) * ground


def test_no_background_is_left_at_the_edges():
    pixels, alpha = cut_out(painted(), COVER, NONE)
    for ground in (0.0, 255.0):
        ideal = COVER[..., None] * RED + (1 - COVER[..., None]) * ground
        assert float(np.abs(over(pixels, alpha, ground) - ideal).max()) < 2.5
    mixed = np.abs(over(painted(), alpha, 0.0) - COVER[..., None] * RED).max()
    assert mixed > 40  # what leaving the colours as they are would give


def test_whole_pixels_keep_their_colour_and_the_rest_is_nothing():
    pixels, alpha = cut_out(painted(), COVER, NONE)
    assert np.array_equal(pixels[COVER == 1], painted()[COVER == 1])
    assert (alpha[COVER == 1] == 255).all()
    assert not pixels[COVER == 0].any()
    assert not alpha[COVER == 0].any()


def test_shadows_darken_what_is_under_them_by_as_much_as_they_say():
    shadow = np.full_like(COVER, 0.4)
    pixels, alpha = cut_out(painted(), COVER, shadow)
    assert np.allclose(over(pixels, alpha, 255.0)[COVER == 0], 255 * 0.6, atol=1)
    ideal = COVER[..., None] * RED + (1 - COVER[..., None]) * 255 * 0.6
    assert float(np.abs(over(pixels, alpha, 255.0) - ideal).max()) < 4


def test_a_hair_thinner_than_a_pixel_keeps_its_own_colour():
    thin = np.zeros((32, 32), np.float32)
    thin[:, 16] = 0.5
    pixels, alpha = cut_out(np.full((32, 32, 3), 90, np.uint8), thin, np.zeros_like(thin))
    assert (pixels[:, 16] == 90).all()
    assert (alpha[:, 16] == 128).all()
