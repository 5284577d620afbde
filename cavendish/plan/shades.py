"""Every colour people can say: its exact linear RGB, and which of the ten colours it is one of."""

import math
import re
from functools import cache

from cavendish.errors import nearest
from cavendish.plan.lexicon import COLORS, Color
from cavendish.plan.palette import LENT, NAMED

RGB = tuple[float, float, float]

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_NAMES: dict[Color, Color] = {color: color for color in COLORS}
_COLORED = ("coloured", "colored", "colour", "color", "hued", "toned", "tinted")
_SAME = {
    "gray": "grey", "golden": "gold", "silvery": "silver", "grayish": "greyish", "fuchia": "fuchsia",
    "vermillion": "vermilion",
}  # fmt: skip
_ISH: dict[str, str] = {
    "reddish": "red", "orangey": "orange", "orangish": "orange", "yellowish": "yellow", "greenish": "green",
    "bluish": "blue", "blueish": "blue", "purplish": "purple", "purpleish": "purple", "pinkish": "pink",
    "brownish": "brown", "blackish": "black", "whitish": "white", "greyish": "grey",
}  # fmt: skip
_ISH_SHARE = 0.3
_MOST_MODIFIERS = 3
MODIFIERS: dict[str, str] = {
    "light": "light", "lighter": "light", "pale": "pale", "pastel": "pastel", "dark": "dark", "darker": "dark",
    "deep": "deep", "rich": "deep", "bright": "bright", "vivid": "bright", "vibrant": "bright", "brilliant": "bright",
    "neon": "neon", "fluorescent": "neon", "electric": "neon", "muted": "muted", "dull": "muted", "dusty": "muted",
    "dusky": "muted", "faded": "muted", "soft": "soft", "medium": "medium", "very": "very",
}  # fmt: skip
"""Words that change the colour after them, and the one each stands for."""

_CALLED: dict[Color, str] = {
    "blue": "teal|turquoise|aqua|cyan|aquamarine|periwinkle|navy|denim|sapphire|dark cyan|"
    "dark turquoise|petrol",
    "brown": "beige|tan|khaki|sand|copper|bronze|mahogany|chocolate|auburn|taupe|leather|"
    "oak|cardboard|cork|wicker|nude|flesh|skin|oatmeal|fawn|hazel|bamboo|"
    "caramel|camel",
    "yellow": "brass|gold|champagne|straw|mustard|ochre|old gold|honey|saffron|wheat|goldenrod|lemon chiffon",
    "white": "cream|ivory|silver|white gold|smoke|stone",
    "red": "maroon|burgundy|wine|oxblood|merlot|bordeaux|claret|garnet|crimson|ruby|cherry|rust|brick|blood",
    "orange": "coral|peach|salmon|apricot|terracotta|ginger|clay|amber|peach puff",
    "pink": "magenta|fuchsia|rose|rosy|cerise|raspberry|rose gold|dusty rose|blush|lavender blush|misty rose",
    "purple": "mauve|plum|lavender|lilac|violet|indigo|orchid|eggplant|aubergine|thistle",
    "black": "slate|charcoal|gunmetal|ebony",
    "green": "olive|lime|mint|sage|chartreuse|seafoam|honeydew|camo",
}
"""What people call a colour where its nearest neighbour among the ten is another."""

_CLASSES: dict[str, Color] = {name: color for color, names in _CALLED.items() for name in names.split("|")}

_ANCHORS: dict[Color, str] = {
    "red": "ff0000 c00000 8b0000 d02030 b22222 dc143c 900820 e0301e 6a0010 e84a4a",
    "orange": "ff8000 ff6a00 e07020 ffa030 c85a10 ffb070 ff7f50 ffa07a ff5e1a",
    "yellow": "ffff00 ffd700 e0c020 fff080 c8a818 f5e050 e6d96a b8a000 ffffa0 fff44f",
    "green": "00ff00 008000 30a040 80c040 205020 90ee90 a8e61d 6b8e23 808000 40b080 98fb98 2e8b57 c0ff80 003010 4b5320",
    "blue": "0000ff 0050c0 4080e0 00a0ff 000080 80b8f0 add8e6 00c0e0 008080 40e0d0 5070a0 101850 7f9cd8 005070 00ffff",
    "purple": "800080 6a20b0 9050d0 c0a0e8 4b0082 a060a8 8a2be2 300050 dda0dd 705090 c8a2c8 7d3a6b",
    "pink": "ffc0cb ff69b4 ff1493 f5a0b8 ff00ff e06090 ffd8e0 db7093 d04080 f08090 c71585",
    "brown": "8b4513 603010 a0662c 5a3820 c09060 402010 d2b48c 7a5a40 8a7050 a52a2a b08d6a dcc7a1 9a7b4f 6b4226",
    "black": "000000 101010 202022 303033 404044 505054 1a1a22 2a2420",
    "white": "ffffff f0f0f0 e0e0e0 d0d0d0 b8b8b8 a0a0a0 888888 707074 fffff0 faf5e6 f0f8ff f5f0f0 c8c8d0 b0b0a8 f8f8ff",
}


