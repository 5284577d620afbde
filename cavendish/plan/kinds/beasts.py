"""Animals of woods and wilds."""

from cavendish.plan.kinds.base import DOINGS, Kind, doing

# A table reads better unbroken.
# fmt: off
BEASTS = (
    Kind("bear", ("bear", "grizzly", "grizzly bear", "bear cub"), "animal",
         (0.61, 1.11, 1.45), "brown", "fabric", (24.0, 50.0),
         colors=("brown", "brown", "brown", "black", "white"), states=DOINGS,
         pose_sizes=doing((0.84, 0.86, 1.43), (0.60, 1.07, 1.43), (0.60, 1.06, 1.44))),
    Kind("lion", ("lion", "lioness"), "animal",
         (0.69, 1.14, 1.42), "yellow", "fabric", (20.0, 46.0), states=DOINGS,
         pose_sizes=doing((0.69, 0.87, 1.40), (0.68, 1.10, 1.40), (0.68, 1.09, 1.40))),
    Kind("monkey", ("monkey", "chimp", "chimpanzee", "ape"), "animal",
         (0.97, 1.10, 0.62), "brown", "fabric", (6.0, 28.0), poses=("sitting",)),
    Kind("raccoon", ("raccoon", "racoon"), "animal",
         (0.45, 0.80, 1.10), "white", "fabric", (24.0, 50.0), states=DOINGS,
         pose_sizes=doing((0.51, 0.66, 1.05), (0.43, 0.75, 1.05), (0.43, 0.75, 1.05))),
    Kind("koala", ("koala", "koala bear"), "animal",
         (0.89, 1.00, 0.56), "white", "fabric", (6.0, 30.0), poses=("sitting",)),
    Kind("fox", ("fox",), "animal",
         (0.36, 0.77, 1.20), "orange", "fabric", (24.0, 52.0), states=DOINGS,
         pose_sizes=doing((0.38, 0.58, 1.16), (0.35, 0.73, 1.16), (0.35, 0.73, 1.16))),
    Kind("tiger", ("tiger", "tigress"), "animal",
         (0.56, 1.11, 1.48), "orange", "fabric", (22.0, 48.0), states=DOINGS,
         pose_sizes=doing((0.72, 0.81, 1.45), (0.54, 1.06, 1.45), (0.54, 1.05, 1.45))),
    Kind("panda", ("panda", "panda bear"), "animal",
         (0.85, 1.25, 0.80), "white", "fabric", (6.0, 28.0), poses=("sitting",)),
    Kind("mouse", ("mouse", "rat"), "animal",
         (0.56, 0.66, 0.72), "white", "fabric", (14.0, 40.0)),
)
# fmt: on
