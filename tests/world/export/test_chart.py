"""A plan's drawing is one PNG, the same for the same stage, whatever stands on it."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cavendish.errors import FileError
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan
from cavendish.world.export import chart
from cavendish.world.stage import build

pytestmark = pytest.mark.slow


def pixels(**plan: object) -> chart.U8:
    return chart.draw(build(complete(Plan.model_validate(plan), 1), 1))


@pytest.mark.parametrize("aspect", ["1:1", "16:9", "9:16"])
def test_a_drawing_is_sixteen_hundred_wide_with_margins_of_paper(aspect: str):
    drawn = pixels(things=[{"id": "cup-1", "kind": "cup"}], place="studio", canvas={"aspect": aspect})
    assert drawn.shape[1] == chart.WIDTH
    for edge in (drawn[:20], drawn[-20:], drawn[:, :40], drawn[:, -40:]):
        assert np.ptp(edge.reshape(-1, 3), axis=0).max() == 0


@pytest.mark.parametrize("aspect", [0.125, 0.5625, 0.8, 1.0, 1.5, 1.7778, 2.3333, 8.0])
def test_both_views_have_room_at_any_aspect(aspect: float):
    tall, left, (high, wide) = chart._sizes(aspect)
    assert wide / high == pytest.approx(aspect, rel=0.02)
    assert left + wide == chart.WIDTH - 128
    assert high <= tall
    assert left >= 440
    assert 560 <= tall <= 860


def test_equal_stages_give_equal_files():
    stage = build(complete(Plan(place="desert"), 1), 1)
    one, other = chart.encode(stage), chart.encode(stage)
    assert one == other
    with Image.open(io.BytesIO(one)) as picture:
        assert picture.format == "PNG"


def test_only_png_is_written():
    chart.check(Path("a.PNG"))
    for name in ("a.jpg", "a"):
        with pytest.raises(FileError):
            chart.check(Path(name))
