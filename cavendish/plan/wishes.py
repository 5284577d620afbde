"""Short wishes made into scenes: what goes with an occasion, stands for a notion, and where a lone thing is at home."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from cavendish.plan.lexicon import KINDS, Place, Time
from cavendish.plan.reading import Reading
from cavendish.plan.scenery import choose_place
from cavendish.plan.schema import MAX_THINGS, Lettering, Plan, Thing
from cavendish.plan.thoughts import a, located

SHORT = 4
"""Words that a wish has at most for its lone thing to be put where it is at home."""
_FEW = 16
"""Words that a prompt has at most for things to be added to it."""
_MOST = 3
_TRIES = 24


@dataclass(frozen=True)
class Occasion:
    """What goes with a word that names nothing to be seen: things, where and when, what cards for it say."""

    things: str
    place: Place | None = None
    time: Time | None = None
    says: str = ""


_OCCASIONS: dict[str, Occasion] = {
    "birthday": Occasion("cake|balloon|gift box", "table", says="Happy Birthday"),
    "christmas|xmas": Occasion("pine tree|gift box", "living room", says="Merry Christmas"),
    "wedding": Occasion("cake|rose", says="Congratulations"),
    "anniversary": Occasion("rose|wine glass", says="Happy Anniversary"),
    "valentine|valentines": Occasion("rose|gift box", says="Be My Valentine"),
    "halloween": Occasion("pumpkin|candle|lantern", time="night", says="Happy Halloween"),
    "easter": Occasion("egg|rabbit|basket", "meadow", says="Happy Easter"),
    "thanksgiving": Occasion("pumpkin|corn|basket", "table", says="Happy Thanksgiving"),
    "graduation": Occasion("book|trophy", says="Congratulations"), "congratulations": Occasion("balloon|trophy"),
    "harvest": Occasion("pumpkin|corn|basket", "meadow"), "ramadan|eid": Occasion("lantern|moon", time="night"),
    "hanukkah": Occasion("candle|gift box", says="Happy Hanukkah"), "diwali": Occasion("lantern|candle", time="night"),
    "party|celebration": Occasion("balloon|cake|gift box"),
    "festival|carnival": Occasion("balloon|drum|flag", "village"),
    "breakfast": Occasion("croissant|egg|cup", "table"), "brunch": Occasion("croissant|egg|cup", "cafe"),
    "lunch": Occasion("sandwich|apple", "table"), "dinner|supper": Occasion("plate|wine glass|candle", "table"),
    "picnic": Occasion("basket|sandwich|apple", "park"), "camping": Occasion("tent|bonfire", "forest"),
    "concert": Occasion("microphone|guitar|drum"), "circus": Occasion("elephant|tent|sports ball"),
    "zoo": Occasion("giraffe|elephant|lion", "park"), "cooking": Occasion("pan|tomato|knife", "kitchen"),
    "baking": Occasion("bread|egg|bowl", "kitchen"), "laundry": Occasion("washing machine|basket"),
    "fishing": Occasion("boat|fish", "lake"), "sailing": Occasion("boat", "lake"), "skiing": Occasion("skis", "snow"),
    "surfing": Occasion("surfboard", "beach"), "gardening": Occasion("flower|bucket", "meadow"),
    "astronomy|stargazing": Occasion("telescope", "night sky"), "holiday|holidays|vacation": Occasion("", "beach"),
    "travel|journey|trip": Occasion("suitcase"), "adventure": Occasion("tent|backpack", "mountains"),
    "winter|wintertime": Occasion("", "snow"), "autumn": Occasion("", "forest"), "summertime": Occasion("", "beach"),
    "springtime": Occasion("", "meadow"),
}  # fmt: skip
_NOTIONS: dict[str, str] = {
    "freedom|liberty": "bird", "love|romance": "rose", "peace": "bird", "music|melody": "guitar", "time": "clock",
    "knowledge|wisdom|learning|education": "book", "science": "telescope", "sport|sports|fitness": "sports ball",
    "childhood": "teddy bear", "home": "house", "luck|chance|fate": "dice", "hope|prayer|faith": "candle",
    "idea|ideas|inspiration|energy|electricity": "light bulb", "technology|future": "robot", "art": "painting",
    "growth|life": "potted plant", "victory|success|triumph": "trophy", "joy|happiness": "balloon", "power": "crown",
    "strategy": "chess piece", "work": "desk", "sleep|rest": "bed", "health": "apple", "security|secret": "key",
    "communication": "cell phone", "exploration|discovery": "telescope", "silence|solitude": "bench",
}  # fmt: skip
_CARDS = frozenset(
    {"card", "cards", "banner", "invitation", "sign", "poster", "placard", "flyer", "note", "cake"}
)
_OF_PEOPLE = frozenset({"portrait", "headshot", "selfie", "mugshot", "fashion"})


@dataclass(frozen=True)
class Granted:
    """A plan with what goes with its wish, the words that are thereby held, and what was assumed, a line each."""

    plan: Plan
    held: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


def granted(plan: Plan, reading: Reading) -> Granted:
    """The plan with what a short prompt implies without naming it; any other plan is left as it is."""
    said = [item for item in reading.reads if not item.negated and item.name != "stop"]
    if len(said) > _FEW or len({thing.kind for thing in plan.things}) > _MOST:
        return Granted(plan)
    words = [item.text.lower().removesuffix("'s") for item in said if item.name == "word"]
    occasion = next((word for word in words if word in _occasions()), None)
    notion = next((word for word in words if word in _notions()), None)
    if occasion is not None:
        return _for_occasion(plan, reading, occasion)
    if notion is not None and not plan.things:
        kind = _notions()[notion]
        note = f"{notion} cannot be seen: {a(kind)} stands for it"
        return Granted(_with(plan, (kind,)), frozenset({notion}), (note,))
    of = next((item.text.lower() for item in said if item.text.lower() in _OF_PEOPLE), None)
    if not plan.things and "person" not in plan.avoid and of is not None:
        if plan.camera.framing is None and plan.camera.view is None:
            plan = plan.model_copy(update={"camera": plan.camera.model_copy(update={"framing": "close"})})
        return Granted(_with(plan, ("person",)), notes=("a portrait is of somebody: a person was added",))
    return Granted(plan)


def housed(plan: Plan, prompt: str, seed: int) -> Plan:
    """The plan of a wish of few words, its lone kind of thing out of the studio; any other plan as it is."""
    lone = len({thing.kind for thing in plan.things}) == 1 and not plan.relations
    if not lone or plan.place is not None or plan.light.time is not None or len(prompt.split()) > SHORT:
        return plan
    tried = (choose_place(plan, seed + i) for i in range(_TRIES))
    place = next((place for place in tried if place != "studio" and place not in plan.avoid), None)
    return plan if place is None else plan.model_copy(update={"place": place})


def _for_occasion(plan: Plan, reading: Reading, word: str) -> Granted:
    occasion = _occasions()[word]
    there = {thing.kind for thing in plan.things}
    wanted = [kind for kind in occasion.things.split("|") if kind and kind not in there]
    added = tuple(kind for kind in wanted if kind not in plan.avoid)[: _MOST - len(there) + 1]
    held, notes = {word}, list[str]()
    changed: dict[str, Any] = {}
    if plan.place is None and occasion.place is not None:
        changed["place"] = occasion.place
        notes.append(f"{word}: {located(occasion.place)}" if not added else "")
    if plan.light.time is None and occasion.time is not None:
        changed["light"] = plan.light.model_copy(update={"time": occasion.time})
    plan, line = _greeted(plan, reading, occasion)
    if line:
        held |= {part.strip(",!").lower() for part in line.split()}
        notes.append(f"nobody said what is written: “{line}”, as is usual")
    plan = _with(plan.model_copy(update=changed), added)
    if added:
        notes.append(f"{word}: with {', '.join(a(kind) for kind in added)}, as goes with it")
    told = bool(added or line or changed)
    return Granted(plan, frozenset(held) if told else frozenset(), tuple(note for note in notes if note))


def _greeted(plan: Plan, reading: Reading, occasion: Occasion) -> tuple[Plan, str]:
    """The plan with what a card for the occasion says, and that line; "" where no card is, or it says something."""
    card = any(item.text.lower() in _CARDS for item in reading.reads if not item.negated)
    free = next((thing.id for thing in plan.things if thing.nature.letters), None)
    barred = {"text", "letters", "words", "lettering", "writing"} & set(plan.avoid)
    if not (card and free and occasion.says) or reading.refs.texts or plan.lettering or barred:
        return plan, ""
    line = ", ".join(filter(None, (occasion.says, _name(reading)))) + "!"
    return plan.model_copy(update={"lettering": (Lettering(text=line, on=free),)}), line


def _name(reading: Reading) -> str:
    """Whom a card is for: the strange words with a capital behind "for" or "to"."""
    reads = reading.reads
    for i, item in enumerate(reads):
        if item.name in ("say:for", "say:to"):
            name: list[str] = []
            for other in reads[i + 1 :]:
                if other.name != "word" or not other.text[:1].isupper() or other.negated:
                    break
                name.append(other.text)
            if name:
                return " ".join(name)
    return ""


def _with(plan: Plan, kinds: tuple[str, ...]) -> Plan:
    """The plan with one more thing of each kind, as far as there is room."""
    room = MAX_THINGS - len(plan.things)
    taken = {thing.id for thing in plan.things}
    new = tuple(Thing(id=f"{kind.replace(' ', '-')}-1", kind=kind) for kind in kinds[:room])
    fresh = (thing for thing in new if thing.id not in taken and thing.kind not in plan.avoid)
    return plan.model_copy(update={"things": (*plan.things, *fresh)})


@cache
def _occasions() -> dict[str, Occasion]:
    return {word: occasion for words, occasion in _OCCASIONS.items() for word in words.split("|")}


@cache
def _notions() -> dict[str, str]:
    return {word: kind for words, kind in _NOTIONS.items() for word in words.split("|")}


if not all(k in KINDS for o in _OCCASIONS.values() for k in o.things.split("|") if k) or not all(
    k in KINDS for k in _NOTIONS.values()
):
    raise AssertionError("everything that goes with a wish can be drawn")
