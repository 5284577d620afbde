"""Endless seeded captions: a prompt in a person's words, and the plan it asks for."""

import random
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from itertools import pairwise

from cavendish.errors import PlanError
from cavendish.plan.evidence import settled, spoken
from cavendish.plan.grammar import Grammar
from cavendish.plan.kinds import plural
from cavendish.plan.lexicon import COLORS, FRAMINGS, KINDS, LOOKS, MATERIALS, PLACES, VIEWS
from cavendish.plan.prose import Group, Outline, encode
from cavendish.plan.reading import Reading, read
from cavendish.plan.scenery import HOURS
from cavendish.plan.schema import MAX_THINGS, Plan
from cavendish.plan.spaces import state
from cavendish.plan.vocabulary import FNUMBERS, FOCALS, SIZES, as_heard
from cavendish.world import phrasing

_NAMES = tuple(KINDS)
_HUES = tuple(COLORS)
_PREDICATES = (*("left of", "right of", "above", "below", "on", "in front of", "behind", "beside") * 2,
               "in", "under", "around")  # fmt: skip
_LETTERS = (
    "OPEN", "HELLO", "SALE", "Coffee", "Tea", "Welcome", "Love", "STOP", "Exit", "Good Morning",
    "Happy Birthday",
    "Fresh Fruit", "Books", "Lost Dog", "Home", "No Parking", "Thank You", "Café", "Jazz Night", "ZOO",
    "Lemonade",
    "Free Hugs", "1984", "Room 12", "Bon Voyage", "Dream Big", "Hot Soup", "Summer", "PIZZA", "BAKERY",
    "Level 3",
)  # fmt: skip
_STRANGE = ("shadows", "clutter", "text", "watermark", "stains", "writing", "borders", "dust")


def caption(seed: int) -> tuple[str, Plan]:
    """A prompt and its open plan: the same for the same seed, and never one of the scored prompts."""
    prompt, plan, _ = _caption(seed)
    return prompt, plan


def text_pair(seed: int) -> tuple[list[int], list[int]]:
    """The prompt's ids and its plan's ids, which the grammar accepts, as the backbone hears them."""
    for attempt in range(16):
        prompt, plan, _ = _caption(seed if attempt == 0 else seed * 31 + attempt * 1_000_003)
        reading = read(prompt)
        ids = encode(plan, reading.refs)
        if accepts(Grammar(reading), ids):
            return as_heard(reading.ids), as_heard(ids)
    raise PlanError(f"captions: nothing sayable came of seed {seed}")


def accepts(grammar: Grammar, ids: list[int]) -> bool:
    """Whether the grammar allows every id where it stands."""
    return all(token in grammar.allowed(ids[:i]) for i, token in enumerate(ids))


def held_out(prompt: str) -> bool:
    """Whether the prompt is one of the scored ones, up to case and spacing."""
    return fingerprint(prompt) in _scored()


def fingerprint(prompt: str) -> bytes:
    """Eight bytes that stand for a prompt, whatever its case and spacing."""
    return blake2b(" ".join(prompt.lower().split()).encode(), digest_size=8).digest()


@cache
def _scored() -> frozenset[bytes]:
    data = files("cavendish.world").joinpath("held_out.bin").read_bytes()
    return frozenset(data[i : i + 8] for i in range(0, len(data), 8))


def _caption(seed: int) -> tuple[str, Plan, Outline]:
    for attempt in range(100):
        rng = random.Random(f"{seed}/{attempt}")  # noqa: S311 -- captions are no secret
        plain = rng.random() < 0.24
        outline, texts = _drill(rng) if plain else _imagine(rng)
        prompt = _drilled(outline, rng) if plain else _worded(outline, texts, rng)
        if held_out(prompt):
            continue
        reading = read(prompt)
        if reading.refs.texts != texts:
            continue
        outline = _in_order(outline, reading)
        return prompt, outline.plan(reading.refs), outline
    raise PlanError(f"captions: nothing came of seed {seed}")


def _in_order(outline: Outline, reading: Reading) -> Outline:
    """The outline with its groups in the order the prompt names their kinds."""
    said = spoken(reading)
    first: dict[str, int] = {}
    for i in range(len(said)):
        options = settled(said, i)
        for name, value in options:
            if name in ("kind", "kinds") and (len(options) == 1 or value not in first):
                first.setdefault(value, i)
    order = sorted(range(len(outline.groups)), key=lambda g: first.get(outline.groups[g].kind, 0))
    new = {old: i for i, old in enumerate(order)}
    return Outline(
        tuple(outline.groups[i] for i in order),
        tuple((predicate, new[a], new[b]) for predicate, a, b in outline.relations),
        tuple((text, new[group]) for text, group in outline.letters),
        outline.scene,
        outline.avoid,
    )


