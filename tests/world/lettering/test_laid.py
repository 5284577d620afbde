"""Letters lie where their spot is, in ink that stands out, and cover what they cover."""

from functools import cache

import numpy as np
import pytest

from cavendish.plan.layout import complete
from cavendish.plan.schema import Lettering, Plan, Thing
from cavendish.world.lettering.laid import Laid, Letters, contrast, ink, laid, leaning, shining
from cavendish.world.letters import signed_distance
from cavendish.world.stage import build

X, Y, Z = np.eye(3, dtype=np.float32)
WIDTH, HEIGHT = 1.0, 0.5


def letters(radius: float = 0.0) -> Letters:
    field = signed_distance("Tea 24", WIDTH, HEIGHT)
    color = np.zeros(3, np.float32)
    center = np.array((0.1, 0.4, 0.3), np.float32)
    return Letters(field, center, X, Y, Z, WIDTH, HEIGHT, radius, 0.06, color, np.ones(3, np.float32), 0.2)


def over(
    n: int, line: Letters, view: np.ndarray, sides: tuple[float, float] = (WIDTH, HEIGHT)
) -> tuple[np.ndarray, ...]:
    """Points of the plane of the letters on a grid of square cells, and what laid wants of them."""
    u, v = np.meshgrid((np.arange(2 * n) + 0.5) / (2 * n) - 0.5, 0.5 - (np.arange(n) + 0.5) / n)
    local = line.center + u.reshape(-1, 1) * sides[0] * X + v.reshape(-1, 1) * sides[1] * Y
    many = len(local)
    return (local.astype(np.float32), np.tile(Z, (many, 1)), np.tile(view.astype(np.float32), (many, 1)),
            np.full(many, WIDTH / (2 * n), np.float32))  # fmt: skip


@cache
def fine_letters() -> np.ndarray:
    """Whether each point of a grid 1024 high is inked."""
    return signed_distance("Tea 24", WIDTH, HEIGHT, 2048) > 0


