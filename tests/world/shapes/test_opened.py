"""States for others: whole, upright, as large as the lexicon says, and open where something is to go in."""

import numpy as np
import pytest

from cavendish.plan.kinds import KINDS
from cavendish.plan.kinds.base import DOINGS
from cavendish.plan.schema import Thing
from cavendish.world.field import distance
from cavendish.world.shapes import SHAPES
from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.opened import STATES
from cavendish.world.stage import scale_of
from tests.world.shapes import truth

EVERY = [(kind, state) for kind, states in STATES.items() for state in states]


def shape(kind: str, state: str) -> Shape:
    whole = SHAPES[kind]
    return Shape(kind, whole.poses[state], whole.slots)


def test_the_lexicon_names_the_states_that_shapes_have() -> None:
    own = {"sliced"}  # fruit's, drawn beside it
    found = {kind.name: set(kind.states) - set(DOINGS) - own for kind in KINDS.values()}
    assert {name: states for name, states in found.items() if states} == {
        kind: set(states) for kind, states in STATES.items()
    }


@pytest.mark.parametrize(("kind", "state"), EVERY)
def test_a_state_is_a_whole_thing_on_the_ground(kind: str, state: str) -> None:
    truth.slots_exist(shape(kind, state))
    truth.stands(shape(kind, state))
    truth.is_one_piece(shape(kind, state))


@pytest.mark.parametrize(("kind", "state"), EVERY)
def test_a_state_is_as_large_as_its_kind_says(kind: str, state: str) -> None:
    low, high = truth.measured(SHAPES[kind].poses[state])
    scale = scale_of(Thing(id="a", kind=kind))
    wanted = KINDS[kind].pose_sizes.get(state, KINDS[kind].size)
    assert tuple((high - low) * scale) == pytest.approx(wanted, rel=0.06, abs=0.01)


@pytest.mark.parametrize("kind", [kind for kind, state in EVERY if state == "open"])
def test_what_is_open_has_air_where_it_was_full(kind: str) -> None:
    whole, state = SHAPES[kind].prims, SHAPES[kind].poses["open"]
    low, high = truth.measured(state)
    grid = np.stack(
        np.meshgrid(*(np.linspace(a, b, 24) for a, b in zip(low, high, strict=True))), -1
    ).reshape(-1, 3)
    was, now = distance(whole, grid) < 0, distance(state, grid) < 0
    if kind == "hat":  # stands on its crown
        was = distance(whole, np.stack((grid[:, 0], 0.505 - grid[:, 1], -grid[:, 2]), -1)) < 0
    assert (was & ~now).sum() > 8
