"""Designs in words: layouts, titles, captions, logos, bubbles, steps, charts and menus that a prompt asks for."""

import re
from dataclasses import dataclass
from typing import cast

from pydantic import ValidationError

from cavendish.errors import RequestError, clip
from cavendish.plan.design import (
    MOST_BUBBLES,
    MOST_TEXTS,
    MOST_VALUES,
    Bubble,
    Design,
    Item,
    Layout,
    Logo,
    Role,
    Spot,
    Step,
    Text,
)
from cavendish.plan.figures import UNIT, numbers
from cavendish.plan.icons import icon_of
from cavendish.plan.kit import Kit
from cavendish.plan.lettering import typeface, unseen
from cavendish.plan.quoting import spans

_HEAD = re.compile(
    r"^\s*(?:(?:please\s+)?(?:make|create|design|draw|give)\s+(?:me\s+|us\s+)?)?(?:an?\s+|the\s+|our\s+|my\s+)?"
    r"(?P<how>(?:[\w'-]+\s+){0,3}?)"
    r"(?P<layout>poster|cover|banner|card|postcard|invitation|menu|thumbnail|infographic|label|"
    r"(?P<form>bar|line|pie) (?:chart|graph))"
    r"(?P<join>\s*:|\s+(?:of|for|about|showing|featuring|announcing)\b(?:\s*:)?|\s+(?=with\b)|\s*,)\s*",
    re.IGNORECASE,
)
_NO_HEAD = re.compile(r"\b(?:on|with|of|in|at|holding|reading|and|next|beside|under|by)\b", re.IGNORECASE)
_WITH = re.compile(
    r"with\s+(?:the\s+|a\s+)?(?:title|headline|heading|caption|subtitle)\b|with\s+.*\d", re.IGNORECASE
)
_CALLED: dict[str, Layout] = {"postcard": "card", "invitation": "card"}
_ROLES: dict[str, Role] = {
    "title": "title", "headline": "title", "heading": "title", "subtitle": "subtitle", "tagline": "subtitle",
    "slogan": "subtitle", "subheading": "subtitle", "caption": "caption", "footer": "caption", "byline": "subtitle",
    "author": "subtitle", "date": "subtitle",
}  # fmt: skip
_SPOT = (
    r"(?:at|in|on|across|along|near)\s+(?:the\s+)?(?:very\s+)?"
    r"(?P<spot>(?:top|upper|bottom|lower)[\s-]*(?:left|right)|top|bottom|left|right|middle|cent(?:er|re))"
    r"(?:[\s-]+(?:hand\s+)?(?:corner|side|edge))?(?:\s+of\s+(?:the\s+|it\b)(?:picture|image|photo|poster|page)?)?"
)
_FONT = r"in\s+(?:an?\s+)?(?P<font>(?:[\w-]+\s+){1,4}?)(?:font|typeface|letters|lettering|type)\b"
_FONT_TOO, _SPOT_TOO = _FONT.replace("font>", "font2>"), _SPOT.replace("spot>", "spot2>")
_AFTER = re.compile(
    rf"\s*(?:,?\s*(?:{_SPOT}|{_FONT}))?(?:\s*,?\s*(?:{_FONT_TOO}|{_SPOT_TOO}))?", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?P<verb>(?:(?:,|;|\.)?\s*(?:and|then)?\s*\b(?:add|put|place|overlay|write|superimpose|set|with|has|having|featuring)\s+)?)"
    r"(?P<joined>(?:,?\s*\b(?:and)\s+)?)(?:the\s+|an?\s+|our\s+|my\s+)?"
    r"(?P<noun>(?:[\w'-]+\s+)?(?:title|headline|heading|subheading|subtitle|tagline|slogan|caption|text|words?|footer|byline|author|date|message))"
    r"(?:\s+(?:saying|that says|reading|of))?\s*:?\s*$",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\b(?:add|put|place|overlay|write|superimpose|set)\b", re.IGNORECASE)
_SAID = re.compile(r"[,;]?\s*(?:and\s+)?(?:with\s+)?(?:a\s+|in\s+a\s+)?speech\s+bubble"
                   r"(?:\s+(?:that\s+says|saying|reading|with))?"
                   r"(?:\s+the\s+(?:words?|text))?\s*:?\s*$", re.IGNORECASE)  # fmt: skip
