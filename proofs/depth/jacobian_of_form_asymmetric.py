"""A tensor of coefficients that is not symmetric.

**Limits** `depth/jacobian_of_form`.

**Instance.** f(x) = x_0 x_1 = C(x, x) with C_01 = 1 as the only entry.

**Proof.** The derivative is C(·, x) + C(x, ·), and at x = (1, 0) the vector (0, 1), while 2 C(·, x) is zero there.

**Established here.** That c times ⟨h, ∇f(x) − 2 C(·, x)⟩ is zero is refuted, over Q and every extension. Only that C is
symmetric in the modes of the inputs fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about symmetric tensors with the same form, of which there is one in characteristic 0.
"""

from algebra_tnn import DimensionAtMost, Law, Verdict, verify

COEFFICIENTS = [[0, 1], [0, 0]]
INSTANCE = Law.trace(
    lambda x, h, c: c * (h @ (COEFFICIENTS @ x + x @ COEFFICIENTS) - 2 * (h @ (COEFFICIENTS @ x))),
    {"x": (2,), "h": (2,)},
    {"c": ()},
)


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
