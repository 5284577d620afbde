"""Reading: known phrases, quotes, lenses, slips of the pen and words nobody knows, in any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cavendish.plan.lettering import MAX_LETTERS
from cavendish.plan.reading import MAX_PROMPT, Reading, read
from cavendish.plan.vocabulary import PROMPT, VOCAB


def tokens(prompt: str) -> list[str]:
    return [VOCAB[i] for i in read(prompt).ids[1:]]


def nearness(reading: Reading) -> dict[str, str | None]:
    return {item.text: item.near for item in reading.reads if item.near}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a red cup", ["say:a", "color:red", "kind:cup"]),
        ("A RED MUG!", ["say:a", "color:red", "kind:cup", "byte:46"]),
        ("two sheeps", ["n:2", "kinds:sheep"]),
        ("three persons, 4 knifes", ["n:3", "kinds:person", "byte:44", "n:4", "kinds:knife"]),
        ("a wine glass", ["say:a", "kind:wine glass"]),
        ("an orange", ["say:a", "say:orange"]),
        ("oranges", ["kinds:orange"]),
        ("close-up, 85mm f/1.8, 16:9",
         ["framing:close", "byte:44", "mm:85", "f:1.8", "byte:44", "aspect:16:9"]),
        ("the dog's hat", ["say:a", "kind:hat"]),
        ("at golden hour", ["say:at", "time:golden hour"]),
        ("a masterpiece, photorealistic, 8k", ["say:a", "byte:44", "byte:44"]),
        ("on a wooden table", ["say:on", "say:a", "place:table"]),
        ("a wooden table and a hat",
         ["say:a", "material:wood", "kind:dining table", "say:and", "say:a", "kind:hat"]),
        ("a cup, a wooden table and a hat",
         ["say:a", "kind:cup", "byte:44", "say:a", "material:wood", "kind:dining table", "say:and",
          "say:a", "kind:hat"]),
        ("a dog under a coffee table", ["say:a", "kind:dog", "rel:under", "say:a", "kind:dining table"]),
        ("a hat, wooden table", ["say:a", "kind:hat", "byte:44", "place:table"]),
        ("a green park bench", ["say:a", "color:green", "kind:bench"]),
        ("a cup on a wooden table lamp", ["say:a", "kind:cup", "say:on", "say:a", "material:wood", "kind:lamp"]),
        ("a dog hidden by a cup", ["say:a", "kind:dog", "rel:behind", "say:a", "kind:cup"]),
        ("a dog on the bottom of a cup", ["say:a", "kind:dog", "rel:below", "say:a", "kind:cup"]),
        ("a dog, 35mm film", ["say:a", "kind:dog", "byte:44", "look:film"]),
    ],
)  # fmt: skip
def test_phrases_become_tokens(prompt: str, expected: list[str]):
    assert tokens(prompt) == expected


@pytest.mark.parametrize("quoted", ["'OPEN'", '"OPEN"', "“OPEN”", "‘OPEN’", "«OPEN»", "OPEN"])
def test_quotes_of_every_kind_are_texts(quoted: str):
    reading = read(f"a sign that says {quoted}, at night")
    assert reading.refs.texts == ("OPEN",)
    assert "text:0" in [VOCAB[i] for i in reading.ids]


def test_somebodys_hands_are_nobody_else():
    assert tokens("a person with hands").count("kind:person") == 1
    assert tokens("two hands") == ["n:2", "word:0"]


def test_an_apostrophe_is_no_quote():
    assert read("a dog's bowl and a cat's bowl").refs.texts == ()


def test_texts_too_long_to_letter_are_left_out():
    fits, too_long = "long " * (MAX_LETTERS // 5), "long " * (MAX_LETTERS // 5 + 1)
    assert read(f'a sign that says "{fits}"').refs.texts == (fits,)
    reading = read(f'a sign that says "{too_long}"')
    assert (reading.refs.texts, reading.left_out) == ((), (too_long,))


def test_texts_that_no_letters_are_for_are_left_out():
    reading = read("a sign that says “a\U00106785b”")
    assert (reading.refs.texts, reading.left_out) == ((), ("a\U00106785b",))
    assert read("a sign that says “so\u00adft”").refs.texts == ("soft",)


def test_unknown_words_come_back_by_reference():
    reading = read("a glimmering cup of zorb")
    assert reading.refs.words == ("glimmering", "zorb")


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("elehpant", "kind:elephant"), ("umbrela", "kind:umbrella"), ("teddy baer", "kind:teddy bear"),
     ("penguinn", "kind:penguin"), ("yelow", "color:yellow"), ("woodne", "material:wood"), ("bahind", "rel:behind")],
)  # fmt: skip
def test_slips_of_the_pen_are_mended_and_told(slip: str, meant: str):
    assert tokens(slip) == [meant]
    assert nearness(read(slip))


@pytest.mark.parametrize("word", ["boot", "coat", "goat", "lake", "hose", "card"])
def test_a_word_that_is_itself_is_not_a_slip(word: str):
    near = nearness(read(word)).get(word)
    assert near is None or near not in ("boat", "cat", "cake", "house", "car")


def test_negation_lasts_to_the_end_of_its_clause():
    reads = {item.text: item.negated for item in read("a cup without dogs or cats, and a bird").reads}
    assert reads["dogs"]
    assert reads["cats"]
    assert not reads["bird"]


def test_counts_past_what_fits_take_the_most_that_fits():
    assert tokens("40 cups") == ["n:12", "kinds:cup"]
    assert nearness(read("40 cups")) == {"40": "12"}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(prompt: str):
    reading = read(prompt)
    assert reading.ids[0] == PROMPT
    assert len(reading.ids) <= MAX_PROMPT
    assert all(0 <= i < len(VOCAB) for i in reading.ids)
    assert read(prompt) == reading
