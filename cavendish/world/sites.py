"""What each place is, as data: its ground, what stands round the things, its sky, its hours."""

from dataclasses import dataclass

from cavendish.plan.lexicon import Place

Vec3 = tuple[float, float, float]
Span = tuple[float, float]


@dataclass(frozen=True)
class Prop:
    """Some scenery of one sort behind the things, all told to the guides and none of it in the plan.

    `shapes` are names in world.surroundings.SCENIC or world.shapes.SHAPES, one drawn for each; `count` least and most.
    `depth` is how far behind the rearmost thing, `side` how far from the middle in half frames, `size` times its own
    height, `lift` its foot over the ground that things stand on (0: it stands on the floor), `turn` its yaw in degrees
    (0 faces the camera). `colors` are drawn from (none: its own). `apart` is the share of their radii that keeps two
    from standing in each other; what does not `casts` throws no shadow, which spares rays.
    """

    shapes: tuple[str, ...]
    count: tuple[int, int]
    depth: Span
    size: Span = (0.9, 1.15)
    side: Span = (0.0, 1.15)
    lift: Span = (0.0, 0.0)
    turn: Span = (-180.0, 180.0)
    colors: tuple[Vec3, ...] = ()
    apart: float = 0.6
    casts: bool = True


@dataclass(frozen=True)
class Air:
    """A sky of a place's own at noon: horizon and zenith, fog, what it does to key and fill; stars at any hour."""

    horizon: Vec3
    zenith: Vec3
    fog: float
    key: Vec3 = (1.0, 1.0, 1.0)
    fill: Vec3 = (1.0, 1.0, 1.0)
    stars: bool = False


@dataclass(frozen=True)
class Site:
    """A place: its ground and mean colours, its scenery, the climate that lights it, its sky.

    `tops` are grounds for small things (a worktop instead of the floor). `sky` is "sweep", "room", "hills", "clear" or
    "plain"; `climate` the nearest of the four places whose numbers the light vector has.
    """

    climate: Place
    ground: str
    colors: tuple[Vec3, ...]
    sky: str = "clear"
    props: tuple[Prop, ...] = ()
    tops: tuple[tuple[str, Vec3], ...] = ()
    fog: float = 1.0
    air: Air | None = None


_FRONT, _AHEAD = (0.0, 0.0), (-14.0, 14.0)
GREENS = ((0.055, 0.150, 0.026), (0.085, 0.175, 0.030), (0.040, 0.120, 0.035), (0.120, 0.170, 0.025))
AUTUMN = ((0.300, 0.120, 0.020), (0.380, 0.190, 0.025), (0.090, 0.160, 0.030), (0.120, 0.170, 0.025))
_PINES = ((0.022, 0.085, 0.034), (0.030, 0.105, 0.040), (0.020, 0.070, 0.042))
_BARKS = ((0.150, 0.080, 0.042), (0.120, 0.066, 0.040), (0.205, 0.150, 0.110))
_ROCKS = ((0.26, 0.25, 0.235), (0.32, 0.285, 0.245), (0.20, 0.205, 0.215))
_PLASTERS = ((0.62, 0.40, 0.26), (0.66, 0.56, 0.40), (0.48, 0.22, 0.16), (0.58, 0.60, 0.56), (0.36, 0.44, 0.48),
             (0.70, 0.64, 0.52), (0.46, 0.50, 0.40))  # fmt: skip
_TOWERS = ((0.30, 0.34, 0.40), (0.42, 0.40, 0.38), (0.22, 0.27, 0.34), (0.50, 0.44, 0.38), (0.36, 0.26, 0.22))
_WALLS = ((0.58, 0.49, 0.37), (0.42, 0.47, 0.43), (0.62, 0.46, 0.38), (0.44, 0.40, 0.47), (0.36, 0.43, 0.52),
          (0.66, 0.61, 0.52), (0.40, 0.28, 0.22), (0.24, 0.32, 0.30))  # fmt: skip
