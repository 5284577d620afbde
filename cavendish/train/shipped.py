"""The page beside shipped weights, written from their headers: `python -m cavendish.train.shipped` writes it anew."""

from pathlib import Path

from cavendish import settings
from cavendish.image import write_bytes
from cavendish.models.checkpoint import fingerprint, read

PAGE = "README.md"


def page(folder: Path) -> str:
    """What the headers in `folder` say, as Markdown; WeightsError when a part is missing or damaged."""
    lines = [
        "# The weights",
        "",
        "Written from the headers of the files beside it by `python -m cavendish.train.shipped`; a test keeps it so.",
        "What a header does not say (–) was trained before headers said it: [LOG.md](../../LOG.md) has it.",
        "",
        "| part | numbers | MiB | recipe | commit | samples seen | device minutes | scores | encoder | SHA-256 |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name in settings.WEIGHT_FILES:
        path = folder / f"{name}.safetensors"
        tensors, header = read(path)
        numbers = sum(value.numel() for value in tensors.values())
        minutes = f"{header.minutes:g}" if header.minutes else "–"
        cells = [name, f"{numbers:,}", f"{path.stat().st_size / 2**20:.1f}", header.recipe or "–",
                 header.commit or "–", f"{header.samples:,}", minutes, header.scores or "–", header.encoder,
                 f"`{fingerprint(path)[:16]}`"]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def write(folder: Path) -> Path:
    """The page is in the folder; returns its path."""
    path = folder / PAGE
    write_bytes(path, page(folder).encode())
    return path


if __name__ == "__main__":
    write(settings.weights_dir())
