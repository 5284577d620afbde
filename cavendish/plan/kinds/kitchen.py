"""Things of a kitchen: cutlery, crockery, pots and a basket."""

from cavendish.plan.kinds.base import ANY, FACE, TURN, Kind

# A table reads better unbroken.
# fmt: off
KITCHEN = (
    Kind("fork", ("fork", "table fork", "dinner fork"), "tableware",
         (0.34, 0.95, 0.32), "red", "plastic", FACE,
         colors=("white", "red", "blue", "yellow", "green", "orange", "pink")),
    Kind("knife", ("knife", "butter knife", "table knife", "kitchen knife"), "tableware",
         (0.33, 0.95, 0.33), "blue", "plastic", FACE,
         colors=("red", "blue", "brown", "black", "green", "orange")),
    Kind("spoon", ("spoon", "teaspoon", "tablespoon", "ladle"), "tableware",
         (0.33, 0.95, 0.33), "blue", "plastic", FACE,
         colors=("white", "red", "blue", "yellow", "green", "orange", "pink")),
    Kind("plate", ("plate", "dinner plate", "saucer", "platter"), "tableware",
         (0.95, 0.15, 0.95), "white", "ceramic", ANY, top=0.50,
         colors=("white", "yellow", "pink", "orange", "green", "red")),
    Kind("jar", ("jar", "jam jar", "honey jar", "mason jar"), "tableware",
         (0.56, 0.78, 0.56), "orange", "glass", ANY, letters=True, top=1.00,
         colors=("orange", "red", "yellow", "purple", "green")),
    Kind("teapot", ("teapot", "tea pot"), "tableware",
         (1.14, 0.75, 0.73), "blue", "ceramic", (4.0, 26.0),
         colors=("blue", "red", "pink", "green", "purple", "orange")),
    Kind("kettle", ("kettle", "tea kettle", "teakettle"), "tableware",
         (0.90, 0.85, 0.76), "red", "metal", (4.0, 26.0),
         colors=("red", "blue", "white", "green", "yellow")),
    Kind("pan", ("pan", "frying pan", "skillet", "saucepan"), "tableware",
         (1.20, 0.27, 0.74), "black", "metal", (8.0, 40.0), top=0.13,
         colors=("black", "red", "blue", "orange", "green")),
    Kind("basket", ("basket", "picnic basket", "hamper"), "object",
         (0.80, 0.78, 0.82), "brown", "wood", TURN,
         places=(("table", 0.3), ("studio", 0.3), ("meadow", 0.4)),
         states=("open",), pose_sizes={"open": (0.80, 0.45, 0.80)}),
)
# fmt: on
