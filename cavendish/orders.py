"""What a command line asks for, as requests and the files they go to."""

import json
import re
import secrets
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cavendish.errors import FileError, PlanError, RequestError, clip
from cavendish.events import SEED_LIMIT, Adapter, Recipe, Request, check_seed
from cavendish.image import FORMATS, check_writable, digest, format_of, make_folder, read_recipe, read_text
from cavendish.paper import pixels_of

if TYPE_CHECKING:
    from cavendish.plan.kit import Kit
    from cavendish.plan.schema import Plan
    from cavendish.world.stage import Stage


_SHAPE = 0.02  # how far width to height may be from the picture's own


@dataclass(frozen=True)
class Asked:
    """One prompt, and the line of the file it stood on (0 when it came from the command line)."""

    words: str
    line: int = 0
    file: Path | None = None


@dataclass(frozen=True)
class Order:
    """One picture to be made, and the file it goes to."""

    request: Request
    path: Path


def prompts(prompt: str | None, file: Path | None) -> list[Asked]:
    """Every prompt that was given; empty lines of a file are passed over."""
    if file is None:
        return [Asked(prompt or "")]
    if prompt is not None:
        raise RequestError("prompt: expected a prompt or --file, got both")
    lines = enumerate(read_text(file).splitlines(), 1)
    asked = [Asked(line.strip(), i, file) for i, line in lines if line.strip()]
    if not asked:
        raise FileError(f"{clip(file)}: expected a prompt a line, got an empty file")
    return asked


def adapters(named: Iterable[str]) -> tuple[Adapter, ...]:
    """The LoRAs that `FILE` or `FILE:SCALE` name, each with its whole path and hash; RequestError or FileError."""
    found: list[Adapter] = []
    for words in named:
        file, colon, scale = words.rpartition(":")
        try:
            file, strength = (file, float(scale)) if colon and not Path(words).exists() else (words, 1.0)
        except ValueError:
            raise RequestError(f"lora: expected FILE:SCALE, got {clip(words)}", hint="FILE:0.8") from None
        adapter = Adapter(str(Path(file).absolute()), strength)
        found.append(replace(adapter, hash=digest(Path(file))))
    return tuple(found)


def placed(loras: Iterable[Adapter], files: Iterable[Path]) -> tuple[Adapter, ...]:
    """A recipe's LoRAs, each from the one of `files` that has its hash; the rest are left to be found by name.

    RequestError for a file that is none of them, FileError where it cannot be read.
    """
    found = list(loras)
    for file in files:
        known = digest(file)
        at = [i for i, one in enumerate(found) if one.hash == known]
        if not at:
            wanted = ", ".join(f"{Path(one.file).name} ({one.hash[:16]})" for one in loras) or "none"
            raise RequestError(
                f"lora: expected {wanted}, as the recipe says, got {clip(file.name)} ({known[:16]})",
                hint="the file that the picture was painted with",
            )
        for i in at:
            found[i] = replace(found[i], file=str(file.absolute()))
    return tuple(found)


def chosen(seed: int | None) -> int:
    """The seed that was asked for, or a new one."""
    return secrets.randbelow(SEED_LIMIT) if seed is None else seed


def several(aspect: str | None) -> list[str | None]:
    """Every aspect that is named, commas between them; none is for the plan to choose."""
    if aspect is None:
        return [None]
    return list(dict.fromkeys(one.strip() for one in aspect.split(",")))


@contextmanager
def told(asked: Asked) -> Generator[None]:
    """A request that cannot be is said to be on its line of its file."""
    try:
        yield
    except RequestError as error:
        if asked.file is None:
            raise
        raise RequestError(f"{clip(asked.file)} line {asked.line}: {error.what}", hint=error.hint) from error


