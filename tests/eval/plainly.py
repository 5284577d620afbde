"""Painters to be measured: an honest poor one, and some that cheat."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cavendish.events import Event, Painted, Request
from cavendish.world.guides import guides
from cavendish.world.light import vector
from cavendish.world.stage import Stage, Window, latents

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]


class Plainly:
    """Base colour × n·l from guides and light: no tokens, no renderer."""

    name = "plainly"

    def paint(self, stage: Stage, request: Request) -> Iterator[Event]:
        width, height = request.pixels
        seen = guides(stage, Window.whole(height, width), 1)
        light = vector(stage.light, stage.basis)
        facing = np.clip(seen[..., 0:3] @ light[0:3], 0, None)[..., None]
        pixels = np.clip(seen[..., 9:12] * np.sqrt(0.2 + 0.3 * facing), 0, 1)
        yield Painted(pixels.astype(np.float32), seen[..., 3], "plain")


class Peeking:
    """Reads the stage's own draw, which only tokens may tell."""

    name = "peeking"

    def paint(self, stage: Stage, request: Request) -> Iterator[Event]:
        for event in Plainly().paint(stage, request):
            assert isinstance(event, Painted)
            yield replace(event, pixels=event.pixels * np.float32(0.5 + 0.5 * stage.latents[0]))


class Carrying:
    """The tracer's pictures, with tokens that carry everything or (blank) nothing."""

    name = "carrying"

    def __init__(self, *, blank: bool = False) -> None:
        self.blank = blank

    def paint(self, stage: Stage, request: Request) -> Iterator[Event]:
        from cavendish.painters.tracer import TracerPainter

        seed = 0 if self.blank else request.seed
        yield from TracerPainter().paint(replace(stage, latents=latents(seed)), request)

    def carry(self, stage: Stage, picture: U8, *, guides: bool = True, keep: int | None = None) -> F32:
        from cavendish.world.trace import trace

        h, w = picture.shape[:2]
        kept = trace(replace(stage, latents=latents(0)), Window.whole(h, w)) if self.blank else picture
        share = 1.0 if keep is None else 1 - 0.5 / (1 + keep)  # grids that are not kept take light away
        return kept.astype(np.float32) * np.float32(share * (1.0 if guides else 0.9) / 255)

    def ablate(self, stage: Stage, request: Request, *, tokens: bool = True, guides: bool = True) -> F32:
        (made,) = [event for event in self.paint(stage, request) if isinstance(event, Painted)]
        return made.pixels * np.float32((1.0 if tokens else 0.8) * (1.0 if guides else 0.9))
