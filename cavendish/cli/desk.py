"""What every command shares: where it is entered, options that mean the same everywhere, and what is said."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from cavendish.events import Planned

app = typer.Typer(
    name="cavendish",
    help="Thinks, then paints: a prompt becomes a plan, a stage, tokens, and a picture.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
world = typer.Typer(help="The world that pictures are made of.", rich_markup_mode=None)
app.add_typer(world, name="world")

Prompt = Annotated[str | None, typer.Argument(help="What to paint, in words.")]
Seed = Annotated[int | None, typer.Option(help="The draw; the same seed gives the same picture.")]
Out = Annotated[Path | None, typer.Option("-o", "--out", help="The file to write: .png, .jpg or .webp.")]
Prompts = Annotated[Path | None, typer.Option("--file", help="A file with one prompt a line.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Avoid = Annotated[list[str] | None, typer.Option(help="What must not be in the picture; may be repeated.")]
Season = Annotated[str | None, typer.Option(help="spring, summer, autumn or winter: people dress for it.")]
Locale = Annotated[
    str | None, typer.Option(help="A country or region, such as Norway or en-GB: people dress for it.")
]
Aspect = Annotated[
    str | None, typer.Option(help="1:1, 16:9, 9:16 and others; several, as 1:1,9:16, a file each.")
]
Logo = Annotated[Path | None, typer.Option(help="A picture that is placed as the logo.")]
Brand = Annotated[Path | None, typer.Option(help="A brand's colours, fonts and logo, in TOML or JSON.")]
Data = Annotated[Path | None, typer.Option(help="Numbers for a chart or a table, in CSV or JSON.")]
Tier = Annotated[str | None, typer.Option(help="How much work: draft, flash (the usual) or pro.")]
PlannerName = Annotated[str, typer.Option(help="Who thinks: native, or openai:MODEL@URL.")]
PainterName = Annotated[str, typer.Option(help="Who paints: native, or tracer for the reference.")]


def print_line(text: str) -> None:
    """One line, or a document, is on standard output."""
    sys.stdout.write(text.encode(errors="replace").decode() + "\n")
    sys.stdout.flush()


def print_json(value: Mapping[str, object], indent: int | None = None) -> None:
    """The value is on standard output as JSON; one line unless indented."""
    print_line(json.dumps(value, ensure_ascii=False, indent=indent))


def print_note(text: str) -> None:
    """One line beside the result, on standard error."""
    sys.stderr.write(f"cavendish: {text}\n")


def described(planned: "Planned") -> dict[str, object]:
    """What was planned, as `think --json` says it."""
    return {
        "plan": planned.plan.model_dump(mode="json", exclude_none=True),
        "things": [
            {
                "id": thing.id,
                "kind": thing.kind,
                "color": thing.color,
                "box": [round(edge, 4) for edge in thing.box],
                "visible": round(thing.visible, 4),
            }
            for thing in planned.things
        ],
        "unknown": [{"word": word.word, "nearest": word.nearest} for word in planned.unknown],
    }
