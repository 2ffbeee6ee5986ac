"""What the circuit computes whose matrix is the identity.

**Instance.** 4 inputs of dimension 2, channels 2,2, with the weights of `depth/links`. In `INSTANCES` the same sizes as
there.

**Proof.** Channel α of the pair k is (x_2k)_α (x_(2k+1))_α for α < M, W1_k sums these, and all that follows passes on
and multiplies.

**Established here.** f(x) = Π_k ⟨x_2k, x_(2k+1)⟩ as polynomials in the inputs, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That these are the only weights of this function.

**See also** `depth/links_few_channels`: with r_0 < M there are none.
"""

from math import prod
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import fixed, scaled_difference
from algebra_tnn.models.circuits import DeepCircuit, weights_of_links
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = DeepCircuit(4, 2, (2, 2))
INSTANCES = [INSTANCE, DeepCircuit(4, 3, (3, 2)), DeepCircuit(8, 2, (2, 1, 2)), DeepCircuit(4, 2, (3, 2))]


def law_of_links(circuit: DeepCircuit) -> Law:
    """The product of the inner products of neighbours."""
    names = circuit.law().input_names
    pairs = list(zip(names[::2], names[1::2], strict=True))

    def forward(**x: Any) -> Any:
        return prod(x[one] @ x[two] for one, two in pairs)

    return Law.trace(forward, dict(circuit.law().inputs), {})


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law = fixed(instance.law(), weights_of_links(instance))
    return verify(DimensionAtMost(scaled_difference(law, law_of_links(instance)), 0), by=identity)