def find(text: str, lent: bool = True) -> str | None:
    """The shade a phrase names, as it is kept: "Navy-Blue" is "navy blue", "#3AF" "#33aaff"; None when it is no colour.

    Without `lent`, things that only lend their colour ("coffee") are none by themselves.
    """
    words = text.lower().replace("-", " ").split()
    if not words or len(words) > 6 or not (words[-1] in _last() or words[-1].startswith("#")):
        return None
    return _found(words, lent) or _found([_SAME.get(word, word) for word in words], lent)


def known(text: str) -> str:
    """The shade a plan names; ValueError with the nearest name when there is none."""
    found = find(text)
    if found is None:
        near = nearest(text.lower(), [*NAMED, *LENT, *COLORS])
        offered = f" (nearest: {near!r})" if near else ""
        raise ValueError(f"shade: expected a colour's name or '#rrggbb', got {text[:40]!r}{offered}")
    return found


def rgb(shade: str) -> RGB:
    """The shade's linear RGB, 0..1; ValueError when it is none."""
    return _rgb(known(shade))


def albedo(shade: str) -> RGB:
    """The shade as a surface reflects it: linear RGB that no paint can leave, 0.01..0.9."""
    red, green, blue = (min(max(part, 0.01), 0.9) for part in rgb(shade))
    return red, green, blue


def class_of(shade: str) -> Color:
    """Which of the ten colours the shade is one of: the last word's own, else what people say, else the nearest."""
    return _class(known(shade))


def nearest_class(color: RGB) -> Color:
    """Which of the ten colours a linear RGB looks most like."""
    at = oklab(color)
    return min(_anchors(), key=lambda anchor: math.dist(at, anchor[1]))[0]


@cache
def of_class(color: Color) -> tuple[str, ...]:
    """Every name of a shade of one of the ten colours, that colour itself left out, in alphabetical order."""
    return tuple(sorted(name for name in (*NAMED, *LENT) if _class(name) == color))


def is_plain(shade: str) -> bool:
    """Whether the shade is one of the ten names, which stand for no exact colour."""
    return shade in _NAMES