_WOODS = (
    (0.36, 0.19, 0.085),
    (0.46, 0.28, 0.14),
    (0.25, 0.125, 0.06),
    (0.52, 0.36, 0.21),
    (0.33, 0.20, 0.12),
)
_PAINTS = ((0.66, 0.64, 0.58), (0.10, 0.22, 0.24), (0.34, 0.42, 0.36), (0.52, 0.28, 0.16), (0.12, 0.18, 0.30))
_CLOTHS = ((0.10, 0.20, 0.22), (0.40, 0.14, 0.08), (0.48, 0.40, 0.28), (0.16, 0.18, 0.30), (0.36, 0.24, 0.32))
_IRONS = ((0.05, 0.055, 0.06), (0.04, 0.07, 0.06))
_CREAM = ((0.74, 0.70, 0.62),)
_REEFS = ((0.62, 0.14, 0.12), (0.66, 0.30, 0.06), (0.52, 0.12, 0.34), (0.60, 0.48, 0.14), (0.28, 0.16, 0.44))


def _room(wall: str, walls: tuple[Vec3, ...], *props: Prop) -> tuple[Prop, ...]:
    """A wall right across, and what stands and hangs before it."""
    return (Prop((wall,), (1, 1), (3.7, 3.7), (1.0, 1.0), (0.0, 0.0), turn=_FRONT, colors=walls, apart=0.0,
                 casts=False), *props)  # fmt: skip


def _hung(
    shapes: tuple[str, ...], count: tuple[int, int], lift: Span, side: Span, colors: tuple[Vec3, ...]
) -> Prop:
    return Prop(shapes, count, (3.68, 3.68), (0.95, 1.15), side, lift, _FRONT, colors, 0.75, casts=False)


def _against(shapes: tuple[str, ...], count: tuple[int, int], side: Span, colors: tuple[Vec3, ...],
             depth: Span = (3.0, 3.2)) -> Prop:  # fmt: skip
    return Prop(shapes, count, depth, (0.95, 1.15), side, (0.0, 0.0), (-6.0, 6.0), colors, 0.7)


