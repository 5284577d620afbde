"""Designs in words, and prompts that ask for none."""

import pytest

from cavendish.errors import RequestError
from cavendish.plan.asking import asked, icon_of
from cavendish.plan.kit import Kit

PNG = "iVBORw0KGgo="  # the eight bytes that every PNG begins with


@pytest.mark.parametrize(
    "prompt",
    ["a poster that says 'HELLO' on a wall", "a card on a table", "a red cup", "a fox holding a poster of a cat",
     "a red sign with the text 'OPEN' at the top of a hill", "a menu on a table with 2 cups", "a bar of soap"],
)  # fmt: skip
def test_things_of_the_same_names_stay_things(prompt: str):
    found = asked(prompt)
    assert (found.design, found.prompt) == (None, prompt)


def test_quoted_text_is_set_byte_for_byte_and_not_painted():
    found = asked("a poster of a fox reading a book with the title 'Summer  Collection 2025™' at the top")
    assert found.design
    assert found.prompt == "a fox reading a book"
    assert [(one.text, one.at) for one in found.design.texts] == [("Summer  Collection 2025™", "top")]


def test_a_logo_and_a_text_go_over_any_picture():
    words = ("a cat on a sofa. Place our brand logo at the top right corner and add the text 'Summer "
             "Collection 2025' in a sleek font at the bottom")  # fmt: skip
    with pytest.raises(RequestError, match="--logo"):
        asked(words)
    found = asked(words, Kit(logo=PNG))
    assert found.design
    assert found.prompt == "a cat on a sofa"
    assert found.design.logos[0].at == "top right"
    assert (found.design.texts[0].at, found.design.texts[0].font) == ("bottom", "light sans")


def test_steps_are_those_of_the_prompt_and_never_made_up():
    found = asked("an infographic of the two steps of tea: 1. Boil water. 2. Pour 3.5 cups; serve")
    assert found.design
    assert [one.text for one in found.design.steps] == ["Boil water", "Pour 3.5 cups; serve"]
    assert found.design.texts[0].text == "Two steps of tea"
    with pytest.raises(RequestError, match="expected its steps"):
        asked("an infographic of making tea")
    assert asked("an infographic of making tea", helped=True).design is None


def test_charts_and_menus_hold_what_was_given():
    chart = asked("a bar chart of rain: Jan 12, Feb 15.5, Mar -9").design
    assert chart
    assert chart.chart
    assert chart.chart.series[0].values == (12, 15.5, -9)
    menu = asked("a menu for Café Anna: Espresso €2.50, Flat white €3.80 and Tea €2.00").design
    assert menu
    assert [(one.name, one.price) for one in menu.menu][1:] == [("Flat white", "€3.80"), ("Tea", "€2.00")]
    assert menu.texts[0].text == "Café Anna"
    with pytest.raises(RequestError, match="expected numbers"):
        asked("a line chart of hope: much")


def test_a_card_says_what_such_cards_say_and_a_fox_what_it_says():
    card = asked("a birthday card for Anna")
    assert card.design
    assert card.design.texts[0].text == "Happy Birthday, Anna!"
    assert card.notes
    fox = asked("a fox that says 'Hi!' in a speech bubble")
    assert fox.design
    assert (fox.design.bubbles[0].text, fox.prompt) == ("Hi!", "a fox")


def test_an_icon_is_of_what_the_words_name():
    assert icon_of("Boil water in a kettle") == "kettle"
    assert icon_of("think it over") is None


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("an infographic of tea: " + " ".join(f"{k}. step {k}" for k in range(1, 20)), "at most 12, got 19"),
        ("a menu: " + ", ".join(f"dish {k} 1.0" for k in range(30)), "at most 24 entries, got 30"),
        ("a pie chart: " + ", ".join(f"a{k} 1" for k in range(13)), "at most 12 values"),
        ("a poster of a cat with the title 'A'" + ", 'B'" * 9, "at most 8, got 10"),
        (f"a poster of a cat with the title '{'x' * 500}'", "at most 400 characters, got 500"),
    ],
)
def test_more_than_a_design_holds_is_refused_in_a_line(prompt: str, said: str) -> None:
    with pytest.raises(RequestError, match=said) as caught:
        asked(prompt)
    assert "\n" not in str(caught.value)


def test_what_no_eye_can_see_is_left_out_of_titles() -> None:
    made = asked("a poster of a cat with the title 'A\x07B\u202e'").design
    assert made is not None
    assert [text.text for text in made.texts] == ["AB"]


def test_a_chart_without_a_name_needs_none() -> None:
    made = asked("a bar chart: Mon 12, Tue 15").design
    assert made is not None
    assert made.chart is not None
    assert made.texts == ()
