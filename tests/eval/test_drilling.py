"""The detector begins with what the first judge knows, learns from albums, and freezes what it is worth."""

from pathlib import Path

import numpy as np
import pytest
import torch

from cavendish.errors import RequestError
from cavendish.eval import drilling, freezing
from cavendish.eval import judge as judges
from cavendish.eval.crowds import Album, Crowd
from cavendish.eval.detector import load
from cavendish.eval.eyes import OPINIONS, Eyes
from cavendish.eval.judge import Judge
from cavendish.eval.lessons import names
from cavendish.eval.outlines import OutlineNet


def album(folder: Path) -> Album:
    out = Album(folder)
    for i in range(2):
        picture, seen = np.full((224, 224, 3), 90, np.uint8), np.full((224, 224), -1, np.int8)
        picture[60:160, 40:120], seen[60:160, 40:120] = (200, 30, 30), 0
        out.add(i, Crowd(picture, seen, ("cup",), ("red",)))
    return out


def test_its_first_layers_are_the_first_judges() -> None:
    net, first = drilling.fresh(3, 2, 0), judges.load().net
    assert isinstance(first, judges.Net)
    mine, theirs = (dict(each.layers.named_parameters())["3.weight"] for each in (net, first))
    assert torch.equal(mine, theirs)
    assert drilling.fresh(3, 2, 1).up.weight.ne(net.up.weight).any()


def test_it_goes_on_from_what_the_shipped_one_knows_of_its_names() -> None:
    shipped = load()
    few = (*shipped.kinds[3:5], shipped.kinds[0])
    net = drilling.begun(few, shipped.colors, 0)
    x = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        features, rows, boxes = (
            shipped.net(x)[0],
            torch.zeros(1, dtype=torch.long),
            torch.tensor([[1.0, 1, 6, 6]]),
        )
        all_, color, _ = shipped.net.inside(features, rows, boxes)
        some, same, _ = net.eval().inside(net(x)[0], rows, boxes)
    assert torch.allclose(some, all_[:, [3, 4, 0, -1]], atol=1e-6)
    assert torch.allclose(same, color, atol=1e-6)
    other = drilling.begun(("what nobody knows",), shipped.colors, 0)
    assert other.kind.out_features == 2


@pytest.mark.slow
def test_a_detector_is_taught_frozen_and_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, (kinds, colors) = album(tmp_path / "album").folder, names()
    second = Judge(OutlineNet(len(kinds), len(colors)).eval(), kinds, colors, 0.5, {})
    eyes = Eyes(drilling.Detector(drilling.fresh(3, 2, 0), kinds, colors, {}, {}), judges.load(), second)
    monkeypatch.setattr(freezing.judging, "load", lambda: eyes)
    said = list(drilling.teach(tmp_path / "d.safetensors", 1e-4, folder, [folder]))
    assert said[-1].what == "examining"
    detector = load(tmp_path / "d.safetensors")
    assert set(detector.thresholds) == set(OPINIONS)
    assert detector.facts["held_out"] == "2"
    assert all("recall" in detector.facts[name] for name in OPINIONS)


def test_without_scenes_there_is_nothing_to_learn(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="expected scenes, got none"):
        list(drilling.teach(tmp_path / "d.safetensors", 1e-4, tmp_path / "held", [tmp_path / "empty"]))
