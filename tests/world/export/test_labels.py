"""Labels lie within the frame and off one another, each as near to what it names as it can be."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cavendish.world.export.labels import Rect, place

FRAME = Rect(0, 0, 700, 560)
SIZE = (120.0, 24.0)


def rects(least: float, most: float) -> st.SearchStrategy[Rect]:
    side = st.floats(least, most)
    return st.builds(
        lambda x, y, w, h: Rect(x, y, x + w, y + h), st.floats(0, 500), st.floats(0, 360), side, side
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(rects(2, 200), min_size=1, max_size=12), st.lists(rects(10, 60), max_size=3))
def test_no_label_is_cut_or_covers_another(anchors: list[Rect], taken: list[Rect]):
    spots = place(anchors, [SIZE] * len(anchors), FRAME, taken)
    for i, spot in enumerate(spots):
        assert FRAME.holds(spot)
        assert all(abs(a - b) < 1e-6 for a, b in zip(spot.size, SIZE, strict=True))
        assert all(spot.overlap(other) == 0 for other in (*spots[:i], *taken))


def test_a_lone_label_stands_on_its_anchor():
    (spot,) = place([Rect(300, 200, 400, 300)], [SIZE], FRAME)
    assert spot.middle[0] == 350
    assert 0 < 200 - spot.y1 < 10


def test_at_the_upper_edge_it_stands_below():
    (spot,) = place([Rect(300, 0, 400, 100)], [SIZE], FRAME)
    assert 0 < spot.y0 - 100 < 10


def test_what_fills_the_frame_has_its_label_within():
    (spot,) = place([FRAME], [SIZE], FRAME)
    assert FRAME.holds(spot)


def test_other_anchors_are_left_free_where_that_costs_little():
    under, over = Rect(300, 200, 420, 300), Rect(290, 120, 430, 195)
    first, _ = place([under, over], [SIZE, SIZE], FRAME)
    assert first.overlap(over) == 0


def test_without_any_room_there_is_still_a_label():
    (spot,) = place([Rect(0, 0, 50, 20)], [SIZE], Rect(0, 0, 60, 20))
    assert spot.size == SIZE


def test_distances_and_overlaps_are_those_of_rectangles():
    a, b = Rect(0, 0, 10, 10), Rect(13, 14, 20, 20)
    assert (a.away(b), a.overlap(b), a.overlap(b, 5)) == (5.0, 0.0, 2 * 1)
    assert a.nearest((30, 5)) == (10, 5)
    assert a.away(Rect(5, 5, 8, 8)) == 0
