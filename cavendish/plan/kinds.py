"""Every kind of thing the world can build: what people call it, how large it stands, what it is made of."""

from dataclasses import dataclass, field

_IRREGULAR = {
    "knife": "knives",
    "mouse": "mice",
    "sheep": "sheep",
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "loaf": "loaves",
    "bus": "buses",
    "glass": "glasses",
    "cactus": "cacti",
    "aircraft": "aircraft",
    "bunny": "bunnies",
}


def plural(word: str) -> str:
    """The usual English plural of the last word of a noun phrase."""
    head, _, last = word.rpartition(" ")
    if last in _IRREGULAR:
        many = _IRREGULAR[last]
    elif last.endswith(("man",)) and len(last) > 4:
        many = last[:-3] + "men"
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        many = last + "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        many = last[:-1] + "ies"
    else:
        many = last + "s"
    return f"{head} {many}" if head else many


@dataclass(frozen=True)
class Kind:
    """One kind of thing.

    `nouns` are its singular names, the first being `name`. `size` is (width, height, depth) in stage units at
    yaw 0 (front towards +z) in its first pose. `color` and `material` are what it naturally is. `top` is the
    height, as a fraction of its own, of the surface that can carry another thing, or None. `yaw` is how far
    (degrees, either way) a photographer may turn it: (least, most). `poses[0]` is the usual pose. `group` is
    its broader class. `pose_sizes` are the sizes of poses that differ from the usual; `carrying` names the
    poses whose top can carry, when not all can.
    """

    name: str
    nouns: tuple[str, ...]
    group: str
    size: tuple[float, float, float]
    color: str
    material: str
    yaw: tuple[float, float]
    letters: bool = False
    top: float | None = None
    poses: tuple[str, ...] = ("standing",)
    pose_sizes: dict[str, tuple[float, float, float]] = field(
        default_factory=dict[str, tuple[float, float, float]]
    )
    carrying: tuple[str, ...] = ()

    @property
    def supports(self) -> bool:
        """Whether another thing can stand on it."""
        return self.top is not None

    @property
    def words(self) -> tuple[str, ...]:
        """Every surface form: nouns, their plurals, and the plain "+s" plurals that prompt sets write."""
        forms: dict[str, None] = {}
        for noun in self.nouns:
            forms |= dict.fromkeys((noun, plural(noun), noun + "s"))
        return tuple(forms)


_ANY = (0.0, 180.0)
_FACE = (4.0, 16.0)
_TURN = (14.0, 32.0)
_LONG = (34.0, 58.0)

