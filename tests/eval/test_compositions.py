"""Plans are held to CompBench's sentences: right ones pass, wrong ones are named, strange words are counted apart."""

from pathlib import Path

import pytest

from cavendish.errors import RequestError
from cavendish.eval import compositions
from cavendish.eval.events import Found
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.planners.base import Thoughts


def thinking(*things: Thing, relations: tuple[Relation, ...] = ()) -> compositions.Think:
    return lambda _prompt, _seed: Thoughts(Plan(things=things, relations=relations))


RED_CUP = Thing(id="cup-1", kind="cup", color="red")
BLUE_DOG = Thing(id="dog-1", kind="dog", color="blue")


def test_a_right_plan_has_nothing_wrong():
    tried = compositions.one("a red cup and a blue dog", thinking(RED_CUP, BLUE_DOG), 1)
    assert tried.counted
    assert tried.wrong == {}


def test_swapped_colours_and_missing_things_are_found():
    swapped = thinking(
        Thing(id="cup-1", kind="cup", color="blue"), Thing(id="dog-1", kind="dog", color="red")
    )
    assert set(compositions.one("a red cup and a blue dog", swapped, 1).wrong) == {"colours"}
    assert set(compositions.one("a red cup and a blue dog", thinking(RED_CUP), 1).wrong) == {"things"}


def test_a_wrong_count_is_found():
    one = thinking(Thing(id="cup-1", kind="cup"), Thing(id="dog-1", kind="dog"))
    assert set(compositions.one("two cups and one dog", one, 1).wrong) == {"counts"}


def test_a_relation_that_the_boxes_deny_is_found():
    cup, dog = Thing(id="cup-1", kind="cup"), Thing(id="dog-1", kind="dog")
    right = (Relation(subject="cup-1", predicate="left of", object="dog-1"),)
    wrong = (Relation(subject="dog-1", predicate="left of", object="cup-1"),)
    said = "a cup on the left of a dog"
    assert compositions.one(said, thinking(cup, dog, relations=right), 1).wrong == {}
    assert set(compositions.one(said, thinking(cup, dog, relations=wrong), 1).wrong) == {"places"}


def test_strange_words_are_counted_apart_and_not_planned():
    tried = compositions.one("a red qilin and a blue dog", thinking(), 1)
    assert not tried.counted
    assert "qilin" in tried.strange


def test_a_file_without_sentences_is_refused(tmp_path: Path):
    file = tmp_path / "texts.txt"
    file.write_text("nothing of the kind\n")
    with pytest.raises(RequestError):
        list(compositions.run(file, None, thinking(), ""))


def test_a_file_ends_with_what_was_found(tmp_path: Path):
    file = tmp_path / "texts.txt"
    file.write_text("a red cup and a blue dog\na red cup and a red dog\n")
    *_, last = compositions.run(file, None, thinking(RED_CUP, BLUE_DOG), "")
    assert isinstance(last, Found)
    scores = {row.name: row.score for row in last.report.rows}
    assert 0.5 in scores.values()
