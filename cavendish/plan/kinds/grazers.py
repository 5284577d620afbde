"""Animals that graze, and a few of their neighbours."""

from cavendish.plan.kinds.base import DOINGS, LONG, Kind, doing

# A table reads better unbroken.
# fmt: off
GRAZERS = (
    Kind("horse", ("horse", "pony", "foal", "stallion", "mare"), "animal",
         (0.45, 1.42, 1.55), "brown", "fabric", (26.0, 54.0),
         colors=("brown", "brown", "white", "black"), states=DOINGS,
         pose_sizes=doing((0.65, 0.97, 1.70), (0.44, 1.36, 1.52), (0.44, 1.34, 1.52))),
    Kind("cow", ("cow", "bull", "cattle"), "animal",
         (0.79, 1.39, 1.50), "white", "fabric", (26.0, 52.0), states=DOINGS,
         pose_sizes=doing((0.87, 1.01, 1.45), (0.77, 1.31, 1.45), (0.77, 1.30, 1.49))),
    Kind("zebra", ("zebra",), "animal",
         (0.49, 1.43, 1.50), "white", "fabric", (28.0, 56.0), states=DOINGS,
         pose_sizes=doing((0.68, 0.96, 1.63), (0.48, 1.36, 1.46), (0.48, 1.34, 1.46))),
    Kind("giraffe", ("giraffe",), "animal",
         (0.52, 1.90, 1.19), "yellow", "fabric", (26.0, 54.0), states=DOINGS,
         pose_sizes=doing((0.56, 1.37, 1.26), (0.51, 1.85, 1.17), (0.51, 1.82, 1.30))),
    Kind("deer", ("deer", "stag", "reindeer", "fawn"), "animal",
         (0.63, 1.45, 1.08), "brown", "fabric", (24.0, 52.0), states=DOINGS,
         pose_sizes=doing((0.62, 1.05, 1.06), (0.62, 1.40, 1.06), (0.61, 1.38, 1.16))),
    Kind("camel", ("camel", "dromedary"), "animal",
         (0.45, 1.36, 1.62), "brown", "fabric", LONG,
         places=(("beach", 0.5), ("studio", 0.35), ("meadow", 0.15)), states=DOINGS,
         pose_sizes=doing((0.62, 0.90, 1.70), (0.44, 1.30, 1.60), (0.44, 1.29, 1.64))),
    Kind("pig", ("pig", "piglet", "hog", "piggy"), "animal",
         (0.54, 0.82, 1.20), "pink", "fabric", (20.0, 48.0), states=DOINGS,
         pose_sizes=doing((0.69, 0.66, 1.17), (0.53, 0.79, 1.17), (0.53, 0.78, 1.17))),
    Kind("kangaroo", ("kangaroo", "wallaby"), "animal",
         (0.56, 1.40, 1.12), "brown", "fabric", (22.0, 48.0)),
)
# fmt: on
