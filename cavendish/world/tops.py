"""Stuffs that worktops, cloths and floors are made of when a plan names them, drawn by noise as grounds are."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from cavendish.world.grounds import Ground, octave

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]
Drawing = Callable[[F32, F32, F32, F32, F32], Ground]

_CHECK, _BAR, _DOT = 0.46, 0.30, 0.42
"""Stage units from one check, bar or dot of a cloth to the next but one."""


def granite(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Polished, of dark and light grains."""
    zero = np.zeros_like(x)
    grain = octave(x * 38, zero, z * 38, 401, foot * 38) + 0.6 * octave(x * 15, zero, z * 15, 402, foot * 15)
    fleck = np.clip(octave(x * 61, zero, z * 61, 403, foot * 61) - 0.45, 0, 1)
    color = base * np.clip(1 + 0.42 * grain, 0.35, 1.8)[:, None] + 0.5 * fleck[:, None]
    return _made(color, 0.24, flat, 0.35)


def stone(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Honed, with clouds and a split grain."""
    zero = np.zeros_like(x)
    cloud = octave(x * 0.9, zero, z * 1.3, 411, foot) + 0.5 * octave(x * 3.1, zero, z * 4.4, 412, foot * 4.4)
    grit = octave(x * 44, zero, z * 44, 413, foot * 44)
    normal = flat.copy()
    normal[:, 0] += 0.05 * grit
    normal[:, 2] += 0.05 * cloud
    return _made(base * (1 + 0.13 * cloud + 0.10 * grit)[:, None], 0.62, normal)


def steel(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Brushed along x: long scratches, soft mirrors."""
    zero = np.zeros_like(x)
    line = octave(x * 0.8, zero, z * 90, 421, foot * 90) + 0.5 * octave(x * 2.0, zero, z * 33, 422, foot * 33)
    normal = flat.copy()
    normal[:, 2] += 0.03 * line
    return _made(base * (1 + 0.07 * line)[:, None], 0.30, normal, 0.75)


def gloss(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Glass or lacquer: all of one colour, a mirror."""
    del x, z, foot
    return _made(base, 0.06, flat, 0.95)


def plain(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Paint, paper or laminate: smooth and dull, with hardly a tooth."""
    zero = np.zeros_like(x)
    tooth = octave(x * 55, zero, z * 55, 431, foot * 55)
    return _made(base * (1 + 0.025 * tooth)[:, None], 0.66, flat)


def brick(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Bricks laid flat in courses, with pale joints."""
    wide, deep = 0.62, 0.24
    row = np.floor(z / deep)
    at = x / wide + 0.5 * (row % 2)
    edge = np.minimum((0.5 - np.abs(at % 1 - 0.5)) * wide, (0.5 - np.abs(z / deep - row - 0.5)) * deep)
    joint = np.clip((edge - 0.012) / (0.012 + foot), 0, 1)[:, None]
    tone = octave(np.floor(at) * 5.3, row * 3.1, row * 0, 441, foot * 0)
    grit = octave(x * 34, row, z * 34, 442, foot * 34)
    color = base * (1 + 0.22 * tone + 0.12 * grit)[:, None] * joint + 0.42 * (1 - joint)
    return _made(color, 0.86, flat)


def cloth(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Woven, lying in shallow folds."""
    zero = np.zeros_like(x)
    weave = octave(x * 70, zero, z * 70, 451, foot * 70)
    fold = octave(x * 0.9 + 0.4 * z, zero, z * 0.7, 452, foot) + 0.4 * octave(
        x * 2.6, zero, z * 1.9, 453, foot * 3
    )
    normal = flat.copy()
    normal[:, 0] += 0.10 * fold + 0.05 * weave
    normal[:, 2] += 0.07 * fold + 0.05 * weave
    return _made(base * (1 + 0.05 * fold + 0.06 * weave)[:, None], 0.90, normal)


def patterned(mask: Callable[[F32, F32, F32], Floats]) -> Drawing:
    """Cloth with a second colour where `mask` of x, z and footprint (n) is 1: white, or red on what is pale."""

    def drawn(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
        share = mask(x, z, foot)[:, None]
        pale = base.mean(1, keepdims=True) > 0.4
        second = np.where(pale, np.array((0.42, 0.05, 0.05)), np.array((0.82, 0.80, 0.75)))
        return cloth(x, z, (base * (1 - share) + second * share).astype(np.float32), foot, flat)

    return drawn


def _checks(x: F32, z: F32, foot: F32) -> Floats:
    """Gingham: half where one band crosses, whole where two do not."""
    return 0.5 * (_band(x, _CHECK, foot) + _band(z, _CHECK, foot))


def _bars(x: F32, z: F32, foot: F32) -> Floats:
    del z
    return _band(x, _BAR, foot)


def _dots(x: F32, z: F32, foot: F32) -> Floats:
    row = np.floor(z / _DOT)
    u, v = (x / _DOT + 0.5 * (row % 2)) % 1 - 0.5, z / _DOT - row - 0.5
    return np.clip((0.21 - np.hypot(u, v)) / (0.02 + foot / _DOT) + 0.5, 0, 1)


def _band(at: F32, wide: float, foot: F32) -> Floats:
    """1 over half of each stretch `wide`, 0 over the other, its edges as soft as the footprint."""
    return np.clip((0.25 - np.abs(at / wide % 1 - 0.5)) / (0.02 + foot / wide) + 0.5, 0, 1)


def _made(color: Floats, rough: float, normal: F32, coat: float = 0.0) -> Ground:
    unit = normal / np.linalg.norm(normal, axis=-1, keepdims=True)
    n = len(color)
    return Ground(np.clip(color, 0.004, 0.92).astype(np.float32), np.full(n, rough, np.float32),
                  unit.astype(np.float32), np.full(n, coat, np.float32))  # fmt: skip


TOPS: dict[str, Drawing] = {
    "granite": granite, "stone": stone, "steel": steel, "gloss": gloss, "plain": plain, "brick": brick,
    "cloth": cloth, "checkered cloth": patterned(_checks), "striped cloth": patterned(_bars),
    "spotted cloth": patterned(_dots), "floral cloth": patterned(_dots), "sparkling cloth": cloth,
}  # fmt: skip
"""Every such stuff by name, as world.grounds.GROUNDS has its own."""
