"""Named, dated, costed runs: which stages, for how long, on what; `run` is the only way in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cavendish.errors import TrainError, nearest

if TYPE_CHECKING:
    from cavendish.train.events import Event

RECIPES = ("cpu", "gpu")
STAGES = ("base", "backbone", "refiner", "own")


def run(
    recipe: str,
    minutes: float,
    out: Path,
    pool: Path | Sequence[Path],
    *,
    crops: Path | None = None,
    stages: Sequence[str] = (),
    resume: bool = True,
    weights: Path | None = None,
) -> "Iterator[Event]":
    """Runs a recipe's stages (all, or the named ones) for `minutes` in all, as a generator of events.

    `out` then holds a checkpoint and a contact sheet a stage, and `out/weights` the shipped form of what was trained.
    Frozen parts come from `out/weights`, else from `weights`, where training also starts from when it is given.
    `pool` may be several, of which the first is held out from and the rest have other shapes; `crops` is the
    refiner's. Waits, saying so, until a pool that is being filled holds enough. Closing the
    generator saves. Raises TrainError for an unknown recipe or stage, or when a stage lacks what it stands on.
    """
    if recipe not in RECIPES:
        close = nearest(recipe, RECIPES)
        raise TrainError(f"recipe: expected one of {', '.join(RECIPES)}, got {recipe}", close)
    for stage in stages:
        if stage not in STAGES:
            raise TrainError(
                f"stage: expected one of {', '.join(STAGES)}, got {stage}", nearest(stage, STAGES)
            )
    if not minutes > 0:
        raise TrainError(f"minutes: expected more than 0, got {minutes:g}", "--minutes 80")
    from cavendish.recipes.driver import Folders, drive, load_recipe

    pools = (pool,) if isinstance(pool, Path) else tuple(pool)
    folders = Folders(out, pools, crops, weights)
    return drive(load_recipe(recipe), minutes, folders, tuple(stages), resume)
