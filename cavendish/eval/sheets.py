"""Contact sheets of what the world knows: materials, lights, weather, looks and poses, each prompt painted once."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from cavendish.errors import RequestError, nearest
from cavendish.events import Finished, Progress, Request
from cavendish.pipeline import walk

U8 = npt.NDArray[np.uint8]
PAINTED, CELL, LINE, COLUMNS = 256, 180, 16, 8

SHEETS: dict[str, str] = {
    "materials": "a marble vase in a studio|a granite vase in a studio|a jade vase in a studio|"
    "a stone vase in a studio|a brick vase in a studio|a clay vase in a studio|"
    "a wooden vase in a studio|a gold vase in a studio|a copper vase in a studio|"
    "a brushed metal vase in a studio|a glass vase in a studio|a ceramic vase in a studio|"
    "a plastic vase in a studio|a leather vase in a studio|a fabric vase in a studio|"
    "a wax vase in a studio|a marble statue of a dog|a jade elephant|a brick house|a stone castle|"
    "a granite bowl|a wooden chair|a copper kettle|a leather suitcase|a striped mug|"
    "a red and white polka dot dress|a blue checkered suitcase|a floral teapot|a sparkling hat|"
    "a cobblestone fountain|a furry rabbit|a paper boat",
    "lights": "a house at dawn|a house at 8 am|a house at noon|a house at 5 pm|a house at golden hour|"
    "a house at sunset|a house at blue hour|a house at night|a teapot lit by a softbox|"
    "a cat in window light with dusty shafts|a teapot, rim light|a teapot in rembrandt lighting|"
    "a robot in neon light|a teapot by candlelight|a teapot in split warm and cool light|"
    "a teapot in studio lighting|a vase, warm light from the left|a vase, warm light from the right|"
    "a vase, backlit|a vase lit from above|a vase, soft light|a vase, hard light|"
    "a rabbit in a forest, god rays|a boat on a lake at sunset",
    "weather": "a bench in a park|a bench in a park under an overcast sky|a bench in a park in the rain|"
    "a bench in a park in fog|a bench in a park, snowfall|a bench in a park in spring|"
    "a bench in a park in autumn|a bench in a park in winter|a red umbrella on a rainy street|"
    "a car on a foggy street|a house in the snow|a boat on a lake in fog|a dog in a forest in autumn|"
    "a tent in the mountains, snowfall|a bus in the city in the rain|a sheep on a meadow in spring",
    "looks": "natural|film look|black and white|portra 400|ektar 100|velvia 50|hp5|tri-x|cinematic|vintage|"
    "sepia|polaroid|faded look|film noir|high key|low key|pastel|oil painting|pencil sketch",
    "poses": "a person standing|a person sitting|a person walking|a person running|a person waving|"
    "a person pointing|a person reading|a person drinking|a person dancing|a person reclining|"
    "a woman laughing|a sad boy|a surprised girl|an old man with a white beard, smiling|a chef|"
    "an astronaut|a dog standing|a dog sitting|a cat sitting|a cat standing|a cat sleeping|"
    "a horse running|a lion lying down|a bird flying",
}  # fmt: skip
"""Each sheet's prompts; those of the looks are looks of one car in one street."""
_OF_LOOKS = "a red car and a yellow umbrella in a village, {}"


def prompts(name: str) -> tuple[str, ...]:
    """The prompts of the sheet of that name, as they are painted; RequestError with the nearest when there is none."""
    if name not in SHEETS:
        near = nearest(name, SHEETS)
        raise RequestError(f"sheet: expected {', '.join(SHEETS)}, got {name}", hint=near or "materials")
    listed = SHEETS[name].split("|")
    return tuple(_OF_LOOKS.format(look) for look in listed) if name == "looks" else tuple(listed)


def run(name: str, painter: str, seed: int) -> Iterator[Progress | U8]:
    """Progress by picture, then the sheet: eight in a row, each with its words under it; none is picked."""
    wanted, cells = prompts(name), list[U8]()
    for i, prompt in enumerate(wanted):
        yield Progress(f"{name}: {prompt}", i, len(wanted))
        request = Request(prompt, seed=seed, size=f"{PAINTED}x{PAINTED}", painter=painter)
        cells += [event.pixels for event in walk(request) if isinstance(event, Finished)]
    yield laid(cells, tuple(SHEETS[name].split("|")))


def laid(cells: list[U8], captions: tuple[str, ...]) -> U8:
    """Pictures of any size in rows of eight, each scaled to a cell with its caption under it."""
    rows = -(-len(cells) // COLUMNS)
    page = Image.new("RGB", (COLUMNS * CELL, rows * (CELL + LINE)), "white")
    draw = ImageDraw.Draw(page)
    for i, (cell, words) in enumerate(zip(cells, captions, strict=True)):
        x, y = i % COLUMNS * CELL, i // COLUMNS * (CELL + LINE)
        page.paste(Image.fromarray(cell).resize((CELL, CELL), Image.Resampling.LANCZOS), (x, y))
        draw.text((x + 3, y + CELL + 2), _short(words), fill="black")
    return np.asarray(page)


def _short(words: str) -> str:
    plain = words.removesuffix(" in a studio").replace("with dusty shafts", "+ shafts")
    return plain if len(plain) <= 30 else plain[:29] + "…"
