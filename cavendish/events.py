"""What goes into the walk and what comes out: Request in; Thought, Planned, Preview, Finished out."""

import json
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import PureWindowsPath
from typing import Any

import numpy as np
from jaxtyping import Float32, UInt8

from cavendish.errors import FileError, PlanError, RequestError, clip, nearest
from cavendish.image import ASPECTS, SIZES, pixel_size
from cavendish.paper import AREA_MOST, DPI_LEAST, DPI_MOST, SIDE_MOST
from cavendish.plan.kit import Kit
from cavendish.plan.schema import MAX_AVOIDED, Plan
from cavendish.plan.seasons import check_locale, check_season

Pixels = UInt8[np.ndarray, "h w 3"]

SAMPLERS = ("euler", "euler-a", "heun", "ddim", "dpm++2m", "dpm++2m-karras")
TIERS = ("draft", "flash", "pro")
PROMPT_LIMIT = 2000
AVOID_LIMIT = 60
SEED_LIMIT = 2**32
STEPS_LIMIT = 200
GUIDANCE_LIMIT = 20.0
LORA_MOST = 1.5
SIDE_LEAST, RATIO_MOST = 64, 8
LETTERED = ("painted", "repainted", "set")
"""How letters came to be what was planned: at once, at the second go, or as outlines in the painted colours."""
_WIDE_BY_HIGH = re.compile(r"[0-9]{1,6}x[0-9]{1,6}")


@dataclass(frozen=True)
class Adapter:
    """A LoRA to paint with: its file, how strongly (0 to 1.5), and the SHA-256 that the file must have ("": any).

    In a recipe `file` is its name alone: where it lay is nobody's business.
    """

    file: str
    scale: float = 1.0
    hash: str = ""

    def __post_init__(self) -> None:
        """The scale is within its limits."""
        if not 0 <= self.scale <= LORA_MOST:
            got = f"{self.scale:g} for {clip(self.file)}"
            raise RequestError(f"lora: expected a scale of 0 to {LORA_MOST:g}, got {got}", hint="FILE:0.8")

    @property
    def named(self) -> "Adapter":
        """The same by the name of its file alone."""
        return replace(self, file=PureWindowsPath(self.file).name)


