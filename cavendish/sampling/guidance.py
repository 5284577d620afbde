"""Classifier-free guidance: further from what is said without conditions (arXiv:2207.12598)."""

from jaxtyping import Float
from torch import Tensor


def guided(
    conditional: Float[Tensor, "*s"], unconditional: Float[Tensor, "*s"], strength: float
) -> Float[Tensor, "*s"]:
    """Unconditional + strength·(conditional − unconditional): 1 is plain, 0 ignores the conditions."""
    return unconditional + strength * (conditional - unconditional)


def halves(both: Float[Tensor, " b2 *rest"], strength: float) -> Float[Tensor, " b *rest"]:
    """`guided` where one batch holds first all conditional, then all unconditional answers."""
    conditional, unconditional = both.chunk(2)
    return guided(conditional, unconditional, strength)
