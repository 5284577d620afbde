"""The page beside the weights says what their headers say."""

from pathlib import Path

import pytest
import torch

from cavendish import settings
from cavendish.errors import WeightsError
from cavendish.models.checkpoint import Header, save
from cavendish.train.shipped import page, write


def test_every_part_has_a_row_with_what_its_header_says(tmp_path: Path) -> None:
    for name in settings.WEIGHT_FILES:
        header = Header(name, "cpu 2026", "abc123", 1234567, "e1", minutes=12.5, scores="carry 23.100")
        save(tmp_path / f"{name}.safetensors", torch.nn.Linear(3, 2), header)
    rows = [line for line in write(tmp_path).read_text().splitlines() if "e1" in line]
    assert [row.split(" | ")[0] for row in rows] == [f"| {name}" for name in settings.WEIGHT_FILES]
    assert all("| 8 |" in row and "1,234,567 | 12.5 | carry 23.100" in row for row in rows)


def test_a_missing_part_is_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="tokenizer"):
        page(tmp_path)


@pytest.mark.weights
def test_the_shipped_page_is_up_to_date() -> None:
    folder = Path(settings.__file__).parent / "weights"
    told = (folder / "README.md").read_text()
    assert told == page(folder), "python -m cavendish.train.shipped"
