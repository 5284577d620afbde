"""One test of many cases: every case is tried, and all that fail are told together."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Case = TypeVar("Case")


def every(
    cases: Iterable[Case], *checks: Callable[[Case], object], name: Callable[[Case], str] = str
) -> None:
    """Every check holds of every case; the test fails with a line for each that does not, its case by `name`."""
    wrong: list[str] = []
    tried = 0
    for tried, case in enumerate(cases, 1):  # noqa: B007 -- counted
        for check in checks:
            try:
                check(case)
            except Exception as error:  # noqa: BLE001 -- told beside the other cases'
                told = str(error) or "does not hold"
                wrong.append(
                    f"{name(case)}: {check.__name__}: {type(error).__name__}: {told.splitlines()[0]}"
                )
    assert tried, "no case was tried"
    assert not wrong, "\n".join([f"{len(wrong)} do not hold", *wrong])
