"""The walk from words to picture, as a generator of typed events."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from importlib.metadata import version

import numpy as np

from cavendish.errors import CavendishError, RequestError
from cavendish.events import (
    Event,
    Finished,
    Painted,
    Pixels,
    Planned,
    Preview,
    Progress,
    Recipe,
    Request,
    Seen,
    Thought,
)
from cavendish.finish.air import Air
from cavendish.finish.cutout import cut_out
from cavendish.finish.develop import develop
from cavendish.finish.grade import to_display
from cavendish.finish.lens import Optics
from cavendish.finish.looks import look_named
from cavendish.finish.shafts import Shafts
from cavendish.painters import base as painters
from cavendish.painters.mending import mended, told
from cavendish.plan.asking import asked
from cavendish.plan.avoiding import honoured, remaining, together
from cavendish.plan.layout import complete
from cavendish.plan.layouts import designed, framed, icon_plan, icon_size
from cavendish.plan.making import wants_photograph
from cavendish.plan.pieces import passed_over
from cavendish.plan.schema import Canvas, Plan
from cavendish.plan.seasons import check_locale, check_season, dressed, locale_in, season_in
from cavendish.plan.thoughts import chosen, reasons
from cavendish.plan.weathers import weather_in, weathered
from cavendish.plan.wishes import housed
from cavendish.planners import base as planners
from cavendish.press.compose import Given, composed
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.light import vector
from cavendish.world.matte import matte
from cavendish.world.stage import Stage, Window, boxes, build
from cavendish.world.weather import air_of

FIGURINES = "people are painted as figurines: a photograph of a person needs open weights"
MACRO = 0.55
"""How much of the things' depth is sharp when they are seen as close as a macro lens goes."""
_FIRST = 192  # pixels of the longer side of the first preview


def think(request: Request) -> Iterator[Event]:
    """What the picture will contain: the planner's notes as Thoughts, then Planned."""
    yield from _staged(request)


def walk(request: Request) -> Iterator[Event]:
    """One picture: Thoughts, Planned, Progress and Previews as they come, and Finished last.

    The same request gives the same pixels on the same machine. What is wrong with a request is found before
    painting begins; every error is one of `cavendish.errors`.
    """
    painter = painters.find(request.painter)
    stage, whole, seen, thoughts = yield from _staged(request)
    yield Preview("stage", sketch(stage), 1, 1)
    request = replace(request, aspect=whole.canvas.aspect)
    if whole.design is not None and request.background is not None:
        raise RequestError(
            "background: expected none beside titles and layouts", hint="--background left out"
        )
    if whole.design is not None and whole.design.paneled:
        icons, weights = yield from _icons(whole, request, painter)
        yield Progress("finish", 0, 1)
        pixels = composed(whole.design, Given(None, {}, icons), request.pixels)
        yield Finished(pixels, _recipe(request, whole, weights, thoughts, ()))
        return
    painted = yield from _painted(painter, stage, _sized(request, stage.plan, whole))
    painted, letters = mended(stage, painted)
    if letters:
        thoughts = (*thoughts, told(stage, letters))
        yield Thought(thoughts[-1])
    yield Progress("finish", 0, 1)
    pixels = finish(stage, painted)
    if whole.design is not None:
        boxes = {one.id: one.box for one in seen if one.visible > 0}
        pixels = composed(whole.design, Given(pixels, boxes), request.pixels)
    alpha = None
    if request.background == "transparent":
        pixels, alpha = cut_out(pixels, *matte(stage, painted.depth.shape))
    yield Finished(pixels, _recipe(request, whole, painted.weights, thoughts, letters), alpha)


def _painted(painter: painters.Painter, stage: Stage, request: Request) -> Generator[Event, None, Painted]:
    """Yields what the painter says on the way; its picture is the generator's result."""
    painted: Painted | None = None
    for event in painter.paint(stage, request):
        if isinstance(event, Painted):
            painted = event
        else:
            yield event
    if painted is None:
        raise CavendishError(f"painter: expected {painter.name} to end with a picture, got none")
    return painted


def _icons(
    plan: Plan, request: Request, painter: painters.Painter
) -> Generator[Event, None, tuple[tuple[Pixels | None, ...], str]]:
    """Each step's icon, a small staged scene painted once a kind, and the hash of the weights."""
    steps = plan.design.steps if plan.design else ()
    kinds = list(dict.fromkeys(step.icon for step in steps if step.icon))
    made: dict[str | None, Pixels] = {}
    weights = ""
    small = replace(request, size=icon_size(request.pixels), aspect=None)
    for k, kind in enumerate(kinds):
        yield Progress("icons", k, len(kinds))
        stage = build(complete(icon_plan(kind), request.seed), request.seed)
        painted = yield from _painted(painter, stage, small)
        made[kind], weights = finish(stage, painted), painted.weights
    return tuple(made.get(step.icon) for step in steps), weights


def _sized(request: Request, framed: Plan, whole: Plan) -> Request:
    """The request for the picture alone where a layout has it on a part of the canvas."""
    if framed.canvas == whole.canvas:
        return request
    return replace(request, size=framed.canvas.aspect.replace(":", "x"), aspect=None)


