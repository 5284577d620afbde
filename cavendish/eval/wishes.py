"""Is nothing that was wished for passed over? Each word that names something is in the plan, or named as not known."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from cavendish import pipeline
from cavendish.errors import RequestError
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.report import Report, Row
from cavendish.events import Event as Walked
from cavendish.events import Finished, Planned, Request, Thought
from cavendish.image import read_text
from cavendish.plan.lightwords import SCHEME_WORDS
from cavendish.plan.people import heed
from cavendish.plan.quoting import lift
from cavendish.plan.reading import Read, read
from cavendish.plan.schema import Plan
from cavendish.plan.seasons import season_words
from cavendish.plan.weathers import weather_words
from cavendish.world.lettering.faces import SHIPPED

U8 = npt.NDArray[np.uint8]
Walk = Callable[[Request], Iterator[Walked]]

SEED = 1
ACROSS = 5
_CAPTION = 34  # pixels under a picture, for two lines of what was wished
_FILMS = ("film", "portra 400", "ektar 100", "velvia 50", "hp5", "tri-x", "polaroid")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_JOINING = frozenset(re.findall(r"\S+", """
    a an the this that these those some any and or but nor so yet of in on at to by for from with without into onto
    upon over under out off up down as than then is are was were be been being am do does did has have had having it
    its it's he him his she her hers they them their theirs we us our i me my you your who whom whose which what
    where when there here both each every all one no not very too also just only more most much many other another
    same about above across after against along among around before behind below beneath beside between beyond
    during except inside like near outside past per since through throughout toward towards until via while within
    if because such own s t let please make create generate draw paint show picture image photo photograph drawing
    says say saying reads reading written titled labelled labeled
    visible background foreground style set subject color colors colour colours
"""))  # fmt: skip
"""Words that join others, or ask for a picture at all: they name nothing that could be seen."""


@dataclass(frozen=True)
class Wish:
    """A prompt, and what became of each of its words that names something: "plan", "named", or "" for neither."""

    prompt: str
    fates: dict[str, str]
    picture: U8 | None = None

    @property
    def unmentioned(self) -> tuple[str, ...]:
        """The words that are neither in the plan nor named as not known."""
        return tuple(word for word, fate in self.fates.items() if not fate)


def run(file: Path, limit: int | None = None, painter: str | None = None) -> Iterator[Event]:
    """Thinks about up to `limit` prompts, one a line, at seed 1; paints them small with a painter; ends with Found.

    FileError when the file cannot be read, RequestError when it has no prompts.
    """
    began = time.monotonic()
    prompts = tuple(line.strip() for line in read_text(file).splitlines() if line.strip())[:limit]
    if not prompts:
        raise RequestError(f"{file}: expected prompts, one a line, got none")
    wishes: list[Wish] = []
    for i, prompt in enumerate(prompts):
        yield Measuring("wishes", i, len(prompts))
        wishes.append(granted(prompt, painter))
    yield Found(report(wishes, painter or "the planner", time.monotonic() - began))


def granted(prompt: str, painter: str | None = None) -> Wish:
    """What became of a prompt's words, and its picture where a painter is given."""
    walk: Walk = pipeline.think if painter is None else pipeline.walk
    request = Request(prompt, seed=SEED) if painter is None else Request(prompt, SEED, None, "256", painter)
    thoughts: list[str] = []
    planned: Planned | None = None
    picture: U8 | None = None
    for event in walk(request):
        if isinstance(event, Thought):
            thoughts.append(event.text)
        elif isinstance(event, Planned):
            planned = event
        elif isinstance(event, Finished):
            picture = event.pixels
    if planned is None:
        return Wish(prompt, dict.fromkeys(_named(prompt), ""))
    return Wish(prompt, fates(prompt, planned, thoughts), picture)


def fates(prompt: str, planned: Planned, thoughts: Sequence[str]) -> dict[str, str]:
    """By word of the prompt that names something: whether the plan holds it, or it is named as not known."""
    held = _held(prompt, planned.plan)
    told = {
        _stem(word) for line in (*thoughts, *(one.word for one in planned.unknown)) for word in _words(line)
    }
    return {
        word: "plan" if _stem(word) in held else "named" if _stem(word) in told else ""
        for word in _named(prompt)
    }


