"""Captions: seeded, wide, true to their plan, and never a scored prompt."""

import pytest

from cavendish.plan.lexicon import COLORS, KINDS, MATERIALS, PLACES, PREDICATES, TIMES
from cavendish.plan.prose import decode
from cavendish.plan.reading import Refs
from cavendish.plan.schema import Plan
from cavendish.plan.vocabulary import END, PLAN, PROMPT
from cavendish.world.captions import caption, fingerprint, held_out, text_pair

MANY = [caption(seed) for seed in range(700)]


def test_a_seed_is_a_caption():
    assert caption(7) == caption(7)
    assert len({prompt for prompt, _ in MANY}) > 600


@pytest.mark.parametrize("prompt", ["a photo of a bench", "A photo of  two clocks", "a photo of a pink car"])
def test_scored_prompts_are_known_by_their_fingerprint(prompt: str):
    assert held_out(prompt)
    assert len(fingerprint(prompt)) == 8


def test_no_caption_is_a_scored_prompt():
    assert not any(held_out(prompt) for prompt, _ in MANY)
    assert any(prompt.startswith("a photo of a") for prompt, _ in MANY)


def said(plans: list[Plan]) -> dict[str, set[object]]:
    things = [thing for plan in plans for thing in plan.things]
    return {
        "kinds": {thing.kind for thing in things},
        "colors": {thing.color for thing in things},
        "materials": {thing.material for thing in things},
        "sizes": {thing.size for thing in things},
        "places": {plan.place for plan in plans},
        "times": {plan.light.time for plan in plans},
        "relations": {relation.predicate for plan in plans for relation in plan.relations},
        "counts": {len(plan.things) for plan in plans},
        "aspects": {plan.canvas.aspect for plan in plans},
    }


def test_captions_cover_what_plans_can_hold():
    found = said([plan for _, plan in MANY])
    assert found["kinds"] == set(KINDS)
    assert found["colors"] == {None, *COLORS}
    assert found["materials"] == {None, *MATERIALS}
    assert found["places"] == {None, *PLACES}
    assert found["times"] == {None, *TIMES}
    assert found["relations"] == set(PREDICATES)
    assert {1, 2, 3, 4, 5, 6} <= found["counts"]
    assert len(found["sizes"]) == 5
    assert len(found["aspects"]) == 3
    assert any(plan.lettering for _, plan in MANY)
    assert any(plan.avoid for _, plan in MANY)


def test_pairs_are_prompts_and_their_plans():
    for seed in range(40):
        prompt, plan = text_pair(seed)
        assert prompt[0] == PROMPT
        assert (plan[0], plan[-1]) == (PLAN, END)
        assert len(prompt) + len(plan) <= 96
        refs = Refs(tuple("abcdef"), tuple(f"w{i}" for i in range(24)))
        assert isinstance(decode(plan, refs), Plan)
