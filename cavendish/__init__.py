"""Cavendish thinks, then paints: a prompt becomes a plan, a stage, tokens, and a picture."""

from pathlib import Path
from typing import TYPE_CHECKING

from cavendish.settings import keep_kernels

if TYPE_CHECKING:
    from cavendish.events import Finished, Planned, Recipe
    from cavendish.plan.schema import Plan

keep_kernels()
__version__ = "0.1.0"
__all__ = ["__version__", "generate", "load", "save", "think"]


def generate(  # noqa: PLR0913 -- the fields of a request, by name
    prompt: str,
    *,
    seed: int = 0,
    aspect: str | None = None,
    size: str = "1K",
    painter: str = "native",
    planner: str = "native",
    steps: int | None = None,
    sampler: str | None = None,
    guidance: float | None = None,
    plan: "Plan | None" = None,
) -> "Finished":
    """The finished picture of a prompt (or of a plan), with its recipe; raises `cavendish.errors`.

    `cavendish.pipeline.walk` gives the same picture with everything that happens on the way.
    """
    from cavendish.events import Finished, Request
    from cavendish.pipeline import walk

    request = Request(
        prompt,
        seed,
        aspect,
        size,
        painter,
        planner,
        steps=steps,
        sampler=sampler,
        guidance=guidance,
        plan=plan,
    )
    return next(event for event in walk(request) if isinstance(event, Finished))


def think(prompt: str, *, seed: int = 0, planner: str = "native") -> "Planned":
    """What a picture of the prompt would contain: the complete plan, and where things are seen."""
    from cavendish.events import Planned, Request
    from cavendish.pipeline import think as walk

    return next(event for event in walk(Request(prompt, seed, planner=planner)) if isinstance(event, Planned))


def save(finished: "Finished", path: "Path | str") -> None:
    """The file holds the picture and its recipe, in the format of its ending."""
    from cavendish.image import write

    write(Path(path), finished.pixels, finished.recipe.to_json())


def load(path: "Path | str") -> "Recipe":
    """The recipe inside a picture; `load(path).request()` is what to `walk` to make it again."""
    from cavendish.events import Recipe
    from cavendish.image import read_recipe

    return Recipe.from_json(read_recipe(Path(path)))
