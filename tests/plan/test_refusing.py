"""What a prompt refuses is kept in a plan's own words."""

import pytest

from cavendish.plan.reading import read
from cavendish.plan.refusing import refused

REFUSED = {
    "a beach, no people": ("person",),
    "a man without a hat": ("hat",),
    "a car that is not red": ("red",),
    "a park with no trees": ("tree",),
    "an empty street": ("person", "car"),
    "a deserted beach at noon": ("person",),
    "an empty glass on a table": (),
    "a man in an empty street": ("car",),
    "a street without red cars": ("red car",),
    "two cups, not three cups": ("three cups",),
    "a fox, not in a studio": ("studio",),
    "a vase, no visible brush strokes": ("brush strokes",),
    "a dog, no people walking around": ("person",),
    "a house, no ghosts": ("ghosts",),
    "a dog, no cartoon, CGI, extra fingers": ("cartoon", "CGI", "extra fingers"),
    "a dog and no dogs": (),
    "a room with nobody in it": ("person",),
    "no": (),
    "--no --no no, no": (),
}


@pytest.mark.parametrize(("prompt", "names"), REFUSED.items(), ids=REFUSED)
def test_what_is_refused_is_named(prompt: str, names: tuple[str, ...]):
    assert refused(read(prompt)) == names
