"""Relations along an axis: in which order, and whether they go round in a circle."""

from cavendish.plan.ordering import contradicts, ordered
from cavendish.plan.schema import Relation


def test_opposite_words_put_two_things_in_one_order():
    one = Relation(subject="a", predicate="left of", object="b")
    other = Relation(subject="b", predicate="right of", object="a")
    assert ordered(one, "x") == ordered(other, "x") == ("a", "b")
    assert not contradicts((one,), other)
    assert contradicts((one,), Relation(subject="b", predicate="left of", object="a"))
