"""Endless seeded training samples, the pools they are kept in, and the contact sheet a person can judge."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_args

import numpy as np
import numpy.typing as npt

from cavendish.errors import FileError
from cavendish.image import read_text, write
from cavendish.plan import shades
from cavendish.plan.held import unbuilt
from cavendish.plan.layout import complete, screen_boxes
from cavendish.plan.lexicon import (
    COLORS,
    INDOORS,
    KINDS,
    MATERIALS,
    PLACES,
    Aspect,
    Color,
    Decor,
    Material,
    Place,
    Quality,
    Scheme,
    Season,
    Time,
    View,
    Weather,
)  # fmt: skip
from cavendish.plan.person import EXPRESSIONS, Expression
from cavendish.plan.scenery import HOURS
from cavendish.plan.schema import Camera, Canvas, Lettering, Light, Plan, Relation, Thing
from cavendish.plan.stacks import carries
from cavendish.world import guides
from cavendish.world.guides import Crossed
from cavendish.world.inventing import invented
from cavendish.world.light import LIGHT_NUMBERS, vector
from cavendish.world.shapes import SHAPES
from cavendish.world.stage import Stage, Window, build, without_things
from cavendish.world.trace import trace, trace_in_detail

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
T = TypeVar("T")
HELD_OUT = 200
_TURN, _TURNS = 100_000_000_000, 127
"""How far apart the seeds of a row's samples are, which is past all others; turns are counted in a byte."""
EDGES = "edges"
"""The folder in a pool's that holds what edges cross, a file for each sample."""
INVENTED, RIGGED, WEATHERED, PATTERNED = 0.10, 0.15, 0.20, 0.12
"""Shares of things built from random parts, of lighting rigs, of weather and seasons out of doors, of patterns."""
STACKED = 0.25
"""Share of the scenes with a thing that can carry another in which it does."""
CHANGED = 20
"""A pixel has changed when the picture without things differs there by more than this (of 255)."""
_WORDS = ("OPEN", "SALE", "HELLO", "Cafe", "Bread", "LOVE", "Stop", "Tea Time", "Zoo", "Books", "1984", "Fresh Fish",
          "Yes", "MENU")  # fmt: skip
OLD = 0.5
"""Share of the scenes at one of the four oldest places, which prompts ask for most."""


@dataclass(frozen=True)
class Sample:
    """One training sample: picture (h, w, 3) uint8, guides (h, w, 41) float32, light (35), and its complete plan.

    `crossed` has the guides of pixels that an edge crosses sample by sample.
    """

    picture: U8
    guides: F32
    crossed: Crossed
    light: F32
    plan: Plan
    stage: Stage


def scene(seed: int, aspect: Aspect = "1:1") -> Plan:
    """A complete random plan: any things, colours, materials, places and lights the world has, none of it untrue."""
    rng = np.random.default_rng([seed, 3])
    names = [k for k in KINDS if k in SHAPES]
    count = int(rng.choice((1, 2, 3, 4), p=(0.34, 0.34, 0.22, 0.10)))
    things: list[Thing] = []
    lines: list[Lettering] = []
    for i in range(count):
        made = invented(rng, i + 1) if rng.random() < INVENTED else None
        if made is not None:
            things.append(made)
            continue
        kind = str(rng.choice(names))
        things.append(_thing(rng, kind, i + 1))
        if KINDS[kind].letters and rng.random() < 0.5:
            lines.append(Lettering(text=str(rng.choice(_WORDS)), on=things[-1].id))
    place: Place = _pick(rng, PLACES[:4] if rng.random() < OLD else PLACES[4:])
    stacks = _stacks(rng, things)
    free = rng.random() < 0.4
    light = Light(
        time=_pick(rng, _hours(place)),
        azimuth=float(rng.uniform(-170, 170)) if free else None,
        elevation=float(rng.uniform(16, 65)) if rng.random() < 0.3 else None,
        quality=_pick(rng, get_args(Quality)) if rng.random() < 0.3 else None,
        scheme=_pick(rng, get_args(Scheme)) if rng.random() < RIGGED else None,
    )
    open_air = place not in INDOORS
    weather = _pick(rng, get_args(Weather)[1:]) if open_air and rng.random() < WEATHERED else None
    season = _pick(rng, get_args(Season)) if open_air and rng.random() < WEATHERED else None
    view: View | None = _pick(rng, get_args(View)[:-1]) if rng.random() < 0.4 else None
    open_plan = Plan(canvas=Canvas(aspect=aspect), camera=Camera(view=view), light=light, place=place,
                     weather=weather, season=season, things=tuple(things), lettering=tuple(lines),
                     relations=stacks)  # fmt: skip
    done = complete(open_plan, seed)
    return complete(open_plan.model_copy(update={"relations": ()}), seed) if unbuilt(done) else done


