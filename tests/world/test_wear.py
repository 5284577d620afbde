"""Slots give points their colour and numbers; grain fades where it is finer than a pixel; octaves near it do not."""

import numpy as np

from cavendish.world import materials, wear
from cavendish.world.noise import noise


def _row(**columns: float) -> np.ndarray:
    row = np.zeros((1, materials.SLOT_WIDTH), np.float32)
    for name, value in columns.items():
        row[0, getattr(materials, name)] = value
    return row


def test_points_are_told_in_their_things_own_axes() -> None:
    quarter = np.array([[[0, 0, 1], [0, 1, 0], [-1, 0, 0]]], np.float32)
    table = _row(BASE=0.5, ROUGH=0.25, EMISSION=2.0)
    point = np.array([[3, 9], [2, 9], [1, 9]], np.float32)
    base, emission, local = (np.zeros((2, 3), np.float32) for _ in range(3))
    numbers = np.zeros((6, 2), np.float32)
    one, owner = np.array([0]), np.zeros(2, np.int32)
    origin = np.array([[1, 2, 3]], np.float32)
    wear.dress(table, owner, one, owner, point, quarter, origin, base, numbers, emission, local)
    assert np.allclose(local[0], (point[:, 0] - origin[0]) @ quarter[0])
    assert np.allclose(base[0], [0.5, 0, 0])
    assert numbers[0].tolist() == [0.25, 0]
    assert emission[0, 0] == 2
    assert not base[1].any()  # what the index leaves out stays as it was


def test_grain_is_there_from_near_and_gone_from_far() -> None:
    rng = np.random.default_rng(0)
    local = rng.random((500, 3), np.float32) * 4
    table = _row(GRAIN=0.5, FREQUENCY=5.0, STRETCH=1.0, BUMP=0.3)
    swing = []
    for foot in (0.001, 1.0):
        base, normal = np.full((500, 3), 0.4, np.float32), np.tile(np.array([0, 1, 0], np.float32), (500, 1))
        index, slot = np.arange(500), np.zeros(500, np.int32)
        wear.grain(table, slot, index, local, np.full(500, foot, np.float32), base, normal)
        assert np.allclose(np.linalg.norm(normal, axis=1), 1, atol=1e-5)
        swing.append(float(base.std()))
    assert swing[0] > 0.02
    assert swing[1] < 1e-6


def test_octaves_are_noise_at_the_pixels_own_size() -> None:
    rng = np.random.default_rng(1)
    local, foot = rng.random((700, 3), np.float32), np.full(700, 0.45 / 2**5, np.float32)
    there = rng.random(700) > 0.3
    out = wear.octaves(local, foot, there)
    assert not out[~there].any()
    x, y, z = (local[:, k] * np.float32(32) for k in range(3))  # level 5 is octave 1 at its full strength
    assert np.allclose(out[there, 1], noise(x, y, z, 102)[there], atol=1e-5)
    assert np.abs(out[:, 3]).max() < 1e-6  # two levels off: faded to nothing