@dataclass(frozen=True)
class Request:
    """One picture to be made; it cannot exist unless every field is within its limits (RequestError).

    `aspect`, `steps`, `sampler` and `guidance` left None are for plan and painter to choose. With a `plan`
    nothing is thought and the prompt is only remembered. `avoid` is kept out of the picture; `season` and `locale`
    dress its people. `tier` is how much work goes into it; with `thoughts` it is shown after every scale.
    `dpi` is written into the file; a `transparent` background leaves things and their shadow alone.
    `kit` is what designs are made with: a brand, a logo, numbers.
    `loras` are stacked upon the painter's weights.
    """

    prompt: str = ""
    seed: int = 0
    aspect: str | None = None
    size: str = "1K"
    painter: str = "native"
    planner: str = "native"
    steps: int | None = None
    sampler: str | None = None
    guidance: float | None = None
    plan: Plan | None = None
    avoid: tuple[str, ...] = ()
    season: str | None = None
    locale: str | None = None
    tier: str | None = None
    thoughts: bool = False
    dpi: int | None = None
    background: str | None = None
    kit: Kit | None = None
    loras: tuple[Adapter, ...] = ()

    def __post_init__(self) -> None:
        """Every limit holds afterwards."""
        check_prompt(self.prompt, needed=self.plan is None)
        check_seed(self.seed)
        sized = _WIDE_BY_HIGH.fullmatch(self.size)
        if self.aspect is not None and self.aspect not in ASPECTS and not sized:
            raise RequestError(
                f"aspect: expected {_either(ASPECTS)}, got {clip(self.aspect)}",
                hint=f"--aspect {_nearest_aspect(self.aspect)}",
            )
        if sized:
            self._sized()
        elif self.size not in SIZES:
            close = nearest(self.size, SIZES) or "1K"
            named = ", ".join(size for size in SIZES if size != "256")
            raise RequestError(
                f"size: expected {named} or such as 1200x800, got {clip(self.size)}", hint=f"--size {close}"
            )
        if self.steps is not None and not 1 <= self.steps <= STEPS_LIMIT:
            raise RequestError(f"steps: expected 1 to {STEPS_LIMIT}, got {self.steps}", hint="--steps 8")
        if self.sampler is not None:
            object.__setattr__(self, "sampler", sampler_named(self.sampler))
        if self.guidance is not None and not (
            math.isfinite(self.guidance) and 0 <= self.guidance <= GUIDANCE_LIMIT
        ):
            raise RequestError(
                f"guidance: expected 0 to {GUIDANCE_LIMIT:g}, got {self.guidance}", hint="--guidance 2"
            )
        if self.tier is not None and self.tier not in TIERS:
            close = nearest(self.tier, TIERS) or "flash"
            raise RequestError(
                f"tier: expected {_either(TIERS)}, got {clip(self.tier)}", hint=f"--tier {close}"
            )
        self._filed()
        self._wished()

    def _filed(self) -> None:
        """What the file is to be like is possible."""
        if self.dpi is not None and not DPI_LEAST <= self.dpi <= DPI_MOST:
            raise RequestError(
                f"print: expected {DPI_LEAST} to {DPI_MOST} dots an inch, got {self.dpi}",
                hint="--print A4@300",
            )
        if self.background not in (None, "transparent"):
            raise RequestError(
                f"background: expected transparent, got {clip(self.background)}",
                hint="--background transparent",
            )

    def _wished(self) -> None:
        """What to avoid is words, season and locale are known."""
        for words in self.avoid:
            if not words.strip() or len(words) > AVOID_LIMIT or "\x00" in words or not _is_unicode(words):
                raise RequestError(
                    f"avoid: expected 1 to {AVOID_LIMIT} characters, got {clip(repr(words))}",
                    hint="--avoid people",
                )
        if len(self.avoid) > MAX_AVOIDED:
            raise RequestError(
                f"avoid: expected at most {MAX_AVOIDED}, got {len(self.avoid)}", hint="fewer of them"
            )
        if self.season is not None:
            check_season(self.season)
        if self.locale is not None:
            check_locale(self.locale)

    def _sized(self) -> None:
        """A size in pixels is within its limits, and the aspect is its own."""
        width, height = (int(number) for number in self.size.split("x"))
        if min(width, height) < SIDE_LEAST or max(width, height) > SIDE_MOST or width % 8 or height % 8:
            raise RequestError(
                f"size: expected sides of {SIDE_LEAST} to {SIDE_MOST} pixels, multiples of 8, got {self.size}",
                hint=f"--size {_nearest_size(width, height)}",
            )
        if width * height > AREA_MOST:
            raise RequestError(
                f"size: expected at most {AREA_MOST / 1e6:g} megapixels, got {width * height / 1e6:.3g}",
                hint="--size 4K",
            )
        ratio = max(width, height) / min(width, height)
        if ratio > RATIO_MOST:
            raise RequestError(f"size: expected at most {RATIO_MOST} times as long as short, got {self.size}")
        share = math.gcd(width, height)
        own = f"{width // share}:{height // share}"
        if self.aspect not in (None, own) and self.aspect in ASPECTS:
            raise RequestError(f"aspect: expected none beside --size {self.size}, got {self.aspect}")
        object.__setattr__(self, "aspect", own)

    @property
    def pixels(self) -> tuple[int, int]:
        """(width, height) of the picture; a square where no aspect has been settled."""
        return pixel_size(self.aspect or "1:1", self.size)


def _nearest_size(width: int, height: int) -> str:
    """The size nearest to one that cannot be: its shape, as far as sides, area and their ratio allow."""
    fits = min(1.0, math.sqrt(AREA_MOST / max(width * height, 1)), SIDE_MOST / max(width, height, 1))
    grid = math.floor if fits < 1 else round
    sides = [max(8 * grid(n * fits / 8), SIDE_LEAST) for n in (width, height)]
    most = RATIO_MOST * min(sides)
    return "x".join(str(min(side, most)) for side in sides)


def check_prompt(prompt: str, *, needed: bool = True) -> None:
    """The prompt has something in it (when needed) and is not too long; otherwise RequestError."""
    if needed and not prompt.strip():
        raise RequestError("prompt: expected some words, got nothing", hint='"a red cup on a wooden table"')
    if len(prompt) > PROMPT_LIMIT:
        raise RequestError(
            f"prompt: expected at most {PROMPT_LIMIT} characters, got {len(prompt)}", hint="fewer words"
        )
    if "\x00" in prompt or not _is_unicode(prompt):
        raise RequestError(
            "prompt: expected text, got bytes that are no text", hint="the same words in UTF-8"
        )


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def sampler_named(name: str) -> str:
    """The sampler's own name, however it is spelled ("DPM++ 2M Karras"); RequestError offers the nearest."""
    plain = {"".join(known.split("-")): known for known in SAMPLERS}
    said = re.sub(r"[-_\s]", "", name.lower())
    known = plain.get({"eulerancestral": "eulera"}.get(said, said))
    if known is None:
        close = plain[nearest(said, plain) or "euler"]
        raise RequestError(
            f"sampler: expected {_either(SAMPLERS)}, got {clip(name)}", hint=f"--sampler {close}"
        )
    return known


