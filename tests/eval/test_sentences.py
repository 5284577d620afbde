"""Sentences of CompBench's five forms are read as what they ask for; other forms are not taken for them."""

from cavendish.eval.sentences import Part, parse


def test_colours():
    found = parse("a green bench and a red car.")
    assert found is not None
    assert found.tag == "colour"
    assert found.parts == (Part("bench", "bench", 1, "green"), Part("car", "car", 1, "red"))


def test_textures():
    found = parse("a wooden chair and a leather sofa")
    assert found is not None
    assert (found.tag, [part.material for part in found.parts]) == ("texture", ["wood", "leather"])


def test_places():
    flat, deep = parse("a dog on the left of a car"), parse("a cup hidden by a vase")
    assert flat is not None and deep is not None  # noqa: PT018 -- both or neither
    assert (flat.tag, flat.relation) == ("spatial", "left of")
    assert (deep.tag, deep.relation) == ("3-D spatial", "behind")


def test_numbers():
    found = parse("three dogs, one cat and two cups")
    assert found is not None
    assert found.tag == "numeracy"
    assert [part.count for part in found.parts] == [3, 1, 2]


def test_an_unknown_noun_is_known_to_be_unknown():
    found = parse("a green qilin and a red car")
    assert found is not None
    assert not found.known
    assert found.parts[0].noun == "qilin"


def test_other_forms_are_none():
    assert parse("the morning light fell softly over everything she owned") is None
    assert parse("") is None
