"""Roots of unity are needed: x²y² over R.

**Limits** `rank/monomial`.

**Instance.** x²y² over R, whose least exponent is not one.

**Proof.** Four fourth powers are needed: three terms would be the powers at three different real zeros of an apolar
form of degree 3, that is of α a³ + β b³, which has at most one. (In general x^a y^b has real rank a + b: a sum of r ≥ 2
real powers has at most r real zeros, with multiplicities [Reznick2013].) The tensor has real rank 4, too: a
decomposition with three terms is symmetric, since its flattenings at two modes have rank 3, so that the products of
two vectors are a basis of the symmetric matrices, and symmetric.

**Established here.** Nothing by a certificate: whether the tensor has rank 3 over R stays undecided by the rules that
there are.

**Taken on trust.** Nothing.

**Not claimed.** Other fields: over C the rank is 3.
"""

from algebra_tnn import Form, R, TensorRankAtMost, Verdict, verify

INSTANCE = Form.of(("x", "y"), 4, {(2, 2): 1})


def proof(instance: Form = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance.tensor(), 3, R))
