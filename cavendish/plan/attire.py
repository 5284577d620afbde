"""Words of looks and clothes: "curly black hair", "a red and white striped shirt", and what they say of a person."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from cavendish.plan import shades
from cavendish.plan.kinds import plural

HEADS: dict[str, dict[str, Any]] = {
    "hair|haircut|hairstyle|hairdo|curls|locks": {"hair": ""},
    "afro": {"hair": "curly"}, "bob|bob cut|bob haircut": {"hair": "bob"}, "bun|hair bun|topknot": {"hair": "bun"},
    "ponytail|pony tail": {"hair": "ponytail"},
    "braids|braid|pigtails|plaits|dreadlocks|cornrows": {"hair": "braids"},
    "bald head|shaved head": {"hair": "bald"},
    "beard|full beard": {"beard": "short"}, "goatee|stubble": {"beard": "short"},
    "moustache|mustache": {"beard": "moustache"},
    "glasses|spectacles|eyeglasses|reading glasses": {"glasses": "glasses"},
    "sunglasses|shades|dark glasses": {"glasses": "sunglasses"},
    "hat|fedora|top hat|bowler hat|cowboy hat|felt hat": {"hat": "hat"},
    "cap|baseball cap|baseball hat": {"hat": "cap"},
    "beanie|woolly hat|knit cap|winter hat|bobble hat|wool hat": {"hat": "beanie"},
    "straw hat|sun hat|sunhat": {"hat": "straw hat"}, "chef's hat|chef hat|toque": {"hat": "toque"},
    "crown|tiara": {"hat": "crown"},
    "wizard hat|wizard's hat|witch hat|witch's hat|pointed hat|pointy hat": {"hat": "wizard hat"},
    "pirate hat|tricorn": {"hat": "tricorn"}, "space helmet|astronaut helmet": {"hat": "space helmet"},
    "fire helmet|firefighter helmet": {"hat": "fire helmet"}, "knight helmet|knight's helmet": {"hat": "knight helmet"},
    "t shirt|tshirt|tee|shirt|polo shirt|tank top|top|blouse|vest": {"top": "t-shirt"},
    "sweater|jumper|hoodie|pullover|cardigan|sweatshirt|turtleneck|jersey": {"top": "sweater"},
    "coat|jacket|raincoat|overcoat|trench coat|parka|blazer|winter coat|leather jacket": {"top": "coat"},
    "lab coat|white coat": {"top": "coat", "color": "white"},
    "suit": {"top": "coat", "extra": "tie", "bottom": "trousers", "all": True},
    "dress|gown|sundress|frock|summer dress": {"top": "dress"}, "robe|robes|cloak": {"top": "robe"},
    "armour|armor|suit of armour|suit of armor": {"top": "armour"},
    "space suit|spacesuit": {"top": "space suit"},
    "clothes|clothing|outfit": {"all": True},
    "trousers|pants|leggings|slacks": {"bottom": "trousers"},
    "jeans": {"bottom": "trousers", "bottom_color": "denim blue"},
    "shorts": {"bottom": "shorts"}, "skirt": {"bottom": "skirt"},
    "dungarees|overalls": {"extra": "dungarees", "bottom": "trousers"},
    "shoes|boots|sneakers|trainers|sandals|slippers|rain boots|wellies": {"shoes": True},
    "tie|necktie|bow tie": {"extra": "tie"}, "cape": {"extra": "cape"}, "stethoscope": {"extra": "stethoscope"},
    "eyepatch|eye patch": {"extra": "eyepatch"},
    "smile|grin|happy face|happy expression|big smile": {"expression": "happy"},
    "frown|sad face|sad expression|tears": {"expression": "sad"},
    "surprised face|surprised expression|shocked expression|open mouth": {"expression": "surprised"},
    "arms crossed|arms folded|crossed arms|folded arms": {"pose": "arms crossed"},
    "skin|complexion": {"skin": ""},
    "20s|30s|40s|50s|twenties|thirties|forties|fifties": {"age": "adult"},
    "60s|70s|80s|sixties|seventies|eighties": {"age": "old"},
}  # fmt: skip
"""What each thing worn or grown says, before its colours."""
STRONG = ("hair", "beard", "skin")
"""What only people have (of what plans know)."""
_STYLES = {
    "hair": {"long": "long", "short": "short", "curly": "curly", "wavy": "long", "frizzy": "curly", "afro": "curly",
             "braided": "braids", "straight": "long", "spiky": "short", "bobbed": "bob", "shoulder": "bob"},
    "beard": {"long": "long"},
    "skin": {"pale": "porcelain", "fair": "fair", "light": "fair", "olive": "olive", "tan": "tan", "tanned": "tan",
             "brown": "brown", "dark": "umber", "black": "ebony", "dark brown": "umber", "light brown": "tan"},
}  # fmt: skip
_HAIRS = {
    "black": "black|jet black|raven|dark", "brown": "brown|brunette|chestnut|dark brown|light brown|hazel",
    "blond": "blond|blonde|golden|yellow|fair|sandy", "red": "red|ginger|orange|auburn|copper",
    "grey": "grey|gray|silver|graying|greying", "white": "white|snow white",
}  # fmt: skip
_HAIR_COLORS = {word: name for name, words in _HAIRS.items() for word in words.split("|")}
_WEAVES = {
    "striped": "stripes", "stripy": "stripes", "polka dot": "spots", "polka dotted": "spots", "dotted": "spots",
    "spotted": "spots", "checked": "checks", "checkered": "checks", "plaid": "checks", "tartan": "checks",
    "flannel": "checks",
}  # fmt: skip
_FILLERS = frozenset({
    "a", "an", "the", "his", "her", "their", "its", "some", "pair", "of", "big", "large", "small", "little", "long",
    "short", "round", "square", "thick", "bushy", "nice", "fancy", "warm", "wool", "woolen", "woollen", "knitted",
    "leather", "cotton", "silk", "very", "beautiful", "pretty", "elegant", "tall", "wide", "full", "neat", "messy",
    "flowing", "new", "old", "simple", "plain", "colored", "coloured", "length", "shiny", "soft", "smooth", "baggy",
    "tight", "traditional",
})  # fmt: skip
_JOINING = frozenset({
    "a", "an", "the", "his", "her", "their", "its", "some", "pair", "of", "very", "colored", "coloured", "length",
    "plain", "long", "short",
})  # fmt: skip
_MOST = 7


@dataclass
class Said:
    """What one phrase says: fields of a person, the shade on top, expression and pose.

    `strange` are words that say nothing known, `noted` those that say what no looks can hold.
    """

    looks: dict[str, Any] = field(default_factory=dict[str, Any])
    color: str | None = None
    expression: str | None = None
    pose: str | None = None
    strange: tuple[str, ...] = ()
    strong: bool = False
    noted: tuple[str, ...] = ()


@cache
def _heads() -> dict[tuple[str, ...], dict[str, Any]]:
    listed = [(name, says) for names, says in HEADS.items() for name in names.split("|")]
    many = {tuple(plural(name).split()): says for name, says in listed}
    return {**many, **{tuple(name.split()): says for name, says in listed}}


def feature(words: list[str]) -> tuple[Said, int] | None:
    """What the noun phrase of looks or clothes at the start of the lower-case words says, and its length in words."""
    for start in range(min(len(words), _MOST)):
        for length in (3, 2, 1):
            says = _heads().get(tuple(words[start : start + length]))
            if says is None or start + length > len(words):
                continue
            if words[start + length : start + length + 1] == ["of"] and "hair" not in says:
                return None
            said = _said(says, words[:start])
            return None if said is None else (said, start + length)
    return None


def _said(says: dict[str, Any], before: list[str]) -> Said | None:
    """The head's meaning with the words before it; None when they cannot belong to it."""
    kind = next((name for name in STRONG if name in says), "")
    colors, weave, styles, strange = _modifiers(before, kind)
    if strange and (
        not kind or len(strange) > 2 or any(word.strip("\x00") in _BREAKS | {""} for word in strange)
    ):
        return None
    said = Said({k: v for k, v in says.items() if v and k not in ("color", "expression", "pose", "all", "shoes")},
                says.get("color"), says.get("expression"), says.get("pose"), tuple(strange), bool(kind),
                tuple(word for word in before if word in _FILLERS - _JOINING))  # fmt: skip
    if styles and says[kind] in ("", "short"):
        said.looks[kind] = styles[-1]
    if kind in ("hair", "beard") or "hair" in says:
        if colors:
            said.looks["hair_color"] = colors[0]
    elif colors:
        _color(said, says, colors)
    if weave:
        said.looks["weave"] = weave
        said.looks["top"] = said.looks.get("top", "t-shirt")
    return said


