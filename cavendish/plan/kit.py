"""What a design is made with: a brand's colours, letters and logo, numbers from a file, checked as they are read."""

import csv
import io
import json
import math
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cavendish.errors import FileError, PlanError, clip, nearest
from cavendish.plan import shades
from cavendish.plan.design import MOST_VALUES, Chart, Look, Series, Table
from cavendish.plan.lettering import typeface

_BRAND = ("name", "ground", "ink", "accent", "title_font", "body_font", "logo")
_CALLED = {
    "background": "ground", "paper": "ground", "text": "ink", "foreground": "ink", "primary": "accent",
    "title": "title_font", "heading": "title_font", "body": "body_font",
}  # fmt: skip
_GROUPS = ("palette", "colors", "colours", "fonts")


_PLAIN = Look()


@dataclass(frozen=True)
class Kit:
    """What was given beside the words: a brand's look, a logo as PNG in base64, numbers and where they are from."""

    look: Look = _PLAIN
    logo: str | None = None
    data: Table | None = None
    source: str | None = None


def brand_of(text: str, name: str) -> tuple[Look, str | None]:
    """The look in a brand file (TOML, or JSON by its name) and the path of its logo, if it names one.

    FileError names the field that is wrong, and the nearest one.
    """
    fields: dict[str, str] = {}
    for key, value in _flat(_parsed(text, name), name).items():
        known = _CALLED.get(key, key)
        if known not in _BRAND:
            near = nearest(known, (*_BRAND, *_CALLED))
            raise FileError(f"{name}: expected {', '.join(_BRAND)}, got {clip(key)!r}", hint=near or "name")
        if not isinstance(value, str):
            raise FileError(f"{name}: {key}: expected text, got {clip(value)}")
        fields[known] = value
    logo = fields.pop("logo", None)
    for field in ("ground", "ink", "accent"):
        if field in fields:
            fields[field] = _color(fields[field], field, name)
    for field in ("title_font", "body_font"):
        try:
            typeface(fields.get(field))
        except ValueError as error:
            raise FileError(f"{name}: {field}: {error}") from None
    return Look.model_validate(fields), logo


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if name.lower().endswith(".json") else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileError(f"{name}: expected TOML or JSON, got something else ({clip(error)})") from None
    if not isinstance(found, dict):
        raise FileError(f"{name}: expected fields such as accent, got {clip(found)}")
    return found


def _flat(found: dict[str, Any], name: str) -> dict[str, Any]:
    """The fields, those of groups such as [palette] among them."""
    out: dict[str, Any] = {}
    for key, value in found.items():
        if key in _GROUPS and isinstance(value, dict):
            inner: dict[str, Any] = value
            out |= inner
        elif key in _GROUPS:
            raise FileError(f"{name}: {key}: expected a group of fields, got {clip(value)}")
        else:
            out[key] = value
    return out


def _color(said: str, field: str, name: str) -> str:
    try:
        return shades.to_hex(shades.rgb(shades.known(said)))
    except ValueError:
        raise FileError(
            f"{name}: {field}: expected a colour such as '#0b3d91' or 'navy', got {clip(said)!r}"
        ) from None


def data_of(text: str, name: str) -> Table:
    """The rows of a CSV file, or of a JSON list of objects or of lists, as text. FileError for anything else."""
    rows = _json_rows(text, name) if name.lower().endswith(".json") else _csv_rows(text, name)
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise FileError(f"{name}: expected a row of heads and rows of values, got {len(rows)} rows")
    for i, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise FileError(
                f"{name} row {i}: expected {len(rows[0])} cells as in the first row, got {len(row)}"
            )
    if len(rows) - 1 > MOST_VALUES or len(rows[0]) > 8:
        raise FileError(
            f"{name}: expected at most {MOST_VALUES} rows of 8 cells, got {len(rows) - 1} of {len(rows[0])}"
        )
    return Table(heads=tuple(rows[0]), rows=tuple(tuple(row) for row in rows[1:]))


def _csv_rows(text: str, name: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    try:
        return [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text), delimiter=mark, strict=True)
        ]
    except csv.Error as error:
        raise FileError(f"{name}: expected rows of values with commas between, got {error}") from None


def _json_rows(text: str, name: str) -> list[list[str]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise FileError(f"{name}: expected JSON, got something else") from None
    if isinstance(found, dict) and found and all(isinstance(v, int | float) for v in found.values()):
        return [["label", "value"], *([str(k), str(v)] for k, v in found.items())]
    if isinstance(found, list) and found and all(isinstance(row, dict) for row in found):
        heads = list(dict.fromkeys(str(key) for row in found for key in row))
        return [heads, *([str(row.get(head, "")) for head in heads] for row in found)]
    if isinstance(found, list) and all(isinstance(row, list) for row in found):
        return [[str(cell) for cell in row] for row in found]
    raise FileError(f"{name}: expected a list of rows, or names with numbers, got {clip(text)}")


def charted(data: Table, form: str, name: str = "data") -> Chart:
    """The table's first column as labels, the others as numbers; FileError names the row of one that is none."""
    if len(data.heads) < 2:
        raise FileError(f"{name}: expected a column of labels and one of numbers, got one column")
    series: list[Series] = []
    for k, head in enumerate(data.heads[1:5], 1):
        values = tuple(_number(row[k], f"{name} row {i}", head) for i, row in enumerate(data.rows, 2))
        series.append(Series(name=head[:60], values=values))
    unit = series[0].name if len(series) == 1 else ""
    try:
        return Chart.model_validate(
            {
                "form": form,
                "labels": tuple(row[0] for row in data.rows),
                "series": tuple(series),
                "unit": unit[:40],
            }
        )
    except ValidationError as error:
        said = error.errors()[0]["msg"].removeprefix("Value error, ")
        if "chart: " in said:
            raise PlanError(f"{name}: {said}") from None
        raise PlanError(f"{name}: expected a label in every row, got none ({clip(said)})") from None


def _number(cell: str, where: str, head: str) -> float:
    plain = re.sub(r"[\s\u00a0\u202f$€£¥%_]", "", cell)
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", plain).replace(",", ".").replace("−", "-")
    try:
        value = float(plain)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise FileError(f"{where}: {head or 'value'}: expected a number, got {clip(cell)!r}")
    return value
