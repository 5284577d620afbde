"""Characters know their scripts, and what belongs together stays together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.world.lettering.scripts import COMMON, NAMES, clusters, language, runs, script_of


def test_letters_have_scripts_and_signs_have_none() -> None:
    assert [script_of(char) for char in "aбαاשकท中あ한"] == [
        "Latn", "Cyrl", "Grek", "Arab", "Hebr", "Deva", "Thai", "Hani", "Hani", "Hang",
    ]  # fmt: skip
    assert {script_of(char) for char in "1 .!🙂\u0301"} == {None}
    assert {"Latn", "Arab", COMMON} <= set(NAMES)


def test_signs_go_with_the_letters_before_them() -> None:
    assert [(run.start, run.end, run.script) for run in runs("1. abc, мир!")] == [
        (0, 8, "Latn"),
        (8, 12, "Cyrl"),
    ]
    assert [run.script for run in runs("24/7")] == [COMMON]


@pytest.mark.parametrize(
    ("text", "count"),
    [("cafe\u0301", 4), ("नमस्ते", 4), ("👩‍🚀", 1), ("❤️!", 2), ("👍🏽", 1), ("🇫🇷🇩🇪", 2), ("ที่", 1), ("abc", 3)],
)
def test_a_cluster_is_what_a_reader_calls_a_character(text: str, count: int) -> None:
    assert len(clusters(text)) == count


def test_kana_and_hangul_say_whose_characters_they_are() -> None:
    assert [language(text) for text in ("茶", "お茶", "茶 차", "tea")] == ["zh-Hans", "ja", "ko", "zh-Hans"]


@given(st.text(max_size=30))
def test_runs_and_clusters_cover_the_text(text: str) -> None:
    for parts in ([(run.start, run.end) for run in runs(text)], clusters(text)):
        assert "".join(text[a:b] for a, b in parts) == text
