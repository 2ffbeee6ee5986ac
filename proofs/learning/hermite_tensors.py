"""Hermite tensors follow from each other by the recursion of score functions.

**Instance.** S_3 from S_2 in two variables. In `INSTANCES` the orders 2, 3, 4, in up to three variables.

**Proof.** From S_m p = (−1)^m ∇^m p follows S_m = −S_(m−1) ⊗ ∇log p − ∇S_(m−1), with the new index last, and
∇log p = −x for the normal density. *The formula.* Let S_(m−1) be Σ_P (−1)^|P| Π δ Π x over all sets P of disjoint pairs
of its modes. In S_(m−1) ⊗ x the last mode is in no pair; each term of ∇S_(m−1) puts it into a pair with a mode that was
in none. Together these are all sets of disjoint pairs of m modes.

**Established here.** S_m = S_(m−1) ⊗ x − ∇S_(m−1) for the tensors of the formula, as polynomials in x, over Q and every
extension. From S_1 = x follow S_2 = x xᵀ − 1 and S_3 = x⊗x⊗x − Σ x_i δ_jk.

**Taken on trust.** Nothing.

**Not claimed.** Other densities.

**See also** `learning/hermite_tensors_wide`, for another variance.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import derivative, einsum
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.moments import HermiteTensor

INSTANCE = HermiteTensor(dimension=2, order=3)
INSTANCES = [
    INSTANCE,
    HermiteTensor(dimension=3, order=2),
    HermiteTensor(dimension=3, order=3),
    HermiteTensor(dimension=2, order=4),
    HermiteTensor(dimension=3, order=4),
]


def difference(tensor: HermiteTensor) -> Law:
    """S_m − S_(m−1) ⊗ x + ∇S_(m−1)."""
    lower = HermiteTensor(tensor.dimension, tensor.order - 1).law()
    slope, letters = derivative(lower, "x"), "abcdefgh"[: tensor.order]

    def forward(x: Any) -> Any:
        product = einsum(f"{letters[:-1]},{letters[-1]}->{letters}", traced_value(lower, {"x": x}), x)
        return tensor.forward(x) - product + traced_value(slope, {"x": x})

    return Law.trace(forward, tensor.inputs, {})


def proof(instance: HermiteTensor = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
