"""A decision process with three states, and its action values of rank two.

**Instance.** P(s′|s, a) = Σ_k U(s′, s, k) V(a, k), r = W Vᵀ, discount 1/2, and the policy that takes each of the three
actions with probability 1/3; d = 2, and Bellman's equation is solved over Q.

**Proof.** The rows of V have the sum one and the U(·, s, k) are probabilities, so that these are transitions. The rank
is at most 2 by `learning/low_rank_values`.

**Established here.** The rank of the 3×3 matrix of all action values is 2, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the best policy was found: any policy will do.

**See also** `learning/low_rank_values`, `learning/low_rank_values_two`.
"""

from fractions import Fraction

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify
from algebra_tnn.tensors.decision_processes import DecisionProcess

FIRST = ((1, 0, 0), (0, 0, 1), (0, 1, 0))  # the next state for k = 0, one row for each state
SECOND = (("1/2", "1/2", 0), (0, "1/2", "1/2"), ("1/3", "1/3", "1/3"))
V = ((1, 0), ("1/2", "1/2"), (0, 1))
W = ((1, 2), (0, 1), (3, 0))


def process() -> DecisionProcess:
    transitions = [
        [[Fraction(a) * Fraction(p) + Fraction(b) * Fraction(q) for p, q in zip(*rows, strict=True)] for a, b in V]
        for rows in zip(FIRST, SECOND, strict=True)
    ]
    rewards = tuple(tuple(w * Fraction(a) + z * Fraction(b) for a, b in V) for w, z in W)
    return DecisionProcess(Tensor.from_nested(transitions), rewards, "1/2")


INSTANCE = ((Fraction(1, 3),) * 3,) * 3


def proof(instance: tuple[tuple[Fraction, ...], ...] = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(Tensor.from_nested(process().action_values(instance)), 2, 2))
