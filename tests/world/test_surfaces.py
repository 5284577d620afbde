"""Pixels see what geometry says; windows of a picture are the picture's own pixels."""

from collections.abc import Callable

import numpy as np
import pytest

from cavendish.world.stage import Stage, Window
from cavendish.world.surfaces import GROUND, NONE, cast, sample

Staged = Callable[..., Stage]


def test_hits_lie_on_their_rays_and_normals_are_unit(staged: Staged) -> None:
    s = sample(staged(["cup", "teddy bear"]), Window.whole(64, 64)).surfaces
    met = s.thing != NONE
    assert np.allclose((s.origin + s.direction * s.t)[:, met], s.point[:, met], atol=1e-3)
    assert np.allclose(np.linalg.norm(s.normal[met], axis=1), 1, atol=1e-3)


def test_things_turn_towards_the_camera(staged: Staged) -> None:
    s = sample(staged(["teddy bear"]), Window.whole(64, 64), samples=1).surfaces
    on = s.thing >= 0
    facing = -(s.normal * s.direction.T).sum(1)[on]
    assert (facing > -0.35).mean() > 0.98


def test_ground_in_front_of_a_thing_is_nearer(staged: Staged) -> None:
    seen = sample(staged(["cup"]), Window.whole(64, 64), samples=1)
    depth = seen.gather(seen.surfaces.t[:, None])[..., 0]
    thing = seen.gather((seen.surfaces.thing[:, None] == 0).astype(np.float32))[..., 0] > 0.5
    below = np.flatnonzero(thing.any(0))[0]
    foot = np.flatnonzero(thing[:, below])[-1]
    assert depth[-1, below] < depth[foot, below]


def test_a_pixel_is_the_mean_of_its_samples(staged: Staged) -> None:
    seen = sample(staged(["cup"]), Window.whole(48, 48))
    ones = seen.gather(np.ones((len(seen.surfaces.t), 2), np.float32))
    assert (ones == 1).all()
    assert 0 < len(seen.crossed) < 48 * 48 / 3


@pytest.mark.parametrize("place", ["studio", "meadow"])
def test_a_window_is_a_part_of_the_whole(staged: Staged, place: str) -> None:
    stage = staged(["cup", "dog"], place)
    whole, part = sample(stage, Window.whole(64, 64)), sample(stage, Window(16, 24, 24, 32, 64, 64))
    for name in ("base", "normal", "octave"):
        a = whole.gather(getattr(whole.surfaces, name))[16:40, 24:56]
        b = part.gather(getattr(part.surfaces, name))
        assert np.abs(a - b).max() < 2e-3


def test_a_ray_ignores_the_thing_it_leaves(staged: Staged) -> None:
    stage = staged(["cup"])
    s = sample(stage, Window.whole(48, 48), samples=1).surfaces
    on = np.flatnonzero(s.thing == 0)
    skip = np.zeros(len(on), np.int32)
    behind = cast(stage, s.origin[:, on], s.direction[:, on], skip, 0.01)
    assert set(np.unique(behind.thing)) <= {GROUND, NONE}


def test_octaves_stick_to_surfaces_and_change_with_distance(staged: Staged) -> None:
    s = sample(staged(["cup"]), Window.whole(64, 64), samples=1).surfaces
    noise = s.octave
    assert np.abs(noise).max() <= 1
    assert noise[s.thing != NONE].std() > 0.1
    assert (noise[s.thing == NONE] == 0).all()
