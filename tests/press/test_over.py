"""What lies over a picture is read there, and hides no face."""

import base64
import io

import numpy as np
import pytest
from PIL import Image

from cavendish.errors import PlanError
from cavendish.plan.design import Bubble, Design, Logo, Look, Text
from cavendish.press.board import Board
from cavendish.press.colors import palette
from cavendish.press.over import overlaid, place_bubble, place_logo


def board(picture: np.ndarray) -> Board:
    return Board(picture.astype(np.float32), palette(None, Look()), Look())


def png(color: tuple[int, int, int, int]) -> str:
    out = io.BytesIO()
    image = Image.new("RGBA", (60, 30), (0, 0, 0, 0))
    image.paste(color, (10, 5, 50, 25))
    image.save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
def test_a_text_stands_out_from_any_ground(level: float):
    noise = np.random.default_rng(1).random((200, 200, 3)) * 0.3
    canvas = board(np.clip(level * 0.7 + noise, 0, 1))
    overlaid(canvas, Design(texts=(Text(text="HELLO", at="bottom"),)), {})
    here = canvas.sheet[150:].mean(-1)
    assert np.quantile(here, 0.98) - np.quantile(here, 0.02) > 0.5


def test_a_logo_stands_at_its_corner_on_a_plate_where_it_would_be_lost():
    canvas = board(np.zeros((200, 300, 3)))
    x0, y0, x1, _ = place_logo(canvas, Logo(image=png((5, 5, 5, 255)), at="top right"))
    assert x1 <= 300
    assert x0 > 150
    assert y0 >= 0
    assert canvas.sheet[int(y0) + 3, int((x0 + x1) / 2)].min() > 0.8
    with pytest.raises(PlanError, match="damaged"):
        place_logo(canvas, Logo(image="iVBORw0KGgo="))


def test_a_bubble_hides_no_head():
    canvas = board(np.full((300, 300, 3), 0.5))
    head = (100.0, 120.0, 180.0, 190.0)
    taken: list[tuple[float, float, float, float]] = []
    place_bubble(canvas, Bubble(text="Good morning!", to="fox"), {"fox": head}, taken)
    x0, y0, x1, y1 = taken[0]
    assert x1 <= head[0] or x0 >= head[2] or y1 <= head[1] or y0 >= head[3]
    assert canvas.sheet[int(y0) + 4, int((x0 + x1) / 2)].min() > 0.9
