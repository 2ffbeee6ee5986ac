"""A matricization of an outer product is a Kronecker product of matricizations.

**Instance.** S of shape 2×3, T of shape 2×2×3 and their outer product S ⊗ T of order five, flattened at the modes 0,
2, 4: the flattening of S at its mode 0, times the flattening of T at its modes 0 and 2. The 6 entries of S are 10^0,
…, 10^5 and the 12 entries of T are 10^0, 10^6, …, 10^66.

**Proof.** Row ((i), (k, m)) and column ((j), (l)) of both sides hold S_ij T_klm: rows first run through the modes of
S in the set, then through those of T, and that is the row-major order of pairs. *One instance is enough.* In the
entries s_a of S and t_b of T, each entry of the difference of both sides is a bilinear form Σ c_ab s_a t_b with
coefficients −1, 0 or 1. At s_a = 10^a, t_b = 10^(6b) it has the value Σ c_ab 10^(a + 6b), with all exponents
different, which vanishes only if all c_ab do. So the difference is zero here exactly if it is zero identically.

**Established here.** The difference has rank 0, which is to say that the identity holds, with all entries
indeterminate, for these shapes and this set of modes.

**Taken on trust.** Nothing.

**Not claimed.** Other shapes; the argument above covers them in prose.

**See also** `tensors/kronecker_order`: with the two groups of rows interchanged, the identity is false.
"""

from itertools import product

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, kronecker, verify

S = Tensor((2, 3), tuple(10**a for a in range(6)))
T = Tensor((2, 2, 3), tuple(10 ** (6 * b) for b in range(12)))
OUTER = Tensor(S.shape + T.shape, tuple(s * t for s, t in product(S.entries, T.entries)))


def difference(left: tuple, right: tuple) -> Tensor:
    """The difference of two matrices, as a tensor of order two."""
    return Tensor.from_nested([[x - y for x, y in zip(*rows, strict=True)] for rows in zip(left, right, strict=True)])


INSTANCE = difference(OUTER.matricized([0, 2, 4]), kronecker(S.matricized([0]), T.matricized([0, 2])))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 0))
