"""Fruit and vegetables, fresh from the market."""

from cavendish.plan.kinds.base import ANY, FACE, TURN, Kind

# A table reads better unbroken.
# fmt: off
PRODUCE = (
    Kind("tomato", ("tomato",), "food",
         (0.70, 0.62, 0.70), "red", "plastic", ANY),
    Kind("lemon", ("lemon",), "food",
         (0.84, 0.50, 0.51), "yellow", "plastic", FACE,
         states=("sliced",), pose_sizes={"sliced": (0.84, 0.51, 0.68)}),
    Kind("strawberry", ("strawberry",), "food",
         (0.46, 0.70, 0.46), "red", "plastic", ANY),
    Kind("pear", ("pear",), "food",
         (0.50, 0.76, 0.50), "yellow", "plastic", ANY,
         colors=("yellow", "yellow", "green")),
    Kind("peach", ("peach", "nectarine", "apricot"), "food",
         (0.59, 0.62, 0.50), "pink", "plastic", FACE,
         states=("sliced",), pose_sizes={"sliced": (0.75, 0.62, 0.66)}),
    Kind("grapes", ("grapes", "grape", "bunch of grapes"), "food",
         (0.57, 0.82, 0.53), "purple", "plastic", TURN,
         colors=("purple", "purple", "green", "red")),
    Kind("pineapple", ("pineapple",), "food",
         (0.59, 1.05, 0.59), "yellow", "plastic", ANY),
    Kind("watermelon", ("watermelon", "melon"), "food",
         (1.01, 0.80, 0.80), "green", "plastic", FACE,
         states=("sliced",), pose_sizes={"sliced": (0.97, 0.78, 0.96)},
         places=(("table", 0.4), ("studio", 0.35), ("beach", 0.25))),
    Kind("cherry", ("cherry",), "food",
         (0.72, 0.72, 0.37), "red", "plastic", FACE),
    Kind("pepper", ("pepper", "bell pepper", "capsicum", "paprika"), "food",
         (0.56, 0.75, 0.56), "red", "plastic", ANY,
         colors=("red", "yellow", "green", "orange")),
    Kind("corn", ("corn", "corn cob", "corncob", "maize", "ear of corn"), "food",
         (0.63, 1.00, 0.48), "yellow", "plastic", ANY),
)
# fmt: on
