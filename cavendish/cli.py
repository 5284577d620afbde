"""The `cavendish` command: parse, call, print the path."""

import json
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from cavendish.errors import CavendishError, RequestError

if TYPE_CHECKING:
    from cavendish.events import Finished, Planned, Request

_STOPPED = 130  # what shells give a command that was interrupted

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
PainterName = Annotated[str, typer.Option(help="Who paints: native, or tracer for the reference.")]


def main() -> None:
    """Runs the command and ends the process: 0 done, 1 something is missing, 2 bad input, 130 stopped."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of the command; what is wrong with the input is said in one line on standard error."""
    try:
        code = int(app(arguments, prog_name="cavendish", standalone_mode=False) or 0)
        return _stopped() if code == _STOPPED else code
    except CavendishError as error:
        return _refuse(str(error))
    except TyperException as error:
        what = " ".join(error.format_message().split()).rstrip(".")
        return _refuse(f"{what}; try: cavendish --help")
    except KeyboardInterrupt:
        return _stopped()
    except SystemError as error:  # an interrupt that came inside compiled code
        if not _interrupted(error):
            raise
        return _stopped()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still to be flushed has nowhere to go
        return 1


def _stopped() -> int:
    sys.stderr.write("cavendish: stopped\n")
    return _STOPPED


def _interrupted(error: BaseException | None) -> bool:
    """Whether an interrupt began the chain of errors."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _refuse(line: str) -> int:
    sys.stderr.write(f"cavendish: {line}\n".encode(errors="replace").decode())
    return 2


@app.callback(invoke_without_command=True)
def ask(context: typer.Context) -> None:
    """Thinks, then paints: a prompt becomes a plan, a stage, tokens, and a picture."""
    if context.invoked_subcommand is None:
        sys.stderr.write("What shall I paint? ")
        sys.stderr.flush()
        generate(sys.stdin.readline().strip())


@app.command()
def generate(  # noqa: PLR0913, PLR0917 -- the options a user has; grouping them would hide them
    prompt: Prompt = None,
    out: Out = None,
    aspect: Annotated[str | None, typer.Option(help="1:1, 16:9 or 9:16.")] = None,
    size: Annotated[str, typer.Option(help="512, 1K, 2K or 4K.")] = "1K",
    seed: Seed = None,
    count: Annotated[int, typer.Option("-n", help="How many pictures, with seeds that follow.")] = 1,
    painter: PainterName = "native",
    steps: Annotated[int | None, typer.Option(help="Steps of the decoder; more are slower.")] = None,
    sampler: Annotated[str | None, typer.Option(help="euler or heun.")] = None,
    guidance: Annotated[float | None, typer.Option(help="How firmly the tokens follow the plan.")] = None,
    plan: Annotated[Path | None, typer.Option(help="Paint this plan instead of thinking.")] = None,
    file: Prompts = None,
    folder: Annotated[Path | None, typer.Option("-d", "--dir", help="The folder to write to.")] = None,
    thoughts: Annotated[bool, typer.Option("--thoughts", help="Say what is thought.")] = False,
    show: Annotated[bool, typer.Option("--open", help="Open the picture when it is done.")] = False,
    as_json: Json = False,
) -> None:
    """Paint a picture and print its path."""
    from cavendish.events import Request
    from cavendish.orders import Asked, chosen, orders, prompts, read_plan, told
    from cavendish.painters.base import check
    from cavendish.terminal import reveal

    if out and (folder or file):
        raise RequestError("-o: expected one prompt and no folder, got more", hint="-d DIR")
    fixed = read_plan(plan) if plan else None
    draw = chosen(seed)
    wanted: list[tuple[Asked, Request]] = []
    for asked in [Asked(prompt or "")] if fixed else prompts(prompt, file):
        with told(asked):
            request = Request(asked.words, draw, aspect, size, painter, steps, sampler, guidance, fixed)
        wanted.append((asked, request))
    check(painter)
    for order in orders(wanted, count, out, folder):
        _make(order.request, order.path, thoughts=thoughts, as_json=as_json)
        if show:
            reveal(order.path)


@app.command()
def think(
    prompt: Prompt = None,
    file: Prompts = None,
    seed: Seed = None,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON a prompt, unindented.")] = False,
) -> None:
    """Say what a picture would contain, as JSON, without painting it."""
    from cavendish.events import Planned, Request
    from cavendish.orders import chosen, prompts, told

    draw = chosen(seed)
    requests: list[Request] = []
    for asked in prompts(prompt, file):
        with told(asked):
            requests.append(Request(asked.words, draw))
    indent = None if as_json or file or not sys.stdout.isatty() else 2
    from cavendish import pipeline

    for request in requests:
        for event in pipeline.think(request):
            if isinstance(event, Planned):
                print_json({"prompt": request.prompt, **_described(event), "seed": event.seed}, indent)


@app.command()
def again(
    file: Annotated[Path, typer.Argument(help="A picture with a recipe inside.")], out: Out = None
) -> None:
    """Paint a picture again from the recipe inside it, to equal pixels."""
    from cavendish.events import Recipe
    from cavendish.image import check_writable, format_of, read_recipe
    from cavendish.orders import free

    recipe = Recipe.from_json(read_recipe(file))
    path = out or free(file.with_name(f"{file.stem}-again{file.suffix}"))
    format_of(path)
    check_writable(path)
    made = _make(recipe.request(), path)
    if made.recipe.weights != recipe.weights:
        _note("the weights are not those of the recipe, so the pixels differ")
    elif made.recipe.version != recipe.version:
        _note(f"the recipe is from version {recipe.version}, so the pixels may differ")


@app.command()
def export(
    source: Annotated[Path, typer.Argument(help="A plan, or a picture with a recipe inside.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The file: .glb or .html.")] = None,
    seed: Annotated[int | None, typer.Option(help="The draw; a picture has its own, a plan's is 0.")] = None,
) -> None:
    """Write a plan's stage as a 3-D scene for other programs (.glb), or as a page to turn it in (.html)."""
    from cavendish import orders
    from cavendish.image import check_writable, write_bytes
    from cavendish.world import export as scenes

    path = out or orders.free(source.with_suffix(".glb"))
    scenes.check(path)
    check_writable(path)
    write_bytes(path, scenes.encode(orders.staged(source, seed), path))
    print_line(str(path))


