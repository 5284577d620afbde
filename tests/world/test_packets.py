"""A packet's field is each lane's own: distance and owner are those of a point alone, whatever stands beside it."""

import numpy as np

from cavendish.world import field as plain
from cavendish.world.packets import LANES, field, owners
from cavendish.world.shapes import SHAPES
from cavendish.world.stage import Frame, prim_row

HERE = Frame(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), 1.0, 0.0)


def _rows(kind: str) -> np.ndarray:
    slots = list(SHAPES[kind].slots)
    return np.stack([prim_row(p, HERE, slots.index(p.slot)) for p in SHAPES[kind].prims])


def test_distance_and_owners_agree_with_the_plain_field() -> None:
    rng = np.random.default_rng(4)
    for kind in ("cup", "dog", "bicycle", "donut"):
        prims, rows = SHAPES[kind].prims, _rows(kind)
        low, high = plain.box_around(prims)
        at = rng.uniform(low, high, (LANES, 3))
        x, y, z = np.ascontiguousarray(at.T, np.float32)
        q, d, own, s = np.empty((4, LANES), np.float32)
        kept = np.arange(len(rows), dtype=np.int32)
        off = np.zeros((len(rows), LANES), np.float32)
        field(rows, kept, off, len(rows), x, y, z, q, d)
        owners(rows, kept, off, len(rows), x, y, z, q, own, s)
        assert np.abs(d - plain.distance(prims, at)).max() < 1e-4
        assert np.abs(own - d).max() < 1e-5
        assert set(s.astype(int)) <= set(range(len(SHAPES[kind].slots)))


def test_a_slot_is_that_of_the_primitive_which_is_nearest() -> None:
    rows = _rows("cup")
    alone = np.empty((len(rows), LANES), np.float32)
    rng = np.random.default_rng(5)
    x, y, z = rng.uniform(-0.6, 0.6, (3, LANES)).astype(np.float32)
    q, d, s = np.empty((3, LANES), np.float32)
    unions = [k for k in range(len(rows)) if rows[k, 18] == 0]
    off = np.zeros((len(rows), LANES), np.float32)
    for k in unions:
        field(rows, np.array([k], np.int32), off, 1, x, y, z, q, alone[k])
    owners(rows, np.array(unions, np.int32), off, len(unions), x, y, z, q, d, s)
    nearest = np.array(unions)[alone[unions].argmin(0)]
    clear = np.sort(alone[unions], 0)
    sure = (clear[1] - clear[0] > 1e-3) if len(unions) > 1 else np.ones(LANES, bool)
    assert (s[sure] == rows[nearest, 19][sure]).all()
