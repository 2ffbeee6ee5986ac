"""In a circuit on a tree, the weights around one channel of a bracket have squared norms with constant differences.

**Instance.** Four inputs of dimension 2 on the tree ((0, 1), (2, 3)), with two channels in both layers. The
component of a bracket and a channel r has one vector for each part of the bracket, row r of its matrix, and one
vector above, column r of the bracket's own matrix (for the outermost bracket entry r of the last vector). The
quantity is the sum over all components of c · (|row|² − |column above|²), with a coefficient c for each of the 12
differences.

**Proof.** The output is Σ over channels r of products, in each of which the vectors of the component (bracket, r)
occur once; terms that have one of them have all. So the output changes alike along the fields that multiply one of
them by 1 + ε, and by `dynamics/symmetric_generators`, or by the argument of `dynamics/cp_norms`, differences of
squared norms are conserved.

**Established here.** The identity for all coefficients, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Circuits with shared weights.

**See also** `dynamics/hierarchical_shared`.
"""

from typing import Any

from algebra_tnn import Conserved, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.circuits import DeepCircuit

CIRCUIT = DeepCircuit(inputs=4, dimension=2, channels=(2, 2))
BRACKETS = {"W1_0": ("W0_0", "W0_1"), "W1_1": ("W0_2", "W0_3"), "W2": ("W1_0", "W1_1")}


def with_coefficients(circuit: DeepCircuit) -> Law:
    """The same law with a parameter c[bracket, part, channel] that it does not use."""
    law = circuit.law()
    return Law(law.inputs, (*law.parameters, ("c", (3, 2, 2))), law.let, law.output)


def differences(c: Any, **weights: Any) -> Any:
    first, *rest = (
        einsum("r,ri,ri->", c[k][i], weights[part], weights[part]) - _above(c[k][i], weights[bracket])
        for k, (bracket, parts) in enumerate(BRACKETS.items())
        for i, part in enumerate(parts)
    )
    return sum(rest, first)


def _above(c: Any, W: Any) -> Any:
    return einsum("r,r,r->", c, W, W) if W.ndim == 1 else einsum("r,ir,ir->", c, W, W)


INSTANCE = with_coefficients(CIRCUIT)


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Conserved.trace(instance, differences))