_TABLE = _room("wall", _WALLS,
    _hung(("window", "curtained window"), (1, 1), (0.30, 0.50), (0.15, 0.70), _CREAM),
    _hung(("wall shelf", "picture", "wall shelf"), (2, 2), (0.55, 0.90), (0.2, 0.95), (*_WOODS, *_CLOTHS)),
    _against(("house plant", "floor lamp", "bookshelf"), (1, 2), (0.3, 1.0), (*GREENS, *_WOODS)),
)  # fmt: skip
_KITCHEN = _room("tiled wall", ((0.68, 0.67, 0.62), (0.50, 0.60, 0.58), (0.62, 0.56, 0.46), (0.34, 0.44, 0.46)),
    _hung(("window",), (0, 1), (0.50, 0.62), (0.2, 0.8), _CREAM),
    _hung(("plate shelf",), (1, 2), (0.80, 1.10), (0.1, 0.9), _WOODS),
    Prop(("counter",), (2, 2), (3.68, 3.68), (1.0, 1.0), (0.1, 0.75), turn=_FRONT, colors=_PAINTS, apart=0.8),
    Prop(("fridge",), (0, 1), (3.68, 3.68), (1.0, 1.1), (0.7, 1.0), turn=_FRONT,
         colors=((0.66, 0.64, 0.58), (0.42, 0.08, 0.06), (0.30, 0.52, 0.52)), apart=0.8),
    Prop(("hanging lamp",), (0, 2), (2.0, 2.6), (0.9, 1.1), (0.3, 0.8), (1.25, 1.5), colors=(*_PAINTS, *_IRONS),
         casts=False),
)  # fmt: skip
_LIVING = _room("wall", _WALLS,
    _hung(("curtained window", "window"), (1, 1), (0.50, 0.65), (0.1, 0.75), _CREAM),
    _hung(("picture",), (1, 2), (0.75, 1.00), (0.2, 0.95), _CLOTHS),
    _against(("sofa",), (1, 1), (0.1, 0.6), _CLOTHS, (2.5, 2.7)),
    _against(("floor lamp", "house plant"), (1, 2), (0.4, 1.0), GREENS),
    _against(("bookshelf",), (1, 1), (0.5, 1.0), _WOODS),
)  # fmt: skip
_LIBRARY = _room("papered wall", ((0.16, 0.20, 0.15), (0.24, 0.10, 0.07), (0.13, 0.16, 0.22)),
    Prop(("bookcase",), (3, 3), (3.3, 3.3), (1.0, 1.0), (0.0, 1.7), turn=_FRONT, colors=_WOODS[:3], apart=0.0,
         casts=False),
    Prop(("hanging lamp",), (1, 2), (1.6, 2.4), (0.9, 1.1), (0.2, 0.8), (1.2, 1.45),
         colors=((0.03, 0.14, 0.08), (0.30, 0.16, 0.05)), casts=False),
    Prop(("house plant", "floor lamp", "bookshelf"), (1, 1), (2.2, 2.4), (0.8, 1.0), (0.6, 1.0), turn=_AHEAD,
         colors=GREENS),
)  # fmt: skip
_OFFICE = _room("wall", ((0.62, 0.62, 0.58), (0.36, 0.44, 0.50), (0.50, 0.54, 0.48), (0.60, 0.50, 0.40)),
    _hung(("window",), (2, 2), (0.55, 0.60), (0.1, 0.8), ((0.30, 0.31, 0.32), *_CREAM)),
    _against(("desk",), (1, 2), (0.1, 0.7), _WOODS, (2.7, 2.9)),
    _against(("cabinet",), (1, 1), (0.5, 1.0), ((0.45, 0.46, 0.46), (0.20, 0.26, 0.30), (0.44, 0.30, 0.16))),
    _against(("house plant", "bookshelf"), (1, 1), (0.5, 1.0), (*GREENS, *_WOODS)),
)  # fmt: skip
_FOREST = (
    Prop(("thicket",), (4, 5), (13.0, 16.0), (1.5, 2.2), (0.0, 1.3), turn=_AHEAD, colors=_PINES, apart=0.0),
    Prop(("pine", "broadleaf"), (4, 6), (5.5, 11.0), (1.5, 2.2), (0.05, 1.2), colors=(*_PINES, *GREENS)),
    Prop(("trunk",), (3, 4), (1.6, 5.0), (0.9, 1.3), (0.38, 1.15), colors=_BARKS),
    Prop(("bush",), (2, 3), (1.6, 4.5), (0.8, 1.4), (0.25, 1.1), colors=GREENS),
    Prop(("rock", "log", "stump"), (1, 2), (1.2, 3.0), (0.8, 1.2), (0.3, 0.95), turn=(-50.0, 50.0),
         colors=((0.16, 0.105, 0.07), (0.20, 0.17, 0.14))),
)  # fmt: skip
_STREET = (
    Prop(("shop", "townhouse", "shop"), (5, 5), (4.4, 4.8), (1.05, 1.5), (0.0, 1.25), turn=_FRONT, colors=_PLASTERS,
         apart=0.62, casts=False),
    Prop(("tower", "townhouse"), (3, 4), (9.0, 14.0), (1.4, 1.9), (0.1, 1.2), turn=_AHEAD, colors=_PLASTERS),
    Prop(("kerb",), (1, 1), (3.35, 3.35), (1.0, 1.0), (0.0, 0.0), turn=_FRONT, colors=((0.36, 0.35, 0.33),),
         apart=0.0, casts=False),
    Prop(("lane",), (4, 4), (1.7, 1.7), (1.0, 1.0), (0.0, 1.3), turn=_FRONT, colors=((0.75, 0.73, 0.66),),
         apart=0.0, casts=False),
    Prop(("lamp post",), (2, 2), (2.9, 3.0), (1.0, 1.15), (0.45, 1.05), turn=_FRONT, colors=_IRONS),
    Prop(("broadleaf",), (0, 2), (3.0, 3.1), (0.7, 0.9), (0.3, 1.1), colors=GREENS),
)  # fmt: skip
_CITY = (
    Prop(("tower",), (7, 8), (13.0, 18.0), (0.42, 0.75), (0.0, 1.15), turn=_AHEAD, colors=_TOWERS, apart=0.4),
    Prop(("tower", "townhouse"), (8, 9), (22.0, 30.0), (0.8, 1.35), (0.0, 1.1), turn=_AHEAD, colors=_TOWERS, apart=0.3),
    Prop(("parapet",), (1, 1), (3.2, 3.2), (0.75, 0.85), (0.0, 0.0), turn=_FRONT, colors=((0.42, 0.40, 0.37),),
         apart=0.0, casts=False),
    Prop(("lamp post", "broadleaf"), (1, 2), (2.6, 2.8), (0.8, 1.0), (0.5, 1.0), turn=_FRONT, colors=GREENS),
)  # fmt: skip
_CAFE = (
    Prop(("shop",), (4, 4), (5.2, 5.4), (1.1, 1.4), (0.0, 1.2), turn=_FRONT, colors=_PLASTERS, apart=0.7, casts=False),
    Prop(("bistro",), (2, 2), (2.2, 3.4), (0.9, 1.0), (0.15, 0.95), turn=(-60.0, 60.0), colors=(*_WOODS, *_CREAM),
         apart=0.75),
    Prop(("parasol",), (1, 2), (3.0, 3.8), (0.9, 1.05), (0.3, 1.0), colors=((0.50, 0.06, 0.05), (0.05, 0.20, 0.16),
         (0.60, 0.36, 0.10), (0.08, 0.16, 0.34))),
    Prop(("planter",), (2, 2), (1.2, 2.0), (0.85, 1.0), (0.55, 1.1), turn=_AHEAD, colors=GREENS),
    Prop(("lamp post",), (1, 1), (3.8, 4.2), (1.0, 1.1), (0.4, 1.0), turn=_FRONT, colors=_IRONS),
)  # fmt: skip
_VILLAGE = (
    Prop(("cottage",), (3, 3), (5.0, 6.4), (0.90, 1.15), (0.0, 1.0), turn=(-24.0, 24.0), colors=_PLASTERS, apart=0.75,
         casts=False),
    Prop(("cottage",), (2, 2), (9.0, 12.0), (1.1, 1.4), (0.2, 1.1), turn=(-40.0, 40.0), colors=_PLASTERS),
    Prop(("broadleaf",), (1, 2), (6.0, 9.0), (1.0, 1.4), (0.2, 1.1), colors=GREENS, apart=0.4),
    Prop(("lamp post",), (1, 1), (1.8, 2.4), (1.0, 1.1), (0.5, 1.0), turn=_FRONT, colors=_IRONS),
    Prop(("planter", "bench"), (1, 2), (2.0, 2.8), (0.85, 1.0), (0.3, 1.0), turn=_AHEAD, colors=GREENS),
)  # fmt: skip
_ROOFTOP = (
    Prop(("tower", "townhouse"), (7, 9), (10.0, 22.0), (1.0, 1.7), (0.0, 1.2), (-2.6, -0.8), _AHEAD, _TOWERS, 0.45),
    Prop(("parapet",), (1, 1), (3.4, 3.4), (1.0, 1.0), (0.0, 0.0), turn=_FRONT,
         colors=((0.38, 0.20, 0.14), (0.44, 0.41, 0.38)), apart=0.0, casts=False),
    Prop(("vent",), (1, 2), (1.6, 2.4), (0.8, 1.0), (0.4, 1.1), turn=_AHEAD, colors=((0.46, 0.46, 0.45),)),
    Prop(("cistern",), (0, 1), (2.0, 2.6), (0.8, 1.0), (0.5, 1.1), turn=_AHEAD, colors=((0.30, 0.15, 0.08),)),
    Prop(("planter",), (1, 2), (2.2, 2.8), (0.8, 1.0), (0.2, 0.9), turn=_AHEAD, colors=GREENS),
)  # fmt: skip
_PARK = (
    Prop(("broadleaf",), (4, 5), (5.0, 12.0), (1.4, 2.1), (0.1, 1.15), colors=(*GREENS, *AUTUMN)),
    Prop(("bench",), (1, 2), (2.0, 3.2), (0.95, 1.05), (0.3, 1.0), turn=(-25.0, 25.0), colors=_WOODS),
    Prop(("fountain",), (0, 1), (5.0, 6.0), (1.0, 1.2), (0.1, 0.6), colors=((0.44, 0.42, 0.38),)),
    Prop(("lamp post",), (1, 2), (2.6, 5.0), (1.0, 1.1), (0.3, 1.1), turn=_FRONT, colors=_IRONS),
    Prop(("hedge",), (1, 2), (6.5, 8.0), (0.9, 1.2), (0.2, 1.0), turn=_AHEAD, colors=GREENS),
    Prop(("bush",), (2, 2), (2.5, 6.0), (0.7, 1.2), (0.3, 1.1), colors=GREENS),
)  # fmt: skip
_LAKE = (
    Prop(("hill",), (3, 3), (24.0, 32.0), (1.0, 1.6), (0.0, 1.1), turn=_AHEAD, colors=((0.06, 0.11, 0.05),
         (0.08, 0.12, 0.06)), apart=0.0),
    Prop(("pine", "broadleaf"), (6, 7), (15.0, 18.0), (1.1, 1.7), (0.05, 1.2), colors=(*_PINES, *GREENS), apart=0.3),
    Prop(("sail",), (0, 1), (8.0, 12.0), (0.9, 1.2), (0.2, 0.8), turn=(-40.0, 40.0), colors=_CREAM),
    Prop(("post",), (2, 2), (1.0, 1.3), (0.9, 1.1), (0.5, 1.0), colors=_WOODS),
    Prop(("reeds", "rock"), (2, 3), (2.5, 4.5), (0.8, 1.1), (0.5, 1.15),
         colors=((0.16, 0.22, 0.06), (0.20, 0.20, 0.12))),
)  # fmt: skip
_SANDS = ((0.58, 0.40, 0.22), (0.66, 0.47, 0.28), (0.56, 0.32, 0.16))
_DESERT = (
    Prop(("mesa",), (2, 3), (16.0, 26.0), (1.0, 1.9), (0.1, 1.1), colors=((0.50, 0.25, 0.13), (0.44, 0.20, 0.10))),
    Prop(("dune",), (3, 4), (7.0, 15.0), (1.0, 1.5), (0.0, 1.1), turn=(-30.0, 30.0), colors=_SANDS, apart=0.3),
    Prop(("saguaro",), (2, 3), (3.0, 9.0), (0.9, 1.3), (0.3, 1.1), turn=(-40.0, 40.0), colors=((0.05, 0.16, 0.05),
         (0.08, 0.19, 0.06))),
    Prop(("rock",), (2, 3), (1.5, 5.0), (0.6, 1.1), (0.3, 1.1), colors=((0.42, 0.24, 0.14), (0.36, 0.22, 0.14))),
)  # fmt: skip
_MOUNTAINS = (
    Prop(("peak",), (3, 4), (20.0, 32.0), (0.85, 1.35), (0.0, 1.05), colors=((0.17, 0.18, 0.20), (0.20, 0.19, 0.185)),
         apart=0.4),
    Prop(("hill",), (1, 2), (12.0, 14.0), (0.5, 0.7), (0.4, 1.2), colors=((0.08, 0.13, 0.045),), apart=0.0),
    Prop(("pine",), (4, 5), (4.0, 11.0), (1.1, 1.6), (0.15, 1.15), colors=_PINES),
    Prop(("rock",), (2, 3), (1.4, 5.0), (0.7, 1.2), (0.3, 1.1), colors=_ROCKS),
)  # fmt: skip
_SNOW = (
    Prop(("peak",), (1, 2), (20.0, 28.0), (0.85, 1.3), (0.1, 0.9), colors=((0.42, 0.47, 0.54),), apart=0.4),
    Prop(("hill",), (2, 2), (11.0, 14.0), (0.7, 0.9), (0.0, 1.2), colors=((0.80, 0.83, 0.88),), apart=0.0),
    Prop(("snowy pine",), (4, 5), (3.5, 10.0), (1.1, 1.7), (0.15, 1.15), colors=_PINES),
    Prop(("igloo", "rock", "rock"), (1, 2), (2.5, 5.0), (0.8, 1.1), (0.35, 1.0), turn=(-40.0, 40.0),
         colors=((0.78, 0.81, 0.86),)),
)  # fmt: skip
_REEF = (
    Prop(("rock",), (3, 4), (4.0, 9.0), (1.6, 3.0), (0.1, 1.1), colors=((0.20, 0.20, 0.19), (0.26, 0.20, 0.17))),
    Prop(("coral", "fan coral", "brain coral"), (4, 5), (1.4, 6.0), (0.8, 1.4), (0.2, 1.1), turn=(-40.0, 40.0),
         colors=_REEFS),
    Prop(("seaweed",), (2, 3), (1.8, 6.0), (0.8, 1.2), (0.3, 1.1), colors=((0.08, 0.24, 0.05), (0.18, 0.22, 0.04))),
)  # fmt: skip
_NIGHT = (
    Prop(("moon",), (1, 1), (30.0, 34.0), (1.1, 1.5), (0.2, 0.7), (3.2, 4.2), colors=((0.82, 0.80, 0.72),),
         casts=False),
    Prop(("cloud bank",), (2, 3), (18.0, 26.0), (1.0, 1.6), (0.1, 1.0), (2.2, 3.6), _AHEAD, ((0.50, 0.54, 0.64),)),
    Prop(("hill",), (3, 3), (14.0, 22.0), (0.7, 1.1), (0.0, 1.2), turn=_AHEAD, colors=((0.06, 0.10, 0.08),), apart=0.0),
    Prop(("pine", "broadleaf"), (2, 4), (5.0, 10.0), (1.0, 1.5), (0.4, 1.15), colors=_PINES),
)  # fmt: skip
_MOON = (
    Prop(("planet", "ringed planet"), (1, 1), (30.0, 36.0), (1.8, 2.6), (0.15, 0.6), (1.6, 2.6), _FRONT,
         ((0.16, 0.30, 0.52), (0.58, 0.30, 0.14), (0.50, 0.36, 0.22)), casts=False),
    Prop(("planet",), (0, 1), (36.0, 40.0), (0.6, 0.9), (0.6, 0.95), (3.6, 4.6), _FRONT, ((0.52, 0.50, 0.46),),
         casts=False),
    Prop(("hill",), (2, 3), (13.0, 18.0), (0.55, 0.8), (0.1, 1.2), colors=((0.24, 0.235, 0.235),), apart=0.0),
    Prop(("crater",), (2, 3), (2.8, 8.0), (0.7, 1.2), (0.1, 1.0), colors=((0.30, 0.295, 0.29),)),
    Prop(("rock",), (3, 4), (1.4, 6.0), (0.5, 1.0), (0.3, 1.1), colors=((0.26, 0.255, 0.25),)),
)  # fmt: skip
_MEADOW = (
    Prop(("broadleaf",), (2, 4), (8.0, 16.0), (1.3, 2.0), (0.15, 1.15), colors=GREENS),
    Prop(("bush",), (1, 3), (3.5, 9.0), (0.7, 1.2), (0.3, 1.15), colors=GREENS),
    Prop(("fence",), (0, 3), (5.0, 5.4), (0.9, 1.0), (0.0, 1.1), turn=(-6.0, 6.0),
         colors=((0.34, 0.24, 0.15), *_CREAM)),
)  # fmt: skip
_BEACH = (
    Prop(("sail",), (0, 2), (10.0, 18.0), (0.9, 1.4), (0.1, 1.0), turn=(-35.0, 35.0),
         colors=((0.80, 0.78, 0.72), (0.56, 0.08, 0.06), (0.70, 0.40, 0.05))),
    Prop(("palm",), (0, 2), (0.9, 1.7), (1.0, 1.35), (0.6, 1.15), colors=((0.07, 0.20, 0.04),)),
    Prop(("parasol",), (0, 1), (1.0, 1.5), (0.9, 1.0), (0.5, 1.0), colors=((0.60, 0.07, 0.05), (0.05, 0.24, 0.40),
         (0.70, 0.42, 0.04))),
    Prop(("rock",), (0, 2), (3.0, 7.0), (0.8, 1.6), (0.4, 1.1), colors=_ROCKS),
)  # fmt: skip
_BLUE = Air((0.030, 0.34, 0.40), (0.05, 0.52, 0.62), 0.075, (0.58, 0.92, 1.0), (0.30, 0.85, 0.95))
_STARS = Air((1.10, 0.95, 1.25), (0.16, 0.20, 0.50), 0.010, stars=True)
_BLACK = Air(
    (0.012, 0.013, 0.020), (0.002, 0.002, 0.005), 0.0, (1.15, 1.15, 1.15), (0.42, 0.42, 0.46), stars=True
)

