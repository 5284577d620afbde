"""Does the world hold together? Random plans staged: all settle, hold their relations, and nothing floats or sinks."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from cavendish.errors import CavendishError
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.report import Report, Row
from cavendish.plan.held import APART, unbuilt
from cavendish.plan.layout import complete
from cavendish.plan.schema import Thing
from cavendish.plan.stacks import seats
from cavendish.plan.stances import FLYING
from cavendish.world import captions, physics, stream
from cavendish.world.stage import Stage, boxes, build, prims_of, settled, shape_of

FIRST_SEED = 950_000_000
COUNT = 2000
SECONDS = 2.0
"""The most of one core's time that a plan may take to be laid out and staged."""
LOOSE = 0.02
"""Of a thing's size: how far off what carries it, or how deep in another, it may be."""
SEEN = 0.6
"""The least share of each of several things that must be seen."""
SIDE, CELLS = 112, 48
SHOWN = 24


@dataclass
class Staged:
    """One plan tried: where it came from, its seconds, its relations, and what is wrong, by respect.

    `unfit` relations cannot be, as of a house in a cup, and the plan says so; `unheld` ones could, and are not.
    """

    seed: int
    source: str
    seconds: float = 0.0
    relations: int = 0
    unheld: int = 0
    unfit: int = 0
    counted: int = 0
    hidden: int = 0
    wrong: dict[str, str] = field(default_factory=dict[str, str])


def run(limit: int | None = None, first: int = FIRST_SEED) -> Iterator[Event]:
    """Stages up to `limit` random plans, half of the stream's and half of captions; ends with Found."""
    began = time.monotonic()
    build(stream.scene(first), first)  # what is compiled and read once is no plan's own time
    tried: list[Staged] = []
    for i in range(limit or COUNT):
        yield Measuring("stages", i, limit or COUNT)
        tried.append(one(first + i, "captions" if i % 2 else "stream"))
    yield Found(_report(tried, time.monotonic() - began))


def one(seed: int, source: str) -> Staged:
    """A random plan of the stream, or of captions, staged and looked at."""
    out = Staged(seed, source)
    began = time.process_time()
    try:
        plan = stream.scene(seed) if source == "stream" else complete(captions.caption(seed)[1], seed)
        stage = build(plan, seed)
    except CavendishError as error:
        out.wrong["staged"] = str(error)
        return out
    out.seconds = time.process_time() - began
    if out.seconds > SECONDS:
        out.wrong["seconds"] = f"{out.seconds:.2f} s"
    out.relations = len(plan.relations)
    failing = unbuilt(plan)
    out.unheld = sum(one.why == APART for one in failing)
    out.unfit = len(failing) - out.unheld
    if failing:
        said = [(plan.thing(f.relation.subject).kind, f.relation.predicate, plan.thing(f.relation.object).kind, f.why)
                for f in failing]  # fmt: skip
        out.wrong["relations"] = "; ".join(f"{a} {word} {b} ({why})" for a, word, b, why in said)
    out.wrong |= loose(stage)
    hidden = unseen(stage)
    out.counted, out.hidden = hidden[0], len(hidden[1])
    if hidden[1]:
        out.wrong["hidden"] = "; ".join(hidden[1])
    return out


def loose(stage: Stage) -> dict[str, str]:
    """Which things float over what carries them, sink into the ground, or are in one another, by more than LOOSE."""
    plan = stage.plan
    bodies = tuple(_true(body, thing) for body, thing in zip(settled(plan), plan.things, strict=True))
    index = {thing.id: i for i, thing in enumerate(plan.things)}
    under = {index[name]: index[seat.under] for name, seat in seats(plan).items()}
    size = [float(np.ptp(body.points, axis=0).max()) for body in bodies]
    out: dict[str, list[str]] = {}
    for i, body in enumerate(bodies):
        low, name = float(body.points[:, 1].min()), plan.things[i].kind
        if low < -LOOSE * size[i] or _reaches(body, -LOOSE * size[i]):
            out.setdefault("sunk", []).append(name)
        aloft = plan.things[i].pose == FLYING
        if not aloft and low > LOOSE * size[i] and _gap(i, bodies) > LOOSE * size[i]:
            out.setdefault("floating", []).append(f"{name} {_gap(i, bodies) / size[i]:.3f}")
        for j in range(i):
            deep = physics.penetration(body, bodies[j]) if _near(body, bodies[j]) else 0.0
            if deep > LOOSE * min(size[i], size[j]):
                how = "on" if under.get(i) == j or under.get(j) == i else "and"
                out.setdefault("crossing", []).append(
                    f"{name} {how} {plan.things[j].kind} {deep / min(size[i], size[j]):.3f}"
                )
    return {name: "; ".join(found) for name, found in out.items()}


