"""Writing words one by one, over any callable that scores the next: the best of those allowed."""

from collections.abc import Callable, Sequence

from jaxtyping import Float
from torch import Tensor

Score = Callable[[Sequence[int]], Float[Tensor, " v"]]
"""Given ids not heard before, the logits of the word after the last of them."""
Allow = Callable[[Sequence[int]], Sequence[int]]
"""Given every id written so far, those that may follow; none when the writing has ended."""


def write(score: Score, allow: Allow, heard: Sequence[int], limit: int = 512) -> list[int]:
    """The ids written after those `heard`: each the likeliest allowed (the lowest id of equals), until none is.

    Words that alone are allowed are not scored by themselves, only heard. Raises ValueError past `limit` words.
    """
    written: list[int] = []
    waiting = list(heard)
    while options := allow(written):
        if len(written) >= limit:
            raise ValueError(f"words: expected an end within {limit}, got none")
        if len(options) == 1:
            best = options[0]
        else:
            logits = score(waiting)
            waiting = []
            best = max(sorted(options), key=lambda option: float(logits[option]))
        written.append(best)
        waiting.append(best)
    return written
