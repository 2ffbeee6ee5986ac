"""An apolar form whose zeros are not in the field.

**Limits** `rank/sylvester`.

**Instance.** x³ + xy² + y³ over Q. The apolar form a² + 9ab − 3b² has two different zeros, (−9 ± √93)/2.

**Established here.** That the tensor has rank 2 over Q is refuted: its hyperdeterminant is no square. Over R two cubes
suffice, over Q three.

**Taken on trust.** Nothing.

**Not claimed.** Anything about extensions of Q.
"""

from algebra_tnn import Form, Q, TensorRankAtMost, Verdict, verify

INSTANCE = Form.of(("x", "y"), 3, {(3, 0): 1, (1, 2): 1, (0, 3): 1})


def proof(instance: Form = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance.tensor(), 2, Q))
