"""Every place for letters is seen: none of a text is lost in a gap, behind a part or round a corner."""

import numpy as np
import pytest

from cavendish.plan.kinds import KINDS, LABELLED
from cavendish.plan.layout import complete
from cavendish.plan.person import POSES, Person
from cavendish.plan.schema import Lettering, Plan, Thing
from cavendish.world.export.meshes import Field
from cavendish.world.lettering.laid import laid
from cavendish.world.shapes import SHAPES
from cavendish.world.shapes.base import LetterSpot
from cavendish.world.shapes.labels import LABELS, PLACARD, labelled, plated, tilted
from cavendish.world.stage import Stage, build

MADE_FOR_IT = ("cup", "bottle", "book", "sign", "poster", "gift box", "jar", "t-shirt")


def staged(kind: str, pose: str | None = None, person: Person | None = None) -> Stage:
    thing = Thing(id="a", kind=kind, pose=pose, person=person, yaw=0.0)
    return build(
        complete(Plan(place="studio", things=(thing,), lettering=(Lettering(text="Tea", on="a"),)), 1), 1
    )


def seen_share(stage: Stage) -> float:
    """How much of the middle of its rectangle a thing shows to whoever stands before it."""
    (line,), frame = stage.letters, stage.frames[0]
    u, v = (a.ravel() for a in np.meshgrid(np.linspace(-0.45, 0.45, 19), np.linspace(-0.42, 0.42, 11)))
    across, out = u * line.width, np.tile(line.normal, (len(u), 1))
    flat = line.center + across[:, None] * line.right
    if line.radius > 0:
        turn = across / line.radius
        out = np.sin(turn)[:, None] * line.right + np.cos(turn)[:, None] * line.normal
        flat = line.center + (out - line.normal) * line.radius
    rect = flat + (v * line.height)[:, None] * line.up
    far = 0.5
    field = Field(stage, 0)
    way, _ = field.hits(((rect + far * out) * frame.scale).astype(np.float32), -out.astype(np.float32))
    met = np.isfinite(way)
    points = rect + (far - np.where(met, way, 0) / frame.scale)[:, None] * out
    facing = field.normals((points * frame.scale).astype(np.float32), 0.003)
    foot = np.full(len(points), 1e-3, np.float32)
    shown = laid(line, points.astype(np.float32), facing, -out.astype(np.float32), foot)
    return float(((shown.distance > -1) & met).mean())


@pytest.mark.parametrize("kind", [*MADE_FOR_IT, *LABELS])
def test_all_of_a_text_is_seen(kind: str) -> None:
    assert seen_share(staged(kind)) > 0.99


def test_a_book_that_lies_shows_all_of_its_title() -> None:
    assert seen_share(staged("book", "lying")) > 0.99


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("top", ["t-shirt", "coat"])
def test_people_show_what_is_on_their_chest(pose: str, top: str) -> None:
    share = seen_share(staged("person", pose, Person.model_validate({"top": top, "weave": "plain"})))
    assert share > 0.95


def test_the_lexicon_knows_what_can_be_labelled() -> None:
    assert set(LABELS) | {"person"} == LABELLED
    assert all(SHAPES[kind].letters is not None and KINDS[kind].labelled for kind in LABELLED)
    assert all(KINDS[kind].letters for kind in MADE_FOR_IT)


def test_a_plate_is_there_for_letters_alone() -> None:
    plain = SHAPES["cake"]
    made = plated(plain, None)
    assert PLACARD not in plain.slots
    assert list(made.slots) == [*plain.slots, PLACARD]
    assert made.prims[:-1] == plain.prims
    assert plated(SHAPES["sign"], None) == SHAPES["sign"]
    posed = plated(staged_person(), "waving")
    assert posed.prims == staged_person().prims


def staged_person():
    from cavendish.world.shapes import figurine

    return figurine.shape(Person.model_validate({"top": "coat"}), None)


def test_a_spot_of_its_own_stays() -> None:
    own = SHAPES["cup"]
    assert next(iter(labelled([own]))) is own


def test_a_spot_turns_as_its_part_does() -> None:
    spot = tilted(LetterSpot((0.0, 0.0, 1.0), 1.0, 1.0), (90.0, 0.0, 0.0), (0.0, 2.0, 0.0))
    assert np.allclose(spot.center, (0, 1, 0), atol=1e-9)
    assert np.allclose(spot.normal, (0, -1, 0), atol=1e-9)
    assert np.allclose(spot.up, (0, 0, 1), atol=1e-9)
