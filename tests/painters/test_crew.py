"""Every piece is worked on once, after the one above it, and nothing goes on when the caller stops."""

import numba
import numpy as np
import pytest

from cavendish.painters import crew
from cavendish.world.noise import noise

Left = tuple[int, ...]


@pytest.fixture(params=[1, 3])
def many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """That many pieces at once."""
    monkeypatch.setattr(crew, "hands", lambda: request.param)
    return request.param


@pytest.mark.usefixtures("many")
def test_each_piece_is_worked_on_once_after_the_one_above_it() -> None:
    seen: list[Left] = []

    def work(left: Left, piece: int) -> Left:
        assert len(left) == piece + 1
        seen.append(left)
        return (*left, piece)

    done = list(crew.worked(work, [(k,) for k in range(5)], 4))
    assert done == sorted(set(done))
    assert done[-1] == 4
    assert sorted(seen) == sorted((k, *range(piece)) for k in range(5) for piece in range(4))


@pytest.mark.usefixtures("many")
def test_a_failure_comes_out_and_nothing_goes_on() -> None:
    def work(left: int, piece: int) -> int:
        if piece == 2:
            raise ValueError("torn")
        return left

    with pytest.raises(ValueError, match="torn"):
        list(crew.worked(work, [0, 1, 2], 9))


def test_who_stops_listening_stops_the_work(many: int) -> None:
    begun: list[int] = []

    def work(left: int, piece: int) -> int:
        begun.append(piece)
        return left

    walk = crew.worked(work, list(range(3)), 100)
    next(walk)
    walk.close()  # pyright: ignore[reportAttributeAccessIssue]  # it is a generator
    count = len(begun)
    assert count < 100 * many
    assert len(begun) == count


def test_there_is_a_hand_for_every_thread_of_the_kernels_at_most() -> None:
    zeros = np.zeros(4, np.float32)
    noise(zeros, zeros, zeros, 1)
    assert 1 <= crew.hands() <= min(numba.get_num_threads(), crew.MOST)
