"""The person nobody described: a figurine with every pose, in the plan's colour."""

from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.figurine import shape

PEOPLE: tuple[Shape, ...] = (shape(),)
