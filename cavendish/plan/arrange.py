"""Where things stand on the ground: rows like a photographer's, in which the plan's relations hold.

Everything here is in the camera's ground frame: u to the picture's right, v towards the camera.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cavendish.plan.attaching import Attached, attachments, reach, root
from cavendish.plan.chance import between, draw, either
from cavendish.plan.ordering import ordered
from cavendish.plan.schema import Plan
from cavendish.plan.stacks import upward

_ROWS = {
    3.0: (0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3),
    1.4: (0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4),
    0.7: (0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5),
    0.3: (0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7),
    0.0: (0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10),
}
"""Rows for so many things, by the least ratio of width to height."""


@dataclass
class Block:
    """A column of things with one foot on the ground: half width and depth, height, and where it stands."""

    id: str
    half: float
    deep: float
    height: float
    u: float = 0.0
    v: float = 0.0


@dataclass(frozen=True)
class Arrangement:
    """Where every block stands (u, v), its half width and depth, the rows, and whether the camera must look down."""

    spots: dict[str, tuple[float, float]]
    rooms: dict[str, tuple[float, float]]
    rows: int
    steep: bool


def arrange(plan: Plan, sizes: dict[str, tuple[float, float, float]], seed: int) -> Arrangement:
    """Spots for all that stands on the ground; `sizes` is each thing's (width, height, depth) on screen.

    Blocks never overlap; left and right, in front and behind are true in the picture; what is above something
    it cannot stand on is behind it, far enough to be seen above it when the camera looks down (`steep`).
    """
    found = attachments(plan)
    carriers = {name: link.to for name, link in found.items()}
    roots = {thing.id: root(thing.id, found) for thing in plan.things}
    blocks = _blocks(plan, sizes, found)
    high = [(roots[a], roots[b]) for a, b in _unmet(plan, carriers)]
    depth = [(roots[e[0]], roots[e[1]]) for r in plan.relations if (e := ordered(r, "z")) is not None] + [
        (upper, under) for upper, under in high
    ]
    across = [(roots[e[0]], roots[e[1]]) for r in plan.relations if (e := ordered(r, "x")) is not None]
    beside = [(roots[r.subject], roots[r.object]) for r in plan.relations if r.predicate == "beside"]
    rows = _rows(plan, blocks, _distinct(depth), _distinct(across), _distinct(beside), seed)
    _pack(rows, _distinct(across), _distinct(beside), seed)
    _step_back(rows, _distinct(high), seed)
    _slide(rows, _distinct(depth), _distinct(high), _distinct(across), seed)
    _settle_sides(blocks, _distinct(across))
    spots = {name: (b.u, b.v) for name, b in blocks.items()}
    rooms = {name: (b.half, b.deep) for name, b in blocks.items()}
    return Arrangement(spots, rooms, len(rows), bool(high))


def _blocks(
    plan: Plan, sizes: dict[str, tuple[float, float, float]], found: dict[str, Attached]
) -> dict[str, Block]:
    """Every thing on the ground, with the room that all takes up whose place follows from its own."""
    blocks = {n: Block(n, w / 2, d / 2, h) for n, (w, h, d) in sizes.items() if n not in found}
    things = {thing.id: thing for thing in plan.things}
    for name, link in found.items():
        w, h, d = sizes[name]
        block = blocks[root(name, found)]
        block.half, block.deep = max(block.half, w / 2), max(block.deep, d / 2)
        if link.how in ("on", "worn", "over"):
            block.height += h
        if link.how == "against":
            block.deep += h * 0.26 + d
        if link.how == "around":
            far = reach([things[n] for n, other in found.items() if other == link], things[link.to])
            block.half, block.deep = max(block.half, far), max(block.deep, far)
    return blocks


def _unmet(plan: Plan, carriers: dict[str, str]) -> Iterable[tuple[str, str]]:
    """Pairs (upper, lower) said to be above, on or under, where it is not so that one is over the other."""
    for relation in plan.relations:
        upper, under, word = upward(relation)
        if word in ("on", "above") and carriers.get(upper) != under:
            yield upper, under
        if word == "under" and carriers.get(upper) != under:
            yield under, upper


def _distinct(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]


def _rows(
    plan: Plan,
    blocks: dict[str, Block],
    depth: list[tuple[str, str]],
    across: list[tuple[str, str]],
    beside: list[tuple[str, str]],
    seed: int,
) -> list[list[Block]]:
    """Blocks in rows, the back row first; side by side things share a row."""
    groups = _components(list(blocks), across + beside)
    if any(a in group and b in group for a, b in depth for group in groups):
        groups = [[name] for name in blocks]
    level = _levels(groups, depth)
    if depth:
        rows: list[list[Block]] = [[] for _ in range(max(level) + 1)]
        for group, which in zip(groups, level, strict=True):
            rows[which] += [blocks[name] for name in group]
    else:
        wide, high = (float(number) for number in plan.canvas.aspect.split(":"))
        want = next(rows for least, rows in _ROWS.items() if wide / high >= least)[len(blocks)]
        groups.sort(key=lambda g: -max(blocks[n].height for n in g) + between(0, 0.3, seed, g[0], "row"))
        rows = [[] for _ in range(max(want, 1))]
        each = math.ceil(len(blocks) / max(want, 1))
        at = 0
        for group in groups:
            if rows[at] and len(rows[at]) + len(group) > each and at + 1 < len(rows):
                at += 1
            rows[at] += [blocks[name] for name in group]
    return [_in_order(row, across, beside, seed) for row in rows if row]


def _components(names: list[str], pairs: list[tuple[str, str]]) -> list[list[str]]:
    owner = {name: name for name in names}
    for a, b in pairs:
        old, new = owner[b], owner[a]
        owner = {name: new if root == old else root for name, root in owner.items()}
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(owner[name], []).append(name)
    return list(groups.values())


def _levels(groups: list[list[str]], depth: list[tuple[str, str]]) -> list[int]:
    """The row of each group, 0 furthest back: every (behind, before) pair holds."""
    where = {name: i for i, group in enumerate(groups) for name in group}
    edges = {(where[a], where[b]) for a, b in depth if where[a] != where[b]}
    level = [0] * len(groups)
    for _ in range(len(groups)):
        for a, b in edges:
            level[b] = max(level[b], level[a] + 1)
    most = max(level, default=0)
    named = {i for edge in edges for i in edge}
    return [min(value, most) if i in named else most for i, value in enumerate(level)]


def _in_order(
    row: list[Block], across: list[tuple[str, str]], beside: list[tuple[str, str]], seed: int
) -> list[Block]:
    """The row left to right: said order first, what is beside another next to it, the rest by each thing's own draw."""
    left = sorted(row, key=lambda b: draw(seed, b.id, "order"))
    out: list[Block] = []
    while left:
        names = {b.id for b in left}
        free = [b for b in left if not any(y == b.id and x in names and x != y for x, y in across)]
        near = [b for b in free if out and ((b.id, out[-1].id) in beside or (out[-1].id, b.id) in beside)]
        held = {x if x != b.id else y for b in left if b not in free for x, y in beside if b.id in (x, y)}
        pick = (near or [b for b in free if b.id not in held] or free or left)[0]
        out.append(pick)
        left.remove(pick)
    return out


