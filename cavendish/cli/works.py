"""Commands for those who build: the world's sheet, training, measuring, and what is missing."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cavendish.cli.desk import Json, PainterName, app, print_json, print_line, world
from cavendish.errors import RequestError, clip


@world.command("sheet")
def world_sheet(
    name: Annotated[
        str | None,
        typer.Argument(
            help="things, people, places, materials, lights, weather, looks, cameras, doings; random scenes without."
        ),
    ] = None,
    out: Annotated[Path, typer.Option("-o", "--out", help="The file to write.")] = Path("world.png"),
    seed: Annotated[int, typer.Option(help="The draw.")] = 1,
    painter: PainterName = "native",
) -> None:
    """Write a contact sheet of the world for a person to judge; random scenes are traced."""
    from cavendish.events import check_seed
    from cavendish.image import check_writable, format_of
    from cavendish.world.stream import sheet

    check_seed(seed)
    format_of(out)
    check_writable(out)
    for path in (sheet(out, seed),) if name is None else _named_sheet(name, painter, out, seed):
        print_line(str(path))


def _named_sheet(name: str, painter: str, out: Path, seed: int) -> tuple[Path, ...]:
    """Paints a sheet and writes it, a file a page: out-1, out-2 and so on where there are several."""
    from cavendish.eval import sheets
    from cavendish.events import Progress
    from cavendish.image import format_of, write, write_bytes
    from cavendish.painters.base import check
    from cavendish.terminal import Screen

    pages = len(sheets.sheet(name).pages)
    names = (out.with_stem(f"{out.stem}-{k + 1}") if pages > 1 else out for k in range(pages))
    check(painter)
    written: list[Path] = []
    with Screen() as screen:
        for event in sheets.run(name, painter, seed):
            if isinstance(event, Progress):
                screen.take(event)
                continue
            written.append(next(names))
            if format_of(out) == "JPEG":
                write_bytes(written[-1], sheets.small_jpeg(event))
            else:
                write(written[-1], event, json.dumps({"sheet": name, "seed": seed}))
    return tuple(written)


@app.command()
def train(  # noqa: PLR0913, PLR0917 -- the options a user has; grouping them would hide them
    recipe: Annotated[
        str,
        typer.Argument(help="cpu or gpu; pool makes samples alone; lora, or a folder of your own pictures."),
    ],
    folder: Annotated[Path | None, typer.Argument(help="For lora: pictures with captions.")] = None,
    minutes: Annotated[
        float, typer.Option(help="How long, samples included where there are none yet.")
    ] = 105.0,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="The folder of the run, runs/train; a LoRA's file.")
    ] = None,
    pool: Annotated[Path, typer.Option(help="The folder of samples.")] = Path("runs/pool"),
    crops: Annotated[Path, typer.Option(help="The folder of the refiner's samples.")] = Path("runs/crops"),
    stages: Annotated[str, typer.Option(help="Only these stages, with commas between.")] = "",
    weights: Annotated[Path | None, typer.Option(help="A folder of weights to start from.")] = None,
    resume: Annotated[bool, typer.Option("--resume/--fresh", help="Go on where it stopped, exactly.")] = True,
    feed: Annotated[
        bool | None,
        typer.Option(
            "--feed/--no-feed",
            help="Samples are made, and renewed, while it trains; gpu's are.",
        ),
    ] = None,
    rays: Annotated[
        str, typer.Option(help="Who meets the samples' rays: cpu, cuda, or auto: an NVIDIA GPU that can.")
    ] = "auto",
) -> None:
    """Train the model from the world, or on your own pictures, and print where the weights or the LoRA are."""
    from cavendish.terminal import narrate

    if not 0 < minutes < 1e6:
        raise RequestError(f"minutes: expected more than 0, got {minutes:g}", hint="--minutes 105")
    if recipe == "lora" or Path(recipe).is_dir():
        _train_pictures(Path(recipe) if folder is None else folder, out, minutes, resume, recipe == "lora")
        return
    if folder is not None:
        raise RequestError(
            f"folder: expected one for lora alone, got {clip(folder)}", hint=f"train lora {folder}"
        )
    out = out or Path("runs/train")
    only = tuple(name.strip() for name in stages.split(",") if name.strip())
    if recipe == "pool":
        from cavendish.recipes import pools

        narrate(pools.prepare(pool, crops, minutes, rays))
        print_line(str(pool))
        return
    from cavendish import recipes

    first = feed is False or (recipe != "gpu" and not feed)
    sampling = minutes * 25 / 105 if first and not (pool / "meta.json").exists() else 0.0
    left = minutes - sampling
    events = recipes.run(recipe, left, out, pool, crops=crops, stages=only, resume=resume, weights=weights,
                         feed=feed, rays=rays)  # fmt: skip
    if sampling:
        from cavendish.recipes import pools

        narrate(pools.prepare(pool, crops, sampling, rays))
    narrate(events)
    print_line(str(out / "weights"))


def _train_pictures(folder: Path, out: Path | None, minutes: float, resume: bool, lora: bool) -> None:
    """A LoRA's file, or whole weights, hold what the folder's pictures have in common."""
    from cavendish.errors import FileError
    from cavendish.image import check_writable
    from cavendish.recipes.pictures import Learned, learn
    from cavendish.terminal import narrate

    if not lora:
        run = out or Path("runs/pictures")
        narrate(learn(Learned(folder, run), minutes, resume=resume))
        print_line(str(run / "weights"))
        return
    if str(folder) == "lora":
        raise RequestError("folder: expected pictures with captions, got none", hint="train lora FOLDER")
    file = out or Path(f"{folder.resolve().name}.safetensors")
    if file.suffix != ".safetensors":
        raise FileError(
            f"file ending: expected .safetensors, got {clip(file.name)}", hint=f"{file.stem}.safetensors"
        )
    check_writable(file)
    narrate(learn(Learned(folder, file.with_suffix(".run"), file), minutes, resume=resume))
    print_line(str(file))


@app.command("eval")
def evaluate(
    suite: Annotated[
        str,
        typer.Argument(
            help="quick, likeness, honesty, geneval, detail, light, ladder, ablations, diversity; "
            "plans, wishes, text, stages."
        ),
    ],
    file: Annotated[
        Path | None,
        typer.Argument(help="For plans and wishes: prompts, one a line; for text: texts."),
    ] = None,
    painter: PainterName = "native",
    limit: Annotated[int | None, typer.Option(help="At most so many prompts or plans.")] = None,
    report: Annotated[Path | None, typer.Option("--json", help="Write the figures to this file.")] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Write a contact sheet to this file.")
    ] = None,
    size: Annotated[
        list[str] | None, typer.Option(help="For text sizes; for likeness or quick one, of a square.")
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
    events = evaluation.suite(suite, painter, file, limit, report, out, tuple(size or ()))
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
    what: Annotated[str, typer.Argument(help="paint, samplers, tiers, stops, guidance or world.")] = "paint",
    painter: PainterName = "native",
    size: Annotated[list[str] | None, typer.Option(help="A size to measure; may be repeated.")] = None,
    aspect: Annotated[str, typer.Option(help="1:1, 16:9, 9:16, 3:2, 4:5, 21:9 and others.")] = "16:9",
    as_json: Json = False,
) -> None:
    """Measure seconds a stage, memory and other ways to the same pixels; or what a setting gives."""
    from cavendish.errors import nearest
    from cavendish.events import Request
    from cavendish.painters.base import check

    known = {
        "paint": ["512", "1K", "2K", "4K"],
        "samplers": ["208x208"],
        "tiers": ["1K"],
        "stops": ["1K"],
        "guidance": ["208x208"],
        "world": ["1K", "4K"],
    }
    if what not in known:
        close = nearest(what, tuple(known)) or "paint"
        raise RequestError(f"bench: expected {', '.join(known)}, got {clip(what)}", hint=f"bench {close}")
    sizes = size or known[what]
    for name in sizes:
        Request("a cup", aspect=aspect if what == "paint" else "1:1", size=name)
    check(painter)
    if what == "world":
        _world(sizes, as_json=as_json)
    elif what == "paint":
        _paint(painter, sizes, aspect, as_json=as_json)
    else:
        _curves(what, painter, sizes, as_json=as_json)


def _curves(what: str, painter: str, sizes: list[str], *, as_json: bool) -> None:
    """A line for each sampler and number of steps, tier, stop of the ladder or guidance; then whose weights."""
    from cavendish.eval import curves
    from cavendish.events import Progress
    from cavendish.terminal import Screen

    for name in sizes:
        events = getattr(curves, what)(painter, size=name)
        weights = ""
        with Screen() as screen:
            for event in events:
                if isinstance(event, Progress):
                    screen.take(event)
                    continue
                weights = event.weights
                steps = "" if event.steps is None else f" {event.steps:2d} steps"
                print_line(json.dumps(asdict(event)) if as_json else
                           f"{event.name:<15}{steps}: {event.likeness:.2f} dB, energy {event.energy:.2f}, "
                           f"coherence {event.coherence:.2f}, {event.seconds:.2f} s")  # fmt: skip
        if not as_json:
            print_line(f"{name}, weights {weights or 'none'}")


def _world(sizes: list[str], *, as_json: bool) -> None:
    from cavendish.eval import bench as benches

    found = benches.world(sizes=sizes)
    if as_json:
        print_json(asdict(found))
        return
    for side, rate in found.pairs.items():
        print_line(f"{side} px: {rate:.2f} pairs a second of one core")
    for name, seconds in found.guides.items():
        print_line(f"guides at {name}: {seconds:.2f} s of one core")
    print_line(f"{found.gib:.2f} GiB at most")


def _paint(painter: str, sizes: list[str], aspect: str, *, as_json: bool) -> None:
    """What each size costs, what the machine could, and what other ways cost."""
    from cavendish.eval import bench as benches
    from cavendish.eval import versus
    from cavendish.image import SIZES, pixel_size

    seconds: dict[str, float] = {}
    for took in benches.run(painter, sizes, aspect):
        names = [name for name in SIZES if pixel_size(aspect, name) == (took.width, took.height)]
        seconds |= dict.fromkeys(names, took.seconds)
        if as_json:
            print_json(asdict(took))
            continue
        stages = "  ".join(f"{one.name} {one.seconds:.2f} s {one.gib:.2f} GiB" for one in took.stages)
        print_line(f"{took.width}x{took.height}: {took.seconds:.2f} s, {took.gib:.2f} GiB ({stages})")
    if painter != "native":
        return
    peak = versus.peak()
    line = f"base decoder: {peak.decoder / 1e12:.2f} of {peak.products / 1e12:.2f} TFLOP/s in {peak.dtype}"
    print_line(json.dumps(asdict(peak)) if as_json else f"{line} ({peak.share:.0%} of the measured peak)")
    written = benches.passes()
    line = f"{written.tokens} tokens in {written.passes} passes: {written.together:.2f} s, one by one"
    line = f"{line} {written.one_by_one:.2f} s ({written.ratio:.1f} times as long)"
    print_line(json.dumps(asdict(written)) if as_json else line)
    for other in versus.run(aspect, seconds) if seconds else ():
        told = other.note if other.seconds is None else f"{other.seconds:.2f} s, {other.ratio:.3g} times ours"
        more = f" ({other.note})" if other.seconds is not None and other.note else ""
        print_line(json.dumps(asdict(other)) if as_json else f"{other.name}: {told}{more}")


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
