"""Patterns, carvings and lighting are read from a prompt and given to the things they are said of."""

import pytest

from cavendish.plan.decorating import decorated
from cavendish.plan.prose import Group, Outline
from cavendish.plan.reading import read
from cavendish.plan.schema import Plan
from cavendish.plan.tinting import tinted

C = Group


def told(prompt: str, *groups: Group) -> Plan:
    reading = read(prompt)
    return decorated(reading, tinted(reading, Outline(groups).plan(reading.refs)))


@pytest.mark.parametrize(
    ("prompt", "pattern"),
    [("a striped mug", "striped"), ("a mug with stripes", "striped"), ("a polka-dot mug", "spotted"),
     ("a gingham mug", "checkered"), ("a floral mug", "floral"), ("a sparkling mug", "sparkling"), ("a mug", None)],
)  # fmt: skip
def test_patterns(prompt: str, pattern: str | None) -> None:
    assert told(prompt, C("cup")).things[0].pattern == pattern
    assert not any(item.name == "word" for item in read(prompt).reads)


@pytest.mark.parametrize(
    ("prompt", "groups", "finishes"),
    [("a glossy red mug and a matte blue mug", (C("cup", color="red"), C("cup", color="blue")), ["glossy", "matte"]),
     ("a matte blue mug and a glossy red mug", (C("cup", color="red"), C("cup", color="blue")), ["glossy", "matte"]),
     ("a glossy mug and a matte mug", (C("cup"), C("cup")), ["glossy", "matte"]),
     ("a glossy mug beside a mug", (C("cup"), C("cup")), ["glossy", None]),
     ("two glossy mugs", (C("cup", count=2),), ["glossy", "glossy"]),
     ("two glossy red mugs and two blue mugs", (C("cup", 2, color="red"), C("cup", 2, color="blue")),
      ["glossy", "glossy", None, None])],
)  # fmt: skip
def test_each_of_a_kind_has_its_own_finish(
    prompt: str, groups: tuple[Group, ...], finishes: list[str | None]
) -> None:
    assert [thing.finish for thing in told(prompt, *groups).things] == finishes


def test_of_two_colours_before_a_pattern_the_second_is_the_patterns() -> None:
    plan = told("a red and white striped mug and a blue bowl", C("cup", color="red"), C("bowl", color="blue"))
    assert [(t.pattern, t.accent) for t in plan.things] == [("striped", "white"), (None, None)]


@pytest.mark.parametrize(
    ("prompt", "group", "material"),
    [("a statue of a dog", C("dog"), "stone"), ("a marble statue of a dog", C("dog", material="marble"), "marble"),
     ("a golden statue of a dog", C("dog", color="yellow"), "metal"), ("a dog", C("dog"), None),
     ("a jade elephant", C("elephant", color="green"), "jade"), ("a golden cup", C("cup", color="yellow"), "metal")],
)  # fmt: skip
def test_statues_and_stuffs(prompt: str, group: Group, material: str | None) -> None:
    assert told(prompt, group).things[0].material == material


@pytest.mark.parametrize(
    ("prompt", "scheme", "hour"),
    [("a cup at 7 am", None, 7.0), ("a cup at 7:30 pm", None, 19.5), ("a cup in rembrandt lighting", "rembrandt", None),
     ("a cup by candlelight", "candle", None), ("a neon lit cup", "neon", None), ("a cup, rim light", "rim", None),
     ("a cup in window light with dusty shafts", "window", None), ("a cup in daylight", None, None),
     ("a cup in split warm and cool light", "warm and cool", None)],
)  # fmt: skip
def test_lights(prompt: str, scheme: str | None, hour: float | None) -> None:
    light = told(prompt, C("cup")).light
    assert (light.scheme, light.hour) == (scheme, hour)


def test_what_is_refused_is_not_drawn() -> None:
    assert told("a mug without stripes", C("cup")).things[0].pattern is None


@pytest.mark.parametrize(
    ("prompt", "finish"),
    [("a matte mug", "matte"), ("a mug with a matte finish", "matte"), ("a glossy mug", "glossy"),
     ("a polished mug", "glossy"), ("a mug with a satin finish", "satin"), ("a frosted mug", "frosted"),
     ("a weathered mug", "worn"), ("a mug", None)],
)  # fmt: skip
def test_finishes(prompt: str, finish: str | None) -> None:
    assert told(prompt, C("cup")).things[0].finish == finish
