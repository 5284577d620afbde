"""Brands and numbers from files, and what is wrong with them."""

import pytest

from cavendish.errors import FileError
from cavendish.plan.kit import brand_of, charted, data_of


def test_a_brand_is_read_from_toml_and_json_alike():
    toml = '[palette]\nground = "#ffffff"\naccent = "navy"\n[fonts]\ntitle = "bold serif"\n'
    look, logo = brand_of(toml, "b.toml")
    assert (look.ground, look.title_font, logo) == ("#ffffff", "bold serif", None)
    json = '{"ground": "#FFF", "accent": "navy", "title_font": "bold serif", "logo": "l.png"}'
    assert brand_of(json, "b.json") == (look, "l.png")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('accent = "blurple-ish 9"', "expected a colour"),
        ("accent = 3", "expected text"),
        ('acent = "red"', "try: accent"),
        ('title_font = "comc sans"', "font"),
        ("no toml", "expected TOML"),
    ],
)
def test_a_brand_that_is_none_is_refused(text: str, said: str):
    with pytest.raises(FileError, match=said):
        brand_of(text, "b.toml")


def test_numbers_are_read_as_people_write_them():
    table = data_of("Month;Rain\nJan;1 234,5\nFeb;−2\n", "d.csv")
    assert charted(table, "bar").series[0].values == (1234.5, -2.0)
    assert data_of('[{"m": "Jan", "mm": 3}]', "d.json").rows == (("Jan", "3"),)
    assert charted(data_of('{"a": 1, "b": 2}', "d.json"), "line").labels == ("a", "b")


@pytest.mark.parametrize(
    ("text", "said"),
    [("m,v\nJan,many\n", "row 2: v: expected a number, got 'many'"), ("m,v\nJan\n", "row 2"), ("m,v\n", "got 1"),
     ("m,v\nJan,nan\n", "number")],
)  # fmt: skip
def test_what_is_no_number_is_named_with_its_row(text: str, said: str):
    with pytest.raises(FileError, match=said):
        charted(data_of(text, "d.csv"), "bar", "d.csv")
