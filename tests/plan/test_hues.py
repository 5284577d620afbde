"""Words for colours and stuffs are qualities before a noun and things where a noun should stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cavendish.plan import hues
from cavendish.plan.lexicon import MATERIALS
from cavendish.plan.palette import LENT, NAMED
from cavendish.plan.reading import read
from cavendish.plan.shades import class_of, find
from tests.every import every


def named(prompt: str) -> list[str]:
    return [
        f"{item.name}={item.text}" for item in read(prompt).reads if item.name.partition(":")[0] in FIELDS
    ]


FIELDS = ("color", "material", "kind", "kinds", "place", "word")


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a peach", ["kind:peach=peach"]),
        ("a peach dress", ["color:orange=peach", "kind:dress=dress"]),
        ("a gold ring", ["color:yellow=gold", "kind:ring=ring"]),
        ("a rose", ["kind:rose=rose"]),
        ("a rose chair", ["color:pink=rose", "kind:chair=chair"]),
        ("a lime", ["kind:lemon=lime"]),
        ("a lime chair", ["color:green=lime", "kind:chair=chair"]),
        ("an olive sofa", ["color:green=olive", "kind:couch=sofa"]),
        ("a lemon and a lemon cup", ["kind:lemon=lemon", "color:yellow=lemon", "kind:cup=cup"]),
        ("a lemon tree", ["kind:tree=lemon tree"]),
        ("a pale rose in a vase", ["color:pink=pale rose", "kind:rose=rose", "kind:vase=vase"]),
        ("a salmon on a plate", ["kind:fish=salmon", "kind:plate=plate"]),
        ("a salmon pink plate", ["color:pink=salmon pink", "kind:plate=plate"]),
        ("a tomato", ["kind:tomato=tomato"]),
        ("sand on the sand", ["place:beach=sand", "place:beach=sand"]),
        ("a sand chair on the sand", ["color:brown=sand", "kind:chair=chair", "place:beach=sand"]),
        ("a sand-coloured cup", ["color:brown=sand coloured", "kind:cup=cup"]),
        ("a cup the colour of coffee", ["kind:cup=cup", "color:brown=colour of coffee"]),
        ("a turquoise vase", ["color:blue=turquoise", "kind:vase=vase"]),
        ("a navy blue car", ["color:blue=navy blue", "kind:car=car"]),
        ("light green cup, pale pink cup", ["color:green=light green", "kind:cup=cup", "color:pink=pale pink",
                                            "kind:cup=cup"]),
        ("a beige chair", ["color:brown=beige", "kind:chair=chair"]),
        ("burgundy", ["color:red=burgundy"]),
        ("teal", ["color:blue=teal"]),
        ("#3fa7d6 mug", ["color:blue=#3fa7d6", "kind:cup=mug"]),
        ("a #F0a car", ["color:pink=#F0a", "kind:car=car"]),
        ("the cup is peach", ["kind:cup=cup", "color:orange=peach"]),
        ("a person in gold", ["kind:person=person", "color:yellow=gold"]),
        ("a peach and white cup", ["color:orange=peach", "color:white=white", "kind:cup=cup"]),
        ("cups in teal, coral and mint", ["kinds:cup=cups", "color:blue=teal", "color:orange=coral",
                                          "color:green=mint"]),
        ("a box of chocolate", ["kind:gift box=box", "word=chocolate"]),
        ("a chocolate brown dog", ["color:brown=chocolate brown", "kind:dog=dog"]),
        ("a cherry red car", ["color:red=cherry red", "kind:car=car"]),
        ("a grey dog", ["color:white=grey", "kind:dog=dog"]),
        ("a dark gray dog", ["color:black=dark gray", "kind:dog=dog"]),
        ("a dog in the dark blue car", ["kind:dog=dog", "color:blue=dark blue", "kind:car=car"]),
        ("a rose gold watch", ["color:pink=rose gold", "kind:watch=watch"]),
        ("a marble vase", ["material:marble=marble", "kind:vase=vase"]),
        ("a stone", ["kind:rock=stone"]),
        ("a stone castle", ["material:stone=stone", "kind:castle=castle"]),
        ("a brick house", ["material:brick=brick", "kind:house=house"]),
        ("a leather couch", ["material:leather=leather", "kind:couch=couch"]),
        ("a paper boat", ["material:paper=paper", "kind:boat=boat"]),
        ("a vase made of jade", ["kind:vase=vase", "material:jade=made of jade"]),
        ("a vase made of gold", ["kind:vase=vase", "material:metal=made of gold"]),
        ("a white mug with a blue handle", ["color:white=white", "kind:cup=mug", "color:blue=blue", "word=handle"]),
        ("yellow-green apple", ["color:green=yellow green", "kind:apple=apple"]),
    ],
)  # fmt: skip
def test_words_are_what_their_place_makes_them(prompt: str, expected: list[str]):
    assert named(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "before_fruit"), [("an orange orange", "say:orange"), ("a light orange", "color:orange")]
)
def test_the_fruit_is_the_last_orange(prompt: str, before_fruit: str):
    names = [item.name for item in read(prompt).reads]
    assert names[-2:] == [before_fruit, "say:orange"]


def test_every_name_before_a_noun_is_known():
    def known(name: str):
        first, *rest = read(f"{name} cup").reads
        assert first.name.startswith(("color:", "material:"))
        assert first.near is None
        assert first.text == name
        assert [item.name for item in rest] == ["kind:cup"]

    every(sorted(NAMED), known)


def test_a_slip_in_a_colours_name_is_mended_and_told():
    item = read("a turqoise vase").reads[1]
    assert (item.name, item.near) == ("color:blue", "turquoise")


def test_every_stuff_is_a_material_and_has_a_colour():
    for stuff, (material, shade) in hues.STUFFS.items():
        assert material in MATERIALS
        assert find(shade) == shade, stuff
        assert hues.stuff_said(f"made of {stuff}") == stuff


def test_stuffs_that_are_nothing_of_the_six_are_told_with_the_nearest():
    assert read("a denim bowl").reads[1].near == "fabric"
    assert read("a bowl made of cork").reads[2].near == "wood"
    assert read("a bowl made of copper").reads[2].near is None


def test_what_changes_a_colour_is_not_its_head():
    assert hues.head(("very", "pale", "rose")) == ("rose",)
    assert hues.head(("light",)) == ("light",)


SAID = "a|rose|gold|and|,|orange|light|dark|in|the|cup|tree|marble|made of|coloured|#abc|teal|is|no|lemon|color of|very"
WORDS = st.sampled_from(f"{SAID}|'HI'|sand|three".split("|"))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_heap_of_such_words_can_be_read(prompt: str):
    reading = read(prompt)
    assert read(prompt) == reading
    for item in reading.reads:
        shade = find(item.text) if item.name.startswith("color:") else None
        assert shade is None or item.name == f"color:{class_of(shade)}"


def test_names_and_lent_colours_are_told_apart():
    assert hues.color_token(("coffee",)) is None
    assert hues.color_token(("coffee", "coloured")) == "color:brown"
    assert "coffee" in LENT
