"""Pixels and files: PNG, JPEG and WebP, with the recipe inside, written whole or not at all."""

import hashlib
import html
import io
import os
import re
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import UInt8

from cavendish.errors import FileError, clip, nearest

if TYPE_CHECKING:
    from PIL import Image

Pixels = UInt8[np.ndarray, "h w 3"]
Alpha = UInt8[np.ndarray, "h w"]

# width, height at 1K; every other size is an exact multiple
ASPECTS = {
    "1:1": (1024, 1024), "16:9": (1376, 768), "9:16": (768, 1376), "1:4": (512, 2048), "1:8": (384, 3072),
    "2:3": (848, 1264), "3:2": (1264, 848), "3:4": (896, 1200), "4:1": (2048, 512), "4:3": (1200, 896),
    "4:5": (928, 1152), "5:4": (1152, 928), "8:1": (3072, 384), "21:9": (1584, 672),
}  # fmt: skip
SIZES = {"256": 0.25, "512": 0.5, "1K": 1.0, "2K": 2.0, "4K": 4.0}  # 256 is a draft
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
JPEG_QUALITY = 95
WEBP_QUALITY = 95
PNG_LEVEL = 4  # 4K in a third of the time of the default, files 3 % larger

_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT = 0x011A, 0x011B, 0x0128  # Exif 2.3, table 3
_TEXT_LIMIT = 1 << 20
_KEY = "cavendish"
_XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    ' xmlns:cavendish="urn:cavendish:1"'
    ' Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"'
    ' cavendish:recipe="{recipe}"/></rdf:RDF></x:xmpmeta>'
)
_RECIPE = re.compile(r'cavendish:recipe="([^"]*)"')


def pixel_size(aspect: str, size: str) -> tuple[int, int]:
    """(width, height) in pixels of a size by name, in an aspect of the table, or of a size such as 1200x800."""
    if size not in SIZES:
        width, _, height = size.partition("x")
        return int(width), int(height)
    width, height = ASPECTS[aspect]
    scale = SIZES[size]
    return int(width * scale), int(height * scale)


def encode(
    pixels: Pixels, kind: str, recipe: str, alpha: "Alpha | None" = None, dpi: int | None = None
) -> bytes:
    """The picture as a PNG, JPEG or WEBP file with the recipe inside; equal input gives equal bytes.

    `alpha` is its transparency, not premultiplied; `dpi` the dots an inch that a printer is told.
    """
    from PIL import Image, PngImagePlugin

    picture = Image.fromarray(pixels if alpha is None else np.dstack([pixels, alpha]))
    out = io.BytesIO()
    packet = _XMP.format(recipe=html.escape(recipe).replace("\n", "&#10;")).encode()
    dots = {} if dpi is None else {"dpi": (dpi, dpi)}
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_itxt(_KEY, recipe)
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
        picture.save(out, "PNG", pnginfo=info, compress_level=PNG_LEVEL, **dots)
    elif kind == "JPEG":
        if len(packet) > 65_000:
            raise FileError("recipe: expected at most 65000 bytes in a JPEG, got more", hint="a .png file")
        if alpha is not None:
            raise FileError("file ending: expected .png or .webp for a transparent background, got JPEG's")
        picture.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0, xmp=packet, **dots)
    else:
        exif = Image.Exif()
        if dpi is not None:  # WebP has no field of its own for it
            exif[_X_RESOLUTION] = exif[_Y_RESOLUTION] = float(dpi)
            exif[_RESOLUTION_UNIT] = 2  # inches
        picture.save(out, "WEBP", quality=WEBP_QUALITY, method=4, xmp=packet, exif=exif)
    return out.getvalue()


def write(
    path: Path, pixels: Pixels, recipe: str, alpha: "Alpha | None" = None, dpi: int | None = None
) -> None:
    """The file holds the picture and its recipe, in the format of its ending; `alpha` and `dpi` as in `encode`.

    On FileError it is as it was before.
    """
    write_bytes(path, encode(pixels, format_of(path), recipe, alpha, dpi))


def check_transparent(path: Path) -> None:
    """A file of that ending can be transparent; FileError otherwise."""
    if format_of(path) == "JPEG":
        raise FileError(
            f"file ending: expected .png or .webp for a transparent background, got {path.suffix}",
            hint=clip(path.with_suffix(".png").name),
        )


