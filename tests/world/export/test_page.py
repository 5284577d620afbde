"""The page holds all it needs: the scene, the names, the viewer, and no address of anything else."""

import base64
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cavendish.errors import FileError
from cavendish.world.export import check, encode, glb
from cavendish.world.export.page import VIEWER
from cavendish.world.stage import Stage

Staged = Callable[..., Stage]


class Seen(HTMLParser):
    """The elements of a page, and the text of each script."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.scripts: list[str] = []
        self.told = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.open += [tag] if tag not in ("meta", "link") else []
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        self.ids += [value or "" for name, value in attrs if name == "data-id"]
        self.scripts += [""] if tag == "script" else []

    def handle_endtag(self, tag: str) -> None:
        """An element ends: the one that began last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text within an element."""
        if self.open and self.open[-1] == "script":
            self.scripts[-1] += data
        elif self.open and self.open[-1] == "button":
            self.told += data + "\n"


@pytest.fixture(scope="module")
def stage(staged: Staged) -> Stage:
    return staged(["apple", "cup"])


@pytest.fixture(scope="module")
def page(stage: Stage) -> str:
    return encode(stage, Path("scene.html")).decode()


def test_it_names_every_thing_and_holds_the_scene(page: str, stage: Stage):
    seen = Seen()
    seen.feed(page)
    assert seen.open == []
    assert seen.ids == list(stage.ids)
    assert all(thing.id in seen.told and thing.kind in seen.told for thing in stage.plan.things)
    assert base64.b64decode(seen.scripts[0]) == glb.encode(stage)


def test_it_refers_to_nothing_outside_itself(page: str):
    seen = Seen()
    seen.feed(page)
    assert seen.links == []
    assert not re.search(r"https?:|//[a-z]+\.|@import|\bfetch\(|XMLHttpRequest|import\(", page)
    assert "{{" not in page


def test_its_viewer_is_short_plain_javascript():
    script = VIEWER.read_text().split("<script>")[1].split("</script>")[0]
    assert len(script.strip().splitlines()) <= 250


@pytest.mark.parametrize("name", ["scene.obj", "scene", "scene.glb.txt"])
def test_other_endings_are_refused(name: str):
    with pytest.raises(FileError, match=r"file ending: expected \.glb or \.html, got"):
        check(Path(name))
