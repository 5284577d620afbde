"""The `gpu` recipe, 2026-11: the same stages on one large accelerator, 17 minutes; untried, its rates are assumed.

Its pools are filled, and the first one renewed, while it trains: rays met by the accelerator, all else by the cores.
With a pool that is brought along (`--no-feed`), its plans as ids (`words.i16`), it needs torch, numpy, safetensors,
pillow and jaxtyping alone.
"""

from cavendish.recipes.pools import Supply
from cavendish.recipes.recipe import Gate, Recipe, StageRecipe
from cavendish.train.stages.backbone import BackboneOptions
from cavendish.train.stages.base import BaseOptions
from cavendish.train.stages.own_bits import OwnOptions
from cavendish.train.stages.refiner import RefinerOptions

RECIPE = Recipe(
    name="gpu",
    date="2026-11-22",
    cost="17 minutes of one H200 with 16 cores, 50 GiB of disk, a pool at 208² in its memory; not run yet",
    minutes=17,
    device="cuda",
    average=0.998,
    hold=12_000,
    pools=(Supply("pool", side=208, count=12_000, seed=31), Supply("wide", side=384, count=1_500, seed=32)),
    crops=Supply("crops", side=192, count=4_000, crops=(256, 416, 640, 1024), seed=33),
    fed=True,
    compiled=True,
    evaluate_minutes=2.5,
    stages=(
        StageRecipe(
            "base",
            0.34,
            BaseOptions(batch=512, one=0.5, null=10, settle=200),
            (Gate("carry", 22.0), Gate("bare", 17.0)),
            needs=4096,
        ),
        StageRecipe(
            "backbone",
            0.42,
            BackboneOptions(batch=512, texts=1024, text=0.2, held_texts=512),
            (Gate("bits", 0.25, at_most=True), Gate("seeds_apart", 28.0, at_most=True)),
            needs=4096,
        ),
        StageRecipe("refiner", 0.18, RefinerOptions(batch=512, lively=0.25), (Gate("coherence", 0.6),)),
        StageRecipe("own", 0.06, OwnOptions(batch=256), (Gate("bare", 17.0),)),
    ),
)
