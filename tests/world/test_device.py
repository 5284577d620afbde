"""One ray a thread meets what sixteen abreast meet: the accelerator's kernel, simulated, against the processor's.

There is no accelerator in the tests: the simulator runs each thread as plain Python, in a process of its own.
"""

import os
import subprocess
import sys

import numpy as np
import pytest

from cavendish.errors import PlanError
from cavendish.world import device

SIDE = 12
SCRIPT = f"""
import math
import numpy as np
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Thing
from cavendish.world import device, places
from cavendish.world.kernels import nearest, normals
from cavendish.world.occlusion import shade_light
from cavendish.world.stage import build, directions

stage = build(complete(Plan(place="studio", things=(Thing(id="a", kind="sports ball"),)), 1), 1)
ys, xs = (a.ravel().astype(np.float32) + 0.5 for a in np.mgrid[0:{SIDE}, 0:{SIDE}])
d = directions(stage, ys, xs, ({SIDE}, {SIDE}))
o = np.ascontiguousarray(np.repeat(stage.camera[0:3, None], d.shape[1], 1))
far, ground = places.meet(stage, o, d)
none = np.full(len(far), -1, np.int32)
t, thing, slot = nearest(stage.prims, stage.solids, o, d, far, none)
at = np.ascontiguousarray(o + d * np.where(t < 1e8, t, 0), np.float32)
normal = normals(stage.prims, stage.solids, at, thing, np.float32(0.0015))
normal = np.where(thing >= 0, normal, ground)
start = np.ascontiguousarray(at + 0.01 * normal, np.float32)
toward = np.ascontiguousarray(np.repeat(stage.light.key[:, None], len(far), 1), np.float32)
sharp = np.float32(1 / math.tan(max(stage.light.key_radius, 0.008)))
seen = shade_light(stage.prims, stage.blockers, start, toward, np.full(len(far), 9, np.float32), sharp)
out = device.met(stage.prims, stage.solids, stage.blockers, o, d, far, ground, stage.light.key,
                 stage.light.key_radius)
on = t < 1e8
assert (thing >= 0).sum() > 8 and (out.thing == thing).all() and (out.slot == slot).all()
print(np.abs(out.t - t)[on].max(), np.abs(out.normal - normal)[:, on].max(), np.abs(out.seen - seen)[on].max())
"""


@pytest.mark.slow
def test_a_ray_a_thread_meets_what_packets_meet() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "NUMBA_ENABLE_CUDASIM": "1"}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    t, normal, seen = (float(word) for word in ran.stdout.split())
    assert t < 1e-3
    assert normal < 5e-3
    assert seen < 5e-3


def test_a_thing_of_too_many_primitives_is_refused() -> None:
    things = np.array([[0, device.MOST + 1, 0, 0, 0, 1, 1, 0]], np.float32)
    rays, n = np.zeros((3, 1), np.float32), np.ones(1, np.float32)
    with pytest.raises(PlanError, match="primitives each"):
        device.met(
            np.zeros((200, 24), np.float32), things, things, rays, rays, n, rays, np.ones(3, np.float32), 0.1
        )