@pytest.mark.parametrize("n", [16, 32, 64, 128])
def test_a_pixel_is_inked_as_much_as_letters_cover_it(n: int) -> None:
    line = letters()
    shown = laid(line, *over(n, line, -Z)).ink.reshape(n, 2 * n)
    fine = fine_letters()
    cells = fine.reshape(n, 1024 // n, 2 * n, 1024 // n).mean((1, 3))
    assert np.abs(shown - cells)[1:-1, 1:-1].max() < 0.08
    assert shown.mean() == pytest.approx(cells.mean(), abs=0.003)


def test_far_closer_than_the_samples_letters_are_sharp() -> None:
    line = letters()
    points, facing, view, _ = over(64, line, -Z)
    shown = laid(line, points, facing, view, np.full(len(points), 1e-5, np.float32))
    assert ((shown.ink > 0.99) | (shown.ink < 0.01)).mean() > 0.99
    assert np.array_equal(shown.ink > 0.5, shown.distance > 0)


def test_seen_from_the_side_a_pixel_reaches_farther_across() -> None:
    from scipy.ndimage import uniform_filter1d

    line = letters()
    slanted = laid(line, *over(32, line, np.array((0.9, 0.0, -((1 - 0.81) ** 0.5))))).ink.reshape(32, 64)
    fine = fine_letters().astype(np.float64)
    rows = fine.reshape(32, 32, 2048).mean(1)
    reach = 32 / (1 - 0.81) ** 0.5  # of 32 samples a pixel, divided by the cosine
    wide = uniform_filter1d(rows, round(reach), axis=1, mode="constant")[:, 16::32]
    assert np.abs(slanted - wide)[1:-1, 2:-2].max() < 0.08


def test_off_the_rectangle_behind_it_and_on_what_looks_away_there_is_none() -> None:
    line = letters()
    points, facing, view, foot = over(16, line, -Z)
    for local, normal in ((points + 2 * X, facing), (points - 0.3 * Z, facing), (points, -facing)):
        shown = laid(line, local.astype(np.float32), normal, view, foot)
        assert shown.ink.max() == 0
        assert shown.distance.max() == -1


def test_round_a_cylinder_letters_keep_their_lengths() -> None:
    flat, wound = letters(), letters(radius=0.4)
    points, facing, view, foot = over(32, flat, -Z)
    turn = (points - flat.center) @ X / 0.4
    axis = flat.center - 0.4 * Z
    normal = np.sin(turn)[:, None] * X + np.cos(turn)[:, None] * Z
    bent = axis + 0.4 * normal + ((points - flat.center) @ Y)[:, None] * Y
    one = laid(flat, points, facing, view, foot)
    other = laid(wound, bent.astype(np.float32), normal.astype(np.float32), -normal.astype(np.float32), foot)
    assert np.allclose(one.distance, other.distance, atol=1e-5)
    assert np.allclose(one.ink, other.ink, atol=1e-3)


@pytest.mark.parametrize(
    "ground", [(0.0, 0.0, 0.0), (0.6, 0.02, 0.02), (0.03, 0.3, 0.05), (0.8, 0.6, 0.1), (1.0, 1.0, 1.0)]
)
@pytest.mark.parametrize("wanted", [(0.02, 0.02, 0.02), (0.85, 0.85, 0.85), (0.6, 0.02, 0.02)])
def test_ink_stands_out_from_every_ground(
    wanted: tuple[float, float, float], ground: tuple[float, float, float]
) -> None:
    under = np.array(ground, np.float32)
    found = ink(wanted, under)
    assert contrast(found, under) >= 3.5
    if contrast(np.array(wanted), under) >= 4.5:
        assert np.allclose(found, wanted)


def test_a_plan_s_words_about_letters_are_heeded() -> None:
    def field(font: str | None, pose: str = "standing") -> Letters:
        things = (Thing(id="a", kind="book", pose=pose),)
        plan = Plan(things=things, lettering=(Lettering(text="Tea\nfor two", on="a", font=font),))
        (line,) = build(complete(plan, 1), 1).letters
        return line

    assert not np.array_equal(field(None).field, field("elegant script").field)
    assert np.allclose(field(None, "lying").normal, Y, atol=1e-5)


def _made(made: str) -> tuple[Letters, Letters]:
    """The letters of a sign in ink, and made otherwise."""
    things = (Thing(id="a", kind="sign", color="yellow"),)
    lines = [Lettering(text="Tea", on="a"), Lettering(text="Tea", on="a", made=made)]  # pyright: ignore[reportArgumentType] -- pydantic checks it
    plans = [complete(Plan(place="studio", things=things, lettering=(line,)), 1) for line in lines]
    one, other = (build(plan, 1).letters[0] for plan in plans)
    return one, other


def test_tubes_glow_on_the_letters_and_less_beside_them() -> None:
    _, line = _made("neon")
    assert line.ground.max() < 0.05
    shown = Laid(np.array((0.1, -0.01, -0.5, -1), np.float32), np.array((1, 0, 0, 0), np.float32))
    light = shining(line, shown).max(1)
    assert light[0] > 1
    assert 0.02 * light[0] < light[1] < 0.3 * light[0]
    assert light[2] < 0.01
    assert light[3] == 0


@pytest.mark.parametrize(("made", "way"), [("carved", 1), ("embossed", -1)])
def test_edges_of_relief_lean_in_where_cut_and_out_where_raised(made: str, way: int) -> None:
    _, line = _made(made)
    h, w = line.field.shape
    row, column = np.unravel_index(np.abs(line.field).argmin(), line.field.shape)
    at = ((column + 0.5) / w - 0.5) * line.width, (0.5 - (row + 0.5) / h) * line.height
    local = (line.center + at[0] * line.right + at[1] * line.up)[None].astype(np.float32)
    facing = line.normal[None]
    shown = laid(line, local, facing, -facing, np.array([0.001], np.float32))
    leant = leaning(line, local, facing, shown)[0]
    assert np.linalg.norm(leant) == pytest.approx(1, abs=1e-5)
    step = (leant - leant @ line.normal * line.normal).astype(np.float32) * np.float32(0.01)
    inward = laid(line, local + step, facing, -facing, np.array([0.001], np.float32)).distance[0]
    assert np.sign(inward - shown.distance[0]) == way
