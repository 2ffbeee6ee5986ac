"""Which exponent is left out of the product.

**Limits** `rank/monomial`.

**Instance.** xy² over C, with the exponent 2 left out instead of the exponent 1: the product is 2.

**Established here.** That the tensor has rank 2 is refuted over C and every extension, by its hyperdeterminant. The
rank is 3 = 2 + 1.

**Taken on trust.** Nothing.

**Not claimed.** Other monomials.
"""

from algebra_tnn import C, Form, TensorRankAtMost, Verdict, verify

INSTANCE = Form.of(("x", "y"), 3, {(1, 2): 1})
LEFT_OUT = 1  # the exponent of y


def proof(instance: Form = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance.tensor(), 2, C))
