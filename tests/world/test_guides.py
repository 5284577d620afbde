"""Guides say exactly what the plan knows, at any size and window, and nothing that the seed draws."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from cavendish.world.guides import CHANNELS, RANGES, Crossed, assemble, detailed, gather, guides, key_light
from cavendish.world.stage import Stage, Window, latents, without_things
from cavendish.world.surfaces import LARGE, NONE, sample

Staged = Callable[..., Stage]
AT = {name: i for i, name in enumerate(CHANNELS)}


def test_there_are_thirty_nine_named_channels_in_range(staged: Staged) -> None:
    assert len(CHANNELS) == len(set(CHANNELS)) == len(RANGES) == 41
    out = guides(staged(["cup", "wine glass"], "table", "golden hour"), Window.whole(64, 64))
    assert out.shape == (64, 64, 41)
    low, high = np.array(RANGES).T
    assert (out >= low - 1e-3).all()
    assert (out <= high + 1e-3).all()


@pytest.mark.parametrize("place", ["meadow", "beach"])
def test_the_draw_is_not_in_them(staged: Staged, place: str) -> None:
    stage = staged(["cup"], place, "noon", seed=1)
    again = replace(stage, latents=latents(2), seed=2)
    one, other = (guides(s, Window.whole(48, 48)) for s in (stage, again))
    assert np.array_equal(one, other)


def test_scenery_is_told_as_ground_is_and_not_as_a_thing(staged: Staged) -> None:
    told = guides(staged(["cup"], "street", "noon"), Window.whole(64, 64), samples=1)
    tall = (told[..., AT["height"]] > 0.1) & (told[..., AT["coverage"]] == 0)
    assert tall.mean() > 0.1
    assert (told[..., AT["ground"]][tall] == 1).all()
    assert np.allclose(np.linalg.norm(told[..., 0:3][tall], axis=-1), 1, atol=1e-3)
    assert (told[..., 9:12][tall].max(-1) > 0.05).all()


@pytest.mark.parametrize("place", ["studio", "beach"])
def test_a_window_is_a_part_of_the_whole(staged: Staged, place: str) -> None:
    stage = staged(["cup", "dog"], place, "golden hour")
    whole = guides(stage, Window.whole(96, 96))[32:64, 16:80]
    assert np.abs(whole - guides(stage, Window(32, 16, 32, 64, 96, 96))).max() < 3e-3


def test_backdrop_pixels_hold_only_their_ray(staged: Staged) -> None:
    out = guides(staged(["cup"], "meadow", "noon"), Window.whole(64, 64))
    sky = out[..., AT["inverse_depth"]] == 0
    assert sky.any()
    assert (out[sky][:, :36] == 0).all()
    assert np.abs(out[sky][:, 36:]).min(0).max() < 0.3


def test_rays_are_the_cameras_slopes(staged: Staged) -> None:
    stage = staged(["cup"])
    out = guides(stage, Window.whole(32, 32), samples=1)
    step = 2 * stage.camera[12] / 32
    assert np.allclose(np.diff(out[..., 36], axis=1), step, atol=1e-6)
    assert np.allclose(np.diff(out[..., 37], axis=0), -2 * stage.camera[13] / 32, atol=1e-6)


def test_no_channel_knows_the_lights_color(staged: Staged) -> None:
    one, other = (
        guides(staged(["cup"], "meadow", t, azimuth=40), Window.whole(48, 48)) for t in ("noon", "night")
    )
    geometry = [i for i, name in enumerate(CHANNELS) if not name.endswith("occlusion")]
    assert np.array_equal(one[..., geometry], other[..., geometry])


def test_occlusion_is_there_where_the_key_light_is_blocked(staged: Staged) -> None:
    stage = staged(["teddy bear"], "studio", "golden hour", azimuth=-60)
    out = guides(stage, Window.whole(64, 64))
    ground = out[..., AT["ground"]] > 0.99
    shaded = (out[..., AT["occlusion"]] > 0.05) & ground
    assert 0.005 < shaded.mean() < 0.5
    assert not (guides(without_things(stage), Window.whole(64, 64))[..., AT["occlusion"]] > 0).any()
    alone = guides(stage, Window.whole(64, 64), samples=1)
    seen = sample(stage, Window.whole(64, 64), samples=1)
    assert np.allclose(1 - alone[..., AT["occlusion"]].ravel()[seen.plain], key_light(stage, seen.surfaces))


def test_what_is_mirrored_or_seen_through_glass_is_told_in_its_shade_and_with_its_own_light(
    staged: Staged,
) -> None:
    stage = staged(["wine glass"], "table", "noon", azimuth=60)
    seen = sample(stage, Window.whole(96, 96), samples=1)
    shown = gather(stage, seen.surfaces)
    out = guides(stage, Window.whole(96, 96), samples=1).reshape(-1, len(CHANNELS))[seen.plain[shown.index]]
    assert shown.second is not None
    there = shown.second.thing != NONE
    assert np.allclose(
        out[there, AT["second.occlusion"]], 1 - key_light(stage, shown.second)[there], atol=1e-6
    )
    assert 0.02 < (out[:, AT["second.occlusion"]] > 0.3).mean() < 0.9
    assert not out[~there, AT["second.r"] :][:, [0, 1, 2, -2, -1]].any()
    bright = there & (shown.second.emission.max(1) > 0)
    assert bright.any()  # a window
    light = shown.second.base + 6 * shown.second.emission
    hue = light / np.maximum(light.max(1, keepdims=True), 1e-6)
    told = out[:, AT["second.r"] : AT["second.b"] + 1] ** 2
    assert np.allclose(told[bright] / told[bright].max(1, keepdims=True), hue[bright], atol=1e-4)
    assert np.allclose(
        4 * out[bright, AT["second.emission"]] ** 2, shown.second.emission[bright].max(1), atol=1e-4
    )


def test_what_is_closed_in_is_told_and_nothing_is_where_nothing_stands(staged: Staged) -> None:
    stage = staged(["cup"], "studio", "noon")
    out = guides(stage, Window.whole(96, 96))
    closed, ground = out[..., AT["enclosure"]], out[..., AT["ground"]] > 0.99
    foot = ground & np.roll(out[..., AT["coverage"]] > 0.99, 3, axis=0)
    assert closed[foot].mean() > 4 * closed[ground].mean()
    empty = guides(without_things(stage), Window.whole(96, 96))
    assert empty[..., AT["enclosure"]].max() < 0.02
    again = staged(["cup"], "studio", "night", azimuth=70)
    assert np.array_equal(guides(again, Window.whole(96, 96))[..., AT["enclosure"]], closed)


def test_a_large_picture_is_as_closed_in_between_its_nodes(staged: Staged) -> None:
    stage = staged(["teddy bear", "cup"], "table", "noon")
    side = 1472
    assert side * side >= LARGE
    window = Window(500, 400, 160, 200, side, side)
    found = guides(stage, window)[..., AT["enclosure"]]
    seen = sample(stage, window, samples=4)
    exact = assemble(stage, window, seen, gather(stage, seen.surfaces))[..., AT["enclosure"]]
    assert np.abs(found - exact).max() < 0.2
    assert np.abs(found - exact).mean() < 0.004


@pytest.mark.parametrize("window", [Window.whole(96, 128), Window(37, 21, 60, 70, 512, 640)])
def test_a_crossed_pixels_guides_are_the_mean_of_its_samples(staged: Staged, window: Window) -> None:
    made, crossed = detailed(staged(["wine glass", "teddy bear"], "table", "noon"), window)
    assert len(crossed.at) > 100
    assert len({tuple(at) for at in crossed.at.tolist()}) == len(crossed.at)
    assert np.allclose(crossed.samples.mean(1), made[crossed.at[:, 0], crossed.at[:, 1]], atol=2e-5)
    assert (
        crossed.samples[..., AT["instance"]].std(1).max() > 0.05
    )  # samples of one pixel lie on several things


def test_samples_of_a_large_picture_lie_where_its_window_has_them(staged: Staged) -> None:
    stage, side = staged(["cup"], "table", "noon"), 1504
    window = Window(501, 403, 300, 810, side, side)  # in parts, none of which begins on a node
    made, crossed = detailed(stage, window)
    assert crossed.at.min() >= 0
    assert (crossed.at < (window.h, window.w)).all()
    assert np.allclose(crossed.samples.mean(1), made[crossed.at[:, 0], crossed.at[:, 1]], atol=2e-5)


def test_crossed_pixels_are_cut_and_joined_by_rows() -> None:
    at = np.array([[0, 3], [2, 1], [5, 5]], np.int32)
    every = Crossed(at, np.arange(3 * 4 * 41, dtype=np.float32).reshape(3, 4, 41))
    upper, lower = every.rows(0, 2), every.rows(2, 6)
    assert lower.at.tolist() == [[0, 1], [3, 5]]
    again = Crossed.joined((upper, lower.moved(2, 0)))
    assert np.array_equal(again.at, at)
    assert np.array_equal(again.samples, every.samples)
    assert len(Crossed.joined(()).at) == 0
