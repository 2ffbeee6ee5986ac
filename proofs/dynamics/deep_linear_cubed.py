"""With cubes between the layers, Gram matrices of consecutive layers do not move alike.

**Limits** `dynamics/deep_linear`.

**Instance.** Widths (1, 2, 1) with t³, and ⟨E, W_1 W_1ᵀ − W_2ᵀ W_2⟩ for a matrix E of coefficients.

**Proof.** The network does not change along rescalings of single neurons alone, and there the generator is 1 on W_1
and −3 on W_2: |row|² − 3 |column|² is conserved.

**Established here.** That the derivative of the quantity along the gradient fields does not depend on the weights,
as it would not if it were zero, is refuted. Over Q and every extension. Only the hypothesis that there is no
activation fails.

**Taken on trust.** Nothing.

**Not claimed.** That nothing is conserved.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import VectorField, derivative


def with_coefficients(law: Law) -> Law:
    return Law(law.inputs, (*law.parameters, ("E", (2, 2))), law.let, law.output)


def gradient(W1: Any, W2: Any, E: Any) -> dict[str, Any]:
    symmetric = E + E.T
    return {"W1": symmetric @ W1, "W2": -(W2 @ symmetric)}


INSTANCE = with_coefficients(PolynomialNetwork((1, 2, 1), degrees=3).law())


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(derivative(instance, VectorField.trace(gradient, instance)), 0))
