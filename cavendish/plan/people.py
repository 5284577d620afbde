"""What a prompt says of people: looks, clothes, moods and doings, each bound to the nearest word for a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from cavendish.plan.attire import Said, feature
from cavendish.plan.compounds import leads
from cavendish.plan.kinds import KINDS
from cavendish.plan.nearby import near_phrases
from cavendish.plan.person import Person
from cavendish.plan.quoting import MASK, spans
from cavendish.plan.roles import Noun, nouns
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.shades import class_of, is_plain
from cavendish.plan.wording import COUNT_WORDS

_TOKEN = re.compile(rf"{MASK}+|[^\W_]+(?:['’][^\W_]+)?|[^\w\s{MASK}]")
_BEFORE: dict[str, dict[str, Any]] = {
    "old|elderly|aged|senior": {"age": "old"}, "young|little|small": {}, "adult|middle aged": {"age": "adult"},
    "bald": {"hair": "bald"}, "bearded": {"beard": "short"}, "moustached": {"beard": "moustache"},
    "blond|blonde|blond haired|fair haired|blonde haired": {"hair_color": "blond"},
    "red haired|ginger|redheaded|red headed|ginger haired": {"hair_color": "red"},
    "dark haired|black haired|brunette": {"hair_color": "black"}, "brown haired": {"hair_color": "brown"},
    "grey haired|gray haired|silver haired": {"hair_color": "grey"}, "white haired": {"hair_color": "white"},
    "curly haired": {"hair": "curly"}, "long haired": {"hair": "long"}, "short haired": {"hair": "short"},
    "chubby|fat|stout|plump|overweight|round": {"build": "stout"}, "slim|thin|skinny|slender": {"build": "slim"},
    "dark skinned|african|african american": {"skin": "umber"}, "brown skinned": {"skin": "brown"},
    "light skinned|fair skinned|pale skinned|caucasian": {"skin": "fair"}, "tanned": {"skin": "tan"},
    "black": {"skin": "umber"}, "white": {"skin": "fair"},
    "happy|smiling|cheerful|grinning|joyful": {"expression": "happy"}, "laughing": {"expression": "laughing"},
    "sad|crying|unhappy|upset": {"expression": "sad"}, "surprised|shocked|astonished|amazed": {
        "expression": "surprised"},
    "serious": {"expression": "neutral"},
    "running|jogging": {"pose": "running"}, "walking": {"pose": "walking"}, "dancing": {"pose": "dancing"},
    "male": {"lashes": False}, "female": {"lashes": True}, "bespectacled": {"glasses": "glasses"},
}  # fmt: skip
_DOING: dict[str, dict[str, Any]] = {
    "laughing|laughing out loud": {"expression": "laughing"}, "smiling|grinning|happy": {"expression": "happy"},
    "crying|frowning|sad": {"expression": "sad"}, "surprised|shocked": {"expression": "surprised"},
    "running|jogging|sprinting": {"pose": "running"}, "walking|strolling": {"pose": "walking"},
    "dancing": {"pose": "dancing"}, "pointing": {"pose": "pointing"}, "reading": {"pose": "reading"},
    "reading a book|reading the book|reading his book|reading her book|reading books": {"pose": "reading"},
    "holding a ball": {"pose": "holding"}, "crossing his arms|crossing her arms": {"pose": "arms crossed"},
    "drinking|sipping|drinking tea|drinking coffee|drinking water|drinking from a cup|drinking a cup of tea|"
    "drinking a cup of coffee|having a drink|sipping tea|sipping coffee": {"pose": "drinking"},
    "typing|typing on a laptop|typing on his laptop|typing on her laptop|working on a laptop|using a laptop": {
        "pose": "typing"},
    "reclining|lounging|lying down|lying back|sunbathing|relaxing|leaning back": {"pose": "reclining"},
}  # fmt: skip
_WEARING = ("wearing", "wears", "dressed in", "clad in")
_WITH = ("with", "in", "has", "having", "who has", "that has", "and", ",")
_NO = frozenset({"no", "not", "without", "never", "isn't", "aren't", "nor", "avoid", "exclude", "don't"})
_JOINS = frozenset({"and", "or", "but", "with", "in", "on", "at", "of"})
_LINKS = (",", "and", "who", "is", "that", "are")
_LIVING = ("animal", "toy", "person")
_NOT_PEOPLE = frozenset({"hair", "face", "head", "hand", "hands", "toy soldier"})


@dataclass
class Mention:
    """People said in one breath: how many (None: as many as there are), and all that is said of each."""

    count: int | None
    noun: tuple[str, ...]
    color: str | None
    looks: dict[str, Any]
    said: dict[str, Any] = field(default_factory=dict[str, Any])
    words: list[str] = field(default_factory=list[str])

    def hear(self, says: dict[str, Any], words: str) -> None:
        """Take what is said of them, the later word over the earlier."""
        self.said |= says
        self.words.append(words)

    def person(self) -> Person | None:
        """Who they are, None when nothing was said."""
        looks = {**self.looks, **{k: v for k, v in self.said.items() if k in Person.model_fields}}
        return Person.model_validate(looks) if looks else None


@dataclass(frozen=True)
class Heard:
    """A prompt without its words of looks, the people they belong to, and words of looks nobody knows.

    `taken` is every word that the prompt is without; `noted` those of them that no looks can hold.
    """

    prompt: str
    people: tuple[Mention, ...] = ()
    strange: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower().replace("’", "'")


def heed(prompt: str) -> Heard:
    """The prompt's people and what is left to read; a prompt without people is left as it is."""
    prompt = prompt.replace(MASK, " ")
    masked = list(prompt)
    for start, end, _ in spans(prompt):
        masked[start:end] = MASK * (end - start)
    found = _TOKEN.finditer("".join(masked))
    tokens = [_Token(m.group(), m.start(), m.end()) for m in found if m.group() not in "-–"]
    return _Reader(prompt, tokens).heard()


