"""What a person at a terminal sees while a picture is made: bars, colour, and the picture itself."""

import base64
import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

import numpy as np
from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.style import Style
from rich.text import Text

from cavendish import events
from cavendish.events import Event, Pixels
from cavendish.settings import compiled
from cavendish.train import events as training

_NAMES = {
    "think": "thinking",
    "stage": "setting the stage",
    "tokens": "drawing",
    "base": "painting",
    "pixels": "adding detail",
    "finish": "finishing",
}
_COLUMNS = 56
_SMALL = 24  # columns of the picture after a scale of the draw
_QUIET_SECONDS = 10.0


class Screen:
    """Shows events on standard error as they come; standard output is never touched.

    On a terminal there are bars and previews, and the finished picture stays. Elsewhere only what a user
    must not miss is written, one plain line each.
    """

    def __init__(self, *, thoughts: bool = False) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._thoughts = thoughts
        self._picture: Text = Text()
        self._tasks: dict[str, TaskID] = {}
        self._bars = Progress(
            TextColumn("[bold]{task.description:<18}"),
            BarColumn(28),
            TimeElapsedColumn(),
            console=self._console,
        )
        self._live: Live | None = None

    def __enter__(self) -> "Screen":
        """The bars are up, if anyone can see them."""
        if self._console.is_terminal:
            self._live = Live(Group(self._picture, self._bars), console=self._console, transient=True)
            self._live.start()
            if not compiled():
                self.say("compiling the world's kernels, once: about a minute", "italic")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The bars are gone, whatever happened."""
        self.close()

    def close(self) -> None:
        """The bars are gone."""
        if self._live is not None:
            self._live.stop()
            self._live = None

    def take(self, event: Event) -> None:
        """The event is shown, if it is one to show."""
        match event:
            case events.Thought(text) if self._thoughts:
                self.say(text, "italic")
            case events.Planned():
                for unknown in event.unknown:
                    self.say(missing(unknown), "yellow")
                if self._thoughts:
                    self.say(event.plan.model_dump_json(exclude_none=True), "dim")
            case events.Progress(stage, step, of):
                self._advance(stage, step, of)
            case events.Preview(stage, pixels, step, of):
                self._advance(stage, step, of)
                if self._thoughts and stage == "tokens" and self._live is not None:
                    self._console.print(Text(f"scale {step} of {of}"), blocks(pixels, _SMALL), sep="\n")
                self._show(blocks(pixels, self._columns()))
            case events.Finished(pixels):
                self._keep(pixels)
            case _:
                pass

    def say(self, text: str, style: str = "") -> None:
        """One line is on standard error."""
        self._console.print(Text(text, style=style), soft_wrap=True)

    def _columns(self) -> int:
        return max(8, min(_COLUMNS, self._console.width - 2, self._console.height - 8))

    def _advance(self, stage: str, step: int, of: int) -> None:
        if self._live is None:
            return
        for name, task in self._tasks.items():
            if name != stage:
                self._bars.update(task, completed=self._bars.tasks[task].total)
                self._bars.stop_task(task)
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(_NAMES.get(stage, stage), total=of)
        self._bars.update(self._tasks[stage], completed=step, total=of)

    def _show(self, picture: Text) -> None:
        if self._live is not None:
            self._picture = picture
            self._live.update(Group(self._picture, self._bars))

    def _keep(self, pixels: Pixels) -> None:
        if self._live is None:
            return
        self.close()
        drawn = inline(pixels, self._columns(), dict(os.environ))
        if drawn is None:
            self._console.print(blocks(pixels, self._columns()))
        else:
            sys.stderr.write(drawn + "\n")
            sys.stderr.flush()


def narrate(happening: Iterable[training.Event]) -> None:
    """What a training run says is on standard error: one line an event, of its steps one every ten seconds."""
    quiet_until = 0.0
    for event in happening:
        often = isinstance(event, training.Step | training.Waiting)
        if often and time.monotonic() < quiet_until:
            continue
        if often:
            quiet_until = time.monotonic() + _QUIET_SECONDS
        sys.stderr.write(f"{told(event)}\n")


def told(event: training.Event) -> str:
    """A training event in one line."""
    match event:
        case training.Waiting(stage, ready, needed):
            return f"{stage}: {ready} of {needed} samples"
        case training.Started(stage, step, minutes, parameters):
            return f"{stage}: {parameters:,} parameters, {minutes:.1f} minutes, from step {step}"
        case training.Step():
            figures = " ".join(f"{name} {value:.3f}" for name, value in event.figures.items())
            rate = f"{event.seconds:.2f} s a step"
            return f"{event.stage} {event.progress:4.0%} step {event.step}: loss {event.loss:.4f} {figures} ({rate})"
        case training.Evaluated(stage, step, minutes, figures):
            shown = " ".join(f"{name} {value:.3f}" for name, value in figures.items())
            return f"{stage} step {step}, {minutes:.1f} minutes: {shown}"
        case training.Saved(stage, step, path, _):
            return f"{stage} step {step}: saved {path}"
        case training.Gated(stage, figure, value, bar, passed):
            return f"{stage}: {figure} {value:.3f}, the bar is {bar:g}: {'reached' if passed else 'MISSED'}"
        case training.Noted(stage, words):
            return f"{stage}: {words}"
        case training.Stopped(stage, step, minutes):
            return f"{stage}: stopped at step {step} after {minutes:.1f} minutes"


def missing(unknown: events.Unknown) -> str:
    """One sentence about a word that could not be drawn."""
    close = f"; the nearest it knows is {unknown.nearest}" if unknown.nearest else ""
    return f"cannot draw {unknown.word!r}{close}"


def shrunk(pixels: Pixels, width: int, height: int) -> Pixels:
    """The picture at that size, every pixel the mean of what it covers."""
    from PIL import Image

    return np.asarray(Image.fromarray(pixels).resize((width, height), Image.Resampling.BOX))


def blocks(pixels: Pixels, columns: int) -> Text:
    """The picture in half blocks: two rows of pixels a line, in 24-bit colour."""
    tall, wide = pixels.shape[:2]
    columns = columns if wide >= tall else max(1, columns * wide // tall)
    rows = max(1, round(columns * tall / wide / 2))
    small = shrunk(pixels, columns, 2 * rows).tolist()
    text = Text(no_wrap=True)
    for top, bottom in zip(small[0::2], small[1::2], strict=True):
        for a, b in zip(top, bottom, strict=True):
            text.append("▀", Style(color=_hex(a), bgcolor=_hex(b)))
        text.append("\n")
    return text


def _hex(rgb: list[int]) -> str:
    return f"#{rgb[0]:02x}{rgb[1]:02x}{rgb[2]:02x}"


def inline(pixels: Pixels, columns: int, environment: dict[str, str]) -> str | None:
    """.

    He escape sequence that draws the picture in this terminal (kitty's or iTerm2's), or None without
    one.
    """
    program, term = environment.get("TERM_PROGRAM", ""), environment.get("TERM", "")
    if environment.get("TMUX") or term.startswith(("screen", "tmux")):
        return None
    if "KITTY_WINDOW_ID" in environment or "kitty" in term or program == "ghostty":
        data = _png(pixels)
        parts = [data[i : i + 4096] for i in range(0, len(data), 4096)]
        last = len(parts) - 1
        first = f"a=T,f=100,c={columns},"
        return "".join(
            f"\x1b_G{first if i == 0 else ''}m={int(i < last)};{part}\x1b\\" for i, part in enumerate(parts)
        )
    if program in ("iTerm.app", "WezTerm", "mintty"):
        return f"\x1b]1337;File=inline=1;width={columns}:{_png(pixels)}\x07"
    return None


def _png(pixels: Pixels) -> str:
    from PIL import Image

    scale = min(1.0, 640 / max(pixels.shape[:2]))
    size = (round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))
    out = io.BytesIO()
    Image.fromarray(shrunk(pixels, *size)).save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def reveal(path: Path) -> None:
    """The picture is shown by the user's own program for it; a note on standard error where there is none."""
    opener = {"darwin": "open", "win32": "explorer"}.get(sys.platform, "xdg-open")
    found = shutil.which(opener)
    if found is None:
        sys.stderr.write(f"cavendish: cannot open {path}: there is no {opener} here\n")
    else:
        quiet = subprocess.DEVNULL
        subprocess.Popen([found, str(path)], stdout=quiet, stderr=quiet)  # noqa: S603 -- the user's own opener
