"""Prompts and plans come from the captions, or from a file that says the same."""

from pathlib import Path

from cavendish.train.texts import text_pairs, write_texts
from cavendish.world.captions import text_pair


def test_stored_pairs_are_the_captions_own(tmp_path: Path) -> None:
    assert text_pairs(tmp_path)(11) == text_pair(11)
    write_texts(tmp_path, 3, seed=10)
    stored = text_pairs(tmp_path)
    prompt, plan = text_pair(11)
    assert stored(1) == (list(prompt), list(plan))
    assert stored(4) == stored(1)
