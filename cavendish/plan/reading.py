"""A prompt as tokens: known phrases, quoted strings and unknown words by reference, spelling slips mended."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from cavendish.plan import clock, hues
from cavendish.plan.compounds import joined, strange_names
from cavendish.plan.counting import recounted
from cavendish.plan.lettering import MAX_LETTERS, drawable, unseen
from cavendish.plan.making import noted_phrases
from cavendish.plan.nearby import near_phrases
from cavendish.plan.negating import scopes
from cavendish.plan.palette import LENT, NAMED
from cavendish.plan.pieces import Piece, emoji_words, nearest_aspect, pieces
from cavendish.plan.portions import portioned
from cavendish.plan.quoting import lift
from cavendish.plan.shades import class_of
from cavendish.plan.spelling import mended
from cavendish.plan.vocabulary import FNUMBERS, FOCALS, ID, MAX_COUNT, MAX_TEXTS, MAX_WORDS, PROMPT
from cavendish.plan.wording import phrases

MAX_PROMPT = 160
"""Tokens of a prompt that the backbone reads; what comes after is left to the audit."""

_LONGEST = 6
_NAMELESS = {"say:says", "say:background", "say:light"}


@dataclass(frozen=True)
class Read:
    """One stretch of the prompt: its token's name ("" if passed over, "word" if unknown), and its text.

    `near` names what it was taken for when that is not what it says; `negated` is true after "without", "no";
    `noted` of words about how the picture is made that no plan can hold.
    """

    name: str
    text: str
    near: str | None = None
    negated: bool = False
    noted: bool = False


@dataclass(frozen=True)
class Refs:
    """What <text i> and <word i> stand for."""

    texts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A prompt read: token ids (first <prompt>), references, every stretch, texts that cannot be lettered."""

    ids: tuple[int, ...]
    refs: Refs
    reads: tuple[Read, ...]
    left_out: tuple[str, ...] = ()


def read(prompt: str) -> Reading:
    """The reading of any text; equal prompts read equal, and no text raises an error."""
    lifted = lift(prompt)
    found = list(_reads(pieces(lifted.text), lifted.literals))
    reads = _negated(_counted(_patterned(_compounded(_twofold(list(_furnished(_bodily(found))))))))
    ids = [PROMPT]
    texts: list[str] = []
    words: list[str] = []
    left_out: list[str] = []
    for item in reads:
        if item.name == "text":
            if len(item.text) > MAX_LETTERS or not drawable(item.text):
                left_out.append(item.text)
                continue
            if len(texts) < MAX_TEXTS:
                ids.append(ID[f"text:{len(texts)}"])
            texts.append(item.text)
        elif item.name == "word":
            if len(words) < MAX_WORDS:
                ids.append(ID[f"word:{len(words)}"])
                words.append(item.text)
            else:
                ids.append(ID["word"])
        elif item.name == "stop":
            ids.append(ID["byte:44"] if item.text in ",:" else ID["byte:46"])
        elif item.name:
            ids.append(ID[item.name])
    return Reading(tuple(ids[:MAX_PROMPT]), Refs(tuple(texts), tuple(words)), tuple(reads), tuple(left_out))


def _lines(text: str) -> Iterator[Read]:
    """The lines of a literal text, without what no eye can see; nothing else about them is changed."""
    for line in text.splitlines():
        spaced = line.replace("\t", " ")
        seen = "".join(char for char in spaced if not unseen(char))
        if any(unicodedata.category(char)[0] not in "CZ" for char in seen):
            yield Read("text", seen)


def _reads(found: Iterator[Piece], literals: tuple[str, ...]) -> Iterator[Read]:
    todo = [piece for piece in found if piece.kind not in ("rest", "join")]
    i = 0
    while i < len(todo):
        piece = todo[i]
        if piece.kind == "word":
            run: list[str] = []
            while (
                len(run) < _LONGEST
                and i + len(run) < len(todo)
                and todo[i + len(run)].kind in ("word", "and")
            ):
                run.append(todo[i + len(run)].text)
            item, used = _word(run)
            yield item
            i += used
        else:
            yield from _lines(literals[int(piece.text)]) if piece.kind == "quote" else (_special(piece),)
            i += 1