# A table reads better unbroken.
# fmt: off
_ALL = (
    Kind("cup", ("cup", "mug", "coffee cup", "coffee mug", "teacup", "tea cup"), "tableware",
         (0.76, 0.64, 0.58), "white", "ceramic", (8.0, 36.0), letters=True, top=1.00),
    Kind("bottle", ("bottle", "flask", "wine bottle", "water bottle"), "tableware",
         (0.33, 0.98, 0.33), "green", "glass", _ANY, letters=True),
    Kind("vase", ("vase", "urn", "jug"), "tableware",
         (0.49, 0.92, 0.43), "blue", "ceramic", _ANY),
    Kind("wine glass", ("wine glass", "wineglass", "goblet", "glass of wine"), "tableware",
         (0.42, 0.86, 0.42), "white", "glass", _ANY),
    Kind("bowl", ("bowl", "dish", "basin"), "tableware",
         (0.82, 0.42, 0.82), "white", "ceramic", _ANY, top=0.84),
    Kind("book", ("book", "novel", "textbook", "notebook"), "object",
         (0.65, 0.88, 0.22), "red", "fabric", _TURN, letters=True, top=0.90, poses=("standing", "lying"),
         pose_sizes={"lying": (0.65, 0.22, 0.88)}, carrying=("standing",)),
    Kind("clock", ("clock", "alarm clock", "timepiece"), "object",
         (0.67, 0.86, 0.29), "white", "metal", _FACE, top=0.97),
    Kind("umbrella", ("umbrella", "parasol", "brolly"), "object",
         (1.20, 1.12, 1.19), "red", "fabric", _ANY),
    Kind("chair", ("chair", "seat", "armchair"), "furniture",
         (0.66, 1.20, 0.70), "brown", "wood", _TURN, top=0.54),
    Kind("lamp", ("lamp", "table lamp", "desk lamp"), "furniture",
         (0.60, 1.05, 0.60), "yellow", "fabric", _ANY),
    Kind("suitcase", ("suitcase", "luggage", "travel case"), "object",
         (1.10, 0.99, 0.45), "brown", "plastic", _TURN),
    Kind("potted plant", ("potted plant", "plant", "houseplant", "house plant", "pot plant"), "plant",
         (0.89, 1.05, 0.81), "brown", "ceramic", _ANY),
    Kind("laptop", ("laptop", "notebook computer", "computer"), "object",
         (0.96, 0.64, 0.86), "white", "metal", _TURN, top=0.12),
    Kind("sign", ("sign", "signpost", "placard", "signboard"), "object",
         (0.92, 1.15, 0.33), "white", "wood", _FACE, letters=True),
    Kind("poster", ("poster", "banner", "billboard"), "object",
         (0.86, 1.20, 0.18), "white", "wood", _FACE, letters=True),
    Kind("gift box", ("gift box", "gift", "present", "box", "giftbox"), "object",
         (0.72, 0.80, 0.72), "red", "plastic", _TURN, letters=True),
    Kind("candle", ("candle", "candlestick"), "object",
         (0.53, 0.76, 0.44), "white", "plastic", _ANY),
    Kind("hat", ("hat", "fedora", "top hat", "cap"), "clothing",
         (0.92, 0.49, 0.92), "brown", "fabric", _TURN, top=0.91),
    Kind("crown", ("crown", "tiara", "coronet"), "clothing",
         (0.72, 0.44, 0.72), "yellow", "metal", _ANY),
    Kind("apple", ("apple",), "food",
         (0.62, 0.61, 0.62), "red", "plastic", _ANY),
    Kind("banana", ("banana",), "food",
         (0.86, 0.37, 0.41), "yellow", "plastic", (8.0, 40.0)),
    Kind("orange", ("orange", "mandarin", "tangerine", "clementine"), "food",
         (0.56, 0.60, 0.56), "orange", "plastic", _ANY),
    Kind("carrot", ("carrot",), "food",
         (0.90, 0.36, 0.31), "orange", "plastic", (8.0, 40.0)),
    Kind("cake", ("cake", "birthday cake", "gateau"), "food",
         (0.86, 0.66, 0.86), "pink", "plastic", _ANY),
    Kind("donut", ("donut", "doughnut"), "food",
         (0.72, 0.25, 0.74), "pink", "plastic", _ANY, top=0.95),
    Kind("pumpkin", ("pumpkin", "squash"), "food",
         (0.88, 0.80, 0.87), "orange", "plastic", _ANY),
    Kind("mushroom", ("mushroom", "toadstool"), "food",
         (0.70, 0.72, 0.70), "red", "plastic", _ANY),
    Kind("sports ball", ("sports ball", "ball", "soccer ball", "football", "basketball", "beach ball"), "toy",
         (0.74, 0.74, 0.72), "white", "plastic", _ANY),
    Kind("teddy bear", ("teddy bear", "teddy", "stuffed bear", "plush bear", "teddybear"), "toy",
         (0.85, 0.98, 0.69), "brown", "fabric", (6.0, 28.0), poses=("sitting",)),
    Kind("dog", ("dog", "puppy", "hound", "doggy"), "animal",
         (0.50, 0.88, 1.08), "brown", "fabric", (24.0, 50.0), poses=("standing", "sitting"),
         pose_sizes={"sitting": (0.52, 0.90, 0.97)}),
    Kind("cat", ("cat", "kitten", "kitty"), "animal",
         (0.57, 0.92, 0.63), "orange", "fabric", (18.0, 44.0), poses=("sitting", "standing"),
         pose_sizes={"standing": (0.42, 0.82, 1.20)}),
    Kind("bird", ("bird", "sparrow", "songbird", "robin"), "animal",
         (0.46, 0.69, 0.88), "blue", "fabric", (32.0, 62.0)),
    Kind("rabbit", ("rabbit", "bunny", "hare"), "animal",
         (0.48, 0.94, 0.68), "white", "fabric", (14.0, 40.0), poses=("sitting",)),
    Kind("penguin", ("penguin",), "animal",
         (0.81, 1.05, 0.71), "black", "fabric", (10.0, 34.0)),
    Kind("sheep", ("sheep", "lamb", "ram"), "animal",
         (0.73, 0.98, 1.19), "white", "fabric", (30.0, 58.0)),
    Kind("elephant", ("elephant",), "animal",
         (1.18, 1.19, 1.92), "blue", "plastic", (24.0, 50.0), top=0.9),
    Kind("person", ("person", "man", "woman", "boy", "girl", "figure", "figurine", "lady", "guy", "kid",
            "child"), "person", (0.84, 1.45, 0.54), "blue", "plastic", (4.0, 26.0),
         poses=("standing", "waving", "sitting"),
         pose_sizes={"waving": (0.97, 1.45, 0.54), "sitting": (0.77, 1.11, 0.92)}),
    Kind("car", ("car", "automobile", "sedan", "toy car", "taxi"), "vehicle",
         (0.85, 0.70, 1.60), "red", "ceramic", _LONG, top=1.0),
    Kind("bus", ("bus", "coach", "school bus", "double-decker"), "vehicle",
         (0.81, 0.86, 1.98), "yellow", "ceramic", _LONG, top=1.0),
    Kind("truck", ("truck", "lorry", "pickup truck"), "vehicle",
         (0.76, 0.93, 1.78), "green", "ceramic", _LONG, top=1.0),
    Kind("train", ("train", "locomotive", "steam train", "steam engine"), "vehicle",
         (0.80, 1.13, 2.05), "green", "ceramic", _LONG, top=0.9),
    Kind("airplane", ("airplane", "aeroplane", "plane", "aircraft", "jet"), "vehicle",
         (1.95, 1.13, 1.79), "white", "ceramic", (24.0, 50.0), top=0.7),
    Kind("boat", ("boat", "ship", "sailboat", "sailing boat"), "vehicle",
         (0.62, 1.35, 1.32), "blue", "wood", (38.0, 64.0)),
    Kind("tree", ("tree", "oak", "oak tree", "bush"), "plant",
         (1.28, 1.80, 1.19), "green", "wood", _ANY),
    Kind("house", ("house", "cottage", "home", "cabin"), "building",
         (1.55, 1.55, 1.36), "white", "wood", (18.0, 38.0)),
    Kind("snowman", ("snowman",), "toy",
         (0.86, 1.40, 0.70), "white", "fabric", (4.0, 26.0)),
    Kind("rocket", ("rocket", "spaceship", "rocket ship", "spacecraft"), "vehicle",
         (0.73, 1.80, 0.73), "white", "ceramic", _ANY),
    Kind("robot", ("robot", "android", "toy robot"), "toy",
         (0.76, 1.25, 0.41), "blue", "plastic", (6.0, 28.0)),
    Kind("castle", ("castle", "fortress", "palace"), "building",
         (1.74, 1.86, 1.48), "white", "ceramic", (10.0, 34.0)),
    Kind("cactus", ("cactus", "saguaro"), "plant",
         (0.80, 1.20, 0.56), "green", "plastic", (4.0, 26.0)),
)
# fmt: on

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
