"""What a command line asks for becomes requests, each with a file of its own."""

from pathlib import Path

import numpy as np
import pytest

from cavendish import image
from cavendish.errors import FileError, PlanError, RequestError
from cavendish.events import Adapter, Recipe, Request
from cavendish.orders import (
    Asked,
    adapters,
    chosen,
    free,
    orders,
    placed,
    prompts,
    read_plan,
    resized,
    sized,
    staged,
    told,
)
from cavendish.plan.schema import Plan, Thing


def test_a_file_of_prompts_is_one_a_line_and_empty_lines_are_passed_over(tmp_path: Path):
    file = tmp_path / "prompts.txt"
    file.write_text("a red cup\r\n\n  a dog  \n")
    assert [(asked.words, asked.line) for asked in prompts(None, file)] == [("a red cup", 1), ("a dog", 3)]
    file.write_text("\n \n")
    with pytest.raises(FileError, match="an empty file"):
        prompts(None, file)
    with pytest.raises(RequestError, match="got both"):
        prompts("a cup", file)


def test_a_line_that_cannot_be_is_named():
    with (
        pytest.raises(RequestError, match=r"p\.txt line 3: prompt: expected some words"),
        told(Asked("", 3, Path("p.txt"))),
    ):
        Request("")
    with pytest.raises(RequestError, match=r"^prompt"), told(Asked("")):
        Request("")


def test_several_pictures_are_numbered_and_their_seeds_follow(tmp_path: Path):
    asked = [(Asked("a cup"), Request("a cup", seed=2**32 - 1))]
    made = orders(asked, 3, tmp_path / "cup.png", None)
    assert [order.path.name for order in made] == ["cup-1.png", "cup-2.png", "cup-3.png"]
    assert [order.request.seed for order in made] == [2**32 - 1, 0, 1]
    with pytest.raises(RequestError, match="-n: expected at least 1, got 0"):
        orders(asked, 0, None, None)


def test_without_a_name_the_prompt_names_the_file_and_nothing_is_replaced(tmp_path: Path):
    asked = [(Asked("A red  Cup, please!"), Request("a", seed=7))]
    first = orders(asked, 1, None, tmp_path)[0].path
    assert first == tmp_path / "a-red-cup-please-7.png"
    first.touch()
    assert orders(asked, 1, None, tmp_path)[0].path.name == "a-red-cup-please-7-2.png"
    unnamed = [(Asked("赤いカップ"), Request("a", seed=7))]
    assert orders(unnamed, 1, None, tmp_path)[0].path.name == "picture-7.png"


def test_every_prompt_of_a_file_has_its_line_in_its_name(tmp_path: Path):
    asked = [(Asked("a cup", i, tmp_path), Request("a cup")) for i in (1, 12)]
    made = orders(asked, 2, None, tmp_path / "new" / "folder")
    names = ["0001-a-cup-1.png", "0001-a-cup-2.png", "0012-a-cup-1.png", "0012-a-cup-2.png"]
    assert [order.path.name for order in made] == names
    assert (tmp_path / "new" / "folder").is_dir()


def test_a_path_that_cannot_be_is_found_before_anything_is_made(tmp_path: Path):
    asked = [(Asked("a cup"), Request("a cup"))]
    with pytest.raises(FileError, match="file ending"):
        orders(asked, 1, tmp_path / "cup.gif", None)
    with pytest.raises(FileError, match="cannot write"):
        orders(asked, 1, tmp_path / "none" / "cup.png", None)
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match="cannot make the folder"):
        orders(asked, 1, None, tmp_path / "file")


def test_a_free_name_is_not_one_that_is_taken(tmp_path: Path):
    path = tmp_path / "a.png"
    assert free(path, {path, tmp_path / "a-2.png"}).name == "a-3.png"


def test_a_seed_is_drawn_when_none_is_named():
    assert chosen(5) == 5
    assert 0 <= chosen(None) < 2**32


