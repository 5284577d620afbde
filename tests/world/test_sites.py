"""Every place is told whole: ground, scenery, climate, sky."""

from cavendish.plan.lexicon import PLACES
from cavendish.world.grounds import GROUNDS
from cavendish.world.light import CLIMATES
from cavendish.world.sites import SITES


def test_every_place_has_an_entry_that_exists() -> None:
    assert set(SITES) == set(PLACES)
    for site in SITES.values():
        assert site.climate in CLIMATES
        assert site.ground in {"sweep", *GROUNDS}
        assert site.sky in {"sweep", "room", "hills", "clear", "plain"}
        assert all(name in GROUNDS for name, _ in site.tops)


def test_spans_go_from_less_to_more_and_reach_behind_the_things() -> None:
    for site in SITES.values():
        for prop in site.props:
            assert prop.count[0] <= prop.count[1] <= 10
            assert all(a <= b for a, b in (prop.depth, prop.size, prop.side, prop.lift, prop.turn))
            assert prop.depth[0] > 0.5


def test_colours_are_reflectances() -> None:
    for site in SITES.values():
        colors = [*site.colors, *(c for _, c in site.tops), *(c for prop in site.props for c in prop.colors)]
        assert all(0 < value < 0.95 for color in colors for value in color)
