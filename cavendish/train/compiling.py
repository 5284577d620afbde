"""Blocks compiled where that pays: tried on a run's own steps, kept where they are faster, undone where they fail."""

import statistics
from collections.abc import Callable
from typing import TypeVar

import torch
from torch import nn

from cavendish.errors import CavendishError

T = TypeVar("T")
BACKEND = "inductor"
WARM, TIMED = 6, 12
"""Steps that are not timed, for what is compiled, once for each shape, and those that are, of either sort."""
_SHAPES = 64  # widths, sizes and sorts of gradient that one block's code may be compiled for
GAIN = 1.02
"""How many times as fast compiled steps must be to stay."""


class Trial:
    """Compiles those of a module's blocks that say they can be (`compiles`), after some steps without.

    Regional compilation: blocks that repeat are compiled once, and what differs from batch to batch stays outside.
    """

    def __init__(self, modules: nn.Module) -> None:
        self._blocks = [module for module in modules.modules() if getattr(module, "compiles", False)]
        self._plain: list[float] = []
        self._fast: list[float] = []
        self._open = bool(self._blocks)
        self._why = ""
        self.compiled = False

    def step(self, advance: Callable[[], T]) -> T:
        """What `advance` answers; where compiled blocks break it, it is asked again without."""
        try:
            return advance()
        except CavendishError:
            raise
        except Exception as error:
            if not (self._open and self.compiled) or len(self._fast) >= WARM:
                raise
            self._undo()
            self._why = f"blocks are not compiled: {type(error).__name__}"
            return advance()

    def took(self, seconds: float) -> str:
        """Counts a step of so many seconds. A sentence once it is decided, else nothing."""
        if why := self._why:
            self._why, self._open = "", False
            return why
        if not self._open:
            return ""
        (self._fast if self.compiled else self._plain).append(seconds)
        if not self.compiled and len(self._plain) == WARM + TIMED:
            self._compile()
        if len(self._fast) < WARM + TIMED:
            return ""
        self._open = False
        gain = statistics.median(self._plain[WARM:]) / statistics.median(self._fast[WARM:])
        if gain < GAIN:
            self._undo()
        kept = "are compiled" if gain >= GAIN else "are not compiled"
        return f"{len(self._blocks)} blocks {kept}: steps are {gain:.2f} times as fast with it"

    def _compile(self) -> None:
        from torch._dynamo import config

        config.recompile_limit = max(config.recompile_limit, _SHAPES)
        torch.compiler.set_stance("default")
        for block in self._blocks:
            block.compile(backend=BACKEND)
        self.compiled = True

    def _undo(self) -> None:
        torch.compiler.set_stance("force_eager")
        self.compiled = False
