"""Every kind of thing the world can build, one file a family; `KINDS` finds each by its name."""

from dataclasses import replace

from cavendish.plan.kinds.appliances import APPLIANCES
from cavendish.plan.kinds.base import Kind, plural
from cavendish.plan.kinds.beasts import BEASTS
from cavendish.plan.kinds.devices import DEVICES
from cavendish.plan.kinds.founding import FOUNDING
from cavendish.plan.kinds.grazers import GRAZERS
from cavendish.plan.kinds.handy import HANDY
from cavendish.plan.kinds.kitchen import KITCHEN
from cavendish.plan.kinds.landmarks import LANDMARKS
from cavendish.plan.kinds.meals import MEALS
from cavendish.plan.kinds.music import MUSIC
from cavendish.plan.kinds.nature import NATURE
from cavendish.plan.kinds.produce import PRODUCE
from cavendish.plan.kinds.rooms import ROOMS
from cavendish.plan.kinds.small import SMALL
from cavendish.plan.kinds.sport import SPORT
from cavendish.plan.kinds.street import STREET
from cavendish.plan.kinds.waters import WATERS
from cavendish.plan.kinds.worn import WORN

__all__ = ["KINDS", "LABELLED", "Kind", "plural"]

_FAMILIES = (
    *(FOUNDING, ROOMS, APPLIANCES, DEVICES, KITCHEN, MEALS, PRODUCE, GRAZERS, BEASTS, WATERS),
    *(SMALL, STREET, SPORT, MUSIC, WORN, HANDY, NATURE, LANDMARKS),
)

LABELLED = frozenset(
    ("backpack", "balloon", "bench", "bus", "cake", "car", "cell phone", "door", "drum", "flag", "hot air balloon",
     "house", "laptop", "painting", "perfume bottle", "person", "refrigerator", "robot", "rocket", "suitcase",
     "surfboard", "trophy", "truck", "tv")
)  # fmt: skip
"""Kinds that carry letters where these are said to be on them, but are not chosen for them."""

KINDS: dict[str, Kind] = {
    kind.name: replace(kind, labels=kind.name in LABELLED) for family in _FAMILIES for kind in family
}
