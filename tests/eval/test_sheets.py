"""Every prompt is read, every kind, place and stuff is there, and pictures are laid in rows with their words."""

import io

import numpy as np
import pytest
from PIL import Image

from cavendish.errors import RequestError
from cavendish.eval import sheets
from cavendish.events import Progress
from cavendish.plan.kinds import KINDS
from cavendish.plan.lexicon import MATERIALS, PLACES
from cavendish.plan.people import heed
from cavendish.plan.reading import read


@pytest.mark.parametrize("name", sorted(sheets.PROMPTS))
def test_every_picture_of_a_sheet_is_of_something(name: str) -> None:
    prompts = [cell.prompt for cell in sheets.sheet(name).cells]
    assert len(set(prompts)) == len(prompts)
    for prompt in prompts:
        heard = heed(prompt)
        said = any(item.name.startswith(("kind:", "kinds:")) for item in read(heard.prompt).reads)
        assert said or heard.people, prompt


def test_every_kind_place_and_stuff_is_on_a_sheet() -> None:
    things = [cell for page in sheets.sheet("things").pages for cell in page]
    assert [cell.words for cell in things] == list(KINDS)
    assert {cell.words.split(",")[0] for cell in sheets.sheet("places").cells} == set(PLACES)
    stuffs = sheets.sheet("materials").cells[: len(MATERIALS)]
    assert all(
        (" mug" in cell.words or " vase" in cell.words) and cell.words.endswith("studio") for cell in stuffs
    )


def test_a_sheet_that_there_is_not_is_refused() -> None:
    with pytest.raises(RequestError, match="sheet"):
        sheets.sheet("colours")


def test_cells_are_laid_in_rows() -> None:
    cells = [np.full((20, 20, 3), 10 * i, np.uint8) for i in range(10)]
    page = sheets.laid(cells, tuple(f"cell {i}" for i in range(10)), 8, 100)
    assert page.shape == (2 * (100 + sheets.LINE), 800, 3)
    assert page[50, 50].tolist() == [0, 0, 0]
    assert page[100 + sheets.LINE + 50, 150].tolist() == [90, 90, 90]


def test_a_page_is_as_small_as_it_must_be() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (300, 300, 3), np.uint8)
    best, least = sheets.small_jpeg(noise, 10**7), sheets.small_jpeg(noise, 1)
    assert len(least) < len(best)
    assert Image.open(io.BytesIO(least)).size == (300, 300)


@pytest.mark.parametrize("name", sheets.NAMES)
def test_it_says_what_is_being_painted_first(name: str) -> None:
    first = next(sheets.run(name, "tracer", 1))
    assert isinstance(first, Progress)
    assert first.of == len(sheets.sheet(name).cells)