def _drill(rng: random.Random) -> tuple[Outline, tuple[str, ...]]:
    """One of the six plain prompts: a thing, two things, a count, a colour, a position, two colours."""
    a, b = rng.sample(_NAMES, 2)
    which = rng.randrange(6)
    if which == 0:
        return Outline((Group(a),)), ()
    if which == 1:
        return Outline((Group(a), Group(b))), ()
    if which == 2:
        return Outline((Group(a, rng.choice((2, 3, 4, 2, 3, 4, 5, 6))),)), ()
    if which == 3:
        return Outline((Group(a, color=rng.choice(_HUES)),)), ()
    if which == 4:
        predicate = rng.choice(("left of", "right of", "above", "below"))
        return Outline((Group(a), Group(b)), ((predicate, 0, 1),)), ()
    return Outline((Group(a, color=rng.choice(_HUES)), Group(b, color=rng.choice(_HUES)))), ()


def _drilled(outline: Outline, rng: random.Random) -> str:
    names: list[str] = []
    for group in outline.groups:
        name = phrasing.noun(group.kind, group.count > 1, rng, plain=True)
        name = f"{group.color} {name}" if group.color else name
        count = ("", "", "two", "three", "four", "five", "six")[group.count]
        names.append(f"{count} {name}" if group.count > 1 else phrasing.one(group.kind, name))
    joint = f" {outline.relations[0][0]} " if outline.relations else " and "
    return "a photo of " + joint.join(names)


def _imagine(rng: random.Random) -> tuple[Outline, tuple[str, ...]]:
    kinds = rng.sample(_NAMES, rng.choices((0, 1, 2, 3, 4, 5), (1, 38, 36, 15, 7, 3))[0])
    groups: list[Group] = []
    room = MAX_THINGS
    for i, kind in enumerate(kinds):
        group = _group(kind, room - (len(kinds) - i - 1), len(kinds), rng)
        room -= group.count
        groups.append(group)
    if len(groups) in (1, 2) and groups[0].color and room >= 1 and rng.random() < 0.06:
        other = rng.choice([c for c in _HUES if c != groups[0].color])
        groups.append(Group(groups[0].kind, color=other))
    letters: tuple[tuple[int, int], ...] = ()
    texts: tuple[str, ...] = ()
    able = [i for i, g in enumerate(groups) if KINDS[g.kind].letters and g.count == 1]
    if able and rng.random() < (0.6 if groups[able[0]].kind in ("sign", "poster") else 0.25):
        texts, letters = (_text(rng),), ((0, able[0]),)
    scene = _scene(rng, bool(groups))
    return Outline(tuple(groups), _relations(groups, rng), letters, scene, _avoided(kinds, rng)), texts


def _avoided(kinds: list[str], rng: random.Random) -> tuple[str, ...]:
    """What is not to be there: kinds not among those said, or words no lexicon has."""
    if rng.random() > 0.07:
        return ()
    pool = [kind for kind in ("person", "person", *_NAMES) if kind not in (*kinds, "orange")]
    return tuple(
        dict.fromkeys(
            rng.choice(pool if rng.random() < 0.7 else _STRANGE) for _ in range(rng.choice((1, 1, 2)))
        )
    )


def _group(kind: str, room: int, kinds: int, rng: random.Random) -> Group:
    many = rng.random() < (0.24 if kinds == 1 else 0.12)
    count = min(rng.choices(range(2, 9), (30, 28, 18, 8, 6, 4, 3))[0], room) if many else 1
    poses = KINDS[kind].poses
    return Group(
        kind,
        count,
        size=rng.choice(tuple(SIZES)) if rng.random() < 0.1 else None,
        color=rng.choice(_HUES) if rng.random() < 0.5 else None,
        material=rng.choice(MATERIALS) if rng.random() < 0.13 else None,
        pose=rng.choice(poses) if len(poses) > 1 and rng.random() < 0.35 else None,
    )


