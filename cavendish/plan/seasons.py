"""Clothes for the season and the place: what people wear when words, options or a named place tell how warm it is."""

import re
from functools import cache
from typing import Any, Literal

from cavendish.errors import RequestError, clip, nearest
from cavendish.plan.chance import draw
from cavendish.plan.lexicon import INDOORS, Place, Season
from cavendish.plan.person import Person
from cavendish.plan.quoting import lift
from cavendish.plan.schema import Plan, Thing

SEASONS: tuple[Season, ...] = ("spring", "summer", "autumn", "winter")
Climate = Literal["cold", "mild", "warm", "hot"]

_WORDS: dict[Season, str] = {
    "winter": "winter|wintry|winter's|snowfall|snowing|snowy|frosty|freezing|christmas|december|january|february",
    "summer": "summer|summer's|summertime|heatwave|june|july|august|midsummer",
    "autumn": "autumn|autumnal|fall leaves|autumn leaves|october|november|halloween|thanksgiving",
    "spring": "spring|springtime|spring's|easter|april|cherry blossom|cherry blossoms",
}
_WORDS_FOR: dict[Climate, str] = {
    "cold": "arctic|iceland|norway|sweden|finland|denmark|canada|russia|greenland|alaska|nordic|siberia|mongolia|"
    "alpine|patagonia|scandinavia|estonia|latvia|lithuania",
    "mild": "britain|england|scotland|wales|ireland|france|paris|germany|netherlands|belgium|austria|switzerland|"
    "poland|czechia|ukraine|usa|america|new york|japan|tokyo|korea|china|new zealand|europe|london|berlin|chile|"
    "hungary|romania|slovakia|slovenia|united kingdom|united states|san francisco",
    "warm": "italy|spain|portugal|greece|mediterranean|turkey|california|australia|argentina|israel|morocco|"
    "south africa|mexico|croatia|lebanon|rome|madrid|lisbon|cyprus|malta|tunisia|uruguay",
    "hot": "egypt|sahara|arabia|saudi arabia|emirates|dubai|qatar|kuwait|india|thailand|vietnam|indonesia|malaysia|"
    "singapore|philippines|nigeria|kenya|ghana|brazil|hawaii|caribbean|cuba|tropical|tropics|colombia|ethiopia|"
    "bangladesh|pakistan|sri lanka|cambodia|senegal|tanzania|florida|peru|ecuador|bali",
}
_CODES: dict[Climate, str] = {
    "cold": "is no se fi dk ca ru gl mn ee lv lt",
    "mild": "gb uk ie fr de nl be at ch pl cz ua us jp kr cn nz cl hu ro",
    "warm": "it es pt gr tr au ar il ma za mx hr lb cy mt tn uy",
    "hot": "eg sa ae qa kw in th vn id my sg ph ng ke gh br cu co et bd pk lk kh sn tz pe ec",
}  # fmt: skip
_PLACES: dict[Place, Climate] = {"snow": "cold", "mountains": "mild", "beach": "hot", "desert": "hot"}
"""Places that tell how warm it is by themselves."""
_FELT: dict[tuple[Season, Climate], int] = {
    ("winter", "cold"): 0, ("winter", "mild"): 0, ("winter", "warm"): 1, ("winter", "hot"): 2,
    ("spring", "cold"): 0, ("spring", "mild"): 1, ("spring", "warm"): 2, ("spring", "hot"): 3,
    ("autumn", "cold"): 0, ("autumn", "mild"): 1, ("autumn", "warm"): 2, ("autumn", "hot"): 3,
    ("summer", "cold"): 1, ("summer", "mild"): 3, ("summer", "warm"): 3, ("summer", "hot"): 3,
}  # fmt: skip
_USUAL: dict[Climate, int] = {"cold": 0, "mild": 1, "warm": 2, "hot": 3}
WARMTH = ("coats and caps", "sweaters and long trousers", "t-shirts", "t-shirts and shorts")
"""What people wear from cold to hot, in words."""


def season_in(prompt: str) -> Season | None:
    """The season that the prompt's words tell, the first that is named; None when none does."""
    words = _words(prompt)
    first: dict[Season, int] = {}
    for season in SEASONS:
        places = [at for word in _WORDS[season].split("|") if (at := words.find(f" {word} ")) >= 0]
        first |= {season: min(places)} if places else {}
    return min(first, key=lambda season: first[season]) if first else None


@cache
def calendar_words() -> frozenset[str]:
    """Every word that tells a season by itself."""
    return frozenset(word for words in _WORDS.values() for word in words.split("|"))