def _special(piece: Piece) -> Read:
    number = next(iter(re.findall(r"\d+(?:\.\d+)?", piece.text)), "0")
    if piece.kind == "mm":
        near = min(FOCALS, key=lambda f: abs(f - float(number)))
        return Read(f"mm:{near}", piece.text, None if near == float(number) else f"{near} mm")
    if piece.kind == "f":
        stop = min(FNUMBERS, key=lambda f: abs(f - float(number)))
        return Read(f"f:{stop}", piece.text, None if stop == float(number) else f"f/{stop:g}")
    if piece.kind == "hex":
        return Read(f"color:{class_of(piece.text)}", piece.text)
    if piece.kind == "aspect":
        return _shaped(piece.text)
    if piece.kind == "emoji":
        return _emoji(piece.text)
    if piece.kind == "clock":
        return Read(f"time:{clock.named(clock.hour_in(piece.text))}", piece.text)
    if piece.kind in ("made", "ar", "no", "free"):
        return Read("say:no" if piece.kind == "no" else "", piece.text, noted=piece.kind == "made")
    return Read("say:and" if piece.kind == "and" else "stop", piece.text)


def _shaped(text: str) -> Read:
    near = nearest_aspect(text)
    return Read(f"aspect:{near}", text, None if near == text.lower().replace("x", ":") else near)


def _emoji(text: str) -> Read:
    """An emoji as the thing whose name it has."""
    words = emoji_words(text)
    for start in range(len(words)):
        token = _known().get(words[start:], "")
        if token.startswith(("kind:", "place:")):
            return Read(token, text)
    return Read("word", text)


def _word(run: list[str]) -> tuple[Read, int]:
    """What the first words of the run are, and how many of them that takes."""
    lower = ["and" if word == "&" else word.lower().replace("’", "'") for word in run]
    right = [_mended(word) or word for word in lower]
    for length in range(len(lower), 0, -1):
        text = " ".join(run[:length])
        for words in (lower, right) if right != lower else (lower,):
            part = tuple(words[:length])
            stem = (*part[:-1], re.sub(r"['’]s?$", "", part[-1]))
            slip = " ".join(part) if words is right and part != tuple(lower[:length]) else None
            for key in (part, stem):
                if key in _known() and not _darkens(lower, length) and not _cuts(lower, length):
                    noted = not _known()[key] and " ".join(key) in noted_phrases()
                    return Read(_known()[key], text, slip, noted=noted), length
            color = hues.color_token(part)
            if color is not None:
                return Read(color, text, slip), length
            for key in (part, stem):
                if key in _near():
                    return Read(_near()[key][0], text, _near()[key][1]), length
    return _alone(run[0]), 1


def _darkens(lower: list[str], length: int) -> bool:
    """Whether the last of the words is the "dark" of a colour: "in the dark blue car" is not at night."""
    return (
        length > 1
        and lower[length - 1] == "dark"
        and hues.color_token(lower[length - 1 : length + 1]) is not None
    )


def _cuts(lower: list[str], length: int) -> bool:
    """Whether the words name a place whose last word begins another name: "green park" in "green park bench"."""
    if length < 2 or not _known().get(tuple(lower[:length]), "").startswith("place:"):
        return False
    longer = (tuple(lower[length - 1 : length + more]) for more in (1, 2))
    return any(
        len(key) > 1
        and (_known().get(key) or _near().get(key, ("",))[0]).startswith(("kind:", "kinds:", "place:"))
        for key in longer
    )


def _bodily(reads: list[Read]) -> list[Read]:
    """The same stretches; a hand or a face is somebody's where somebody is named, and nobody else."""
    if not any(item.name in ("kind:person", "kinds:person") and item.near is None for item in reads):
        return reads
    own = ("hand", "hands", "face", "faces", "head", "heads", "hair")
    return [Read("word", item.text) if item.near and item.text.lower() in own else item for item in reads]


