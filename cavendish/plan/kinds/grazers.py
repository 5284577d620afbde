"""Animals that graze, and a few of their neighbours."""

from cavendish.plan.kinds.base import LONG, Kind

# A table reads better unbroken.
# fmt: off
GRAZERS = (
    Kind("horse", ("horse", "pony", "foal", "stallion", "mare"), "animal",
         (0.45, 1.42, 1.55), "brown", "fabric", (26.0, 54.0),
         colors=("brown", "brown", "white", "black")),
    Kind("cow", ("cow", "bull", "cattle"), "animal",
         (0.79, 1.39, 1.50), "white", "fabric", (26.0, 52.0)),
    Kind("zebra", ("zebra",), "animal",
         (0.49, 1.43, 1.50), "white", "fabric", (28.0, 56.0)),
    Kind("giraffe", ("giraffe",), "animal",
         (0.52, 1.90, 1.19), "yellow", "fabric", (26.0, 54.0)),
    Kind("deer", ("deer", "stag", "reindeer", "fawn"), "animal",
         (0.63, 1.45, 1.08), "brown", "fabric", (24.0, 52.0)),
    Kind("camel", ("camel", "dromedary"), "animal",
         (0.45, 1.36, 1.62), "brown", "fabric", LONG,
         places=(("beach", 0.5), ("studio", 0.35), ("meadow", 0.15))),
    Kind("pig", ("pig", "piglet", "hog", "piggy"), "animal",
         (0.54, 0.82, 1.20), "pink", "fabric", (20.0, 48.0)),
    Kind("kangaroo", ("kangaroo", "wallaby"), "animal",
         (0.56, 1.40, 1.12), "brown", "fabric", (22.0, 48.0)),
)
# fmt: on
