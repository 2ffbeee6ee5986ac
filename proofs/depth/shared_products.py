"""A circuit with shared filters is a function of the symmetric products of its pairs.

**Instance.** 4 inputs of dimension 2, channels 2,2, one matrix for all positions of a layer. In `INSTANCES` also other
channels, and dimension 3.

**Proof.** ⟨w, x⟩ ⟨w, y⟩ = Σ_i w_i² x_i y_i + Σ_(i<j) w_i w_j (x_i y_j + x_j y_i).

**Established here.** The circuit is the same function as the law that computes these products first, as polynomials in
inputs and weights, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** What follows for separation ranks.

**See also** `depth/depth_shared_halves` and `depth/truncated_shared`, whose claims are about the law so written; and
`depth/pairs_of_their_own`, where there is no such law.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.laws import scaled_difference
from algebra_tnn.models.circuits import DeepCircuit, law_of_symmetric_products
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = DeepCircuit(4, 2, (2, 2), shared=True)
INSTANCES = [INSTANCE, DeepCircuit(4, 2, (4, 4), shared=True), DeepCircuit(4, 3, (2, 1), shared=True)]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    difference = scaled_difference(instance.law(), law_of_symmetric_products(instance))
    return verify(DimensionAtMost(difference, 0), by=identity)
