"""What stands right beside what: the qualities said directly before a noun, the nouns on either side of a relation."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cavendish.plan.reading import Read
from cavendish.plan.wording import INVERSE_WORDS

Options = list[tuple[str, str]]
QUALITIES = ("n", "size", "color", "material", "pose")
_PASSED = ("word", "say:colored")
_AFTER_NOUN = ("say:is", "say:that", "say:in", "say:made of", *_PASSED)
_BEFORE_NOUN = ("say:a", *_PASSED)
_BEFORE_STRANGER = ("say:a", "say:with", "say:and")
_DEFINITE = ("the", "this", "that one")
_INVERSE = frozenset(phrase for words in INVERSE_WORDS.values() for phrase in words.split("|"))
WORN_ON_HEADS = frozenset({"hat", "crown", "helmet"})
"""What one is in when it is on one's head."""


@dataclass(frozen=True)
class Bindings:
    """What is bound, and what is not.

    `chains`: for each kind, its mentions in order, each with the qualities it must have ("n": "1" is one thing);
    kinds whose qualities are shared over "and" are absent. `loose`: values said without a noun behind them.
    `pairs`: for each predicate, its mentions: the kinds (subject, object), or None where that is not plain.
    """

    chains: dict[str, tuple[dict[str, str], ...]] = field(
        default_factory=dict[str, tuple[dict[str, str], ...]]
    )
    loose: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    pairs: dict[str, tuple[tuple[str, str] | None, ...]] = field(
        default_factory=dict[str, tuple[tuple[str, str] | None, ...]]
    )


def bind(said: list[Read], options: list[Options]) -> Bindings:
    """The bindings of stretches that are neither negated nor passed over, each with what it may stand for."""
    chains: dict[str, list[dict[str, str]]] = {}
    shared: set[str] = set()
    used: set[int] = set()
    for i, found in enumerate(options):
        if not _is_noun(found):
            shared |= {value for name, value in found if name in ("kind", "kinds")}
            continue
        kind = found[0][1]
        chain, start, whole = _chain(said, options, i)
        again = said[start].text.lower() in _DEFINITE if start >= 0 else False
        if again and not chain and kind in chains and said[i].near is None:
            continue
        after = _after(said, options, i)
        whole = whole and not {options[j][0][0] for j in after} & chain.keys()
        chain |= {name: value for j in after for name, value in options[j]}
        used |= {*after, *(j for j in range(start + 1, i) if _quality(options[j]))}
        shared |= set() if whole else {kind}
        chains.setdefault(kind, []).append(_numbered(chain, said[i], found, definite=again))
    used |= {i for i in range(len(said)) if _astray(said, options, i)}
    loose = {
        name: tuple(dict.fromkeys(v for i, found in enumerate(options) if i not in used for n, v in found if n == name))
        for name in QUALITIES
    }  # fmt: skip
    kept = {kind: tuple(found) for kind, found in chains.items() if kind not in shared}
    return Bindings(kept, loose, _pairs(said, options))


def _is_noun(found: Options) -> bool:
    return len(found) == 1 and found[0][0] in ("kind", "kinds")


def _quality(found: Options) -> bool:
    return len(found) == 1 and found[0][0] in QUALITIES


def _chain(said: list[Read], options: list[Options], i: int) -> tuple[dict[str, str], int, bool]:
    """The qualities before the i-th stretch, where they start (exclusive), and whether they are its own alone."""
    chain: dict[str, str] = {}
    whole = True
    j = i - 1
    while j >= 0:
        name, value = options[j][0]
        if _quality(options[j]):
            whole = whole and name not in chain
            chain[name] = value
            if name == "n":
                j -= 1
                break
        elif said[j].name not in _PASSED:
            break
        j -= 1
    if j >= 0 and len(options[j]) > 1 and any(name in QUALITIES for name, _ in options[j]):
        whole = False
    if j >= 1 and chain and "n" not in chain and said[j].name in ("say:and", "stop", "say:or"):
        whole = whole and not any(name in QUALITIES and name != "pose" for name, _ in options[j - 1])
    return chain, j, whole


