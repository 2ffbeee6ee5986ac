"""A circuit is its grid tensor, contracted with its inputs.

**Instance.** The deep circuit of 4 inputs of dimension 2 with channels 2,2. In `INSTANCES` also shallow circuits,
shared filters, three inputs, and a mixture of trees.

**Proof.** Each input enters a circuit on a tree at one place, by the linear map W0_j, and what follows is linear in the
value of this place: products with values of other inputs, and sums. So f is linear in each x_j = Σ_d (x_j)_d e_d, and
f(x) = Σ_d f(e_(d_0), …, e_(d_(N−1))) Π_j (x_j)_(d_j). The coefficients are the values at unit vectors: for x_j = φ(t_j)
with M functions φ and points t at which they are the unit vectors, T is the table of the values of f at these points.

**Established here.** The identity as polynomials in inputs and weights, with the 16 values computed one by one from the
circuit, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That functions φ have such points: what f is elsewhere depends on them.

**See also** `depth/feature_product_twice`, where an input enters at two places.
"""

from itertools import product
from math import prod
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import scaled_difference
from algebra_tnn.models.circuits import DeepCircuit, MixtureOfTrees, ShallowCircuit
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = DeepCircuit(4, 2, (2, 2))
INSTANCES = [
    INSTANCE,
    DeepCircuit(4, 2, (2, 2), shared=True),
    DeepCircuit(3, 2, (2, 2), tree=((0, 2), (1,))),
    ShallowCircuit(3, 3, 2),
    MixtureOfTrees(4, 2, (1, 1), [((0, 1), (2, 3)), ((0, 2), (1, 3))]),
]


def law_of_values(circuit: Any) -> Law:
    """Σ_d f(e_d) Π_j (x_j)_(d_j)."""
    law, places = circuit.law(), list(product(range(circuit.dimension), repeat=circuit.inputs))

    def f(place: tuple[int, ...], weights: dict[str, Any], stem: str) -> Any:
        units = [[int(i == d) for i in range(circuit.dimension)] for d in place]
        networks = enumerate(circuit.networks)
        return sum(n.contracted(weights, dict(zip(n.modes, units, strict=True)), f"{stem}{k}_") for k, n in networks)

    def forward(**given: Any) -> Any:
        x = [given[name] for name in law.input_names]
        values = (f(place, given, f"t{k}_") for k, place in enumerate(places))
        return sum(t * prod(x[j][d] for j, d in enumerate(place)) for t, place in zip(values, places, strict=True))

    return Law.trace(forward, dict(law.inputs), dict(law.parameters))


def proof(instance: Any = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(scaled_difference(instance.law(), law_of_values(instance)), 0), by=identity)
