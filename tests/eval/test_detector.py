"""The detector: boxes are coded and told apart by closed forms, any picture is looked at, weights are read strictly."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from cavendish.errors import RequestError, WeightsError
from cavendish.eval.detector import (
    GREY,
    LEAST,
    WEIGHTS,
    Detector,
    Net,
    Seen,
    Thresholds,
    decoded,
    encoded,
    kept,
    load,
    masked,
    overlap,
    peaks,
    pooled,
    prepared,
    store,
)

KINDS, COLORS = ("cup", "dog", "car"), ("red", "blue")


@pytest.fixture(scope="module")
def detector() -> Detector:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        net = Net(3, 2)
    with torch.no_grad():
        net.maps.weight *= 30  # untrained, it sees things everywhere
    return Detector(net.eval(), KINDS, COLORS, {"detector": Thresholds(0.3, 0.5)}, {"minutes": "1"})


def test_boxes_come_back_from_their_codes_wherever_they_are_seen_from() -> None:
    low = torch.rand(50, 2) * 20
    boxes = torch.cat([low, low + torch.rand(50, 2) * 10 + 0.1], 1)
    cells = torch.randint(0, 24, (50, 2)).float()
    assert torch.allclose(decoded(encoded(boxes, cells), cells), boxes, atol=1e-4)


def test_a_box_around_its_cell_has_a_plain_code() -> None:
    code = encoded(torch.tensor([[3.0, 4.0, 5.0, 6.0]]), torch.tensor([[3.0, 4.0]]))
    assert code.tolist() == [[0.5, 0.5, 0.0, 0.0]]


def test_overlap_is_the_shared_part_of_both() -> None:
    a = torch.tensor([[0.0, 0.0, 2.0, 2.0]])
    b = torch.tensor([[0.0, 0.0, 2.0, 2.0], [1.0, 0.0, 3.0, 2.0], [2.0, 2.0, 3.0, 3.0], [0.5, 0.5, 1.5, 1.5]])
    assert overlap(a, b)[0].tolist() == pytest.approx([1.0, 1 / 3, 0.0, 0.25])
    assert overlap(torch.zeros(1, 4), torch.zeros(1, 4)).item() == 0


def test_of_boxes_that_are_alike_the_surest_is_kept() -> None:
    boxes = torch.tensor([[0.0, 0, 10, 10], [0, 0, 10, 9], [5, 0, 15, 10], [30, 30, 31, 31]])
    scores = torch.tensor([0.5, 0.9, 0.8, 0.1])
    assert kept(boxes, scores, 0.5) == [1, 2, 3]
    assert kept(boxes, scores, 0.95) == [1, 2, 0, 3]
    assert kept(boxes[:0], scores[:0]) == []


def test_only_cells_that_no_neighbour_outdoes_are_things() -> None:
    thing = torch.full((6, 8), LEAST / 2)
    thing[1, 2], thing[1, 3], thing[4, 6] = 0.9, 0.5, 0.7
    boxes, scores = peaks(thing, torch.zeros(4, 6, 8))
    assert scores.tolist() == pytest.approx([0.9, 0.7])
    assert boxes.tolist() == [[1.5, 0.5, 3.5, 2.5], [5.5, 3.5, 7.5, 5.5]]


def test_what_is_pooled_lies_in_its_box_of_its_own_picture() -> None:
    line = torch.arange(12.0)
    features = torch.stack(
        [torch.stack([line.expand(12, 12), line[:, None].expand(12, 12)]), torch.full((2, 12, 12), 9.0)]
    )
    boxes = torch.tensor([[2.0, 4.0, 6.0, 8.0], [0.0, 0.0, 12.0, 12.0], [4.0, 2.0, 8.0, 6.0]])
    out = pooled(features, torch.tensor([0, 1, 0]), boxes)
    assert torch.allclose(out.mean((2, 3)), torch.tensor([[3.5, 5.5], [9.0, 9.0], [5.5, 3.5]]), atol=1e-4)
    assert pooled(features, torch.zeros(0, dtype=torch.long), boxes[:0]).shape == (0, 2, 7, 7)


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (37, 90), (192, 192), (3000, 40)])
def test_a_picture_of_any_shape_is_looked_at(detector: Detector, shape: tuple[int, int]) -> None:
    picture = np.random.default_rng(0).integers(0, 255, (*shape, 3), np.uint8)
    x, _ = prepared(picture)
    assert x.shape[-1] % 16 == 0
    assert x.shape[-2] % 16 == 0
    for one in detector.look(picture):
        assert all(0 <= edge <= 1 for edge in one.box)
        assert set(one.kinds) == set(KINDS)
        assert 0 <= one.score(one.kind) <= one.thing <= 1
        assert one.color in COLORS


def test_an_enormous_picture_costs_no_more_than_a_small_one(detector: Detector) -> None:
    huge = np.broadcast_to(np.uint8(90), (6000, 4000, 3))
    assert prepared(huge)[0].shape == (1, 3, 192, 128)
    assert isinstance(detector.look(np.zeros((256, 256, 3), np.uint8)), list)


@pytest.mark.parametrize("shape", [(0, 5, 3), (5, 5), (5, 5, 4)])
def test_what_is_no_picture_is_refused_in_one_line(detector: Detector, shape: tuple[int, ...]) -> None:
    with pytest.raises(RequestError, match="picture: expected h×w×3 bytes, got"):
        detector.look(np.zeros(shape, np.uint8))


def test_all_but_the_thing_is_grey_for_the_colour_rule() -> None:
    picture = np.full((100, 200, 3), 7, np.uint8)
    mask = np.zeros((14, 14), bool)
    mask[:7] = True
    out = masked(picture, Seen((0.25, 0.2, 0.75, 0.8), 1.0, {"cup": 1.0}, "red", mask))
    assert (out[20:50, 50:150] == 7).all()
    assert (out == GREY).sum() == out.size - 30 * 100 * 3
    assert (masked(picture, Seen((0.5, 0.5, 0.5, 0.5), 1.0, {}, "red", mask)) == GREY).all()


def test_what_is_stored_is_what_is_loaded(detector: Detector, tmp_path: Path) -> None:
    store(tmp_path / "d.safetensors", detector)
    again = load(tmp_path / "d.safetensors")
    assert (again.kinds, again.colors, again.thresholds, again.facts) == (
        KINDS, COLORS, detector.thresholds, detector.facts
    )  # fmt: skip
    x = torch.rand(1, 3, 64, 64)
    with torch.no_grad():
        assert torch.allclose(again.net(x)[1], detector.net(x)[1], atol=0.2)


def test_weights_that_are_missing_damaged_or_foreign_are_refused(detector: Detector, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no such file"):
        load(tmp_path / "absent.safetensors")
    (tmp_path / "text.safetensors").write_text("no weights")
    with pytest.raises(WeightsError, match=r"text.safetensors: expected the detector's weights"):
        load(tmp_path / "text.safetensors")
    store(tmp_path / "whole.safetensors", detector)
    tensors = load_file(tmp_path / "whole.safetensors")
    about = {"format": "cavendish-detector-1", "kinds": '["a", "b", "c"]', "colors": '["a", "b"]',
             "thresholds": '{"detector": {"there": 0.3, "many": 0.5}}'}  # fmt: skip
    for name, spoilt, change, said in (
        ("shape", tensors, {"kinds": '["a"]'}, "names or shapes"),
        ("format", tensors, {"format": "other"}, "other"),
        ("level", tensors, {"thresholds": '{"detector": {"there": 3, "many": 0.5}}'}, "header"),
        ("nan", {**tensors, "kind.bias": tensors["kind.bias"] * float("nan")}, {}, "finite"),
    ):
        save_file(spoilt, tmp_path / f"{name}.safetensors", {**about, **change})
        with pytest.raises(WeightsError, match=said):
            load(tmp_path / f"{name}.safetensors")


def test_the_shipped_detector_is_small_and_its_thresholds_are_those_of_its_file() -> None:
    import json

    from safetensors import safe_open

    from cavendish.eval.eyes import OPINIONS
    from cavendish.plan.lexicon import COLORS as ALL

    assert WEIGHTS.stat().st_size <= 1.2 * 2**20
    assert sum(path.stat().st_size for path in WEIGHTS.parent.iterdir()) <= 4 * 2**20
    detector = load()
    assert detector.colors == tuple(ALL)
    with safe_open(WEIGHTS, framework="pt") as file:
        written = json.loads((file.metadata() or {})["thresholds"])
    assert set(detector.thresholds) == set(OPINIONS) == set(written)
    for name, level in detector.thresholds.items():
        assert (level.there, level.many) == (written[name]["there"], written[name]["many"])
