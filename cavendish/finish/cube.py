"""A grade as a cube of colours, looked up for every pixel: as exact as eight bits ask, at any size."""

from functools import cache
from typing import no_type_check

import numpy as np
from jaxtyping import Float32
from numba import njit, prange

from cavendish.finish.grade import PLAIN, Grade, graded

Display = Float32[np.ndarray, "h w 3"]
Cube = Float32[np.ndarray, "n n n 3"]

SIDE = 49
"""Colours along each edge of the cube."""


def through(display: Display, grade: Grade) -> Display:
    """Display colours under a grade, by its cube; the empty grade changes nothing."""
    if grade == PLAIN:
        return display
    out = np.empty(display.shape, np.float32)
    _looked_up(display, cube(grade), out)
    return out


@cache
def cube(grade: Grade) -> Cube:
    """The grade of a grid of colours, by red, green and blue."""
    edge = np.linspace(0.0, 1.0, SIDE, dtype=np.float32)
    return graded(np.stack(np.meshgrid(edge, edge, edge, indexing="ij"), -1), grade)


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True)
def _falling(part):
    """The order of three numbers, the largest first."""
    first, second, third = 0, 1, 2
    if part[first] < part[second]:
        first, second = second, first
    if part[second] < part[third]:
        second, third = third, second
    if part[first] < part[second]:
        first, second = second, first
    return first, second, third


@no_type_check
@njit(cache=True, parallel=True)
def _looked_up(display, table, out):
    """Straight lines within six tetrahedra a cell, so that greys come from greys alone."""
    last = table.shape[0] - 1
    for y in prange(display.shape[0]):
        for x in range(display.shape[1]):
            base = np.zeros(3, np.int64)
            part = np.zeros(3, np.float32)
            for k in range(3):
                at = min(max(display[y, x, k], np.float32(0.0)), np.float32(1.0)) * last
                i = min(int(at), last - 1)
                base[k], part[k] = i, at - i
            first, second, third = _falling(part)
            a, b, c = part[first], part[second], part[third]
            r, g, u = base[0], base[1], base[2]
            for k in range(3):
                out[y, x, k] = (1 - a) * table[r, g, u, k]
            base[first] += 1
            r, g, u = base[0], base[1], base[2]
            for k in range(3):
                out[y, x, k] += (a - b) * table[r, g, u, k]
            base[second] += 1
            r, g, u = base[0], base[1], base[2]
            for k in range(3):
                out[y, x, k] += (b - c) * table[r, g, u, k]
            r, g, u = base[0] + (third == 0), base[1] + (third == 1), base[2] + (third == 2)
            for k in range(3):
                out[y, x, k] += c * table[r, g, u, k]
