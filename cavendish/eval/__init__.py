"""Does the picture hold what was planned? Suites by name, each a generator of events that ends with Found."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from cavendish.errors import RequestError, clip, nearest
from cavendish.events import Request
from cavendish.image import pixel_size

if TYPE_CHECKING:
    from cavendish.eval.events import Event
    from cavendish.painters.base import Painter

SIZED = ("quick", "likeness")
"""Suites that can be run at another size than their own."""
SUITES = ("quick", "likeness", "honesty", "geneval", "detail", "light", "ladder", "ablations", "diversity")


def suite(
    name: str,
    painter: "str | Painter",
    file: Path | None = None,
    limit: int | None = None,
    json: Path | None = None,
    out: Path | None = None,
    sizes: tuple[str, ...] = (),
) -> "Iterator[Event]":
    """Any suite by its name: `understand` for plans, `grant` for wishes, `read` for text, `stage`, else `run`.

    `sizes` are those that text is painted at, or the one that likeness is measured at, its usual ones if none are
    given. RequestError as they raise it.
    """
    if (sizes and name not in ("text", *SIZED)) or (len(sizes) > 1 and name != "text"):
        raise RequestError(
            f"size: expected several for text alone, one for {' or '.join(SIZED)}, got {clip(', '.join(sizes))}",
            hint="eval likeness --size 512",
        )
    if name == "plans":
        return understand(file, limit, json)
    if name == "wishes":
        return grant(file, painter, limit, json, out)
    if name == "text":
        return read(file, painter, limit, json, out, sizes)
    if name == "stages" and not file:
        return stage(limit, json)
    if file:
        raise RequestError(
            f"file: expected one for plans alone, or for wishes or text, got {file}",
            hint=f"eval plans {file}",
        )
    return run(name, painter, limit, json, out, *sizes)


def run(
    suite: str,
    painter: "str | Painter",
    limit: int | None = None,
    json: Path | None = None,
    out: Path | None = None,
    size: str | None = None,
) -> "Iterator[Event]":
    """Measures a painter; the last event is Found, with the report.

    `limit` bounds the plans or prompts. The report is written to `json` and its contact sheet to `out`, where
    given; `size`, of a square, is for SIZED suites. Raises RequestError for an unknown suite, painter or size,
    FileError when a file cannot be written.
    """
    if suite not in SUITES:
        close = nearest(suite, SUITES) or "quick"
        raise RequestError(
            f"suite: expected {', '.join(SUITES[:-1])} or {SUITES[-1]}, got {clip(suite)}", hint=close
        )
    if size:
        Request("a cup", size=size)
        width, height = pixel_size("1:1", size)
        if width != height:
            raise RequestError(f"size: expected a square, got {width}x{height}", hint=f"{width}x{width}")
    return _run(suite, painter, limit, json, out, size)


def understand(file: Path | None, limit: int | None = None, json: Path | None = None) -> "Iterator[Event]":
    """Measures the planner on a file of prompts in GenEval's form; the last event is Found, with the report.

    Raises RequestError when there is no file or a line of it is of another form, FileError when it cannot be read.
    """
    if file is None:
        raise RequestError(
            "file: expected prompts in GenEval's form, one a line, got none", hint="eval plans FILE"
        )
    return _understand(file, limit, json)


def grant(
    file: Path | None,
    painter: "str | Painter",
    limit: int | None = None,
    json: Path | None = None,
    out: Path | None = None,
) -> "Iterator[Event]":
    """Measures whether anything that prompts name goes unmentioned; the last event is Found, with the report.

    They are painted, at seed 1, where a contact sheet is to be at `out`. Raises RequestError when there is no file,
    FileError when a file cannot be read or written.
    """
    if file is None:
        raise RequestError("file: expected prompts, one a line, got none", hint="eval wishes FILE")
    return _grant(file, painter if isinstance(painter, str) else painter.name, limit, json, out)


def _grant(
    file: Path, painter: str, limit: int | None, json: Path | None, out: Path | None
) -> "Iterator[Event]":
    from cavendish.eval import wishes
    from cavendish.eval.events import Found

    for event in wishes.run(file, limit, painter if out else None):
        if isinstance(event, Found):
            event.report.save(json, out)
        yield event


def stage(limit: int | None = None, json: Path | None = None) -> "Iterator[Event]":
    """Measures whether random plans settle, hold their relations and nothing floats; the last event is Found.

    The report is written to `json` where given; FileError when it cannot be.
    """
    from cavendish.eval import stages
    from cavendish.eval.events import Found

    for event in stages.run(limit):
        if isinstance(event, Found):
            event.report.save(json, None)
        yield event


def read(
    file: Path | None,
    painter: "str | Painter",
    limit: int | None = None,
    json: Path | None = None,
    out: Path | None = None,
    sizes: tuple[str, ...] = (),
) -> "Iterator[Event]":
    """Measures how well a painter's lettering can be read, on a file of texts; the last event is Found.

    `sizes` are those that it is painted at, small and usual if none are given. Raises RequestError when there is no
    file, for an unknown painter or size, and where Tesseract is missing; FileError when a file cannot be read or
    written.
    """
    for size in sizes:
        Request("text", size=size)
    if file is None:
        raise RequestError(
            "file: expected texts, or prompts that quote them, got none", hint="eval text FILE"
        )
    return _read(file, painter, limit, json, out, sizes)


def _read(
    file: Path,
    painter: "str | Painter",
    limit: int | None,
    json: Path | None,
    out: Path | None,
    sizes: tuple[str, ...],
) -> "Iterator[Event]":
    from cavendish.eval import text
    from cavendish.eval.events import Found
    from cavendish.eval.painting import named

    for event in text.run(named(painter), file, limit, sizes or text.SIZES):
        if isinstance(event, Found):
            event.report.save(json, out)
        yield event


def _understand(file: Path, limit: int | None, json: Path | None) -> "Iterator[Event]":
    from cavendish.eval import plans
    from cavendish.eval.events import Found

    for event in plans.run(file, limit):
        if isinstance(event, Found):
            event.report.save(json, None)
        yield event


def _run(
    suite: str, painter: "str | Painter", limit: int | None, json: Path | None, out: Path | None, size: str | None
) -> "Iterator[Event]":  # fmt: skip
    # Loaded late: a process that must paint without the reference renderer passes through this package.
    from cavendish.eval.events import Found
    from cavendish.eval.painting import named

    found = named(painter)
    at = {"size": size} if size else {}
    for event in import_module(f"cavendish.eval.{suite}").run(found, limit, **at):
        if isinstance(event, Found):
            event.report.save(json, out)
        yield event
