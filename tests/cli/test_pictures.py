"""The command, as a person or a script meets it."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from cavendish import image, settings
from cavendish.plan.schema import Plan, Thing

CUP = Plan(things=(Thing(id="cup-1", kind="cup", color="red"),), place="studio")
Command = Callable[[str], Any]  # runs the command in this process; see conftest.py


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(CUP.model_dump_json())
    return path


BAD = {
    "generate ''": "prompt: expected some words, got nothing",
    "generate '   '": "prompt: expected some words, got nothing",
    "generate": "prompt: expected some words, got nothing",
    "generate " + "x" * 100_000: "prompt: expected at most 2000 characters, got 100000",
    "generate 'a cup' --aspect 2:5": "5:4, 8:1 or 21:9, got 2:5",
    "generate 'a cup' --aspect 16:10": "try: --aspect 3:2",
    "generate 'a cup' --size 9K": "size: expected 512, 1K, 2K, 4K or such as 1200x800, got 9K",
    "generate 'a cup' --size 4k": "try: --size 4K",
    "generate 'a cup' --size 1001x800": "try: --size 1000x800",
    "generate 'a cup' --size 6000x6000": "size: expected at most 20 megapixels, got 36",
    "generate 'a cup' --size 4096x64": "size: expected at most 8 times as long as short",
    "generate 'a cup' --size 99999x8": "try: --size 512x64",
    "generate 'a cup' --size 20000x20000": "try: --size 4472x4472",
    "generate 'a cup' --size 1200x800 --aspect 16:9": "aspect: expected none beside --size 1200x800, got 16:9",
    "generate 'a cup' --seed -1": "seed: expected 0 to 4294967295, got -1",
    "generate 'a cup' --seed many": "Invalid value for '--seed'",
    "generate 'a cup' -n 0": "-n: expected at least 1, got 0",
    "generate 'a cup' --steps 0": "steps: expected 1 to 200, got 0",
    "generate 'a cup' --guidance nan": "guidance: expected 0 to 20, got nan",
    "generate 'a cup' --painter trcer": "try: --painter tracer",
    "generate 'a cup' --painter monet": "painter: expected native or tracer, got monet",
    "generate 'a cup' --sampler eular": "try: --sampler euler",
    "generate 'a cup' --plan {tmp}/none.json": "none.json: no such file or directory",
    "generate 'a cup' --lora {tmp}/none.safetensors": "none.safetensors: no such file or directory",
    "generate 'a cup' --lora {tmp}/text.json:2": "lora: expected a scale of 0 to 1.5, got 2",
    "generate 'a cup' --lora {tmp}/text.json -o {tmp}/a.png": "text.json: expected a LoRA, got a damaged or foreign",
    """generate 'a sign that says "Tea" in a gothick typeface'""": "got 'gothick' (nearest: 'thick')",
    """generate 'a sign that says "𓀀"'""": "(U+13000, Egyp); try: apt install fonts-noto-core",
    """generate 'a sign that says "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"'""": "try: 'WWWWWWWWWWWWWWWWWWWW'",
    "generate 'a pie chart of fruit: apples 3, pears -1'": "pie chart: expected shares of a whole",
    "generate 'a menu for us'": "menu: expected what it offers and the prices, got none",
    "generate 'an infographic of tea'": "infographic: expected its steps in the prompt, got none",
    "generate 'a poster of a cat with our logo in the corner'": "try: --logo logo.png",
    "train lora": "folder: expected pictures with captions, got none",
    "train lora {tmp}/none": "none: no such file or directory",
    "train lora {tmp} -o {tmp}/my.png": "file ending: expected .safetensors, got my.png",
    "train cpu {tmp}": "folder: expected one for lora alone",
    "generate --plan {tmp}/text.json": "plan: expected JSON",
    "generate --plan {tmp}/list.json": "plan: expected a JSON object",
    "generate --plan {tmp}/misspelt.json": "the field 'things'",
    "generate --plan {tmp}/bytes.json": "expected text in UTF-8",
    "generate --plan {tmp}": "is a directory",
    "generate 'a cup' -o {tmp}/none/cup.png": "no such file or directory",
    "generate 'a cup' -o /proc/cup.png": "cannot write /proc/cup.png",
    "generate 'a cup' -o {tmp}": "expected .png, .jpg or .webp",
    "generate 'a cup' -o {tmp}/cup.gif": "file ending: expected .png, .jpg or .webp, got .gif",
    "generate 'a cup' -o {tmp}/a.png -d {tmp}": "-o: expected one prompt and no folder",
    "generate 'a cup' -d {tmp}/text.json": "cannot make the folder",
    "generate --file {tmp}/none.txt": "none.txt: no such file or directory",
    "generate --file {tmp}/empty.txt": "an empty file",
    "generate --file {tmp}/long.txt": "line 2: prompt: expected at most 2000 characters",
    "generate 'a cup' --file {tmp}/long.txt": "expected a prompt or --file, got both",
    "generate 'a cup' --frames 3": "No such option: --frames",
    "paint 'a cup'": "No such command 'paint'",
    "think ''": "prompt: expected some words, got nothing",
    "think 'a cup' --seed -4": "seed: expected",
    "again {tmp}/none.png": "none.png: expected a file, got nothing there",
    "again {tmp}/plain.png": "expected a picture with a recipe inside, got one without",
    "again {tmp}/text.json": "expected a PNG, JPEG or WebP picture, got something else",
    "again {tmp}": "cannot read",
    "again": "Missing argument 'file'",
    "export {tmp}/plain.png -o {tmp}/a.glb": "expected a picture with a recipe inside, got one without",
    "export {tmp}/text.json -o {tmp}/a.glb": "plan: expected JSON",
    "export {tmp}/none.json -o {tmp}/a.glb": "none.json: no such file or directory",
    "export {tmp}/list.json -o {tmp}/a.obj": "file ending: expected .glb or .html, got .obj",
    "export {tmp}/list.json -o {tmp}/none/a.html": "no such file or directory",
    "export {tmp}/list.json -o /proc/a.glb": "cannot write /proc/a.glb",
    "export {tmp}/list.json -o {tmp}": "file ending: expected .glb or .html",
    "export": "Missing argument 'source'",
    "world sheet -o {tmp}/none/sheet.png": "no such file or directory",
    "world sheet --seed -1": "seed: expected",
    "world sheet marbles -o {tmp}/sheet.png": "sheet: expected",
    "train cpu --minutes 0": "minutes: expected more than 0, got 0",
    "train cpuu --pool {tmp}": "recipe: expected one of cpu, gpu, got cpuu; try: cpu",
    "train cpu --stages bass": "stage: expected one of",
    "eval quick --limit 0": "limit: expected at least 1, got 0",
    "eval quack": "try: quick",
    "eval quick -o {tmp}/none/sheet.png": "no such file or directory",
    "eval plans": "file: expected prompts in GenEval's form, one a line, got none; try: eval plans FILE",
    "eval plans {tmp}/none.jsonl": "none.jsonl: no such file or directory",
    "eval plans {tmp}/long.txt": "expected sentences such as",
    "eval quick {tmp}/long.txt": "file: expected one for plans alone",
    "eval quick --painter nativ": "try: --painter native",
    "bench --size 9K": "size: expected 512, 1K, 2K, 4K or such as 1200x800, got 9K",
}


@pytest.mark.parametrize(("line", "message"), BAD.items(), ids=[line[:60] for line in BAD])
def test_bad_input_gets_one_line_and_nothing_is_written(
    line: str, message: str, tmp_path: Path, cavendish: Command
):
    (tmp_path / "text.json").write_text("a red cup")
    (tmp_path / "list.json").write_text("[]")
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe{}")
    (tmp_path / "misspelt.json").write_text('{"thing": []}')
    (tmp_path / "empty.txt").write_text("\n\n")
    (tmp_path / "long.txt").write_text("a cup\n" + "x" * 3000)
    Image.new("RGB", (8, 8)).save(tmp_path / "plain.png")
    before = sorted(tmp_path.iterdir())
    ran = cavendish(line.format(tmp=tmp_path))
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("cavendish: ")
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 400
    assert message in ran.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_picture_its_path_and_nothing_else(plan: Path, tmp_path: Path, cavendish: Command):
    out = tmp_path / "cup.png"
    ran = cavendish(f"generate --plan {plan} --painter tracer --size 256 --seed 3 -o {out}")
    assert (ran.code, ran.out, ran.err) == (0, f"{out}\n", "")
    assert image.read(out).shape == (256, 256, 3)
    recipe = json.loads(image.read_recipe(out))["cavendish"]
    assert (recipe["seed"], recipe["painter"], recipe["size"]) == (3, "tracer", "256")
    assert recipe["plan"]["things"][0]["color"] == "red"


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_again_gives_equal_bytes(ending: str, plan: Path, tmp_path: Path, cavendish: Command):
    first = tmp_path / f"cup.{ending}"
    assert cavendish(f"generate --plan {plan} --painter tracer --size 256 -o {first}").code == 0
    ran = cavendish(f"again {first}")
    second = tmp_path / f"cup-again.{ending}"
    assert (ran.code, ran.out, ran.err) == (0, f"{second}\n", "")
    assert second.read_bytes() == first.read_bytes()


def test_a_plan_and_its_picture_are_the_same_scene(plan: Path, tmp_path: Path, cavendish: Command):
    picture, scene = tmp_path / "cup.png", tmp_path / "plan.glb"
    assert cavendish(f"generate --plan {plan} --painter tracer --size 256 --seed 3 -o {picture}").code == 0
    ran = cavendish(f"export {plan} --seed 3")
    assert (ran.code, ran.out, ran.err) == (0, f"{scene}\n", "")
    assert cavendish(f"export {picture} -o {tmp_path}/cup.glb").code == 0
    assert scene.read_bytes() == (tmp_path / "cup.glb").read_bytes()
    assert cavendish(f"export {plan}").out == f"{tmp_path}/plan-2.glb\n"
    assert cavendish(f"export {plan} -o {tmp_path}/cup.html").code == 0
    assert "cup-1" in (tmp_path / "cup.html").read_text()


def test_several_pictures_have_numbers_and_differ(plan: Path, tmp_path: Path, cavendish: Command):
    ran = cavendish(f"generate --plan {plan} --painter tracer --size 256 --seed 5 -n 2 -o {tmp_path}/cup.png")
    names = [tmp_path / "cup-1.png", tmp_path / "cup-2.png"]
    assert ran.out.split() == [str(name) for name in names]
    one, two = (image.read(name) for name in names)
    assert not np.array_equal(one, two)


def test_the_result_can_be_described_as_json(plan: Path, tmp_path: Path, cavendish: Command):
    ran = cavendish(
        f"generate --plan {plan} --painter tracer --size 256 --aspect 16:9 -d {tmp_path}/new --seed 1 --json"
    )
    told = json.loads(ran.out)
    assert Path(told["file"]).parent == tmp_path / "new"
    assert (told["width"], told["height"], told["seed"]) == (344, 192, 1)
    assert told["plan"]["canvas"]["aspect"] == "16:9"
    (cup,) = told["things"]
    assert (cup["id"], cup["kind"], cup["color"]) == ("cup-1", "cup", "red")
    x0, y0, x1, y1 = cup["box"]
    assert 0 <= x0 < x1 <= 1
    assert 0 <= y0 < y1 <= 1
    assert 0.9 < cup["visible"] <= 1


def test_a_full_disk_is_one_line_and_no_file(plan: Path, tmp_path: Path, cavendish: Command):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk can be made by root alone")
    try:
        ran = cavendish(f"generate --plan {plan} --painter tracer --size 256 -o {disk}/cup.png")
        assert ran.code == 2
        assert "no space left on device" in ran.err
        assert ran.err.count("\n") == 1
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def weights(name: str) -> Path:
    path = settings.weights_dir() / f"{name}.safetensors"
    if not path.exists():
        pytest.skip("needs the trained weights")
    return path


def spoil(folder: Path, how: str) -> None:
    """A weights folder in which the base decoder is spoilt."""
    if how == "missing":
        return
    for name in settings.WEIGHT_FILES:
        (folder / f"{name}.safetensors").write_bytes(weights(name).read_bytes())
    spoilt = folder / "decoder.safetensors"
    data = spoilt.read_bytes()
    if how == "cut short":
        spoilt.write_bytes(data[: len(data) // 2])
    elif how == "pickled":
        spoilt.write_bytes(b"\x80\x04\x95\x0c\x00\x00\x00\x00\x00\x00\x00}\x94.")
    elif how == "of another shape":
        spoilt.write_bytes(weights("tokenizer").read_bytes())
    else:
        header = int.from_bytes(data[:8], "little")
        spoilt.write_bytes(data[: 8 + header] + b"\xff" * (len(data) - 8 - header))


@pytest.mark.weights
@pytest.mark.parametrize("how", ["missing", "cut short", "pickled", "of another shape", "not numbers"])
def test_bad_weights_are_one_line(
    how: str, plan: Path, tmp_path: Path, cavendish: Command, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "weights"
    folder.mkdir()
    spoil(folder, how)
    monkeypatch.setenv("CAVENDISH_WEIGHTS", str(folder))
    ran = cavendish(f"generate --plan {plan} --size 256 -o {tmp_path}/cup.png")
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "weights" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "cup.png").exists()


def test_without_a_command_it_asks(cavendish: Command, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    ran = cavendish("")
    assert ran.code == 2
    assert ran.err.startswith("What shall I paint? cavendish: prompt: expected some words")


@pytest.mark.slow
def test_stopping_it_leaves_no_file_and_no_traceback(plan: Path, tmp_path: Path):
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a shell's & ignores it
    code = f"{heed}; from cavendish.cli import main; main()"
    words = ["generate", "--plan", str(plan), "--painter", "tracer", "--size", "4K", "--thoughts"]
    command = [sys.executable, "-c", code, *words, "-o", str(tmp_path / "cup.png")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("{")  # the plan: painting begins
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (130, "", "cavendish: stopped\n")
    assert list(tmp_path.glob("*cup*")) == []


@pytest.mark.weights
def test_think_says_what_would_be_painted(cavendish: Command):
    weights("backbone")
    ran = cavendish("think 'a red cup and a stapler' --seed 4 --json")
    (line,) = ran.out.splitlines()
    told = json.loads(line)
    assert set(told) == {"prompt", "plan", "things", "unknown", "thoughts", "seed"}
    assert told["seed"] == 4
    assert told["things"][0]["kind"] == "cup"
    assert told["unknown"][0]["word"] == "stapler"
