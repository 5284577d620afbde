"""A "no" reaches its own clause, lists that go on in kind, and whole lists behind "avoid"."""

import pytest

from cavendish.plan.reading import read

REACHED = {
    "a cup without dogs or cats, and a bird": {"dogs", "cats"},
    "a street with no people, cars, or trees": {"people", "cars", "trees"},
    "a dog, no cartoon, illustration, CGI, 3D render, overexposed, watermark, text":
        {"cartoon", "illustration", "CGI", "3D render", "overexposed", "watermark", "text"},
    "a beach, no umbrellas, golden hour, 35mm": {"umbrellas"},
    "no cars and a dog": {"cars"},
    "a man without a hat in a park": {"hat"},
    "a fox, not in a studio, on a hill": {"studio"},
    "a dog --no cats, people --ar 16:9": {"cats", "people"},
    "a dog. negative prompt: ugly, cats. birds\na cup": {"ugly", "cats", "birds"},
    "a dog, avoid: cats, birds; a cup": {"cats", "birds"},
    "a street, no people, cars parked": {"people"},
    "a beach with no people, a dog, and a cat": {"people"},
    "a car that is not red, but blue": {"red"},
    "no more than three dogs": set[str](),
    "a treeless car-free meadow": {"treeless", "car"},
    "two cats, not dogs and birds": {"dogs"},
}  # fmt: skip


@pytest.mark.parametrize(("prompt", "reached"), REACHED.items(), ids=REACHED)
def test_what_a_no_reaches(prompt: str, reached: set[str]):
    silent = ("stop", "say:a", "say:or", "say:and", "say:in", "")
    found = {
        item.text for item in read(prompt).reads if item.negated and (item.name not in silent or item.noted)
    }
    assert found == reached
