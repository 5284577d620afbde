"""Machines of a household."""

from cavendish.plan.kinds.base import FACE, TURN, Kind

# A table reads better unbroken.
# fmt: off
APPLIANCES = (
    Kind("tv", ("tv", "television", "tv set", "television set", "telly"), "object",
         (1.24, 1.22, 0.54), "brown", "plastic", TURN,
         colors=("brown", "red", "blue", "yellow", "green", "orange", "black")),
    Kind("microwave", ("microwave", "microwave oven"), "object",
         (1.08, 0.64, 0.70), "white", "plastic", TURN, top=1.0,
         colors=("white", "white", "red", "blue", "yellow", "green", "black")),
    Kind("oven", ("oven", "stove", "cooker", "kitchen stove"), "furniture",
         (0.94, 1.30, 0.88), "white", "ceramic", TURN, top=0.87,
         colors=("white", "white", "red", "blue", "yellow", "green")),
    Kind("toaster", ("toaster", "bread toaster"), "object",
         (0.96, 0.92, 0.55), "white", "metal", TURN,
         colors=("white", "red", "blue", "yellow", "green", "pink")),
    Kind("sink", ("sink", "washbasin", "wash basin", "bathroom sink", "kitchen sink"), "furniture",
         (0.99, 1.32, 0.73), "white", "ceramic", TURN,
         colors=("white", "white", "white", "blue", "pink", "green")),
    Kind("refrigerator", ("refrigerator", "fridge", "freezer"), "furniture",
         (0.77, 1.47, 0.75), "white", "ceramic", TURN, top=1.0,
         colors=("white", "white", "red", "blue", "yellow", "green", "pink")),
    Kind("hair drier", ("hair drier", "hair dryer", "hairdryer", "hairdrier", "blow dryer"), "object",
         (0.90, 1.00, 0.50), "pink", "plastic", (4.0, 26.0),
         colors=("pink", "red", "blue", "purple", "yellow", "white", "green")),
    Kind("washing machine", ("washing machine", "washer", "laundry machine"), "furniture",
         (0.94, 1.18, 0.94), "white", "ceramic", TURN, top=1.0,
         colors=("white", "white", "white", "blue", "red", "yellow")),
    Kind("fan", ("fan", "electric fan", "desk fan", "table fan"), "object",
         (0.91, 1.28, 0.66), "blue", "plastic", FACE,
         colors=("blue", "red", "green", "yellow", "orange", "pink", "white")),
    Kind("printer", ("printer", "inkjet printer", "laser printer"), "object",
         (1.02, 1.02, 1.06), "white", "plastic", TURN,
         colors=("white", "white", "blue", "black", "red", "green")),
)
# fmt: on
