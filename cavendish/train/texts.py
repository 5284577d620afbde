"""Prompts and their plans to learn words from: the endless captions, or pairs written beside a pool."""

import json
from collections.abc import Callable
from pathlib import Path

TextPair = Callable[[int], tuple[list[int], list[int]]]
"""A prompt's ids and its plan's ids for a seed."""


def text_pairs(folder: Path) -> TextPair:
    """The pairs that `write_texts` left in the folder, by seed modulo their count; else the endless captions."""
    path = folder / "texts.jsonl"
    if not path.exists():
        from cavendish.world.captions import text_pair

        return text_pair
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    pairs = [([int(i) for i in prompt], [int(i) for i in plan]) for prompt, plan in lines]

    def stored(seed: int) -> tuple[list[int], list[int]]:
        return pairs[seed % len(pairs)]

    return stored


def write_texts(folder: Path, count: int, seed: int = 0) -> Path:
    """`texts.jsonl` holds `count` pairs, for machines that have no captions; returns its path."""
    from cavendish.world.captions import text_pair

    path = folder / "texts.jsonl"
    lines = [json.dumps(text_pair(seed + i)) for i in range(count)]
    path.write_text("\n".join(lines) + "\n")
    return path
