"""Every kind of thing the world can build, one file a family; `KINDS` finds each by its name."""

from cavendish.plan.kinds.base import Kind, plural
from cavendish.plan.kinds.founding import FOUNDING

__all__ = ["KINDS", "Kind", "plural"]

KINDS: dict[str, Kind] = {kind.name: kind for family in (FOUNDING,) for kind in family}