def format_of(path: Path) -> str:
    """PNG, JPEG or WEBP by the file's ending; FileError for any other."""
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        close = nearest(path.suffix, FORMATS) or ".png"
        got = path.suffix or f"{clip(path.name)!r} without an ending"
        raise FileError(
            f"file ending: expected .png, .jpg or .webp, got {got}",
            hint=clip(path.with_suffix(close).name) if path.name else "picture.png",
        )
    return kind


def write_bytes(path: Path, data: bytes) -> None:
    """The file holds exactly `data`, on disk; on FileError it is as it was before, with nothing beside it."""
    with _aside(path) as (descriptor, _):
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]


def read_text(path: Path) -> str:
    """What a text file holds.

    FileError when it is not there, cannot be read, is no text, or is over a megabyte.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_TEXT_LIMIT + 1)
        if len(data) > _TEXT_LIMIT:
            raise FileError(
                f"{clip(path)}: expected a text file of at most {_TEXT_LIMIT >> 20} MiB, got more"
            )
        return data.decode("utf-8-sig")
    except OSError as error:
        raise FileError(f"cannot read {clip(path)}: {_reason(error)}") from error
    except UnicodeDecodeError as error:
        raise FileError(f"{clip(path)}: expected text in UTF-8, got something else") from error


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal; FileError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileError(f"cannot read {clip(path)}: {_reason(error)}") from error


def make_folder(path: Path) -> None:
    """The folder is there; FileError otherwise."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            f"cannot make the folder {clip(path)}: {_reason(error)}", hint="another folder"
        ) from error


def check_writable(path: Path) -> None:
    """A file can be written at `path`, as far as can be known without writing it; FileError otherwise."""
    try:
        target = path.resolve()
        folder, other = target.is_dir(), target.exists() and not target.is_file()
    except (OSError, RuntimeError) as error:  # a name too long, a loop of links
        raise FileError(f"cannot write {clip(path)}: {error}", hint="another name") from error
    if folder:
        raise FileError(
            f"file: expected a file to write, got the folder {clip(path)}", hint=f"{path}/picture.png"
        )
    if other:
        raise FileError(f"file: expected an ordinary file, got {clip(path)}", hint="picture.png")
    aside = _beside(target)
    try:
        aside.touch(exist_ok=False)
        aside.unlink()
    except OSError as error:
        raise _file_error(path, error) from error


@contextmanager
def _aside(path: Path) -> Generator[tuple[int, Path]]:
    """An open file beside `path` that takes its place when the block ends well and is removed otherwise."""
    target = path.resolve()
    aside = _beside(target)
    try:
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            yield descriptor, aside
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        aside.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise _file_error(path, error) from error
    finally:
        aside.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name[:100]}.{os.getpid()}.part")


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _file_error(path: Path, error: OSError) -> FileError:
    return FileError(f"cannot write {clip(path)}: {_reason(error)}", hint="another folder")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def read_recipe(path: Path) -> str:
    """The recipe a picture carries; FileError when there is none or the file is no picture."""
    with _opened(path) as picture:
        text = picture.info.get(_KEY)
        if isinstance(text, str):
            return text
        packet = picture.info.get("xmp", b"")
        found = _RECIPE.search(
            packet.decode("utf-8", "replace") if isinstance(packet, bytes) else str(packet)
        )
    if not found:
        raise FileError(
            f"{clip(path)}: expected a picture with a recipe inside, got one without",
            hint="a file that `cavendish generate` wrote and no other program has saved since",
        )
    return html.unescape(found[1])


def read(path: Path) -> Pixels:
    """The picture's pixels as RGB, h × w × 3; FileError when it cannot be read."""
    with _opened(path) as picture:
        return np.asarray(picture.convert("RGB"))


def small_png(path: Path, side: int = 384) -> bytes:
    """The picture in a file as a PNG with its cover, its longer side at most `side`; FileError when it is none."""
    from PIL import Image

    with _opened(path) as picture:
        picture.load()
        small = picture.convert("RGBA")
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


@contextmanager
def _opened(path: Path) -> "Generator[Image.Image]":
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path, formats=("PNG", "JPEG", "WEBP")) as picture:
            yield picture
    except UnidentifiedImageError as error:
        raise FileError(f"{clip(path)}: expected a PNG, JPEG or WebP picture, got something else") from error
    except FileNotFoundError as error:
        raise FileError(
            f"{clip(path)}: expected a file, got nothing there", hint="the path of a picture"
        ) from error
    except OSError as error:
        raise FileError(f"cannot read {clip(path)}: {_reason(error)}") from error
    except (ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FileError(f"{clip(path)}: expected a whole picture, got a damaged one ({error})") from error
