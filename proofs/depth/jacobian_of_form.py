"""The Jacobians of forms are a linear image of their coefficient tensor.

**Instance.** Σ_i w_i ⟨v_i, x⟩³ with two inputs, two terms, two outputs; in `INSTANCES` the degrees 2 and 4, and three
inputs.

**Proof.** Let C = Σ_i w_i ⊗ v_i ⊗ … ⊗ v_i, symmetric in the last d modes, so that f(x) = C(x, …, x). Then J(x) = d C(·,
·, x, …, x), and the tensor of the J(x_n) is C with the last d − 1 modes grouped and contracted with the matrix M[n,
(j_2, …, j_d)] = d x_n[j_2] ⋯ x_n[j_d], of Vandermonde's type. A decomposition of C with the vectors w_i, v_i becomes
one of the Jacobians, in which H_ni = d ⟨v_i, x_n⟩^(d−1) is the image of v_i ⊗ … ⊗ v_i.

**Established here.** The part of f(x + h) of degree one in h is d C(·, h, x, …, x), as polynomials in x, h, w and v,
over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That M is injective on symmetric tensors: see `depth/jacobian_evaluations`.

**See also** `depth/jacobian_of_form_asymmetric` and `uniqueness/jacobian_one_output`.
"""

from typing import Any

from algebra_tnn import Law, PolynomialNetwork, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum, taylor_difference

INSTANCE = PolynomialNetwork((2, 2, 2), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 2), degrees=2),
    PolynomialNetwork((2, 3, 1), degrees=4),
    PolynomialNetwork((3, 2, 2), degrees=3),
]


def contracted(network: PolynomialNetwork) -> Law:
    """d C(·, ·, x, …, x), from the entries of C."""
    (degree,), axes = network.degrees, "jklm"[: network.degrees[0]]

    def forward(x: Any, W1: Any, W2: Any) -> Any:
        C = einsum(f"or,{','.join(f'r{c}' for c in axes)}->o{axes}", W2, *[W1] * degree)
        return degree * einsum(f"o{axes},{','.join(axes[1:])}->oj", C, *[x] * (degree - 1))

    return Law.trace(forward, {"x": (network.widths[0],)}, network.parameters)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(taylor_difference(instance.law(), "x", 1, contracted(instance))))
