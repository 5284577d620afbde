"""Paints plans in a process of its own in which the reference renderer cannot be imported.

`python -m cavendish.eval.alone ORDERS OUT`: ORDERS is JSON (painter as module:class, size, seeds, plans); OUT
becomes an .npz with one picture a plan, float32 (h, w, 3). Exit code 3: the painter could not do without.
"""

import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from cavendish.errors import CavendishError, clip
from cavendish.events import Painted, Request
from cavendish.painters.base import Painter
from cavendish.plan.schema import Plan
from cavendish.world.stage import build

F32 = npt.NDArray[np.float32]
FORBIDDEN = "cavendish.world.trace"
_NEEDS_IT = 3


@dataclass(frozen=True)
class Order:
    """A complete plan to be painted with a seed."""

    plan: Plan
    seed: int


def paint_alone(
    painter: Painter, orders: Sequence[Order], size: str, environment: Mapping[str, str]
) -> list[F32] | None:
    """Every order's picture, painted in a fresh process without the renderer; None when it is needed.

    Raises CavendishError when the painter cannot paint there for any other reason.
    """
    kind = type(painter)
    asked = {
        "painter": f"{kind.__module__}:{kind.__qualname__}",
        "size": size,
        "seeds": [order.seed for order in orders],
        "plans": [order.plan.model_dump(mode="json") for order in orders],
    }
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "orders.json"), Path(folder, "made.npz")
        given.write_text(json.dumps(asked))
        command = [sys.executable, "-m", "cavendish.eval.alone", str(given), str(made)]
        done = subprocess.run(command, env=dict(environment), capture_output=True, check=False)  # noqa: S603 -- our own module
        if done.returncode == _NEEDS_IT:
            return None
        if done.returncode:
            said = (done.stderr.decode(errors="replace").strip().splitlines() or ["nothing"])[-1]
            raise CavendishError(
                f"painter: expected {painter.name} to paint in a process of its own, got {clip(said)}"
            )
        with np.load(made) as stored:
            return [stored[f"p{i}"] for i in range(len(orders))]


def main(arguments: Sequence[str]) -> int:
    """Paints the orders of the file `arguments[0]` into `arguments[1]`; the exit code."""
    asked: dict[str, Any] = json.loads(Path(arguments[0]).read_text())
    sys.modules[FORBIDDEN] = cast("Any", None)  # importing it now raises ImportError
    module, name = str(asked["painter"]).split(":")
    try:
        painter: Painter = getattr(importlib.import_module(module), name)()
        pictures = {
            f"p{i}": _one(painter, Plan.model_validate(plan), seed, asked["size"])
            for i, (plan, seed) in enumerate(zip(asked["plans"], asked["seeds"], strict=True))
        }
    except ImportError:
        return _NEEDS_IT
    np.savez(arguments[1], allow_pickle=False, **pictures)
    return 0


def _one(painter: Painter, plan: Plan, seed: int, size: str) -> F32:
    request = Request(seed=seed, size=size, aspect=plan.canvas.aspect, plan=plan)
    made = [event for event in painter.paint(build(plan, seed), request) if isinstance(event, Painted)]
    return np.clip(made[-1].pixels, 0, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
