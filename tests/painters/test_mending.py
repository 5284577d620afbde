"""Letters that a painter got right stay; those it got wrong are painted again, or set, and then are right."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from cavendish.events import Painted, Request
from cavendish.painters.mending import PAINTED, REPAINTED, SET, compared, mended, told
from cavendish.painters.tracer import TracerPainter
from cavendish.plan.layout import complete
from cavendish.plan.lettering import Made
from cavendish.plan.schema import Lettering, Plan, Thing
from cavendish.world.lettering.seen import em_in, window_of
from cavendish.world.stage import Stage, Window, build

F32 = npt.NDArray[np.float32]


@pytest.fixture(scope="module")
def stage() -> Stage:
    things, lines = (Thing(id="sign-1", kind="sign"),), (Lettering(text="Gone fishing", on="sign-1"),)
    return build(complete(Plan(place="studio", things=things, lettering=lines), 42), 42)


@pytest.fixture(scope="module")
def traced(stage: Stage) -> Painted:
    *_, last = TracerPainter().paint(stage, Request(plan=stage.plan, seed=42, size="256", aspect="1:1"))
    assert isinstance(last, Painted)
    return last


def middle(stage: Stage) -> tuple[Window, int, int, int]:
    """The letters' window, its middle, and pixels of an em."""
    window = window_of(stage, stage.letters[0], (256, 256))
    assert window is not None
    em = round(em_in(stage, stage.letters[0], (256, 256)))
    return window, window.y0 + window.h // 2, window.x0 + window.w // 2, em


def erased(stage: Stage, pixels: F32) -> F32:
    _, y, x, em = middle(stage)
    out = pixels.copy()
    out[y - em : y + em, x - em // 2 : x + em // 2] = np.median(
        pixels[y - em : y + em, x - em : x + em], (0, 1)
    )
    return out


def doubled(stage: Stage, pixels: F32) -> F32:
    _, y, x, em = middle(stage)
    out = pixels.copy()
    out[y - em : y + em, x : x + em] = pixels[y - em : y + em, x - 2 * em : x - em]
    return out


def shifted(stage: Stage, pixels: F32) -> F32:
    _, _, _, em = middle(stage)
    step = max(2, em // 6)
    return np.roll(pixels, step, 1)


def gone(stage: Stage, pixels: F32) -> F32:
    window, *_ = middle(stage)
    out = pixels.copy()
    part = out[window.y0 : window.y0 + window.h, window.x0 : window.x0 + window.w]
    part[:] = np.median(part, (0, 1))
    return out


def test_right_letters_stay_as_they_are(stage: Stage, traced: Painted) -> None:
    same, how = mended(stage, traced)
    assert how == (PAINTED,)
    assert same.pixels is traced.pixels


@pytest.mark.parametrize("spoil", [erased, doubled, shifted, gone])
def test_wrong_letters_are_set_where_they_stray(
    stage: Stage, traced: Painted, spoil: Callable[[Stage, F32], F32]
) -> None:
    wrong = replace(traced, pixels=spoil(stage, traced.pixels))
    right, how = mended(stage, wrong)
    assert how == (SET,)
    found = compared(stage, stage.letters[0], right.pixels, right.depth)
    assert found is not None
    assert not found.strays.any()
    window, *_ = middle(stage)
    rows, columns = slice(window.y0, window.y0 + window.h), slice(window.x0, window.x0 + window.w)
    before, after = (np.abs(one.pixels - traced.pixels)[rows, columns].mean() for one in (wrong, right))
    assert after < before
    outside = np.ones((256, 256), bool)
    outside[rows, columns] = False
    assert np.array_equal(right.pixels[outside], wrong.pixels[outside])


@pytest.mark.parametrize(("kind", "made"), [("book", "embossed"), ("cake", None)])
def test_relief_and_plates_are_no_false_alarm_and_what_is_missing_there_is_one(
    kind: str, made: Made | None
) -> None:
    things = (Thing(id="a", kind=kind),)
    lines = (Lettering(text="Atlas", on="a", made=made),)
    shown = build(complete(Plan(place="studio", things=things, lettering=lines), 1), 1)
    *_, right = TracerPainter().paint(shown, Request(plan=shown.plan, seed=1, size="256", aspect="1:1"))
    assert isinstance(right, Painted)
    assert mended(shown, right)[1] == (PAINTED,)
    window, em = (f(shown, shown.letters[0], (256, 256)) for f in (window_of, em_in))
    assert isinstance(window, Window)
    assert isinstance(em, float)
    wrong, side = right.pixels.copy(), round(em)
    y, x = window.y0 + window.h // 2 - side // 2, window.x0 + window.w // 2 - side // 2
    near = right.pixels[y - side // 4 : y + side, x : x + side]
    wrong[y : y + side, x : x + side] = np.median(near, (0, 1))
    found = compared(shown, shown.letters[0], wrong, right.depth)
    assert found is not None
    assert found.strays.mean() > 0.05


def test_a_painter_that_can_is_asked_again_first(stage: Stage, traced: Painted) -> None:
    asked: list[Window] = []

    def again(meant: F32, window: Window) -> F32:
        asked.append(window)
        assert meant.shape == (window.h, window.w, 3)
        return traced.pixels[window.y0 : window.y0 + window.h, window.x0 : window.x0 + window.w]

    wrong = replace(traced, pixels=erased(stage, traced.pixels), again=again)
    right, how = mended(stage, wrong)
    assert asked
    assert how == (REPAINTED,)
    assert right.again is None
    assert mended(stage, replace(wrong, again=lambda meant, _: meant * 0))[1] == (SET,)


def test_strips_make_no_difference(stage: Stage, traced: Painted, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = replace(traced, pixels=doubled(stage, traced.pixels))
    whole, _ = mended(stage, wrong)
    monkeypatch.setattr("cavendish.painters.mending._PART", 2000)
    parts, _ = mended(stage, wrong)
    assert np.allclose(whole.pixels, parts.pixels, atol=1e-6)


def test_letters_too_small_to_be_read_are_left(stage: Stage, traced: Painted) -> None:
    assert compared(stage, stage.letters[0], traced.pixels[::16, ::16], traced.depth[::16, ::16]) is None


def test_it_is_told_in_words(stage: Stage) -> None:
    assert told(stage, (SET,)) == "the letters were read over; on sign-1: set as outlines"
