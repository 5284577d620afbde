"""How weights move: AdamW groups, the warm-up and cosine by progress, and the running average that ships."""

import copy
import math

import torch
from torch import Tensor, nn

BETAS = (0.9, 0.95)
WARM_UP = 0.03
FLOOR = 0.02


def rate(progress: float, warm_up: float = WARM_UP, floor: float = FLOOR) -> float:
    """The share of the full learning rate at `progress` 0..1: a rise, then a cosine down to `floor`."""
    progress = min(1.0, max(0.0, progress))
    rise = min(1.0, progress / warm_up) if warm_up > 0 else 1.0
    return rise * (floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * progress)))


def optimiser(modules: nn.Module, full_rate: float, decay: float) -> torch.optim.AdamW:
    """AdamW over what is trainable in `modules`; gains, biases and single vectors are not decayed."""
    parameters = [p for p in modules.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in parameters if p.ndim >= 2], "weight_decay": decay},
        {"params": [p for p in parameters if p.ndim < 2], "weight_decay": 0.0},
    ]
    groups = [group for group in groups if group["params"]]
    return torch.optim.AdamW(groups, lr=full_rate, betas=BETAS, fused=True)


class Average:
    """The exponential running average: its `modules` is a frozen twin that evaluation and export read."""

    def __init__(self, modules: nn.ModuleDict, decay: float) -> None:
        self.modules = copy.deepcopy(modules).eval().requires_grad_(False)
        self.decay = decay

    @torch.no_grad()
    def update(self, modules: nn.ModuleDict, step: int) -> None:
        """The twin moved towards `modules` after `step` steps: fast while young, by 1 − decay later."""
        decay = min(self.decay, (1 + step) / (10 + step))
        mine: list[Tensor] = []
        theirs: list[Tensor] = []
        for twin, new in zip(self.modules.parameters(), modules.parameters(), strict=True):
            mine.append(twin.data)
            theirs.append(new.data)
        torch._foreach_lerp_(mine, theirs, 1 - decay)  # pyright: ignore[reportPrivateUsage, reportPrivateImportUsage]  # in one pass
        for twin, new in zip(self.modules.buffers(), modules.buffers(), strict=True):
            twin.copy_(new)
