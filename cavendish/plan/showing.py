"""How much is seen of each thing, by the boxes of all: what of several must not stand behind the others."""

from collections import Counter

import numpy as np

from cavendish.plan.framing import camera_of, project
from cavendish.plan.schema import Plan
from cavendish.plan.stacks import boxes

_CELLS = 16
MOST = 10
"""Of how many of one kind each must be seen: more than that are a crowd."""


def shown(plan: Plan) -> float:
    """The least share of the screen box of any of two to ten things of a kind that is clear of nearer ones; else 1."""
    kinds = Counter(thing.kind for thing in plan.things)
    many = {thing.id for thing in plan.things if 2 <= kinds[thing.kind] <= MOST}
    if not many:
        return 1.0
    pose = camera_of(plan)
    seen = {box.id: project(pose, box.corners()) for box in boxes(plan)}
    return min(_free(seen[name], [seen[other] for other in seen if other != name]) for name in many)


def _free(own: np.ndarray, others: list[np.ndarray]) -> float:
    (x0, y0, _), (x1, y1, _) = own.min(0), own.max(0)
    xs, ys = np.linspace(x0, x1, _CELLS), np.linspace(y0, y1, _CELLS)
    covered = np.zeros((_CELLS, _CELLS), bool)
    depth = float(own[:, 2].mean())
    for other in others:
        if float(other[:, 2].mean()) < depth:
            (a, b, _), (c, d, _) = other.min(0), other.max(0)
            covered |= ((ys > b) & (ys < d))[:, None] & ((xs > a) & (xs < c))[None, :]
    return 1.0 - float(covered.mean())
