"""A user's own pictures: what they have in common is learned, as a LoRA or by the painter itself.

Their guides are unknown, so they are dropped: the pictures are painted from their bits alone, and what the painter
makes of their captions, with all guides, must look like them patch by patch. Shapes: n pictures or scenes, s side.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from cavendish.models import lora
from cavendish.models.decoder import STRIDE, Decoder
from cavendish.models.ladder import last_side
from cavendish.models.lora import Lora
from cavendish.models.refiner import Refiner
from cavendish.models.resample import enlarged
from cavendish.models.shading import Edges
from cavendish.models.tokenizer import Tokenizer
from cavendish.sampling.flow import mix, training_times
from cavendish.train import losses, patches
from cavendish.train.album import Album
from cavendish.train.drawing import grids_of
from cavendish.train.export import Shipping, encoder_version
from cavendish.train.feed import seeded
from cavendish.train.sheets import sheet

CROP = 64  # side of what the refiner paints, at twice the small picture.s size


@dataclass(frozen=True)
class StyleOptions:
    """The dials of the stage.

    full_rate: of AdamW. like: weight of looking like the pictures. keep: weight of edges that stay where they were.
    told: weight of painting the pictures themselves from their bits. fine: weight of the refiner's own patches.
    plain: weight of no weave of four pixels, which layers that write 4 × 4 at once learn sooner than a style.
    bare: share of scenes painted without tokens.
    """

    batch: int = 4
    full_rate: float = 5e-3
    like: float = 4.0
    keep: float = 0.2
    told: float = 0.2
    fine: float = 2.0
    plain: float = 20.0
    bare: float = 0.3


Crossings = tuple[Tensor, Tensor]
"""What edges cross in one picture: rows and columns [m 2], and the guides of each pixel's samples [m 4 g]."""


@dataclass(frozen=True)
class Scenes:
    """What the captions' plans say: guides [n g s s], light [n k], the code the backbone writes [n 12 y x].

    Scene i is staged from caption i of the album, beginning again at its end. `fine` are the guides of one window of
    each at twice the size, [n g 64 64], and `corners` its first row and column. `edges` and `fine_edges` are what edges
    cross in either: rows and columns, and samples, of each scene.
    """

    guides: Tensor
    light: Tensor
    code: Tensor
    fine: Tensor
    corners: Tensor
    edges: tuple[Crossings, ...]
    fine_edges: tuple[Crossings, ...]

    def of(self, rows: Tensor) -> "Scenes":
        """Some of the scenes."""
        return Scenes(
            self.guides[rows],
            self.light[rows],
            self.code[rows],
            self.fine[rows],
            self.corners[rows],
            tuple(self.edges[i] for i in rows.tolist()),
            tuple(self.fine_edges[i] for i in rows.tolist()),
        )


@dataclass(frozen=True)
class Painter:
    """The parts that paint: the encoder stays, decoder and refiner learn, or a LoRA beside them does."""

    tokenizer: Tokenizer
    decoder: Decoder
    refiner: Refiner

    @property
    def learning(self) -> Mapping[str, nn.Module]:
        """What is learned, by name."""
        return {"decoder": self.decoder, "refiner": self.refiner}


@dataclass(frozen=True)
class Drawn:
    """A batch: pictures of the album at twice the size [b 3 2s 2s] as bytes, and scenes."""

    pictures: Tensor
    scenes: Scenes
    kept: Tensor


