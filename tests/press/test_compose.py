"""A design on its canvas: the picture's own pixels, and words beside them."""

import numpy as np

from cavendish.plan.design import Chart, Design, Series, Step, Text
from cavendish.plan.layouts import areas
from cavendish.press.compose import Given, composed


def test_a_poster_has_the_picture_as_it_was_painted():
    design = Design(layout="poster", texts=(Text(text="A fox"), Text(text="for you", role="subtitle")))
    x0, y0, x1, y1 = areas(design, 240, 320).picture or (0, 0, 0, 0)
    picture = np.random.default_rng(0).integers(0, 255, (y1 - y0, x1 - x0, 3)).astype(np.uint8)
    made = composed(design, Given(picture, {}), (240, 320))
    assert made.shape == (320, 240, 3)
    assert (made[y0:y1, x0:x1] == picture).all()
    assert (made == composed(design, Given(picture, {}), (240, 320))).all()


def test_an_infographic_needs_no_picture():
    design = Design(layout="infographic", texts=(Text(text="Tea"),), steps=(Step(text="Boil"), Step(text="Pour")),
                    chart=Chart(labels=("a",), series=(Series(values=(1,)),)), source="us", date="2025")  # fmt: skip
    made = composed(design, Given(None, {}), (400, 600))
    assert made.min() < 90
    assert made.max() > 230