def _after(said: list[Read], options: list[Options], i: int) -> list[int]:
    """Stretches behind the i-th that say how it is: "in red", "that is blue", "made of wood"."""
    found: list[int] = []
    j, joined = i + 1, False
    while j < len(said):
        name = options[j][0][0]
        if said[j].name in ("say:that", "say:is", "say:in", "say:made of"):
            joined = True
        elif _quality(options[j]) and name != "n" and (joined or name == "pose" or _made(said[j])):
            found.append(j)
            joined = False
        elif said[j].name != "say:colored":
            break
        j += 1
    if j < len(said) and options[j][0][0] in ("kind", "kinds"):
        return []
    shared = j + 1 < len(said) and said[j].name == "say:and" and _quality(options[j + 1]) and bool(found)
    alone = shared and j + 2 < len(said) and _is_noun(options[j + 2])
    return [] if shared and not alone else found


def _astray(said: list[Read], options: list[Options], i: int) -> bool:
    """Whether the i-th stretch is a quality of something that is no thing: "a brown zorb", "white walls"."""
    if not _quality(options[i]):
        return False
    start, end = i, i + 1
    while start >= 0 and _quality(options[start]):
        start -= 1
    while end < len(said) and (_quality(options[end]) or said[end].name == "say:colored"):
        end += 1
    counted = options[start + 1][0][0] == "n"
    if not counted and (start < 0 or said[start].name not in _BEFORE_STRANGER):
        return False
    stranger = end
    while end < len(said) and said[end].name == "word":
        end += 1
    if end == stranger:
        return end < len(said) and said[end].name.startswith(("say:background", "place:"))
    return end == len(said) or not any(name in (*QUALITIES, "kind", "kinds") for name, _ in options[end])


def _made(item: Read) -> bool:
    return item.text.lower().startswith(("made", "out of"))


def _numbered(chain: dict[str, str], item: Read, found: Options, *, definite: bool) -> dict[str, str]:
    """The chain with its count: one of a singular, three of a plural without number, open of "the cups"."""
    if "n" in chain:
        return chain
    if found[0][0] == "kind":
        return {**chain, "n": "1"}
    return chain if definite or item.near is not None else {**chain, "n": "3"}


def _pairs(said: list[Read], options: list[Options]) -> dict[str, tuple[tuple[str, str] | None, ...]]:
    pairs: dict[str, list[tuple[str, str] | None]] = {}
    for i, found in enumerate(options):
        predicates = [value for name, value in found if name == "rel"]
        if not predicates:
            continue
        before = _noun(
            zip(said[:i][::-1], options[:i][::-1], strict=True), _AFTER_NOUN, ("color", "material", "pose")
        )
        after = _noun(zip(said[i + 1 :], options[i + 1 :], strict=True), _BEFORE_NOUN, QUALITIES)
        if said[i].text.lower() in _INVERSE or (said[i].name == "say:in" and after in WORN_ON_HEADS):
            before, after = after, before
            if before is None or after is None:
                continue
        plain = len(predicates) == 1 and before is not None and after is not None and before != after
        for predicate in predicates:
            pair = (before, after) if plain and before is not None and after is not None else None
            pairs.setdefault(predicate, []).append(pair)
    return {predicate: tuple(found) for predicate, found in pairs.items()}


def _noun(
    stretches: Iterable[tuple[Read, Options]], passed: tuple[str, ...], fields: tuple[str, ...]
) -> str | None:
    """The kind of the first stretch that is not passed over, if it is plainly a noun."""
    for item, found in stretches:
        if _is_noun(found):
            return found[0][1]
        if item.name not in passed and not (len(found) == 1 and found[0][0] in fields):
            return None
    return None
