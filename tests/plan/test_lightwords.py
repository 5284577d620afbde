"""Every hour and way of lighting has its words, and they are read as they are meant."""

from typing import get_args

import pytest

from cavendish.plan.lexicon import TIMES, Scheme
from cavendish.plan.lightwords import SCHEME_WORDS, SCHEMES, TIME_WORDS
from cavendish.plan.reading import read


def test_every_hour_and_scheme_has_words() -> None:
    assert set(TIME_WORDS) == set(TIMES)
    assert set(SCHEMES) == set(get_args(Scheme))


@pytest.mark.parametrize("time", TIMES)
def test_an_hours_own_name_is_that_hour(time: str) -> None:
    said = {"studio": "studio lighting"}.get(time, time)
    assert read(f"a cup at {said}").reads[-1].name == f"time:{time}"


def test_no_way_of_lighting_is_unknown() -> None:
    for words in SCHEME_WORDS:
        assert not any(item.name == "word" for item in read(f"a cup, {words}").reads), words
