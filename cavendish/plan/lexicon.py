"""The closed vocabulary of plans: colours, materials, places, times, looks, views, relations, kinds."""

from typing import Literal, get_args

from cavendish.plan.kinds import KINDS, Kind

__all__ = ["COLORS", "KINDS", "MATERIALS", "PLACES", "TIMES", "Kind"]

Aspect = Literal[
    "1:1", "16:9", "9:16", "1:4", "1:8", "2:3", "3:2", "3:4", "4:1", "4:3", "4:5", "5:4", "8:1", "21:9",
]  # fmt: skip
Color = Literal["red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white"]
Material = Literal[
    "plastic", "ceramic", "metal", "glass", "wood", "fabric", "leather", "rubber", "fur", "marble", "granite", "jade",
    "stone", "brick", "cobble", "clay", "gold", "copper", "brushed metal", "paper", "wax", "matte", "hair",
]  # fmt: skip
Decor = Literal["striped", "spotted", "checkered", "floral", "sparkling"]
Finish = Literal["matte", "satin", "glossy", "frosted", "worn"]
Stuff = Literal[
    "wood", "marble", "granite", "stone", "concrete", "tiles", "steel", "gloss", "cloth", "plain", "carpet", "cobble",
    "brick",
]  # fmt: skip
Scheme = Literal["softbox", "window", "rim", "rembrandt", "neon", "candle", "warm and cool"]
Place = Literal[
    "studio", "table", "meadow", "beach", "forest", "street", "city", "kitchen", "living room", "library", "office",
    "cafe", "village", "rooftop", "park", "lake", "desert", "mountains", "snow", "underwater", "night sky", "space",
]  # fmt: skip
Time = Literal["noon", "golden hour", "night", "studio", "dawn", "morning", "sunset", "blue hour"]
Quality = Literal["soft", "hard"]
Weather = Literal["clear", "overcast", "rain", "fog", "snowfall"]
Season = Literal["spring", "summer", "autumn", "winter"]
View = Literal[
    "front", "three-quarter", "side", "back", "high", "low", "top", "isometric", "eye level", "worm's eye",
]  # fmt: skip
Framing = Literal["close", "medium", "wide", "macro"]
Look = Literal[
    "natural", "film", "black and white", "portra 400", "ektar 100", "velvia 50", "hp5", "tri-x", "cinematic",
    "vintage", "sepia", "polaroid", "faded", "noir", "high key", "low key", "pastel", "oil painting", "pencil sketch",
    "clay", "low poly", "figurine",
]  # fmt: skip
Predicate = Literal[
    "left of", "right of", "above", "below", "on", "in front of", "behind", "beside", "in", "under", "around",
]  # fmt: skip

ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
MATERIALS: tuple[Material, ...] = get_args(Material)
PLACES: tuple[Place, ...] = get_args(Place)
INDOORS: frozenset[Place] = frozenset({"studio", "table", "kitchen", "living room", "library", "office"})
TIMES: tuple[Time, ...] = get_args(Time)
QUALITIES: tuple[Quality, ...] = get_args(Quality)
VIEWS: tuple[View, ...] = get_args(View)
FRAMINGS: tuple[Framing, ...] = get_args(Framing)
LOOKS: tuple[Look, ...] = get_args(Look)
PREDICATES: tuple[Predicate, ...] = get_args(Predicate)
POSES: tuple[str, ...] = ("standing", "sitting", "lying", "waving")

COLORS: dict[Color, tuple[float, float, float]] = {
    "red": (0.560, 0.020, 0.016),
    "orange": (0.840, 0.190, 0.012),
    "yellow": (0.880, 0.540, 0.020),
    "green": (0.032, 0.258, 0.054),
    "blue": (0.018, 0.098, 0.540),
    "purple": (0.170, 0.030, 0.390),
    "pink": (0.840, 0.210, 0.350),
    "brown": (0.190, 0.068, 0.022),
    "black": (0.009, 0.009, 0.011),
    "white": (0.850, 0.830, 0.790),
}
"""Linear RGB reflectance (Rec. 709 primaries) of each colour name."""
