"""Our painter: guides, tokens from the backbone, a small picture from the base decoder, detail level by level."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from cavendish.events import Event, Painted, Preview, Progress, Request
from cavendish.models.backbone import see
from cavendish.models.ladder import CELL, Grids, cells_in, ladder_of
from cavendish.painters.loading import Models, load
from cavendish.painters.refining import DEPTH, Scene, Seen, noise_of, parted, pixels_of, refined
from cavendish.painters.tiers import TIERS, USUAL, base_grids, base_size
from cavendish.plan.avoiding import embodied
from cavendish.plan.prose import heard
from cavendish.plan.schema import Plan
from cavendish.sampling.guidance import guided, halves
from cavendish.sampling.samplers import SAMPLERS
from cavendish.sampling.scales import Draw, Written, write
from cavendish.world.stage import Stage, Window

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]

BASE_LIMIT = 384 * 384  # pixels the base decoder sees at once
GREEDY = 3  # of the finest grids, by the likelier bit: speckle is no variety
_FRESH = 100_000  # keeps the noise that samplers draw on their way apart from that which they start from


class NativePainter:
    """Paints with the shipped weights, or with `models` where they are given."""

    name = "native"

    def __init__(self, models: Models | None = None) -> None:
        self._models = models

    def paint(self, stage: Stage, request: Request) -> Iterator[Event]:
        """Progress and Previews of `tokens`, `base` and `pixels`, then Painted; equal for equal stage and request."""
        yield from self._walked(stage, request)

    def part(self, stage: Stage, request: Request, window: Window) -> Painted:
        """The picture that `paint` ends with, within a window of it; about that, what was painted smaller, enlarged."""
        (painted,) = (e for e in self._walked(stage, request, window) if isinstance(e, Painted))
        return painted

    def _walked(self, stage: Stage, request: Request, only: Window | None = None) -> Iterator[Event]:
        models = self._chosen(request)
        tier = TIERS[request.tier or USUAL]
        scene = Scene.of(models, stage, request.seed)
        size = (request.pixels[1], request.pixels[0])
        grids = base_grids(size, min(tier.stop, models.stop))
        seen = scene.seen(base_size(grids))
        code: Tensor | None = None
        for rung, written in enumerate(_tokens(scene, seen.guides, grids, request.guidance, tier.passes)):
            code = written.code
            if request.thoughts or (rung % 3 == 2 and rung + 1 < len(grids)):
                yield Preview("tokens", pixels_of(_decoded(scene, seen, code)), rung + 1, len(grids))
            else:
                yield Progress("tokens", rung + 1, len(grids))
        base: Tensor | None = None
        steps = request.steps or tier.steps
        sampler = request.sampler or tier.sampler
        for step, base in enumerate(_sampled(scene, seen, code, steps, sampler, request.guidance)):
            yield Preview("base", pixels_of(base), step + 1, steps)
        assert base is not None
        if only is None or base_size(grids) == size:
            yield from refined(scene, base, code, size, spared=tier.spared)
        else:
            yield parted(scene, base, seen.guides[0, DEPTH].float().cpu().numpy(), code, only)

    def _chosen(self, request: Request) -> Models:
        return self._models or load(loras=request.loras)

    def carry(self, stage: Stage, picture: U8, *, guides: bool = True, keep: int | None = None) -> F32:
        """Picture → bits → picture, both (h, w, 3), the second in 0..1; without guides the bits alone carry it.

        `keep` is how many grids of bits are kept, the coarsest first; None: all.
        """
        models = self._models or load()
        scene = Scene.of(models, stage, 0, guides)
        tokenizer = models.tokenizer
        h, w = picture.shape[:2]
        whole = torch.from_numpy(picture).permute(2, 0, 1)[None].to(models.device).float() / 127.5 - 1
        grids = (
            ladder_of(-(-h // CELL), -(-w // CELL))
            if h * w <= BASE_LIMIT
            else base_grids((h, w), models.stop)
        )
        small = (h, w) if h * w <= BASE_LIMIT else base_size(grids)
        seen = scene.seen(small)
        code: Tensor | None = None
        if tokenizer is not None:
            kept = torch.full((1,), len(grids) if keep is None else keep, device=models.device)
            resized = F.adaptive_avg_pool2d(whole, small)
            z = scene.computed(lambda: tokenizer.encode(resized, seen.guides))
            code = scene.computed(lambda: tokenizer.quantise(z, grids, kept).code)
        return _last(refined(scene, _decoded(scene, seen, code), code, (h, w)))

    def ablate(self, stage: Stage, request: Request, *, tokens: bool = True, guides: bool = True) -> F32:
        """The picture of the request (h, w, 3) in 0..1 with its tokens, or its guides, withheld from the decoders."""
        models = self._chosen(request)
        tier = TIERS[request.tier or USUAL]
        scene = Scene.of(models, stage, request.seed)
        size = (request.pixels[1], request.pixels[0])
        grids = base_grids(size, min(tier.stop, models.stop))
        seen = scene.seen(base_size(grids))
        code: Tensor | None = None
        if tokens:
            for written in _tokens(scene, seen.guides, grids, request.guidance, tier.passes):
                code = written.code
        shown = Scene.of(models, stage, request.seed, guides)
        seen = seen if guides else Seen(torch.zeros_like(seen.guides), None)
        walk = _sampled(shown, seen, code, request.steps or tier.steps, request.sampler or tier.sampler)
        return _last(refined(shown, list(walk)[-1], code, size))


def _last(events: Iterator[Event]) -> F32:
    pixels = [event.pixels for event in events if isinstance(event, Painted)]
    return pixels[-1]


def _tokens(
    scene: Scene, seen: Tensor, grids: Grids, guidance: float | None, passes: int = 1
) -> Iterator[Written]:
    """The picture's bits, grid by grid; nothing where there is no backbone.

    Guidance other than 1 draws them away from what is written where nothing is planned, or where all that the plan
    avoids is.
    """
    tokenizer, backbone = scene.models.tokenizer, scene.models.backbone
    if tokenizer is None or backbone is None:
        return iter(())
    strength = 1.0 if guidance is None else guidance
    copies = 1 if strength == 1.0 else 2
    words, drop = _said(scene.stage.plan, copies, seen.device)
    many = see(seen.expand(copies, -1, -1, -1), scene.light.expand(copies, -1), grids, words, drop)
    cache = scene.computed(lambda: backbone.begin(many, cells_in(grids)))

    def step(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        known = None if known is None else known.expand(copies, -1, -1, -1)
        logits = backbone.step(rung, coarser.expand(copies, -1, -1, -1), many, cache, known).float()
        return logits if copies == 1 else halves(logits, strength)

    def look(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        return scene.computed(lambda: step(rung, coarser, known))

    def raised(sign: Tensor, rung: int) -> Tensor:
        return scene.computed(lambda: tokenizer.raise_grid(sign, rung, grids))

    draw = Draw(greedy=GREEDY, passes=passes)
    return write(look, raised, grids, [scene.seed], draw, device=seen.device)


def _said(plan: Plan, copies: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Words of the plan [copies n], and which copies are told nothing of the scene [copies].

    The second copy hears what the plan avoids, if it avoids things, else nothing.
    """
    said, feared = heard(plan), embodied(plan)
    if copies == 1 or feared is None:
        drop = torch.arange(copies, device=device) > 0
        return torch.tensor([said] * copies, device=device), drop
    other = heard(feared)
    rows = [row + [-1] * (max(len(said), len(other)) - len(row)) for row in (said, other)]
    return torch.tensor(rows, device=device), torch.zeros(2, dtype=torch.bool, device=device)


