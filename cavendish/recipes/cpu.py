"""The `cpu` recipe, 2026-11: everything from nothing in 80 minutes of two cores, beside 25 for the pool."""

from cavendish.recipes.recipe import Gate, Recipe, StageRecipe
from cavendish.train.stages.backbone import BackboneOptions
from cavendish.train.stages.base import BaseOptions
from cavendish.train.stages.own_bits import OwnOptions
from cavendish.train.stages.refiner import RefinerOptions

RECIPE = Recipe(
    name="cpu",
    date="2026-11-21",
    cost="80 minutes of two cores with AMX (Sapphire Rapids class), a pool of 24 k pictures at 144²",
    minutes=80,
    stages=(
        # One step is what people get by default, so more of a short run goes there than the half of a long one.
        StageRecipe(
            "base",
            0.45,
            BaseOptions(batch=32),
            (Gate("carry", 22.0), Gate("bare", 17.0)),
            needs=512,
        ),
        StageRecipe(
            "backbone",
            0.375,
            BackboneOptions(batch=32, texts=96, text=0.25),
            (Gate("bits", 0.25, at_most=True), Gate("seeds_apart", 28.0, at_most=True)),
            needs=512,
        ),
        StageRecipe("refiner", 0.11, RefinerOptions(batch=48, lively=0.25), (Gate("coherence", 0.6),)),
        StageRecipe("own", 0.065, OwnOptions(batch=24), (Gate("bare", 17.0),)),
    ),
)