def _thing(rng: np.random.Generator, kind: str, number: int) -> Thing:
    """A thing of that kind, often in a colour, shade, stuff, size or pose of its own."""
    color: Color | None = _pick(rng, tuple(COLORS)) if rng.random() < 0.6 else None
    material: Material | None = _pick(rng, MATERIALS) if rng.random() < 0.4 else None
    size = float(rng.uniform(0.75, 1.3)) if rng.random() < 0.4 else None
    shade = _pick(rng, shades.of_class(color)) if color is not None and rng.random() < 0.35 else None
    pose = _pick(rng, KINDS[kind].poses) if rng.random() < 0.5 else None
    name = f"{kind.replace(' ', '-')}-{number}"
    pattern = _pick(rng, get_args(Decor)) if kind != "person" and rng.random() < PATTERNED else None
    expression: Expression | None = (
        _pick(rng, EXPRESSIONS) if kind == "person" and rng.random() < 0.5 else None
    )
    return Thing(id=name, kind=kind, color=color, shade=shade, material=material, size=size, pose=pose,
                 pattern=pattern, expression=expression)  # fmt: skip


def _hours(place: Place) -> tuple[Time, ...]:
    """The hours the place suits, and night where it has more than one; in the studio any lamp."""
    if place == "studio":
        return ("studio", "studio", "golden hour", "night")
    hours: tuple[Time, ...] = tuple(hour for hour, _ in HOURS[place])
    late: tuple[Time, ...] = ("night",) if len(hours) > 1 and "night" not in hours else ()
    return (*hours, *late)


def _stacks(rng: np.random.Generator, things: list[Thing]) -> tuple[Relation, ...]:
    """One thing on another that can carry it, in a share of the scenes that have such a pair."""
    pairs = [(a, b) for a in things for b in things if a.id != b.id and carries(b)]
    if not pairs or rng.random() > STACKED:
        return ()
    upper, under = pairs[int(rng.integers(len(pairs)))]
    return (Relation(subject=upper.id, predicate="on", object=under.id),)


def sample(seed: int, size: tuple[int, int], aspect: Aspect = "1:1") -> Sample:
    """The stream's sample of that seed, seen whole at `size` (h, w)."""
    stage = build(scene(seed, aspect), seed)
    return _sampled(stage, Window.whole(*size))


def crop(seed: int, side: int, width: int) -> Sample:
    """A window of `side` pixels, mostly on a thing, of that seed's picture painted `width` pixels wide."""
    stage = build(scene(seed), seed)
    rng = np.random.default_rng([seed, 5])
    x, y = rng.random(2)
    boxes = list(screen_boxes(stage.plan).values())
    if boxes and rng.random() < 0.8:
        x0, y0, x1, y1 = boxes[int(rng.integers(len(boxes)))]
        x, y = x0 + (x1 - x0) * x, y0 + (y1 - y0) * y
    left, top = (int(np.clip(at * width - side / 2, 0, width - side)) for at in (x, y))
    return _sampled(stage, Window(top, left, side, side, width, width))


def _sampled(stage: Stage, window: Window) -> Sample:
    picture, channels, crossed = trace_in_detail(stage, window)
    return Sample(picture, channels, crossed, vector(stage.light, stage.basis), stage.plan, stage)


def changed(stage: Stage, window: Window, picture: U8) -> npt.NDArray[np.bool_]:
    """Where things change the picture (h, w): against the tracer's picture of the same plan without them."""
    empty = trace(without_things(stage), window, samples=1)
    return np.abs(picture.astype(np.int16) - empty).max(-1) > CHANGED


def fill(  # noqa: PLR0913 -- a pool's shape, and a worker's part of it
         folder: Path, size: tuple[int, int], count: int, worker: int = 0, workers: int = 1,
         seed: int = 0, crops: tuple[int, ...] = (), aspect: Aspect = "1:1", *, endless: bool = False,
         ) -> Iterator[int]:  # fmt: skip
    """Fills a pool with the stream's samples, every `workers`-th of them from `worker`; yields each number when done.

    The tail is made first, with exact changed pixels; others mark coverage and key shadow. With `crops` each
    sample is a window of a picture of one of those widths. A pool that has been begun goes on where it stopped. If
    `endless` a full one is renewed, over and over, but for its tail: every sample is then of another turn. FileError
    where the folder is a pool of another size.
    """
    files = opened(folder, size, count)
    tail = count - held_out(count)
    with (folder / "plans.jsonl").open("a") as plans:
        for i, turn in _order(files["done"], tail, worker, workers, endless):
            number = seed * 1_000_003 + i + (turn - 1) * _TURN
            made = crop(number, size[0], crops[i % len(crops)]) if crops else sample(number, size, aspect)
            files["done"][i] = 0  # nobody takes what is half of two for a sample
            files["picture"][i], files["guides"][i] = made.picture, quantised(made.guides)
            files["light"][i] = made.light
            beside = folder / EDGES / f"{i}.part"
            beside.write_bytes(packed(made.crossed))
            beside.replace(folder / EDGES / f"{i}.u8")
            if i >= tail and not crops:
                files["changed"][i] = changed(made.stage, Window.whole(*size), made.picture)
            else:
                shaded = (made.guides[..., 33] > 0.05) & (made.guides[..., 34] > 0.5)
                files["changed"][i] = (made.guides[..., 8] > 0.05) | shaded
            plan = made.plan.model_dump(mode="json", exclude_none=True)
            plans.write(json.dumps({"row": i, "seed": number, "turn": turn, "plan": plan}) + "\n")
            plans.flush()
            files["done"][i] = turn
            yield i