def from_hex(code: str) -> RGB:
    """Linear RGB of "#rrggbb" (sRGB)."""
    red, green, blue = (_linear(int(code[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return red, green, blue


def to_hex(color: RGB) -> str:
    """The nearest "#rrggbb" of a linear RGB."""
    return "#" + "".join(f"{round(_coded(min(max(part, 0.0), 1.0)) * 255):02x}" for part in color)


def oklab(color: RGB) -> RGB:
    """OKLab lightness and its two axes of hue, of a linear RGB."""
    r, g, b = color
    l = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    m = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )


def from_oklab(lab: RGB) -> RGB:
    """Linear RGB of an OKLab colour; its chroma is lowered until it can be shown."""
    share = 1.0
    for _ in range(24):
        color = _unlab((lab[0], lab[1] * share, lab[2] * share))
        if all(-1e-4 <= part <= 1.0001 for part in color):
            break
        share *= 0.92
    else:
        color = _unlab((lab[0], 0.0, 0.0))
    red, green, blue = (min(max(part, 0.0), 1.0) for part in color)
    return red, green, blue


@cache
def _last() -> frozenset[str]:
    """The words that a colour's phrase can end in."""
    ends = {name.rpartition(" ")[2] for name in (*NAMED, *LENT)}
    return frozenset({*ends, *_joined(), *_NAMES, *_COLORED, *_SAME})


def _found(words: list[str], lent: bool) -> str | None:
    if words[0] in ("color", "colour") and words[1:2] == ["of"]:
        return _base(words[2:], lent=True)
    if words[-1] in _COLORED:
        return _modified(words[:-1], lent=True)
    return _modified(words, lent)


def _modified(words: list[str], lent: bool) -> str | None:
    """The shade of words that may begin with a few that change it."""
    for count in range(min(_MOST_MODIFIERS, len(words) - 1) + 1):
        if not all(word in MODIFIERS for word in words[:count]):
            return None
        base = _base(words[count:], lent)
        if base is not None and words[count - 1 : count] != ["very"]:
            change = " ".join(w for w in (MODIFIERS[word] for word in words[:count]) if w != "medium")
            return f"{change} {base}" if change else base
    return None


@cache
def _joined() -> dict[str, str]:
    """Names without their spaces, as style sheets write them."""
    return {name.replace(" ", ""): name for name in NAMED}


def _base(words: list[str], lent: bool) -> str | None:
    name = " ".join(words)
    if not words:
        return None
    if _HEX.fullmatch(name):
        return name if len(name) == 7 else "#" + "".join(c + c for c in name[1:])
    if name in NAMED or name in _NAMES or name in LENT:
        return name if lent or name not in LENT else None
    if len(words) == 1:
        return _joined().get(name)
    head, last = " ".join(words[:-1]), words[-1]
    if last not in _NAMES and last != "grey":
        return None
    if head in _ISH and _ISH[head] != last:
        return name
    if head not in LENT and head not in NAMED:
        return None
    return head if (_is_grey(head) if last == "grey" else _class(head) == last) else None


def _is_grey(name: str) -> bool:
    _, a, b = oklab(_rgb(name))
    return math.hypot(a, b) < 0.03


@cache
def _rgb(shade: str) -> RGB:
    """The linear RGB of a shade as `find` writes it."""
    if shade.startswith("#"):
        return from_hex(shade)
    if shade in NAMED or shade in LENT:
        return from_hex(NAMED.get(shade) or LENT[shade])
    if shade in _NAMES:
        return COLORS[_NAMES[shade]]
    first, _, rest = shade.partition(" ")
    if first in _ISH:
        one, two = oklab(_rgb(_ISH[first])), oklab(_rgb(rest))
        l, a, b = (_ISH_SHARE * x + (1 - _ISH_SHARE) * y for x, y in zip(one, two, strict=True))
        return from_oklab((l, a, b))
    if first == "very":
        change = next(word for word in rest.split() if word != first)
        return _changed(change, _rgb(rest))
    return _changed(first, _rgb(rest))


def _changed(how: str, color: RGB) -> RGB:
    """A colour made light, pale, pastel, dark, deep, bright, neon, muted or soft."""
    l, a, b = oklab(color)
    c = math.hypot(a, b)
    up = 1.0 - l
    want = {
        "light": (l + 0.42 * up, 0.80 * c),
        "pale": (l + 0.62 * up, 0.50 * c),
        "pastel": (max(l + 0.55 * up, 0.86), min(0.70 * c, 0.085)),
        "dark": (0.66 * l, 0.82 * c),
        "deep": (0.78 * l, 1.05 * c),
        "bright": (l + 0.10 * up, 1.28 * c),
        "neon": (max(l + 0.15 * up, 0.74), 1.9 * c),
        "muted": (0.96 * l + 0.02, 0.52 * c),
        "soft": (l + 0.25 * up, 0.62 * c),
    }
    light, chroma = want[how]
    share = chroma / c if c > 1e-6 else 0.0
    return from_oklab((light, a * share, b * share))


@cache
def _class(shade: str) -> Color:
    last = shade.rpartition(" ")[2]
    if last in _NAMES:
        return _NAMES[last]
    base = shade
    while base not in _CLASSES and base.partition(" ")[0] in MODIFIERS:
        base = base.partition(" ")[2]
    found = _CLASSES.get(base)
    if found is None or (base != shade and found in ("black", "white")):
        return nearest_class(_rgb(shade))
    return found


@cache
def _anchors() -> tuple[tuple[Color, RGB], ...]:
    """Colours of each class, in OKLab: its paint first, then what it looks like light, dark and muted."""
    out: dict[tuple[Color, RGB], None] = {}
    for color, codes in _ANCHORS.items():
        every = [COLORS[color], *(from_hex(f"#{code}") for code in codes.split())]
        out |= dict.fromkeys((color, oklab(one)) for one in every)
    return tuple(out)


def _unlab(lab: RGB) -> RGB:
    light, a, b = lab
    l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    )


def _linear(coded: float) -> float:
    return coded / 12.92 if coded <= 0.04045 else ((coded + 0.055) / 1.055) ** 2.4


def _coded(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
