"""What a prompt says about its letters reaches the text that it is said of, and is read as nothing else."""

import pytest

from cavendish.errors import RequestError
from cavendish.plan.lettering import Lettering
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.surfaces import SLATE
from cavendish.plan.typefaces import fonts_said


@pytest.mark.parametrize(
    ("prompt", "text", "font"),
    [
        ('a sign that says "OPEN" in bold serif letters', "OPEN", "bold serif"),
        ('a poster with "Spring" in elegant cursive', "Spring", "elegant cursive"),
        ('a cup with a handwritten "Tea"', "Tea", "handwritten"),
        ('a sign in a thin, red sans-serif font: "EXIT"', "EXIT", "thin sans-serif"),
    ],
)
def test_words_about_letters_are_the_font_of_the_text(prompt: str, text: str, font: str) -> None:
    said = fonts_said(prompt)
    assert said.fonts == {text: font}
    assert font.rsplit(maxsplit=1)[-1] not in said.prompt
    assert f'"{text}"' in said.prompt


def test_each_text_has_what_its_own_sentence_says() -> None:
    said = fonts_said('a sign that says "A1". A poster with "B2" in typewriter letters')
    assert said.fonts == {"B2": "typewriter"}


@pytest.mark.parametrize(
    ("prompt", "made"),
    [
        ('a neon sign that reads "BAR"', "neon"),
        ('a wooden sign carved with "Oak"', "carved"),
        ('a book with embossed letters "Tales"', "embossed"),
    ],
)
def test_letters_are_made_as_the_prompt_says(prompt: str, made: str) -> None:
    said = fonts_said(prompt)
    assert list(said.made.values()) == [made]
    assert made not in said.prompt


@pytest.mark.parametrize(
    "prompt",
    [
        "a letter on a table",
        "a bold dog",
        "a thin cat in a hat",
        'a poster that reads "Bold Script Font"',
        "",
    ],
)
def test_what_is_not_about_letters_stays(prompt: str) -> None:
    said = fonts_said(prompt)
    assert (said.prompt, said.fonts, said.made) == (prompt, {}, {})


def test_two_families_at_once_are_none() -> None:
    assert fonts_said('a sign "A" in serif mono letters').fonts == {}


def test_a_plate_is_the_cars_own() -> None:
    assert fonts_said('a red car with the number plate "CAV 1"').prompt == 'a red car "CAV 1"'


def test_a_plan_is_dressed_and_what_it_has_is_kept() -> None:
    said = fonts_said('a sign that says "OPEN" in neon script')
    things = (Thing(id="a", kind="sign"),)
    open_ = Plan(things=things, lettering=(Lettering(text="OPEN", on="a"),))
    (line,) = said.dressed(open_).lettering
    assert (line.font, line.made) == ("script", "neon")
    own = Plan(things=things, lettering=(Lettering(text="OPEN", on="a", font="mono"),))
    assert said.dressed(own).lettering[0].font == "mono"
    assert fonts_said("a cup").dressed(open_) is open_


@pytest.mark.parametrize(("words", "near"), [("gothick typeface", "thick"), ("Helvetika font", "helvetica")])
def test_a_font_that_nobody_knows_is_refused_with_the_nearest(words: str, near: str) -> None:
    with pytest.raises(RequestError, match=f"nearest: '{near}'"):
        fonts_said(f'a sign that says "Tea" in a {words}')
    assert fonts_said('a sign that says "Tea" in a big red font').fonts == {}
    assert fonts_said(f"a book about a {words}").fonts == {}


def test_a_chalkboard_is_slate_and_chalk() -> None:
    said = fonts_said('a chalkboard that says "Soup"')
    assert said.prompt == 'a sign that says "Soup"'
    plan = Plan(things=(Thing(id="a", kind="sign"),), lettering=(Lettering(text="Soup", on="a"),))
    made = said.dressed(plan)
    assert (made.lettering[0].font, made.things[0].shade) == ("chalk", SLATE)
    red = plan.model_copy(update={"things": (Thing(id="a", kind="sign", color="red"),)})
    assert said.dressed(red).things == red.things
