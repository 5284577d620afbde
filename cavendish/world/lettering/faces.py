"""Fonts: which files hold which letters, where they lie, and what to install where they are missing."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cavendish.plan.lettering import USUAL, Typeface
from cavendish.world.lettering.scripts import COMMON, IDEOGRAPHIC, NAMES

Floats = NDArray[np.float64]

SHIPPED = Path(__file__).parents[1] / "fonts"
FAMILIES: dict[str, tuple[str, ...]] = {
    "sans": ("Lato",),
    "serif": ("Noto Serif",),
    "slab": ("Roboto Slab",),
    "script": ("Dancing Script", "Kaushan Script"),
    "mono": ("Courier Prime", "Noto Sans Mono", "DejaVu Sans Mono"),
    "display": ("Lobster Two", "Kaushan Script"),
    "handwriting": ("Comic Neue",),
}
"""Fonts of each family of letters, the first that has the characters being taken."""
PACKAGES = {"Hani": "fonts-droid-fallback", "Hang": "fonts-droid-fallback", COMMON: "fonts-symbola"}
"""Debian packages that hold the letters of a script; of any other script fonts-noto-core."""
_BESIDE = ("Lato", "Noto Sans", "DejaVu Sans")  # what has letters that the fonts asked for lack
_SIGNS = (
    "Noto Emoji",
    "Symbola",
    "Symbola hint",
    "Noto Sans Symbols2",
    "Noto Sans Symbols",
    "Noto Sans Math",
)
_IDEOGRAPHS = (
    "Noto Sans CJK",
    "Droid Sans Fallback",
    "Droid Sans Fallback Full",
    "WenQuanYi Micro Hei",
    "wqy-microhei",
)
_IDEOGRAPHS_SERIF = ("Noto Serif CJK",)
_SHAPED = {
    "Arab": ("Noto Naskh Arabic",),
    "Tibt": ("Noto Serif Tibetan",),
}  # whose Noto Serif is called otherwise
_WEIGHTS = {
    100: "hairline", 200: "thin extralight", 300: "light", 400: "regular book roman", 500: "medium",
    600: "semibold demibold", 700: "bold", 800: "heavy extrabold", 900: "black",
}  # fmt: skip
_IN_COLLECTION = {"ja": 0, "ko": 1, "zh-Hans": 2}
_LEAN = 0.2  # how far upright letters are slanted for want of slanted ones
_STEPS = 8  # straight pieces a curve is drawn with


@dataclass(frozen=True)
class Shelf:
    """Folders that fonts lie in, earlier ones first."""

    folders: tuple[Path, ...]
    _index: dict[str, Path] = field(default_factory=dict[str, Path], compare=False, repr=False)

    def find(self, name: str, weight: int, slanted: bool) -> tuple[Path, bool] | None:
        """The file of a font nearest to a weight, slanted where there is one; whether it is as slanted as asked."""
        for lean in (slanted, not slanted):
            for near in sorted(_WEIGHTS, key=lambda w: (abs(w - weight), -w)):
                for said in (*_WEIGHTS[near].split(), *([""] if near == 400 else [])):
                    path = self._files().get(_plain(f"{name}{said}{'italic' if lean else ''}"))
                    path = path or (self._files().get(_plain(f"{name}italic")) if lean and not said else None)
                    if path is not None:
                        return path, lean == slanted
        return None

    def _files(self) -> dict[str, Path]:
        if not self._index:
            for folder in self.folders:
                for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
                    if path.suffix.lower() in (".ttf", ".otf", ".ttc"):
                        self._index.setdefault(_plain(path.stem), path)
            self._index.setdefault("", SHIPPED)  # so that an empty shelf is looked through once
        return self._index


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """The fonts of this machine: those that come with the package, the user's own, the system's."""
    home = Path.home()
    folders = [SHIPPED, home / ".local/share/fonts", home / ".fonts"]
    if sys.platform == "darwin":
        folders += [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    elif sys.platform == "win32":
        folders += [Path("C:/Windows/Fonts")]
    else:
        folders += [
            Path("/usr/local/share/fonts"),
            Path("/usr/share/fonts"),
            Path("/usr/share/fonts-droid-fallback"),
        ]
    return Shelf(tuple(folders))


@dataclass(frozen=True)
class Face:
    """One font as HarfBuzz reads it: `em` in font units, outlines as polygons."""

    path: Path
    index: int = 0
    lean: float = 0.0

    @property
    def font(self) -> Any:
        """The font HarfBuzz shapes with."""
        return _opened(self)

    @property
    def em(self) -> int:
        """Font units of one em."""
        return int(_opened(self).face.upem)

    def glyph(self, number: int) -> tuple[Floats, ...]:
        """The closed outlines of a glyph [n 2] in font units, y up."""
        return _outlines(self, number)


def faces(script: str, asked: Typeface, speech: str, where: Shelf) -> Iterator[Face]:
    """The fonts that may hold a script's letters, the nearest to what was asked first; there may be none.

    `speech` is the language of Chinese characters, as scripts.language has it.
    """
    seen: set[Path] = set()
    for name in _names(script, asked.family):
        found = where.find(name, asked.weight, asked.slanted)
        if found is None or found[0] in seen:
            continue
        path, as_asked = found
        seen.add(path)
        index = _IN_COLLECTION[speech] if path.suffix.lower() == ".ttc" and "CJK" in path.name else 0
        yield Face(path, index, 0.0 if as_asked else _LEAN)


def package(script: str, where: Shelf) -> str | None:
    """The Debian package to install for a script; None where its fonts are here already."""
    if script in (IDEOGRAPHIC, "Hang"):
        own = _IDEOGRAPHS
    else:
        own = ("Symbola", "Symbola hint") if script == COMMON else (f"Noto Sans {NAMES.get(script, script)}",)
    here = any(where.find(name, USUAL, False) for name in own)
    return None if here else PACKAGES.get(script, "fonts-noto-core")


def _names(script: str, family: str) -> Iterator[str]:
    """Names of fonts for a script in a family's manner, the better ones first."""
    plain = family in ("sans", "mono")
    if script in (IDEOGRAPHIC, "Hang"):
        yield from _IDEOGRAPHS if plain else (*_IDEOGRAPHS_SERIF, *_IDEOGRAPHS)
    elif script not in ("Latn", "Grek", "Cyrl", COMMON):
        called = NAMES.get(script, script)
        serif = _SHAPED.get(script, (f"Noto Serif {called}",))
        sans = (f"Noto Sans {called}",)
        yield from (*sans, *serif) if plain else (*serif, *sans)
    yield from FAMILIES[family]
    if not plain:
        yield from FAMILIES["serif"] if family in ("serif", "slab") else ()
    yield from _BESIDE
    yield from _SIGNS
    yield from _IDEOGRAPHS  # full-width signs


