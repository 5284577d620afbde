"""True detail passes, resampled detail does not."""

import numpy as np
import pytest

from cavendish.eval import detail
from cavendish.eval.scenes import Scene
from cavendish.image import SIZES
from cavendish.painters.tracer import TracerPainter
from tests.eval.found import rows


def test_the_detail_of_the_tracer_is_true_and_that_of_lanczos_is_missed(
    scenes: list[Scene], tiny: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SIZES, "64", 1 / 16)
    sheet: list[tuple[detail.U8, ...]] = []
    found = rows(detail.detail_is_true(TracerPainter(), scenes[:1], "64", tiny, sheet))
    assert found["top octave: energy"].score == pytest.approx(1.0, abs=0.01)
    assert found["top octave: coherence"].score == pytest.approx(1.0, abs=0.01)
    assert found["top octave: over Lanczos from a smaller one"].passed
    assert found["top octave: coherence"].floor < 0.6
    assert any("ground: coherence" in name for name in found)
    period = next(row for name, row in found.items() if name.startswith("period"))
    assert period.passed
    assert period.most == max(detail.PERIOD, period.ceiling or 0.0)
    assert [len(line) for line in sheet] == [3]


def test_enlarging_adds_no_detail_where_there_is_none() -> None:
    flat = np.full((8, 8, 3), 0.5, np.float32)
    assert np.abs(detail.lanczos(flat, 32) - 128 / 255).max() < 1e-6


def test_materials_cover_what_is_seen_of_things(scenes: list[Scene]) -> None:
    parts = detail.by_material(scenes[0], 32)
    assert "ground" in parts
    assert {thing.material for thing in scenes[0].plan.things} & set(parts)
    assert sum(int(where.sum()) for where in parts.values()) <= 32 * 32


def test_the_middle_is_the_middle() -> None:
    picture = np.zeros((10, 20, 3), np.uint8)
    picture[4:6, 9:11] = 255
    assert detail.middle(picture, 2).min() == 255
    assert detail.middle(picture, 50).shape == (10, 20, 3)
