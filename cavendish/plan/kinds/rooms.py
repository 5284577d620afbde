"""What rooms are furnished with."""

from cavendish.plan.kinds.base import ANY, FACE, LONG, TURN, Kind

# A table reads better unbroken.
# fmt: off
ROOMS = (
    Kind("couch", ("couch", "sofa", "settee", "loveseat"), "furniture",
         (1.50, 0.80, 0.72), "blue", "fabric", TURN, top=0.59,
         colors=("blue", "red", "green", "yellow", "orange", "pink", "brown", "purple")),
    Kind("bed", ("bed", "double bed", "single bed"), "furniture",
         (1.10, 0.92, 1.55), "blue", "fabric", LONG, top=0.52,
         colors=("blue", "red", "green", "yellow", "pink", "purple", "white")),
    Kind("dining table", ("dining table", "table", "side table", "round table"), "furniture",
         (1.40, 0.75, 0.85), "brown", "wood", TURN, top=1.0,
         colors=("brown", "brown", "white", "yellow", "blue", "green")),
    Kind("toilet", ("toilet", "loo", "lavatory", "toilet bowl"), "furniture",
         (0.62, 1.00, 0.90), "white", "ceramic", TURN, top=1.0),
    Kind("bench", ("bench", "park bench", "garden bench"), "furniture",
         (1.40, 0.87, 0.68), "brown", "wood", TURN, top=0.51,
         colors=("brown", "brown", "green", "blue", "red", "white"),
         places=(("meadow", 0.5), ("studio", 0.3), ("beach", 0.2))),
    Kind("desk", ("desk", "writing desk", "school desk"), "furniture",
         (1.36, 0.78, 0.77), "brown", "wood", TURN, top=1.0,
         colors=("brown", "brown", "white", "blue", "green")),
    Kind("stool", ("stool", "bar stool", "barstool", "footstool"), "furniture",
         (0.62, 0.96, 0.62), "brown", "wood", ANY, top=1.0,
         colors=("brown", "red", "blue", "yellow", "green", "white")),
    Kind("shelf", ("shelf", "bookshelf", "bookcase", "book shelf", "shelving unit"), "furniture",
         (0.96, 1.44, 0.39), "brown", "wood", TURN, top=1.0,
         colors=("brown", "brown", "white", "blue", "green")),
    Kind("pillow", ("pillow", "cushion", "throw pillow"), "furniture",
         (1.07, 0.46, 0.86), "white", "fabric", TURN, top=0.98,
         colors=("white", "red", "blue", "yellow", "pink", "green", "purple", "orange")),
    Kind("rug", ("rug", "carpet", "mat", "doormat"), "furniture",
         (1.60, 0.30, 0.97), "red", "fabric", TURN, top=0.25,
         colors=("red", "blue", "green", "purple", "orange", "pink")),
    Kind("door", ("door", "front door", "doorway"), "furniture",
         (0.94, 1.50, 0.32), "red", "wood", FACE,
         colors=("red", "blue", "green", "yellow", "brown", "purple")),
    Kind("bathtub", ("bathtub", "bath", "tub", "bath tub"), "furniture",
         (1.46, 0.90, 0.74), "white", "ceramic", TURN,
         colors=("white", "white", "blue", "pink", "green", "red"),
         states=("open",)),
)
# fmt: on
