"""Opinions are those of three networks on the boxes of one, and of all together."""

import numpy as np
import pytest
import torch

from cavendish.eval.detector import Detector, Net
from cavendish.eval.eyes import DETECTOR, FIRST, OPINIONS, SECOND, TOGETHER, Eyes, Sight
from cavendish.eval.judge import Judge
from cavendish.eval.judge import Net as JudgeNet
from cavendish.eval.outlines import OutlineNet

KINDS, COLORS = ("cup", "dog"), ("red", "blue")


@pytest.fixture
def eyes() -> Eyes:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        net = Net(2, 2)
        judges = [Judge(made(2, 2).eval(), KINDS, COLORS, 0.5, {}) for made in (JudgeNet, OutlineNet)]
    with torch.no_grad():
        net.maps.weight *= 30
    return Eyes(Detector(net.eval(), KINDS, COLORS, {}, {}), judges[0], judges[1])


def test_every_opinion_is_of_the_same_boxes_and_together_is_their_mean(eyes: Eyes) -> None:
    seen = eyes.see(np.random.default_rng(0).integers(0, 255, (96, 96, 3), np.uint8))
    assert set(seen) == set(OPINIONS)
    assert len(seen[TOGETHER]) > 0
    for all_, *each in zip(*(seen[name] for name in (TOGETHER, DETECTOR, FIRST, SECOND)), strict=True):
        assert {one.box for one in each} == {all_.box}
        for kind in KINDS:
            mean = sum(one.kinds.get(kind, 0.0) for one in each) / 3
            assert all_.kinds.get(kind, 0.0) == pytest.approx(mean, abs=0.011)
        said = [one.color for one in each]
        assert said.count(all_.color) >= 2


def test_nobody_takes_a_thing_for_what_the_detector_does_not_know(eyes: Eyes) -> None:
    picture = np.random.default_rng(0).integers(0, 255, (96, 96, 3), np.uint8)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        wider = Judge(JudgeNet(3, 2).eval(), ("cup", "fox", "dog"), COLORS, 0.5, {})
    seen = Eyes(eyes.detector, wider, eyes.second).see(picture)
    boxes = [one.box for one in seen[DETECTOR]]
    things = [each.thing for each in eyes.detector.look(picture)]
    for one, thing, raw in zip(seen[FIRST], things, wider.look(picture, boxes), strict=True):
        assert set(one.kinds) <= set(KINDS)
        odds = raw.kinds["dog"] / raw.kinds["cup"]
        assert one.kinds["dog"] / one.kinds["cup"] == pytest.approx(odds, rel=1e-4)
        assert sum(one.kinds.values()) == pytest.approx(sum(raw.kinds.values()) * thing, rel=1e-3)


def test_a_sight_is_of_its_likeliest_kind_or_of_none() -> None:
    one = Sight((0.0, 0.0, 1.0, 1.0), {"cup": 0.2, "dog": 0.7}, "red")
    assert (one.kind, one.score) == ("dog", 0.7)
    none = Sight((0.0, 0.0, 1.0, 1.0), {}, "red")
    assert (none.kind, none.score) == ("", 0.0)
