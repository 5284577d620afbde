"""Does the painter paint light? One plan with the key light left and right, and what changes between."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.eval import measures
from cavendish.eval.painting import picture, to_bytes
from cavendish.eval.scenes import Scene, relit, unit
from cavendish.painters.base import Painter

U8 = npt.NDArray[np.uint8]
AZIMUTHS = (-65.0, 65.0)


@dataclass(frozen=True)
class Relit:
    """Correlation with the tracer's difference picture: the painter's, the tracer's drawn again, plain n·l's.

    `shown` holds the traced and the painted pair.
    """

    seed: int
    score: float
    ceiling: float
    plain: float
    shown: tuple[U8, U8, U8, U8]


def relight(painter: Painter, scene: Scene, size: str, side: int) -> Relit:
    """The scene under both lights, compared on the pixels its things change under either."""
    left, right = (relit(scene, azimuth) for azimuth in AZIMUTHS)
    a, b = left.truths(side), right.truths(side)
    where = a.changed | b.changed
    wanted = unit(b.traced) - unit(a.traced)
    one, other = (picture(painter, each.stage, each.seed, size) for each in (left, right))
    return Relit(
        scene.seed,
        measures.correlation(other - one, wanted, where),
        measures.correlation(unit(b.reseeded) - unit(a.reseeded), wanted, where),
        measures.correlation(unit(b.plain) - unit(a.plain), wanted, where),
        (a.traced, b.traced, to_bytes(one), to_bytes(other)),
    )