def orders(
    requests: Iterable[tuple[Asked, Request]], count: int, out: Path | None, folder: Path | None
) -> list[Order]:
    """`count` pictures of each request, with seeds that follow, and where each goes.

    A file named by `out` is replaced; any other is new. Everything that can be wrong with a path is found
    here, as RequestError or FileError.
    """
    if count < 1:
        raise RequestError(f"-n: expected at least 1, got {count}", hint="-n 1")
    requests = list(requests)
    shapes = {request.aspect for _, request in requests}
    found: list[Order] = []
    taken: set[Path] = set()
    for asked, request in requests:
        path = out or (folder or Path()) / _name(asked, request.seed)
        if len(shapes) > 1 and request.aspect:
            path = path.with_name(f"{path.stem}-{request.aspect.replace(':', 'x')}{path.suffix}")
        format_of(path)
        for k in range(count):
            target = path.with_name(f"{path.stem}-{k + 1}{path.suffix}") if count > 1 else path
            target = target if out else free(target, taken)
            taken.add(target)
            found.append(Order(replace(request, seed=(request.seed + k) % SEED_LIMIT), target))
    if folder:
        make_folder(folder)
    check_writable(found[0].path)
    check_writable(found[-1].path)
    return found


def _name(asked: Asked, seed: int) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", asked.words.lower())[:48].strip("-") or "picture"
    return f"{asked.line:04d}-{slug}.png" if asked.line else f"{slug}-{seed}.png"


def free(path: Path, taken: Iterable[Path] = ()) -> Path:
    """The path, or the first like it that is not taken: no picture is lost to a name nobody gave."""
    found, k = path, 2
    while found in taken or found.exists():
        found, k = path.with_name(f"{path.stem}-{k}{path.suffix}"), k + 1
    return found


def sized(size: str | None, aspect: str | None, sheet: str | None) -> tuple[str, str | None, int | None]:
    """Size, aspect and dots an inch, of which a sheet of paper decides all three; an aspect only turns it."""
    if sheet is None:
        return size or "1K", aspect, None
    if size is not None:
        raise RequestError("print: expected --print or --size, got both", hint=f"--print {clip(sheet)}")
    wide, _, high = (aspect or "").partition(":")
    turned = wide.isdigit() and high.isdigit() and int(wide) > int(high)
    pixels, dpi = pixels_of(sheet, wide=turned)
    return pixels, None, dpi


def resized(request: Request, size: str) -> Request:
    """The same picture at another size; RequestError when its shape would be another."""
    larger = replace(request, size=size, dpi=None, aspect=None if "x" in size else request.aspect)
    (w, h), (wide, high) = request.pixels, larger.pixels
    if abs(w * high / (h * wide) - 1) > _SHAPE:
        raise RequestError(
            f"size: expected the shape of the picture, {w}x{h}, or a size by name, got {clip(size)}",
            hint="--size 4K",
        )
    return larger


def read_plan(file: Path) -> "Plan":
    """The plan in a file, alone or as `think --json` writes it; FileError or PlanError when there is none."""
    from cavendish.plan.schema import parse_plan

    text = read_text(file)
    try:
        found = json.loads(text)
    except ValueError:
        return parse_plan(text)
    except RecursionError:
        raise PlanError(f"{clip(file)}: expected a plan, got JSON that is nested too deeply") from None
    thought = isinstance(found, dict) and isinstance(found.get("plan"), dict)
    return parse_plan(json.dumps(found["plan"]) if thought else text)


def kit(logo: Path | None, brand: Path | None, data: Path | None) -> "Kit | None":
    """What designs are made with, read from the files given; FileError says what is wrong with one."""
    from base64 import b64encode

    from cavendish.image import small_png
    from cavendish.plan.kit import Kit, brand_of, data_of

    if logo is None and brand is None and data is None:
        return None
    made = Kit()
    if brand is not None:
        look, own = brand_of(read_text(brand), brand.name)
        made = replace(made, look=look)
        logo = logo or (brand.parent / own if own else None)
    if logo is not None:
        made = replace(made, logo=b64encode(small_png(logo)).decode())
    if data is not None:
        made = replace(made, data=data_of(read_text(data), data.name), source=data.name[:120])
    return made


def staged(source: Path, seed: int | None = None) -> "Stage":
    """The stage of the plan in a file, or in a picture's recipe, which has a seed of its own (a plan's is 0)."""
    from cavendish.plan.layout import complete
    from cavendish.world.stage import build

    if source.suffix.lower() in FORMATS:
        recipe = Recipe.from_json(read_recipe(source))
        plan, usual = recipe.plan, recipe.seed
    else:
        plan, usual = read_plan(source), 0
    draw = usual if seed is None else seed
    check_seed(draw)
    return build(complete(plan, draw), draw)