def _plain(name: str) -> str:
    """A file's name as fonts are compared: small letters and digits alone; a collection's weight stands last."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


@lru_cache(maxsize=64)
def _opened(face: Face) -> Any:
    hb = import_module("uharfbuzz")
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(face.path)), face.index))
    if face.lean:
        font.synthetic_slant = face.lean
    return font


class _Pen:
    """Collects one glyph's outlines as polygons; curves become `_STEPS` straight pieces."""

    def __init__(self) -> None:
        self.polygons: list[list[Floats]] = []

    def moveTo(self, p: tuple[float, float]) -> None:  # noqa: N802 -- the pen protocol's names
        self.polygons.append([np.array(p, dtype=np.float64)])

    def lineTo(self, p: tuple[float, float]) -> None:  # noqa: N802 -- the pen protocol's names
        self.polygons[-1].append(np.array(p, dtype=np.float64))

    def qCurveTo(self, a: tuple[float, float], b: tuple[float, float]) -> None:  # noqa: N802 -- the pen protocol's names
        start, control, end = self.polygons[-1][-1], np.array(a), np.array(b)
        for t in np.linspace(0, 1, _STEPS + 1)[1:]:
            self.polygons[-1].append((1 - t) ** 2 * start + 2 * t * (1 - t) * control + t * t * end)

    def curveTo(self, a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> None:  # noqa: N802 -- the pen protocol's names
        p, q, r, s = self.polygons[-1][-1], np.array(a), np.array(b), np.array(c)
        for t in np.linspace(0, 1, _STEPS + 1)[1:]:
            u = 1 - t
            self.polygons[-1].append(u**3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t**3 * s)

    def closePath(self) -> None:  # noqa: N802 -- the pen protocol's names
        """Polygons close by themselves."""

    endPath = closePath  # noqa: N815 -- the pen protocol's names


@lru_cache(maxsize=2048)
def _outlines(face: Face, number: int) -> tuple[Floats, ...]:
    pen = _Pen()
    face.font.draw_glyph_with_pen(number, pen)
    cleaned = (_clean(np.array(p)) for p in pen.polygons if len(p) > 2)
    return tuple(polygon for polygon in cleaned if len(polygon) > 2)


def _clean(polygon: Floats) -> Floats:
    """The polygon without repeated points."""
    return polygon[np.any(polygon != np.roll(polygon, 1, axis=0), axis=1)]
