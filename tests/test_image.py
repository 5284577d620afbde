"""Files carry their recipe, hold their pixels, and are written whole or not at all."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from cavendish import image
from cavendish.errors import FileError

RECIPE = '{"cavendish":{"prompt":"a \\"red\\" cup & <bear> — 赤いカップ","seed":7}}'
PIXELS = np.random.default_rng(0).integers(0, 256, (48, 64, 3)).astype(np.uint8)
SMOOTH = np.tile(np.linspace(40, 200, 64, dtype=np.uint8)[None, :, None], (48, 1, 3))


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.JPEG", "a.webp"])
def test_the_recipe_comes_back_from_every_format(tmp_path: Path, name: str):
    image.write(tmp_path / name, SMOOTH, RECIPE)
    assert image.read_recipe(tmp_path / name) == RECIPE
    error = image.read(tmp_path / name).astype(int) - SMOOTH
    assert np.abs(error).max() <= (0 if name.endswith("png") else 4)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_equal_input_gives_equal_bytes_that_say_a_machine_made_them(kind: str):
    data = image.encode(PIXELS, kind, RECIPE)
    assert data == image.encode(PIXELS, kind, RECIPE)
    assert b"trainedAlgorithmicMedia" in data


def test_the_table_of_sizes_is_the_public_one():
    assert image.pixel_size("16:9", "4K") == (5504, 3072)
    assert image.pixel_size("9:16", "1K") == (768, 1376)
    assert image.pixel_size("1:1", "512") == (512, 512)
    assert image.pixel_size("16:9", "2K") == (2752, 1536)
    assert image.pixel_size("21:9", "512") == (792, 336)
    assert image.pixel_size("8:1", "4K") == (12288, 1536)
    assert image.pixel_size("1:1", "1200x808") == (1200, 808)


@pytest.mark.parametrize("aspect", image.ASPECTS)
def test_an_aspects_pixels_are_as_its_name_says(aspect: str):
    wide, high = (int(number) for number in aspect.split(":"))
    width, height = image.pixel_size(aspect, "1K")
    assert width / height == pytest.approx(wide / high, rel=0.02)
    assert 0.9 < width * height / 1024**2 < 1.15


def test_another_ending_is_refused_and_the_nearest_offered():
    with pytest.raises(FileError, match=r"got \.jpgg; try: a\.jpg"):
        image.format_of(Path("a.jpgg"))
    with pytest.raises(FileError, match="without an ending"):
        image.format_of(Path("picture"))


def test_a_recipe_too_long_for_a_jpeg_is_refused():
    with pytest.raises(FileError, match="in a JPEG"):
        image.encode(PIXELS, "JPEG", "x" * 70_000)


def plain_png(path: Path) -> None:
    Image.fromarray(PIXELS).save(path, "PNG")


def huge_png(path: Path) -> None:
    plain_png(path)
    data = bytearray(path.read_bytes())
    data[16:24] = (60_000).to_bytes(4) * 2
    path.write_bytes(data)


def cut_png(path: Path) -> None:
    plain_png(path)
    path.write_bytes(path.read_bytes()[:30])


def text_bomb(path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("cavendish", "x" * 5_000_000, zip=True)
    Image.fromarray(PIXELS).save(path, "PNG", pnginfo=info)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (plain_png, "got one without"),
        (lambda path: path.write_text("hello"), "got something else"),
        (lambda path: path.write_bytes(b""), "got something else"),
        (lambda path: path.mkdir(), "cannot read"),
        (lambda _: None, "got nothing there"),
        (huge_png, ""),
        (cut_png, ""),
        (text_bomb, ""),
        (lambda path: Image.fromarray(PIXELS).save(path, "GIF"), "got something else"),
    ],
    ids=["plain", "text", "empty", "folder", "absent", "huge", "cut", "bomb", "gif"],
)
def test_a_file_without_a_recipe_is_refused_in_one_line(tmp_path: Path, make: object, message: str):
    path = tmp_path / "given.png"
    make(path)  # pyright: ignore[reportCallIssue] -- a table of functions
    with pytest.raises(FileError) as caught:
        image.read_recipe(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_old_file_is_replaced_whole_even_through_a_link(tmp_path: Path):
    real, link = tmp_path / "real.png", tmp_path / "link.png"
    real.write_bytes(b"old")
    link.symlink_to(real)
    image.write(link, PIXELS, RECIPE)
    assert link.is_symlink()
    assert np.array_equal(image.read(real), PIXELS)


@pytest.fixture
def small_files() -> Iterator[None]:
    """Files of this process may hold 2 kB: more fails with EFBIG, as on a full disk with ENOSPC."""
    import signal

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    signal.signal(signal.SIGXFSZ, before)


def test_a_write_cut_short_leaves_the_old_file_and_nothing_else(tmp_path: Path, small_files: None):
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    with pytest.raises(FileError, match="cannot write"):
        image.write(path, PIXELS, RECIPE)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_no_half_written_file(tmp_path: Path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk can be made by root alone")
    try:
        noise = np.random.default_rng(1).integers(0, 256, (256, 256, 3)).astype(np.uint8)
        image.check_writable(disk / "a.png")
        with pytest.raises(FileError, match=os.strerror(errno.ENOSPC).lower()):
            image.write(disk / "a.png", noise, RECIPE)
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize(
    "path",
    [
        "{}/none/a.png",
        "{}",
        "{}/file/a.png",
        "/proc/a.png",
        "/dev/null",
        "{}/" + "x" * 300 + ".png",
        "{}/loop/a.png",
    ],
)
def test_where_nothing_can_be_written_is_known_beforehand(tmp_path: Path, path: str):
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(FileError):
        image.check_writable(Path(path.format(tmp_path)))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "loop"]


def test_a_folder_that_forbids_writing_is_known_beforehand(tmp_path: Path):
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to root")
    tmp_path.chmod(0o500)
    with pytest.raises(FileError, match="permission denied"):
        image.check_writable(tmp_path / "a.png")


def test_text_is_read_as_utf8_and_anything_else_is_refused(tmp_path: Path):
    path = tmp_path / "prompts.txt"
    path.write_bytes(b"\xef\xbb\xbfa cup\n")
    assert image.read_text(path) == "a cup\n"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileError, match="UTF-8"):
        image.read_text(path)
    path.write_bytes(b"a" * (2 << 20))
    with pytest.raises(FileError, match="at most 1 MiB"):
        image.read_text(path)
    with pytest.raises(FileError, match="no such file"):
        image.read_text(tmp_path / "none")


def test_a_folder_is_made_or_refused(tmp_path: Path):
    image.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="cannot make the folder"):
        image.make_folder(tmp_path / "file" / "b")


@pytest.mark.skipif(sys.platform == "win32", reason="modes are Unix's")
def test_a_new_file_has_the_mode_a_plain_write_would_give(tmp_path: Path):
    (tmp_path / "plain").write_text("")
    image.write_bytes(tmp_path / "ours", b"1")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_dots_an_inch_are_in_every_format_and_only_when_said(tmp_path: Path, name: str):
    image.write(tmp_path / name, PIXELS, RECIPE, dpi=300)
    with Image.open(tmp_path / name) as picture:
        told = picture.info.get("dpi") or tuple(picture.getexif()[tag] for tag in (0x011A, 0x011B))
        assert [round(float(dots)) for dots in told] == [300, 300]
    assert image.read_recipe(tmp_path / name) == RECIPE
    assert image.encode(PIXELS, image.format_of(Path(name)), RECIPE) != (tmp_path / name).read_bytes()


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_transparency_is_kept_where_the_format_has_it(tmp_path: Path, name: str):
    alpha = np.tile(np.linspace(0, 255, 64).astype(np.uint8), (48, 1))
    image.write(tmp_path / name, SMOOTH, RECIPE, alpha)
    with Image.open(tmp_path / name) as picture:
        assert picture.mode == "RGBA"
        assert np.array_equal(np.asarray(picture)[..., 3], alpha)
    assert image.read_recipe(tmp_path / name) == RECIPE


def test_a_format_without_transparency_is_refused():
    with pytest.raises(FileError, match=r"got \.jpg; try: cup\.png"):
        image.check_transparent(Path("cup.jpg"))
    with pytest.raises(FileError, match="for a transparent background"):
        image.encode(PIXELS, "JPEG", RECIPE, np.zeros((48, 64), np.uint8))
    image.check_transparent(Path("cup.webp"))
