"""Where one box (x0, y0, x1, y1, y down) lies seen from another, by GenEval's rule (djghosh13/geneval, MIT)."""

import math

Box = tuple[float, float, float, float]
SHRINK = 0.1


def relations(a: Box, b: Box) -> frozenset[str]:
    """Where A lies seen from B: any of left of, right of, above, below.

    The offset of the centres, shrunk per axis by a tenth of both sizes, over the length of the whole offset, must
    exceed a half.
    """
    offset = [(a[i] + a[i + 2] - b[i] - b[i + 2]) / 2 for i in (0, 1)]
    sizes = [abs(a[i + 2] - a[i]) + abs(b[i + 2] - b[i]) for i in (0, 1)]
    shrunk = [math.copysign(max(abs(o) - SHRINK * s, 0.0), o) for o, s in zip(offset, sizes, strict=True)]
    if all(abs(s) < 1e-3 for s in shrunk):
        return frozenset()
    dx, dy = (s / math.hypot(*offset) for s in shrunk)
    said = {"left of": dx < -0.5, "right of": dx > 0.5, "above": dy < -0.5, "below": dy > 0.5}
    return frozenset(name for name, true in said.items() if true)


def gap(a: Box, b: Box) -> float:
    """How far apart two boxes are, along the axis on which they are farther; 0 where they touch or overlap."""
    return max(0.0, *(max(a[i] - b[i + 2], b[i] - a[i + 2]) for i in (0, 1)))