def unseen(stage: Stage) -> tuple[int, list[str]]:
    """How many things are of a kind that there are two to ten of, and which are hidden by more than may be."""
    kinds = Counter(thing.kind for thing in stage.plan.things)
    many = [i for i, thing in enumerate(stage.plan.things) if 2 <= kinds[thing.kind] <= 10]
    if not many:
        return 0, []
    shares = [share for _, share in boxes(stage, SIDE)]
    hidden = [i for i in many if shares[i] < SEEN]
    return len(many), [f"{stage.plan.things[i].id} {shares[i]:.2f}" for i in hidden]


def _true(body: physics.Body, thing: Thing) -> physics.Body:
    """The body with the shape that is seen: of a person the very one."""
    shape = shape_of(thing)
    return replace(body, own=replace(shape, prims=prims_of(thing), poses={}))


def _gap(i: int, bodies: tuple[physics.Body, ...]) -> float:
    """How far a thing is from the nearest other that reaches under it."""
    near = [physics.clearance(bodies[i], other) for j, other in enumerate(bodies) if j != i]
    return min(near, default=float("inf"))


def _reaches(body: physics.Body, height: float) -> bool:
    """Whether a body has something at a height under all its known points."""
    low, high = body.points.min(axis=0), body.points.max(axis=0)
    xs, zs = (np.linspace(low[k], high[k], CELLS) for k in (0, 2))
    grid = np.stack(np.meshgrid(xs, height, zs), -1).reshape(-1, 3)
    return float(body.distance(grid).min()) < 0.0


def _near(a: physics.Body, b: physics.Body) -> bool:
    """Whether the boxes of two bodies meet."""
    low = np.maximum(a.points.min(axis=0), b.points.min(axis=0))
    return bool((low < np.minimum(a.points.max(axis=0), b.points.max(axis=0))).all())


def _report(tried: list[Staged], seconds: float) -> Report:
    count = len(tried)
    relations, counted = sum(one.relations for one in tried), sum(one.counted for one in tried)
    rows = [
        Row(f"plans without {what}", 1 - sum(name in one.wrong for one in tried) / count, 1.0, least=1.0)
        for name, what in (("staged", "an error"), ("floating", "floating"), ("sunk", "sinking"),
                           ("crossing", "interpenetration"), ("seconds", "delay"))
    ]  # fmt: skip
    if relations:
        unfit = sum(one.unfit for one in tried)
        held = 1 - sum(one.unheld for one in tried) / max(relations - unfit, 1)
        rows.append(Row("relations held, of those that can be", held, 1.0, least=0.98))
        rows.append(Row("relations that can be", 1 - unfit / relations, 1.0))
    if counted:
        rows.append(
            Row("counted things seen", 1 - sum(one.hidden for one in tried) / counted, 1.0, least=1.0)
        )
    times = sorted(one.seconds for one in tried)
    rows.append(Row("median", times[len(times) // 2], unit="s"))
    rows.append(Row("longest", times[-1], most=SECONDS, unit="s"))
    missed = [one for one in tried if one.wrong]
    notes = [
        f"{one.source} {one.seed}: {'; '.join(f'{k}: {v}' for k, v in one.wrong.items())}" for one in missed
    ]
    notes = notes[:SHOWN] + ([f"and {len(notes) - SHOWN} more"] if len(notes) > SHOWN else [])
    each = tuple(
        {"seed": one.seed, "source": one.source, "seconds": one.seconds, "wrong": one.wrong} for one in missed
    )
    facts = {"plans": count, "relations": relations, "counted": counted, "missed": len(missed)}
    return Report("stages", "the world", "", tuple(rows), seconds, tuple(notes), facts, each)
