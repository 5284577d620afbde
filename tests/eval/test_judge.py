"""The judge looks at boxes of pictures and is loaded strictly."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from cavendish.errors import WeightsError
from cavendish.eval.judge import WEIGHTS, Judge, Net, Verdict, as_input, crop, load, store

KINDS, COLORS = ("cup", "dog", "car"), ("red", "blue")


@pytest.fixture
def judge() -> Judge:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return Judge(Net(3, 2).eval(), KINDS, COLORS, 0.375, {"kind": "0.9"})


@pytest.fixture
def picture() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 255, (96, 128, 3), np.uint8)


def test_a_verdict_is_a_chance_for_every_kind_and_one_colour(judge: Judge, picture: np.ndarray) -> None:
    verdicts = judge.look(picture, [(0.1, 0.1, 0.6, 0.7), (0.0, 0.5, 1.0, 1.0)])
    assert len(verdicts) == 2
    for verdict in verdicts:
        assert set(verdict.kinds) == set(KINDS)
        assert 0 < sum(verdict.kinds.values()) < 1
        assert verdict.color in COLORS
    assert judge.look(picture, []) == []


def test_boxes_do_not_influence_each_other(judge: Judge, picture: np.ndarray) -> None:
    first, second = (0.1, 0.1, 0.6, 0.7), (0.0, 0.5, 1.0, 1.0)
    both, alone = judge.look(picture, [first, second]), judge.look(picture, [second])
    for kind in KINDS:
        assert both[1].kinds[kind] == pytest.approx(alone[0].kinds[kind], abs=1e-5)


def test_the_likeliest_kind_may_be_nothing() -> None:
    assert Verdict({"cup": 0.5, "dog": 0.1}, "red").kind == "cup"
    assert Verdict({"cup": 0.3, "dog": 0.1}, "red").kind is None


def test_a_crop_is_the_square_around_its_box() -> None:
    picture = np.zeros((100, 100, 3), np.uint8)
    picture[40:60, 30:70] = 255
    seen = crop(picture, (0.3, 0.4, 0.7, 0.6))
    assert seen.shape == (64, 64, 3)
    inside = seen[..., 0] > 127
    # The box's longer side is 1/1.2 of the crop's, its shorter one half of that.
    assert inside.any(0).sum() == pytest.approx(64 / 1.2, abs=2)
    assert inside.any(1).sum() == pytest.approx(32 / 1.2, abs=2)


def test_beyond_the_picture_its_border_goes_on() -> None:
    picture = np.zeros((50, 50, 3), np.uint8)
    picture[:, :25] = 200
    seen = crop(picture, (0.0, 0.0, 0.3, 1.0))
    assert (seen[:, 0] == 200).all()


def test_crops_of_bytes_are_centred() -> None:
    both = as_input(torch.tensor([0, 255], dtype=torch.uint8).reshape(1, 1, 2, 1).expand(1, 1, 2, 3))
    assert both.shape == (1, 3, 1, 2)
    assert both.flatten().unique().tolist() == [-1.0, 1.0]


def test_what_is_stored_is_what_is_loaded(judge: Judge, tmp_path: Path, picture: np.ndarray) -> None:
    store(tmp_path / "judge.safetensors", judge)
    again = load(tmp_path / "judge.safetensors")
    assert (again.kinds, again.colors, again.threshold, again.facts) == (KINDS, COLORS, 0.375, judge.facts)
    box = [(0.1, 0.1, 0.6, 0.7)]
    assert again.look(picture, box)[0].kinds["cup"] == pytest.approx(
        judge.look(picture, box)[0].kinds["cup"], abs=0.02
    )


def test_weights_that_are_missing_damaged_or_foreign_are_refused(judge: Judge, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no such file"):
        load(tmp_path / "absent.safetensors")
    (tmp_path / "text.safetensors").write_text("no weights")
    with pytest.raises(WeightsError, match="expected the judge's weights, got a damaged or foreign file"):
        load(tmp_path / "text.safetensors")
    store(tmp_path / "whole.safetensors", judge)
    tensors = load_file(tmp_path / "whole.safetensors")
    about = {"format": "cavendish-judge-1", "kinds": '["a"]', "colors": '["b"]', "threshold": "0.5"}
    save_file(tensors, tmp_path / "shape.safetensors", about)
    with pytest.raises(WeightsError, match="names or shapes"):
        load(tmp_path / "shape.safetensors")
    about = {
        "format": "cavendish-judge-1",
        "kinds": '["a", "b", "c"]',
        "colors": '["b", "c"]',
        "threshold": "0.5",
    }
    spoilt = {**tensors, "kind.bias": tensors["kind.bias"] * float("nan")}
    save_file(spoilt, tmp_path / "nan.safetensors", about)
    with pytest.raises(WeightsError, match="finite"):
        load(tmp_path / "nan.safetensors")
    save_file(tensors, tmp_path / "format.safetensors", {**about, "format": "other"})
    with pytest.raises(WeightsError, match="other"):
        load(tmp_path / "format.safetensors")


def test_the_shipped_judge_is_small_and_knows_the_worlds_colours() -> None:
    if not WEIGHTS.exists():
        pytest.skip("no judge has been trained yet")
    from cavendish.plan.lexicon import COLORS as ALL

    assert WEIGHTS.stat().st_size <= 2 * 2**20
    judge = load()
    assert judge.colors == tuple(ALL)
    assert 0.1 <= judge.threshold <= 0.9
