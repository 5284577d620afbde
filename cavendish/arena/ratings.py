"""Bradley–Terry ratings with intervals, from who was preferred to whom.

P(a over b) = e^(θa − θb) / (1 + e^(θa − θb)); fitted by Hunter's MM iteration (2004, Annals of Statistics 32, p. 386),
intervals from the observed information. A tie is half a win for either.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ELO = 400 / math.log(10)
"""Points a unit of θ: 400 points are odds of ten to one."""
_TURNS, _STILL = 10_000, 1e-12
_WIDTH = 1.959964  # of a 95 % interval, in standard deviations


@dataclass(frozen=True)
class Duel:
    """One vote: the share of a win (1, ½ or 0) that `first` had over `second`."""

    first: str
    second: str
    won: float


@dataclass(frozen=True)
class Rating:
    """A name's rating in points around 0, and the ends of its 95 % interval; infinite where votes say nothing."""

    name: str
    points: float
    low: float
    high: float
    votes: int


def rate(names: Sequence[str], duels: Sequence[Duel], prior: float = 0.0) -> list[Rating]:
    """The ratings, best first. `prior` wins either way between every two names keep a rating finite that never lost.

    For two names without a prior they are ± ELO · ln(wins / losses) / 2, deviation ELO · √(1/wins + 1/losses) / 2.
    """
    n, at = len(names), {name: k for k, name in enumerate(names)}
    wins = np.full((n, n), prior) * (1 - np.eye(n))
    votes = np.zeros(n, int)
    for duel in duels:
        a, b = at[duel.first], at[duel.second]
        wins[a, b] += duel.won
        wins[b, a] += 1 - duel.won
        votes[[a, b]] += 1
    theta = _fitted(wins)
    deviation = _deviations(wins, theta)
    found = [
        Rating(name, float(ELO * theta[k]), *_interval(theta[k], deviation[k]), int(votes[k]))
        for k, name in enumerate(names)
    ]
    return sorted(found, key=lambda one: (-one.points, one.name))


def _fitted(wins: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    met = wins + wins.T
    strength = np.ones(len(wins))
    for _ in range(_TURNS):
        shared = met / (strength[:, None] + strength[None, :])
        with np.errstate(divide="ignore", invalid="ignore"):
            new = np.where(shared.sum(1) > 0, wins.sum(1) / shared.sum(1), 1.0)
        new = np.maximum(new, 1e-9)
        new = new / np.exp(np.log(new).mean())
        if np.abs(np.log(new / strength)).max() < _STILL:
            break
        strength = new
    theta: npt.NDArray[np.float64] = np.log(strength)
    return theta - theta.mean()


def _deviations(wins: npt.NDArray[np.float64], theta: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Standard deviations of θ with its mean held at 0; infinite for a name that never both won and lost."""
    chance = 1 / (1 + np.exp(theta[None, :] - theta[:, None]))
    information = -(wins + wins.T) * chance * (1 - chance)
    np.fill_diagonal(information, 0.0)
    np.fill_diagonal(information, -information.sum(1))
    spread = np.sqrt(np.clip(np.diag(np.linalg.pinv(information)), 0, None))
    known = (wins.sum(1) > 0) & (wins.sum(0) > 0)
    return np.where(known, spread, np.inf)


def _interval(theta: float, deviation: float) -> tuple[float, float]:
    reach = _WIDTH * ELO * deviation
    return float(ELO * theta - reach), float(ELO * theta + reach)
