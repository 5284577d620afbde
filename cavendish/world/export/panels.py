"""The two views of a drawing with all that is written into them: ids, boxes, camera, light and scale."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.world.export import legend, views
from cavendish.world.export.ink import CAMERA, FAINT, INK, LIGHT, PAPER, SOFT, Rgb, Sheet, fitted, width_of
from cavendish.world.export.labels import Point, Rect, place
from cavendish.world.export.views import Frame
from cavendish.world.stage import Box, Stage

Array = npt.NDArray[np.floating]
Size = tuple[int, int]

_TEXT = 15.0
_TAG = 24.0
_LONGEST = 190.0  # of an id, in pixels
_FAR = 60.0
_BALL = 22
_WHITE: Rgb = (255, 255, 255)


@dataclass(frozen=True)
class _Named:
    """Something to be labelled: its name and colour, the box it fills, and the point that a line leads to."""

    name: str
    color: Rgb
    at: Rect
    point: Point


def above(stage: Stage, size: Size) -> Sheet:
    """The stage from above: grid and scale, what the camera sees, things by their ids, where the light comes from."""
    sheet = Sheet(size[1], size[0])
    frame, near = _frame(stage, size)
    step = _step(frame.scale)
    _grid(sheet, frame, step)
    eye = _field_of_view(sheet, stage, frame, near)
    seen = views.above(stage, frame, size)
    sheet.picture(seen.pixels, 0, 0, seen.drawn)
    named = [_footprint(sheet, stage, k, frame, seen.things) for k in range(len(stage.things))]
    sun = _sun(sheet, stage, [eye, *(item.at for item in named)])
    _camera(sheet, eye, stage.camera[[9, 11]])
    scale = _scale(sheet, step, frame.scale, [eye, sun, *(item.at for item in named)])
    away = float(np.linalg.norm(stage.camera[[0, 2]] - (frame.x, frame.z)))
    named.append(_Named("camera" if near else f"camera, {away:.1f} away", CAMERA, eye, eye.middle))
    named.append(_Named(f"light, {stage.plan.light.elevation or 0:.0f}° high", LIGHT, sun, sun.middle))
    _tags(sheet, named, [scale, eye, sun])
    return sheet


def ahead(stage: Stage, size: Size, seen: Sequence[tuple[Box, float]]) -> Sheet:
    """What the camera sees, each thing's box with its id, and a ball that shows the light; `seen` is of `boxes`."""
    sheet = Sheet(size[1], size[0])
    view = views.ahead(stage, size)
    sheet.picture(view.pixels, 0, 0)
    named: list[_Named] = []
    for k, (thing, (box, share)) in enumerate(zip(stage.plan.things, seen, strict=True)):
        x0, y0, x1, y1 = (edge * size[(axis + 1) % 2] for axis, edge in enumerate(box))
        if x1 > x0:
            at = Rect(max(x0, 1), max(y0, 1), min(x1, size[1] - 1), min(y1, size[0] - 1))
            _bracket(sheet, at, hidden=share < 0.05)
            named.append(_Named(thing.id, legend.color_of(thing), at, _amid(view.things == k) or at.middle))
    ball = _light(sheet, stage, [item.at for item in named])
    _tags(sheet, named, [ball])
    return sheet


def _amid(doubled: npt.NDArray[np.bool_]) -> Point | None:
    """The point of a mask (given at twice its size) that is nearest to its middle; None of an empty one."""
    ys, xs = np.nonzero(doubled)
    if not len(xs):
        return None
    best = int(np.argmin((xs - xs.mean()) ** 2 + (ys - ys.mean()) ** 2))
    return float(xs[best]) / 2, float(ys[best]) / 2


def _tags(sheet: Sheet, named: Sequence[_Named], taken: Sequence[Rect]) -> None:
    """Everything has its name beside it, with a line to it where that is not right beside it."""
    texts = [fitted(legend.short(item.name), _TEXT, _LONGEST) for item in named]
    sizes = [(width_of(text, _TEXT) + 34, _TAG) for text in texts]
    anchors = [item.at for item in named]
    spots = place(anchors, sizes, Rect(6, 6, sheet.width - 6, sheet.height - 6), [*taken, *_small(anchors)])
    for spot, item in zip(spots, named, strict=True):
        if spot.away(item.at) > 7:
            ends = [spot.nearest(item.point), item.point]
            sheet.line(ends, _WHITE, 3.5, 0.8)
            sheet.line(ends, INK, 1.3)
            sheet.disc(item.point, 3.2, INK, _WHITE, 1.0)
    for spot, text, item in zip(spots, texts, named, strict=True):
        sheet.box(spot, INK, _WHITE, 1.2, 6)
        sheet.box(Rect.at(spot.x0 + 7, spot.y0 + 7, (10, 10)), INK, item.color, 0.8, 2.5)
        sheet.written((spot.x0 + 24, spot.y0 + 17.5), text, _TEXT)


