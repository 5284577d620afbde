"""Many ways to say one outline: noun phrases, relations, letters, light and place, in a person's words."""

import random
import re

from cavendish.plan.kinds import KINDS, plural
from cavendish.plan.prose import Group, Outline
from cavendish.plan.wording import (
    COLOR_WORDS,
    FRAMING_WORDS,
    LOOK_WORDS,
    MATERIAL_WORDS,
    QUALITY_WORDS,
    RELATION_WORDS,
    SIZE_WORDS,
    TIME_WORDS,
    VIEW_WORDS,
)

_NUMBERS = (
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ADJECTIVES = (
    "shiny", "old", "dusty", "striped", "new", "worn", "round", "antique", "happy", "lonely", "classic",
    "bright",
    "glossy", "matte", "rustic", "funny", "friendly", "ornate", "modern", "handmade", "fancy",
)  # fmt: skip
_PLACES: dict[str, tuple[str, ...]] = {
    "table": (
        "on a table", "on a wooden table", "on the table", "on a workbench", "on a kitchen counter",
        "on a wooden tabletop",
        "on a rustic wooden table", "on a tabletop", "on an oak table", "resting on a wooden table",
    ),
    "meadow": (
        "in a meadow", "in a field", "on the grass", "in a garden", "on a lawn", "in a grassy field",
        "in a green meadow", "in the countryside", "in a summer meadow", "in the grass", "in a pasture",
    ),
    "beach": (
        "on a beach", "on the beach", "on the sand", "at the seaside", "on a sandy beach", "by the sea",
        "by the ocean", "on the shore", "at the beach", "on a sunny beach" , "on the coast",
    ),
    "studio": (
        "in a studio", "in a photo studio", "against a plain background", "in the studio",
        "on a plain background",
        "on a seamless backdrop", "against a studio backdrop", "with a simple background",
        "in a photography studio",
    ),
    "forest": ("in a forest", "in the forest", "in the woods", "in a pine forest", "among the trees",
               "in a dark forest", "on the forest floor", "in a jungle", "in woodland"),
    "street": ("on a street", "on the street", "on a city street", "on the road", "on the sidewalk", "on a busy street",
               "by the roadside", "in the street", "on the pavement"),
    "city": ("in a city", "in the city", "with a city skyline behind", "in front of skyscrapers", "downtown",
             "in a big city", "with a skyline in the background", "against a city skyline"),
    "kitchen": ("in a kitchen", "in the kitchen", "in a cozy kitchen", "in a modern kitchen", "on the kitchen floor",
                "in a rustic kitchen"),
    "living room": ("in a living room", "in the living room", "in a cozy living room", "in a bedroom", "in a lounge",
                    "in an apartment", "indoors", "inside a house"),
    "library": ("in a library", "in the library", "in an old library", "in a bookshop", "in a reading room",
                "in front of bookshelves"),
    "office": ("in an office", "at the office", "in a modern office", "in a home office", "in the office",
               "in a classroom"),
    "cafe": ("at a cafe", "at a café", "on a cafe terrace", "in a coffee shop", "at an outdoor cafe", "on a patio",
             "at a street cafe", "at a parisian cafe"),
    "village": ("in a village", "on a cobbled street", "on a cobblestone street", "in an old town",
                "on the cobblestones", "in a village square", "in a quaint village", "in a medieval village"),
    "rooftop": ("on a rooftop", "on a roof terrace", "on the roof", "on a city rooftop", "on a rooftop terrace"),
    "park": ("in a park", "in the park", "at the park", "in a city park", "at a playground", "in a sunny park"),
    "lake": ("by a lake", "by the lake", "on a dock", "on a wooden dock", "at the lakeside", "on a pier", "on a jetty",
             "by a river", "by a pond"),
    "desert": ("in a desert", "in the desert", "among sand dunes", "in the dunes", "on desert sand", "in the sahara"),
    "mountains": ("in the mountains", "in the alps", "in a mountain valley", "with snowy peaks behind",
                  "in a mountain meadow", "in the highlands"),
    "snow": ("in the snow", "in a snowy landscape", "on fresh snow", "in a snowy field", "in a winter landscape",
             "in deep snow", "in the arctic"),
    "underwater": ("underwater", "under water", "under the sea", "on the sea floor", "on the ocean floor",
                   "by a coral reef", "at the bottom of the sea"),
    "night sky": ("under a night sky", "under a starry sky", "under the stars", "under a starry night sky",
                  "beneath the stars", "under a full moon"),
    "space": ("in space", "in outer space", "on the moon", "on the surface of the moon", "on mars",
              "on an alien planet", "in deep space"),
}  # fmt: skip
_TIMES: dict[str, tuple[str, ...]] = {
    "noon": ("at noon", "at midday", "in broad daylight", "on a sunny day", "in bright sunlight",
    "in the sunshine"),
    "golden hour": (
        "at golden hour", "at dusk", "in the evening light", "in golden light", "in warm light",
        "in warm evening light", "with warm golden light",
    ),
    "dawn": ("at dawn", "at sunrise", "at daybreak", "at first light"),
    "morning": ("in the morning", "in the morning light", "in the morning sun"),
    "sunset": ("at sunset", "at sundown", "in the light of the setting sun"),
    "blue hour": ("at blue hour", "at twilight", "after sunset"),
    "night": ("at night", "at midnight", "in the moonlight", "at nighttime", "by moonlight", "after dark"),
    "studio": ("under studio lights", "with studio lighting", "in studio light", "with softbox lighting"),
}  # fmt: skip
_KEYS: dict[str, tuple[str, ...]] = {
    "left": (
        "light from the left",
        "lit from the left",
        "the light coming from the left",
        "lighting from the left",
    ),
    "right": ("light from the right", "lit from the right", "the light coming from the right"),
    "behind": ("backlit", "lit from behind", "light from behind", "with backlighting"),
    "front": ("front lit", "lit from the front", "front lighting"),
    "above": ("lit from above", "light from above", "overhead lighting"),
}
_ASPECTS = {
    "16:9": ("16:9", "widescreen", "landscape format"),
    "9:16": ("9:16", "vertical format", "portrait format"),
}
_INVERSE = {"left of": "right of", "right of": "left of", "above": "below", "below": "above",
            "in front of": "behind", "behind": "in front of"}  # fmt: skip
_AROUND: dict[str, tuple[str, ...]] = {
    "left of": ("to the left of it", "on the left of it", "on its left side"),
    "right of": ("to the right of it", "on the right of it"),
    "above": ("above it",),
    "below": ("below it",),
    "under": ("under it", "underneath it", "beneath it"),
    "in": ("inside", "inside it"),
    "around": ("around it", "all around it"),
    "on": ("on top of it", "on top", "on it"),
    "in front of": ("in front of it",),
    "behind": ("behind it",),
    "beside": ("next to it", "beside it", "near it"),
}
_OPENERS = ("a photo of", "a photo of", "a picture of", "an image of", "photo of", "a photograph of",
            "picture of",
            "a beautiful photo of", "a product photo of", "a realistic picture of", "generate an image of",
            "please draw me", "show me", "create a picture of", "a still life of",
            "a scene with")  # fmt: skip
_PRAISE = ("highly detailed", "8k", "photorealistic", "masterpiece", "sharp focus", "4k", "high quality",
           "realistic",
           "award winning photo", "professional photography", "best quality",
           "beautiful")  # fmt: skip
_LIKE_YOU = re.compile(r"uni[^nm]|use|u[kt]|eu|one\b|once", re.IGNORECASE)
_MANY_FORMED = {kind.name: frozenset(kind.alike if kind.plain else ()) for kind in KINDS.values()}
"""Nouns that stand for one thing in the form of many."""
_TAIL_NOUNS = ("zither", "quokka", "gizmo", "doodad", "sprocket", "wug", "blorp", "tassel", "thingamajig")


def article(phrase: str) -> str:
    """The phrase with "a" or "an" before it, as it sounds."""
    vowel = re.match(r"[aeiou]|hour", phrase, re.IGNORECASE) and not _LIKE_YOU.match(phrase)
    return ("an " if vowel else "a ") + phrase


def one(kind: str, phrase: str) -> str:
    """One thing of the kind: "a cup", "a pair of scissors", "some grapes"; the phrase ends in the kind's noun."""
    ends = [noun for noun in KINDS[kind].nouns if phrase == noun or phrase.endswith(f" {noun}")]
    if max(ends, key=len, default="") not in _MANY_FORMED[kind]:
        return article(phrase)
    return f"{'a pair of' if KINDS[kind].paired else 'some'} {phrase}"


def noun(kind: str, many: bool, rng: random.Random, plain: bool = False) -> str:
    """A word for the kind, most often its own name; GenEval's plain plural when `plain`."""
    nouns = KINDS[kind].nouns
    word = nouns[0] if plain or rng.random() < 0.6 else rng.choice(nouns)
    if not many:
        return word
    return word + "s" if plain else plural(word)


def thing(group: Group, rng: random.Random, bare: bool = False) -> str:
    """A noun phrase for the group, without an article when `bare`."""
    before: list[str] = []
    after: list[str] = []
    if group.size:
        before.append(_one(SIZE_WORDS[group.size], rng))
    if group.color:
        word = _color(group.color, rng)
        roll = rng.random()
        if roll < 0.86:
            before.append(word)
        else:
            after.append(
                f"in {word}" if roll < 0.93 else ("that are " if group.count > 1 else "that is ") + word
            )
    if group.material:
        word = _material(group.material, rng)
        (after if word.startswith(("made", "out of")) else before).append(word)
    if len(before) > 1 and rng.random() < 0.12:
        rng.shuffle(before)
    if rng.random() < 0.05:
        before.insert(rng.randrange(len(before) + 1), rng.choice(_ADJECTIVES))
    if group.pose:
        (before if rng.random() < 0.4 else after).append(group.pose)
    name = noun(group.kind, group.count > 1, rng)
    named = " ".join([*before, name])
    if group.count > 1:
        alike, paired = name in KINDS[group.kind].alike, KINDS[group.kind].paired
        pairs = "pairs of " if alike and paired else ""
        return _counted(group.count, " ".join([pairs + named, *after]), rng, alike or paired)
    if not bare:
        roll = rng.random()
        some = roll >= 0.94 and name in _MANY_FORMED[group.kind]
        lead = one(group.kind, named) if roll < 0.88 or some else None
        named = lead or ("the " if roll < 0.94 else "one ") + named
    return " ".join([named, *after])


def sentence(outline: Outline, texts: tuple[str, ...], rng: random.Random, bare: bool = False) -> str:
    """The things, their relations and letters, as one phrase or two."""
    names = [thing(group, rng, bare) for group in outline.groups]
    for number, group in outline.letters:
        names[group] = lettered(names[group], texts[number], rng)
    if not outline.relations:
        return _listed(names, rng, bare)
    return _related(outline, names, rng)


def lettered(name: str, text: str, rng: random.Random) -> str:
    """The thing with what is written on it."""
    left, right = rng.choice((("'", "'"), ('"', '"'), ("“", "”"), ('"', '"')))
    quoted = f"{left}{text}{right}"
    says = rng.choice(
        ("that says", "that reads", "saying", "reading", "with the text", "with the words", "labeled")
    )
    if rng.random() < 0.12:
        return f"{quoted} written on {name}"
    return f"{name} {says} {quoted}"


def scenery(scene: dict[str, str], rng: random.Random) -> tuple[list[str], list[str]]:
    """Phrases for the scene: those that may open the prompt ("close-up of"), and those that follow."""
    opening: list[str] = []
    after: list[str] = []
    if "framing" in scene and scene["framing"] == "close" and rng.random() < 0.5:
        opening.append(rng.choice(("close up of", "a close-up of", "a tight shot of", "a close up photo of")))
    elif "framing" in scene:
        after.append(_one(FRAMING_WORDS[scene["framing"]], rng).removesuffix(" of"))
    if scene.get("look") == "black and white" and rng.random() < 0.5:
        opening.append("a black and white photo of")
    elif "look" in scene:
        after.append(_one(LOOK_WORDS[scene["look"]], rng))
    after += [rng.choice(_PLACES[scene["place"]])] if "place" in scene else []
    after += _lit(scene, rng)
    if "view" in scene:
        after.append(_one(VIEW_WORDS[scene["view"]], rng))
    after += [rng.choice(_ASPECTS[scene["aspect"]])] if "aspect" in scene else []
    lens = [f"{scene['mm']}{rng.choice(('mm', ' mm'))}"] if "mm" in scene else []
    lens += [f"f/{float(scene['f']):g}" if rng.random() < 0.8 else f"f{scene['f']}"] if "f" in scene else []
    after += [" ".join(lens)] if lens else []
    return opening, after


def wheres(place: str) -> tuple[str, ...]:
    """Ways to say where it all is, each with its preposition."""
    return _PLACES[place]


def opener(rng: random.Random) -> str:
    """Something people write before what they want."""
    return rng.choice(_OPENERS)


def praise(rng: random.Random) -> str:
    """Something people write after what they want."""
    return rng.choice(_PRAISE)


def stranger(rng: random.Random) -> str:
    """A thing no lexicon has."""
    return rng.choice(_TAIL_NOUNS)


def refusal(words: list[str], rng: random.Random) -> str:
    """What is not to be there."""
    if len(words) == 1:
        return f"{rng.choice(('no', 'without', 'without any', 'no'))} {words[0]}"
    return rng.choice((f"no {words[0]}, no {words[1]}", f"without {words[0]} or {words[1]}"))


def slipped(prompt: str, rng: random.Random) -> str:
    """The prompt with one slip of the pen in a longer word outside quotation marks."""
    words = prompt.split(" ")
    able = [i for i, w in enumerate(words) if w.isalpha() and len(w) > 4]
    if not able or any(mark in prompt for mark in "'\"“"):
        return prompt
    i = rng.choice(able)
    word = words[i]
    at = rng.randrange(1, len(word) - 1)
    words[i] = rng.choice(
        (word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at + 1 :],
        word[:at] + word[at:][0] + word[at:])
    )  # fmt: skip
    return " ".join(words)


