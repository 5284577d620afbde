"""A panel shows the first thing its words name, else what stands for what is done; water is not in a wine glass."""

import pytest

from cavendish.plan.icons import icon_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Boil water in a kettle", "kettle"),
        ("Read a book", "book"),
        ("Drink a glass of water", "bottle"),
        ("Raise a wine glass", "wine glass"),
        ("Strain and serve", "cup"),
        ("Wait", "clock"),
        ("Think about it", None),
    ],
)
def test_words_have_the_icon_of_the_first_thing_they_name(words: str, kind: str | None) -> None:
    assert icon_of(words) == kind
