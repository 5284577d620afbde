"""The areas of layouts lie on the canvas and apart from one another, in any aspect."""

import pytest

from cavendish.image import ASPECTS, pixel_size
from cavendish.plan.design import LAYOUTS, Design, Text
from cavendish.plan.layouts import areas, designed, framed, free, icon_plan, icon_size, placed
from cavendish.plan.schema import Canvas, Plan


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_are_on_the_canvas_and_off_the_picture(layout: str):
    design = Design.model_validate({"layout": layout, "texts": [{"text": "A title"}], "source": "here"})
    for aspect in ASPECTS:
        width, height = pixel_size(aspect, "1K")
        found = areas(design, width, height)
        boxes = [box for box in (found.picture, found.head, found.foot) if box]
        assert all(0 <= a < c <= width and 0 <= b < d <= height for a, b, c, d in boxes)
        if found.picture and found.picture[2:] != (width, height):
            x0, y0, x1, y1 = found.picture
            assert (x1 - x0) % 8 == (y1 - y0) % 8 == 0
            for a, b, c, d in (found.head, found.foot or found.head):
                assert c <= x0 or a >= x1 or d <= y0 or b >= y1


def test_a_layout_has_a_shape_of_its_own_where_none_was_asked_for():
    poster = designed(Plan(), Design(layout="poster", texts=(Text(text="A"),)))
    assert poster.canvas.aspect == "3:4"
    assert framed(poster, "1K").canvas != poster.canvas
    assert designed(Plan(), None) == Plan()


def test_icons_are_small_scenes():
    assert icon_plan("cup").things[0].kind == "cup"
    assert icon_size((1024, 1024)) == "400x320"


def test_words_stand_where_they_are_said_to_or_on_top_and_beside_on_wide_canvases():
    texts = (Text(text="A"), Text(text="b", role="caption"), Text(text="c", at="bottom right"))
    design = Design(texts=texts)
    assert {spot: [one.text for one in here] for spot, here in placed(design, 1.0).items()} == {
        "top": ["A"],
        "bottom": ["b"],
        "bottom right": ["c"],
    }
    assert "left" in placed(design, 16 / 9)


@pytest.mark.parametrize("aspect", ["2:3", "1:1", "16:9", "21:9"])
def test_what_is_free_of_words_is_on_the_canvas_and_large(aspect: str):
    for layout in (None, "cover", "banner", "thumbnail"):
        design = Design.model_validate({"layout": layout, "texts": [{"text": "A long title of a book"}]})
        plan = Plan(canvas=Canvas(aspect=aspect), design=design)
        left, top, right, bottom = free(plan)
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1
        assert (right - left) * (bottom - top) > 0.4
        assert (left, top) != (0, 0)
    assert free(Plan()) == (0, 0, 1, 1)
