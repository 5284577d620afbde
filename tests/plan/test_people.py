"""Words of looks belong to the nearest person, and what is left is read as if they had not been said."""

import re
from collections import Counter
from typing import Any

import pytest

from cavendish.plan.people import clothed, heed
from cavendish.plan.person import Person
from cavendish.plan.schema import Plan, Thing

PHRASES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("an old man with a white beard and glasses", "an man",
     {"age": "old", "beard": "short", "hair_color": "white", "glasses": "glasses", "lashes": False}),
    ("a girl with red hair in a blue dress", "a girl",
     {"age": "child", "lashes": True, "hair_color": "red", "top": "dress"}),
    ("a boy reading a book", "a boy", {"age": "child", "lashes": False}),
    ("a woman with curly black hair, laughing, wearing a yellow coat and a hat", "a woman",
     {"age": "adult", "lashes": True, "hair": "curly", "hair_color": "black", "top": "coat", "hat": "hat"}),
    ("a man in a red and white striped shirt and blue jeans on a beach", "a man on a beach",
     {"age": "adult", "lashes": False, "top": "t-shirt", "weave": "stripes", "second_color": "white",
      "bottom": "trousers", "bottom_color": "blue"}),
    ("a bald man with a moustache", "a man", {"age": "adult", "lashes": False, "hair": "bald", "beard": "moustache"}),
    ("a little girl with long blonde braids, wearing red shoes, sitting on a chair", "a girl, sitting on a chair",
     {"age": "child", "lashes": True, "hair": "braids", "hair_color": "blond", "shoe_color": "red"}),
    ("a red-haired boy running", "a boy", {"age": "child", "lashes": False, "hair_color": "red"}),
    ("a sad boy sitting under a tree, with curly hair", "a boy sitting under a tree",
     {"age": "child", "lashes": False, "hair": "curly"}),
)  # fmt: skip


@pytest.mark.parametrize(("prompt", "left", "looks"), PHRASES, ids=[p for p, _, _ in PHRASES])
def test_looks_are_heard_and_taken_out(prompt: str, left: str, looks: dict[str, Any]):
    heard = heed(prompt)
    assert heard.prompt == left
    person = heard.people[0].person()
    assert person is not None
    assert person.model_dump(exclude_none=True) == looks


@pytest.mark.parametrize(
    "prompt",
    ["a cup on a table", "a man with a dog", "a woman and a hat", "a boy in a meadow", "a woman in red",
     "a dog with red hair",
     'a sign that says "old man with a beard"', "a man holding an umbrella", "a photo of a person and a tie", ""],
)  # fmt: skip
def test_what_says_nothing_of_a_persons_looks_is_left_alone(prompt: str):
    assert heed(prompt).prompt == prompt


def test_doings_and_moods_are_heard():
    said = [
        heed(text).people[0].said
        for text in ("a boy reading a book", "a laughing woman", "a man with arms crossed")
    ]
    assert said == [{"pose": "reading"}, {"expression": "laughing"}, {"pose": "arms crossed"}]


def test_each_person_has_their_own_looks():
    heard = heed("a man and a woman. The man wears a black hat. The woman has short grey hair.")
    assert heard.prompt == "a man and a woman. The man. The woman."
    assert [m.said for m in heard.people] == [
        {"hat": "hat", "hat_color": "black"},
        {"hair": "short", "hair_color": "grey"},
    ]


def test_a_word_of_looks_nobody_knows_is_named():
    assert heed("a girl with blorange hair").strange == ("blorange",)


def test_people_of_a_plan_are_who_they_were_said_to_be():
    things = tuple(Thing(id=f"person-{i}", kind="person") for i in (1, 2, 3))
    heard = heed("two girls in turquoise dresses and an old man")
    plan, lost = clothed(Plan(things=things), heard)
    assert lost == ()
    assert [thing.shade for thing in plan.things] == ["turquoise", "turquoise", None]
    assert [thing.person.age for thing in plan.things if thing.person] == ["child", "child", "old"]
    assert Plan.model_validate_json(plan.model_dump_json()) == plan


def test_a_plan_in_which_they_are_missing_says_so():
    plan, lost = clothed(Plan(), heed("a woman with a ponytail"))
    assert plan == Plan()
    assert lost == ("with a ponytail",)


def test_a_calling_is_a_person_dressed_for_it():
    heard = heed("a chef next to a cake")
    plan, _ = clothed(Plan(things=(Thing(id="person-1", kind="person"),)), heard)
    assert heard.prompt == "a person next to a cake"
    assert plan.things[0].color == "white"
    assert plan.things[0].person is not None
    assert plan.things[0].person.hat == "toque"


def test_what_is_said_outdoes_the_calling():
    person = heed("a wizard with a red beard").people[0].person()
    assert person == Person.model_validate(
        {**heed("a wizard").people[0].looks, "hair_color": "red", "beard": "short"}
    )


DENIED = {
    "a man with no beard": {}, "a woman not wearing a hat": {}, "a boy, not smiling": {}, "a man without glasses": {},
    "a man with no hair wearing a red coat": {"top": "coat", "color": "red"},
}  # fmt: skip


@pytest.mark.parametrize(("prompt", "said"), DENIED.items(), ids=DENIED)
def test_looks_that_are_denied_are_not_heard(prompt: str, said: dict[str, Any]):
    heard = heed(prompt)
    assert heard.people[0].said == said
    assert all(
        word in heard.prompt for word in ("beard", "hat", "smiling", "glasses", "hair") if word in prompt
    )


def test_people_who_are_denied_are_nobody():
    heard = heed("a street with no old people and a red-haired boy")
    assert [mention.noun for mention in heard.people] == [("boy",)]
    assert heard.prompt == "a street with no old people and a boy"


def test_every_word_is_taken_or_left():
    prompt = "an old man with a bushy white beard in a leather coat, a chef with 'RED  hair'"
    heard = heed(prompt)
    words = Counter(re.findall(r"\w+", prompt))
    left = Counter(re.findall(r"\w+", heard.prompt.replace("person", "")))
    assert words == left + Counter(word for taken in heard.taken for word in re.findall(r"\w+", taken))
    assert heard.noted == ("bushy", "leather")
    assert "'RED  hair'" in heard.prompt


def test_literal_texts_keep_every_space_and_mark():
    for text in ("“NO  girls\n with hair”", "'a  man,  bald'", "「赤い髪の  女」", '"It\'s  HIM , her"'):
        assert text in heed(f"a girl with red hair and a sign that says {text} , smiling").prompt
