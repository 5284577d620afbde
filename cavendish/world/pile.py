"""Pile: the short fibres of plush and fur, combed over a surface; compiled once.

Noise smeared along the way that fibres lie makes them, of any width and on any form: line integral convolution (Cabral
and Leedom, 1993). Their tips are paler than the gaps between them, where they stand in their own shade.
"""

import math

import numpy as np
from numba import njit

from cavendish.world.motifs import Vector, fade, noise_at

FIBRES = np.array((52.0, 140.0, 330.0, 760.0))
"""Cycles a stage unit across the fibres: locks, what clings together, fibres, and hairs seen from very near."""
STRENGTH = np.array((0.10, 0.27, 0.44, 0.38))


@njit(cache=True)
def lay(p: Vector, n: Vector, curls: bool) -> Vector:
    """Where fibres lie to on a surface with normal n, unit or nothing: downwards and back, as a hand stroked them.

    Or, in `curls`, every way.
    """
    f, wild = (17.0, 3.2) if curls else (3.3, 0.9)
    x, y, z = p[0] * f, p[1] * f, p[2] * f
    swirl = wild * noise_at(x, y, z, 601)
    back = wild * noise_at(x, y, z, 602) - 0.35
    down = wild * noise_at(x, y, z, 600) if curls else -1.0
    along = swirl * n[0] + down * n[1] + back * n[2]
    a, b, c = swirl - along * n[0], down - along * n[1], back - along * n[2]
    size = math.sqrt(a * a + b * b + c * c) + 1e-3
    return a / size, b / size, c / size


@njit(cache=True)
def pile(p: Vector, n: Vector, foot: float, long: float, curls: bool) -> tuple[float, Vector]:
    """Tone round 1 and tilt of pile at a point with normal n, in the thing's axes.

    `long` is how many of their widths the fibres are long, `foot` a pixel's size in stage units.
    """
    way = lay(p, n, curls)
    tone, tilt = 1.0, 0.0
    steps = int(long / 1.2) + 1
    stride = long / steps
    if curls:
        lump = noise_at(p[0] * 17.0, p[1] * 17.0, p[2] * 17.0, 608) * fade(17.0, foot)
        tone += 0.30 * lump
    for k in range(FIBRES.shape[0]):
        f = FIBRES[k]
        faded = fade(f, foot)
        if faded <= 0.0:
            break
        total = 0.0
        for step in range(steps):
            at = stride * (step + 0.5) - 0.5 * long
            total += noise_at(p[0] * f + way[0] * at, p[1] * f + way[1] * at, p[2] * f + way[2] * at, 603 + k)
        deep = faded * STRENGTH[k] * total * 2.2 / steps
        tone += deep
        tilt += deep
    tilt *= 0.4
    return tone, (tilt * way[0], tilt * way[1], tilt * way[2])
