"""The library of things, one file a family; `SHAPES` finds each by its lexicon name."""

from cavendish.world.shapes.animals import ANIMALS
from cavendish.world.shapes.appliances import APPLIANCES
from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.beasts import BEASTS
from cavendish.world.shapes.birds import BIRDS
from cavendish.world.shapes.buildings import BUILDINGS
from cavendish.world.shapes.craft import CRAFT
from cavendish.world.shapes.devices import DEVICES
from cavendish.world.shapes.doings import lively
from cavendish.world.shapes.figures import FIGURES
from cavendish.world.shapes.food import FOOD
from cavendish.world.shapes.furniture import FURNITURE
from cavendish.world.shapes.gear import GEAR
from cavendish.world.shapes.gifts import GIFTS
from cavendish.world.shapes.grazers import GRAZERS
from cavendish.world.shapes.handy import HANDY
from cavendish.world.shapes.kitchen import KITCHEN
from cavendish.world.shapes.labels import labelled
from cavendish.world.shapes.landmarks import LANDMARKS
from cavendish.world.shapes.meals import MEALS
from cavendish.world.shapes.music import MUSIC
from cavendish.world.shapes.nature import NATURE
from cavendish.world.shapes.opened import opened
from cavendish.world.shapes.people import PEOPLE
from cavendish.world.shapes.plants import PLANTS
from cavendish.world.shapes.printed import PRINTED
from cavendish.world.shapes.produce import PRODUCE
from cavendish.world.shapes.riding import RIDING
from cavendish.world.shapes.rooms import ROOMS
from cavendish.world.shapes.small import SMALL
from cavendish.world.shapes.sport import SPORT
from cavendish.world.shapes.street import STREET
from cavendish.world.shapes.travel import TRAVEL
from cavendish.world.shapes.vehicles import VEHICLES
from cavendish.world.shapes.vessels import VESSELS
from cavendish.world.shapes.waters import WATERS
from cavendish.world.shapes.worn import WORN

_FAMILIES = (
    *(VESSELS, PRINTED, FURNITURE, TRAVEL, GIFTS, FOOD, KITCHEN, MEALS, PRODUCE),
    *(ANIMALS, BIRDS, GRAZERS, BEASTS, WATERS, SMALL, PEOPLE, FIGURES),
    *(ROOMS, APPLIANCES, DEVICES, WORN, HANDY, SPORT, GEAR, MUSIC),
    *(VEHICLES, RIDING, STREET, CRAFT, BUILDINGS, LANDMARKS, PLANTS, NATURE),
)

SHAPES: dict[str, Shape] = {
    shape.name: shape for family in _FAMILIES for shape in labelled(lively(opened(family)))
}
