"""The README's pictures, by one command: six seeds, a gallery, and one prompt as it is thought and painted.

`python -m cavendish.eval.front FOLDER` writes first-picture.jpg, gallery.jpg and how-it-thinks.jpg; none is picked.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from cavendish.events import Event, Finished, Preview, Request
from cavendish.image import make_folder
from cavendish.pipeline import walk
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.stage import Window, build

U8 = npt.NDArray[np.uint8]

FIRST = "a red cup and a teddy bear on a wooden table at golden hour"
SEEDS = range(1, 7)
GALLERY = (
    "an old woman with glasses reading a red book in a library",
    "a yellow taxi on a city street",
    "a turquoise teapot between two lemons in a kitchen",
    "a fox in the snow at sunset",
    "a turtle and a fish under water",
    "an astronaut beside a red rocket on the moon",
    "a wooden sign that says 'FRESH BREAD' in a village",
    "three hot air balloons in the mountains",
    "a girl with red hair waving in a park",
    "an ice cream and a hamburger on a wooden table",
    "a red bicycle next to a green bench by a lake",
    "a dinosaur on a skateboard in the desert",
)
SHOWN = (1, 4, 8)
"""Grids of the ladder after which the tokens are shown."""
_QUALITY = 88


def pictures(small: int = 320, middle: int = 400, large: int = 384) -> Iterator[tuple[str, U8]]:
    """Each picture's name and pixels (h, w, 3): a strip, a page of four in a row, and two rows of four."""
    yield "first-picture", rows([[_painted(FIRST, seed, small) for seed in SEEDS]])
    cells = [_painted(prompt, 1, middle) for prompt in GALLERY]
    yield "gallery", rows([cells[at : at + 4] for at in range(0, len(cells), 4)])
    yield "how-it-thinks", rows(thinking(FIRST, 1, large))


def thinking(prompt: str, seed: int, side: int) -> tuple[list[U8], list[U8]]:
    """What is planned and what the guides say; then the tokens after some grids, and the picture."""
    events = list(walk(Request(prompt, seed=seed, size=f"{side}x{side}", thoughts=True)))
    stages = [event.pixels for event in events if isinstance(event, Preview) and event.stage == "stage"]
    tokens = {
        event.step: event.pixels for event in events if isinstance(event, Preview) and event.stage == "tokens"
    }
    done = _finished(events)
    seen = guides(build(done.recipe.plan, done.recipe.seed), Window.whole(side, side))
    said = [stages[0], *(_shown(seen[..., channels]) for channels in _TOLD)]
    return [scaled(one, side) for one in said], [
        *(scaled(tokens[min(grid, max(tokens))], side) for grid in SHOWN),
        done.pixels,
    ]


def _channels(first: str, count: int = 3) -> slice:
    start = CHANNELS.index(first)
    return slice(start, start + count)


_TOLD = (_channels("normal.x"), _channels("base.r"), _channels("occlusion", 1))


def _shown(channels: npt.NDArray[np.float32]) -> U8:
    """Guides as a picture: directions around middle grey, colours as they are, what hides the light in grey."""
    if channels.shape[-1] == 1:
        unit = np.repeat(1 - channels, 3, -1)
    else:
        unit = channels if channels.min() >= 0 else channels / 2 + 0.5
    return (np.clip(unit, 0, 1) * 255 + 0.5).astype(np.uint8)


def scaled(picture: U8, side: int) -> U8:
    """A square picture at `side` pixels; smaller ones keep their pixels' edges."""
    how = Image.Resampling.NEAREST if len(picture) < side else Image.Resampling.LANCZOS
    return np.asarray(Image.fromarray(picture).resize((side, side), how))


def rows(cells: Sequence[Sequence[U8]]) -> U8:
    """Pictures of one size side by side and in rows."""
    return np.concatenate([np.concatenate(row, 1) for row in cells], 0)


def _finished(events: Iterable[Event]) -> Finished:
    (done,) = (event for event in events if isinstance(event, Finished))
    return done


def _painted(prompt: str, seed: int, side: int) -> U8:
    return _finished(walk(Request(prompt, seed=seed, size=f"{side}x{side}"))).pixels


if __name__ == "__main__":
    _folder = Path(sys.argv[1])
    make_folder(_folder)
    for _name, _pixels in pictures():
        Image.fromarray(_pixels).save(_folder / f"{_name}.jpg", quality=_QUALITY)
        sys.stderr.write(f"{_folder / _name}.jpg\n")
