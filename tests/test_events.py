"""A request cannot exist unless it can be met, and a recipe round-trips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.errors import FileError, RequestError
from cavendish.events import PROMPT_LIMIT, SAMPLERS, Adapter, Recipe, Request
from cavendish.plan.schema import Canvas, Plan, Thing

PLAN = Plan(canvas=Canvas(aspect="16:9"), things=(Thing(id="cup-1", kind="cup", color="red"),))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"prompt": ""}, "prompt: expected some words"),
        ({"prompt": " \n\t"}, "prompt: expected some words"),
        ({"prompt": "x" * 100_000}, "at most 2000 characters, got 100000"),
        ({"prompt": "a\x00b"}, "expected text"),
        ({"prompt": "\udc80"}, "expected text"),
        ({"aspect": "2:5"}, "4:5, 5:4, 8:1 or 21:9, got 2:5"),
        ({"size": "9K"}, "size: expected 512, 1K, 2K, 4K or such as 1200x800, got 9K"),
        ({"seed": -1}, "seed: expected 0 to 4294967295, got -1"),
        ({"seed": 2**32}, "seed: expected"),
        ({"steps": 0}, "steps: expected 1 to"),
        ({"sampler": "huen"}, "try: --sampler heun"),
        ({"sampler": "dpm 2m karas"}, "try: --sampler dpm++2m-karras"),
        ({"tier": "profi"}, "try: --tier pro"),
        ({"guidance": float("nan")}, "guidance: expected"),
        ({"guidance": -0.1}, "guidance: expected"),
    ],
)
def test_what_cannot_be_met_is_refused_with_what_was_expected(fields: dict[str, object], message: str):
    with pytest.raises(RequestError) as caught:
        Request(**{"prompt": "a cup", **fields})  # pyright: ignore[reportArgumentType] -- wrong on purpose
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_with_a_plan_no_prompt_is_needed():
    assert Request(plan=PLAN).prompt == ""


def test_samplers_go_by_their_usual_spellings_too():
    for said, name in {
        "DPM++ 2M Karras": "dpm++2m-karras",
        "Euler a": "euler-a",
        "euler_ancestral": "euler-a",
    }.items():
        assert Request("a cup", sampler=said).sampler == name
    assert all(Request("a cup", sampler=name).sampler == name for name in SAMPLERS)


def test_pixels_follow_aspect_and_size():
    assert Request("a", aspect="16:9", size="4K").pixels == (5504, 3072)
    assert Request("a").pixels == (1024, 1024)


@given(
    prompt=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=PROMPT_LIMIT
    ),
    seed=st.integers(0, 2**32 - 1),
    size=st.sampled_from(["512", "1K", "2K", "4K"]),
    steps=st.none() | st.integers(1, 200),
    sampler=st.sampled_from([None, *SAMPLERS]),
    guidance=st.none() | st.floats(0, 20),
)
def test_a_recipe_round_trips_and_makes_the_same_request(
    prompt: str, seed: int, size: str, steps: int | None, sampler: str | None, guidance: float | None
):
    recipe = Recipe(prompt, seed, size, "native", "abc", steps, sampler, guidance, PLAN, "0.1.0")
    text = recipe.to_json()
    assert "\n" not in text
    assert Recipe.from_json(text) == recipe
    request = recipe.request()
    assert (request.prompt, request.seed, request.aspect, request.plan) == (prompt, seed, "16:9", PLAN)


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"cavendish": {}}', '{"cavendish": {"plan": {"x": 1}}}', "nul"]
)
def test_what_is_no_recipe_is_refused(text: str):
    with pytest.raises(FileError, match="expected a Cavendish recipe"):
        Recipe.from_json(text)


def test_a_recipe_keeps_its_loras_and_asks_for_them_again():
    loras = (Adapter("a.safetensors", 0.8, "ab" * 32), Adapter("b.safetensors", 0.0))
    recipe = Recipe("a cup", 1, "512", "native", "w", None, None, None, PLAN, "1", loras=loras)
    assert Recipe.from_json(recipe.to_json()).request().loras == loras


@pytest.mark.parametrize("scale", [-0.1, 1.51, float("nan")])
def test_a_lora_has_a_scale_within_its_range(scale: float):
    with pytest.raises(RequestError, match="expected a scale of 0 to 1"):
        Adapter("a.safetensors", scale)
