"""Modulo two, A² is not what ⟨p, x⟩² and Σ p_j² x_j² leave.

**Limits** `depth/factorization_machine`.

**Instance.** p = (1, 1): A²(p, x) = x_0 x_1 has the tensor [[0, 1], [1, 0]] with zeros on the diagonal as 2! A² over
Z, and ⟨p, x⟩² − Σ p_j² x_j² = 2 x_0 x_1 = 0 over GF(2).

**Proof.** 2 A² = ⟨p, x⟩² − Σ p_j² x_j² says nothing of A² where 2 = 0. The matrix E_01, whose form is A², is not zero.

**Established here.** That E_01 is zero, as ⟨p, x⟩² − Σ p_j² x_j² is, is refuted over GF(2). Only the hypothesis that
the characteristic is 0 or larger than the order fails.

**Taken on trust.** Nothing.

**Not claimed.** That factorization machines make no sense there: the recursion that computes A^t does not divide.
"""

from algebra_tnn import Field, Tensor, TensorRankAtMost, Verdict, verify

FIELD = Field.named("GF(2)")
ORDER = 2
INSTANCE = Tensor.from_nested([[0, 1], [0, 0]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 0, FIELD))
