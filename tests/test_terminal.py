"""A terminal shows the picture; a pipe shows only what must not be missed."""

import base64
import contextlib
import io
import os
import pty
import re
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cavendish import events
from cavendish.plan.schema import Plan
from cavendish.terminal import Screen, blocks, inline, missing, narrate, reveal, shrunk, told
from cavendish.train import events as training

PIXELS = np.random.default_rng(0).integers(0, 256, (80, 120, 3)).astype(np.uint8)
RECIPE = events.Recipe("a", 1, "512", "tracer", "", None, None, None, Plan(), "0")
UNKNOWN = events.Planned(Plan(), (), (events.Unknown("unicorn", "sheep"),), 1)


def test_half_blocks_show_two_rows_a_line_in_the_pictures_colours():
    picture = np.zeros((4, 4, 3), np.uint8)
    picture[1, 0], picture[2, 1] = (255, 0, 0), (0, 255, 0)
    text = blocks(picture, 4)
    assert text.plain == "▀▀▀▀\n▀▀▀▀\n"
    styles = [str(span.style) for span in text.spans]
    assert styles[0] == "#000000 on #ff0000"
    assert styles[5] == "#00ff00 on #000000"


def test_a_tall_picture_is_narrower_than_the_columns():
    lines = blocks(np.zeros((172, 96, 3), np.uint8), 40).plain.splitlines()
    assert len(lines[0]) == 22
    assert len(lines) == 20


def test_shrinking_takes_means():
    assert np.abs(shrunk(PIXELS, 1, 1)[0, 0] - PIXELS.mean((0, 1))).max() < 1


@pytest.mark.parametrize(
    "environment", [{"TERM": "xterm-kitty"}, {"KITTY_WINDOW_ID": "1"}, {"TERM_PROGRAM": "ghostty"}]
)
def test_kitty_gets_the_picture_in_its_own_words(environment: dict[str, str]):
    drawn = inline(np.tile(PIXELS, (4, 4, 1)), 30, environment)
    assert drawn is not None
    parts = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", drawn)
    assert parts[0][0] == "a=T,f=100,c=30,m=1"
    assert parts[-1][0] == "m=0"
    assert all(len(data) <= 4096 for _, data in parts)
    picture = Image.open(io.BytesIO(base64.b64decode("".join(data for _, data in parts))))
    assert picture.size == (480, 320)


def test_iterm_gets_the_picture_in_its_own_words_and_others_none():
    drawn = inline(PIXELS, 30, {"TERM_PROGRAM": "iTerm.app"})
    assert drawn is not None
    data = re.fullmatch(r"\x1b\]1337;File=inline=1;width=30:(.*)\x07", drawn)
    assert data is not None
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(base64.b64decode(data[1])))), PIXELS)
    assert inline(PIXELS, 30, {"TERM": "xterm-256color"}) is None
    assert inline(PIXELS, 30, {"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}) is None


def test_piped_only_what_must_not_be_missed_is_said(capsys: pytest.CaptureFixture[str]):
    with Screen() as screen:
        screen.take(events.Thought("a thought"))
        screen.take(UNKNOWN)
        screen.take(events.Preview("pixels", PIXELS, 1, 2))
        screen.take(events.Progress("finish", 0, 1))
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "cannot draw 'unicorn'; the nearest it knows is sheep\n"


def test_thoughts_are_said_when_asked_for(capsys: pytest.CaptureFixture[str]):
    with Screen(thoughts=True) as screen:
        screen.take(events.Thought("a thought"))
        screen.take(UNKNOWN)
    err = capsys.readouterr().err
    assert "a thought\n" in err
    assert '"version":1' in err


def test_an_unknown_word_like_nothing_is_still_named():
    assert missing(events.Unknown("qualia", None)) == "cannot draw 'qualia'"


def test_on_a_terminal_there_are_bars_then_the_picture_in_colour(monkeypatch: pytest.MonkeyPatch):
    main, other = pty.openpty()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    seen: list[bytes] = []
    reader = threading.Thread(target=_drain, args=(main, seen))
    reader.start()
    with os.fdopen(other, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        with Screen() as screen:
            screen.take(events.Progress("think", 0, 1))
            screen.take(events.Preview("pixels", PIXELS, 1, 2))
            screen.take(events.Finished(PIXELS, RECIPE))
    reader.join(10)
    text = b"".join(seen).decode()
    assert "adding detail" in text
    assert "\x1b[38;2;" in text.rpartition("adding detail")[2]


def _drain(descriptor: int, into: list[bytes]) -> None:
    """Reads until the other end is closed, which Linux reports as an error."""
    with contextlib.suppress(OSError):
        while data := os.read(descriptor, 1 << 16):
            into.append(data)
    os.close(descriptor)


def test_training_is_told_in_lines_and_its_steps_not_all_of_them(capsys: pytest.CaptureFixture[str]):
    step = training.Step("base", 12, 0.5, 0.25, 0.1234, 0.8, 0, {"pixels": 0.05})
    happening = [
        training.Started("base", 0, 45.0, 1_900_000),
        step,
        step,
        training.Evaluated("base", 100, 5.0, {"carry": 21.5}),
        training.Gated("base", "carry", 21.5, 22.0, passed=False),
        training.Saved("base", 100, Path("runs/base.safetensors")),
        training.Stopped("base", 100, 5.0),
    ]
    narrate(happening)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "base: 1,900,000 parameters, 45.0 minutes, from step 0",
        "base  25% step 12: loss 0.1234 pixels 0.050 (0.80 s a step)",
        "base step 100, 5.0 minutes: carry 21.500",
        "base: carry 21.500, the bar is 22: MISSED",
        "base step 100: saved runs/base.safetensors",
        "base: stopped at step 100 after 5.0 minutes",
    ]
    assert told(training.Waiting("pool", 3, 10)) == "pool: 3 of 10 samples"
    assert told(training.Noted("rays", "met by the cores: no driver")) == "rays: met by the cores: no driver"


def test_a_picture_nothing_can_show_is_a_note(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    reveal(Path("cup.png"))
    assert re.fullmatch(
        r"cavendish: cannot open cup\.png: there is no [\w-]+ here\n", capsys.readouterr().err
    )
