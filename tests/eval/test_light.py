"""Light that obeys is told from light that stays, and its direction is read from shading."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from cavendish.eval import light
from cavendish.eval.scenes import Scene
from cavendish.events import Event, Request
from cavendish.finish.grade import to_linear
from cavendish.painters.tracer import TracerPainter
from cavendish.world.stage import Stage
from tests.eval.found import rows
from tests.eval.plainly import Plainly


def ball(azimuth: float) -> tuple[light.F32, light.F32]:
    """A matt ball lit from `azimuth` degrees, and its guides: Lambert and a fill, by hand."""
    y, x = np.mgrid[-1:1:64j, -1:1:64j]
    inside = x * x + y * y < 0.8
    normal = np.stack([x, -y, np.sqrt(np.clip(1 - x * x - y * y, 0, 1))], -1) * inside[..., None]
    seen = np.zeros((64, 64, 38), np.float32)
    seen[..., 0:3], seen[..., 8], seen[..., 9:12] = normal, inside, 0.8
    towards = np.array([np.sin(np.radians(azimuth)), 0.0, np.cos(np.radians(azimuth))])
    linear = 0.64 * (0.2 + 0.7 * np.clip(normal @ towards, 0, None)) * inside
    return np.repeat(linear[..., None] ** (1 / 2.2), 3, 2).astype(np.float32), seen


@pytest.mark.parametrize("pair", [(-65.0, 65.0), (-65.0, 30.0), (-20.0, 70.0)])
def test_the_directions_of_light_are_read_from_a_ball(pair: tuple[float, float]) -> None:
    (left, seen), (right, _) = ball(pair[0]), ball(pair[1])
    assert light.azimuths(left, right, seen) == pytest.approx(pair, abs=6)


def test_glow_haze_and_a_pattern_of_its_own_do_not_turn_light() -> None:
    (left, seen), (right, _) = ball(-65), ball(65)
    checks = 0.3 + 0.7 * ((np.arange(64)[:, None] // 8 + np.arange(64) // 8) % 2)[..., None]
    glow = np.linspace(0, 0.3, 64)[None, :, None]
    seen[..., 9:12] *= np.sqrt(checks)
    left, right = (
        ((to_linear(each) * checks + glow) ** (1 / 2.2)).astype(np.float32) for each in (left, right)
    )
    assert light.azimuths(left, right, seen) == pytest.approx((-65, 65), abs=8)


def test_shadows_hardly_turn_light() -> None:
    (left, seen), (right, _) = ball(-65), ball(65)
    fill = 0.128 ** (1 / 2.2)
    left[:16], right[44:] = np.minimum(left[:16], fill), np.minimum(right[44:], fill)
    assert light.azimuths(left, right, seen) == pytest.approx((-65, 65), abs=12)


def test_light_that_stays_and_darkness_have_no_direction() -> None:
    picture, seen = ball(30)
    assert np.isnan(light.azimuths(picture, picture, seen)).all()
    assert np.isnan(light.azimuths(picture, ball(-30)[0], np.zeros_like(seen))).all()


def test_the_share_that_mirrors_is_beside_the_tracers_and_of_light_that_stays() -> None:
    turned = [
        light.Turned(5.0, 1.0, 130.0),
        light.Turned(30.0, 2.0, 5.0),
        light.Turned(0.0, float("nan"), 0.0),
    ]
    row = light.mirror_row(turned)
    assert (row.score, row.ceiling, row.floor, row.passed) == (0.5, 1.0, 0.5, False)


def test_the_light_of_the_tracer_obeys(scenes: list[Scene], tiny: str) -> None:
    sheet: list[tuple[light.U8, ...]] = []
    found = rows(light.light_obeys(TracerPainter(), scenes[:1], tiny, sheet))
    assert found["relight"].score == pytest.approx(1.0, abs=1e-6)
    mirrored = next(row for name, row in found.items() if name.startswith("mirrored"))
    assert mirrored.score == mirrored.ceiling or np.isnan(mirrored.ceiling)
    assert [len(line) for line in sheet] == [4]


def test_light_that_stays_does_not_obey(scenes: list[Scene], tiny: str) -> None:
    class Still:
        name = "still"

        def paint(self, stage: Stage, request: Request) -> Iterator[Event]:
            return Plainly().paint(replace(stage, light=scenes[0].stage.light), request)

    found = rows(light.light_obeys(Still(), scenes[:1], tiny, []))
    assert found["relight"].passed is False
