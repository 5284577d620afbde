"""What a picture costs: seconds and memory a stage at each size, and grids at once against tokens one by one."""

import itertools
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cavendish.eval import cost
from cavendish.eval.versus import asked
from cavendish.events import Request
from cavendish.world import stream
from cavendish.world.guides import guides
from cavendish.world.stage import Stage, Window, build
from cavendish.world.trace import trace_with_guides

SIZES = ("512", "1K", "2K", "4K")
_BAND = 256  # rows of guides at a time


@dataclass(frozen=True)
class Passes:
    """Seconds to write a square's 1,290 tokens grid by grid, in so many passes, and cell by cell; with a cache both."""

    tokens: int
    passes: int
    together: float
    one_by_one: float

    @property
    def ratio(self) -> float:
        """How many times faster grid by grid is."""
        return self.one_by_one / self.together


def run(
    painter: str = "native", sizes: Sequence[str] = SIZES, aspect: str = "16:9"
) -> Iterator[cost.Measured]:
    """What a picture of each size costs, smallest first.

    A draft comes before them: weights are loaded and kernels compiled when the clock starts.
    """
    requests = [asked(size, aspect, painter) for size in sizes]
    requests.sort(key=lambda request: request.pixels)
    cost.measure(asked("256", aspect, painter))
    for request in requests:
        yield cost.measure(request)


def passes(stop: int = 24, runs: int = 3) -> Passes:
    """The backbone's writing timed both ways in one run, the best of `runs` for the fast one.

    Time does not depend on what the weights are, so they are untrained here; they compute in what the painter does.
    """
    import torch

    from cavendish.models.backbone import Backbone, see
    from cavendish.models.colour import GUIDES, LIGHTS
    from cavendish.models.ladder import cells_in, ladder
    from cavendish.models.tokenizer import Tokenizer
    from cavendish.painters.loading import dtype_on
    from cavendish.sampling import scales

    grids, dtype = ladder(1.0, stop), dtype_on(torch.device("cpu"))
    cast = torch.autocast("cpu", dtype, enabled=dtype != torch.float32)
    with torch.random.fork_rng(devices=[]), torch.inference_mode(), cast:
        torch.manual_seed(0)
        backbone, tokenizer = Backbone().to(dtype).eval(), Tokenizer().to(dtype).eval()
        side = grids[-1][0] * 16
        scene = see(torch.rand(1, GUIDES, side, side), torch.rand(1, LIGHTS), grids)

        def raised(signs: torch.Tensor, rung: int) -> torch.Tensor:
            return tokenizer.raise_grid(signs, rung, grids)

        looks: list[int] = []

        def together() -> float:
            began = time.perf_counter()
            cache = backbone.begin(scene, cells_in(grids))
            looks.clear()

            def look(rung: int, coarser: torch.Tensor, known: torch.Tensor | None) -> torch.Tensor:
                looks.append(rung)
                return backbone.step(rung, coarser, scene, cache, known)

            for _ in scales.write(look, raised, grids, (0,)):
                pass
            return time.perf_counter() - began

        def one_by_one() -> float:
            began = time.perf_counter()
            cache = backbone.begin(scene, cells_in(grids))
            for _ in scales.write_one_by_one(
                lambda rung, cell, code: backbone.step_one(rung, cell, code, scene, cache),
                raised,
                grids,
                (0,),
            ):
                pass
            return time.perf_counter() - began

        together()
        fast = min(together() for _ in range(runs))
        return Passes(cells_in(grids), len(looks), fast, one_by_one())


@dataclass(frozen=True)
class World:
    """Traced pictures with their guides a second (`pairs`) by their side in pixels, and seconds for whole guides."""

    pairs: dict[int, float]
    guides: dict[str, float]
    gib: float


def world(
    sides: Sequence[int] = (128, 256, 512), sizes: Sequence[str] = ("1K", "4K"), scenes: int = 4
) -> World:
    """What the world's pictures cost: seconds of one core's time, of scenes of three things, everything compiled.

    Guides are made window by window, as painters ask for them, at 16:9; `gib` is the process's highest memory.
    """
    stages = list(_scenes(scenes))
    trace_with_guides(stages[0], Window.whole(32, 32))
    pairs: dict[int, float] = {}
    for side in sides:
        began = time.process_time()
        for stage in stages:
            trace_with_guides(stage, Window.whole(side, side))
        pairs[side] = len(stages) / (time.process_time() - began)
    seconds: dict[str, float] = {}
    for size in sizes:
        h, w = Request("a cup", aspect="16:9", size=size).pixels
        guides(stages[0], Window(0, 0, _BAND, w, h, w))
        began = time.process_time()
        for y in range(0, h, _BAND):
            guides(stages[0], Window(y, 0, min(_BAND, h - y), w, h, w))
        seconds[size] = time.process_time() - began
    return World(pairs, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)


def _scenes(count: int) -> Iterator[Stage]:
    """Stages of the stream's that have three things."""
    found = (plan for seed in itertools.count() if len((plan := stream.scene(seed)).things) == 3)
    yield from (build(plan, 1) for plan in itertools.islice(found, count))
