"""What our judges see in a picture by itself: boxes found by the detector, each named by three networks.

Every opinion is a list of sights under its name: the detector's own, each judge's on the detector's boxes, and all.
Nothing is taken for a kind that the detector does not know, by anybody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from cavendish.eval import detector as detectors
from cavendish.eval import judge as judges
from cavendish.eval.detector import Detector, Seen, masked
from cavendish.eval.judge import Box, Judge

U8 = npt.NDArray[np.uint8]
TOGETHER, DETECTOR, FIRST, SECOND = "together", "detector", "first judge", "second judge"
OPINIONS = (TOGETHER, DETECTOR, FIRST, SECOND)
_LEAST = 0.01


@dataclass(frozen=True)
class Sight:
    """A box (0..1) with how surely it shows a thing of each kind, and its colour."""

    box: Box
    kinds: Mapping[str, float]
    color: str

    @property
    def kind(self) -> str:
        """The likeliest kind; "" when there is none."""
        return max(self.kinds, key=lambda name: self.kinds[name], default="")

    @property
    def score(self) -> float:
        """How surely it is of its likeliest kind."""
        return self.kinds.get(self.kind, 0.0)


@dataclass(frozen=True)
class Eyes:
    """A detector and two judges of other architectures; the second tells colours by GenEval's rule, all else grey."""

    detector: Detector
    first: Judge
    second: Judge

    def see(self, picture: U8) -> dict[str, list[Sight]]:
        """What each opinion makes of the picture (h, w, 3); RequestError when it is none."""
        found = self.detector.look(picture)
        boxes = [one.box for one in found]
        plain, other = self.first.look(picture, boxes), self.second.look(picture, boxes)
        grey = [self.second.look(masked(picture, one), [one.box])[0].color for one in found]
        out: dict[str, list[Sight]] = {name: [] for name in OPINIONS}
        for one, first, second, color in zip(found, plain, other, grey, strict=True):
            named = tuple(_among(self.detector.kinds, each.kinds) for each in (one, first, second))
            colors = (first.color, color, one.color)
            mean = {kind: sum(each[kind] for each in named) / len(named) for kind in self.detector.kinds}
            for name, kinds, tint in (
                (TOGETHER, mean, _voted(colors)),
                *zip((DETECTOR, FIRST, SECOND), named, (one.color, first.color, color), strict=True),
            ):  # fmt: skip
                out[name].append(_sight(one, kinds, tint))
        return out


@cache
def load() -> Eyes:
    """The shipped detector and judges; WeightsError where a file is missing or not whole."""
    return Eyes(detectors.load(), judges.load(), judges.load(judges.SECOND))


def _among(known: Sequence[str], kinds: Mapping[str, float]) -> dict[str, float]:
    """The chances of the kinds that are `known`, as if there were no others; what may be nothing at all still may."""
    kept = {kind: kinds.get(kind, 0.0) for kind in known}
    scale = sum(kinds.values()) / max(sum(kept.values()), 1e-9)
    return {kind: chance * scale for kind, chance in kept.items()}


def _sight(one: Seen, kinds: Mapping[str, float], color: str) -> Sight:
    scores = {kind: one.thing * chance for kind, chance in kinds.items()}
    return Sight(one.box, {kind: score for kind, score in scores.items() if score > _LEAST}, color)


def _voted(colors: Sequence[str]) -> str:
    """What most say; the first where all differ."""
    return max(colors, key=lambda color: (colors.count(color), -colors.index(color)))