def held_out(count: int) -> int:
    """How many samples at the end of a pool of so many are never trained on: HELD_OUT, an eighth of a small one."""
    return min(HELD_OUT, max(1, count // 8))


def _order(
    done: npt.NDArray[np.int8], tail: int, worker: int, workers: int, endless: bool
) -> Iterator[tuple[int, int]]:
    """A worker's rows, each with the turn of its next sample: the tail, all others, then others again and again."""
    mine = [i for i in (*range(tail, len(done)), *range(tail)) if i % workers == worker]
    yield from ((i, 1) for i in mine if not done[i])
    again = [i for i in mine if i < tail]
    while endless and again:
        yield from ((i, int(done[i]) % _TURNS + 1) for i in again)


def quantised(channels: F32) -> U8:
    """Guides as bytes: value = low + byte/255·(high − low) by guides.RANGES."""
    low, high = np.array(guides.RANGES, np.float32).T
    return np.clip((channels - low) / (high - low) * 255 + 0.5, 0, 255).astype(np.uint8)


def packed(crossed: Crossed) -> bytes:
    """What edges cross, as a pool keeps it: for each pixel row and column as uint16, then its samples' guides."""
    place = np.ascontiguousarray(crossed.at, "<u2").view(np.uint8)
    told = quantised(crossed.samples).reshape(-1, guides.SAMPLES * len(guides.CHANNELS))
    return np.concatenate([place, told], 1).tobytes()


def opened(folder: Path, size: tuple[int, int], count: int) -> dict[str, np.memmap]:
    """A pool's arrays by name, to be written: made where there are none. FileError where it is of another size."""
    (folder / EDGES).mkdir(parents=True, exist_ok=True)
    meta = {"size": list(size), "count": count, "channels": len(guides.CHANNELS), "version": guides.VERSION,
            "ranges": [list(r) for r in guides.RANGES]}  # fmt: skip
    path = folder / "meta.json"
    if not path.exists():
        path.write_text(json.dumps(meta))
    told = json.loads(read_text(path))
    if told != meta:
        shown = "; ".join(f"{key} {told.get(key)}" for key in ("count", "size", "version"))
        raise FileError(
            f"{folder}: expected a pool of {count} of {size[0]}×{size[1]}, got {shown}", "another folder"
        )
    shapes = {"picture": ("u8", np.uint8, (*size, 3)), "guides": ("u8", np.uint8, (*size, len(guides.CHANNELS))),
              "light": ("f32", np.float32, (LIGHT_NUMBERS,)), "changed": ("u8", np.uint8, size),
              "done": ("i8", np.int8, ())}  # fmt: skip
    out: dict[str, np.memmap] = {}
    for name, (ending, kind, shape) in shapes.items():
        file = folder / f"{name}.{ending}"
        bytes_ = int(np.prod((count, *shape))) * np.dtype(kind).itemsize
        if not file.exists() or file.stat().st_size != bytes_:
            with file.open("ab") as handle:
                handle.truncate(bytes_)
        out[name] = np.memmap(file, kind, "r+", shape=(count, *shape))
    return out


def sheet(path: Path, seed: int = 0, side: int = 256, columns: int = 6, rows: int = 4) -> Path:
    """Writes a contact sheet of traced pictures, `seed` onwards, none picked; returns its path."""
    cells = [sample(seed + i, (side, side)).picture for i in range(columns * rows)]
    lines = [np.concatenate(cells[r * columns : (r + 1) * columns], 1) for r in range(rows)]
    write(path, np.concatenate(lines, 0), json.dumps({"sheet": seed}))
    return path


def _pick(rng: np.random.Generator, options: tuple[T, ...]) -> T:
    return options[int(rng.integers(len(options)))]
