"""Which script every character of a text belongs to, what stands together, and what has no say of its own."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

IDEOGRAPHIC = "Hani"
"""The script of Chinese characters and kana: they are set alike."""
COMMON = "Zyyy"
"""The script of texts without letters: digits, signs, emoji."""
NAMES = {
    "Latn": "Latin", "Grek": "Greek", "Cyrl": "Cyrillic", "Arab": "Arabic", "Hebr": "Hebrew", "Deva": "Devanagari",
    "Thai": "Thai", "Hani": "Chinese or Japanese", "Hang": "Korean", "Beng": "Bengali", "Guru": "Gurmukhi",
    "Gujr": "Gujarati", "Orya": "Oriya", "Taml": "Tamil", "Telu": "Telugu", "Knda": "Kannada", "Mlym": "Malayalam",
    "Sinh": "Sinhala", "Laoo": "Lao", "Tibt": "Tibetan", "Mymr": "Myanmar", "Geor": "Georgian", "Armn": "Armenian",
    "Ethi": "Ethiopic", "Khmr": "Khmer", "Mong": "Mongolian", "Cher": "Cherokee", "Cans": "Canadian Aboriginal",
    "Syrc": "Syriac", "Thaa": "Thaana", "Nkoo": "N'Ko", "Tfng": "Tifinagh", "Java": "Javanese", "Bali": "Balinese",
    "Copt": "Coptic", "Goth": "Gothic", "Runr": "Runic", "Vaii": "Vai", "Olck": "Ol Chiki", "Mtei": "Meetei Mayek",
    "Yiii": "Yi", "Lisu": "Lisu", "Zyyy": "signs and emoji",
}  # fmt: skip
"""What scripts are called in English, by their ISO 15924 codes; those of one word as the Noto fonts are named."""

_ALIKE = {"Hira": "Hani", "Kana": "Hani", "Bopo": "Hani"}
_JOINER, _VARIANTS = "\u200d", ("\ufe0e", "\ufe0f")
_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)


@dataclass(frozen=True)
class Run:
    """A stretch `start` to `end` of a text in one script (ISO 15924 code)."""

    start: int
    end: int
    script: str


def runs(text: str) -> tuple[Run, ...]:
    """The stretches of a text by script; signs and digits go with the letters before them, the first with those after.

    A text without letters is one run of COMMON.
    """
    named = [script_of(char) for char in text]
    current = next((name for name in named if name), COMMON)
    out: list[Run] = []
    for i, name in enumerate(named):
        current = name or current
        if out and out[-1].script == current:
            out[-1] = Run(out[-1].start, i + 1, current)
        else:
            out.append(Run(i, i + 1, current))
    return tuple(out)


@lru_cache(maxsize=4096)
def script_of(char: str) -> str | None:
    """The script of a character, kana counted as Chinese; None for what every script uses."""
    hb: Any = import_module("uharfbuzz")
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char)])
    buffer.guess_segment_properties()
    name = buffer.script
    return _ALIKE.get(name, name) if name else None


def clusters(text: str) -> list[tuple[int, int]]:
    """Start and end of everything a reader takes for one character: marks, joined emoji and flags with their base."""
    out: list[tuple[int, int]] = []
    for i, char in enumerate(text):
        start = out[-1][0] if out else 0
        if out and (_leans(char) or text[i - 1] == _JOINER or _second_of_flag(text, start, i)):
            out[-1] = (start, i + 1)
        else:
            out.append((i, i + 1))
    return out


def language(text: str) -> str:
    """What the Chinese characters of a text are written for: "ja" beside kana, "ko" beside hangul, else "zh-Hans"."""
    buffers = {unicodedata.name(char, "").split(" ")[0] for char in text}
    if buffers & {"HIRAGANA", "KATAKANA"}:
        return "ja"
    return "ko" if "HANGUL" in buffers else "zh-Hans"


def _leans(char: str) -> bool:
    """Whether a character belongs to the one before it."""
    return unicodedata.category(char)[0] == "M" or char == _JOINER or char in _VARIANTS or ord(char) in _TONES


def _second_of_flag(text: str, start: int, i: int) -> bool:
    return i - start == 1 and ord(text[i]) in _FLAGS and ord(text[start]) in _FLAGS
