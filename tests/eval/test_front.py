"""The README's pictures have the shapes that it shows, and say what they are of."""

import numpy as np
import pytest

from cavendish.eval import front


def picture(side: int, value: int) -> front.U8:
    """A plain square."""
    return np.full((side, side, 3), value, np.uint8)


def test_pictures_lie_side_by_side_and_in_rows():
    page = front.rows([[picture(2, 1), picture(2, 2)], [picture(2, 3), picture(2, 4)]])
    assert page[::2, ::2, 0].tolist() == [[1, 2], [3, 4]]


@pytest.mark.slow
def test_a_prompt_is_shown_from_its_plan_to_its_picture():
    above, below = front.thinking("a red cup on a wooden table at noon", 1, 96)
    assert {one.shape for one in (*above, *below)} == {(96, 96, 3)}
    _, normals, base, shadows = above
    up = normals[90, 48].astype(int)  # the table: green is up, and nothing is blue or red alone
    assert up[1] > up[0] + 40
    assert (base[..., 0].astype(int) - base[..., 1] > 90).any()  # the cup's red
    assert (shadows == 255).mean() > 0.5
    coarse, _, fine, done = below
    assert np.abs(coarse.astype(int) - fine).max() > 0
    assert done.std() > 10
