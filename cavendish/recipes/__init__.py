"""Named, dated, costed runs: which stages, for how long, on what; `run` is the only way in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cavendish.errors import TrainError, nearest

if TYPE_CHECKING:
    from cavendish.train.events import Event

RECIPES = ("cpu", "gpu")
STAGES = ("base", "backbone", "refiner", "own")


def run(  # noqa: PLR0913 -- what a user can say of a run
    recipe: str,
    minutes: float,
    out: Path,
    pool: Path | Sequence[Path],
    *,
    crops: Path | None = None,
    stages: Sequence[str] = (),
    resume: bool = True,
    weights: Path | None = None,
    feed: bool | None = None,
    rays: str = "auto",
) -> "Iterator[Event]":
    """Runs a recipe's stages (all, or the named ones) for `minutes` in all, as a generator of events.

    `out` then holds a checkpoint and a contact sheet a stage, and `out/weights` the shipped form of what was trained.
    Frozen parts come from `out/weights`, else from `weights`, where training also starts from when it is given.
    `pool` may be several, of which the first is held out from and the rest have other shapes; `crops` is the
    refiner's. Waits, saying so, until a pool that is being filled holds enough; with `feed` (unless the recipe says
    otherwise) it is filled, and renewed, while it trains, and `rays` says by whom (see `pools.fill`). Closing the
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
    from cavendish.recipes.driver import Folders, device_of, drive, load_recipe

    made = load_recipe(recipe)
    device_of(made)
    given = (pool,) if isinstance(pool, Path) else tuple(pool)
    if not (made.fed if feed is None else feed):
        return drive(made, minutes, Folders(out, given, crops, weights), tuple(stages), resume)
    from cavendish.recipes.pools import fed

    beside = tuple(given[0].with_name(f"{given[0].name}-{supply.name}") for supply in made.pools[1:])
    crops = crops or given[0].with_name(made.crops.name)
    folders = Folders(out, (given[0], *beside), crops, weights)
    filled = (*zip(folders.pools, made.pools, strict=True), (crops, made.crops))
    return fed(lambda: drive(made, minutes, folders, tuple(stages), resume), filled, rays)
