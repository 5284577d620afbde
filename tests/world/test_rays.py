"""Rays are met by the cores unless a process asks for more, and by them again afterwards."""

import numpy as np
import pytest

from cavendish.world import device, kernels, occlusion, rays
from cavendish.world.packets import LANES

SIGHT = np.zeros((3, LANES), np.float32)
NOTHING = np.zeros((0, 24), np.float32), np.zeros((0, 8), np.float32)


def test_the_cores_meet_them_unless_asked() -> None:
    far, none = np.full(LANES, 3, np.float32), np.full(LANES, -1, np.int32)
    t, thing, _ = rays.nearest(*NOTHING, SIGHT, SIGHT + 1, far, none)
    assert (t == 3).all()
    assert (thing == -1).all()
    assert np.array_equal(
        rays.normals(*NOTHING, SIGHT, none, np.float32(1e-3)),
        kernels.normals(*NOTHING, SIGHT, none, np.float32(1e-3)),
    )
    lit = rays.shade_light(*NOTHING, SIGHT, SIGHT + 1, far, np.float32(4))
    assert np.array_equal(lit, occlusion.shade_light(*NOTHING, SIGHT, SIGHT + 1, far, np.float32(4)))


def test_an_accelerator_is_asked_while_it_is_wanted_and_not_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def counted(*_: object) -> tuple[str]:
        asked.append("nearest")
        return ("met",)

    monkeypatch.setattr(device, "missing", lambda: "")
    monkeypatch.setattr(device, "nearest", counted)
    far, none = np.full(LANES, 3, np.float32), np.full(LANES, -1, np.int32)
    with rays.met_by("cuda"):
        assert rays.nearest(*NOTHING, SIGHT, SIGHT, far, none) == ("met",)
        with rays.met_by("cpu"):
            assert rays.nearest(*NOTHING, SIGHT, SIGHT, far, none)[0].shape == (LANES,)
        rays.nearest(*NOTHING, SIGHT, SIGHT, far, none)
    rays.nearest(*NOTHING, SIGHT, SIGHT, far, none)
    assert asked == ["nearest", "nearest"]


def test_why_there_is_no_accelerator_is_said() -> None:
    assert rays.missing() == device.missing()
