"""Modulo two a symmetric tensor is not read off its form.

**Limits** `tensors/polarization`.

**Instance.** T = [[0, 1], [1, 0]] over GF(2), with the form T(x, x) = 2 x_0 x_1 = 0.

**Proof.** The tensors T and 0 have the same form. Nor has the form x_0 x_1 a symmetric tensor: T(x, x) = T_00 x_0² +
T_11 x_1² for all of them.

**Established here.** That T is zero, as its form is, is refuted over GF(2). The hypothesis that is violated: the
characteristic is 0 or larger than the degree.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about other remedies, such as divided powers.
"""

from algebra_tnn import Field, Tensor, TensorRankAtMost, Verdict, verify

INSTANCE = Tensor.from_nested([[0, 1], [1, 0]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 0, Field.named("GF(2)")))
