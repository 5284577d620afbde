"""What is written down is what the surfaces are, and a pixel of several samples is their mean."""

import numpy as np

from cavendish.world import channels


def _written(many: int) -> np.ndarray:
    n = 4
    column = np.linspace(0.1, 0.9, n, dtype=np.float32)
    normal = np.tile(np.array([0, 0.6, 0.8], np.float32), (n, 1))
    three = np.tile(column[:, None], (1, 3))
    numbers = np.tile(column, (6, 1))
    thing = np.array([0, 1, -2, -1], np.int32)
    out = np.full((1, n // many, 41), np.nan, np.float32)
    first = np.arange(0, n, many)
    channels.write(
        out, (n, 0, 0), (-0.5, 0.25, -0.1, 0.2), np.arange(n // many), first, many,
        np.eye(3, dtype=np.float32), np.array([0.5, -0.5, 0], np.float32), 1,
        np.array([4, 4, 12, 1e9], np.float32), thing, np.ones((3, n), np.float32),
        (normal, three**2, 4 * three**2, -three, np.zeros((n, 4), np.float32)), numbers,
        np.array([-1, 0.01, 1, -1], np.float32), np.array([1, 0, 1, 0.5], np.float32),
        np.array([1, 0.25, 0.5, 1], np.float32), np.array([-1, 0, -1, -1], np.int32),
        np.array([[0.3] * 7 + [0.6, 0.2]], np.float32),
    )  # fmt: skip
    return out[0]


def test_each_channel_is_what_it_says() -> None:
    out = _written(1)
    assert np.allclose(out[:3, 0:3], [0, 0.6, 0.8])
    assert np.allclose(out[:, 3], [0.5, 0.5, 0.25, 0])
    assert np.allclose(out[0, 4:7], -0.1)
    assert np.allclose(out[1, 4:7], -0.2 * (0.1 + 0.8 / 3))
    assert np.allclose(out[:, 7], [0.5, -0.5, 0, 0])
    assert np.allclose(out[:, 8], [1, 0, 0, 0])
    assert np.allclose(out[:, 34], [0, 1, 1, 0])
    assert np.allclose(out[0, 9:12], 0.1)
    assert np.allclose(out[:, 18], np.linspace(0.1, 0.9, 4))
    assert np.allclose(out[:, 25], [0, 0.12, 1, 0])
    assert np.allclose(out[:, 26:33].max(1), [0, 0.3, 0, 0])
    assert np.allclose(out[:, 33], [0, 1, 0, 0.5])
    assert np.allclose(out[:, 35], [0.5, 0.5, 0.5, 0])
    assert np.allclose(out[:, 36], [-0.5, -0.3, -0.1, 0.1])
    assert np.allclose(out[:, 37], 0.25)
    assert np.allclose(out[:, 38], [0, 0.75, 0.5, 0])
    assert np.allclose(out[:, 39:41], [(0, 0), (0.6, 0.2), (0, 0), (0, 0)])


def test_several_samples_make_their_mean() -> None:
    single, pair = _written(1)[:, :36], _written(2)[:, :36]
    assert np.allclose(pair, single.reshape(2, 2, 36).mean(1), atol=1e-6)