def _relations(groups: list[Group], rng: random.Random) -> tuple[tuple[str, int, int], ...]:
    if len(groups) < 2 or len({g.kind for g in groups}) < len(groups) or rng.random() < 0.5:
        return ()
    order = rng.sample(range(len(groups)), len(groups))
    if len(groups) == 3 and rng.random() < 0.2:
        a, b, c = order
        return (("left of", a, c), ("right of", a, b))
    out: list[tuple[str, int, int]] = []
    for a, b in pairwise(order):
        predicate = rng.choice(_PREDICATES)
        if not _likely(predicate, groups[a], groups[b]) and rng.random() < 0.8:
            predicate = rng.choice(("beside", "behind", "left of", "right of"))
        if any(p == "on" and s == a for p, s, _ in out) and predicate == "on":
            break
        out.append((predicate, a, b))
        if rng.random() < 0.65:
            break
    return tuple(out)


def _likely(predicate: str, a: Group, b: Group) -> bool:
    """Whether people would say it: of things that carry, hold or shelter, and of many around one."""
    if predicate in ("on", "above"):
        return KINDS[b.kind].supports
    if predicate in ("in", "under"):
        return state(b.kind, "hollow" if predicate == "in" else "shelter") is not None
    return predicate != "around" or (a.count > 1 and b.count == 1)


def _scene(rng: random.Random, things: bool) -> dict[str, str]:
    scene: dict[str, str] = {}
    if rng.random() < (0.48 if things else 1.0):
        scene["place"] = rng.choice(PLACES[:4] if rng.random() < 0.4 else PLACES)
    if rng.random() < 0.36:
        hours = {place: tuple(hour for hour, _ in hours) for place, hours in HOURS.items()}
        times = hours.get(scene.get("place", ""), ("noon", "golden hour", "golden hour"))  # pyright: ignore[reportArgumentType, reportCallIssue] -- a place, or none
        times = times if len(times) == 1 else (*times, "night")
        scene["time"] = rng.choice(times if "place" in scene else (*times, "studio"))
    chances = {
        "key": (0.13, ("left", "right", "left", "right", "behind", "front", "above")),
        "quality": (0.07, ("soft", "hard")),
        "view": (0.1, VIEWS),
        "framing": (0.09, FRAMINGS),
        "mm": (0.05, tuple(map(str, FOCALS))),
        "f": (0.05, tuple(map(str, FNUMBERS))),
        "look": (0.06, LOOKS),
        "aspect": (0.03, ("16:9", "9:16")),
    }
    for slot, (chance, values) in chances.items():
        if rng.random() < chance:
            scene[slot] = rng.choice(values)
    return scene


def _text(rng: random.Random) -> str:
    roll = rng.random()
    if roll < 0.6:
        return rng.choice(_LETTERS)
    if roll < 0.75:
        return f"{rng.choice(_LETTERS)} {rng.randrange(1, 100)}"
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [
        "".join(rng.choice(letters) for _ in range(rng.randrange(2, 8))) for _ in range(rng.choice((1, 1, 2)))
    ]
    return rng.choice((str.upper, str.title, str.lower))(" ".join(words))


def _worded(outline: Outline, texts: tuple[str, ...], rng: random.Random) -> str:
    """The outline said in one of many ways, with what people add, and slips of the pen that can be read."""
    bare = rng.random() < 0.1
    text = phrasing.sentence(outline, texts, rng, bare)
    opening, after = phrasing.scenery(outline.scene, rng)
    if opening:
        text = f"{opening[0]} {text}" if text else opening[0]
        after += [part.removesuffix(" of") for part in opening[1:]]
    elif text and rng.random() < 0.3:
        text = f"{phrasing.opener(rng)} {text}"
    if rng.random() < 0.15:
        rng.shuffle(after)
    lead = after.pop(0) if after and not opening and rng.random() < 0.1 else None
    for part in after:
        text += (" " if part.split()[0] in _PREPOSITIONS and rng.random() < 0.7 and not bare else ", ") + part
    text = f"{lead}, {text}" if lead else text
    for _ in range(rng.choices((0, 1, 2), (84, 10, 6))[0]):
        text += f", {phrasing.praise(rng)}"
    if rng.random() < 0.02:
        text += f", {phrasing.article(phrasing.stranger(rng))}"
    if outline.avoid:
        words = [plural(word) if word in KINDS else word for word in outline.avoid]
        text += f"{rng.choice((', ', ' '))}{phrasing.refusal(words, rng)}"
    text = text.removeprefix(", ").strip()
    if not texts:
        slip = phrasing.slipped(text, rng) if rng.random() < 0.06 else text
        same = read(slip).ids == read(text).ids and read(slip).refs == read(text).refs
        text = slip if same else text
    return text[:1].upper() + text[1:] + rng.choice(("", "", ".")) if rng.random() < 0.35 else text


_PREPOSITIONS = frozenset(("on", "in", "at", "by", "under", "against", "with", "from", "after"))