class _Reader:
    """Goes through a prompt once, from one word for people to the next."""

    def __init__(self, prompt: str, tokens: list[_Token]) -> None:
        self._prompt, self._tokens = prompt, tokens
        self._low = [token.low for token in tokens]
        self._gone: set[int] = set()
        self._new: dict[int, str] = {}
        self._strange: list[str] = []
        self._noted: list[str] = []
        self._people: list[Mention] = []

    def heard(self) -> Heard:
        spots = list(self._nouns())
        if not spots:
            return Heard(self._prompt)
        for k, (at, length, noun) in enumerate(spots):
            mention = self._mention(at, length, noun)
            end = spots[k + 1][0] if k + 1 < len(spots) else len(self._low)
            self._after(at + length, end, mention)
        taken = tuple(self._tokens[i].text for i in sorted(self._gone | self._new.keys()))
        return Heard(self._left(), tuple(self._people), tuple(self._strange), taken, tuple(self._noted))

    def _nouns(self) -> Iterator[tuple[int, int, Noun]]:
        i = 0
        while i < len(self._low):
            for length in (3, 2, 1):
                noun = _known().get(tuple(self._low[i : i + length]))
                if noun is not None and i + length <= len(self._low):
                    behind = self._low[i + length] if i + length < len(self._low) else ""
                    if not self._denied(i, 3) and not leads(behind):
                        yield i, length, noun
                    i += length - 1
                    break
            i += 1

    def _mention(self, at: int, length: int, noun: Noun) -> Mention:
        """The people that a word stands for: new ones, or those it already stood for after "the"."""
        i, says, words = at, dict[str, Any](), list[str]()
        while True:
            found = next((n for n in (2, 1) if i >= n and " ".join(self._low[i - n : i]) in _adjectives()), 0)
            if not found:
                break
            adjective = " ".join(self._low[i - found : i])
            skin = adjective in ("black", "white") and "age" not in noun.looks and not says
            if skin or (adjective in ("little", "small") and noun.looks.get("age") != "child"):
                break
            says = {**_adjectives()[adjective], **says}
            words.append(adjective)
            self._gone |= set(range(i - found, i))
            i -= found
        name = tuple(self._low[at : at + length])
        before = self._low[i - 1] if i else ""
        again = [m for m in self._people if m.noun == name] if before in ("the", "that", "this") else []
        if again:
            mention = again[-1]
        else:
            count = None if noun.many else 1
            mention = Mention(_counts().get(before, count), name, noun.color, dict(noun.looks))
            self._people.append(mention)
        if says:
            mention.hear(says, " ".join(reversed(words)))
        if name not in _read_alike():
            self._gone |= set(range(at + 1, at + length))
            self._new[at] = "people" if noun.many else "person"
        return mention

    def _after(self, start: int, end: int, mention: Mention) -> None:
        """All that is said behind a word for people, up to the next."""
        i, near = start, True
        while i < end:
            used = self._looks(i, end, mention, near=near) or (self._doing(i, end, mention) if near else 0)
            if used:
                i += used
            elif self._low[i] in _LINKS:
                i += 1
            else:
                near = False
                if self._low[i] in ".;!?" or self._low[i] in _living():
                    break
                i += 1

    def _looks(self, i: int, end: int, mention: Mention, *, near: bool) -> int:
        """How many words from i on are looks or clothes with the word that joins them, 0 when they are not."""
        joint = next((j for j in (*_WEARING, *_WITH) if self._low[i : i + len(j.split())] == j.split()), None)
        if joint is None or self._denied(i):
            return 0
        first = i + len(joint.split())
        found = feature(self._low[first : min(end + 2, len(self._low))])
        if found is None:
            return 0
        said, length = found
        worn = joint in _WEARING
        listed = joint in ("and", ",") and not mention.words
        bare = joint in ("and", ",") and not said.strong and not self._dressing(i)
        if listed or bare or not (near or worn or said.strong):
            return 0
        self._take(i, first + length, said, mention)
        return first + length - i

    def _dressing(self, i: int) -> bool:
        """Whether what stands right before the i-th word was words of looks too."""
        return i > 0 and (i - 1) in self._gone

    def _doing(self, i: int, end: int, mention: Mention) -> int:
        for length in range(min(4, end - i), 0, -1):
            says = doings().get(" ".join(self._low[i : i + length]))
            rest = self._low[i + length] if i + length < len(self._low) else ""
            if (
                says is None
                or self._denied(i)
                or (length == 1 and self._low[i] in ("reading", "holding") and rest in ("a", "an", "the"))
            ):
                continue
            self._gone |= set(range(i, i + length))
            mention.hear(says, self._span(i, i + length))
            return length
        return 0

    def _take(self, i: int, end: int, said: Said, mention: Mention) -> None:
        self._gone |= set(range(i, end))
        self._strange += said.strange
        self._noted += said.noted
        more = {"color": said.color, "expression": said.expression, "pose": said.pose}
        mention.hear({**said.looks, **{k: v for k, v in more.items() if v is not None}}, self._span(i, end))

    def _span(self, i: int, end: int) -> str:
        return self._prompt[self._tokens[i].start : self._tokens[end - 1].end].strip(" ,")

    def _left(self) -> str:
        """The prompt without what was taken, the new words in place of the old."""
        out: list[str] = []
        at = 0
        for i, token in enumerate(self._tokens):
            out.append(
                self._prompt[at : token.start].replace("-", " ")
                if i in self._gone
                else self._prompt[at : token.start]
            )
            literal = token.text.startswith(MASK)
            out.append(MASK if literal else "" if i in self._gone else self._new.get(i, token.text))
            at = token.end
        text = re.sub(r"\s+", " ", "".join([*out, self._prompt[at:]]))
        text = re.sub(r"(?:\s*,\s*(?:and\s+)?)+(?=[,.;!?]|$)", "", text)
        text = re.sub(r"\s+([,.;!?])", r"\1", text).strip()
        literals = (self._quoted(token) for token in self._tokens if token.text.startswith(MASK))
        return re.sub(MASK, lambda _: next(literals), text)

    def _quoted(self, token: _Token) -> str:
        """A literal text as it stood, in quotes if it had none."""
        text = self._prompt[token.start : token.end]
        bare = (token.start, token.end, text) in spans(self._prompt)
        return f"“{text}”" if bare and not {"“", "”"} & set(text) else text

    def _denied(self, i: int, reach: int = 1) -> bool:
        """Whether a "no" or "without" stands before the i-th word, at most `reach` words away."""
        for word in reversed(self._low[max(0, i - reach) : i]):
            if word in _NO:
                return True
            if not word.isalpha() or word in _JOINS:
                break
        return False


