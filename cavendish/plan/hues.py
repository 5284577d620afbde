"""Colours and stuffs in a prompt: which words name one, and when a word does that also names a thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from cavendish.plan.kinds import KINDS
from cavendish.plan.shades import MODIFIERS, class_of, find, is_plain
from cavendish.plan.stuffs import DECOR_WORDS

_STUFFS: dict[str, str] = {
    "metal": "gold|golden=gold|silver|copper|brass|bronze|rose gold|white gold|steel|"
    "stainless steel=steel|chrome|tin=pewter|pewter|platinum|rusty=rust|iron=gunmetal|"
    "cast iron=gunmetal|wrought iron=gunmetal|"
    "aluminium=chrome|aluminum=chrome",
    "jade": "jade",
    "marble": "marble",
    "granite": "granite",
    "stone": "stone|sandstone|concrete",
    "brick": "brick",
    "cobble": "cobble=stone",
    "clay": "clay|terracotta",
    "fabric": "denim",
    "leather": "leather",
    "paper": "paper|cardboard",
    "wax": "wax",
    "wood": "cork|wicker|rattan=wicker|bamboo|oak|walnut|mahogany|pine=burlywood|maple=burlywood|beech=burlywood|"
    "birch=wheat|teak=sienna|cedar=sienna|cherry wood=sienna|driftwood=taupe",
}
STUFFS: dict[str, tuple[str, str]] = {
    stuff.partition("=")[0]: (material, stuff.rpartition("=")[2])
    for material, listed in _STUFFS.items()
    for stuff in listed.split("|")
}
"""What things are said to be made of: the nearest material, and the colour the stuff has."""

_NAMED = frozenset(
    ("oak", "walnut", "mahogany", "pine", "maple", "beech", "birch", "teak", "cedar", "bamboo", "rusty", "cast iron",
     "wrought iron")
)  # fmt: skip
SHOWN = _NAMED | frozenset(
    stuff for stuff, (material, _) in STUFFS.items() if material not in ("metal", "fabric", "wood")
)
"""Stuffs that look in the picture as they are said to be, not only like the nearest."""
METALS = frozenset(stuff for stuff, (material, _) in STUFFS.items() if material == "metal")
_LOOSE_WORDS = (
    "wheat|honey|ginger|sage|rust|charcoal|slate|graphite|petrol|thistle|cornsilk|caramel|platinum|pewter|chrome|"
    "pearl|ivory|ebony|hazel|sandstone|eggshell|mocha|umber|maize|pistachio|evergreen|cream|mint|champagne|straw|"
    "moccasin|burlywood|tawny|clay|coral|chocolate|oatmeal|marigold|cornflower|goldenrod|blush|garnet|sapphire|"
    "amethyst|onyx|obsidian|peru|sepia|lavender"
)
_LOOSELY = frozenset(_LOOSE_WORDS.split("|"))
"""Colours whose words are as often stuffs nobody draws: colours only where they say how a thing is."""
_MADE = ("made of ", "made from ", "made out of ", "out of ")
_NOUNS = ("kind", "kinds")
_BETWEEN = ("color", "material", "size", "pose")
_SAYING = ("say:is", "say:colored", "say:made of")
_GROWS = ("food", "plant")


@dataclass(frozen=True)
class Stretch:
    """A stretch of a prompt: its token's name and its words."""

    name: str
    text: str


def made_of(stuffs: frozenset[str]) -> dict[tuple[str, ...], str]:
    """The phrases that say a thing is made of one of the stuffs, with the token of its material."""
    return {
        tuple(f"{made}{stuff}".split()): f"material:{STUFFS[stuff][0]}"
        for made in _MADE
        for stuff in sorted(stuffs)
    }


def color_token(words: Sequence[str]) -> str | None:
    """The token of words that name a colour, "color:blue"; None when they name none, or one of the ten alone."""
    shade = find(" ".join(words), lent=False) if words else None
    return None if shade is None or is_plain(shade) else f"color:{class_of(shade)}"


def stuff_token(words: Sequence[str]) -> str | None:
    """The token of words that name a stuff, "material:ceramic" for marble; None when they name none."""
    stuff = STUFFS.get(" ".join(words))
    return None if stuff is None else f"material:{stuff[0]}"


def shade_said(text: str) -> str | None:
    """The exact colour a stretch read as a colour names; None for one of the ten, and words that are no colour."""
    shade = find(text)
    return None if shade is None or is_plain(shade) else shade


def stuff_said(text: str) -> str | None:
    """The stuff that "brass" or "made of brass" names; None for words that name none."""
    plain = " ".join(text.lower().replace("-", " ").split())
    for made in _MADE:
        plain = plain.removeprefix(made)
    return plain if plain in STUFFS else None


def head(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind those that change a colour: of "pale rose", "rose"."""
    i = 0
    while i < len(words) - 1 and words[i] in MODIFIERS:
        i += 1
    return words[i:]


def needs_a_thing(words: Sequence[str]) -> bool:
    """Whether the words are a colour only where they say how a thing is."""
    return len(words) == 1 and words[0] in _LOOSELY


def is_adjective(before: str, after: Sequence[Stretch], place: bool) -> bool:
    """Whether a word for a colour and for a thing says how another thing is, by the token before and the reads after.

    `place` says that the word names a place too: "in the sand" is one.
    """
    return leads_to(after) is not None or before in _SAYING or (before == "say:in" and not place)


def leads_to(after: Sequence[Stretch]) -> str | None:
    """The kind that qualities lead to, one word nobody knows passed over; None where something else comes first."""
    unknown = 0
    for j, item in enumerate(after):
        name, _, value = item.name.partition(":")
        if name in _NOUNS or item.name in ("say:orange", "say:glass"):
            return value
        joined = item.name == "say:and" and j + 1 < len(after) and after[j + 1].name.startswith("color:")
        unknown += item.name == "word"
        if unknown > 1 or not (joined or name in _BETWEEN or item.name in ("", "word", "say:colored")):
            return None
    return None


def of_patterns(said: Sequence[Stretch]) -> frozenset[int]:
    """The stretches that are a pattern's own: of "red and white striped" white, no second thing."""
    found: set[int] = set()
    for i in range(3, len(said)):
        first, joint, second = (item.name for item in said[i - 3 : i])
        two = first.startswith("color:") and second.startswith("color:") and joint == "say:and"
        if two and " ".join(said[i].text.lower().replace("-", " ").split()) in DECOR_WORDS:
            found |= {i - 2, i - 1}
    return frozenset(found)


def grows_on(kind: str, after: Sequence[Stretch]) -> bool:
    """Whether a kind of fruit or flower stands right before a plant, as in "lemon tree"."""
    if kind not in KINDS or KINDS[kind].group not in _GROWS or not after:
        return False
    name, _, value = after[0].name.partition(":")
    return name in _NOUNS and KINDS[value].group == "plant"