SITES: dict[Place, Site] = {
    "studio": Site("studio", "sweep", (), "sweep"),
    "table": Site("table", "planks", _WOODS, "room", _TABLE, tuple(("planks", wood) for wood in _WOODS)),
    "meadow": Site("meadow", "grass", ((0.105, 0.205, 0.040),), "hills", _MEADOW),
    "beach": Site("beach", "shore", ((0.60, 0.47, 0.31),), "clear", _BEACH),
    "forest": Site("meadow", "litter", ((0.075, 0.120, 0.026),), "clear", _FOREST, fog=2.2),
    "street": Site("beach", "asphalt", ((0.105, 0.105, 0.112), (0.135, 0.128, 0.122)), "clear", _STREET),
    "city": Site("beach", "slabs", ((0.36, 0.35, 0.34), (0.40, 0.36, 0.31)), "clear", _CITY),
    "kitchen": Site("table", "tiles", ((0.60, 0.56, 0.50), (0.50, 0.53, 0.52), (0.56, 0.42, 0.32)), "room", _KITCHEN,
                    (("marble", (0.66, 0.64, 0.60)), ("planks", _WOODS[1]), ("planks", _WOODS[3]),
                     ("marble", (0.12, 0.125, 0.13)))),
    "living room": Site("table", "planks", (_WOODS[0], _WOODS[1], _WOODS[4]), "room", _LIVING,
                        tuple(("planks", wood) for wood in _WOODS)),
    "library": Site("table", "planks", (_WOODS[0], _WOODS[2]), "room", _LIBRARY,
                    (("planks", _WOODS[0]), ("planks", _WOODS[2]))),
    "office": Site("table", "carpet", ((0.20, 0.23, 0.27), (0.28, 0.26, 0.24), (0.16, 0.24, 0.24)), "room", _OFFICE,
                   (("planks", _WOODS[3]), ("planks", _WOODS[1]), ("marble", (0.62, 0.61, 0.58)))),
    "cafe": Site("beach", "slabs", ((0.44, 0.38, 0.31), (0.38, 0.36, 0.34)), "clear", _CAFE),
    "village": Site("meadow", "cobble", ((0.34, 0.31, 0.27), (0.28, 0.27, 0.26)), "hills", _VILLAGE),
    "rooftop": Site("beach", "concrete", ((0.34, 0.33, 0.32), (0.40, 0.36, 0.32)), "clear", _ROOFTOP, fog=2.0),
    "park": Site("meadow", "grass", ((0.115, 0.215, 0.045),), "hills", _PARK),
    "lake": Site("meadow", "dock", ((0.34, 0.23, 0.14), (0.30, 0.22, 0.16)), "clear", _LAKE, fog=1.6),
    "desert": Site("beach", "dunes", _SANDS, "clear", _DESERT, fog=1.4),
    "mountains": Site("meadow", "grass", ((0.120, 0.175, 0.055),), "clear", _MOUNTAINS, fog=1.5),
    "snow": Site("beach", "snow", ((0.80, 0.83, 0.88),), "clear", _SNOW, fog=1.8),
    "underwater": Site("beach", "seabed", ((0.56, 0.50, 0.36),), "plain", _REEF, air=_BLUE),
    "night sky": Site("meadow", "grass", ((0.075, 0.130, 0.050),), "clear", _NIGHT, air=_STARS),
    "space": Site("beach", "dust", ((0.32, 0.315, 0.31), (0.36, 0.26, 0.20)), "plain", _MOON, air=_BLACK),
}  # fmt: skip
"""Every place of the lexicon."""
