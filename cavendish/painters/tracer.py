"""The reference painter: the stage's own light, traced; what the native painter is measured against."""

from collections.abc import Iterator

import numpy as np

from cavendish.errors import RequestError
from cavendish.events import Event, Painted, Preview, Progress, Request
from cavendish.world.guides import CHANNELS
from cavendish.world.stage import Stage, Window
from cavendish.world.trace import trace, trace_with_guides

_BAND = 1 << 17  # pixels traced at a time: bounds the memory of a 4K picture
_DEPTH = CHANNELS.index("inverse_depth")


class TracerPainter:
    """Traces four rays a pixel; the request's seed has already been drawn into the stage."""

    name = "tracer"

    def paint(self, stage: Stage, request: Request) -> Iterator[Event]:
        """A preview of an eighth, then the picture in bands, equal to the whole traced at once."""
        if request.loras:
            raise RequestError("lora: expected the native painter, got the tracer", hint="--painter native")
        width, height = request.pixels
        rows = max(8, _BAND // width)
        bands = range(0, height, rows)
        small = trace(stage, Window.whole(height // 8, width // 8), 1)
        yield Preview("pixels", small, 0, len(bands))
        pixels = np.empty((height, width, 3), np.float32)
        depth = np.empty((height, width), np.float32)
        for i, top in enumerate(bands):
            band = slice(top, min(top + rows, height))
            traced, guides = trace_with_guides(stage, Window(top, 0, band.stop - top, width, height, width))
            pixels[band] = traced / np.float32(255)
            depth[band] = guides[..., _DEPTH]
            yield Progress("pixels", i + 1, len(bands))
        yield Painted(pixels, depth, weights="")

    def part(self, stage: Stage, request: Request, window: Window) -> Painted:
        """The picture that `paint` ends with, within a window of it; about that, one of an eighth, enlarged."""
        width, height = request.pixels
        few, guides = trace_with_guides(stage, Window.whole(max(1, height // 8), max(1, width // 8)), 1)
        rows, columns = (np.arange(n) * m // n for n, m in ((height, few.shape[0]), (width, few.shape[1])))
        pixels = few[rows][:, columns] / np.float32(255)
        depth = guides[..., _DEPTH][rows][:, columns]
        for top in range(0, window.h, step := max(8, _BAND // window.w)):
            y, tall = window.y0 + top, min(step, window.h - top)
            traced, guides = trace_with_guides(stage, Window(y, window.x0, tall, window.w, height, width))
            here = (slice(y, y + tall), slice(window.x0, window.x0 + window.w))
            pixels[here], depth[here] = traced / np.float32(255), guides[..., _DEPTH]
        return Painted(pixels, depth, weights="")