class StyleStage:
    """Trains a LoRA over a painter, or without one the painter itself; `name` is `style`."""

    name = "style"
    decay = 0.0

    def __init__(
        self,
        album: Album,
        scenes: Scenes,
        painter: Painter,
        options: StyleOptions,
        adapter: Lora | None = None,
    ) -> None:
        self.album, self.scenes, self.painter, self.options = album, scenes, painter, options
        self.full_rate, self.adapter = options.full_rate, adapter
        for part in (painter.tokenizer, *painter.learning.values()):
            part.eval().requires_grad_(False)
        with torch.no_grad():
            rows = range(0, len(scenes.light), 8)
            kept = [self._small(self.painter.decoder, scenes.of(torch.arange(i, min(i + 8, len(scenes.light)))))
                    for i in rows]  # fmt: skip
        self.kept = torch.cat(kept).detach()
        if adapter is None:
            for part in painter.learning.values():
                part.requires_grad_(True)
        self._modules = nn.ModuleDict(painter.learning if adapter is None else {"lora": adapter})
        self.latest: nn.ModuleDict = self._modules

    @property
    def modules(self) -> nn.ModuleDict:
        """The LoRA, or decoder and refiner."""
        return self._modules

    def read(self, step: int, generator: torch.Generator) -> Drawn:  # noqa: ARG002  # the loop's signature
        """Scenes, and the pictures whose captions they are staged from: alike in what they hold, not in where."""
        rows = torch.randint(0, len(self.kept), (self.options.batch,), generator=generator)
        return Drawn(
            self.album.pictures[rows % len(self.album.pictures)], self.scenes.of(rows), self.kept[rows]
        )

    def loss(
        self,
        batch: Drawn,
        step: int,  # noqa: ARG002  # the loop's signature
        generator: torch.Generator,
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """Scenes painted like the pictures, their edges kept; pictures painted from their own bits, without guides."""
        o = self.options
        own = _halved(batch.pictures)
        with self._beside(self.adapter):
            bare = torch.rand(len(batch.kept), generator=generator) < o.bare
            scenes = batch.scenes
            code = scenes.code * (~bare).float()[:, None, None, None]
            painted = self._small(self.painter.decoder, scenes, code, generator)
            fine = self._fine(self.painter.refiner, painted.detach(), scenes, generator)
            told = self._told(own[:1], generator)  # one is enough: it costs as much as painting a scene
        like = patches.apart(painted, own, generator)
        finely = patches.apart(
            fine, _whole(batch.pictures), generator, (patches.COLOURS, patches.Scale(5, 1))
        )
        moved = patches.outlines(painted, batch.kept)
        woven = (patches.weave(painted) + patches.weave(fine)) / 2
        total = o.like * like + o.fine * finely + o.keep * moved + o.told * told + o.plain * woven
        figures = {"like": like, "fine": finely, "moved": moved, "told": told, "woven": woven}
        return total, {name: value.detach() for name, value in figures.items()}

    def _beside(self, adapter: Lora | None) -> AbstractContextManager[None]:
        return nullcontext() if adapter is None else lora.beside(self.painter.learning, [(adapter, 1.0)])

    def _small(
        self,
        decoder: Decoder,
        scenes: Scenes,
        code: Tensor | None = None,
        draw: torch.Generator | None = None,
    ) -> Tensor:
        """The scenes' small pictures [n 3 s s] in one step from noise."""
        draw = draw or seeded(0, 0, 3)
        n, _, h, w = scenes.guides.shape
        noise = torch.randn((n, 3, h, w), generator=draw)
        answer = decoder(noise, torch.ones(n), scenes.guides.float(), scenes.light,
                         scenes.code if code is None else code, edges=Edges.of(scenes.edges))  # fmt: skip
        return answer.float()

    def _fine(self, refiner: Refiner, small: Tensor, scenes: Scenes, draw: torch.Generator) -> Tensor:
        """A window of each scene at twice the size, over its small picture."""
        n, size = len(small), (2 * small.shape[-2], 2 * small.shape[-1])
        cells = (size[0] // STRIDE, size[1] // STRIDE)
        below, code = [], []
        for i, (top, left) in enumerate(scenes.corners.tolist()):
            below.append(enlarged(small[i : i + 1], (top, left, CROP, CROP), size))
            window = (top // STRIDE, left // STRIDE, CROP // STRIDE, CROP // STRIDE)
            code.append(enlarged(scenes.code[i : i + 1], window, cells))
        noise = torch.randn((n, 3, CROP, CROP), generator=draw)
        answer = refiner(noise, torch.ones(n), scenes.fine.float(), scenes.light, torch.cat(below), torch.cat(code),
                         torch.full((n,), 2.0), edges=Edges.of(scenes.fine_edges))  # fmt: skip
        return answer.float()

    def _told(self, own: Tensor, draw: torch.Generator) -> Tensor:
        """What painting the pictures [b 3 s s] from their own bits costs, guides and light dropped."""
        tokenizer, decoder = self.painter.tokenizer, self.painter.decoder
        b = len(own)
        with torch.no_grad():
            code = tokenizer.quantise(tokenizer.encode(own), grids_of(own)).code
        t = training_times(b, draw, draw.device, 0.75)
        noisy = mix(own, torch.randn(own.shape, generator=draw), t)
        guides = own.new_zeros(b, tokenizer.guide_channels, *own.shape[-2:])
        answer = decoder(noisy, t, guides, own.new_zeros(b, self.scenes.light.shape[1]), code)
        ones = int((t == 1).sum())
        weight = torch.ones_like(own[:, :1])
        each = torch.cat([
            losses.one_step(answer[:ones], own[:ones], weight[:ones], (0, 0)),
            losses.velocity(answer[ones:], own[ones:], weight[ones:], t[ones:]).clamp(max=4.0),
        ])  # fmt: skip
        return each.mean()

    @torch.no_grad()
    def evaluate(self, averaged: nn.ModuleDict, to: Path | None) -> dict[str, float]:
        """How far the scenes' pictures are from the album, before and now, and how far edges moved.

        The sheet's columns: the user's own, the painter as it was, as it is now.
        """
        self.latest = averaged
        adapter = cast(Lora, averaged["lora"]) if self.adapter is not None else None
        decoder = self.painter.decoder if adapter is not None else cast(Decoder, averaged["decoder"])
        count = min(8, len(self.kept))
        with self._beside(adapter):
            painted = self._small(decoder, self.scenes.of(torch.arange(count)))
        own = _halved(self.album.pictures)
        if to is not None:
            wide = F.interpolate(own[:count].float(), size=painted.shape[-2:])
            shown = min(len(wide), count)
            sheet([wide[:shown], self.kept[:shown], painted[:shown]], to)
        return {
            "apart_before": float(patches.apart(self.kept[:count], own, seeded(0, 0, 4))),
            "apart": float(patches.apart(painted, own, seeded(0, 0, 4))),
            "moved": float(patches.outlines(painted, self.kept[:count])),
        }

    def shipping(self, averaged: nn.ModuleDict) -> Shipping:  # noqa: ARG002  # the loop's signature
        """Decoder and refiner, under the encoder they were trained with."""
        side = self.scenes.guides.shape[-1]
        version = encoder_version(self.painter.tokenizer)
        return Shipping(("decoder", "refiner"), version, side, last_side(side), self.options.batch)


def _whole(pictures: Tensor) -> Tensor:
    """Bytes [b 3 h w] as floats in −1..1."""
    return pictures.float() / 127.5 - 1


def _halved(pictures: Tensor) -> Tensor:
    """Bytes [b 3 h w] as floats in −1..1 at half the size."""
    return F.avg_pool2d(_whole(pictures), 2)
