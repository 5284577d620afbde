"""What a recipe is: stages with their share of the minutes, their dials, and the gates between them."""

from dataclasses import dataclass, field

from cavendish.recipes.pools import CROPS, WHOLE, Supply
from cavendish.train.stages.backbone import BackboneOptions
from cavendish.train.stages.base import BaseOptions
from cavendish.train.stages.own_bits import OwnOptions
from cavendish.train.stages.refiner import RefinerOptions

Options = BaseOptions | BackboneOptions | RefinerOptions | OwnOptions


@dataclass(frozen=True)
class Gate:
    """A held-out figure that the stage should reach; `at_most` turns the bar round."""

    figure: str
    bar: float
    at_most: bool = False

    def passed(self, value: float) -> bool:
        """Whether the value is on the right side of the bar; nan never is."""
        return value <= self.bar if self.at_most else value >= self.bar


@dataclass(frozen=True)
class StageRecipe:
    """One stage: its name, its share of the recipe's minutes, its dials, the samples it waits for, its gates."""

    name: str
    share: float
    options: Options
    gates: tuple[Gate, ...] = ()
    needs: int = 256


@dataclass(frozen=True)
class Recipe:
    """A named, dated, costed run: `minutes` is what it was made for, `cost` says on what."""

    name: str
    date: str
    cost: str
    minutes: float
    stages: tuple[StageRecipe, ...]
    device: str = "cpu"
    average: float = 0.999
    hold: int = 0  # samples kept in the device's memory
    pools: tuple[Supply, ...] = (WHOLE,)
    crops: Supply = CROPS
    fed: bool = False  # samples are made, and renewed, while it trains
    evaluate_minutes: float = 6.0
    compiled: bool = False  # blocks are compiled where that pays
    notes: tuple[str, ...] = field(default_factory=tuple)

    def stage(self, name: str) -> StageRecipe:
        """The stage of that name; KeyError when the recipe has none."""
        return next(stage for stage in self.stages if stage.name == name)
