"""Traced pictures for the detector's lessons: one thing or many, each pixel known, kept on disk as they are made.

Shapes: n scenes of 224 × 224 pixels.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from PIL import Image

from cavendish.errors import CavendishError, FileError
from cavendish.eval.events import Measuring
from cavendish.eval.lessons import other_materials, seen_picture
from cavendish.image import make_folder, read_text
from cavendish.plan.layout import complete
from cavendish.plan.lexicon import COLORS, MATERIALS, PLACES, TIMES, VIEWS, Color, Material, Predicate
from cavendish.plan.schema import Camera, Light, Plan, Relation, Thing
from cavendish.world import stream
from cavendish.world.frames import mark_of
from cavendish.world.stage import build

U8 = npt.NDArray[np.uint8]
I8 = npt.NDArray[np.int8]
T = TypeVar("T")
FIRST, HELD_OUT = 985_000_000, 995_000_000
"""Seeds of the lessons and of the pictures they are examined on: nobody else's."""
SIDE = 224
ALONE, COUNTED = 0.4, 0.35
"""Shares of scenes of one or two things, and of two to ten of a kind; in the others things are placed."""
_COUNTS = (2, 3, 4, 5, 6, 7, 8, 9, 10)
_CHANCES = (0.25, 0.23, 0.2, 0.12, 0.06, 0.04, 0.04, 0.03, 0.03)
_PLACED: tuple[Predicate, ...] = (
    "left of", "right of", "above", "below", "left of", "right of", "beside", "on", "in front of", "behind",
)  # fmt: skip
NOTHING = -1
_MARK, _COVERAGE = 7, 8  # of a pool's channels
_APART, _COVERED = 4, 240


@dataclass(frozen=True)
class Crowd:
    """A scene as it was traced: the picture, which thing each pixel shows (−1: none), its things' names.

    picture (224, 224, 3) and seen (224, 224) int8; kinds and colours by the things' numbers.
    """

    picture: U8
    seen: I8
    kinds: tuple[str, ...]
    colors: tuple[str | None, ...]


def crowd(seed: int, kinds: Sequence[str]) -> Plan:
    """A complete plan: one or two things, or several of a kind, or things placed by one another.

    Each kind has its turn; colours, materials, places and lights are any.
    """
    rng = np.random.default_rng([seed, 17])
    first, other = kinds[seed % len(kinds)], str(rng.choice(list(kinds)))
    what = rng.random()
    if what < ALONE:
        groups = [(first, 1)] if rng.random() < 0.6 else [(first, 1), (other, 1)]
    elif what < ALONE + COUNTED:
        groups = [(first, int(rng.choice(_COUNTS, p=_CHANCES)))]
        if rng.random() < 0.25:
            groups.append((other, int(rng.integers(1, 3))))
    else:
        groups = [(first, 1), (other, 1)]
        if rng.random() < 0.3:
            groups.append((str(rng.choice(list(kinds))), 1))
    things = tuple(_things(groups, rng))
    placed = what >= ALONE + COUNTED and len({group[0] for group in groups}) == len(groups)
    relations = (
        (Relation(subject=things[0].id, predicate=_pick(rng, _PLACED), object=things[1].id),)
        if placed
        else ()
    )
    light = Light(
        time=_pick(rng, TIMES), azimuth=float(rng.uniform(-150, 150)) if rng.random() < 0.3 else None
    )
    camera = Camera(view=_pick(rng, VIEWS[:6]) if rng.random() < 0.3 else None)
    plan = Plan(things=things, relations=relations, place=_pick(rng, PLACES), light=light, camera=camera)
    return complete(plan, seed)


def _things(groups: Sequence[tuple[str, int]], rng: np.random.Generator) -> Iterator[Thing]:
    """Every group's things: half of the groups in one colour, the others each in its own or in none said."""
    number = 0
    for kind, count in groups:
        shared: Color | None = _pick(rng, tuple(COLORS)) if rng.random() < 0.5 else None
        material: Material | None = _pick(rng, MATERIALS) if rng.random() < 0.3 else None
        for _ in range(count):
            number += 1
            own: Color | None = _pick(rng, tuple(COLORS)) if rng.random() < 0.6 else None
            name = f"{kind.replace(' ', '-')}-{number}"
            yield Thing(id=name, kind=kind, color=shared or own, material=material)


def traced(seed: int, kinds: Sequence[str], *, plain: bool) -> Crowd:
    """The scene of that seed, its materials jittered unless `plain`; CavendishError where it cannot be staged."""
    plan = crowd(seed, kinds)
    stage = build(plan, seed)
    rng = np.random.default_rng([seed, 19])
    picture, seen = seen_picture(stage if plain else other_materials(stage, rng), SIDE)
    shown = np.where((seen >= 0) & (seen < len(plan.things)), seen, NOTHING).astype(np.int8)
    return Crowd(picture, shown, tuple(t.kind for t in plan.things), tuple(t.color for t in plan.things))


