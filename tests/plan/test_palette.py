"""The table of colours is well formed."""

import re

from cavendish.plan.palette import LENT, NAMED


def test_every_row_is_a_name_and_a_colour():
    for name, code in (*NAMED.items(), *LENT.items()):
        assert re.fullmatch(r"[a-z']+( [a-z']+){0,3}", name), name
        assert re.fullmatch(r"#[0-9a-f]{6}", code), name


def test_the_names_style_sheets_and_people_use_are_there():
    assert len(NAMED) > 400
    for name in (
        "turquoise",
        "cornflower blue",
        "rebecca purple",
        "teal",
        "burgundy",
        "beige",
        "mauve",
        "sand",
        "gold",
    ):
        assert name in NAMED
