"""Small animals of the garden, and animals of stories."""

from cavendish.plan.kinds.base import DOINGS, Kind, doing

# A table reads better unbroken.
# fmt: off
_GARDEN = (("meadow", 0.7), ("studio", 0.2), ("table", 0.1))
SMALL = (
    Kind("bee", ("bee", "bumblebee", "honeybee", "honey bee"), "animal",
         (0.45, 0.51, 0.60), "yellow", "fabric", (24.0, 54.0), places=_GARDEN),
    Kind("butterfly", ("butterfly", "moth"), "animal",
         (0.72, 0.57, 0.16), "orange", "fabric", (4.0, 26.0), places=_GARDEN,
         colors=("orange", "blue", "purple", "pink", "red")),
    Kind("ladybug", ("ladybug", "ladybird", "lady bug"), "animal",
         (0.56, 0.39, 0.62), "red", "ceramic", (20.0, 48.0), places=_GARDEN),
    Kind("snail", ("snail",), "animal",
         (0.30, 0.51, 0.68), "brown", "ceramic", (38.0, 62.0), places=_GARDEN,
         colors=("brown", "orange", "pink", "purple", "blue", "red")),
    Kind("dragon", ("dragon",), "animal",
         (1.57, 1.58, 1.60), "red", "plastic", (8.0, 30.0),
         colors=("red", "green", "purple")),
    Kind("dinosaur", ("dinosaur", "tyrannosaurus", "dino"), "animal",
         (0.72, 1.22, 1.75), "green", "plastic", (34.0, 58.0),
         colors=("green", "green", "blue", "purple")),
    Kind("unicorn", ("unicorn",), "animal",
         (0.44, 1.55, 1.46), "white", "fabric", (26.0, 54.0), states=DOINGS,
         pose_sizes=doing((0.63, 1.13, 1.53), (0.43, 1.48, 1.42), (0.43, 1.46, 1.42))),
    Kind("squirrel", ("squirrel", "chipmunk"), "animal",
         (0.46, 0.95, 0.95), "orange", "fabric", (24.0, 52.0),
         colors=("orange", "orange", "brown"),
         places=(("meadow", 0.7), ("studio", 0.3))),
)
# fmt: on