def _pack(
    rows: list[list[Block]], across: list[tuple[str, str]], beside: list[tuple[str, str]], seed: int
) -> None:
    """Rows stand one behind the other, each packed left to right about the middle."""
    near = 0.0
    related = {name for pair in across + beside for name in pair}
    for index, row in enumerate(reversed(rows)):
        at = 0.0
        for i, block in enumerate(row):
            if i:
                mean = (row[i - 1].half + block.half) / 2
                gap = max(mean * between(0.06, 0.30, seed, block.id, "gap"), 0.05)
                at += row[i - 1].half + gap + block.half
            block.u = at
        middle = (row[0].u - row[0].half + row[-1].u + row[-1].half) / 2
        for i, block in enumerate(row):
            block.u -= middle
            block.v = _stagger(row, i, block.id in related, seed)
        shift = near - max(b.v + b.deep for b in row)
        for block in row:
            block.v += shift
        near = min(b.v - b.deep for b in row) - (0.22 + 0.06 * index)


def _stagger(row: Sequence[Block], i: int, level: bool, seed: int) -> float:
    """How far towards the camera a block stands from the row's line: shallow arcs, never a ruler's edge."""
    if len(row) == 1 or level:
        return between(-0.03, 0.03, seed, row[i].id, "depth")
    scale = 0.5 * sum(b.deep for b in row) / len(row)
    smaller = row[i].height < max(b.height for b in row) * 0.999
    if len(row) == 2:
        lead = smaller or (row[0].height == row[1].height and row[i].id == min(row[0].id, row[1].id))
        return scale * between(0.35, 0.8, seed, row[i].id, "depth") if lead else 0.0
    arc = abs(i - (len(row) - 1) / 2) / ((len(row) - 1) / 2)
    sign = either(seed, "scene", "arc")
    return scale * (sign * 0.7 * (1 - arc) + between(-0.2, 0.2, seed, row[i].id, "depth"))


