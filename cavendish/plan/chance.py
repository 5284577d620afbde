"""Random choices that belong to one thing and one field, so changing one word leaves the rest alone."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

Item = TypeVar("Item")


def draw(seed: int, *key: str) -> float:
    """A number in [0, 1) that depends on the seed and the key alone."""
    text = "\x1f".join((str(seed), *key)).encode()
    return int.from_bytes(blake2b(text, digest_size=8).digest()) / 2.0**64


def mixed(seed: int, *key: str) -> int:
    """Another seed, below 2^32, that depends on the seed and the key alone."""
    return int(draw(seed, *key) * 2**32)


def between(low: float, high: float, seed: int, *key: str) -> float:
    """A number in [low, high), rounded to a thousandth so that plans stay readable."""
    return round(low + (high - low) * draw(seed, *key), 3)


def either(seed: int, *key: str) -> int:
    """-1 or 1."""
    return -1 if draw(seed, *key) < 0.5 else 1


def weighted(options: Sequence[tuple[Item, float]], seed: int, *key: str) -> Item:
    """One of the items, as often as its weight says."""
    point = draw(seed, *key) * sum(weight for _, weight in options)
    for item, weight in options:
        point -= weight
        if point < 0:
            return item
    return options[-1][0]
