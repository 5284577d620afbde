"""What stands for what: each noun under one kind, and none only because it is round, long or spelled alike."""

import pytest

from cavendish.plan.akin import AKIN
from cavendish.plan.kinds import KINDS
from cavendish.plan.lexicon import COLORS, MATERIALS, PLACES
from cavendish.plan.reading import read
from cavendish.plan.stuffs import MATERIAL_WORDS

WORDS = {word: kind for kind, listed in AKIN.items() for word in listed.split("|")}


def test_every_noun_is_akin_to_one_kind_of_the_library():
    assert all(kind in KINDS for kind in AKIN)
    assert "" not in WORDS
    assert len(WORDS) == sum(len(listed.split("|")) for listed in AKIN.values())


def test_no_material_colour_or_place_is_a_thing():
    stuffs = {word for words in MATERIAL_WORDS.values() for word in words.split("|")}
    assert not WORDS.keys() & ({*COLORS, *MATERIALS, *PLACES, "marble", "granite", "velvet"} | stuffs)


def test_no_noun_hides_a_colour_that_is_said():
    plain = COLORS.keys() - {"orange"}
    assert {word for word in WORDS if word.split()[0] in plain} == {"red panda"}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("dachshund", "dog"),
        ("tankard", "cup"),
        ("galleon", "boat"),
        ("parakeet", "bird"),
        ("axe", "hammer"),
        ("kingfisher", "bird"),
        ("ferrari", "car"),
        ("sunscreen", "bottle"),
        ("spider plant", "potted plant"),
    ],  # where lines join
)
def test_what_a_person_would_accept_stands_in(word: str, kind: str):
    assert [item.name for item in read(word).reads] == [f"kind:{kind}"]


@pytest.mark.parametrize(
    "word", ["potato", "snake", "soap", "cheese", "chimney", "vacuum cleaner", "fence", "pillar"]
)
def test_what_is_only_round_or_long_or_boxy_does_not(word: str):
    assert all(item.name == "word" for item in read(word).reads)
