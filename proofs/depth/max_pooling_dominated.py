"""An open set of weights at which one input decides all that is pooled.

**Instance.** Four inputs of two templates, channels (2,1): weights within 1/4 of those that are 5 at input 0, 2 at
input 2, and 1 elsewhere.

**Proof.** If the values of input 0 are positive and larger than those of input 1 at all templates, the first node of
level 1 hands on those of input 0 alone. Likewise at the root, if the values of the first node are positive and larger
than those of the second. These are finitely many strict inequalities between polynomials in the weights.

**Established here.** They hold for all real weights in the box: up to positive constants, the polynomials are sums of
products of shares of the sides. So the box lies in one cell. What the network is there: `depth/max_pooling_one_unit`.

**Taken on trust.** Nothing.

**Not claimed.** That the box is the largest one.

**See also** `depth/max_pooling_opposite`, `depth/max_pooling_dead`, `depth/max_pooling_wide`.
"""

from fractions import Fraction
from typing import Any

from algebra_tnn import PositiveOnBox, R, Verdict, verify
from algebra_tnn.models.pooling import Cell, PoolingNetwork

NETWORK = PoolingNetwork(4, 2, (2, 1))
INSTANCE = Fraction(1, 4)


def filled(x: Any, shape: tuple[int, ...]) -> Any:
    """The tensor of this shape with one entry everywhere."""
    return [filled(x, shape[1:])] * shape[0] if shape else x


def weights(shift: Any) -> dict[str, Any]:
    """5 at input 0, 2 at input 2, 1 elsewhere, all plus the shift."""
    centres = dict.fromkeys(NETWORK.parameters, 1) | {"W0_0": 5, "W0_2": 2}
    return {name: filled(centres[name] + shift, shape) for name, shape in NETWORK.parameters.items()}


def proof(instance: Fraction = INSTANCE) -> Verdict:
    inequalities = Cell.around(NETWORK, weights(0)).inequalities()
    return verify(PositiveOnBox(inequalities, weights(-instance), weights(instance), R))
