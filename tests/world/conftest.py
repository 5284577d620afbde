"""Stages that the world's tests look at."""

from collections.abc import Callable

import pytest

from cavendish.plan.layout import complete
from cavendish.plan.lexicon import Place, Time
from cavendish.plan.schema import Light, Plan, Thing
from cavendish.world.stage import Stage, build

Staged = Callable[..., Stage]


@pytest.fixture(scope="session")
def staged() -> Staged:
    """A stage of some kinds of things at a place and time: `staged(["cup"], place="table")`."""

    def make(
        kinds: list[str],
        place: Place = "studio",
        time: Time = "studio",
        azimuth: float | None = None,
        seed: int = 3,
    ) -> Stage:
        things = tuple(Thing(id=f"{k.replace(' ', '-')}-{i}", kind=k) for i, k in enumerate(kinds))
        plan = Plan(place=place, things=things, light=Light(time=time, azimuth=azimuth))
        return build(complete(plan, 5), seed)

    return make