def _named(prompt: str) -> tuple[str, ...]:
    """The words outside quotes that name something, each once; a text that is quoted is letters, not words."""
    return tuple(
        dict.fromkeys(
            word for word in _words(re.sub("“[^”]*”", " ", lift(prompt).text)) if word not in _JOINING
        )
    )


def _words(text: str) -> list[str]:
    return [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text.lower())]


def _stem(word: str) -> str:
    for end in ("ing", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word.removesuffix(end).rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


def _held(prompt: str, plan: Plan) -> frozenset[str]:
    """The stems of all words that the plan holds: by themselves, or by what the lexicon says that they mean."""
    own = {word for text in _texts(plan.model_dump(exclude_none=True)) for word in _words(text)}
    own |= {word for line in plan.lettering for word in _words(line.text)}
    heard = heed(prompt)
    if any(thing.kind == "person" for thing in plan.things):
        unheld = {word.lower() for word in (*heard.strange, *heard.noted)}
        own |= {word for text in heard.taken if text.lower() not in unheld for word in _words(text)}
        own |= season_words()
    own |= weather_words() if plan.weather not in (None, "clear") else set()
    plainly = " ".join(_words(prompt))
    for phrase, scheme in SCHEME_WORDS.items():
        own |= set(_words(phrase)) if phrase in plainly and set(_words(scheme)) <= own else set()
    for item in read(heard.prompt).reads:
        if _means(item, plan, own):
            own |= set(_words(item.text))
    return frozenset(_stem(word) for word in own)


def _means(item: Read, plan: Plan, own: set[str]) -> bool:
    """Whether what a stretch of the prompt means is in the plan."""
    name, _, value = item.name.partition(":")
    if name == "n":
        return int(value) <= max(len(plan.things), 1)
    if name == "f":
        return float(value) == plan.camera.fnumber or (plan.camera.fnumber or 99.0) <= float(value)
    if name in ("mm", "key"):
        return plan.camera.focal == float(value) if name == "mm" else plan.light.azimuth is not None
    if name == "rel":
        return any(one.predicate == value for one in plan.relations)
    if (name, value) == ("look", "film"):
        return plan.style.look in _FILMS
    return bool(value) and set(_words(value)) <= own


def _texts(value: object) -> Iterator[str]:
    """Every text in a plan as a dictionary."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bool | int | float):
        yield f"{value:g}"
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from (str(key),) if each is True else _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def report(wishes: Sequence[Wish], painter: str, seconds: float) -> Report:
    """What became of the wishes, with a contact sheet of those that have a picture."""
    every = [fate for wish in wishes for fate in wish.fates.values()]
    rows = (
        Row("nothing unmentioned", _share([not wish.unmentioned for wish in wishes]), 1.0, least=1.0),
        Row("words mentioned", _share([bool(fate) for fate in every]), 1.0),
        Row("words in the plan", _share([fate == "plan" for fate in every]), 1.0),
    )
    notes = tuple(f"{wish.prompt}: {', '.join(wish.unmentioned)}" for wish in wishes if wish.unmentioned)
    each = tuple({"prompt": wish.prompt, "words": wish.fates} for wish in wishes)
    cells = [captioned(wish.picture, wish.prompt) for wish in wishes if wish.picture is not None]
    sheet = tuple(tuple(cells[i : i + ACROSS]) for i in range(0, len(cells), ACROSS))
    facts = {"prompts": len(wishes), "words": len(every)}
    return Report("wishes", painter, "", rows, seconds, notes, facts, each, sheet=sheet)


def captioned(picture: U8, text: str) -> U8:
    """The picture with the beginning of its wish beneath it."""
    high, wide = picture.shape[:2]
    whole = Image.new("RGB", (wide, high + _CAPTION), (26, 26, 26))
    whole.paste(Image.fromarray(picture))
    draw = ImageDraw.Draw(whole)
    font = ImageFont.truetype(str(SHIPPED / "Lato-Bold.ttf"), 12)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if draw.textlength(longer, font) > wide - 12:
            lines.append(word)
        else:
            lines[-1] = longer
    shown = lines[:2] if len(lines) < 3 else [lines[0], f"{lines[1].rsplit(' ', 1)[0]} …"]
    draw.text((6, high + 2), "\n".join(shown), (205, 205, 205), font, spacing=2)
    return np.asarray(whole, np.uint8)


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else float("nan")
