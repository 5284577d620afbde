"""Things on a menu: what is baked, filled, boiled and frozen."""

from cavendish.plan.kinds.base import ANY, FACE, TURN, Kind

# A table reads better unbroken.
# fmt: off
MEALS = (
    Kind("sandwich", ("sandwich", "club sandwich", "toastie"), "food",
         (0.93, 0.72, 0.53), "white", "plastic", (4.0, 30.0)),
    Kind("broccoli", ("broccoli", "broccoli floret"), "food",
         (0.78, 0.84, 0.78), "green", "plastic", ANY),
    Kind("hot dog", ("hot dog", "hotdog", "frankfurter"), "food",
         (1.05, 0.39, 0.45), "brown", "plastic", (6.0, 36.0)),
    Kind("pizza", ("pizza", "pizza pie"), "food",
         (1.00, 0.62, 0.95), "yellow", "plastic", FACE),
    Kind("bread", ("bread", "loaf", "bread loaf", "toast"), "food",
         (0.90, 0.56, 0.66), "brown", "plastic", TURN),
    Kind("bagel", ("bagel",), "food",
         (0.72, 0.72, 0.38), "brown", "plastic", TURN),
    Kind("croissant", ("croissant",), "food",
         (0.89, 0.36, 0.72), "brown", "plastic", (0.0, 30.0)),
    Kind("cookie", ("cookie", "biscuit", "chocolate chip cookie"), "food",
         (0.72, 0.72, 0.20), "brown", "plastic", FACE, poses=("standing", "lying"),
         pose_sizes={"lying": (0.72, 0.20, 0.72)}),
    Kind("hamburger", ("hamburger", "burger", "cheeseburger"), "food",
         (0.85, 0.62, 0.84), "brown", "plastic", ANY),
    Kind("egg", ("egg", "boiled egg"), "food",
         (0.42, 0.72, 0.42), "white", "plastic", ANY),
    Kind("ice cream", ("ice cream", "ice cream cone", "icecream", "gelato"), "food",
         (0.55, 1.20, 0.51), "pink", "plastic", TURN,
         colors=("pink", "brown", "green", "yellow", "purple"),
         places=(("table", 0.35), ("studio", 0.35), ("beach", 0.3))),
)
# fmt: on
