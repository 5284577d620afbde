"""Numbers in words: "Mon 120, Tue 180" becomes a chart, "in mm" at a title's end what it counts."""

import re

from cavendish.errors import RequestError
from cavendish.plan.design import Chart, Series
from cavendish.plan.kit import Kit, charted

_VALUED = re.compile(r"^(?P<name>.+?)[\s:=]+(?P<value>[-−]?\d+(?:[.]\d+)?)(?:\s*%)?$")
UNIT = re.compile(
    r"\s+in\s+(%|percent|mm|cm|m|km|kg|g|tons?|tonnes|ml|l|lit(?:er|re)s|°C|°F|K|€|\$|£|euros?|dollars|pounds|"
    r"seconds|minutes|hours|days|weeks|years|thousands|millions|billions|kWh|MWh|GWh|TWh|MW|GW|points|people)$"
)
"""What the numbers of a chart count, at the end of its title."""


def numbers(form: str | None, rest: str, given: Kit) -> tuple[Chart | None, object]:
    """The chart of numbers in words or in a file; the table of a file, where the words ask for one.

    RequestError where there are no numbers.
    """
    if given.data is not None:
        if form is None and re.search(r"\btable\b", rest, re.IGNORECASE):
            return None, given.data
        return charted(given.data, form or "bar", given.source or "data"), None
    entries = re.split(r"[;,]\s+(?:and\s+)?|\s+and\s+", rest.strip().rstrip("."))
    found = [_VALUED.match(entry.strip()) for entry in entries]
    if len(found) < 2 or not all(found):
        raise RequestError(
            f"{form} chart: expected numbers, got none", hint='--data FILE.csv, or "…: Mon 12, Tue 15"'
        )
    values = [(one["name"].strip(), float(one["value"].replace("−", "-"))) for one in found if one]
    series = (Series(values=tuple(value for _, value in values)),)
    return Chart.model_validate(
        {"form": form, "labels": tuple(name for name, _ in values), "series": series}
    ), None
