"""Every sheet's prompts are read whole, and pictures are laid in rows with their words."""

import numpy as np
import pytest

from cavendish.errors import RequestError
from cavendish.eval import sheets
from cavendish.events import Progress
from cavendish.plan.people import heed
from cavendish.plan.reading import read


@pytest.mark.parametrize("name", sorted(sheets.SHEETS))
def test_every_picture_of_a_sheet_is_of_something(name: str) -> None:
    prompts = sheets.prompts(name)
    assert len(set(prompts)) == len(prompts)
    for prompt in prompts:
        heard = heed(prompt)
        assert any(item.name.startswith(("kind:", "kinds:")) for item in read(heard.prompt).reads), prompt


def test_a_sheet_that_there_is_not_is_refused() -> None:
    with pytest.raises(RequestError, match="sheet"):
        sheets.prompts("colours")


def test_cells_are_laid_in_rows() -> None:
    cells = [np.full((20, 20, 3), 10 * i, np.uint8) for i in range(10)]
    page = sheets.laid(cells, tuple(f"cell {i}" for i in range(10)))
    assert page.shape == (2 * (sheets.CELL + sheets.LINE), 8 * sheets.CELL, 3)
    assert page[90, 90].tolist() == [0, 0, 0]
    assert page[sheets.CELL + sheets.LINE + 90, sheets.CELL + 90].tolist() == [90, 90, 90]


def test_it_says_what_is_being_painted_first() -> None:
    first = next(sheets.run("looks", "tracer", 1))
    assert isinstance(first, Progress)
    assert first.of == 19
