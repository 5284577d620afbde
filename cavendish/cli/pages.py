"""Commands that serve a page on this machine: a blind vote between two painters, and a page to play with one."""

import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cavendish.cli.desk import PainterName, Prompts, app, print_line, print_note
from cavendish.errors import RequestError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from cavendish.arena.contest import Pairing

Port = Annotated[int, typer.Option(help="The port on this machine; 0 for any that is free.")]
HOST = "127.0.0.1"
PROMPTS = (
    "a red cup on a wooden table", "a teddy bear in a living room at golden hour", "two yellow birds on a beach",
    "a blue car in a rainy street at night", "a green vase in a studio", "a dog in a snowy forest",
)  # fmt: skip
"""What two painters are compared on where no prompts are given."""


@app.command()
def arena(
    first: Annotated[str, typer.Argument(help="A folder of pictures, or a painter.")],
    second: Annotated[str, typer.Argument(help="Another: pictures of the same names, or a painter.")],
    file: Prompts = None,
    size: Annotated[str, typer.Option(help="How large painters paint.")] = "512",
    seed: Annotated[int, typer.Option(help="The draw of the first prompt.")] = 1,
    votes: Annotated[Path, typer.Option(help="The file that votes are kept in.")] = Path("votes.jsonl"),
    folder: Annotated[Path, typer.Option("-d", "--dir", help="Where painters paint.")] = Path("runs/arena"),
    port: Port = 8778,
) -> None:
    """Serve a page where people choose blindly between two folders of pictures, or two painters."""
    from cavendish.arena import app as pages
    from cavendish.arena.contest import Contest

    found = _pairings(first, second, file, size, seed, folder)
    contest = Contest((_named(first), _named(second)), found, votes)
    _serve(pages.arena(contest), port)
    for one in contest.ratings():
        print_line(f"{one.name}: {one.points:.0f} ({one.low:.0f} to {one.high:.0f}), {one.votes} votes")


@app.command()
def play(
    painter: PainterName = "native",
    size: Annotated[str, typer.Option(help="512, 1K, 2K, 4K, or such as 1200x800.")] = "512",
    port: Port = 8777,
) -> None:
    """Serve a page to play with: a prompt, four pictures, what was thought, the plan, and a loupe."""
    from cavendish.events import Request
    from cavendish.painters.base import check

    check(painter)
    Request("a cup", size=size)
    from cavendish.arena import app as pages

    _serve(pages.play(painter, size), port)


def _named(source: str) -> str:
    return Path(source).resolve().name if Path(source).is_dir() else source


def _pairings(
    first: str, second: str, file: Path | None, size: str, seed: int, folder: Path
) -> "list[Pairing]":
    """The pictures of both; painters paint theirs first, unless they are there already."""
    from cavendish.arena.contest import pairings
    from cavendish.events import Request
    from cavendish.orders import prompts
    from cavendish.painters.base import check

    painters = [name for name in (first, second) if not Path(name).is_dir()]
    for name in painters:
        check(name)
    asked = [one.words for one in prompts(None, file)] if file else list(PROMPTS)
    for name in painters:
        requests = [Request(words, seed + k, size=size, painter=name) for k, words in enumerate(asked)]
        for request in requests:
            _paint(request, folder / name)
    one, other = (folder / name if name in painters else Path(name) for name in (first, second))
    return pairings(one, other)


def _paint(request: object, folder: Path) -> None:
    from cavendish import image, pipeline
    from cavendish.events import Finished, Request

    assert isinstance(request, Request)
    slug = "-".join("".join(c if c.isalnum() else " " for c in request.prompt.lower()).split())[:60]
    path = folder / f"{slug}-{request.seed}-{request.size}.png"
    if path.exists():
        return
    image.make_folder(folder)
    for event in pipeline.walk(request):
        if isinstance(event, Finished):
            image.write(path, event.pixels, event.recipe.to_json())
            image.write_bytes(path.with_suffix(".txt"), f"{request.prompt}\n".encode())
    print_note(f"painted {path}")


def _serve(pages: "FastAPI", port: int) -> None:
    """The pages are served until the command is interrupted. Raises RequestError when the port cannot be had."""
    import uvicorn

    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise RequestError(f"port: expected one that is free, got {port}", hint="--port 0") from error
        print_line(f"http://{HOST}:{door.getsockname()[1]}")
        server = uvicorn.Server(uvicorn.Config(pages, log_level="warning"))
        server.run(sockets=[door])
