"""Commands that think of pictures, make them, and make things of them."""

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cavendish import __version__
from cavendish.cli.desk import (
    Avoid,
    Brand,
    Data,
    Json,
    Locale,
    Logo,
    Out,
    PainterName,
    PlannerName,
    Prompt,
    Prompts,
    Season,
    Seed,
    Tier,
    app,
    described,
    print_json,
    print_line,
    print_note,
)
from cavendish.errors import RequestError

if TYPE_CHECKING:
    from cavendish.events import Finished, Request


@app.callback(invoke_without_command=True)
def ask(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Thinks, then paints: a prompt becomes a plan, a stage, tokens, and a picture."""
    if version:
        print_line(f"cavendish {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        sys.stderr.write("What shall I paint? ")
        sys.stderr.flush()
        generate(sys.stdin.readline().strip())


@app.command()
def generate(  # noqa: PLR0913, PLR0917 -- the options a user has; grouping them would hide them
    prompt: Prompt = None,
    out: Out = None,
    aspect: Annotated[
        str | None, typer.Option(help="1:1, 16:9, 9:16 and others; several, as 1:1,9:16, a file each.")
    ] = None,
    size: Annotated[
        str | None, typer.Option(help="512, 1K (the usual), 2K, 4K, or such as 1200x800.")
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--print", help="Paper and dots an inch: A3@300, 20x30cm@150.")
    ] = None,
    background: Annotated[
        str | None, typer.Option(help="transparent: things and their shadow alone.")
    ] = None,
    seed: Seed = None,
    count: Annotated[int, typer.Option("-n", help="How many pictures, with seeds that follow.")] = 1,
    painter: PainterName = "native",
    planner: PlannerName = "native",
    tier: Tier = None,
    steps: Annotated[int | None, typer.Option(help="Steps of the decoder; more are slower.")] = None,
    sampler: Annotated[
        str | None, typer.Option(help="euler, euler-a, heun, ddim, dpm++2m, dpm++2m-karras.")
    ] = None,
    guidance: Annotated[float | None, typer.Option(help="How firmly the tokens follow the plan.")] = None,
    plan: Annotated[Path | None, typer.Option(help="Paint this plan instead of thinking.")] = None,
    avoid: Avoid = None,
    season: Season = None,
    locale: Locale = None,
    logo: Logo = None,
    brand: Brand = None,
    data: Data = None,
    lora: Annotated[
        list[str] | None, typer.Option(help="A LoRA as FILE:SCALE, scale 0 to 1.5; may be repeated.")
    ] = None,
    file: Prompts = None,
    folder: Annotated[Path | None, typer.Option("-d", "--dir", help="The folder to write to.")] = None,
    thoughts: Annotated[
        bool, typer.Option("--thoughts", help="Say what is thought, and show each scale of the draw.")
    ] = False,
    show: Annotated[bool, typer.Option("--open", help="Open the picture when it is done.")] = False,
    as_json: Json = False,
) -> None:
    """Paint a picture and print its path."""
    from cavendish.events import Request
    from cavendish.image import check_transparent
    from cavendish.orders import (
        Asked,
        adapters,
        chosen,
        kit,
        orders,
        prompts,
        read_plan,
        several,
        sized,
        told,
    )
    from cavendish.painters.base import check
    from cavendish.planners.base import check as check_planner
    from cavendish.terminal import reveal

    if out and (folder or file):
        raise RequestError("-o: expected one prompt and no folder, got more", hint="-d DIR")
    size, aspect, dpi = sized(size, aspect, sheet)
    fixed = read_plan(plan) if plan else None
    draw, loras = chosen(seed), adapters(lora or ())
    wanted: list[tuple[Asked, Request]] = []
    given = kit(logo, brand, data)
    for asked in [Asked(prompt or "")] if fixed else prompts(prompt, file):
        for shape in several(aspect):
            with told(asked):
                request = Request(
                    asked.words, draw, shape, size, painter, planner, steps, sampler, guidance, fixed,
                    tuple(avoid or ()), season, locale, tier, thoughts, dpi, background, given, loras,
                )  # fmt: skip
            wanted.append((asked, request))
    check(painter)
    check_planner(planner)
    made = orders(wanted, count, out, folder)
    if background:
        check_transparent(made[0].path)
    for order in made:
        _make(order.request, order.path, thoughts=thoughts, as_json=as_json)
        if show:
            reveal(order.path)


@app.command()
def think(
    prompt: Prompt = None,
    file: Prompts = None,
    seed: Seed = None,
    planner: PlannerName = "native",
    avoid: Avoid = None,
    season: Season = None,
    locale: Locale = None,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON a prompt, unindented.")] = False,
) -> None:
    """Say what a picture would contain, as JSON, without painting it."""
    from cavendish.events import Planned, Request, Thought
    from cavendish.orders import chosen, prompts, told
    from cavendish.planners.base import check

    check(planner)
    draw = chosen(seed)
    requests: list[Request] = []
    for asked in prompts(prompt, file):
        with told(asked):
            requests.append(
                Request(
                    asked.words, draw, planner=planner, avoid=tuple(avoid or ()), season=season, locale=locale
                )
            )
    indent = None if as_json or file or not sys.stdout.isatty() else 2
    from cavendish import pipeline

    for request in requests:
        thoughts: list[str] = []
        for event in pipeline.think(request):
            thoughts += [event.text] if isinstance(event, Thought) else []
            if isinstance(event, Planned):
                line = {
                    "prompt": request.prompt,
                    **described(event),
                    "thoughts": thoughts,
                    "seed": event.seed,
                }
                print_json(line, indent)


@app.command()
def again(
    file: Annotated[Path, typer.Argument(help="A picture with a recipe inside.")],
    out: Out = None,
    size: Annotated[
        str | None, typer.Option(help="Another size of the same picture: 4K keeps what 1K shows.")
    ] = None,
    lora: Annotated[
        list[Path] | None, typer.Option(help="Where a LoRA of the picture lies now; may be repeated.")
    ] = None,
) -> None:
    """Paint a picture again from the recipe inside it, to equal pixels, or larger or smaller."""
    from cavendish.events import Recipe
    from cavendish.image import check_transparent, check_writable, format_of, read_recipe
    from cavendish.orders import free, placed, resized

    recipe = Recipe.from_json(read_recipe(file))
    request = resized(recipe.request(), size) if size else recipe.request()
    request = replace(request, loras=placed(request.loras, lora or ()))
    path = out or free(file.with_name(f"{file.stem}-{size or 'again'}{file.suffix}"))
    format_of(path)
    if request.background:
        check_transparent(path)
    check_writable(path)
    made = _make(request, path)
    if made.recipe.weights != recipe.weights:
        print_note("the weights are not those of the recipe, so the pixels differ")
    elif made.recipe.version != recipe.version:
        print_note(f"the recipe is from version {recipe.version}, so the pixels may differ")


@app.command()
def grid(
    prompt: Prompt,
    x: Annotated[str, typer.Option("--x", help="A setting and its values across: guidance=1,2,3.")],
    y: Annotated[str, typer.Option("--y", help="Another and its values down: seed=1,2,3.")] = "seed=1",
    out: Annotated[Path, typer.Option("-o", "--out", help="The file to write.")] = Path("grid.png"),
    size: Annotated[str, typer.Option(help="The size of each picture, such as 256 or 384x256.")] = "256",
    seed: Seed = 1,
    painter: PainterName = "native",
) -> None:
    """Draw a labelled sheet of one prompt under any two settings, for a person to compare."""
    import json

    from cavendish.eval.grid import Axis, cells, run
    from cavendish.events import Progress, Request
    from cavendish.image import check_writable, encode, format_of, write_bytes
    from cavendish.painters.base import check
    from cavendish.terminal import Screen

    request = Request(prompt or "", 1 if seed is None else seed, size=size, painter=painter)
    across, down = Axis.parse(x), Axis.parse(y)
    for row in cells(request, across, down):
        for cell in row:
            check(cell.painter)
    format_of(out)
    check_writable(out)
    with Screen() as screen:
        for event in run(request, across, down):
            if isinstance(event, Progress):
                screen.take(event)
            else:
                said = json.dumps({"prompt": prompt, "x": x, "y": y, "seed": seed, "size": size})
                write_bytes(out, encode(event, format_of(out), said))
    print_line(str(out))


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
    image.write(path, finished.pixels, finished.recipe.to_json(), finished.alpha, finished.recipe.dpi)
    if as_json:
        print_json(
            {
                "file": str(path),
                "prompt": request.prompt,
                **described(planned),
                "thoughts": list(finished.recipe.thoughts),
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