_BREAKS = frozenset(
    {
        "and",
        "with",
        "in",
        "on",
        "at",
        "next",
        "to",
        "near",
        "by",
        "under",
        "behind",
        "wearing",
        "is",
        "no",
        "not",
        "without",
        "never",
        "or",
    }
)


def _color(said: Said, says: dict[str, Any], colors: list[str]) -> None:
    """The colours laid on what they were said of."""
    looks = said.looks
    if "top" in says or "all" in says:
        said.color = colors[0]
    if len(colors) > 1:
        looks["second_color"] = colors[1]
    if says.get("extra") in ("tie", "cape") and "top" not in says:
        looks["second_color"] = colors[0]
    if "hat" in says:
        looks["hat_color"] = colors[0]
    if "shoes" in says:
        looks["shoe_color"] = colors[0]
    if ("bottom" in says and "top" not in says) or "all" in says:
        looks["bottom_color"] = colors[0]


def _modifiers(before: list[str], kind: str) -> tuple[list[str], str | None, list[str], list[str]]:
    """Colours, pattern, styles and strange words among those before a head."""
    colors: list[str] = []
    styles: list[str] = []
    strange: list[str] = []
    weave: str | None = None
    i = 0
    while i < len(before):
        for length in (3, 2, 1):
            text = " ".join(before[i : i + length])
            if i + length > len(before):
                continue
            style = _STYLES.get(kind, {}).get(text)
            color = None if kind == "skin" else _shade(text, kind)
            if style is not None:
                styles.append(style)
            elif color is not None and length <= _own(text, kind):
                colors.append(color)
            elif text in _WEAVES:
                weave = _WEAVES[text]
            elif not (text in _FILLERS or (text == "and" and (colors or styles))):
                continue
            i += length
            break
        else:
            strange.append(before[i])
            i += 1
    return colors, weave, styles, strange


def _own(text: str, kind: str) -> int:
    """How many words of a colour may be taken: those with a style or pattern among them are not all its own."""
    words = text.split()
    mixed = any(
        word in _STYLES.get(kind, {}) or word in _WEAVES or word in ("and", *_FILLERS - {"bright"})
        for word in words
    )
    return 1 if mixed and len(words) > 1 else 3


def _shade(text: str, kind: str) -> str | None:
    if kind in ("hair", "beard") and text in _HAIR_COLORS:
        return _HAIR_COLORS[text]
    return "black" if text == "dark" else shades.find(text)