def clothed(plan: Plan, heard: Heard) -> tuple[Plan, tuple[str, ...]]:
    """The plan whose people are who they were said to be, and the words that found nobody."""
    free = [i for i, thing in enumerate(plan.things) if thing.kind == "person"]
    spare = len(free) - sum(m.count or 0 for m in heard.people)
    things = list(plan.things)
    lost: list[str] = []
    for mention in heard.people:
        count = mention.count if mention.count is not None else max(1, spare)
        mine, free = free[:count], free[count:]
        for i in mine:
            things[i] = _clothed(things[i], mention)
        if not mine:
            lost += mention.words
    return plan.model_copy(update={"things": tuple(things)}), tuple(lost)


def _clothed(thing: Thing, mention: Mention) -> Thing:
    said = mention.said
    more = {"person": mention.person(), "expression": said.get("expression"), "pose": said.get("pose")}
    shade = said.get("color") or (mention.color if thing.color is None else None)
    if shade is not None:
        more |= {"color": class_of(shade), "shade": None if is_plain(shade) else shade}
    return thing.model_copy(update={k: v for k, v in more.items() if v is not None or k == "shade"})


@cache
def _known() -> dict[tuple[str, ...], Noun]:
    known = {words: Noun({}, many=token.startswith("kinds:")) for words, (token, kind) in near_phrases().items()
             if kind == "person" and words[0] not in _NOT_PEOPLE}  # fmt: skip
    return {**known, **nouns()}


@cache
def _read_alike() -> frozenset[tuple[str, ...]]:
    """Words for people that need no other in their place: the lexicon's own, and those nothing better is known of."""
    own = {tuple(word.split()) for word in KINDS["person"].words}
    return frozenset(own | (_known().keys() - nouns().keys()))


@cache
def _living() -> frozenset[str]:
    """Nouns that looks might belong to as well."""
    return frozenset(word for kind in KINDS.values() if kind.group in _LIVING for word in kind.words)


@cache
def _counts() -> dict[str, int]:
    return {word: n for n, words in COUNT_WORDS.items() for word in words.split("|")}


@cache
def _adjectives() -> dict[str, dict[str, Any]]:
    return {word: says for words, says in _BEFORE.items() for word in words.split("|")}


@cache
def doings() -> dict[str, dict[str, Any]]:
    """What each word for a mood or doing says: "laughing" of the expression, "running" of the pose."""
    return {word: says for words, says in _DOING.items() for word in words.split("|")}