def _decoded(scene: Scene, seen: Seen, code: Tensor | None) -> Tensor:
    """The small picture [1 3 h w] in one step from noise."""
    return list(_sampled(scene, seen, code, 1, "euler"))[-1]


def _sampled(
    scene: Scene, seen: Seen, code: Tensor | None, steps: int, sampler: str, guidance: float | None = None
) -> Iterator[Tensor]:
    """The small picture as it is seen after each step; the last is the sample.

    Guidance other than 1 leads away from the picture that is seen without tokens.
    """
    window = (0, 0, seen.guides.shape[-2], seen.guides.shape[-1])
    strength = 1.0 if guidance is None or code is None else guidance

    def asked(x: Tensor, t: float, given: Tensor | None) -> Tensor:
        time = torch.full((1,), t, device=x.device)
        return scene.computed(
            lambda: scene.models.decoder(x, time, seen.guides, scene.light, given, edges=seen.edges)
        )

    def predict(x: Tensor, t: float) -> Tensor:
        painted = asked(x, t, code)
        return painted if strength == 1.0 else guided(painted, asked(x, t, None), strength)

    def fresh(step: int) -> Tensor:
        return noise_of(scene, _FRESH + step, window)

    method = SAMPLERS[sampler]
    return method.walk(predict, noise_of(scene, 0, window), method.times(steps), fresh)
