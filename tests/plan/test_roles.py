"""Every calling is a whole dress, and every word for people means one thing."""

import pytest

from cavendish.plan import shades
from cavendish.plan.person import Person
from cavendish.plan.roles import ROLES, Role, nouns


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.words)
def test_every_calling_is_a_person_there_can_be(role: Role):
    Person.model_validate(role.looks)
    assert shades.find(role.color) is not None


def test_no_word_means_two_things():
    listed = [word for role in ROLES for word in role.words.split("|")]
    assert len(listed) == len(set(listed))


def test_words_come_in_the_plural_too():
    known = nouns()
    assert known["women",].many
    assert known["firefighters",].many
    assert not known["knight",].many
    assert known["children",].looks == {"age": "child"}
