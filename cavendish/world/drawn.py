"""What the draw makes of light and air: how the meter read, what the far gets, passing shade, dust, worn ground.

Neither plan nor guides know of it: the seed draws it, the tokens carry it. In the middle of every latent the stage is
as its plan has it. All of it is broad, so that few tokens say it; what is planned keeps its own colour and light.
"""

import numpy as np
import numpy.typing as npt

from cavendish.world.noise import noise
from cavendish.world.stage import Stage

F32 = npt.NDArray[np.float32]

METER, WARMTH, FAR, FAR_TINT, SHADE, SHADE_SIZE, SHADE_AT, DUST, WEAR, WEAR_AT = (
    48,
    49,
    50,
    51,
    52,
    53,
    54,
    56,
    57,
    58,
)
"""Where each stands among the latents; the places (…_AT) take two."""
_STOPS = 0.16
"""Stops by which the meter errs at most, either way."""
_WARM = 0.035
_FAR_STOPS = (0.6, 0.9)
"""Stops less and more that the far gets at most."""
_FAR_WARM = 0.12
_SHADE = 0.75
_DUST = 0.22
_WEAR = 0.45


def _swing(stage: Stage, at: int) -> float:
    """A latent as −1..1."""
    return 2.0 * float(stage.latents[at]) - 1.0


def metered(stage: Stage) -> F32:
    """What the camera makes of all light (3): a little over or under, a little warm or cool."""
    warm = _WARM * _swing(stage, WARMTH)
    gain = 2.0 ** (_STOPS * _swing(stage, METER))
    return np.array((gain * (1 + warm), gain, gain * (1 - warm)), np.float32)


def focus(stage: Stage) -> float:
    """Distance from the camera to the middle of the plan's things, in stage units; at least 0.5."""
    if not len(stage.things):
        return 4.0
    middle = stage.things[:, 2:5].mean(0)
    return max(float(np.linalg.norm(middle - stage.camera[0:3])), 0.5)


def afar(stage: Stage, distance: F32) -> F32:
    """How much light what lies past the things gets (n, 3), at distances (n) from the camera; 1 as far as they are."""
    near = focus(stage)
    past = 1 - np.exp(-1.6 * np.clip(distance / near - 1.15, 0, 50))
    warm = _FAR_WARM * _swing(stage, FAR_TINT)
    swing = _swing(stage, FAR)
    stops = _FAR_STOPS[int(swing > 0)] * swing
    tint = np.log(np.array((1 + warm, 1.0, 1 - warm))) + stops * np.log(2.0)
    return np.exp(past[:, None] * tint).astype(np.float32)


def passing(stage: Stage, point: F32) -> F32:
    """The share of the key's light that broad soft shade leaves, (n) round 1, at points (3, n).

    Shade falls along the key's rays, so that things and ground under one patch share it. A studio has none.
    """
    if stage.ground == "sweep":
        return np.ones(point.shape[1], np.float32)
    key = stage.light.key
    side = np.cross(key, np.array((0.0, 1.0, 0.2)))
    side = side / np.linalg.norm(side)
    over = np.cross(side, key)
    wide = 1.1 + 1.6 * float(stage.latents[SHADE_SIZE])
    a, b = ((axis @ point / wide + 60 * float(stage.latents[SHADE_AT + k])).astype(np.float32)
            for k, axis in enumerate((side, over)))  # fmt: skip
    patch = noise(a, b, np.full_like(a, 0.5), 131) + 0.35 * noise(2.1 * a, 2.1 * b, np.full_like(a, 0.5), 132)
    return np.clip(1 + _SHADE * _swing(stage, SHADE) * patch, 0.35, 1.5).astype(np.float32)


def dust(stage: Stage, distance: F32) -> F32:
    """The share (n) of what is seen over distances (n) that dust in the air takes the place of; none before things."""
    thick = _DUST * max(_swing(stage, DUST), 0.0)
    past = np.clip(distance / focus(stage) - 1.0, 0, 4)
    return (thick * (1 - np.exp(-past))).astype(np.float32)


def worn(stage: Stage, point: F32) -> F32:
    """What wear leaves of the ground's colour, (n) round 1, at points (3, n): broad patches."""
    at = stage.latents[WEAR_AT : WEAR_AT + 2] * 40
    x, z = (point[0] * 0.8 + at[0]).astype(np.float32), (point[2] * 0.8 + at[1]).astype(np.float32)
    flat = np.full_like(x, 0.5)
    return (1 + _WEAR * _swing(stage, WEAR) * noise(x, flat, z, 133)).astype(np.float32)
