"""An input that is used twice is not determined by its values at unit vectors.

**Instance.** The circuit of 3 inputs of dimension 2 with one channel in each layer, whose windows 0, 1 and 1, 2
overlap. In `INSTANCES` also two channels, and 4 inputs.

**Proof.** It is a multiple of ⟨a, x_0⟩ ⟨b, x_1⟩² ⟨c, x_2⟩, which has degree two in x_1; a contraction of x_0 ⊗ x_1 ⊗
x_2 has degree one. At unit vectors x_1 = e_d the square is b_d², so that the contraction of the grid tensor has Σ_d
b_d² (x_1)_d in its place.

**Established here.** The circuit is not the function that is linear in each input and has its values at unit vectors,
as polynomials in inputs and weights, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That its grid tensor is no tensor network: it is, with modes that occur in several nodes.

**Limits** `depth/feature_product`: each input is used once.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.laws import scaled_difference
from algebra_tnn.models.circuits import OverlappingCircuit

INSTANCE = OverlappingCircuit(3, 2, (1, 1))
INSTANCES = [INSTANCE, OverlappingCircuit(3, 2, (2, 1)), OverlappingCircuit(4, 2, (1, 1, 1))]


def proof(instance: OverlappingCircuit = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(scaled_difference(instance.polynomial_law(), instance.law()), 0))
