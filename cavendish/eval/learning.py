"""The loop that teaches a judge: so much processor time, a cosine, and what it needs to go on after a break."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from cavendish.eval.events import Measuring

KEPT_EVERY = 60.0
"""Seconds of processor time between two checkpoints."""
_LEAST, _WARM, _DECAY, _MOST = 0.02, 60, 0.02, 5.0


def learn(
    net: nn.Module, loss_at: Callable[[int], tuple[Tensor, str]], seconds: float, rate: float,
    part: Path | None = None, steps: int | None = None,
) -> Iterator[Measuring]:  # fmt: skip
    """The net has lowered `loss_at(step)` for so many seconds of processor time, or `steps`: AdamW under a cosine.

    What it needs to go on is kept in `part` now and then; where that is there already, it goes on from it.
    """
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=_DECAY)
    step, spent = 0, 0.0
    if part is not None and part.exists():
        state = torch.load(part, weights_only=True)
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        step, spent = state["step"], state["spent"]
    began, kept_at, share = time.process_time() - spent, spent, spent / max(seconds, 1e-3)
    net.train()
    while share < 1:
        now_rate = (
            rate * (_LEAST + (1 - _LEAST) * 0.5 * (1 + np.cos(np.pi * share))) * min(1.0, (step + 1) / _WARM)
        )
        for group in optimiser.param_groups:
            group["lr"] = float(now_rate)
        loss, said = loss_at(step)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), _MOST)
        optimiser.step()
        step += 1
        now = time.process_time() - began
        share = step / steps if steps else now / max(seconds, 1e-3)
        if part is not None and now - kept_at > KEPT_EVERY:
            kept_at = now
            torch.save(
                {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "spent": now},
                part,
            )
        if step % 25 == 0:
            yield Measuring(f"step {step}: {said}", int(share * 100), 100)
