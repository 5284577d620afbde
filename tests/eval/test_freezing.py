"""What opinions are worth is counted by closed forms, and thresholds are frozen where they are worth most."""

import numpy as np
import pytest

from cavendish.eval.crowds import Crowd
from cavendish.eval.eyes import Sight
from cavendish.eval.freezing import Exam, Hit, counted, figures, frozen, marked, sat, shown


def hit(score: float, kind: str, truth: str | None, tinted: bool | None = None) -> Hit:
    return Hit(score, kind, truth, tinted)


EXAMS = (
    Exam(("cup", "cup"), (hit(0.9, "cup", "cup", True), hit(0.6, "cup", "cup", False), hit(0.3, "cup", None))),
    Exam(("dog",), (hit(0.7, "dog", "dog", True), hit(0.2, "cup", None))),
)  # fmt: skip


def test_precision_recall_kinds_and_colours_are_shares() -> None:
    low, high = marked(EXAMS, 0.1), marked(EXAMS, 0.65)
    assert (low["precision"], low["recall"]) == (3 / 5, 1.0)
    assert (high["precision"], high["recall"]) == (1.0, pytest.approx(2 / 3))
    assert (low["placed"], low["kind"], low["color"]) == (1.0, 1.0, pytest.approx(2 / 3))
    assert low["f1"] == pytest.approx(0.75)


def test_counts_are_right_when_neither_more_nor_fewer_are_seen() -> None:
    assert counted(EXAMS, 0.5) == (1.0, {1: 1.0, 2: 1.0})
    assert counted(EXAMS, 0.1) == (0.5, {1: 1.0, 2: 0.0})
    assert counted(EXAMS, 0.65) == (0.5, {1: 1.0, 2: 0.0})
    assert counted((), 0.5) == (0.0, {})


def test_thresholds_are_frozen_between_what_is_there_and_false_alarms() -> None:
    level = frozen(EXAMS)
    assert 0.3 <= level.there < 0.6
    assert 0.3 <= level.many < 0.6
    assert figures(EXAMS, level)["counted"] == 1.0


def test_every_sight_is_of_the_thing_that_it_overlaps_most_once() -> None:
    seen = np.full((224, 224), -1, np.int8)
    seen[20:80, 20:80], seen[120:200, 120:200] = 0, 1
    scene = Crowd(np.zeros((224, 224, 3), np.uint8), seen, ("cup", "dog"), ("red", None))
    assert [kind for kind, _, _ in shown(scene)] == ["cup", "dog"]
    box = (20 / 224, 20 / 224, 80 / 224, 80 / 224)
    assert next(shown(scene))[2] == pytest.approx(box)
    other = (120 / 224, 120 / 224, 190 / 224, 200 / 224)
    sights = [Sight(box, {"cup": 0.5}, "red"), Sight(box, {"cup": 0.9, "dog": 0.1}, "blue"),
              Sight(other, {"cup": 0.4}, "red"), Sight((0.0, 0.9, 0.1, 1.0), {"dog": 0.3}, "red")]  # fmt: skip
    exam = sat(sights, scene)
    assert exam.wanted == ("cup", "dog")
    assert exam.hits == (hit(0.9, "cup", "cup", False), hit(0.5, "cup", None), hit(0.4, "cup", "dog"),
                         hit(0.3, "dog", None))  # fmt: skip
    assert sat([], scene).hits == ()
