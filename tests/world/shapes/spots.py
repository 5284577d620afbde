"""What must hold of the places where letters and other things go."""

import numpy as np

from cavendish.world.field import distance, surface
from cavendish.world.shapes.base import Shape


def letters_lie_on_the_surface(shape: Shape) -> None:
    """Where a line of lettering is drawn, over the middle four fifths of it, there is surface under it."""
    spot = shape.letters
    assert spot is not None
    normal, up = np.array(spot.normal), np.array(spot.up)
    right = np.cross(up, normal)
    assert abs(float(normal @ up)) < 1e-9
    size = float(np.ptp(surface(shape.prims), axis=0).max())
    for u in np.linspace(-0.4, 0.4, 9) * spot.width:
        for v in np.linspace(-0.4, 0.4, 5) * spot.height:
            across, back = u, 0.0
            if spot.radius > 0:
                across, back = (
                    spot.radius * np.sin(u / spot.radius),
                    spot.radius * (np.cos(u / spot.radius) - 1),
                )
            at = np.array(spot.center) + across * right + v * up + back * normal
            assert abs(float(distance(shape.prims, at[None])[0])) < 0.015 * size


def top_is_a_surface(shape: Shape) -> None:
    """At the height said to carry others there is surface, and it looks up."""
    assert shape.top is not None
    points = surface(shape.prims)
    size = float(np.ptp(points, axis=0).max())
    near = points[np.abs(points[:, 1] - shape.top) < 0.03 * size]
    assert len(near) > 4
