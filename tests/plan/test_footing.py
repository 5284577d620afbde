"""What things stand on: any noun for a support with any stuff and colour, and nothing where none is said."""

import pytest

from cavendish.plan.footing import footed
from cavendish.plan.schema import Plan, Thing


@pytest.mark.parametrize(
    ("prompt", "left", "surface", "place"),
    [
        ("a cup on a marble table", "a cup", ("top", "marble"), "table"),
        ("a kettle on a granite worktop", "a kettle", ("top", "granite"), "kitchen"),
        ("a kettle on a marble counter in a kitchen", "a kettle in a kitchen", ("top", "marble"), "table"),
        ("a cake on a white tablecloth, soft light", "a cake, soft light", ("top", "cloth"), "table"),
        ("a cup on a wooden table in a garden", "a cup in a garden", ("top", "wood"), "table"),
        ("a turtle on a concrete floor", "a turtle", ("floor", "concrete"), "living room"),
        ("a cat sitting on a windowsill", "a cat", ("top", "plain"), "table"),
        ("a watch on a mirror", "a watch", ("top", "gloss"), "table"),
        ("a shoe on a pink background", "a shoe", ("backdrop", None), "studio"),
        ("a bottle isolated on white", "a bottle", ("backdrop", None), "studio"),
        ("a sofa against a pink wall", "a sofa", ("backdrop", None), "studio"),
        ("a wooden cutting board with a pear", "a pear", ("top", "wood"), "table"),
    ],
)  # fmt: skip
def test_supports_are_heard_and_taken_out(
    prompt: str, left: str, surface: tuple[str, str | None], place: str
):
    found = footed(prompt)
    assert found.prompt == left
    assert found.surface is not None
    assert (found.surface.lies, found.surface.stuff, found.place) == (*surface, place)


@pytest.mark.parametrize(
    "prompt",
    ["a cup on a wooden table", "a book on a table lamp", "a cat on a chair", "a skateboard against a brick wall",
     "a dog behind a marble table", 'a sign that says "on a marble counter"', "on a marble counter", "a marble",
     "a cat with a city in the background", "a cup and a table", "a bird on a cup near the table"],
)  # fmt: skip
def test_what_names_no_support_is_left_as_it_is(prompt: str):
    assert footed(prompt).surface is None or not footed(prompt).prompt
    assert footed(prompt).prompt in (prompt, "")


@pytest.mark.parametrize(
    ("prompt", "shade", "pattern", "finish"),
    [("a cup on a dark blue table", "dark blue", None, None),
     ("a cup on a red gingham cloth", "red", "checkered", None),
     ("a cup on a black glossy surface", "black", None, "glossy"),
     ("a key on a weathered plank", "#b98a5a", None, "worn")],
)  # fmt: skip
def test_colour_pattern_and_finish_are_the_supports(
    prompt: str, shade: str, pattern: str | None, finish: str | None
):
    surface = footed(prompt).surface
    assert surface is not None
    assert (surface.shade, surface.pattern, surface.finish) == (shade, pattern, finish)


def test_words_that_show_nothing_are_told():
    assert footed("a cup on a haunted marble counter").strange == ("haunted",)


def test_the_place_that_is_named_stays():
    plan = Plan(place="kitchen", things=(Thing(id="cup-1", kind="cup"),))
    under = footed("a cup on a marble counter in a kitchen").under(plan)
    assert under.place == "kitchen"
    assert under.surface is not None
    assert footed("a cup").under(plan) == plan
