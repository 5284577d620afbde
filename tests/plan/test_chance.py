"""Draws belong to their key alone."""

from collections import Counter

from cavendish.plan.chance import between, draw, either, mixed, weighted


def test_a_draw_depends_on_seed_and_key_alone():
    assert draw(1, "cup-1", "yaw") == draw(1, "cup-1", "yaw")
    assert len({draw(s, t, f) for s in (1, 2) for t in ("a", "b") for f in ("x", "y")}) == 8
    assert draw(1, "ab", "c") != draw(1, "a", "bc")


def test_a_mixed_seed_is_another_seed_of_its_key():
    assert mixed(1, "a") == mixed(1, "a") < 2**32
    assert len({mixed(seed, key) for seed in range(40) for key in ("a", "b")}) == 80


def test_draws_are_uniform():
    draws = [draw(i, "thing", "field") for i in range(4000)]
    assert all(0 <= d < 1 for d in draws)
    assert abs(sum(draws) / 4000 - 0.5) < 0.02
    assert abs(sum(either(i, "a") for i in range(4000))) < 200


def test_between_stays_between():
    assert all(-3 <= between(-3, 5, i, "a") <= 5 for i in range(200))


def test_weights_are_frequencies():
    counts = Counter(weighted((("a", 3.0), ("b", 1.0)), i, "pick") for i in range(4000))
    assert abs(counts["a"] / 4000 - 0.75) < 0.03