def _one(listed: str, rng: random.Random) -> str:
    words = listed.split("|")
    return words[0] if rng.random() < 0.3 else rng.choice(words)


def _color(color: str, rng: random.Random) -> str:
    if rng.random() < 0.72 or color == "orange":
        return color
    return rng.choice(COLOR_WORDS[color].split("|"))


_COLORS_TOO = ("jade", "gold", "copper", "hair", "matte")
"""Stuffs whose bare names say something else before a noun."""


def _material(material: str, rng: random.Random) -> str:
    if material == "glass":
        return rng.choice(("glass", "glass", "made of glass"))
    if rng.random() < 0.5 and material not in _COLORS_TOO:
        return "wooden" if material == "wood" else material
    return rng.choice(MATERIAL_WORDS[material].split("|"))


def _counted(count: int, phrase: str, rng: random.Random, alike: bool = False) -> str:
    """So many of them; `alike` when one is called the same, so that a word for many is needed."""
    roll = rng.random()
    if roll < 0.6:
        return f"{_NUMBERS[count]} {phrase}"
    if count == 2 and roll < 0.75:
        return ("a couple of " if alike else rng.choice(("a pair of ", "a couple of "))) + phrase
    if count == 3 and roll < 0.75:
        return rng.choice(("several ", "a few ") if alike else ("some ", "several ", "", "a few ")) + phrase
    return f"{count} {phrase}"