@world.command("sheet")
def world_sheet(
    out: Annotated[Path, typer.Option("-o", "--out", help="The file to write.")] = Path("world.png"),
    seed: Annotated[int, typer.Option(help="The draw.")] = 1,
) -> None:
    """Write a contact sheet of the world, traced, for a person to judge."""
    from cavendish.events import check_seed
    from cavendish.image import check_writable, format_of
    from cavendish.world.stream import sheet

    check_seed(seed)
    format_of(out)
    check_writable(out)
    sheet(out, seed)
    print_line(str(out))


@app.command()
def train(
    recipe: Annotated[str, typer.Argument(help="cpu or gpu; or pool, which only makes the samples.")],
    minutes: Annotated[
        float, typer.Option(help="How long, samples included where there are none yet.")
    ] = 105.0,
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder of the run.")] = Path("runs/train"),
    pool: Annotated[Path, typer.Option(help="The folder of samples.")] = Path("runs/pool"),
    crops: Annotated[Path, typer.Option(help="The folder of the refiner's samples.")] = Path("runs/crops"),
    stages: Annotated[str, typer.Option(help="Only these stages, with commas between.")] = "",
    weights: Annotated[Path | None, typer.Option(help="A folder of weights to start from.")] = None,
    resume: Annotated[bool, typer.Option("--resume/--fresh", help="Go on where it stopped, exactly.")] = True,
) -> None:
    """Train the model from the world, and print the folder of the weights."""
    from cavendish.terminal import narrate

    if not 0 < minutes < 1e6:
        raise RequestError(f"minutes: expected more than 0, got {minutes:g}", hint="--minutes 105")
    only = tuple(name.strip() for name in stages.split(",") if name.strip())
    if recipe == "pool":
        from cavendish.recipes import pools

        narrate(pools.prepare(pool, crops, minutes))
        print_line(str(pool))
        return
    from cavendish import recipes

    sampling = 0.0 if (pool / "meta.json").exists() else minutes * 25 / 105
    left = minutes - sampling
    events = recipes.run(recipe, left, out, pool, crops=crops, stages=only, resume=resume, weights=weights)
    if sampling:
        from cavendish.recipes import pools

        narrate(pools.prepare(pool, crops, sampling))
    narrate(events)
    print_line(str(out / "weights"))


