"""Literal texts come out of a prompt byte for byte, in any script and any quotes, and nothing else does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cavendish.plan.quoting import lift, spans
from tests.every import every

SAYINGS = {
    "English": "Don't panic! It's 50% off — today.",
    "German": "Straße gesperrt: größer als Füße",
    "French": "Ça coûte 3,50 €, l'été à Nîmes",
    "Spanish": "¿Dónde está el baño? ¡Aquí!",
    "Turkish": "Işıklar İstanbul'da",
    "Vietnamese": "Chào mừng bạn đến Đà Nẵng",
    "Polish": "Zażółć gęślą jaźń",
    "Greek": "Καλώς ήρθατε στην Αθήνα",
    "Russian": "Добро пожаловать, ёжик!",
    "Hebrew": "ברוכים הבאים",
    "Arabic": "مرحبًا بكم، أهلاً",
    "Hindi": "स्वागत है, नमस्ते।",
    "Thai": "ยินดีต้อนรับ",
    "Chinese": "每日新鲜烘焙，始于1998",
    "Japanese": "本日のおすすめ・ラーメン",
    "Korean": "어서 오세요! 환영합니다",
    "Amharic": "እንኳን ደህና መጡ",
    "Georgian": "კეთილი იყოს",
    "combining": "Cafe\u0301 Zu\u0308rich",
    "emoji": "I ❤️ NY 👩‍👩‍👧 🇨🇭",
    "spaces": "  A  B\u00a0C ",
}
MARKS = ("“{}”", '"{}"', "«{}»", "„{}“", "»{}«", "「{}」", "『{}』", "‹{}›", "”{}”", "《{}》")


def test_what_is_quoted_arrives_byte_for_byte():
    def arrives(case: tuple[str, str]):
        text, marks = case
        for prompt in (
            f"a sign that says {marks.format(text)} in a meadow",
            marks.format(text),
            f"看板{marks.format(text)}だ",
        ):
            assert lift(prompt).literals == (text,)

    every([(text, marks) for text in SAYINGS.values() for marks in MARKS], arrives)


@pytest.mark.parametrize("marks", ["'{}'", "‘{}’", "`{}`"])
@pytest.mark.parametrize(
    "text", ["OPEN", "It's on", "Don’t panic", "The Dogs' Home", "ПРИВЕТ", 'say "hi"', "rock'n'roll"]
)
def test_single_quotes_hold_apostrophes(text: str, marks: str):
    if "’" in marks and "'" in text:
        text = text.replace("'", "’")
    assert lift(f"a sign that says {marks.format(text)} at night").literals == (text,)


QUOTED = {
    'says "He said "hi" to me" on a wall': ('He said "hi" to me',),
    "“He said ‘hi’ to «me»”": ("He said ‘hi’ to «me»",),
    "“他说“你好”了”": ("他说“你好”了",),
    "『本「中」本』": ("本「中」本",),
    '"HELLO" and "WORLD"': ("HELLO", "WORLD"),
    '"HELLO","WORLD"': ("HELLO", "WORLD"),
    "'Dogs' and a 'Cat'": ("Dogs", "Cat"),
    'a 27" screen that says "HI"': ("HI",),
    "rock 'n' roll 'HELLO'": ("HELLO",),
    "“HELLO“ at night": ("HELLO",),
    'a cake with "Zoë, 30!" and a banner reading "Let\'s party"': ("Zoë, 30!", "Let's party"),
}
UNQUOTED = {
    "a sign that says Hello World in a meadow": ("Hello World",),
    "a sign that says OPEN 24/7! at night": ("OPEN 24/7!",),
    "a sign that says welcome home next to a dog": ("welcome home",),
    "a poster titled the lord of the rings on a table": ("the lord of the rings",),
    "a poster with the words Happy Birthday, Anna, on a table": ("Happy Birthday, Anna",),
    "a jar labelled honey on a table": ("honey",),
    "a cup with the text Best Dad Ever beside a dog": ("Best Dad Ever",),
    "a sign saying keep off the grass": ("keep off the grass",),
    "a sign that says live in the moment": ("live in the moment",),
    "a poster. Title: Summer Sale, a beach": ("Summer Sale",),
    "a t-shirt reading YOLO": ("YOLO",),
}
NOTHING = (
    "a dog's bowl and a cat's bowl", "the dogs' bowls", "'90s style and '80s", "'Tis the season", "a labelled jar",
    '""', '" "', "a woman reading a book",
    "a woman that reads the newspaper", "a 5'10\" man", "", "a cup with text in red",
    "a titled painting",
)  # fmt: skip


@pytest.mark.parametrize(("prompt", "texts"), (QUOTED | UNQUOTED).items(), ids=[*QUOTED, *UNQUOTED])
def test_quotes_within_quotes_and_words_that_tell_of_writing(prompt: str, texts: tuple[str, ...]):
    assert lift(prompt).literals == texts


@pytest.mark.parametrize("prompt", NOTHING)
def test_apostrophes_inches_and_readers_quote_nothing(prompt: str):
    assert lift(prompt).literals == ()


def test_what_is_left_names_each_text_by_its_number():
    assert lift("“A” b “C”").text.split() == ["“0”", "b", "“1”"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab '\"“”‘’«»「」„ says:,.\n"), max_size=60))
def test_spans_lie_in_the_prompt_in_order(prompt: str):
    at = 0
    for start, end, text in spans(prompt):
        assert at <= start < end <= len(prompt)
        assert text in prompt[start:end]
        at = end


@pytest.mark.parametrize("piece", ["“", "'a ", '"a ', "«", "'as ' ", "`a ", "says A ", '" "a'])
def test_long_texts_are_read_in_time_that_grows_as_they_do(piece: str):
    assert lift(piece * (20_000 // len(piece))) is not None


def test_a_year_without_its_century_is_no_quote_but_a_number_in_quotes_is():
    assert lift("a poster titled ‘42’ on a wall").literals == ("42",)
    assert lift("a car of the '80s and a radio of the '90s").literals == ()