def _listed(names: list[str], rng: random.Random, bare: bool) -> str:
    if bare or len(names) < 2:
        return ", ".join(names)
    if len(names) == 2:
        return rng.choice((" and ", " and ", " and ", " with ", " together with ", ", ")).join(names)
    return ", ".join(names[:-1]) + rng.choice((" and ", ", and ")) + names[-1]


def _related(outline: Outline, names: list[str], rng: random.Random) -> str:
    parts: list[str] = []
    said: set[int] = set()
    relations = list(outline.relations)
    if len(relations) == 2 and {r[0] for r in relations} == {"left of", "right of"}:
        (_, a, b), (_, c, d) = sorted(relations, reverse=True)
        if a == c and b != d and rng.random() < 0.8:
            return _rest(f"{names[a]} between {names[b]} and {names[d]}", names, {a, b, d}, rng)
    for predicate, a, b in relations:
        first, second = (_again(n, outline.groups[i], i in said) for i, n in ((a, names[a]), (b, names[b])))
        still = len(KINDS[outline.groups[a].kind].poses) == 1
        parts.append(_pair(predicate, first, second, (not {a, b} & said, still), rng))
        said |= {a, b}
    return _rest(rng.choice((", and ", ", ", " and ", ". ")).join(parts), names, said, rng)