def _furnished(reads: list[Read]) -> Iterator[Read]:
    """The same stretches; a table that stands beside other things, under none, is a thing and not where they are."""
    for i, item in enumerate(reads):
        words = item.text.split()
        if item.name == "place:table" and words[-1].lower() == "table" and _is_one_more(reads, i):
            if words[-2:-1] and words[-2].lower() in _OF_WOOD:
                yield Read("material:wood", " ".join(words[:-1]))
                words = words[-1:]
            yield Read("kind:dining table", " ".join(words))
        else:
            yield item


_OF_WOOD = ("wooden", "wood", "oak")


def _is_one_more(reads: list[Read], i: int) -> bool:
    """Whether the i-th stretch is said beside a thing: in a list, or by where one of the two is to the other."""
    near = [item for item in reads if item.name != ""]
    first = at = near.index(reads[i])
    while first and _says_how(near[first - 1]):
        first -= 1
    led = first > 0 and near[first - 1].name == "say:a"
    before = near[: first - led]
    after = near[at + 1] if at + 1 < len(near) else Read("stop", "")
    if before:
        last = before[-1]
        joined = last.name in ("say:and", *_BY) or (led and last.text == ",")
        return joined and any(item.name.startswith(("kind:", "kinds:")) for item in before)
    listed = after.name in ("say:and", *_BY) or (led and after.text == ",")
    return listed and any(item.name.startswith(("kind:", "kinds:")) for item in near[at + 1 :])


def _says_how(item: Read) -> bool:
    """Whether a stretch says how a table is, and of what."""
    return item.name.startswith(("color:", "material:", "size:")) or item.text.lower() in (
        *hues.STUFFS,
        "glass",
    )


_BY = tuple(
    f"rel:{where}" for where in ("beside", "left of", "right of", "in front of", "behind", "under", "below")
)


def _twofold(reads: list[Read]) -> list[Read]:
    """The same stretches; words for a colour or stuff and for a thing are settled by what stands beside them."""
    after: list[hues.Stretch] = []
    settled: list[Read] = []
    for i in range(len(reads) - 1, -1, -1):
        before = reads[i - 1].name if i else ""
        listed = before == "say:and" or (i > 0 and reads[i - 1].text == ",")
        if listed and i > 1 and reads[i - 2].name.startswith("color:"):
            before = "say:in"
        found = _settled(reads[i], before, after[-8:][::-1])
        settled += found[::-1]
        after += [hues.Stretch(item.name, item.text) for item in found[::-1]]
    return settled[::-1]


def _settled(item: Read, before: str, after: list[hues.Stretch]) -> list[Read]:
    """A stretch as what stands before and after it makes it: a quality, a thing, or a thing of some colour."""
    words = tuple(item.text.lower().replace("-", " ").split())
    base = hues.head(words)
    color = hues.color_token(words)
    named = color or hues.stuff_token(base)
    if named is None or item.name in ("text", "stop"):
        return [item]
    thing = _named_after(base)
    if thing is None:
        strange = item.name == "word" and hues.is_adjective(before, after, place=False)
        return (
            [Read(named, item.text, None if _shows(base, color) else named.partition(":")[2])]
            if strange
            else [item]
        )
    field, _, value = thing.name.partition(":")
    grows = field in ("kind", "kinds") and hues.grows_on(value, after)
    if not grows and hues.is_adjective(before, after, place=field == "place"):
        return [Read(named, item.text, None if _shows(base, color) else named.partition(":")[2])]
    thing = Read(thing.name, " ".join(item.text.split()[-len(base) :]), thing.near)
    return [thing] if base == words or color is None else [Read(color, item.text), thing]


def _shows(base: tuple[str, ...], color: str | None) -> bool:
    """Whether words for a colour or stuff are shown as they say, and not only by the nearest."""
    return color is not None or " ".join(base) in hues.SHOWN


