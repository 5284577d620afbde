"""The lexicon: ten colours apart from each other, and every name used once."""

from itertools import combinations

import numpy as np

from cavendish.plan import person
from cavendish.plan.lexicon import (
    ASPECTS,
    COLORS,
    FRAMINGS,
    INDOORS,
    KINDS,
    LOOKS,
    MATERIALS,
    PLACES,
    POSES,
    PREDICATES,
    QUALITIES,
    TIMES,
    VIEWS,
)


def test_ten_colours_twenty_three_materials_eight_times():
    assert (len(COLORS), len(MATERIALS), len(TIMES)) == (10, 23, 8)


def test_the_four_oldest_places_come_first():
    assert PLACES[:4] == ("studio", "table", "meadow", "beach")
    assert len(PLACES) >= 22
    assert set(PLACES) > INDOORS > {"studio", "table"}


def test_colours_are_reflectances_that_eyes_tell_apart():
    for name, color in COLORS.items():
        assert all(0 < c < 0.95 for c in color), name
    for a, b in combinations(COLORS, 2):
        assert np.linalg.norm(np.cbrt(COLORS[a]) - np.cbrt(COLORS[b])) > 0.15, (a, b)


def test_no_list_repeats_itself():
    for names in (ASPECTS, FRAMINGS, LOOKS, PREDICATES, QUALITIES, VIEWS, POSES):
        assert len(set(names)) == len(names)


def test_natural_colours_and_materials_exist():
    for kind in KINDS.values():
        assert kind.color in COLORS
        assert kind.material in MATERIALS
        assert set(kind.poses) <= set(POSES)
        known = person.POSES if kind.name == "person" else (*kind.poses, *kind.states)
        assert set(kind.pose_sizes) <= set(known)