def _small(anchors: Sequence[Rect]) -> list[Rect]:
    """Anchors so small that a label over one would hide it."""
    return [at for at in anchors if max(at.size) < 60]


def _frame(stage: Stage, size: Size) -> tuple[Frame, bool]:
    """The part of the ground to show, and whether the camera stands in it: unless things became too small for that."""
    low, high = np.array((-0.8, -0.8)), np.array((0.8, 0.8))
    if len(stage.things):
        at, reach = stage.things[:, [2, 4]], stage.things[:, 5:6]
        low, high = (at - reach).min(0), (at + reach).max(0)
    alone = _fit(low, high, size)
    eye = stage.camera[[0, 2]]
    both = _fit(np.minimum(low, eye), np.maximum(high, eye), size)
    fills = float((high - low).max()) * both.scale / min(size)
    large = fills >= 0.18 + 0.03 * len(stage.things) and (
        len(stage.things) <= 4 or both.scale >= 0.7 * alone.scale
    )
    return (both, True) if large else (alone, False)


def _fit(low: Array, high: Array, size: Size) -> Frame:
    """The frame that shows a rectangle of the ground with room for labels around it."""
    middle, span = (low + high) / 2, high - low
    scale = min((size[1] - 170) / max(float(span[0]), 0.6), (size[0] - 150) / max(float(span[1]), 0.6))
    return Frame(float(middle[0]), float(middle[1]), scale)


def _step(scale: float) -> float:
    """A round number of units that is about a hundred pixels long."""
    return min((0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0), key=lambda unit: abs(math.log(unit * scale / 100)))


def _grid(sheet: Sheet, frame: Frame, step: float) -> None:
    """Lines at round numbers of units, with the numbers along the left and lower edge."""
    size = sheet.height, sheet.width
    for axis in (0, 1):
        middle, reach = (frame.x, frame.z)[axis], size[1 - axis] / 2 / frame.scale
        for k in range(math.ceil((middle - reach) / step), math.floor((middle + reach) / step) + 1):
            x, y = frame.pixel(k * step, k * step, size)
            ends = [(x, 0), (x, sheet.height)] if axis == 0 else [(0, y), (sheet.width, y)]
            sheet.line(ends, FAINT, 1.8 if k == 0 else 0.8)
            told = legend.number(k * step, 1 if step < 1 else 0)
            if axis == 0 and 40 < x < sheet.width - 20:
                sheet.middled((x, sheet.height - 12), told, 12, SOFT)
            elif axis == 1 and 20 < y < sheet.height - 40:
                sheet.middled((16, y), told, 12, SOFT)
    sheet.middled((sheet.width - 10, sheet.height - 12), "x", 14, SOFT)
    sheet.middled((16, sheet.height - 12), "z", 14, SOFT)


def _scale(sheet: Sheet, step: float, scale: float, taken: Sequence[Rect]) -> Rect:
    """A bar that is as long as the grid is wide, in the corner that has room."""
    wide, right, low = step * scale + 12, sheet.width - 14.0, sheet.height - 58.0
    corners = [(right - wide, low), (34.0, low), (right - wide, 14.0), (34.0, 14.0)]
    at = _roomiest([Rect.at(x, y, (wide, 30)) for x, y in corners], taken)
    x0, x1, y = at.x0 + 6, at.x1 - 6, at.y0 + 24
    sheet.line([(x0, y - 5), (x0, y), (x1, y), (x1, y - 5)], INK, 2)
    sheet.middled(((x0 + x1) / 2, y - 12), "1 unit" if step == 1 else f"{step:g} units", 13, INK)
    return at


def _roomiest(spots: Sequence[Rect], taken: Sequence[Rect]) -> Rect:
    """The spot that covers least of what is taken, the first of those alike."""
    return min(spots, key=lambda spot: sum(spot.overlap(other, 6.0) for other in taken))


