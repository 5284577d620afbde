"""The library of things, one file a family; `SHAPES` finds each by its lexicon name."""

from cavendish.world.shapes.animals import ANIMALS
from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.birds import BIRDS
from cavendish.world.shapes.buildings import BUILDINGS
from cavendish.world.shapes.craft import CRAFT
from cavendish.world.shapes.figures import FIGURES
from cavendish.world.shapes.food import FOOD
from cavendish.world.shapes.furniture import FURNITURE
from cavendish.world.shapes.gifts import GIFTS
from cavendish.world.shapes.people import PEOPLE
from cavendish.world.shapes.plants import PLANTS
from cavendish.world.shapes.printed import PRINTED
from cavendish.world.shapes.travel import TRAVEL
from cavendish.world.shapes.vehicles import VEHICLES
from cavendish.world.shapes.vessels import VESSELS

_FAMILIES = (
    *(VESSELS, PRINTED, FURNITURE, TRAVEL, GIFTS, FOOD),
    *(ANIMALS, BIRDS, PEOPLE, FIGURES, VEHICLES, CRAFT, BUILDINGS, PLANTS),
)

SHAPES: dict[str, Shape] = {shape.name: shape for family in _FAMILIES for shape in family}
