"""Each thing takes the exact colour that was said of its noun."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cavendish.plan.prose import Group, Outline, encode
from cavendish.plan.reading import read
from cavendish.plan.schema import Plan
from cavendish.plan.shades import class_of
from cavendish.plan.tinting import tinted

C = Group


def shades(prompt: str, *groups: Group) -> list[str | None]:
    reading = read(prompt)
    return [thing.shade for thing in tinted(reading, Outline(groups).plan(reading.refs)).things]


@pytest.mark.parametrize(
    ("prompt", "groups", "expected"),
    [
        ("a turquoise vase and a navy blue car",
         [C("vase", color="blue"), C("car", color="blue")], ["turquoise", "navy blue"]),
        ("a navy blue car and a turquoise vase",
         [C("vase", color="blue"), C("car", color="blue")], ["turquoise", "navy blue"]),
        ("two navy cups and one light blue cup",
         [C("cup", 2, color="blue"), C("cup", color="blue")], ["navy", "navy", "light blue"]),
        ("a cup the color of wine", [C("cup", color="red")], ["wine"]),
        ("a blue mug with a navy handle", [C("cup", color="blue")], [None]),
        ("a red cup", [C("cup", color="red")], [None]),
        ("a navy cup next to a blue bowl",
         [C("cup", color="blue"), C("bowl", color="blue")], ["navy", None]),
        ("a blue bowl next to a #3FA7D6 cup",
         [C("cup", color="blue"), C("bowl", color="blue")], ["#3fa7d6", None]),
        ("a cup that is sky blue and a car in teal",
         [C("cup", color="blue"), C("car", color="blue")], ["sky blue", "teal"]),
        ("the dog is grey", [C("dog", color="white")], ["grey"]),
        ("a bowl painted burgundy", [C("bowl", color="red")], ["burgundy"]),
        ("a turqoise vase", [C("vase", color="blue")], ["turquoise"]),
        ("a peach dress and a peach", [C("dress", color="orange"), C("peach")], ["peach", None]),
        ("a navy cup", [C("cup", color="red")], [None]),
        ("a navy cup", [C("cup")], [None]),
        ("a dog, teal", [C("dog", color="blue")], ["teal"]),
        ("a marble vase", [C("vase", material="marble")], ["marble"]),
        ("a red marble vase", [C("vase", color="red", material="marble")], [None]),
        ("a cup made of copper", [C("cup", material="metal")], ["copper"]),
        ("a wooden cup", [C("cup", material="wood")], [None]),
        ("pastel yellow chairs", [C("chair", 3, color="yellow")], ["pastel yellow"] * 3),
        ("no teal cups, a blue cup", [C("cup", color="blue")], [None]),
    ],
)  # fmt: skip
def test_each_thing_has_its_own(prompt: str, groups: list[Group], expected: list[str | None]):
    assert shades(prompt, *groups) == expected


@pytest.mark.parametrize(
    ("prompt", "kind", "material"),
    [("a gold ring", "ring", "metal"), ("a gold vase", "vase", "metal"), ("a gold dog", "dog", None),
     ("a golden cup", "cup", "metal"), ("a gold plastic cup", "cup", "plastic")],
)  # fmt: skip
def test_gold_is_metal_where_a_thing_can_be(prompt: str, kind: str, material: str | None):
    reading = read(prompt)
    plan = Outline((Group(kind, color="yellow", material="plastic" if "plastic" in prompt else None),)).plan(
        reading.refs
    )
    thing = tinted(reading, plan).things[0]
    assert (thing.shade, thing.material) == ("gold", material)


def test_shades_are_valid_and_are_not_words_of_the_plan():
    reading = read("a turquoise vase and two sand-coloured cups")
    plan = Outline((Group("vase", color="blue"), Group("cup", 2, color="brown"))).plan(reading.refs)
    done = tinted(reading, plan)
    assert Plan.model_validate_json(done.model_dump_json()) == done
    assert encode(done, reading.refs) == encode(plan, reading.refs)


SAID = "teal|navy|blue|gold|marble|cup|cups|dog|two|and|a|in|is|,|light|made of|with|copper|coloured"
WORDS = st.sampled_from(SAID.split("|"))
COLORS = st.sampled_from((None, "blue", "yellow", "brown", "white"))


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join), COLORS, COLORS)
def test_any_plan_of_any_prompt_can_be_tinted(prompt: str, first: str | None, second: str | None):
    reading = read(prompt)
    plan = Outline((Group("cup", 2, color=first), Group("dog", color=second, material="metal"))).plan(
        reading.refs
    )
    done = tinted(reading, plan)
    assert tinted(reading, plan) == done
    for before, after in zip(plan.things, done.things, strict=True):
        assert before.color in (None, after.color)
        assert after.shade is None or class_of(after.shade) == after.color