def _field_of_view(sheet: Sheet, stage: Stage, frame: Frame, near: bool) -> Rect:
    """What of the ground the camera sees is tinted; the box in which the camera is to be drawn."""
    size = sheet.height, sheet.width
    eye = frame.pixel(float(stage.camera[0]), float(stage.camera[2]), size)
    corners = [frame.pixel(float(x), float(z), size) for x, z in _seen_ground(stage)]
    sheet.area(corners, CAMERA, 0.07)
    sheet.line([*corners, corners[0]], CAMERA, 1.2, 0.65)
    where = eye
    if not near:
        inner = Rect(34, 34, size[1] - 34, size[0] - 34)
        where = _toward_edge((size[1] / 2, size[0] / 2), eye, inner)
        sheet.dashes([where, eye], CAMERA, 1.5)
    return Rect(where[0] - 18, where[1] - 18, where[0] + 18, where[1] + 18)


def _seen_ground(stage: Stage) -> Array:
    """Corners (n, 2) of what the camera sees from above: the ground when it looks down on it, else a wedge."""
    right, up, forward = stage.basis.astype(float)
    eye, (tan_x, tan_y) = stage.camera[:3].astype(float), stage.camera[12:14].astype(float)
    rays = [forward + a * tan_x * right + b * tan_y * up for a, b in ((-1, -1), (-1, 1), (1, 1), (1, -1))]
    if all(ray[1] < -0.25 for ray in rays):
        return np.array([(eye + ray * eye[1] / -ray[1])[[0, 2]] for ray in rays])
    sides = [forward + a * tan_x * right for a in (-1, 1)]
    ends = [eye[[0, 2]] + _FAR * ray[[0, 2]] / np.linalg.norm(ray[[0, 2]]) for ray in sides]
    return np.array([eye[[0, 2]], *ends])


def _toward_edge(start: Point, end: Point, inner: Rect) -> Point:
    """The last point within a rectangle on the way from its inside to a point."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    limits = [1.0]
    limits += [((inner.x1 if dx > 0 else inner.x0) - start[0]) / dx] if dx else []
    limits += [((inner.y1 if dy > 0 else inner.y0) - start[1]) / dy] if dy else []
    share = min(limits)
    return start[0] + share * dx, start[1] + share * dy


def _footprint(sheet: Sheet, stage: Stage, index: int, frame: Frame, shown: npt.NDArray[np.int32]) -> _Named:
    """A thing as it is from above, whatever stands over it; what others hide of it has a dotted outline."""
    size, thing = (sheet.height, sheet.width), stage.plan.things[index]
    color = legend.color_of(thing)
    mask = views.footprint(stage, index, frame, size)
    if not mask.any():
        x, y = frame.pixel(float(stage.things[index, 2]), float(stage.things[index, 4]), size)
        return _Named(thing.id, color, Rect(x - 2, y - 2, x + 2, y + 2), (x, y))
    inner = mask.copy()
    inner[1:-1, 1:-1] = mask[1:-1, 1:-1] & mask[:-2, 1:-1] & mask[2:, 1:-1] & mask[1:-1, :-2] & mask[1:-1, 2:]
    rows, columns = np.nonzero(mask & ~inner & (shown[::2, ::2] != index) & (shown[::2, ::2] >= 0))
    dots = (rows + columns) // 4 % 2 == 0
    for y, x in zip(rows[dots], columns[dots], strict=True):
        sheet.box(Rect.at(float(x), float(y), (1.2, 1.2)), None, PAPER)
    ys, xs = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    at = Rect(float(xs[0]), float(ys[0]), float(xs[-1] + 1), float(ys[-1] + 1))
    return _Named(thing.id, color, at, _amid(shown == index) or at.middle)


def _sun(sheet: Sheet, stage: Stage, taken: Sequence[Rect]) -> Rect:
    """A sun at the edge that the key light comes from, with an arrow the way that it shines, where there is room."""
    x, z = float(stage.light.key[0]), float(stage.light.key[2])
    flat = math.hypot(x, z) or 1.0
    dx, dy = x / flat, z / flat
    reach = 50 + 56 * math.hypot(x, z)
    inner = Rect(40, 40, sheet.width - 40, sheet.height - 52)
    spots: list[Rect] = []
    ends: list[tuple[Point, Point]] = []
    for slide in (0.0, 0.15, -0.15, 0.3, -0.3, 0.45, -0.45, 0.6, -0.6, 0.8, -0.8, 1.0, -1.0):
        c, s = math.cos(slide), math.sin(slide)
        way = 4e3 * (dx * c - dy * s), 4e3 * (dx * s + dy * c)
        middle = sheet.width / 2, sheet.height / 2
        at = _toward_edge(middle, (middle[0] + way[0], middle[1] + way[1]), inner)
        tip = at[0] - reach * dx, at[1] - reach * dy
        (x0, x1), (y0, y1) = sorted((at[0], tip[0])), sorted((at[1], tip[1]))
        spots.append(Rect(min(x0, at[0] - 20), min(y0, at[1] - 20), max(x1, at[0] + 20), max(y1, at[1] + 20)))
        ends.append((at, tip))
    found = _roomiest(spots, taken)
    at, tip = ends[spots.index(found)]
    sheet.arrow((at[0] - 24 * dx, at[1] - 24 * dy), tip, LIGHT, 3.5, 14)
    for k in range(8):
        way = math.cos(k * math.pi / 4), math.sin(k * math.pi / 4)
        sheet.line([(at[0] + r * way[0], at[1] + r * way[1]) for r in (14, 20)], LIGHT, 2.2)
    sheet.disc(at, 10, LIGHT)
    return found


def _camera(sheet: Sheet, at: Rect, forward: Array) -> None:
    """A camera that looks the way it looks."""
    (x, y), length = at.middle, float(np.linalg.norm(forward)) or 1.0
    fx, fy = float(forward[0]) / length, float(forward[1]) / length

    def turned(ahead: float, side: float) -> Point:
        return x + fx * ahead - fy * side, y + fy * ahead + fx * side

    sheet.area([turned(2, 0), turned(17, -9), turned(17, 9)], CAMERA)
    sheet.area([turned(-14, -9), turned(6, -9), turned(6, 9), turned(-14, 9)], CAMERA)


def _bracket(sheet: Sheet, at: Rect, *, hidden: bool) -> None:
    """A thing's box: a fine line, and firm corners; broken where the thing is hidden."""
    around = [(at.x0, at.y0), (at.x1, at.y0), (at.x1, at.y1), (at.x0, at.y1), (at.x0, at.y0)]
    if hidden:
        sheet.dashes(around, INK, 1.4, 5)
        return
    sheet.line(around, _WHITE, 2.6, 0.45)
    sheet.line(around, INK, 1.0, 0.55)
    reach = min(12.0, at.size[0] / 3, at.size[1] / 3)
    for x, y in around[:4]:
        dx, dy = math.copysign(reach, at.middle[0] - x), math.copysign(reach, at.middle[1] - y)
        sheet.line([(x + dx, y), (x, y), (x, y + dy)], INK, 2.4)


