"""A stage as one page that needs nothing else: the GLB within it, and a viewer to turn it and name what is in it."""

import base64
import html
from pathlib import Path

from cavendish.world.export import glb
from cavendish.world.stage import Stage

VIEWER = Path(__file__).parent / "viewer.html"


def encode(stage: Stage) -> bytes:
    """The page: things by their ids in a list, and the scene, which a click on a thing or its name explores."""
    names = [f"{thing.id} ({_told(thing.color, thing.kind)})" for thing in stage.plan.things]
    rows = "\n".join(
        f'<li><button type="button" data-id="{thing.id}">{html.escape(name)}</button></li>'
        for thing, name in zip(stage.plan.things, names, strict=True)
    )
    title = ", ".join(thing.kind for thing in stage.plan.things) or "an empty place"
    filled = {
        "{{title}}": html.escape(title),
        "{{things}}": rows,
        "{{scene}}": base64.b64encode(glb.encode(stage)).decode(),
    }
    text = VIEWER.read_text(encoding="utf-8")
    for mark, value in filled.items():
        text = text.replace(mark, value)
    return text.encode()


def _told(color: str | None, kind: str) -> str:
    return f"{color} {kind}" if color else kind
