"""Light comes from where the plan says, and the model reads it in the camera's axes."""

import math

import numpy as np
import pytest

from cavendish.plan.lexicon import PLACES
from cavendish.plan.schema import Light
from cavendish.world.light import CLIMATES, LIGHT_NUMBERS, MOODS, RIGS, light_of, vector
from cavendish.world.sites import SITES

FLOOR = np.full(3, 0.4, np.float32)


def camera(elevation: float = 15.0, azimuth: float = 0.0) -> np.ndarray:
    e, a = math.radians(elevation), math.radians(azimuth)
    forward = -np.array((math.cos(e) * math.sin(a), math.sin(e), math.cos(e) * math.cos(a)))
    right = np.cross(forward, (0, 1, 0))
    right /= np.linalg.norm(right)
    return np.stack([right, np.cross(right, forward), forward]).astype(np.float32)


def told(azimuth: float, elevation: float = 30.0, view: float = 0.0) -> np.ndarray:
    basis = camera(azimuth=view)
    light = light_of(Light(time="noon", azimuth=azimuth, elevation=elevation), "meadow", basis, FLOOR, 0.2)
    return vector(light, basis)


def test_azimuth_is_seen_from_the_camera() -> None:
    assert told(90)[0] > 0.8
    assert told(-90)[0] < -0.8
    assert told(0)[2] > 0.7
    assert told(180)[2] < -0.5


@pytest.mark.parametrize("view", [0.0, 40.0, 130.0])
def test_the_camera_turns_and_its_light_turns_with_it(view: float) -> None:
    assert np.allclose(told(35, view=view)[:3], told(35)[:3], atol=1e-5)


def test_left_and_right_mirror() -> None:
    left, right = told(-50), told(50)
    assert np.allclose(left[:3] * (-1, 1, 1), right[:3], atol=1e-5)
    assert np.allclose(left[3:7], right[3:7])


def test_elevation_is_the_angle_over_the_ground() -> None:
    basis = camera()
    light = light_of(Light(time="noon", azimuth=20, elevation=37), "meadow", basis, FLOOR, 0.2)
    assert math.degrees(math.asin(light.key[1])) == pytest.approx(37, abs=1e-3)


def test_the_vector_names_the_nearest_of_four_climates_and_night() -> None:
    basis = camera()
    for place in PLACES:
        numbers = vector(light_of(Light(time="night"), place, basis, FLOOR, 0.2), basis)
        assert numbers.shape == (LIGHT_NUMBERS,)
        assert numbers[27:31].sum() == 1
        assert numbers[27 + CLIMATES.index(SITES[place].climate)] == 1
        assert numbers[31] == 1
    assert all(SITES[place].climate == place for place in CLIMATES)


def test_the_vector_says_where_up_is() -> None:
    basis = camera()
    numbers = vector(light_of(Light(time="noon"), "meadow", basis, FLOOR, 0.2), basis)
    turn = np.stack([basis[0], basis[1], -basis[2]])
    assert np.allclose(turn.T @ numbers[32:35], [0, 1, 0], atol=1e-6)


def test_a_sky_of_its_own_is_told_by_horizon_zenith_and_fog() -> None:
    basis = camera()
    meadow, deep, space = (
        light_of(Light(time="noon"), place, basis, FLOOR, 0.2) for place in ("meadow", "underwater", "space")
    )
    assert deep.fog > 3 * meadow.fog
    assert deep.horizon[2] > 3 * deep.horizon[0]
    assert space.zenith.max() < 0.01
    assert space.fog == 0


def test_dark_things_get_a_longer_exposure_and_soft_light_a_larger_source() -> None:
    basis = camera()
    dark, bright = (light_of(Light(time="noon"), "studio", basis, FLOOR, s) for s in (0.03, 0.8))
    assert dark.exposure > bright.exposure
    soft, hard = (
        light_of(Light(time="noon", quality=q), "studio", basis, FLOOR, 0.2) for q in ("soft", "hard")
    )
    assert soft.key_radius > hard.key_radius


def test_the_key_outshines_the_fill() -> None:
    for mood in MOODS.values():
        assert sum(mood.key) > 2 * sum(mood.sky)


def _lit(**said: object) -> np.ndarray:
    basis = camera()
    light = Light.model_validate({"azimuth": -50, "elevation": 30, "quality": "soft", **said})
    return vector(light_of(light, "meadow", basis, FLOOR, 0.2), basis)


def test_the_clock_runs_smoothly_through_the_named_times() -> None:
    day = np.stack([_lit(hour=h / 10) for h in range(46, 211)])
    assert np.abs(np.diff(day[:, 3:26], axis=0)).max() < 0.35
    assert np.allclose(_lit(hour=12)[:26], _lit(time="noon")[:26], atol=1e-5)
    warm = day[:, 3] / day[:, 5]
    assert warm[143] > 4  # at 18.9 the key is red
    assert warm[74] < 1.5  # at noon it is nearly white


def test_every_way_of_lighting_is_told_by_the_same_numbers() -> None:
    plain = _lit(time="night")
    for scheme, rig in RIGS.items():
        told = _lit(time="night", scheme=scheme)
        assert told.shape == plain.shape
        assert np.isfinite(told).all()
        assert np.allclose(told[:3], plain[:3])  # from where is the plan's to say
        assert rig.key is None or np.allclose(told[3:6], rig.key)
    assert _lit(time="night", scheme="neon")[18] > 2 * _lit(time="night", scheme="neon")[16]
    assert _lit(scheme="rembrandt")[7:10].sum() < 0.5 * _lit()[7:10].sum()
