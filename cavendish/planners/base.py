"""What a planner is, what it answers, and how one is found by name."""

from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any, Protocol

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
    """Turns words into a plan. It loads what it needs when it first plans.

    `--planner yours` makes it without arguments. `--planner yours:ANYTHING` finds the entry point before the first
    colon, which must then be a class with a classmethod `named(argument: str)`: it is given "ANYTHING" and returns
    the planner, or raises RequestError with what was expected. One that cannot do without an argument says so where
    it is made without.
    """

    name: str

    def plan(self, prompt: str, seed: int) -> Thoughts:
        """What the prompt asks for: the same for the same prompt and seed, as far as the planner can promise it.

        RequestError when the prompt is empty or too long; WeightsError when weights are missing or damaged;
        PlannerError when it is asked elsewhere and no plan comes back.
        """
        ...


def names() -> tuple[str, ...]:
    """Every planner that is installed, in alphabetical order, without arguments."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def check(name: str) -> None:
    """There is a planner of that name; otherwise RequestError offers the nearest.

    No planner is loaded but one whose name has an argument, for it alone can tell whether that is right.
    """
    _installed(name)
    if ":" in name:
        find(name)


def find(name: str) -> Planner:
    """The planner of that name, ready to plan.

    RequestError offers the nearest name when there is none, and says what is wrong with an argument.
    """
    known = _installed(name)
    (point,) = entry_points(group=GROUP, name=known)
    made: Any = point.load()
    _, colon, argument = name.partition(":")
    if not colon:
        planner: Planner = made()
        return planner
    if not hasattr(made, "named"):
        raise RequestError(
            f"planner: expected {known}, which takes no argument, got {clip(name)}", hint=f"--planner {known}"
        )
    named: Planner = made.named(argument)
    return named


def _installed(name: str) -> str:
    """The name before the colon, if a planner has it."""
    known, head = names(), name.partition(":")[0]
    if head not in known:
        raise RequestError(
            f"planner: expected {' or '.join(known)}, got {clip(name)}",
            hint=f"--planner {nearest(head, known) or 'native'}",
        )
    return head
