"""Our own planner: the backbone writes the plan under a grammar, and every word of the prompt is accounted for."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor

from cavendish import settings
from cavendish.events import Unknown, check_prompt
from cavendish.models import checkpoint
from cavendish.models.backbone import Backbone, Cache
from cavendish.plan import crafting, shades
from cavendish.plan.adverbs import placed
from cavendish.plan.carriers import carried
from cavendish.plan.crafting import built, craft
from cavendish.plan.decorating import decorated
from cavendish.plan.doings import acted
from cavendish.plan.evidence import evidence
from cavendish.plan.flanks import flanked
from cavendish.plan.footing import footed
from cavendish.plan.grammar import Grammar
from cavendish.plan.gravity import obeyed, weigh
from cavendish.plan.kinds import KINDS
from cavendish.plan.people import clothed, heed
from cavendish.plan.prose import decode
from cavendish.plan.reading import Reading, read
from cavendish.plan.refusing import refused
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.thoughts import a
from cavendish.plan.tinting import tinted
from cavendish.plan.typefaces import fonts_said
from cavendish.plan.vocabulary import HEARD_AS, as_heard
from cavendish.plan.wishes import Granted, granted
from cavendish.planners.audit import audit, told
from cavendish.planners.base import Thoughts
from cavendish.sampling.words import Score, write

_MOST_WORDS = 256


class NativePlanner:
    """Plans with the shipped backbone, or with any given scorer of words."""

    name = "native"

    def __init__(self, backbone: Backbone | None = None) -> None:
        self._backbone = backbone

    def plan(self, prompt: str, seed: int) -> Thoughts:  # noqa: ARG002 -- the same plan for every seed
        """The open plan the prompt asks for; positions and all else left open are the layout's, by seed."""
        check_prompt(prompt)
        footing = footed(prompt)
        weighed = weigh(placed(footing.prompt))
        letters = fonts_said(weighed.prompt)
        said = craft(letters.prompt)
        heard = heed(said.prompt)
        reading = read(heard.prompt)
        backbone = self._backbone if self._backbone is not None else _shipped(settings.weights_dir())
        plan = written(reading, scorer(backbone)).model_copy(update={"avoid": refused(reading)})
        plan = letters.dressed(carried(plan, reading)[0])
        grounds = evidence(reading)
        plan, reading = built(decorated(reading, tinted(reading, plan)), said), said.heard(reading)
        wish = _shown(granted(plan, reading), reading)
        doing = acted(wish.plan, reading)
        plan = doing.plan
        unknown, notes = audit(reading, plan, heard, wish.held | doing.words, grounds)
        plan, lent = _something(footing.under(plan), unknown)
        plan, unmet = obeyed(flanked(plan, reading), weighed)
        plan, lost = clothed(plan, heard)
        missed = tuple(Unknown(said.named(words), None) for words in (*footing.strange, *unmet, *lost))
        return Thoughts(
            plan,
            (*unknown, *missed),
            (*crafting.told(plan), *wish.notes, *notes, *lent, *told(missed)),
        )


def written(reading: Reading, score: Score) -> Plan:
    """The plan the scorer writes under the reading's grammar: whatever the scores, it is a valid plan."""
    ids = write(score, Grammar(reading).allowed, reading.ids)
    return decode(ids, reading.refs)


def scorer(backbone: Backbone) -> Score:
    """The backbone as a scorer that remembers what it has heard."""
    weight = backbone.embedding.weight
    cache = Cache(1, _MOST_WORDS + 512, weight)

    def score(fresh: Sequence[int]) -> Tensor:
        with torch.inference_mode():
            ids = torch.tensor([as_heard(fresh)], device=weight.device)
            logits = backbone.words(ids, cache)[0, -1].float()
            logits[list(HEARD_AS)] = logits[list(HEARD_AS.values())]
            return logits

    return score


def _something(plan: Plan, unknown: tuple[Unknown, ...]) -> tuple[Plan, tuple[str, ...]]:
    """The plan, with the nearest thing to a word nobody knows where it would otherwise hold nothing at all."""
    if plan.things or plan.place is not None:
        return plan, ()
    near = next((item.nearest for item in unknown if item.nearest in KINDS), None)
    if near is None:
        return plan, ()
    thing = Thing(id=f"{near.replace(' ', '-')}-1", kind=near)
    return plan.model_copy(update={"things": (thing,)}), (f"nothing named could be drawn: here is {a(near)}",)


def _shown(wish: Granted, reading: Reading) -> Granted:
    """A wish that names a colour and nothing else, as jade is one: a vase shows it."""
    plan = wish.plan
    said = [item for item in reading.reads if not item.negated and item.name]
    named = [i for i, item in enumerate(said) if item.name.startswith(("color:", "word"))]
    shown = [i for i in named if shades.find(said[i].text.lower())]
    alone = (
        shown
        and all(item.name != "say:a" for item in said)
        and (shown == named or (shown[0] > 0 and said[shown[0] - 1].name == "say:in"))
    )
    word = said[shown[0]].text if alone else None
    if plan.things or plan.place is not None or word is None or "vase" in plan.avoid:
        return wish
    thing = Thing(id="vase-1", kind="vase", shade=shades.find(word.lower()))
    held = wish.held | {word.lower()}
    note = f"nothing named could be drawn: here is a vase in {word}"
    return Granted(plan.model_copy(update={"things": (thing,)}), held, (*wish.notes, note))


@lru_cache(maxsize=1)
def _shipped(folder: Path) -> Backbone:
    path = folder / "backbone.safetensors"
    backbone = Backbone()
    checkpoint.load(path, backbone, "backbone")
    return backbone.eval()