def _named_after(words: tuple[str, ...]) -> Read | None:
    """What words for a colour or stuff are where they do not say how a thing is; None when they always do."""
    text = " ".join(words)
    name, near = (_known()[words], None) if words in _known() else _near().get(words, ("", None))
    if not name and hues.needs_a_thing(words):
        return Read("word", text)
    thing = name.partition(":")[0] in ("kind", "kinds", "place", "look") or name == "say:orange"
    return Read(name, text, near) if thing else None


def _compounded(reads: list[Read]) -> list[Read]:
    """The same stretches, a noun that only says of what sort the next is made one with it."""
    out: list[Read] = []
    i = 0
    while i < len(reads):
        said = [hues.Stretch(item.name, item.text) for item in reads[: i + 4]]
        found = None if reads[i].negated else joined(said, i)
        if found is None or found.lost:
            out.append(reads[i] if found is None else Read("word", reads[i].text))
        else:
            head = reads[i + 1]
            text = f"{reads[i].text} {head.text}"
            reads = [*reads[: i + 1], replace(head, name=found.name, text=text), *reads[i + 2 :]]
        i += 1
    return out


def _patterned(reads: list[Read]) -> list[Read]:
    passed = hues.of_patterns([hues.Stretch(item.name, item.text) for item in reads])
    return [replace(item, name="") if i in passed else item for i, item in enumerate(reads)]


def _counted(reads: list[Read]) -> list[Read]:
    """The same stretches; portions, those that say how many, and nouns that read the same for many are settled."""
    settled = portioned([hues.Stretch(item.name, item.text) for item in reads])
    names = recounted([hues.Stretch(name, item.text) for name, item in zip(settled, reads, strict=True)])
    return [replace(item, name=name) for item, name in zip(reads, names, strict=True)]


def _alone(word: str) -> Read:
    bare = _known().get((word.lower().removesuffix("less"),), "")
    if bare.startswith("kind:") and word.lower().endswith("less"):
        return Read(bare, word, None, True)
    if not (word.isdecimal() and word.isascii()) or len(word) > 2:
        return Read("word", word)
    if int(word) == 0:
        return Read("say:no", word)
    most = min(int(word), MAX_COUNT)
    return Read(f"n:{most}", word, str(most) if most < int(word) else None)


@cache
def _mended(word: str) -> str | None:
    known, worth = _spelled()
    return None if word in known else mended(word, worth)


@cache
def _known() -> dict[tuple[str, ...], str]:
    return {**phrases(), **hues.made_of(hues.METALS | hues.SHOWN), **strange_names()}


@cache
def _near() -> dict[tuple[str, ...], tuple[str, str]]:
    made = hues.made_of(frozenset(hues.STUFFS) - hues.METALS - hues.SHOWN)
    every = {**near_phrases(), **{key: (token, token.partition(":")[2]) for key, token in made.items()}}
    return {key: value for key, value in every.items() if key not in _known()}


@cache
def _spelled() -> tuple[frozenset[str], tuple[str, ...]]:
    """Every word that is spelled right, and those that slips are mended to."""
    fields = ("kind", "kinds", "color", "material", "place", "time", "size", "rel", "n")
    known = frozenset(word for key in (*_known(), *_near()) for word in key)
    known |= frozenset(word for name in (*NAMED, *LENT) for word in name.split())
    worth = {
        w for key, token in _known().items() if token.split(":")[0] in fields for w in key if len(w) >= 4
    }
    worth |= {name for name in NAMED if " " not in name and len(name) >= 6}
    return known, tuple(sorted(worth))


def _negated(reads: list[Read]) -> list[Read]:
    """The same stretches, those that a "no" reaches marked; some joining words are then words of their own."""
    for i in range(1, len(reads)):
        before = reads[i - 1].name.partition(":")[0]
        if reads[i].text.lower() == "-free" and before in ("kind", "kinds", "word"):
            reads[i - 1] = replace(reads[i - 1], negated=True)
    reached = scopes([hues.Stretch(item.name, item.text) for item in reads])
    return [
        replace(item, name="word" if item.name in _NAMELESS else item.name, negated=True) if inside else item
        for item, inside in zip(reads, reached, strict=True)
    ]