def test_a_stage_is_that_of_a_plan_or_of_a_pictures_recipe_with_its_own_seed(tmp_path: Path):
    plan = Plan(place="studio", things=(Thing(id="mug", kind="cup"),))
    file, picture = tmp_path / "plan.json", tmp_path / "mug.jpg"
    file.write_text(plan.model_dump_json())
    recipe = Recipe("a mug", 7, "512", "tracer", "", None, None, None, plan, "0")
    image.write(picture, np.zeros((8, 8, 3), np.uint8), recipe.to_json())
    assert (staged(file).seed, staged(picture).seed, staged(picture, 2).seed) == (0, 7, 2)
    assert staged(file, 7).plan == staged(picture).plan
    with pytest.raises(RequestError, match="seed: expected"):
        staged(file, -1)


def test_a_plan_is_read_alone_or_as_it_was_thought(tmp_path: Path):
    plan = Plan(things=(Thing(id="cup-1", kind="cup"),))
    for i, text in enumerate(
        (plan.model_dump_json(), f'{{"prompt": "a cup", "plan": {plan.model_dump_json()}}}')
    ):
        file = tmp_path / f"{i}.json"
        file.write_text(text)
        assert read_plan(file) == plan


@pytest.mark.parametrize("text", ["", "a cup", "[]", '{"plan": 3}', "[" * 100_000, '{"plan": {"things": 3}}'])
def test_what_is_no_plan_is_one_line(tmp_path: Path, text: str):
    (tmp_path / "plan.json").write_text(text)
    with pytest.raises(PlanError):
        read_plan(tmp_path / "plan.json")


def test_a_sheet_of_paper_decides_size_and_dots_and_an_aspect_turns_it():
    assert sized(None, "3:2", None) == ("1K", "3:2", None)
    assert sized("2K", None, None) == ("2K", None, None)
    assert sized(None, None, "A6@100") == ("416x584", None, 100)
    assert sized(None, "3:2", "A6@100") == ("584x416", None, 100)
    with pytest.raises(RequestError, match="got both"):
        sized("2K", None, "A6@100")


def test_a_picture_is_resized_to_its_own_shape_alone():
    request = Request("a cup", 3, "16:9", "1K", tier="pro")
    larger = resized(request, "4K")
    assert larger.pixels == (5504, 3072)
    assert (larger.seed, larger.tier) == (3, "pro")
    assert resized(request, "688x384").pixels == (688, 384)
    with pytest.raises(RequestError, match="expected the shape of the picture, 1376x768"):
        resized(request, "800x800")


def test_loras_are_files_with_a_scale_and_their_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "my.safetensors"
    file.write_bytes(b"abc")
    whole, part = adapters([str(file), f"{file}:0.8"])
    assert (whole.scale, part.scale, part.file) == (1.0, 0.8, str(file))
    assert whole.hash == part.hash == image.digest(file)
    assert whole.hash.startswith("ba7816bf")  # FIPS 180-2's own example
    monkeypatch.chdir(tmp_path)
    assert adapters(["my.safetensors:0.8"]) == (part,)
    assert part.named == Adapter("my.safetensors", 0.8, part.hash)  # a recipe says nothing of where it lay
    assert placed((part.named,), [file]) == (part,)
    assert placed((part.named,), []) == (part.named,)
    other = tmp_path / "other.safetensors"
    other.write_bytes(b"something else")
    with pytest.raises(RequestError, match=r"expected my\.safetensors .*, got other\.safetensors"):
        placed((part.named,), [other])
    with pytest.raises(RequestError, match="expected FILE:SCALE"):
        adapters([f"{file}:much"])
    with pytest.raises(RequestError, match="a scale of 0 to 1"):
        adapters([f"{file}:1.6"])
    with pytest.raises(FileError, match="no such file"):
        adapters([f"{tmp_path}/none.safetensors:0.8"])
