"""The fixed plans stay fixed, and their truths say what they claim."""

from pathlib import Path

import numpy as np
import pytest

from cavendish.eval import scenes as module
from cavendish.eval.scenes import FIRST, Scene, drawn_again, fixed, measure, relit, things_seen, unit
from cavendish.world.light import vector
from cavendish.world.stage import boxes

SIDE = 32


def test_plans_are_the_same_every_time_and_far_from_training(scenes: list[Scene]) -> None:
    assert [scene.plan for scene in fixed(2)] == [scene.plan for scene in scenes]
    assert [scene.seed for scene in scenes] == [FIRST, FIRST + 1]
    assert FIRST > 60_000 + 1_000_003 * 800


def test_changed_pixels_are_where_the_empty_picture_differs(scenes: list[Scene]) -> None:
    truths = scenes[0].truths(SIDE)
    apart = np.abs(truths.traced.astype(int) - truths.empty).max(-1)
    assert np.array_equal(truths.changed, apart > 20)
    assert 0.02 < truths.changed.mean() < 0.9


def test_truths_from_the_cache_are_the_truths(scenes: list[Scene], cache_folder: Path) -> None:
    first = scenes[0].truths(SIDE)
    assert list(cache_folder.rglob("*.npz"))
    for fresh in (scenes[0].truths(SIDE), measure(scenes[0].stage, SIDE)):
        for name in ("traced", "reseeded", "empty", "plain", "changed"):
            assert np.array_equal(getattr(first, name), getattr(fresh, name))


def test_a_damaged_cache_is_made_again(
    scenes: list[Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAVENDISH_CACHE", str(tmp_path))
    wanted = scenes[0].truths(SIDE)
    (file,) = tmp_path.rglob("*.npz")
    file.write_bytes(file.read_bytes()[:100])
    assert np.array_equal(scenes[0].truths(SIDE).traced, wanted.traced)


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(
    scenes: list[Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CAVENDISH_CACHE", str(tmp_path / "file"))
    assert scenes[0].truths(SIDE).traced.shape == (SIDE, SIDE, 3)


def test_another_draw_changes_the_picture_and_not_the_stage(scenes: list[Scene]) -> None:
    stage = scenes[0].stage
    other = drawn_again(stage, 5)
    assert np.array_equal(other.prims, stage.prims)
    assert np.array_equal(other.slots, stage.slots)
    assert not np.array_equal(other.latents, stage.latents)


def test_relit_scenes_differ_in_their_key_light_alone(scenes: list[Scene]) -> None:
    left, right = relit(scenes[0], -65.0), relit(scenes[0], 65.0)
    a, b = (vector(scene.stage.light, scene.stage.basis) for scene in (left, right))
    assert a[0] < 0 < b[0]
    assert np.array_equal(a[3:7], b[3:7])
    assert np.array_equal(left.stage.prims, right.stage.prims)


def test_things_are_seen_where_their_boxes_are(scenes: list[Scene]) -> None:
    seen = things_seen(scenes[0].stage, 64, 64)
    (x0, y0, x1, y1), visible = boxes(scenes[0].stage)[0]
    ys, xs = np.nonzero(seen == 0)
    assert visible > 0.5
    assert (xs.min() / 64, ys.min() / 64) == pytest.approx((x0, y0), abs=0.04)
    assert ((xs.max() + 1) / 64, (ys.max() + 1) / 64) == pytest.approx((x1, y1), abs=0.04)
    assert (seen == -2).any()


def test_the_plain_floor_is_poor_but_no_nonsense(scenes: list[Scene]) -> None:
    truths = scenes[0].truths(SIDE)
    apart = ((unit(truths.plain) - unit(truths.traced))[truths.changed] ** 2).mean()
    assert 0.0005 < apart < 0.15
    assert module.plain(scenes[0].stage, np.zeros((2, 2, 38), np.float32)).dtype == np.uint8
