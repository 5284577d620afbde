"""Every phrase leads to a token that exists, and every value a plan can hold can be said."""

import pytest

from cavendish.plan.lexicon import COLORS, KINDS, MATERIALS
from cavendish.plan.reading import read
from cavendish.plan.vocabulary import ID
from cavendish.plan.wording import COLOR_WORDS, MATERIAL_WORDS, SIZE_WORDS, phrases


def test_every_phrase_is_a_token_or_passed_over():
    known = phrases()
    assert all(token == "" or token in ID for token in known.values())
    assert all(word == word.lower() and "-" not in word for key in known for word in key)


def test_everything_can_be_said():
    said = set(phrases().values())
    for field in ("kind", "kinds", "color", "material", "place", "time", "quality", "rel", "view", "framing",
                  "look", "key", "pose", "size"):  # fmt: skip
        values = {name for name in ID if name.split(":")[0] == field}
        missing = values - said - {"kind:orange", "color:orange", "material:glass"}
        assert not missing, missing


def test_names_mean_themselves():
    known = phrases()
    for color in COLORS:
        assert known[(color,)] in (f"color:{color}", "say:orange")
    for material in set(MATERIALS) - {
        "jade",
        "gold",
        "copper",
        "matte",
        "hair",
    }:  # colours too, or no adjectives
        assert read(f"a {material} cup").reads[1].name in (f"material:{material}", "say:glass")
    for kind in KINDS:
        assert known[spoken(kind)] in (f"kind:{kind}", "say:orange")


def spoken(noun: str) -> tuple[str, ...]:
    return tuple(noun.replace("-", " ").split())


def test_every_noun_of_a_kind_means_that_kind():
    known = phrases()
    for kind in KINDS.values():
        for noun in kind.nouns:
            assert known[spoken(noun)] in (f"kind:{kind.name}", "say:orange"), noun


def test_no_noun_swallows_a_quality_of_its_own_thing():
    qualities = {word for table in (COLOR_WORDS, MATERIAL_WORDS, SIZE_WORDS) for said in table.values()
                 for word in said.split("|")}  # fmt: skip
    for kind in KINDS.values():
        for noun in kind.nouns:
            first, _, rest = noun.partition(" ")
            assert not (first in qualities and rest in kind.nouns), noun


@pytest.mark.parametrize(
    ("prompt", "token"),
    [("shot on Portra 400", "look:portra 400"), ("Kodak Ektar 100", "look:ektar 100"),
     ("Fuji Velvia", "look:velvia 50"), ("bird’s-eye view", "view:top"),
     ("sepia", "look:sepia"), ("Ilford HP5+", "look:hp5"), ("Tri-X", "look:tri-x"), ("Kodak Tri-X 400", "look:tri-x"),
     ("black & white", "say:black and white"), ("black & white photo", "look:black and white"),
     ("cinematic lighting", "look:cinematic"), ("sepia-toned", "look:sepia"), ("moody", "look:low key"),
     ("moody lighting", "quality:hard"), ("high-key", "look:high key"), ("film noir", "look:noir"),
     ("in pastel colours", "look:pastel"), ("an oil painting of", "look:oil painting"),
     ("in the style of a pencil sketch", "look:pencil sketch"), ("washed-out", "look:faded"),
     ("isometric", "view:isometric"), ("at eye level", "view:eye level"), ("worm's-eye view", "view:worm's eye"),
     ("bird's-eye view", "view:top"), ("low-angle shot", "view:low"), ("macro photo of", "framing:macro"),
     ("wide-angle", "mm:24"), ("telephoto", "mm:135"), ("a close-up of", "framing:close")],
)  # fmt: skip
def test_what_photographers_say(prompt: str, token: str):
    names = [item.name for item in read(prompt).reads if item.name not in ("", "say:a", "say:in", "say:at")]
    assert names == [token]
    assert all(item.near is None for item in read(prompt).reads) or token.startswith("quality")
