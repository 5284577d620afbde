"""One ray a thread meets what sixteen abreast meet: the accelerator's kernels, simulated, against the processor's.

There is no accelerator in the tests: the simulator runs each thread as plain Python, in a process of its own.
"""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from cavendish.errors import PlanError, RequestError
from cavendish.world import device, kernels, occlusion, rays

SCRIPT = """
import json
import numpy as np
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Thing
from cavendish.world import device, kernels, occlusion, rays
from cavendish.world.guides import OPEN_TAPS
from cavendish.world.stage import Window, build
from cavendish.world.surfaces import GROUND, NONE, sample
from cavendish.world.trace import trace_with_guides

plan = Plan(place="studio", things=(Thing(id="a", kind="sports ball"), Thing(id="b", kind="cup", material="metal")))
stage = build(complete(plan, 1), 1)
s = sample(stage, Window.whole(16, 16), 1).surfaces
n = len(s.t)
none = np.full(n, -1, np.int32)
far = np.full(n, 50, np.float32)
toward = np.ascontiguousarray(np.repeat(stage.light.key[:, None], n, 1), np.float32)
start = np.ascontiguousarray(s.point + 0.01 * s.normal.T, np.float32)
point = np.ascontiguousarray(s.point, np.float32)
owner = np.where(s.thing >= 0, s.thing, -1).astype(np.int32)
there = np.flatnonzero(s.thing != NONE)
taps = np.array(OPEN_TAPS, np.float32)
world = stage.prims, stage.solids
apart = {}
t = [m.nearest(*world, s.origin, s.direction, far, none) for m in (device, kernels)]
on = t[1][1] >= 0
apart["things"] = float((t[0][1] != t[1][1]).mean() + (t[0][2] != t[1][2]).mean())
apart["t"] = float(np.abs(t[0][0] - t[1][0]).max())
skipped = [m.nearest(*world, s.origin, s.direction, far, owner)[1] for m in (device, kernels)]
apart["skipped"] = float((skipped[0] != skipped[1]).mean())
normal = [m.normals(*world, point, owner, np.float32(0.0015)) for m in (device, kernels)]
apart["normal"] = float(np.abs(normal[0] - normal[1]).max())
seen = [m.shade_light(stage.prims, stage.blockers, start, toward, far, np.float32(4)) for m in (device, occlusion)]
apart["seen"] = float(np.abs(seen[0] - seen[1]).max())
sky = []
for m in (device, kernels):
    out = np.full(n, 9, np.float32)
    m.openness(*world, s.point, s.normal, s.thing == GROUND, there, taps, out)
    sky.append(out)
apart["sky"] = float(np.abs(sky[0] - sky[1]).max())
apart["hit"], apart["shaded"] = float(on.mean()), float((seen[1] < 0.9).mean())
apart["closed"] = float((sky[1] < 0.9).mean())
window = Window.whole(12, 12)
plain = trace_with_guides(stage, window, 1)
with rays.met_by("cuda"):
    ours = trace_with_guides(stage, window, 1)
apart["picture"] = float(np.abs(ours[0].astype(int) - plain[0]).max())
apart["guides"] = float(np.quantile(np.abs(ours[1] - plain[1]), 0.99))
assert device.missing() == ""
print(json.dumps(apart))
"""


@pytest.mark.slow
def test_a_ray_a_thread_meets_what_packets_meet_and_makes_the_same_picture() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "NUMBA_ENABLE_CUDASIM": "1"}, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    apart = json.loads(ran.stdout.splitlines()[-1])
    assert apart["things"] == apart["skipped"] == 0
    assert apart["t"] < 1e-3
    assert max(apart[name] for name in ("normal", "seen", "sky")) < 5e-3
    assert apart["picture"] <= 2
    assert apart["guides"] < 5e-3
    there_was_something_to_agree_about = min(apart[name] for name in ("hit", "shaded", "closed"))
    assert there_was_something_to_agree_about > 0.05


def test_a_thing_of_too_many_primitives_is_refused() -> None:
    things = np.array([[0, device.MOST + 1, 0, 0, 0, 1, 1, 0]], np.float32)
    way, n = np.zeros((3, 1), np.float32), np.ones(1, np.float32)
    with pytest.raises(PlanError, match="primitives each"):
        device.nearest(np.zeros((200, 24), np.float32), things, way, way, n, np.zeros(1, np.int32))


def test_a_point_of_too_many_taps_is_refused() -> None:
    things, point = np.zeros((0, 8), np.float32), np.zeros((3, 1), np.float32)
    taps, out = np.ones(device.TAPS + 1, np.float32), np.ones(1, np.float32)
    with pytest.raises(PlanError, match="taps"):
        device.openness(
            np.zeros((0, 24), np.float32),
            things,
            point,
            point.T,
            np.zeros(1, bool),
            np.zeros(1, np.int64),
            taps,
            out,
        )


def test_nothing_is_asked_of_an_accelerator_for_nothing() -> None:
    prims, things = np.zeros((0, 24), np.float32), np.zeros((0, 8), np.float32)
    none = np.zeros((3, 0), np.float32)
    t, thing, slot = device.nearest(prims, things, none, none, np.zeros(0, np.float32), np.zeros(0, np.int32))
    assert t.shape == thing.shape == slot.shape == (0,)


def test_every_function_that_rays_ask_for_is_there() -> None:
    assert set(device.ENTRIES) == {"nearest", "normals", "openness", "shade_light"}
    assert all(hasattr(rays, name) and hasattr(device, name) for name in device.ENTRIES)
    assert rays.nearest is not kernels.nearest
    assert occlusion.shade_light is not rays.shade_light


def test_answers_that_differ_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the cores stand for the accelerator."""
    for name, module in (
        ("nearest", kernels),
        ("normals", kernels),
        ("openness", kernels),
        ("shade_light", occlusion),
    ):
        monkeypatch.setattr(device, name, getattr(module, name))
    assert device._agrees()
    for name, wrong in (
        ("nearest", lambda *given: (kernels.nearest(*given)[0] + 0.01, *kernels.nearest(*given)[1:])),
        ("normals", lambda *given: -kernels.normals(*given)),
        ("openness", lambda *_: None),
        ("shade_light", lambda *given: np.ones(given[2].shape[1], np.float32)),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(device, name, wrong)
            assert not device._agrees(), name


def test_an_accelerator_that_is_not_there_is_refused_in_a_sentence() -> None:
    if not device.missing():
        pytest.skip("there is one")
    with pytest.raises(RequestError, match="expected an NVIDIA accelerator, got none"), rays.met_by("cuda"):
        pass