def _step_back(rows: list[list[Block]], high: list[tuple[str, str]], seed: int) -> None:
    """Rows that must be seen above another stand so far back that, from 30 degrees up, they clear it."""
    for upper, under in high:
        back = next(i for i, row in enumerate(rows) if any(b.id == upper for b in row))
        u, l = (next(b for row in rows for b in row if b.id == name) for name in (upper, under))
        clear = 1.6 + 0.1 * draw(seed, upper, "rise")
        need = l.v - 0.6 * l.deep - 0.6 * u.deep - clear * l.height + 0.2 * u.height
        if u.v > need:
            shift = u.v - need
            for row in rows[: back + 1]:
                for block in row:
                    block.v -= shift


def _slide(
    rows: list[list[Block]],
    depth: list[tuple[str, str]],
    high: list[tuple[str, str]],
    across: list[tuple[str, str]],
    seed: int,
) -> None:
    """Each row slides sideways so that nothing hides more of what is behind it than it must."""
    for i in range(len(rows) - 2, -1, -1):
        row, before = rows[i], rows[i + 1]
        pairs = [(a, b) for a in row for b in before if (a.id, b.id) in depth]
        above = [(a, b) for a, b in pairs if (a.id, b.id) in high]
        if above:
            shift = sum(b.u - a.u for a, b in above) / len(above)
        elif pairs:
            a, b = pairs[0]
            small = b.height < 0.6 * a.height
            reach = (0.35 if small else 0.62) * (a.half + b.half)
            side = either(seed, a.id, "side")
            if (a.id, b.id) in across or (b.id, a.id) in across:
                side, reach = (-1 if (a.id, b.id) in across else 1), a.half + b.half
            shift = b.u + side * reach - a.u
        else:
            shift = _best_shift(row, [b for r in rows[i + 1 :] for b in r], either(seed, row[0].id, "slide"))
        for block in row:
            block.u += shift


def _best_shift(row: list[Block], before: list[Block], sign: int) -> float:
    """The small sideways shift that leaves the row least hidden by what stands before it."""
    widest = max(b.half for b in row + before)

    def hidden(shift: float) -> float:
        cover = sum(
            max(0.0, min(a.u + shift + a.half, b.u + b.half) - max(a.u + shift - a.half, b.u - b.half))
            * min(1.0, b.height / a.height)
            for a in row
            for b in before
        )
        return cover + 0.22 * abs(shift)

    steps = [sign * widest * k / 6 for k in range(-8, 9)]
    return min(steps, key=_rounded(hidden))


def _rounded(score: Callable[[float], float]) -> Callable[[float], float]:
    return lambda shift: round(score(shift), 6)


def _settle_sides(blocks: dict[str, Block], across: list[tuple[str, str]]) -> None:
    """Things in different rows still stand left and right of each other where that was said."""
    for _ in range(len(blocks)):
        for a, b in across:
            left, right = blocks[a], blocks[b]
            lack = left.u + 0.75 * (left.half + right.half) - right.u
            if lack > 1e-9:
                group = [right] + [
                    c for c in blocks.values() if c is not right and c.u > right.u and c is not left
                ]
                for block in group:
                    block.u += lack