def _again(name: str, group: Group, said: bool) -> str:
    return f"the {plural(group.kind) if group.count > 1 else group.kind}" if said else name


def _pair(predicate: str, a: str, b: str, about: tuple[bool, bool], rng: random.Random) -> str:
    """The relation in words; `about` says whether neither was named before, and whether a has but one pose."""
    fresh, still = about
    words = _one(RELATION_WORDS[predicate], rng)
    if predicate == "on" and rng.random() < 0.5:
        words = rng.choice(("on", "standing on", "sitting on", "on") if still else ("on",))
    roll = rng.random()
    if fresh and roll < 0.10:
        return f"{b} with {a} {rng.choice(_AROUND[predicate])}"
    if fresh and predicate in ("left of", "right of") and roll < 0.18:
        sides = ("left", "right") if predicate == "left of" else ("right", "left")
        return f"{a} on the {sides[0]} and {b} on the {sides[1]}"
    if fresh and roll < 0.22 and predicate not in ("beside", "on", "around"):
        return f"{words} {b} is {a}"
    return f"{a} {'is ' if not fresh or rng.random() < 0.1 else ''}{words} {b}"


def _rest(text: str, names: list[str], said: set[int], rng: random.Random) -> str:
    others = [name for i, name in enumerate(names) if i not in said]
    if not others:
        return text
    tail = _listed(others, rng, bare=False)
    return f"{text}, {rng.choice(('and', 'with', 'and also', 'plus'))} {tail}"


def _lit(scene: dict[str, str], rng: random.Random) -> list[str]:
    key, time = scene.get("key"), scene.get("time")
    out = [_one(QUALITY_WORDS[scene["quality"]], rng)] if "quality" in scene else []
    if key in ("left", "right") and time == "golden hour" and rng.random() < 0.4:
        return [*out, f"{rng.choice(('warm light', 'golden light', 'with warm light'))} from the {key}"]
    if time is not None:
        out.insert(0, rng.choice(_TIMES[time]) if rng.random() < 0.75 else _one(TIME_WORDS[time], rng))
    return [*out, rng.choice(_KEYS[key])] if key is not None else out