class Album:
    """A folder of scenes: `picture.u8`, `seen.i8` and one line a scene in `things.jsonl`, which is written last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        make_folder(folder)
        path = folder / "things.jsonl"
        lines = _lines(path) if path.exists() else []
        self.things = [(tuple(row["kinds"]), tuple(row["colors"])) for row in map(json.loads, lines)]

    def __len__(self) -> int:
        return len(self.things)

    def add(self, seed: int, scene: Crowd) -> None:
        """The scene is the folder's last; what an earlier, broken off run left behind it is gone."""
        n = len(self)
        for name, data in (("picture.u8", scene.picture), ("seen.i8", scene.seen)):
            with (self.folder / name).open("ab") as file:
                file.truncate(n * data.size)
                file.write(data.tobytes())
        with (self.folder / "things.jsonl").open("a") as file:
            file.write(json.dumps({"seed": seed, "kinds": scene.kinds, "colors": scene.colors}) + "\n")
        self.things.append((scene.kinds, scene.colors))

    def arrays(self) -> tuple[U8, I8]:
        """All pictures [n 224 224 3] and what their pixels show [n 224 224], read from disk as they are needed."""
        shape = (len(self), SIDE, SIDE)
        picture = np.memmap(self.folder / "picture.u8", np.uint8, "r", shape=(*shape, 3))
        return picture, np.memmap(self.folder / "seen.i8", np.int8, "r", shape=shape)

    def scene(self, i: int) -> Crowd:
        """The i-th scene."""
        picture, seen = self.arrays()
        return Crowd(np.asarray(picture[i]), np.asarray(seen[i]), *self.things[i])


def fill(
    folder: Path, count: int, kinds: Sequence[str], first: int = FIRST, *, plain: bool = False
) -> Iterator[Measuring]:
    """The folder holds `count` scenes from seed `first` on, going on from where it was; closing stops it."""
    album = Album(folder)
    seed = first + len(album)
    while len(album) < count:
        try:
            album.add(seed, traced(seed, kinds, plain=plain))
        except CavendishError:
            # What cannot be staged is passed over: the next seed of the same kind takes its number.
            album.add(seed, traced(seed + 1_000_000, kinds, plain=plain))
        seed += 1
        yield Measuring("tracing", len(album), count)


def borrow(folder: Path, pool: Path) -> Iterator[Measuring]:
    """The folder also holds a training pool's pictures, enlarged to its side: things are told by their marks.

    Held-out rows of the pool, and those whose things' marks are too alike for bytes, are left out.
    """
    about = json.loads(read_text(pool / "meta.json"))
    count, (h, w), channels = int(about["count"]), about["size"], int(about["channels"])
    guides = np.memmap(pool / "guides.u8", np.uint8, "r", shape=(count, h, w, channels))
    pictures = np.memmap(pool / "picture.u8", np.uint8, "r", shape=(count, h, w, 3))
    album = Album(folder)
    for line in _lines(pool / "plans.jsonl"):
        row = json.loads(line)
        things, i = row["plan"]["things"], int(row["row"])
        marks = np.array([round((mark_of(thing["id"]) + 1) * 127.5) for thing in things])
        apart = np.abs(marks[:, None] - marks[None]) + 255 * np.eye(len(marks), dtype=int)
        if i >= count - stream.HELD_OUT or apart.min(initial=255) < _APART:
            continue
        mark, whole = guides[i, :, :, _MARK].astype(int), guides[i, :, :, _COVERAGE] >= _COVERED
        seen = np.full((h, w), NOTHING, np.int8)
        for number, own in enumerate(marks):
            seen[whole & (np.abs(mark - own) <= 1)] = number
        names = tuple(thing["kind"] for thing in things)
        tints = tuple(thing.get("color") for thing in things)
        album.add(int(row["seed"]), Crowd(_enlarged(pictures[i]), _nearest(seen), names, tints))
        yield Measuring("borrowing", len(album), len(album))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except OSError as error:
        raise FileError(f"{path}: expected a line a scene, got {error.strerror}") from error


def _enlarged(picture: U8) -> U8:
    return np.asarray(Image.fromarray(picture).resize((SIDE, SIDE), Image.Resampling.BICUBIC))


def _nearest(seen: I8) -> I8:
    rows, columns = ((np.arange(SIDE) + 0.5) * n / SIDE for n in seen.shape)
    return seen[rows.astype(int)[:, None], columns.astype(int)[None]]


def _pick(rng: np.random.Generator, options: tuple[T, ...]) -> T:
    return options[int(rng.integers(len(options)))]
