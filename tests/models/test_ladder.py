"""The ladder of grids, and pooling over its cells."""

import pytest
import torch

from cavendish.models.ladder import SIDES, cells_in, ladder, ladder_of, last_side, pool_cells


@pytest.mark.parametrize(("stop", "tokens"), [(9, 221), (13, 390), (18, 714), (24, 1290)])
def test_a_squares_stops_hold_the_promised_tokens(stop: int, tokens: int):
    assert cells_in(ladder(1.0, stop)) == tokens


@pytest.mark.parametrize(
    ("side", "stop"), [(8, 1), (128, 7), (144, 9), (208, 13), (209, 13), (288, 18), (384, 24), (512, 24)]
)
def test_a_pictures_ladder_ends_where_its_cells_do(side: int, stop: int):
    assert last_side(side) == stop


@pytest.mark.parametrize("aspect", [16 / 9, 9 / 16, 4 / 3])
@pytest.mark.parametrize("stop", [9, 13, 18, 24])
def test_other_aspects_have_about_the_same_area_and_shape(aspect: float, stop: int):
    h, w = ladder(aspect, stop)[-1]
    assert h * w == pytest.approx(stop * stop, rel=0.08)
    assert w / h == pytest.approx(aspect, rel=0.08)


def test_a_grids_own_ladder_ends_in_it_and_grows():
    for h, w in ((9, 9), (16, 16), (18, 32), (10, 17), (1, 1), (2, 9)):
        grids = ladder_of(h, w)
        assert grids[-1] == (h, w)
        areas = [a * b for a, b in grids]
        assert areas == sorted(areas)
        assert all(a <= h and b <= w for a, b in grids)
    assert ladder_of(13, 13) == ladder(1.0, 13)
    assert ladder_of(18, 32) == ladder(16 / 9, 24)


def test_an_unknown_stop_is_refused():
    with pytest.raises(ValueError, match="stop"):
        ladder(1.0, 10)
    assert 10 not in SIDES


def test_cells_hold_mean_and_mean_square():
    guides = torch.randn(2, 3, 48, 48)
    (cell,) = pool_cells(guides, ((3, 3),))
    patch = guides[:, :, 16:32, 32:48]
    assert torch.allclose(cell[:, :3, 1, 2], patch.mean((2, 3)), atol=1e-5)
    assert torch.allclose(cell[:, 3:, 1, 2], patch.square().mean((2, 3)), atol=1e-5)
