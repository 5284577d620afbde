"""A stage as a scene that other programs open: meshes, lettering, GLB, and a page to turn it in."""

from pathlib import Path

from cavendish.errors import FileError, clip
from cavendish.world.export import glb, page
from cavendish.world.export.meshes import library
from cavendish.world.stage import Stage

_FORMS = {".glb": glb.encode, ".html": page.encode}


def check(path: Path) -> None:
    """Scenes can be written in the form that the file's ending names.

    FileError for another ending, RequestError where the meshing library is missing.
    """
    if path.suffix.lower() not in _FORMS:
        got = path.suffix or f"{clip(path.name)!r} without an ending"
        raise FileError(f"file ending: expected .glb or .html, got {got}", hint="scene.glb")
    library()


def encode(stage: Stage, path: Path) -> bytes:
    """The whole file that `path` should hold, GLB or a page; equal stages give equal bytes."""
    check(path)
    return _FORMS[path.suffix.lower()](stage)