@app.command("eval")
def evaluate(
    suite: Annotated[str, typer.Argument(help="quick, likeness, honesty or geneval; or plans.")],
    file: Annotated[Path | None, typer.Argument(help="For plans: prompts with what they ask for.")] = None,
    painter: PainterName = "native",
    limit: Annotated[int | None, typer.Option(help="At most so many prompts or plans.")] = None,
    report: Annotated[Path | None, typer.Option("--json", help="Write the figures to this file.")] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Write a contact sheet to this file.")
    ] = None,
) -> None:
    """Measure how well pictures hold what was planned; each score stands beside its ceiling and its floor."""
    from cavendish import eval as evaluation
    from cavendish.eval.events import Found
    from cavendish.events import Progress
    from cavendish.image import check_writable, format_of
    from cavendish.painters.base import check
    from cavendish.terminal import Screen

    if limit is not None and limit < 1:
        raise RequestError(f"limit: expected at least 1, got {limit}", hint="--limit 10")
    check(painter)
    if out:
        format_of(out)
    for path in (report, out):
        if path:
            check_writable(path)
    if suite != "plans" and file:
        raise RequestError(f"file: expected one for plans alone, got {file}", hint=f"eval plans {file}")
    if suite == "plans":
        events = evaluation.understand(file, limit, report)
    else:
        events = evaluation.run(suite, painter, limit, report, out)
    with Screen() as screen:
        for event in events:
            if isinstance(event, Found):
                screen.close()
                screen.say(event.report.table())
                print_line(str(report) if report else event.report.to_json())
            else:
                screen.take(Progress(event.what, event.step, event.of))


@app.command()
def bench(
    painter: PainterName = "native",
    size: Annotated[list[str] | None, typer.Option(help="A size to measure; may be repeated.")] = None,
    aspect: Annotated[str, typer.Option(help="1:1, 16:9 or 9:16.")] = "16:9",
    as_json: Json = False,
) -> None:
    """Measure seconds a stage and peak memory, with the weights loaded and the kernels compiled."""
    from cavendish.events import Request
    from cavendish.painters.base import check

    sizes = size or ["1K", "4K"]
    for name in sizes:
        Request("a cup", aspect=aspect, size=name)
    check(painter)
    from cavendish.eval import bench as benches

    for took in benches.run(painter, sizes, aspect):
        if as_json:
            print_json(asdict(took))
            continue
        stages = "  ".join(f"{name} {seconds:.2f}" for name, seconds in took.stages)
        print_line(f"{took.width}x{took.height}: {took.seconds:.2f} s, {took.gib:.2f} GiB ({stages})")
    if painter == "native":
        written = benches.passes()
        line = f"{written.tokens} tokens in {written.passes} passes: {written.together:.2f} s, one by one"
        line = f"{line} {written.one_by_one:.2f} s ({written.ratio:.1f} times as long)"
        print_line(json.dumps(asdict(written)) if as_json else line)


@app.command()
def doctor(as_json: Json = False) -> None:
    """Say what is here, where it lives, and what is missing."""
    from cavendish.diagnosis import examine

    found = examine()
    if as_json:
        print_json({"ok": all(line.ok for line in found)} | {line.name: line.state for line in found})
    for line in found if not as_json else ():
        print_line(f"{'ok ' if line.ok else 'NO '} {line.name}: {line.state}")
    if not all(line.ok for line in found):
        raise typer.Exit(1)


def print_line(text: str) -> None:
    """One line, or a document, is on standard output."""
    sys.stdout.write(text.encode(errors="replace").decode() + "\n")
    sys.stdout.flush()


def print_json(value: "Mapping[str, object]", indent: int | None = None) -> None:
    """The value is on standard output as JSON; one line unless indented."""
    print_line(json.dumps(value, ensure_ascii=False, indent=indent))


def _make(request: "Request", path: Path, *, thoughts: bool = False, as_json: bool = False) -> "Finished":
    """The picture is at `path` and its path, or its description, on standard output."""
    from cavendish import events, image, pipeline
    from cavendish.terminal import Screen

    began, planned, finished = time.monotonic(), None, None
    with Screen(thoughts=thoughts) as screen:
        for event in pipeline.walk(request):
            screen.take(event)
            planned = event if isinstance(event, events.Planned) else planned
            finished = event if isinstance(event, events.Finished) else finished
    assert planned  # the walk always plans and finishes
    assert finished
    image.write(path, finished.pixels, finished.recipe.to_json())
    if as_json:
        print_json(
            {
                "file": str(path),
                "prompt": request.prompt,
                **_described(planned),
                "seed": request.seed,
                "width": finished.pixels.shape[1],
                "height": finished.pixels.shape[0],
                "painter": request.painter,
                "weights": finished.recipe.weights,
                "seconds": round(time.monotonic() - began, 2),
            }
        )
    else:
        print_line(str(path))
    return finished


def _described(planned: "Planned") -> dict[str, object]:
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


def _note(text: str) -> None:
    sys.stderr.write(f"cavendish: {text}\n")