_SAYS = re.compile(r"\b(?:that\s+|who\s+)?(?:says|saying)\s*:?\s*$", re.IGNORECASE)
_IN_BUBBLE = re.compile(r"\s*in\s+a\s+speech\s+bubble", re.IGNORECASE)
_LOGO = re.compile(
    rf"(?P<lead>(?:(?:[,;.]\s*)?(?:and\s+|then\s+)?(?:place|put|add|with)\s+)?)(?:our|my|the|a)\s+(?:(?:brand|company|shop)(?:'s)?\s+)?logo"
    rf"(?:\s+{_SPOT})?",
    re.IGNORECASE,
)
_STEP = re.compile(r"(?:(?<=^)|(?<=[\s:;,.(]))(\d{1,2})[.):]\s+(?=\S)")
_PRICED = re.compile(
    r"^(?P<name>.+?)[\s:…-]+(?P<price>(?:[$€£¥₹]\s*)?\d+(?:[.,]\d{1,2})?(?:\s*(?:[$€£¥₹]|kr|EUR|USD))?)$"
)
_LETTERS = {
    "sleek": "light sans",
    "stylish": "modern",
}
_WISHES = {
    "birthday": "Happy Birthday", "christmas": "Merry Christmas", "wedding": "Congratulations",
    "anniversary": "Happy Anniversary", "graduation": "Congratulations", "easter": "Happy Easter",
    "thank you": "Thank You", "halloween": "Happy Halloween", "valentine": "Be My Valentine",
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """The design that a prompt asks for, if any, what is left of the prompt to be painted, and what was assumed."""

    design: Design | None
    prompt: str
    notes: tuple[str, ...] = ()


def asked(prompt: str, kit: Kit | None = None, *, helped: bool = False) -> Asked:
    """The design in the words; quoted texts byte for byte. `helped`: a planner writes what is left out.

    RequestError for a logo, steps or numbers that are asked for and were not given, and for what no design can hold.
    """
    try:
        return _asked(prompt, kit or Kit(), helped=helped)
    except ValidationError as error:
        raise RequestError(_refused(error)) from None


def _refused(error: ValidationError) -> str:
    """What was expected and what came, in a line."""
    first = error.errors()[0]
    where, context = str(first["loc"][0] if first["loc"] else "design"), first.get("ctx", {})
    if first["type"] == "too_long":
        return f"{where}: expected at most {context.get('max_length')}, got {context.get('actual_length')}"
    if first["type"] == "string_too_long":
        got = len(str(first["input"]))
        return f"{where}: expected at most {context.get('max_length')} characters, got {got}"
    return first["msg"].removeprefix("Value error, ")


def _asked(prompt: str, given: Kit, *, helped: bool) -> Asked:
    head = _headed(prompt, given)
    rest = prompt[head.end() :] if head else prompt
    design = Design(layout=_layout(head), brand=given.look)
    rest, design = _logos(rest, design, given)
    if head and design.paneled:
        return _panels(head, rest, design, given, helped=helped)
    if head and design.layout == "menu":
        rest, design = _menu(rest, design)
    rest, design = _quotes(rest, design)
    notes: tuple[str, ...] = ()
    if head and design.layout == "card" and not design.texts:
        design, rest, notes = _wished(head, rest, design)
    if head is None and given.logo and not design.logos:
        design = _branded(design, given)
    if design.layout is None and not (design.texts or design.logos or design.bubbles):
        return Asked(None, prompt)
    if head and given.logo and not design.logos:
        design = _branded(design, given)
    return Asked(design, _tidy(rest), notes)


def _headed(prompt: str, given: Kit) -> re.Match[str] | None:
    """How the prompt begins, where it asks for a layout and not for a thing of that name."""
    head = _HEAD.match(prompt)
    if head is None or _NO_HEAD.search(head["how"]) or '"' in head["how"]:
        return None
    join = head["join"].strip().lower()
    if join == "" and not _WITH.match(prompt, head.end()) and head["form"] is None:
        return None
    named = head["layout"].lower()
    if (join == "," and named not in ("infographic",)) or (
        head["form"] and not (given.data or ":" in prompt)
    ):
        return head if head["form"] else None
    return head


def _layout(head: re.Match[str] | None) -> Layout | None:
    if head is None:
        return None
    if head["form"]:
        return "infographic"
    name = head["layout"].lower()
    return _CALLED.get(name) or cast("Layout", name)


def _branded(design: Design, given: Kit) -> Design:
    assert given.logo is not None
    return design.model_copy(update={"logos": (Logo(image=given.logo),)})


def _logos(rest: str, design: Design, given: Kit) -> tuple[str, Design]:
    """What is said of a logo is taken out, and the logo is in the design."""
    found = _LOGO.search(_masked(rest))
    if found is None or not (found["lead"].strip() or found["spot"]):
        return rest, design
    firm = _FIRM.search(found["lead"]) or re.search(r"\b(?:our|my|brand)\b", found[0], re.IGNORECASE)
    if not given.logo:
        if firm:
            raise RequestError("logo: expected the file of your logo, got none", hint="--logo logo.png")
        return rest, design
    logo = Logo(image=given.logo, at=_spot(found["spot"]) or "top right")
    return _cut(rest, found.start(), found.end()), design.model_copy(update={"logos": (logo,)})


def _quotes(rest: str, design: Design) -> tuple[str, Design]:
    """Quoted texts that are said to lie over or beside the picture are in the design and no longer in the words."""
    texts: list[Text] = []
    bubbles: list[Bubble] = []
    taken: list[tuple[int, int]] = []
    last: tuple[int, bool] | None = None
    for start, end, quoted in spans(rest):
        text = "".join(char for char in quoted.replace("\t", " ") if char == "\n" or not unseen(char)).strip()
        if not text:
            continue
        said = _SAID.search(rest, 0, start)
        after = _IN_BUBBLE.match(rest, end)
        if said or after:
            begin = said.start() if said else _says(rest, start)
            bubbles.append(Bubble(text=text))
            taken.append((begin, after.end() if after else end))
            continue
        before = _BEFORE.search(rest[:start])
        follows = last is not None and bool(re.fullmatch(r"\s*(?:,|and|, and)\s*", rest[last[0] : start]))
        tail = _AFTER.match(rest, end)
        if not _over(before, tail, design.layout, follows=follows and last is not None and last[1]):
            last = (end, False)
            continue
        stop = tail.end() if tail else end
        texts.append(_text(text, before["noun"] if before else "", tail, first=not texts))
        taken.append((before.start() if before else start, stop))
        last = (stop, True)
    for start, end in reversed(taken):
        rest = _cut(rest, start, end)
    for name, found, most in (("titles", texts, MOST_TEXTS), ("speech bubbles", bubbles, MOST_BUBBLES)):
        if len(found) > most:
            raise RequestError(f"{name}: expected at most {most}, got {len(found)}")
    return rest, design.model_copy(
        update={"texts": (*design.texts, *texts), "bubbles": (*design.bubbles, *bubbles)}
    )


def _says(rest: str, start: int) -> int:
    found = _SAYS.search(rest, 0, start)
    return found.start() if found else start


def _over(
    before: re.Match[str] | None, tail: re.Match[str] | None, layout: str | None, *, follows: bool
) -> bool:
    """Whether a quoted text lies over or beside the picture, not on a thing in it."""
    if follows:
        return True
    if before is None:
        return False
    if layout is not None:
        return True
    placed = tail is not None and (tail["spot"] or tail["spot2"]) is not None
    named = before["noun"].split()[-1].lower() in ("title", "caption", "headline", "subtitle", "footer")
    return bool(_FIRM.search(before["verb"])) and (placed or named)


def _text(text: str, noun: str, tail: re.Match[str] | None, *, first: bool) -> Text:
    words = noun.lower().split()
    role = _ROLES.get(words[-1] if words else "", "title" if first else "subtitle")
    spot = _spot((tail["spot"] or tail["spot2"]) if tail else None)
    font = (tail["font"] or tail["font2"]) if tail else None
    return Text(text=text, role=role, at=spot, font=_letters(font))


def _letters(said: str | None) -> str | None:
    """Words for letters, those that typefaces are not called by put otherwise; RequestError for unknown ones."""
    if said is None:
        return None
    plain = " ".join(_LETTERS.get(word, word) for word in said.lower().split())
    try:
        return Text(text="A", font=plain).font
    except ValueError:
        try:
            typeface(plain)
        except ValueError as error:
            raise RequestError(str(error)) from None
        raise


def _spot(said: str | None) -> Spot | None:
    if said is None:
        return None
    plain = re.sub(r"[\s-]+", " ", said.lower()).replace("upper", "top").replace("lower", "bottom")
    return cast("Spot", "middle" if plain in ("center", "centre") else plain)


def _panels(head: re.Match[str], rest: str, design: Design, given: Kit, *, helped: bool) -> Asked:
    """An infographic: its title, and steps, chart or table."""
    body, listed = _listed(rest)
    title, design = _quotes(body, design)
    name = _titled(head, title)
    texts = design.texts or ((Text(text=name),) if name else ())
    form = head["form"].lower() if head["form"] else None
    chart = None
    table = None
    if form or (given.data and not listed):
        bare = ":" in head["join"] and ":" not in rest
        chart, table = numbers(form, rest if bare else rest.partition(":")[2], given)
        if bare and not design.texts:
            texts = ()
        unit = UNIT.search(name.split(":")[0])
        if chart and texts and not design.texts and (unit or (":" in name and not given.data)):
            name = name.split(":")[0].strip()
            texts = (Text(text=name[: unit.start()] if unit else name),)
            chart = chart.model_copy(update={"unit": unit[1]}) if unit else chart
    elif len(listed) < 2:
        if helped:
            return Asked(None, head.string)
        raise RequestError(
            "infographic: expected its steps in the prompt, got none",
            hint=f'"an infographic of {clip(name.lower() or "tea", 30)}: 1. … 2. …", or an outside planner',
        )
    steps = tuple(Step(text=one, icon=icon_of(one)) for one in listed)
    source = given.source if chart or table else None
    made = Design.model_validate(
        design.model_dump()
        | {"texts": texts, "steps": steps, "chart": chart, "table": table, "source": source}
    )
    return Asked(made if made.logos or not given.logo else _branded(made, given), "")


def _listed(rest: str) -> tuple[str, list[str]]:
    """What stands before a numbered list, and its entries without the marks at their ends."""
    marks = list(_STEP.finditer(rest))
    firsts = [i for i, mark in enumerate(marks) if mark[1] == "1"]
    if not firsts:
        return rest, []
    run = [marks[firsts[0]]]
    for mark in marks[firsts[0] + 1 :]:
        if int(mark[1]) == len(run) + 1:
            run.append(mark)
    ends = [*(mark.start() for mark in run[1:]), len(rest)]
    entries = [
        rest[mark.end() : end].strip().rstrip(";,.").strip() for mark, end in zip(run, ends, strict=True)
    ]
    return rest[: run[0].start()], [entry for entry in entries if entry]


def _titled(head: re.Match[str], body: str) -> str:
    """The words of what it shows as a title."""
    plain = re.sub(r"^(?:the|our|my)\s+", "", _tidy(body), flags=re.IGNORECASE).rstrip(" :;,.")
    plain = plain.split(":")[0].strip() if head["form"] else plain
    return plain[:1].upper() + plain[1:]


def _menu(rest: str, design: Design) -> tuple[str, Design]:
    """What stands with prices is offered; the rest says whose menu it is."""
    before, mark, listed = rest.partition(":") if ":" in _masked(rest) else (*_at_with(rest),)
    entries = re.split(r"[;,]\s+(?:and\s+)?|\s+and\s+(?=\S+.*\d)", listed.strip().rstrip("."))
    found = [_PRICED.match(entry.strip()) for entry in entries]
    items = tuple(Item(name=one["name"].strip(), price=one["price"]) for one in found if one)
    if not items:
        raise RequestError(
            "menu: expected what it offers and the prices, got none",
            hint='"a menu: Espresso €2.50, Tea €2.00"',
        )
    if len(items) > MOST_VALUES:
        raise RequestError(
            f"menu: expected at most {MOST_VALUES} entries, got {len(items)}", hint="two menus"
        )
    body, made = _quotes(before, design) if mark else (before, design)
    if not made.texts:
        name = _tidy(body)
        name = re.sub(r"^(?:an?|the|our|my)\s+", "", name)
        made = made.model_copy(update={"texts": (Text(text=(name[:1].upper() + name[1:]) or "Menu"),)})
    return _tidy(body), made.model_copy(update={"menu": items})


def _at_with(rest: str) -> tuple[str, str, str]:
    found = re.search(r"\bwith\s+", rest, re.IGNORECASE)
    return (rest[: found.start()], "with", rest[found.end() :]) if found else ("", "", rest)


def _wished(head: re.Match[str], rest: str, design: Design) -> tuple[Design, str, tuple[str, ...]]:
    """A card that says nothing yet says what such cards say, to whom it is for."""
    said = head["how"].lower().replace("'s", "")
    occasion = next((one for one in _WISHES if one in said), None)
    name = _tidy(rest) if "for" in head["join"].lower() else ""
    if occasion is None:
        return design, rest, ()
    to = name.split(",")[0].split(" with ")[0].strip()
    wish = f"{_WISHES[occasion]}, {to}!" if to else f"{_WISHES[occasion]}!"
    left = rest[len(rest.split(" with ", maxsplit=1)[0]) :].removeprefix(" with ") if " with " in rest else ""
    scene = left or ("a flower and a gift box" if occasion == "thank you" else occasion)
    made = design.model_copy(update={"texts": (Text(text=wish),)})
    return made, scene, (f"the card says {wish!r}: nothing else was asked for",)


def _masked(text: str) -> str:
    """The text with its quotes blanked, as long as before."""
    out = list(text)
    for start, end, _ in spans(text):
        out[start:end] = " " * (end - start)
    return "".join(out)


def _cut(text: str, start: int, end: int) -> str:
    return f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()


def _tidy(text: str) -> str:
    """Words without what is left over at their ends when others are taken out."""
    plain = " ".join(text.split())
    plain = re.sub(r"\s+([,.;])", r"\1", plain)
    return re.sub(r"(?:[\s,;:.]|\b(?:and|with|then|at|in)$)+$", "", plain.lstrip(" ,;:.")).strip()
