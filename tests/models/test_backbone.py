"""The backbone: cached equals naive, nothing looks ahead, padding and withheld conditions are unseen."""

import pytest
import torch

from cavendish.models import checkpoint
from cavendish.models.backbone import KNOWN, Backbone, Cache, Scene, see
from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.ladder import cells_in, ladder

GRIDS = ladder(1.0, 3)


@pytest.fixture(scope="module")
def backbone() -> Backbone:
    """A backbone whose every weight says something."""
    torch.manual_seed(0)
    fresh = Backbone()
    for weight in fresh.parameters():
        if float(weight.detach().abs().max()) == 0:
            torch.nn.init.normal_(weight, std=0.03)
    return fresh.requires_grad_(False)


def scene(count: int = 2, words: torch.Tensor | None = None, drop: torch.Tensor | None = None) -> Scene:
    """Random guides and light, pooled."""
    generator = torch.Generator().manual_seed(3)
    guides = torch.rand(count, GUIDES, 48, 48, generator=generator)
    return see(guides, torch.rand(count, LIGHTS, generator=generator), GRIDS, words, drop)


def inputs(count: int = 2) -> tuple[torch.Tensor, ...]:
    """What coarser grids might add up to."""
    generator = torch.Generator().manual_seed(4)
    return tuple(torch.randn(count, 12, *grid, generator=generator) for grid in GRIDS)


WORDS = torch.tensor([[5, 900, 17, 3], [8, 2047, -1, -1]])


def test_it_has_the_promised_size(backbone: Backbone):
    count = sum(p.numel() for p in backbone.parameters())
    assert 7.5e6 < count < 8.1e6
    assert count * 2 < 15 * 2**20


@pytest.mark.parametrize("words", [None, WORDS])
@pytest.mark.parametrize("drop", [None, torch.tensor([False, True])])
def test_grid_by_grid_with_a_cache_equals_all_at_once(
    backbone: Backbone, words: torch.Tensor | None, drop: torch.Tensor | None
):
    given, seen = inputs(), scene(2, words, drop)
    together = backbone(given, seen)
    cache = backbone.begin(seen, cells_in(GRIDS))
    for rung, (coarser, expected) in enumerate(zip(given, together, strict=True)):
        assert torch.allclose(backbone.step(rung, coarser, seen, cache), expected, atol=1e-4)


def test_a_finer_grid_never_changes_what_coarser_ones_say(backbone: Backbone):
    given, seen = inputs(), scene()
    before = backbone(given, seen)
    changed = (*given[:2], given[2] + 1.0)
    cells = (*seen.cells[:2], seen.cells[2] + 1.0)
    after = backbone(changed, seen._replace(cells=cells))
    for rung in range(2):
        assert torch.equal(before[rung], after[rung])
    assert not torch.allclose(before[2], after[2], atol=1e-4)


def test_a_coarser_grid_does_change_what_finer_ones_say(backbone: Backbone):
    given, seen = inputs(), scene()
    before, after = backbone(given, seen), backbone((given[0] + 1.0, *given[1:]), seen)
    assert not torch.allclose(before[2], after[2], atol=1e-4)


def test_a_second_look_replaces_the_first(backbone: Backbone):
    given, seen = inputs(), scene()
    cache = backbone.begin(seen, cells_in(GRIDS))
    backbone.step(0, given[0], seen, cache)
    backbone.step(1, given[1] * 3, seen, cache)
    known = torch.zeros(2, KNOWN, *GRIDS[1])
    again = backbone.step(1, given[1], seen, cache, known)
    assert torch.allclose(again, backbone(given, seen)[1], atol=1e-4)


def test_known_bits_are_listened_to(backbone: Backbone):
    given, seen = inputs(), scene()
    known = tuple(torch.ones(2, KNOWN, *grid) for grid in GRIDS)
    assert not torch.allclose(backbone(given, seen, known)[1], backbone(given, seen)[1], atol=1e-4)


def test_word_by_word_with_a_cache_equals_all_at_once(backbone: Backbone):
    ids = torch.randint(0, 2048, (2, 9), generator=torch.Generator().manual_seed(0))
    together = backbone.words(ids)
    cache = Cache(2, 9, backbone.bits.weight)
    parts = [backbone.words(ids[:, a:b], cache) for a, b in ((0, 4), (4, 5), (5, 9))]
    assert torch.allclose(torch.cat(parts, 1), together, atol=1e-4)


def test_a_later_word_never_changes_earlier_ones(backbone: Backbone):
    ids = torch.tensor([[1, 2, 3, 4]])
    other = torch.tensor([[1, 2, 3, 99]])
    assert torch.equal(backbone.words(ids)[:, :3], backbone.words(other)[:, :3])


def test_padding_is_unseen(backbone: Backbone):
    short = torch.tensor([[5, 900]])
    padded = torch.tensor([[5, 900, -1, -1]])
    a = backbone(inputs(1), scene(1, short))
    b = backbone(inputs(1), scene(1, padded))
    assert torch.allclose(a[2], b[2], atol=1e-4)


def test_withheld_conditions_are_unseen(backbone: Backbone):
    drop = torch.ones(1, dtype=torch.bool)
    plain, other = scene(1, WORDS[:1], drop), scene(1, WORDS[:1] + 1, drop)
    other = other._replace(
        light=other.light * 2, overview=other.overview + 1, cells=tuple(c + 1 for c in other.cells)
    )
    a, b = backbone(inputs(1), plain), backbone(inputs(1), other)
    assert torch.allclose(a[2], b[2], atol=1e-4)
    assert not torch.allclose(a[2], backbone(inputs(1), scene(1, WORDS[:1]))[2], atol=1e-4)


def test_cells_one_by_one_see_only_those_before(backbone: Backbone):
    given, seen = inputs(1), scene(1)
    cache = backbone.begin(seen, cells_in(GRIDS))
    first = backbone.step_one(0, 0, given[0], seen, cache)
    assert torch.allclose(first[..., 0], backbone(given, seen)[0][..., 0, 0], atol=1e-4)
    before = cache.length
    backbone.step_one(1, 0, given[1], seen, cache)
    assert cache.length == before + 1


def test_a_full_cache_is_refused(backbone: Backbone):
    with pytest.raises(ValueError, match="cache"):
        backbone.words(torch.ones(1, 3, dtype=torch.long), Cache(1, 2, backbone.bits.weight))


def test_appended_words_guides_and_lights_change_nothing_until_learned(backbone: Backbone):
    grown = Backbone(GUIDES + 2, LIGHTS + 1, 2050)
    checkpoint.install(grown, {name: value.detach() for name, value in backbone.named_parameters()})
    seen = scene(1, WORDS[:1])

    def more(cell: torch.Tensor) -> torch.Tensor:
        extra = torch.rand(1, 2, *cell.shape[-2:])
        return torch.cat([cell[:, :GUIDES], extra, cell[:, GUIDES:], extra], 1)

    wide = seen._replace(
        overview=more(seen.overview),
        cells=tuple(more(cell) for cell in seen.cells),
        light=torch.cat([seen.light, torch.rand(1, 1)], 1),
    )
    assert torch.allclose(grown(inputs(1), wide)[2], backbone(inputs(1), seen)[2], atol=1e-4)
    assert torch.allclose(grown.words(WORDS[:1])[..., :2048], backbone.words(WORDS[:1]), atol=1e-4)
