"""What a kind of thing is: what people call it, how large it stands, what it is made of, where it is at home."""

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
    "shelf": "shelves",
    "bookshelf": "bookshelves",
    "headphones": "headphones",
    "earphones": "earphones",
    "skis": "skis",
    "scissors": "scissors",
    "glasses": "glasses",
    "eyeglasses": "eyeglasses",
    "sunglasses": "sunglasses",
    "spectacles": "spectacles",
    "grapes": "grapes",
    "dice": "dice",
    "deer": "deer",
    "fish": "fish",
    "goldfish": "goldfish",
    "shrimp": "shrimp",
    "broccoli": "broccoli",
    "goose": "geese",
    "blocks": "blocks",
    "shears": "shears",
}


def plural(word: str) -> str:
    """The usual English plural of a noun phrase: of its last word, or of what stands before "of"."""
    head, of, rest = word.partition(" of ")
    if of:
        return f"{plural(head)} of {rest}"
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
    its broader class. `letters` says that it is made to carry them, `labels` that some side of it can.
    `pose_sizes` are the sizes of poses that differ from the usual; `carrying` names the
    poses whose top can carry, when not all can. `colors` are those it comes in when nobody says (none: its natural
    colour alone). `places` are those it is at home in, with weights (none: its group's). `states` are poses that
    the backbone does not choose: "open" to hold another thing, "planted" to stand over it, and what animals do.
    """

    name: str
    nouns: tuple[str, ...]
    group: str
    size: tuple[float, float, float]
    color: str
    material: str
    yaw: tuple[float, float]
    letters: bool = False
    labels: bool = False
    top: float | None = None
    poses: tuple[str, ...] = ("standing",)
    pose_sizes: dict[str, tuple[float, float, float]] = field(
        default_factory=dict[str, tuple[float, float, float]]
    )
    carrying: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    places: tuple[tuple[str, float], ...] = ()
    states: tuple[str, ...] = ()

    @property
    def labelled(self) -> bool:
        """Whether a plan can put letters on it."""
        return self.letters or self.labels

    @property
    def supports(self) -> bool:
        """Whether another thing can stand on it."""
        return self.top is not None

    @property
    def plain(self) -> bool:
        """Whether one is called what many are, as scissors and grapes are: "some" of it is one."""
        return plural(self.name) == self.name and self.group != "animal"

    @property
    def paired(self) -> bool:
        """Whether "a pair of" it is one."""
        return any(noun.startswith("pair of ") for noun in self.nouns)

    @property
    def alike(self) -> frozenset[str]:
        """The nouns that also read as many: "sheep", "scissors", "grapes"."""
        return frozenset(self.nouns) & {plural(noun) for noun in self.nouns}

    @property
    def words(self) -> tuple[str, ...]:
        """Every surface form: nouns, their plurals, and the plain "+s" plurals that prompt sets write."""
        forms: dict[str, None] = {}
        for noun in self.nouns:
            forms |= dict.fromkeys((noun, plural(noun), noun + "s"))
        return tuple(forms)


DOINGS = ("lying", "sleeping", "walking", "running")
"""What four-legged animals do besides standing, when words say so."""
_Size = tuple[float, float, float]


def doing(lying: _Size, walking: _Size, running: _Size) -> dict[str, _Size]:
    """The sizes of a four-legged animal in what it does; asleep it lies."""
    return {"lying": lying, "sleeping": lying, "walking": walking, "running": running}


ANY, FACE, TURN, LONG = (0.0, 180.0), (4.0, 16.0), (14.0, 32.0), (34.0, 58.0)
"""How far things are turned: any way; hardly, what has a face; a little; what is long, to show its side."""
