"""Contact sheets of what the world knows, each made by one command: every cell a request, painted once, none picked."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from cavendish.errors import RequestError, nearest
from cavendish.events import Finished, Progress, Request
from cavendish.pipeline import walk
from cavendish.plan.kinds import KINDS
from cavendish.plan.lexicon import PLACES, Time
from cavendish.plan.person import EXPRESSIONS, POSES, Person
from cavendish.plan.schema import Canvas, Light, Plan, Thing

U8 = npt.NDArray[np.uint8]
LINE, MOST = 16, 240_000
_QUALITIES = (85, 82, 78, 74, 70, 66, 62, 55)

PROMPTS: dict[str, str] = {
    "materials": "a red plastic mug in a studio|a blue ceramic mug in a studio|a metal vase in a studio|"
    "a brushed metal vase in a studio|a gold vase in a studio|a copper vase in a studio|"
    "a blue glass vase in a studio|a wooden mug in a studio|a marble mug in a studio|a granite mug in a studio|"
    "a jade mug in a studio|a stone mug in a studio|a brick mug in a studio|a cobblestone mug in a studio|"
    "a clay mug in a studio|a wax mug in a studio|a green fabric mug in a studio|a leather mug in a studio|"
    "a paper mug in a studio|a yellow rubber mug in a studio|a matte finish purple mug in a studio|"
    "an orange furry mug in a studio|a brown mug made of hair in a studio|a gold crown on a beach|"
    "a copper kettle in a park|a brushed metal toaster|a wooden chair|a marble statue of a dog|a jade elephant|"
    "a brick house|a stone castle|a granite bowl|a clay fox|a gold statue of a horse in a meadow|"
    "a leather suitcase|a furry rabbit|a paper boat|a green glass bottle|a cobblestone fountain|"
    "a knitted teddy bear|a striped vase|a red and white polka dot dress|a blue checkered suitcase|"
    "a floral teapot|a sparkling hat|a striped umbrella|a spotted vase|a floral pillow",
    "lights": "a house in a meadow at dawn|a house in a meadow at 8 am|a house in a meadow at noon|"
    "a house in a meadow at 5 pm|a house in a meadow at golden hour|a house in a meadow at sunset|"
    "a house in a meadow at blue hour|a house in a meadow at night|a teapot lit by a softbox|"
    "a cat in window light with dusty shafts|a teapot, rim light|a teapot in rembrandt lighting|"
    "a robot in neon light|a teapot by candlelight|a teapot in split warm and cool light|"
    "a teapot in studio lighting|a vase, warm light from the left|a vase, warm light from the right|"
    "a vase, backlit|a vase lit from above|a vase, soft light|a vase, hard light|"
    "a rabbit in a forest, god rays|a boat on a lake at sunset",
    "weather": "a bench in a park|a bench in a park under an overcast sky|a bench in a park in the rain|"
    "a bench in a park in fog|a bench in a park, snowfall|a bench in a park in spring|"
    "a bench in a park in summer|a bench in a park in autumn|a bench in a park in winter|"
    "a red umbrella on a rainy street|a car on a foggy street|a house in the snow|a boat on a lake in fog|"
    "a dog in a forest in autumn|a tent in the mountains, snowfall|a bus in the city in the rain|"
    "a sheep on a meadow in spring|a girl in a village in winter|a boy on the beach in summer|"
    "a scooter in the village in the rain|a fox in the snow, snowfall|a lighthouse under an overcast sky|"
    "a bicycle in a park in autumn|a barn in a meadow in fog",
    "looks": "natural|film look|black and white photo|portra 400|ektar 100|velvia 50|hp5|tri-x|cinematic|vintage|"
    "sepia|polaroid|faded look|film noir|high key|low key|pastel|oil painting|pencil sketch|"
    "claymation|low poly|toy figurine",
    "cameras": "a car in a village, front view|a car in a village, three-quarter view|a car in a village, side view|"
    "a car in a village, back view|a car in a village, high angle|a car in a village, low angle|"
    "a car in a village, top view|a car in a village, isometric view|a car in a village, eye level|"
    "a car in a village, worm's eye view|a close-up of a teddy bear|a wide shot of a teddy bear|"
    "a macro shot of a ladybug|a teddy bear in a park, 24mm|a teddy bear in a park, 85mm f/2|"
    "a teddy bear in a park, 135mm f/8",
    "doings": "a dog standing, side view|a dog sitting|a dog lying down|a dog sleeping|"
    "a dog walking, side view|a dog running, side view|a cat standing, side view|a cat sitting|a cat lying down|"
    "a cat sleeping|a cat walking, side view|a cat running, side view|a horse standing, side view|"
    "a horse lying down|a horse walking, side view|a horse running, side view|a lion lying down|"
    "a tiger walking, side view|a fox running, side view|a bear sleeping|a cow lying down|"
    "an elephant walking, side view|a sheep sleeping|a bird flying over a house",
}  # fmt: skip
"""The sheets of prompts; those of the looks are looks of one car in one street."""
_OF_LOOKS = "a red car and a yellow umbrella in a village at noon, {}"
_ROLES = ("chef", "astronaut", "pirate", "knight", "doctor", "firefighter", "wizard", "king")
_HOURS: tuple[Time, ...] = ("noon", "golden hour", "night")
_SUBJECTS = (("teddy bear", "apple"), ("car",), ("cup", "banana"))


@dataclass(frozen=True)
class Cell:
    """One picture of a sheet: the words under it, and what is asked for; seeds count on from the sheet's own."""

    words: str
    prompt: str = ""
    plan: Plan | None = None
    seed: int = 0


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet, so many in a row and on a page, painted and then shown so many pixels wide."""

    cells: tuple[Cell, ...]
    columns: int = 8
    painted: int = 184
    cell: int = 160
    rows: int = 99

    @property
    def pages(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells page by page."""
        each = self.columns * self.rows
        return tuple(self.cells[at : at + each] for at in range(0, len(self.cells), each))


