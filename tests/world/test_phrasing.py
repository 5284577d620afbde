"""Phrasing: what is said can be read back."""

import random

import pytest

from cavendish.plan.evidence import evidence
from cavendish.plan.lexicon import KINDS, PLACES
from cavendish.plan.prose import Group, Outline
from cavendish.plan.reading import read
from cavendish.plan.vocabulary import VOCAB
from cavendish.world import phrasing


def chance(seed: int | str) -> random.Random:
    return random.Random(seed)  # noqa: S311 -- captions are no secret


def names(text: str) -> list[str]:
    return [VOCAB[i] for i in read(text).ids]


@pytest.mark.parametrize("kind", KINDS)
def test_a_noun_is_read_as_its_kind(kind: str):
    rng = chance(kind)
    for _ in range(4):
        for many, plain in ((False, False), (True, False), (True, True)):
            found = names(phrasing.noun(kind, many, rng, plain))[1]
            assert found in (f"kind:{kind}", f"kinds:{kind}", "say:orange")


def test_articles():
    assert phrasing.article("apple") == "an apple"
    assert phrasing.article("cup") == "a cup"
    assert phrasing.article("unicorn") == "a unicorn"
    assert phrasing.article("umbrella") == "an umbrella"
    assert phrasing.article("hourglass") == "an hourglass"


def test_one_of_what_is_called_like_many_is_a_pair_or_some():
    assert phrasing.one("scissors", "red scissors") == "a pair of red scissors"
    assert phrasing.one("scissors", "pair of scissors") == "a pair of scissors"
    assert phrasing.one("grapes", "grapes") == "some grapes"
    assert phrasing.one("grapes", "grape") == "a grape"
    assert phrasing.one("sheep", "white sheep") == "a white sheep"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].alike])
@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_counts_of_what_is_called_alike_are_read_back(kind: str, count: int):
    rng = chance(f"{kind} {count}")
    for _ in range(20):
        bindings = evidence(read(phrasing.thing(Group(kind, count, color="red"), rng))).bindings
        assert bindings.chains[kind] == ({"color": "red", "n": str(count)},)


@pytest.mark.parametrize("place", PLACES)
def test_places_are_read_back(place: str):
    rng = chance(place)
    for _ in range(40):
        _, after = phrasing.scenery({"place": place}, rng)
        grounds = evidence(read(" ".join(["two red cups", *after])))
        assert grounds.scene["place"] == (place,)
        assert set(grounds.kinds) == {"cup"}
        assert not grounds.owed


def test_attributes_and_counts_are_read_back():
    rng = chance(1)
    for _ in range(60):
        found = names(phrasing.thing(Group("cup", 4, "large", "red", "wood"), rng))
        assert {"n:4", "size:large", "color:red", "material:wood", "kinds:cup"} <= set(found)


def test_letters_are_read_back():
    rng = chance(2)
    for _ in range(30):
        assert read(phrasing.lettered("a sign", "Good Morning", rng)).refs.texts == ("Good Morning",)


@pytest.mark.parametrize(
    "predicate",
    ["left of", "right of", "above", "below", "behind", "in front of", "beside", "in", "under", "around"],
)
def test_relations_are_read_back(predicate: str):
    rng = chance(predicate)
    outline = Outline((Group("cup"), Group("dog")), ((predicate, 0, 1),))
    for _ in range(30):
        found = names(phrasing.sentence(outline, (), rng))
        assert f"rel:{predicate}" in found or {"say:side left", "say:side right"} & set(found)


def test_a_slip_changes_one_word_by_a_letter():
    rng = chance(3)
    for _ in range(50):
        before, after = "an elephant behind the umbrella", ""
        after = phrasing.slipped(before, rng)
        changed = [pair for pair in zip(before.split(), after.split(), strict=True) if pair[0] != pair[1]]
        assert len(changed) <= 1
    assert phrasing.slipped("a 'quoted elephant'", rng) == "a 'quoted elephant'"
