"""The light of a stage: a soft key, sky and floor fill, a rim, air and exposure, from the plan's time and direction."""

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cavendish.plan.lexicon import Place, Scheme, Time
from cavendish.plan.schema import Light as PlanLight
from cavendish.world.sites import SITES, Air

F32 = npt.NDArray[np.float32]
Rgb = tuple[float, float, float]
LIGHT_NUMBERS = 35
CLIMATES: tuple[Place, ...] = ("studio", "table", "meadow", "beach")


@dataclass(frozen=True)
class Mood:
    """What a time of day does to every place; colours are linear and carry intensity, angles are in degrees."""

    key: Rgb
    elevation: float
    width: float
    sky: Rgb
    rim: Rgb
    horizon: Rgb
    zenith: Rgb
    fog: float


MOODS: dict[Time, Mood] = {
    "noon": Mood((3.3, 3.1, 2.75), 50, 2.2, (0.52, 0.64, 0.84), (0.5, 0.52, 0.55), (0.86, 0.98, 1.10),
                 (0.13, 0.34, 0.88), 0.010),
    "golden hour": Mood((3.6, 2.55, 1.48), 24, 3.0, (0.44, 0.42, 0.58), (1.5, 0.85, 0.45), (1.25, 0.68, 0.34),
                        (0.22, 0.34, 0.68), 0.012),
    "night": Mood((3.0, 2.15, 1.36), 42, 7.0, (0.14, 0.19, 0.36), (0.30, 0.50, 1.15), (0.050, 0.075, 0.17),
                  (0.008, 0.014, 0.05), 0.014),
    "studio": Mood((2.55, 2.5, 2.42), 44, 13.0, (0.60, 0.62, 0.66), (1.25, 1.27, 1.35), (0.80, 0.81, 0.83),
                   (0.62, 0.64, 0.68), 0.0),
    "dawn": Mood((2.75, 1.90, 1.42), 9, 5.0, (0.46, 0.47, 0.62), (1.05, 0.70, 0.62), (1.10, 0.72, 0.56),
                 (0.22, 0.32, 0.60), 0.020),
    "morning": Mood((3.55, 2.85, 2.05), 30, 2.6, (0.50, 0.56, 0.76), (0.9, 0.72, 0.55), (1.02, 0.92, 0.82),
                    (0.16, 0.35, 0.80), 0.013),
    "sunset": Mood((3.7, 1.80, 0.82), 9, 3.2, (0.42, 0.35, 0.52), (1.7, 0.75, 0.36), (1.45, 0.58, 0.24),
                   (0.22, 0.24, 0.54), 0.014),
    "blue hour": Mood((1.10, 1.15, 1.55), 36, 14.0, (0.27, 0.38, 0.72), (1.15, 0.72, 0.42), (0.36, 0.36, 0.58),
                      (0.045, 0.095, 0.34), 0.013),
}  # fmt: skip
_CLOCK: tuple[tuple[float, Time], ...] = (
    (4.6, "night"), (5.5, "blue hour"), (6.3, "dawn"), (8.6, "morning"), (11.0, "noon"), (15.2, "noon"),
    (17.8, "golden hour"), (18.9, "sunset"), (19.9, "blue hour"), (21.0, "night"),
)  # fmt: skip
"""The hours at which the day is as a mood has it; between them it is between them."""


def mood_at(hour: float) -> Mood:
    """The day's mood at an hour, 0 to 24: each number runs straight from one named time to the next."""
    times = np.array([at for at, _ in _CLOCK])
    rows = np.stack([_numbers(MOODS[time]) for _, time in _CLOCK])
    found = [float(np.interp(hour % 24, times, column)) for column in rows.T]
    sky, rim, horizon, zenith = (_rgb(found, k) for k in (5, 8, 11, 14))
    return Mood(_rgb(found, 0), found[3], found[4], sky, rim, horizon, zenith, found[17])


def _numbers(mood: Mood) -> F32:
    colors = (*mood.sky, *mood.rim, *mood.horizon, *mood.zenith)
    return np.array((*mood.key, mood.elevation, mood.width, *colors, mood.fog), np.float32)


def _rgb(numbers: list[float], at: int) -> Rgb:
    return numbers[at], numbers[at + 1], numbers[at + 2]


@dataclass(frozen=True)
class Rig:
    """What lamps or a window make of an hour: the key's and the rim's own colour, shares of the fill, a least width."""

    key: Rgb | None = None
    rim: Rgb | None = None
    sky: Rgb | None = None
    fill: float = 1.0
    edge: float = 1.0
    width: float = 0.0


RIGS: dict[Scheme, Rig] = {
    "softbox": Rig(fill=1.1, width=11.0),
    "window": Rig(key=(3.5, 3.0, 2.35), fill=0.55, edge=0.6, width=5.0),
    "rim": Rig(fill=0.34, edge=1.9, width=3.0),
    "rembrandt": Rig(key=(3.3, 2.75, 2.05), fill=0.30, edge=0.4, width=4.0),
    "neon": Rig(key=(3.0, 0.34, 1.75), rim=(0.18, 1.75, 2.45), sky=(0.17, 0.12, 0.38), width=9.0),
    "candle": Rig(key=(3.3, 1.55, 0.50), rim=(0.60, 0.27, 0.09), sky=(0.105, 0.070, 0.060), width=6.0),
    "warm and cool": Rig(key=(3.5, 1.90, 0.85), rim=(0.45, 1.05, 2.4), sky=(0.24, 0.33, 0.60), width=6.0),
}


