"""What a planner is, what it answers, and how one is found by name."""

from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Protocol

from cavendish.errors import RequestError, clip, nearest
from cavendish.events import Unknown
from cavendish.plan.schema import Plan

GROUP = "cavendish.planners"


@dataclass(frozen=True)
class Thoughts:
    """An open plan, the words it could not hold with the nearest thing it could, and notes for the user."""

    plan: Plan
    unknown: tuple[Unknown, ...] = ()
    notes: tuple[str, ...] = ()


class Planner(Protocol):
    """Turns words into a plan. It is made without arguments and loads what it needs when it first plans."""

    name: str

    def plan(self, prompt: str, seed: int) -> Thoughts:
        """What the prompt asks for: the same for the same prompt and seed.

        RequestError when the prompt is empty or too long; WeightsError when weights are missing or damaged.
        """
        ...


def names() -> tuple[str, ...]:
    """Every planner that is installed, in alphabetical order."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def check(name: str) -> None:
    """There is a planner of that name; otherwise RequestError offers the nearest. No planner is loaded."""
    known = names()
    if name not in known:
        raise RequestError(
            f"planner: expected {' or '.join(known)}, got {clip(name)}",
            hint=f"--planner {nearest(name, known) or 'native'}",
        )


def find(name: str) -> Planner:
    """The planner of that name, ready to plan; RequestError offers the nearest name when there is none."""
    check(name)
    (point,) = entry_points(group=GROUP, name=name)
    planner: Planner = point.load()()
    return planner