def _light(sheet: Sheet, stage: Stage, boxes: Sequence[Rect]) -> Rect:
    """A white ball as the key light falls on it, and an arrow along the light, in the corner that has room."""
    side, edge = 112.0, 10.0
    right, low = sheet.width - side - edge, sheet.height - side - edge
    corners = [
        Rect.at(x, y, (side, side)) for x, y in ((right, edge), (edge, edge), (right, low), (edge, low))
    ]
    at = _roomiest(corners, boxes)
    right_, up, forward = stage.basis
    key = np.array((right_ @ stage.light.key, up @ stage.light.key, -(forward @ stage.light.key)))
    sheet.box(at, INK, PAPER, 1.2, 10)
    x, y = at.middle[0], at.middle[1] - 5
    sheet.middled((x, at.y1 - 10), "light", 12, SOFT)
    yy, xx = np.mgrid[-_BALL : _BALL : 4 * _BALL * 1j, -_BALL : _BALL : 4 * _BALL * 1j] / _BALL
    deep = np.sqrt(np.clip(1 - xx**2 - yy**2, 0, None))
    shade = np.clip(xx * key[0] - yy * key[1] + deep * key[2], 0, None) * 0.80 + 0.12
    ball = views.display(np.repeat(shade[..., None], 3, 2) * np.array((1.0, 0.95, 0.86)))
    sheet.picture(ball, x - _BALL, y - _BALL, xx**2 + yy**2 < 1)
    flat = math.hypot(float(key[0]), float(key[1]))
    dx, dy = (float(key[0]) / flat, -float(key[1]) / flat) if flat > 0.05 else (0.0, -1.0)
    near = _BALL * min(flat + 0.1, 1.0) + 1 if key[2] > 0 else _BALL + 1
    sheet.arrow((x + dx * 52, y + dy * 52), (x + dx * near, y + dy * near), LIGHT, 3.5, 13)
    return at
