"""Ways anything can be that are no pose of its kind: tipped over, leaning against another, or in the air."""

from cavendish.plan.kinds import Kind

TIPPED, LEANING, FLYING = "tipped", "leaning", "flying"
STANCES = (TIPPED, LEANING, FLYING)
LEAN = 15.0
"""Degrees by which what leans is off upright."""
_FLIERS = frozenset({
    "airplane", "helicopter", "kite", "balloon", "hot air balloon", "bird", "bee", "butterfly", "owl", "dragon",
    "rocket", "ladybug", "cloud", "moon", "star", "snowflake",
})  # fmt: skip
Extents = tuple[float, float, float]


def stances(kind: Kind) -> tuple[str, ...]:
    """The stances that things of a kind can take: a person takes none."""
    return () if kind.name == "person" else STANCES


def flies(kind: str) -> bool:
    """Whether what is of that kind is in the air when it is said to be above something."""
    return kind in _FLIERS


def forward(extents: Extents) -> bool:
    """Whether a thing of that width, height and depth tips over towards its front, not to its right."""
    w, _, d = extents
    return w >= d


def lying(extents: Extents) -> Extents:
    """Width, height and depth of what has tipped over."""
    w, h, d = extents
    return (w, d, h) if forward(extents) else (h, w, d)
