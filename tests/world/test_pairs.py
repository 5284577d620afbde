"""Edits: seeded, of many sorts, only what was asked for differs, and the words are nobody's test."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan
from cavendish.world import pairs
from cavendish.world.captions import held_out

MANY = [pairs.pair(seed) for seed in range(160)]


def test_a_seed_is_an_edit():
    assert pairs.pair(7) == pairs.pair(7)
    assert {made.sort for made in MANY} == set(pairs.SORTS)
    assert len({made.instruction for made in MANY}) > 130


def test_no_instruction_is_a_scored_one():
    assert held_out("Change the background of this photo to snow")
    assert not any(held_out(made.instruction) for made in MANY)


def test_both_plans_are_complete_and_differ():
    for made in MANY[:40]:
        assert made.before != made.after
        assert complete(made.after, 1).things == made.after.things
        Plan.model_validate(made.after.model_dump())


def changed(made: pairs.Pair) -> Counter[str]:
    """How many things differ by each of their fields, and the fields of the plan."""
    after = {thing.id: thing for thing in made.after.things}
    out: Counter[str] = Counter()
    for thing in made.before.things:
        other = after.get(thing.id)
        fields = () if other is None else type(thing).model_fields
        out.update(name for name in fields if getattr(thing, name) != getattr(other, name))
    out["things"] = len(set(after) ^ {thing.id for thing in made.before.things})
    names = ("place", "weather", "light", "camera", "lettering")
    out.update(name for name in names if getattr(made.before, name) != getattr(made.after, name))
    return out


@pytest.mark.parametrize(
    ("sort", "fields"),
    [
        ("color", {"color", "shade"}), ("material", {"material"}), ("remove", {"things", "lettering"}),
        ("add", {"things", "lettering"}), ("move", {"position"}), ("size", {"size"}), ("turn", {"yaw"}),
        ("light", {"light"}), ("weather", {"weather"}), ("place", {"place", "light", "weather"}),
        ("replace", {"kind", "material", "pose", "shade"}), ("text", {"lettering"}),
    ],
)  # fmt: skip
def test_only_what_was_asked_for_differs(sort: str, fields: set[str]):
    for made in (one for one in MANY if one.sort == sort):
        found = {name for name, count in changed(made).items() if count}
        assert found <= fields
        assert sum(changed(made)[name] for name in fields - {"shade", "lettering", "material", "pose"}) <= 3


def test_both_stages_have_one_camera_and_one_draw():
    made = next(one for one in MANY if one.sort == "remove")
    before, after = pairs.staged(made, 3)
    assert np.array_equal(before.camera, after.camera)
    assert np.array_equal(before.latents, after.latents)
    assert len(before.things) == len(after.things) + 1


def test_a_sheet_shows_before_beside_after(tmp_path: Path):
    from PIL import Image

    with Image.open(pairs.sheet(tmp_path / "pairs.png", 1, count=2, side=24)) as image:
        assert image.size == (96, 24)