def check_seed(seed: int) -> None:
    """The seed is one of the seeds there are; otherwise RequestError."""
    if not 0 <= seed < SEED_LIMIT:
        raise RequestError(f"seed: expected 0 to {SEED_LIMIT - 1}, got {seed}", hint="--seed 1")


def _nearest_aspect(aspect: str) -> str:
    width, _, height = aspect.replace("x", ":").replace("/", ":").partition(":")
    try:
        wanted = math.log(float(width) / float(height))
        return min(ASPECTS, key=lambda name: abs(math.log(ASPECTS[name][0] / ASPECTS[name][1]) - wanted))
    except (ValueError, ZeroDivisionError):
        return nearest(aspect, ASPECTS) or "1:1"


def _either(options: Iterable[str]) -> str:
    *most, last = options
    return f"{', '.join(most)} or {last}"


@dataclass(frozen=True)
class Thought:
    """Something noticed while thinking, in words for the user."""

    text: str


@dataclass(frozen=True)
class Unknown:
    """A word of the prompt that could not be drawn, and the nearest thing that could be."""

    word: str
    nearest: str | None


@dataclass(frozen=True)
class Seen:
    """One thing where the camera sees it: box as x0, y0, x1, y1 in 0..1 (y down), visible in 0..1."""

    id: str
    kind: str
    color: str | None
    box: tuple[float, float, float, float]
    visible: float


@dataclass(frozen=True)
class Planned:
    """The complete plan, what of it is seen, and the words it could not hold."""

    plan: Plan
    things: tuple[Seen, ...]
    unknown: tuple[Unknown, ...]
    seed: int


@dataclass(frozen=True)
class Progress:
    """`step` of `of` steps of a stage of the walk are done."""

    stage: str
    step: int
    of: int


@dataclass(frozen=True)
class Preview:
    """The picture as far as it is known, at any size, after `step` of `of` steps of a stage of the walk."""

    stage: str
    pixels: Pixels
    step: int
    of: int


@dataclass(frozen=True)
class Painted:
    """What a painter hands to the finish.

    Display colours 0..1, inverse depth as the guides have it (0 = nothing there), the hash of the weights. `again`,
    where there is one, paints a window of the picture once more, over the colours (h, w, 3) it is given for it.
    """

    pixels: Float32[np.ndarray, "h w 3"]
    depth: Float32[np.ndarray, "h w"]
    weights: str
    again: "Callable[[Any, Any], Any] | None" = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Recipe:
    """All that is needed to make the picture again on the same machine.

    `letters` says of each lettering, in the order of its things, how it came to be right: one of LETTERED.
    """

    prompt: str
    seed: int
    size: str
    painter: str
    weights: str
    steps: int | None
    sampler: str | None
    guidance: float | None
    plan: Plan
    version: str
    planner: str = "native"
    thoughts: tuple[str, ...] = ()
    tier: str | None = None
    letters: tuple[str, ...] = ()
    dpi: int | None = None
    background: str | None = None
    loras: tuple[Adapter, ...] = ()

    def to_json(self) -> str:
        """The recipe as one line of JSON, keys in the order of the fields."""
        fields = asdict(self) | {"plan": self.plan.model_dump(mode="json", exclude_none=True)}
        return json.dumps({"cavendish": fields}, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Recipe":
        """The recipe that `to_json` wrote; FileError when the text is not one."""
        from cavendish.plan.schema import parse_plan

        try:
            fields = json.loads(text)["cavendish"]
            plan = parse_plan(json.dumps(fields.pop("plan")))
            several = {name: tuple(fields.get(name, ())) for name in ("thoughts", "letters")}
            several["loras"] = tuple(Adapter(**one) for one in fields.get("loras", ()))
            return cls(plan=plan, **fields | several)
        except (ValueError, TypeError, KeyError, AttributeError, PlanError, RequestError) as error:
            raise FileError(f"recipe: expected a Cavendish recipe, got {clip(text)}") from error

    def request(self) -> Request:
        """The request that makes this picture again."""
        return Request(
            prompt=self.prompt,
            seed=self.seed,
            aspect=self.plan.canvas.aspect,
            size=self.size,
            painter=self.painter,
            planner=self.planner,
            steps=self.steps,
            sampler=self.sampler,
            guidance=self.guidance,
            plan=self.plan,
            tier=self.tier,
            dpi=self.dpi,
            background=self.background,
            loras=self.loras,
        )


@dataclass(frozen=True)
class Finished:
    """The finished picture and its recipe; `alpha` (h, w) where its background is transparent."""

    pixels: Pixels
    recipe: Recipe
    alpha: "UInt8[np.ndarray, 'h w'] | None" = None


Event = Thought | Planned | Progress | Preview | Painted | Finished
