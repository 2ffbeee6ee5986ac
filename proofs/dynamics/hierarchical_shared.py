"""With shared weights, the components of one layer are one, and their vectors move at different rates.

**Limits** `dynamics/hierarchical_norms` and `dynamics/hierarchical_rates`.

**Instance.** The circuit with four inputs of dimension 2 and two channels in both layers, one matrix W0 for all
inputs and one matrix W1 for both brackets, and the quantity Σ_r c_r (|row r of W0|² − |column r of W1|²).

**Proof.** Row r of W0 occurs four times where column r of W1 occurs twice: |row|² − 2 |column|² is conserved
instead.

**Established here.** That the derivative of the quantity along the gradient fields does not depend on the weights,
as it would not if it were zero, is refuted. Over Q and every extension. Only the hypothesis that the vectors of a
component are different parameters fails.

**Taken on trust.** Nothing.

**Not claimed.** That nothing is conserved.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import VectorField, derivative, einsum
from algebra_tnn.models.circuits import DeepCircuit

CIRCUIT = DeepCircuit(inputs=4, dimension=2, channels=(2, 2), shared=True)


def with_coefficients(law: Law) -> Law:
    return Law(law.inputs, (*law.parameters, ("c", (2,))), law.let, law.output)


def gradient(W0: Any, W1: Any, c: Any, **others: Any) -> dict[str, Any]:
    return {"W0": 2 * einsum("r,ri->ri", c, W0), "W1": -2 * einsum("r,ir->ir", c, W1)}


INSTANCE = with_coefficients(CIRCUIT.law())


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(derivative(instance, VectorField.trace(gradient, instance)), 0))
