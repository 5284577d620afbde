"""Where the labels of a drawing go: each near what it names, within the frame, none over another."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]

_STEP = 14.0
_TURNS = 24
_GAP = 5.0


@dataclass(frozen=True)
class Rect:
    """An upright rectangle: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def middle(self) -> Point:
        """Its middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    @property
    def size(self) -> Point:
        """Its width and height."""
        return self.x1 - self.x0, self.y1 - self.y0

    def overlap(self, other: "Rect", gap: float = 0.0) -> float:
        """The area that both cover, the other being wider by `gap` all round."""
        wide = min(self.x1, other.x1 + gap) - max(self.x0, other.x0 - gap)
        tall = min(self.y1, other.y1 + gap) - max(self.y0, other.y0 - gap)
        return wide * tall if wide > 0 and tall > 0 else 0.0

    def holds(self, other: "Rect") -> bool:
        """Whether the other lies within it."""
        return self.x0 <= other.x0 and self.y0 <= other.y0 and other.x1 <= self.x1 and other.y1 <= self.y1

    def nearest(self, point: Point) -> Point:
        """Its point that is nearest to the given one."""
        return min(max(point[0], self.x0), self.x1), min(max(point[1], self.y0), self.y1)

    def away(self, other: "Rect") -> float:
        """How far apart the two are; 0 when they touch."""
        dx = max(self.x0 - other.x1, other.x0 - self.x1, 0.0)
        dy = max(self.y0 - other.y1, other.y0 - self.y1, 0.0)
        return math.hypot(dx, dy)

    @classmethod
    def at(cls, x: float, y: float, size: Point) -> "Rect":
        """A rectangle of a size with its top left corner there."""
        return cls(x, y, x + size[0], y + size[1])


def place(
    anchors: Sequence[Rect], sizes: Sequence[Point], frame: Rect, taken: Sequence[Rect] = ()
) -> tuple[Rect, ...]:
    """A label of each size for each anchor: within the frame, off one another and off what is taken.

    A label stands on its anchor's top edge if it can, else where it is near and covers little of other anchors. Where
    the frame has no room left at all, a label is where it does least harm.
    """
    done: dict[int, Rect] = {}
    for i in sorted(range(len(anchors)), key=lambda i: (anchors[i].y1, anchors[i].x0)):
        placed = [*done.values(), *taken]
        others = [other for j, other in enumerate(anchors) if j != i]
        best, least = None, math.inf
        for spot, cost in _spots(anchors[i], sizes[i], frame):
            if cost >= least:
                break
            harm = cost + _harm(spot, placed, others)
            if harm < least:
                best, least = spot, harm
        done[i] = best or Rect.at(frame.x0, frame.y0, sizes[i])
    return tuple(done[i] for i in range(len(anchors)))


def _harm(spot: Rect, placed: list[Rect], others: list[Rect]) -> float:
    """What it costs to cover other labels (dearly) and other anchors."""
    crossed = sum(spot.overlap(other, 3.0) for other in placed)
    covered = sum(spot.overlap(other) for other in others)
    return 1e6 * (crossed > 0) + 1e3 * crossed + 0.06 * covered


def _spots(anchor: Rect, size: Point, frame: Rect) -> Iterator[tuple[Rect, float]]:
    """Places for a label within the frame with what they cost, the cheapest first."""
    wide, tall = size
    x, _ = anchor.middle
    near = [
        Rect.at(x - wide / 2, anchor.y0 - tall - _GAP, size),
        Rect.at(anchor.x0, anchor.y0 - tall - _GAP, size),
        Rect.at(anchor.x1 - wide, anchor.y0 - tall - _GAP, size),
        Rect.at(x - wide / 2, anchor.y1 + _GAP, size),
        Rect.at(anchor.x1 + _GAP, anchor.middle[1] - tall / 2, size),
        Rect.at(anchor.x0 - wide - _GAP, anchor.middle[1] - tall / 2, size),
    ]
    for rank, spot in enumerate(near):
        if frame.holds(spot):
            yield spot, 4.0 * rank
    if anchor.size[0] > wide + 12 and anchor.size[1] > 3 * tall:
        inside = Rect.at(x - wide / 2, max(anchor.y0, frame.y0) + 8, size)
        if frame.holds(inside):
            yield inside, 30.0
    reach = math.hypot(*frame.size)
    for ring in range(1, int(reach / _STEP)):
        for turn in range(_TURNS):
            angle = 2 * math.pi * (turn / _TURNS - 0.25)
            dx, dy = math.cos(angle), math.sin(angle)
            edge_x = x + dx * (anchor.size[0] / 2 + wide / 2) + dx * ring * _STEP
            edge_y = anchor.middle[1] + dy * (anchor.size[1] / 2 + tall / 2) + dy * ring * _STEP
            spot = Rect.at(edge_x - wide / 2, edge_y - tall / 2, size)
            if frame.holds(spot):
                yield spot, 40.0 + 0.8 * ring * _STEP
