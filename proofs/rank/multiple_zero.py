"""An apolar form with a double zero: x²y is no sum of two cubes.

**Limits** `rank/sylvester`.

**Instance.** 3x²y over C. The only apolar form of degree 2 is b², with one zero. So s = 2, and the rank is d + 2 − s =
3. It is the tensor W.

**Established here.** That the tensor has rank 2 is refuted over C and every extension, by its hyperdeterminant. A sum
of two cubes would be a decomposition.

**Taken on trust.** Nothing.

**Not claimed.** Anything about border rank: x²y is a limit of sums of two cubes.
"""

from algebra_tnn import C, Form, TensorRankAtMost, Verdict, verify

INSTANCE = Form.of(("x", "y"), 3, {(2, 1): 3})


def proof(instance: Form = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance.tensor(), 2, C))