@cache
def season_words() -> frozenset[str]:
    """Every word that tells a season or a country by itself."""
    seasons = {word for words in _WORDS.values() for word in words.split("|")}
    return frozenset(seasons | {part for name in _locales() if len(name) > 3 for part in name.split()})


def locale_in(prompt: str) -> str | None:
    """The country or region that the prompt names; None when it names none."""
    words = _words(prompt)
    found = [(words.find(f" {name} "), name) for name in _locales() if len(name) > 3]
    return min(((at, name) for at, name in found if at >= 0), default=(0, None))[1]


def check_season(season: str) -> Season:
    """The season by its name ("fall" too); RequestError offers the nearest."""
    plain = season.strip().lower()
    for known in SEASONS:
        if known == ("autumn" if plain == "fall" else plain):
            return known
    raise RequestError(
        f"season: expected {', '.join(SEASONS[:-1])} or {SEASONS[-1]}, got {clip(season)}",
        hint=f"--season {nearest(season, SEASONS) or 'summer'}",
    )


def check_locale(locale: str) -> str:
    """The locale by its name, or as "nb-NO"; RequestError offers the nearest."""
    plain = " ".join(locale.lower().replace("_", "-").split())
    code = plain.rpartition("-")[2].partition(".")[0]
    known = next((name for name in (plain, code) if name in _locales()), None)
    if known is None:
        raise RequestError(
            f"locale: expected a country or region such as Norway, Italy or en-GB, got {clip(locale)}",
            hint=f"--locale {(nearest(plain, _locales()) or 'britain').title()}",
        )
    return known


def dressed(plan: Plan, seed: int, season: Season | None, locale: str | None) -> tuple[Plan, str | None]:
    """The plan, its people in clothes for how warm it is, and a line that says so; None where nobody is.

    `season` and `locale` are known ones. A place that was named tells too; indoors it is as everywhere. What was said
    of anybody's clothes stays; where nothing tells, clothes are the layout's to choose.
    """
    people = [thing for thing in plan.things if thing.kind == "person"]
    if not people:
        return plan, None
    felt, why = _felt(plan.place, season, locale)
    if felt is None:
        return plan, "clothes: for every day, for neither season nor country was said"
    things = tuple(_dressed(thing, felt, seed) if thing.kind == "person" else thing for thing in plan.things)
    return plan.model_copy(update={"things": things}), f"clothes: {WARMTH[felt]}, for {why}"


def _felt(place: Place | None, season: Season | None, locale: str | None) -> tuple[int | None, str]:
    """How warm it is, 0 to 3, and what tells so."""
    climate = _locales()[locale] if locale else None
    where = f" in {locale.title() if len(locale) > 2 else locale.upper()}" if locale else ""
    indoors = place in INDOORS
    if season is not None:
        warm = _FELT[season, climate or "mild"]
        return max(warm, 1) if indoors else warm, f"{season}{where}{', indoors' if indoors else ''}"
    told = climate or (_PLACES.get(place) if place is not None else None)
    if told is None:
        return None, ""
    return max(_USUAL[told], 1) if indoors else _USUAL[told], (where or f" the {place}").strip()


def _dressed(thing: Thing, felt: int, seed: int) -> Thing:
    """A person in clothes for that warmth, where nothing was said of them."""
    looks: dict[str, Any] = {} if thing.person is None else thing.person.model_dump(exclude_none=True)
    lady = looks.get("lashes") is True
    hidden = {"hair", "hair_color"} & looks.keys()
    light = "dress" if lady and draw(seed, thing.id, "summer dress") < 0.4 else "t-shirt"
    hat = draw(seed, thing.id, "season's hat")
    worn: tuple[dict[str, str], ...] = (
        {"top": "coat", "bottom": "trousers"} | ({} if hidden else {"hat": "beanie"}),
        {"top": "sweater" if hat < 0.7 else "coat", "bottom": "trousers"},
        {"top": "t-shirt", "bottom": "trousers"},
        {"top": light, "bottom": "shorts"} | ({"hat": "straw hat"} if hat < 0.35 and not hidden else {}),
    )
    wanted = worn[felt]
    if looks.get("top") in ("dress", "robe", "armour", "space suit"):
        wanted = {name: value for name, value in wanted.items() if name == "hat"}
    return thing.model_copy(update={"person": Person.model_validate({**wanted, **looks})})


def _words(prompt: str) -> str:
    """The prompt's words in lower case with a space round each, its literal texts left out."""
    return " ".join(["", *_WORD.findall(lift(prompt).text.lower()), ""])


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@cache
def _locales() -> dict[str, Climate]:
    out: dict[str, Climate] = {}
    for climate, names in _WORDS_FOR.items():
        out |= dict.fromkeys((*names.split("|"), *_CODES[climate].split()), climate)
    return out
