"""What a prompt says things stand on or before: worktops, cloths, floors and backdrops, of any stuff and colour."""

import re
from dataclasses import dataclass
from functools import cache

from cavendish.plan.compounds import leads
from cavendish.plan.kinds import KINDS
from cavendish.plan.lexicon import Decor, Finish, Place, Stuff
from cavendish.plan.quoting import MASK, spans
from cavendish.plan.reading import read
from cavendish.plan.scene import Surface
from cavendish.plan.schema import Plan
from cavendish.plan.shades import find
from cavendish.plan.stuffs import DECOR_WORDS, FINISH_WORDS


@dataclass(frozen=True)
class _Support:
    """What a noun for a support is: how it lies, of what stuff and colour it mostly is, and where it is at home."""

    lies: str
    stuff: Stuff | None = None
    shade: str | None = None
    place: Place | None = None


_TOP, _FLOOR, _BACK = "top", "floor", "backdrop"
_SUPPORTS: dict[str, _Support] = {
    "kitchen counter|kitchen countertop|kitchen worktop|kitchen island|kitchen bench|kitchen top|kitchen worksurface|"
    "worktop|work top|kitchen surface": _Support(_TOP, place="kitchen"),
    "counter|countertop|counter top|work surface|worksurface|bar counter|bar top|bartop|vanity|bathroom counter|"
    "shop counter|checkout counter|reception counter|ledge|dressing table|vanity table": _Support(_TOP),
    "table|table top|tabletop|coffee table|kitchen table|dining table|dinner table|side table|breakfast table|"
    "end table|picnic table|patio table|garden table|bar table|restaurant table|tavern table|console table|"
    "bedside table|nightstand|workbench|work bench|bench top|benchtop|butcher block|desktop surface|desk top|"
    "plank|planks|boards|floorboards table": _Support(_TOP, "wood"),
    "lab bench|laboratory bench": _Support(_TOP, "plain", "white", "office"),
    "windowsill|window sill|window ledge|sill|mantelpiece|mantel|mantlepiece": _Support(_TOP, "plain", "ivory"),
    "cutting board|chopping board|wooden board|cheese board|serving board|bread board|charcuterie board|"
    "pastry board": _Support(_TOP, "wood", "burlywood"),
    "slate board|slate tile|slate": _Support(_TOP, "stone", "#2c2f33"),
    "slab|tile": _Support(_TOP, "stone"),
    "surface|table surface|tabletop surface": _Support(_TOP),
    "mirror|mirrored surface|mirror surface": _Support(_TOP, "gloss", "#3a3d42"),
    "tablecloth|table cloth|cloth|linen|linen cloth|tea towel|napkin|fabric|bedsheet|bed sheet|white sheets|sheet|"
    "sheets|blanket|throw|bedspread|canvas cloth|burlap|towel|placemat|place mat|table runner": _Support(_TOP, "cloth"),
    "velvet|silk|satin|lace": _Support(_TOP, "cloth"),
    "parchment paper|baking paper|kraft paper|brown paper|wrapping paper|baking parchment|wax paper": _Support(
        _TOP, "plain", "tan"
    ),
    "paper|white paper|sheet of paper|construction paper": _Support(_TOP, "plain", "white"),
    "floor|flooring|ground floor|parquet|hardwood floor|hardwood|floorboards|kitchen floor|dance floor": _Support(
        _FLOOR, "wood"
    ),
    "tiles|tiled floor|bathroom floor|tile floor|floor tiles": _Support(_FLOOR, "tiles"),
    "carpeted floor|carpeting": _Support(_FLOOR, "carpet"),
    "background|backdrop|studio background|studio backdrop|seamless|seamless backdrop|seamless background|"
    "paper backdrop|background paper|infinity cove|cyclorama|back drop|seamless paper": _Support(_BACK),
    "wall": _Support(_BACK),
}  # fmt: skip
_STUFFS: dict[str, tuple[Stuff, str | None]] = {
    "wood|wooden|timber|oak|rustic|hardwood|plywood|bamboo|driftwood|reclaimed": ("wood", None),
    "walnut|mahogany|teak": ("wood", "walnut"), "pine|birch|maple|beech|ash": ("wood", "burlywood"),
    "marble": ("marble", None), "granite|quartz|terrazzo": ("granite", None),
    "stone|sandstone|limestone|rock|soapstone": ("stone", None), "slate": ("stone", "#2c2f33"),
    "concrete|cement|plaster": ("concrete", None), "tiled|tile|ceramic|checkered tile": ("tiles", None),
    "metal|steel|metallic|stainless|zinc|aluminium|aluminum|iron|brushed": ("steel", None),
    "glass|mirrored|mirror|acrylic|reflective|glossy black|lacquered|perspex": ("gloss", None),
    "linen|cotton|silk|satin|velvet|fabric|cloth|felt|wool|woolen|lace|gingham|burlap|denim|canvas": ("cloth", None),
    "leather|plastic|vinyl|paper|painted|laminate|formica|white-painted": ("plain", None),
    "carpeted": ("carpet", None), "cobblestone|cobbled": ("cobble", None), "brick": ("brick", None),
}  # fmt: skip
_SHADES: dict[Stuff, str] = {
    "wood": "#b98a5a", "marble": "#d8d5cf", "granite": "#7c7772", "stone": "#8d867c", "concrete": "#9a9894",
    "tiles": "#c3bcb2", "steel": "#a9adb0", "gloss": "#2c3034", "cloth": "#e6e0d4", "plain": "#d9d5cd",
    "carpet": "#8a8076", "cobble": "#8f887e", "brick": "#9a4f3c",
}  # fmt: skip
"""The colour that a support of each stuff has where nobody names one."""
_PASSED = frozenset((
    "plain", "simple", "clean", "smooth", "rough", "old", "new", "modern", "vintage", "antique", "polished", "worn",
    "weathered", "textured", "flat", "small", "large", "big", "round", "square", "long", "low", "kitchen", "studio",
    "photo", "photography", "seamless", "solid", "pure", "bare", "empty", "sleek", "elegant", "beautiful", "nice",
    "minimal", "minimalist", "neutral", "cozy", "cosy", "sunny", "sunlit", "dusty", "shiny", "matte", "matt", "glossy",
    "gradient", "single", "colour", "color", "colored", "coloured", "crumpled", "folded", "wrinkled", "soft", "hard",
    "thick", "thin", "fine", "raw", "natural", "distressed", "scratched", "wet", "dry", "rustic", "farmhouse", "home",
    "medieval", "school", "bathroom", "bedroom", "restaurant", "cafe", "café",
    "dark", "light", "pale", "bright", "deep",
    "floured", "tone", "toned", "coffee", "white", "uncluttered", "tiled", "crisp", "cool", "warm", "of",
))  # fmt: skip
"""Words before a support that say no more of it than it can show, or are colours' own."""
_ENDS = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "with",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "from",
        "under",
        "over",
        "near",
        "next",
        "beside",
        "behind",
        "above",
        "below",
        "is",
        "are",
        "of",
        "that",
    ]
)
_ON = (
    r"(?:(?:standing|sitting|lying|placed|resting|set|displayed|arranged|laid|isolated|photographed|shot|served|"
    r"presented|is|are)\s+)?(?:on\s+top\s+of|on|upon|atop|onto|across)"
)
_BEFORE = (
    r"(?:(?:standing|isolated|set|photographed|shot|placed)\s+)?"
    r"(?:against|before|over|above|in\s+front\s+of|with|on)"
)
_DET = r"(?:(?:an?|the|some|his|her|their|my|our|its|one)\s+)?"
_HOW = rf"(?P<how>(?:(?!(?:{'|'.join(sorted(_ENDS))})\b)[^\W\d_]+[\s-]+){{0,5}}?)"
_BARE = re.compile(
    r"\b(?:isolated\s+|shot\s+|cut\s+out\s+)?(?:on|against|over)\s+(?:pure\s+|plain\s+|solid\s+)?"
    r"(?P<shade>white|black|gr[ae]y)(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
_DARK, _DARK_WOOD = "#2e2d30", "#5b3b24"
_READ = frozenset(("table", "table top", "tabletop", "kitchen table", "coffee table", "workbench"))
"""What the reading knows as a place of its own, where it is of wood."""
_NOT_WALLS = frozenset(
    ("brick", "stone", "garden", "city", "rock", "climbing", "wooden", "concrete", "tiled")
)


@dataclass(frozen=True)
class Footed:
    """A prompt without its words for what things stand on, and what that is; words for it that show nothing."""

    prompt: str
    surface: Surface | None = None
    place: Place | None = None
    strange: tuple[str, ...] = ()

    def under(self, plan: Plan) -> Plan:
        """The plan with its things on that, and in a place that has such where none is named."""
        if self.surface is None:
            return plan
        kept = plan.place if plan.place != "studio" or self.surface.lies == _BACK else None
        return plan.model_copy(update={"surface": self.surface, "place": kept or self.place})


def footed(prompt: str) -> Footed:
    """The prompt as the planner is to read it, and what it says things stand on; quoted words stay as they are.

    "On a wooden table" and the like are a place of their own, and are left to the reading.
    """
    masked = prompt
    for start, end, _ in spans(prompt):
        masked = masked[:start] + MASK * (end - start) + masked[end:]
    masked, turned = _subject_last(masked, prompt)
    for pattern in _patterns():
        for match in pattern.finditer(masked):
            made = _made(match, masked)
            if made is not None:
                text = _without(turned, match.start(), match.end())
                return made if not text else Footed(text, made.surface, made.place, made.strange)
    bare = _BARE.search(masked)
    if bare is not None and (text := _without(turned, bare.start(), bare.end())):
        shade = find(bare["shade"].lower().replace("gray", "grey"))
        return Footed(text, Surface(lies=_BACK, shade=shade), "studio")
    return Footed(prompt)


def _subject_last(masked: str, prompt: str) -> tuple[str, str]:
    """A prompt that begins with its support, said the other way round: of "a table with a cup", "a cup on a table"."""
    match = _leading().match(masked)
    if match is None or not _all_known(match["how"]) or MASK in masked:
        return masked, prompt
    rest = prompt[match.end() :].strip()
    if not rest or match["noun"].lower() in (
        "slate",
        "wall",
        "mirror",
        "tile",
        "paper",
        "surface",
        "floor",
        "tiles",
    ):
        return masked, prompt
    cut = re.search(r"[,.;]|\s+in\s+(?:an?|the)\s", rest)
    at = cut.start() if cut else len(rest)
    text = f"{rest[:at]} on {prompt[match.start() : match.end('noun')]}{rest[at:]}"
    return text, text


def _made(match: re.Match[str], masked: str) -> Footed | None:
    """What a match says things stand on; None where it says something else, or nothing that is not said already."""
    how, noun = match["how"].lower().replace("-", " ").split(), match["noun"].lower()
    support = _nouns()[" ".join(noun.split())]
    behind = re.match(r"[\s-]*([^\W\d_]+)", masked[match.end() :])
    if (behind and leads(behind[1].lower())) or not _all_known(" ".join(how)):
        return None
    stuff, natural = _stuff(how)
    shade = _shade(how) or natural or ((_DARK if stuff != "wood" else _DARK_WOOD) if "dark" in how else None)
    if support.lies == _BACK:
        walled = noun == "wall" and (shade is None or bool(_NOT_WALLS & set(how)))
        plain = shade or {"plain", "simple", "seamless", "neutral", "clean", "solid"} & set(how)
        return None if walled or not plain else Footed("", Surface(lies=_BACK, shade=shade), "studio")
    if noun in (
        "velvet",
        "silk",
        "satin",
        "lace",
        "linen",
        "fabric",
        "cloth",
        "paper",
        "slate",
        "tile",
        "tiles",
    ):
        stuff = stuff or support.stuff
    told = stuff or shade
    plain = stuff in (None, "wood") and shade is None
    if noun in _READ and plain and not _elsewhere(masked, match):
        return None
    if not told and support.stuff is None and support.place is None and noun == "surface":
        return None
    return _footed(support, stuff, shade, how)


def _footed(support: _Support, stuff: Stuff | None, shade: str | None, how: list[str]) -> Footed:
    """The support in its stuff and colour: its own where none is said; one without is left to its place."""
    own = stuff or support.stuff or ("plain" if shade else None)
    if support.lies == _FLOOR and stuff is None and "checkered" in how:
        own = "tiles"
    pattern: Decor | None = next((DECOR_WORDS[word] for word in how if word in DECOR_WORDS), None)
    finish: Finish | None = next((FINISH_WORDS[word] for word in how if word in FINISH_WORDS), None)
    color = shade or (support.shade if stuff is None else None) or (_SHADES[own] if own else None)
    place: Place = support.place or ("living room" if support.lies == _FLOOR else "table")
    surface = None if own is None else Surface(
        lies="floor" if support.lies == _FLOOR else "top", stuff=own, shade=color, pattern=pattern, finish=finish
    )  # fmt: skip
    if surface is None:
        surface = Surface(lies="top", stuff="marble" if place == "kitchen" else "wood", shade=color)
        surface = surface.model_copy(
            update={"shade": _SHADES["marble"] if place == "kitchen" else _SHADES["wood"]}
        )
    told = (*_stuffs(), *_PASSED, *DECOR_WORDS, *FINISH_WORDS)
    strange = tuple(word for word in how if word not in told and find(word) is None)
    return Footed("", surface, place, strange)


def _elsewhere(masked: str, match: re.Match[str]) -> bool:
    """Whether the prompt names another place than the support."""
    rest = masked[: match.start()] + " " + masked[match.end() :]
    return any(item.name.startswith("place:") and item.name != "place:table" for item in read(rest).reads)


def _stuff(how: list[str]) -> tuple[Stuff | None, str | None]:
    found = [_stuffs()[word] for word in how if word in _stuffs()]
    return found[0] if found else (None, None)


def _shade(how: list[str]) -> str | None:
    """The colour that the longest run of the words names, a stuff's own name apart."""
    for length in range(len(how), 0, -1):
        for i in range(len(how) - length + 1):
            words = how[i : i + length]
            if not set(words) & _stuffs().keys() and (found := find(" ".join(words))) is not None:
                return found
    return None


def _all_known(how: str) -> bool:
    """Whether every word is one that a support can have before it: no other thing, and no joining word."""
    words = how.lower().replace("-", " ").split()
    own = _PASSED | _stuffs().keys()
    return not any(
        word in _ENDS or (word in _things() and word not in own and not find(word)) for word in words
    )


def _without(prompt: str, start: int, end: int) -> str:
    text = re.sub(r"[ \t]{2,}", " ", f"{prompt[:start].rstrip()} {prompt[end:].lstrip()}")
    text = re.sub(r"\s+([,.;])", r"\1", text)
    return re.sub(r"^[\s,.;]+|[\s,;]+$", "", re.sub(r"([,;])(?:\s*[,;])+", r"\1", text))


@cache
def _nouns() -> dict[str, _Support]:
    return {noun: support for listed, support in _SUPPORTS.items() for noun in listed.split("|")}


@cache
def _stuffs() -> dict[str, tuple[Stuff, str | None]]:
    return {word: made for listed, made in _STUFFS.items() for word in listed.split("|")}


@cache
def _things() -> frozenset[str]:
    return frozenset(
        word for kind in KINDS.values() for noun in kind.words for word in (noun,) if " " not in word
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    every = {lies: _alternatives(lies) for lies in (_TOP, _FLOOR, _BACK)}
    alone = rf"\b(?!\s+(?:{'|'.join(every.values())})\b)"
    rests = (rf"\b{_ON}\s+{_DET}{_HOW}(?P<noun>{every[lies]}){alone}" for lies in (_TOP, _FLOOR))
    stands = rf"(?:\b{_BEFORE}\s+|,\s*){_DET}{_HOW}(?P<noun>{every[_BACK]}){alone}"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*rests, stands))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:an?|the)\s+{_HOW}(?P<noun>{_alternatives(_TOP)})\s+with\s+", re.IGNORECASE)


def _alternatives(lies: str) -> str:
    nouns = sorted(
        (noun for noun, support in _nouns().items() if support.lies == lies), key=len, reverse=True
    )
    return "|".join(noun.replace(" ", r"\s+") for noun in nouns)