def _rigged(mood: Mood, scheme: Scheme | None) -> Mood:
    """The mood as a scheme's lamps change it."""
    rig = RIGS[scheme] if scheme is not None else Rig()
    sky, rim = rig.sky or mood.sky, rig.rim or mood.rim
    return replace(mood, key=rig.key or mood.key, sky=_scaled(sky, rig.fill), rim=_scaled(rim, rig.edge),
                   width=max(mood.width, rig.width))  # fmt: skip


def _scaled(color: Rgb, share: float) -> Rgb:
    return color[0] * share, color[1] * share, color[2] * share


@dataclass(frozen=True)
class Light:
    """The light in world axes: directions point towards the light, colours are linear, angles in radians."""

    key: F32
    key_color: F32
    key_radius: float
    sky: F32
    ground: F32
    rim: F32
    rim_color: F32
    horizon: F32
    zenith: F32
    fog: float
    exposure: float
    place: Place
    night: bool


def light_of(plan: PlanLight, place: Place, basis: F32, floor: F32, subject: float) -> Light:
    """The light a complete plan asks for.

    `basis` (3, 3) holds the camera's right, up and forward in world axes; `floor` the ground's linear colour, whose lit
    bounce fills from below; `subject` the things' geometric mean reflectance, which sets the exposure.
    """
    mood = MOODS[plan.time or "noon"] if plan.hour is None or plan.time == "studio" else mood_at(plan.hour)
    mood = _rigged(mood, plan.scheme)
    azimuth = math.radians(plan.azimuth if plan.azimuth is not None else -45.0)
    elevation = math.radians(plan.elevation if plan.elevation is not None else mood.elevation)
    width = mood.width * {"soft": 2.2, "hard": 0.5}.get(plan.quality or "", 1.0)
    key = _towards(azimuth, elevation, basis)
    rim = _towards(math.pi + (-0.7 if math.sin(azimuth) > 0 else 0.7) * -1.0, math.radians(32), basis)
    key_color = np.array(mood.key, np.float32)
    sky = np.array(mood.sky, np.float32)
    site = SITES[place]
    horizon, zenith = np.array(mood.horizon, np.float32), np.array(mood.zenith, np.float32)
    fog = mood.fog * site.fog if site.sky in ("hills", "clear", "plain") else 0.0
    if site.air is not None:
        key_color, sky = key_color * np.array(site.air.key), sky * np.array(site.air.fill)
        horizon, zenith, fog = *_own_sky(site.air, plan.time or "noon"), site.air.fog
    if site.climate == "table" and plan.time != "night":
        sky = sky * np.array((0.80, 0.74, 0.66), np.float32)
    bounce = floor * (key_color * max(float(key[1]), 0.0) * 0.32 + sky * 0.45)
    exposure = float(np.clip((0.20 / max(subject, 0.02)) ** 0.35, 0.90, 1.35)) * 0.62
    return Light(key, key_color.astype(np.float32), math.radians(min(width, 20.0)), sky.astype(np.float32),
                 bounce.astype(np.float32), rim, np.array(mood.rim, np.float32), horizon, zenith, fog, exposure,
                 place, plan.time == "night")  # fmt: skip


def _own_sky(air: Air, time: Time) -> tuple[F32, F32]:
    """Horizon and zenith of a place with a sky of its own, as the hour has them."""
    tint = np.array(_HOURS[time], np.float32)
    return np.array(air.horizon, np.float32) * tint, np.array(air.zenith, np.float32) * tint


_HOURS: dict[Time, Rgb] = {
    "noon": (1.0, 1.0, 1.0), "golden hour": (1.05, 0.80, 0.62), "night": (0.10, 0.14, 0.22), "studio": (0.9, 0.9, 0.9),
    "dawn": (0.85, 0.72, 0.70), "morning": (1.0, 0.93, 0.86), "sunset": (1.0, 0.62, 0.42),
    "blue hour": (0.30, 0.36, 0.55),
}  # fmt: skip


def vector(light: Light, basis: F32) -> F32:
    """The 35 numbers the model reads, directions in camera space (x right, y up, z towards the camera).

    Places share four climates; what else sets them apart the other numbers and the guides tell.
    """
    turn = np.stack([basis[0], basis[1], -basis[2]])
    out = np.zeros(LIGHT_NUMBERS, np.float32)
    out[0:3] = turn @ light.key
    out[3:6] = light.key_color
    out[6] = light.key_radius
    out[7:10], out[10:13] = light.sky, light.ground
    out[13:16], out[16:19] = turn @ light.rim, light.rim_color
    out[19:22], out[22], out[23] = light.horizon, light.fog, light.exposure
    out[24:27] = light.zenith
    out[27 + CLIMATES.index(SITES[light.place].climate)] = 1.0
    out[31] = float(light.night)
    out[32:35] = turn[:, 1]
    return out


def _towards(azimuth: float, elevation: float, basis: F32) -> F32:
    right = np.array((basis[0, 0], 0.0, basis[0, 2]), np.float32)
    back = np.array((-basis[2, 0], 0.0, -basis[2, 2]), np.float32)
    if np.linalg.norm(back) < 1e-3:
        back = np.array((basis[1, 0], 0.0, basis[1, 2]), np.float32) * -1.0
    right, back = right / np.linalg.norm(right), back / np.linalg.norm(back)
    flat = math.sin(azimuth) * right + math.cos(azimuth) * back
    return (math.cos(elevation) * flat + math.sin(elevation) * np.array((0, 1, 0), np.float32)).astype(
        np.float32
    )
