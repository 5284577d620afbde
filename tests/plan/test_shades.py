"""Shades: names, hexes, modifiers and things lend a colour; each is one of the ten, and the ten are themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cavendish.plan import shades
from cavendish.plan.lexicon import COLORS
from cavendish.plan.palette import LENT, NAMED
from cavendish.plan.wording import COLOR_WORDS

PARTS = st.integers(0, 255)


@given(PARTS, PARTS, PARTS)
def test_hexes_come_back(red: int, green: int, blue: int):
    code = f"#{red:02x}{green:02x}{blue:02x}"
    assert shades.to_hex(shades.from_hex(code)) == code
    assert shades.find(code.upper()) == code
    assert shades.class_of(code) in COLORS


@pytest.mark.parametrize("color", COLORS)
def test_the_ten_are_themselves(color: str):
    assert shades.find(color) == color
    assert shades.is_plain(color)
    assert shades.class_of(color) == color
    assert shades.rgb(color) == COLORS[color]  # pyright: ignore[reportArgumentType] -- the lexicon's own names
    assert shades.nearest_class(shades.rgb(color)) == color


def test_every_name_is_a_shade_of_one_of_the_ten():
    for name in (*NAMED, *LENT):
        assert shades.find(name) == name
        assert shades.class_of(name) in COLORS
        assert shades.to_hex(shades.rgb(name)) == {**LENT, **NAMED}[name]
        assert all(0.01 <= part <= 0.9 for part in shades.albedo(name))
    assert not NAMED.keys() & LENT.keys()
    assert not NAMED.keys() & COLORS.keys()


def test_each_of_the_ten_has_its_shades():
    every = [name for color in COLORS for name in shades.of_class(color)]
    assert sorted(every) == sorted((*NAMED, *LENT))
    assert all(len(shades.of_class(color)) >= 15 for color in COLORS)


def test_words_that_plans_have_always_known_keep_their_colour():
    for color, listed in COLOR_WORDS.items():
        for phrase in listed.split("|"):
            found = shades.find(phrase)
            assert found is None or shades.class_of(found) == color, phrase


@pytest.mark.parametrize(
    ("said", "shade", "color"),
    [
        ("Navy-Blue", "navy blue", "blue"), ("#3AF", "#33aaff", "blue"),
        ("cornflowerblue", "cornflower blue", "blue"),
        ("lightgoldenrodyellow", "light goldenrod yellow", "yellow"), ("sand-coloured", "sand", "brown"),
        ("gray", "grey", "white"), ("coffee colored", "coffee", "brown"), ("colour of wine", "wine", "red"),
        ("grass green", "grass green", "green"), ("chocolate brown", "chocolate brown", "brown"),
        ("coffee brown", "coffee", "brown"), ("lemon yellow", "lemon yellow", "yellow"),
        ("cherry red", "cherry red", "red"), ("very dark teal", "very dark teal", "blue"),
        ("vivid turquoise", "bright turquoise", "blue"), ("pastel pink", "pastel pink", "pink"),
        ("reddish brown", "reddish brown", "brown"), ("greyish lilac", None, None),
        ("dark grey", "dark grey", "black"), ("golden", "gold", "yellow"), ("red white", None, None),
        ("light", None, None), ("", None, None), ("#12", None, None), ("#ggg", None, None),
        ("brick brown", None, None), ("zorb coloured", None, None),
    ],
)  # fmt: skip
def test_phrases_name_shades(said: str, shade: str | None, color: str | None):
    assert shades.find(said) == shade
    assert shade is None or shades.class_of(shade) == color


@pytest.mark.parametrize("base", ["red", "green", "blue", "brown", "teal", "plum", "#886644"])
def test_modifiers_change_what_they_say(base: str):
    def light(name: str) -> float:
        return shades.oklab(shades.rgb(name))[0]

    def chroma(name: str) -> float:
        _, a, b = shades.oklab(shades.rgb(name))
        return (a * a + b * b) ** 0.5

    name = base if base.startswith("#") else shades.to_hex(shades.rgb(base))
    assert (
        light(f"dark {name}")
        < light(f"deep {name}")
        < light(name)
        < light(f"light {name}")
        < light(f"pale {name}")
    )
    assert light(f"very very dark {name}") < light(f"very dark {name}") < light(f"dark {name}")
    assert chroma(f"muted {name}") < chroma(name)
    assert light(f"pastel {name}") >= 0.85


def test_things_lend_their_colour_only_where_it_is_said():
    assert shades.find("coffee", lent=False) is None
    assert shades.find("coffee coloured", lent=False) == "coffee"
    assert shades.find("turquoise", lent=False) == "turquoise"


def test_an_unknown_shade_is_named_with_the_nearest():
    with pytest.raises(ValueError, match="nearest: 'turquoise'"):
        shades.known("turqouise")


@given(st.tuples(*(st.floats(0, 1) for _ in range(3))))
def test_any_colour_comes_back_through_oklab(color: tuple[float, float, float]):
    back = shades.from_oklab(shades.oklab(color))
    assert all(abs(a - b) < 2e-3 for a, b in zip(back, color, strict=True))


@settings(max_examples=200)
@given(st.text(max_size=60) | st.lists(st.sampled_from(("very", "light", "dark", "red", "sand", "grey", "reddish", "of",
       "colour", "coloured", "teal", "#fff", "")), max_size=7).map(" ".join))  # fmt: skip
def test_no_text_fails_and_every_shade_is_its_own_name(text: str):
    found = shades.find(text)
    if found is not None:
        assert shades.find(found) == found
        assert shades.class_of(found) in COLORS
        assert all(0 <= part <= 1 for part in shades.rgb(found))