def _staged(
    request: Request,
) -> Generator[Event, None, tuple[Stage, Plan, tuple[Seen, ...], tuple[str, ...]]]:
    """Yields what is thought; the stage, the whole plan, what is seen and the thoughts are the generator's result.

    Where a layout has its picture on a part of the canvas, the stage is that of the part.
    """
    yield Progress("think", 0, 1)
    unknown, notes = (), ()
    plan = request.plan
    if plan is None:
        unseen = passed_over(request.prompt)
        wish = asked(request.prompt, request.kit, helped=request.planner != "native")
        plan, request = Plan(), replace(request, prompt=wish.prompt or request.prompt)
        if wish.prompt:
            thoughts = planners.find(request.planner).plan(wish.prompt, request.seed)
            plan, unknown, notes = thoughts.plan, thoughts.unknown, thoughts.notes
        plan, notes = designed(plan, wish.design), (*wish.notes, *filter(None, [unseen]), *notes)
    if request.aspect is not None:
        plan = plan.model_copy(update={"canvas": Canvas(aspect=request.aspect)})
    whole, plan = plan, framed(plan, request.size)
    plan, notes = _considered(plan, notes, request)
    for note in notes:
        yield Thought(note)
    yield Progress("stage", 0, 1)
    stage = build(plan, request.seed)
    seen = tuple(
        Seen(thing.id, thing.kind, thing.color, box, visible)
        for thing, (box, visible) in zip(plan.things, boxes(stage), strict=True)
    )
    whole = plan.model_copy(update={"canvas": whole.canvas})
    yield Planned(whole, seen, unknown, request.seed)
    return stage, whole, seen, notes


def _considered(plan: Plan, notes: tuple[str, ...], request: Request) -> tuple[Plan, tuple[str, ...]]:
    """The plan complete, without what is to be avoided, its people dressed; and the thoughts it has led to."""
    if request.avoid:
        plan = plan.model_copy(update={"avoid": together((*plan.avoid, *request.avoid))})
    asked, clothes = plan, None
    if request.plan is None and not (plan.design and plan.design.paneled):
        season = check_season(request.season) if request.season else season_in(request.prompt)
        locale = check_locale(request.locale) if request.locale else locale_in(request.prompt)
        plan, sky = weathered(plan, weather_in(request.prompt), season, request.seed)
        notes = (*notes, *sky)
        plan, clothes = dressed(housed(plan, request.prompt, request.seed), request.seed, season, locale)
    plan, gone = honoured(plan, request.seed)
    plan = complete(plan, request.seed)
    must = [*notes, *gone, *remaining(plan)]
    if request.plan is not None:
        return plan, chosen(must, ())
    if any(thing.kind == "person" for thing in plan.things) and wants_photograph(request.prompt):
        must.insert(0, FIGURINES)
    return plan, chosen(must, [*reasons(asked, plan), *filter(None, [clothes])])


def sketch(stage: Stage) -> Pixels:
    """The stage as its guides say it is, plainly shaded: base colour × (fill + key · n·l), small."""
    aspect = float(stage.camera[12] / stage.camera[13])
    width = _FIRST if aspect >= 1 else round(_FIRST * aspect)
    height = round(_FIRST / aspect) if aspect >= 1 else _FIRST
    seen = guides(stage, Window.whole(height, width), samples=1)
    light = vector(stage.light, stage.basis)
    normal, base = seen[..., 0:3], seen[..., 9:12] ** 2
    facing = np.clip(normal @ light[0:3], 0, None) * (seen[..., 33] == 0)
    lit = base * (light[7:10] * 0.8 + facing[..., None] * light[3:6]) + 4 * seen[..., 18:21] ** 2
    rise = np.clip(seen[..., CHANNELS.index("ray.y")] * 2, 0, 1)[..., None]
    sky = light[19:22] * (1 - rise) + light[24:27] * rise
    empty = np.clip(1 - np.linalg.norm(normal, axis=-1, keepdims=True), 0, 1)
    linear = (lit * (1 - empty) + sky * empty) * light[23]
    return (to_display((linear / (1 + linear * 0.3)).astype(np.float32)) * 255).astype(np.uint8)


def finish(stage: Stage, painted: Painted) -> Pixels:
    """The painted picture through the stage's own lens, in the look its plan asks for."""
    look = look_named(stage.plan.style.look or "natural")
    found = air_of(stage.light, stage.plan.weather)
    air = None if found is None else Air(*found)
    if air is None and stage.plan.light.scheme == "window":
        air = shafts_of(stage)
    return develop(painted.pixels, painted.depth, optics_of(stage), look, stage.seed, air)


def shafts_of(stage: Stage) -> Shafts:
    """The beams of the key light in dusty air, from where the picture has it."""
    x, y, _ = (float(v) for v in stage.basis @ stage.light.key)
    red, green, blue = (float(v) / float(stage.light.key_color.max()) for v in stage.light.key_color)
    return Shafts((x, y), (red, green, blue))


def optics_of(stage: Stage) -> Optics:
    """The plan's lens, focused so that every thing lies in the sharp zone; in a macro, the nearest parts alone."""
    camera = stage.plan.camera
    away = np.linalg.norm(stage.things[:, 2:5] - stage.camera[:3], axis=1)
    reach = stage.things[:, 5]
    near = float((away - reach).min(initial=4.0 if len(away) == 0 else np.inf))
    far = float((away + reach).max(initial=5.0 if len(away) == 0 else 0.0))
    if camera.framing == "macro":
        far = near + MACRO * (far - near)
    return Optics(camera.focal or 60.0, camera.fnumber or 5.6, max(near, 0.1), max(far, near + 0.1))


def _recipe(
    request: Request, plan: Plan, weights: str, thoughts: tuple[str, ...], letters: tuple[str, ...]
) -> Recipe:
    return Recipe(
        prompt=request.prompt,
        seed=request.seed,
        size=request.size,
        painter=request.painter,
        weights=weights,
        steps=request.steps,
        sampler=request.sampler,
        guidance=request.guidance,
        plan=plan,
        version=version("cavendish"),
        planner=request.planner,
        thoughts=thoughts,
        tier=request.tier,
        letters=letters,
        dpi=request.dpi,
        background=request.background,
        loras=tuple(one.named for one in request.loras),
    )
