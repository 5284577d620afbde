"""Every phrase leads to a token that exists, and every value a plan can hold can be said."""

from cavendish.plan.lexicon import COLORS, KINDS, MATERIALS
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
    for material in MATERIALS:
        assert known[(material,)] in (f"material:{material}", "say:glass")
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
