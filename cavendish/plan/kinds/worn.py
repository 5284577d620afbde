"""What people wear and carry on them: bags, clothes on a form, shoes, jewellery."""

from cavendish.plan.kinds.base import FACE, LONG, TURN, Kind

# A table reads better unbroken.
# fmt: off
WORN = (
    Kind("backpack", ("backpack", "rucksack", "knapsack", "schoolbag", "school bag"), "object",
         (0.77, 1.02, 0.75), "blue", "fabric", TURN,
         colors=("blue", "red", "green", "yellow", "purple", "orange")),
    Kind("handbag", ("handbag", "bag", "purse", "hand bag"), "object",
         (0.98, 0.90, 0.45), "brown", "plastic", TURN,
         colors=("brown", "red", "pink", "black", "yellow", "green")),
    Kind("tie", ("tie", "necktie", "neck tie"), "clothing",
         (0.37, 1.10, 0.39), "red", "fabric", FACE,
         colors=("red", "blue", "green", "purple", "black")),
    Kind("sneaker", ("sneaker", "shoe", "trainer", "running shoe", "tennis shoe", "gym shoe"), "clothing",
         (0.37, 0.55, 0.98), "red", "fabric", LONG,
         colors=("red", "blue", "green", "orange", "pink", "black")),
    Kind("dress", ("dress", "gown", "frock", "ball gown"), "clothing",
         (1.00, 1.35, 1.00), "pink", "fabric", FACE,
         colors=("pink", "red", "blue", "yellow", "purple", "green")),
    Kind("glasses", ("glasses", "eyeglasses", "spectacles", "sunglasses", "pair of glasses"), "clothing",
         (0.80, 0.35, 0.58), "red", "plastic", TURN,
         colors=("red", "blue", "black", "yellow", "green", "orange")),
    Kind("ring", ("ring", "diamond ring", "wedding ring", "engagement ring"), "clothing",
         (0.38, 0.55, 0.23), "yellow", "metal", FACE),
    Kind("watch", ("watch", "wristwatch", "wrist watch"), "clothing",
         (0.44, 0.60, 0.64), "brown", "plastic", TURN,
         colors=("brown", "red", "blue", "black", "green")),
    Kind("boot", ("boot", "hiking boot", "rain boot", "cowboy boot", "work boot"), "clothing",
         (0.39, 0.86, 0.97), "brown", "plastic", LONG,
         colors=("brown", "red", "yellow", "black", "green")),
    Kind("glove", ("glove", "mitten", "winter glove"), "clothing",
         (0.75, 0.85, 0.40), "red", "fabric", FACE,
         colors=("red", "blue", "green", "yellow", "purple")),
    Kind("t-shirt", ("t-shirt", "shirt", "tee", "tee shirt", "tshirt", "t shirt", "jersey"), "clothing",
         (1.20, 1.20, 0.51), "blue", "fabric", FACE, letters=True,
         colors=("blue", "red", "yellow", "green", "white", "orange", "pink")),
)
# fmt: on
