"""Components that are not orthogonal are no eigenvectors.

**Limits** `tensors/orthogonal`.

**Instance.** T = u^{⊗3} + v^{⊗3} with u = (1, 0) and v = (3/5, 4/5), unit vectors. T(I, v, v) = ⟨u, v⟩² u + v.

**Established here.** That v is an eigenvector is refuted: the matrix with the rows T(I, v, v) and v has rank 2, over Q
and every extension. So v is no fixed point of the power map.

**Taken on trust.** Nothing.

**Not claimed.** Where the fixed points are.
"""

from fractions import Fraction

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

VECTORS = ((1, 0), (Fraction(3, 5), Fraction(4, 5)))
WEIGHTS = (1, 1)


def image(x: tuple) -> list:
    """T(I, x, x)."""
    products = [sum(a * b for a, b in zip(v, x, strict=True)) for v in VECTORS]
    terms = list(zip(WEIGHTS, products, VECTORS, strict=True))
    return [sum(w * p * p * v[k] for w, p, v in terms) for k in range(2)]


INSTANCE = Tensor.from_nested([image(VECTORS[1]), list(VECTORS[1])])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 1))
