"""Textures keep their stuff's colour, are there from near, do not repeat, and tilt but never break normals."""

import numpy as np
import pytest

from cavendish.world import materials, textures
from cavendish.world.shapes.base import Slot

TEXTURED = sorted(name for name, m in materials.MATERIALS.items() if m.texture and not m.metal)


def patch(
    name: str, span: float, side: int = 96, at: float = 0.13, pattern: str = "", foot: float | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """A square of `span` stage units facing the viewer: base (side, side, 3) and normals."""
    row = materials.slot_row(Slot(), (0.4, 0.4, 0.4), name)
    if pattern:
        materials.patterned(row, pattern, (0.9, 0.9, 0.9), 1.0)
    n = side * side
    v, u = np.mgrid[0:side, 0:side] * (span / side)
    local = np.stack([u.ravel(), v.ravel(), np.full(n, at)], 1).astype(np.float32)
    base = np.tile(row[:3], (n, 1)).astype(np.float32)
    numbers = np.tile(row[3:9, None], (1, n)).astype(np.float32)
    normal = np.tile(np.array((0, 0, 1), np.float32), (n, 1))
    every, zero = np.arange(n), np.zeros(n, np.int32)
    size = np.full(n, foot or span / side, np.float32)
    textures.clothe(
        row[None], zero, every, zero, np.eye(3, dtype=np.float32)[None], local, size, base, numbers, normal
    )
    assert 0.045 <= numbers[0].min() <= numbers[0].max() <= 1
    return base.reshape(side, side, 3), normal


@pytest.mark.parametrize("name", TEXTURED)
def test_a_textures_mean_is_the_colour_it_is_said_to_have(name: str) -> None:
    mean = np.mean([patch(name, span, at=at)[0].mean() for span in (0.9, 3.1) for at in (0.1, 0.5, 0.9)])
    assert mean == pytest.approx(0.4, rel=0.08)


@pytest.mark.parametrize("name", ["wood", "marble", "granite", "stone", "leather", "fabric", "fur", "brick"])
def test_there_is_detail_from_the_whole_thing_down_to_a_4k_pixel(name: str) -> None:
    for span in (0.8, 0.2, 0.05):
        assert patch(name, span)[0].std() > 0.006


@pytest.mark.parametrize("name", TEXTURED)
def test_what_is_finer_than_a_pixel_is_gone(name: str) -> None:
    near, far = (patch(name, 0.5, foot=foot)[0].std() for foot in (0.002, 1.0))
    assert far < 0.6 * near or far < 0.02


@pytest.mark.parametrize("name", ["wood", "marble", "granite", "jade", "stone", "leather"])
def test_nothing_repeats(name: str) -> None:
    tone = patch(name, 4.0, side=256)[0].mean(-1)
    tone = tone - tone.mean()
    power = np.abs(np.fft.fft2(tone, s=(512, 512))) ** 2
    found = np.fft.ifft2(power).real
    found = found / found[0, 0]
    overlap = np.outer(*(1 - np.abs(np.fft.fftfreq(512) * 512) / 256,) * 2)
    away = np.hypot(*np.meshgrid(*(np.fft.fftfreq(512) * 512,) * 2)) > 24
    assert (found[away & (overlap > 0.3)] / overlap[away & (overlap > 0.3)]).max() < 0.5


@pytest.mark.parametrize("name", TEXTURED)
def test_normals_stay_unit_and_outward(name: str) -> None:
    normal = patch(name, 0.4, side=48)[1]
    assert np.allclose(np.linalg.norm(normal, axis=1), 1, atol=1e-5)
    assert (normal[:, 2] > 0.3).all()


def test_bricks_lie_in_courses() -> None:
    tone = patch("brick", 1.0, side=200)[0].mean(-1)
    rows = tone.mean(1)
    assert rows.std() > 2 * tone.mean(0).std()


@pytest.mark.parametrize(("pattern", "share"), [("bars", 0.5), ("dots", np.pi * 0.24**2)])
def test_a_pattern_covers_what_its_cell_says(pattern: str, share: float) -> None:
    base = patch("plastic", 3.0, side=200, at=0.01, pattern=pattern)[0][..., 0]
    assert float((base - 0.4).mean() / 0.5) == pytest.approx(share, abs=0.05)


def test_a_point_is_the_same_beside_any_other() -> None:
    whole, part = patch("marble", 0.5, side=64)[0], patch("marble", 0.25, side=32)[0]
    assert np.array_equal(whole[:32, :32], part)
