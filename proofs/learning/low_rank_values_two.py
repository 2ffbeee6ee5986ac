"""With factors of the actions of their own, rewards and transitions add their ranks.

**Limits** `learning/low_rank_values`, `learning/low_rank_values_given`.

**Instance.** Three states and actions, d = 1: the next state does not depend on the action, P(s′|s, a) = U(s′, s) · 1,
and the reward is r(s, a) = W(s) a.

**Proof.** Q(s, a) = W(s) a + γ c(s) · 1 with a vector c that is no multiple of W. In general the rank is at most 2d.

**Established here.** "Rank at most 1" is refuted: the rank of the action values is 2, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That such processes are rare: the reward has rank d, and so has the transition.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.tensors.decision_processes import DecisionProcess

NEXT = (("1/2", "1/2", 0), (0, "1/2", "1/2"), (1, 0, 0))
REWARDS = ((1, 2, 3), (0, 0, 0), (2, 4, 6))
INSTANCE = DecisionProcess(Tensor.from_nested([[row] * 3 for row in NEXT]), REWARDS, "1/2")
POLICY = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


def proof(instance: DecisionProcess = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(Tensor.from_nested(instance.action_values(POLICY)), 1))