def sheet(name: str) -> Sheet:
    """The sheet of that name; RequestError with the nearest when there is none."""
    if name in PROMPTS:
        said = PROMPTS[name].split("|")
        asked = [_OF_LOOKS.format(look) for look in said] if name == "looks" else said
        cells = tuple(Cell(words, prompt) for words, prompt in zip(said, asked, strict=True))
        return Sheet(cells, 10, 144, 128) if name == "looks" else Sheet(cells)
    if name not in _DRAWN:
        names = ", ".join(sorted((*PROMPTS, *_DRAWN)))
        raise RequestError(
            f"sheet: expected {names}, got {name}", hint=nearest(name, (*PROMPTS, *_DRAWN)) or "materials"
        )
    return _DRAWN[name]()


def _things() -> Sheet:
    """Every kind alone in a studio, each by a seed of its own."""
    return Sheet(
        tuple(Cell(kind, plan=_in_studio(kind), seed=i) for i, kind in enumerate(KINDS)), 10, 144, 120, 8
    )


def _in_studio(kind: str) -> Plan:
    return _planned(Thing(id="it", kind=kind), light=Light(time="studio"), place="studio")


def _planned(*things: Thing, **more: object) -> Plan:
    return Plan.model_validate({"canvas": Canvas(aspect="1:1"), "things": things, **more})


def _places() -> Sheet:
    """Every place with a thing or two, at noon, at the golden hour and at night."""
    cells = list[Cell]()
    for number, place in enumerate(PLACES):
        for hour, kinds in zip(_HOURS, _SUBJECTS, strict=True):
            things = (Thing(id=f"t{i}", kind=kind) for i, kind in enumerate(kinds))
            plan = _planned(*things, place=place, light=Light(time=hour))
            cells.append(Cell(f"{place}, {hour}", plan=plan, seed=number))
    return Sheet(tuple(cells), 9, 144, 132)


def _people() -> Sheet:
    """People as seeds draw them in every pose twice, every expression at three ages, and some that words dress."""
    cells = [
        Cell(pose, plan=_figure(pose=pose), seed=len(POSES) * turn + i)
        for turn in range(2)
        for i, pose in enumerate(POSES)
    ]
    for i, expression in enumerate(EXPRESSIONS):
        for k, age in enumerate(("child", "adult", "old")):
            one = _figure(pose="standing", expression=expression, person=Person.model_validate({"age": age}))
            cells.append(Cell(f"{expression}, {age}", plan=one, seed=30 + 3 * i + k))
    cells += [Cell(role, f"a {role} in a studio", seed=50 + i) for i, role in enumerate(_ROLES)]
    cells += [Cell(f"{where}, {hour}", f"a woman and a boy in the {where} at {hour}", seed=60)
              for where, hour in (("park", "noon"), ("street", "night"), ("beach", "sunset"), ("kitchen", "night"),
                                  ("forest", "night"))]  # fmt: skip
    return Sheet(tuple(cells))


def _figure(**said: object) -> Plan:
    thing = Thing.model_validate({"id": "person", "kind": "person", **said})
    return _planned(thing, light=Light(time="studio"), place="studio")


_DRAWN: dict[str, Callable[[], Sheet]] = {"things": _things, "places": _places, "people": _people}
NAMES = (*_DRAWN, *PROMPTS)


def run(name: str, painter: str, seed: int) -> Iterator[Progress | U8]:
    """Progress by picture, and each page of the sheet when its pictures are there, with words under each."""
    wanted = sheet(name)
    done = 0
    for page in wanted.pages:
        cells = list[U8]()
        for cell in page:
            yield Progress(f"{name}: {cell.words}", done, len(wanted.cells))
            asked = _request(cell, painter, seed, wanted.painted)
            cells += [event.pixels for event in walk(asked) if isinstance(event, Finished)]
            done += 1
        yield laid(cells, tuple(cell.words for cell in page), wanted.columns, wanted.cell)


def _request(cell: Cell, painter: str, seed: int, side: int) -> Request:
    size = f"{side}x{side}"
    return Request(cell.prompt, seed=seed + cell.seed, size=size, painter=painter, plan=cell.plan)


def laid(cells: list[U8], captions: tuple[str, ...], columns: int = 8, side: int = 160) -> U8:
    """Square pictures of any size in rows, each scaled to a cell of `side` pixels with its caption under it."""
    rows = -(-len(cells) // columns)
    page = Image.new("RGB", (columns * side, rows * (side + LINE)), "white")
    draw = ImageDraw.Draw(page)
    for i, (cell, words) in enumerate(zip(cells, captions, strict=True)):
        x, y = i % columns * side, i // columns * (side + LINE)
        page.paste(Image.fromarray(cell).resize((side, side), Image.Resampling.LANCZOS), (x, y))
        draw.text((x + 3, y + side + 2), _short(words, 2 * side // 11), fill="black")
    return np.asarray(page)


def small_jpeg(page: U8, most: int = MOST) -> bytes:
    """A page as JPEG, in the best of some qualities that needs no more than `most` bytes, or else the least."""
    data = b""
    for quality in _QUALITIES:
        out = io.BytesIO()
        Image.fromarray(page).save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        data = out.getvalue()
        if len(data) <= most:
            break
    return data


def _short(words: str, most: int) -> str:
    plain = (
        words.removesuffix(" in a studio")
        .removesuffix(", side view")
        .replace("with dusty shafts", "+ shafts")
        .replace(" in a meadow at", " at")
    )
    return plain if len(plain) <= most else plain[: most - 1] + "…"
