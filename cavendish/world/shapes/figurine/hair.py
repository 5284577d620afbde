"""The figurine's hair and beard, about the head's middle."""

import math

from cavendish.plan.person import Person
from cavendish.world.shapes.base import Prim, ball, capsule, ellipsoid, torus
from cavendish.world.shapes.parts import both, facing

_LEAVE_FREE = ("none", "crown", "nurse cap")


def hair(person: Person) -> tuple[Prim, ...]:
    """The hair; what a hat would crush is left out under one."""
    if person.hat in ("space helmet", "knight helmet"):
        return ()
    covered = person.hat is not None and person.hat not in _LEAVE_FREE
    style = _STYLES[person.hair or "short"]
    return style(covered)


def _cap(low: float = 0.0) -> Prim:
    return ellipsoid((0.0, 0.040 - low, -0.034), (0.226, 0.190, 0.190 + low), "hair")


def _sweep() -> tuple[Prim, ...]:
    """A fringe swept to one side."""
    return (
        ellipsoid(
            (-0.060, 0.146, 0.104), (0.132, 0.052, 0.070), "hair", turn=(32.0, -14.0, 13.0), blend=0.03
        ),
        ellipsoid((0.116, 0.138, 0.090), (0.094, 0.050, 0.074), "hair", turn=(32.0, 30.0, -28.0), blend=0.03),
    )


def _parting() -> tuple[Prim, ...]:
    """Hair parted in the middle, falling to both sides."""
    return both(
        ellipsoid((0.098, 0.138, 0.098), (0.112, 0.050, 0.078), "hair", turn=(34.0, 24.0, -30.0), blend=0.025)
    )


def _bangs() -> Prim:
    return ellipsoid((0.0, 0.118, 0.106), (0.176, 0.062, 0.082), "hair", turn=(22.0, 0.0, 0.0), blend=0.03)


def _short(covered: bool) -> tuple[Prim, ...]:
    side = both(ellipsoid((0.188, 0.030, 0.010), (0.032, 0.072, 0.062), "hair", blend=0.02))
    return (_cap(), *side) if covered else (_cap(), *side, *_sweep())


def _bob(covered: bool) -> tuple[Prim, ...]:
    return (
        _cap(),
        ellipsoid((0.0, -0.060, -0.078), (0.218, 0.165, 0.150), "hair", blend=0.04),
        *both(ellipsoid((0.192, -0.058, 0.020), (0.052, 0.142, 0.088), "hair", turn=(0.0, 0.0, 5.0), blend=0.03)),
        *(() if covered else (_bangs(),)),
    )  # fmt: skip


def _long(covered: bool) -> tuple[Prim, ...]:
    return (
        _cap(),
        ellipsoid((0.0, -0.150, -0.110), (0.222, 0.270, 0.105), "hair", blend=0.05),
        *both(capsule((0.188, 0.040, 0.000), (0.196, -0.270, 0.020), 0.056, "hair", 0.046, blend=0.03)),
        *(() if covered else _parting()),
    )


def _bun(covered: bool) -> tuple[Prim, ...]:
    low = ball((0.0, -0.030, -0.245), 0.085, "hair")
    high = ball((0.0, 0.262, -0.050), 0.092, "hair")
    return (
        _cap(),
        *_parting(),
        *((low,) if covered else (high, torus((0.0, 0.205, -0.042), 0.062, 0.022, "tie"))),
    )


def _ponytail(covered: bool) -> tuple[Prim, ...]:
    tie = (0.150, 0.130, -0.170) if not covered else (0.130, -0.060, -0.200)
    tail = (tie[0] + 0.090, tie[1] - 0.040, tie[2] - 0.040)
    end = (tie[0] + 0.120, tie[1] - 0.260, tie[2] - 0.010)
    return (
        _cap(),
        *(() if covered else _sweep()),
        ball(tie, 0.046, "tie"),
        capsule(tie, tail, 0.040, "hair", 0.066, blend=0.01),
        capsule(tail, end, 0.066, "hair", 0.026, blend=0.04),
    )


def _curly(covered: bool) -> tuple[Prim, ...]:
    if covered:
        side = both(ball((0.196, -0.030, -0.010), 0.082, "hair", blend=0.03))
        return (_cap(), *side, ellipsoid((0.0, -0.060, -0.120), (0.200, 0.120, 0.110), "hair", blend=0.05))
    ring = tuple(
        ball((0.226 * math.sin(math.radians(a)), 0.078 + 0.178 * math.cos(math.radians(a)), -0.004), 0.090, "hair",
             blend=0.025)
        for a in (-108, -72, -36, 0, 36, 72, 108)
    )  # fmt: skip
    return (ellipsoid((0.0, 0.072, -0.074), (0.262, 0.225, 0.212), "hair"), *ring)


def _bald(covered: bool) -> tuple[Prim, ...]:
    return () if covered else both(ellipsoid((0.186, 0.000, -0.060), (0.030, 0.056, 0.080), "hair"))


def _braids(covered: bool) -> tuple[Prim, ...]:
    plait = ((0.222, -0.092, 0.000, 0.064), (0.242, -0.190, 0.018, 0.056))
    return (
        _cap(),
        *(() if covered else _parting()),
        *both(*(ball((x, y, z), r, "hair", blend=0.004) for x, y, z, r in plait)),
        *both(ball((0.248, -0.252, 0.028), 0.036, "tie")),
    )


_STYLES = {
    "short": _short, "bob": _bob, "long": _long, "bun": _bun, "ponytail": _ponytail, "curly": _curly, "bald": _bald,
    "braids": _braids,
}  # fmt: skip


def beard(person: Person) -> tuple[Prim, ...]:
    """The beard: a moustache, one round the jaw, or one to the chest."""
    if person.beard in (None, "none") or person.hat == "space helmet":
        return ()
    lip = both(capsule((0.010, -0.066, 0.192), (0.066, -0.078, 0.172), 0.020, "hair", 0.012))
    if person.beard == "moustache":
        return lip
    jaw = facing((0.0, 0.012, 0.048), 0.166, 0.052, "hair", -90.0, 178.0)
    chin = ellipsoid((0.0, -0.158, 0.112), (0.096, 0.056, 0.066), "hair", blend=0.04)
    if person.beard == "short":
        return (*lip, jaw, chin)
    long = capsule((0.0, -0.165, 0.120), (0.0, -0.330, 0.165), 0.088, "hair", 0.030, blend=0.04)
    return (*lip, jaw, chin, long)
