"""What is true of every family of kinds."""

from cavendish.plan.kinds import Kind
from cavendish.plan.lexicon import COLORS, MATERIALS, PLACES
from cavendish.world.shapes import SHAPES


def name(kind: Kind) -> str:
    """What it is called."""
    return kind.name


def looks_like_a_toy_beside_others(kind: Kind) -> None:
    """Nothing is so large or small that it could not stand beside a cup."""
    assert 0.5 <= max(kind.size) <= 2.2
    assert min(kind.size) >= 0.15


def is_in_the_lexicons_words(kind: Kind) -> None:
    """Its colours, material and places are the lexicon's."""
    assert {kind.color, *kind.colors} <= set(COLORS)
    assert kind.material in MATERIALS
    assert {place for place, _ in kind.places} <= set(PLACES)


def can_do_what_it_promises(kind: Kind) -> None:
    """Its shape has the poses, the letters and the top that it names."""
    shape = SHAPES[kind.name]
    assert set(kind.poses[1:]) <= set(shape.poses)
    assert not kind.letters or shape.letters is not None
    assert not kind.supports or shape.top is not None


KIND = (looks_like_a_toy_beside_others, is_in_the_lexicons_words, can_do_what_it_promises)
