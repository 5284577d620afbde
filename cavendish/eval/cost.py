"""What one picture costs: seconds and the highest memory of each stage, from the prompt to finished pixels."""

import resource
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cavendish import pipeline
from cavendish.events import Finished, Preview, Progress, Request

_FORGET, _STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")


@dataclass(frozen=True)
class Spent:
    """Seconds of a stage, and the process's highest resident memory while it was under way (GiB)."""

    name: str
    seconds: float
    gib: float


@dataclass(frozen=True)
class Measured:
    """What one picture cost: seconds in all, the highest memory (GiB), and both for each stage in order."""

    width: int
    height: int
    seconds: float
    gib: float
    stages: tuple[Spent, ...]


def measure(request: Request) -> Measured:
    """Makes the picture and says what it cost; raises what `pipeline.walk` does.

    The time up to an event, and its memory, belong to the stage that was under way. Where the system cannot start
    a process's highest memory anew (it can on Linux), a stage's is the highest so far.
    """
    spent: dict[str, Spent] = {}
    stage, size = "think", (0, 0)
    _forget()
    began = last = time.perf_counter()
    for event in pipeline.walk(request):
        now = time.perf_counter()
        before = spent.get(stage, Spent(stage, 0.0, 0.0))
        spent[stage] = Spent(stage, before.seconds + now - last, max(before.gib, highest()))
        last = now
        if isinstance(event, Progress | Preview) and event.stage != stage:
            stage = event.stage
            _forget()
        elif isinstance(event, Finished):
            size = event.pixels.shape[:2]
    gib = max((each.gib for each in spent.values()), default=highest())
    return Measured(size[1], size[0], last - began, gib, tuple(spent.values()))


def highest() -> float:
    """The process's highest resident memory since it was last forgotten, or ever, in GiB."""
    with suppress(OSError):
        for line in _STATUS.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _forget() -> None:
    """The process's highest memory is what it has now, where the system can (proc(5), clear_refs)."""
    with suppress(OSError):
        _FORGET.write_text("5")
