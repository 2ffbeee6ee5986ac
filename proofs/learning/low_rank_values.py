"""All action values are of rank d if rewards and transitions have the same d factors of the actions.

**Instance.** 3 states, 3 actions, d = 2, with indeterminate U, V, W, discount, and value of the policy. In `INSTANCES`
d = 1, and other sizes.

**Proof.** With P(s′|s, a) = Σ_k U(s′, s, k) V(a, k) and r(s, a) = Σ_k W(s, k) V(a, k), Bellman's equation is Q(s, a) =
Σ_k (W(s, k) + γ Σ_s′ U(s′, s, k) v(s′)) V(a, k) with the value v of the policy, whatever it is: d products.

**Established here.** The matrix Q has a rank of at most d for all U, V, W, γ and v, and this rank for almost all, over
Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That samples of few entries determine Q; that estimates have this rank.

**See also** `learning/low_rank_values_given`, `learning/low_rank_values_two`.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankBetween, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = (3, 3, 2)
INSTANCES = [INSTANCE, (3, 3, 1), (4, 2, 1), (4, 3, 2)]


def law(states: int, actions: int, d: int) -> Law:
    """⟨x, Q y⟩ for vectors x of states and y of actions."""

    def bilinear(x: Any, y: Any, U: Any, V: Any, W: Any, gamma: Any, v: Any) -> Any:
        return einsum("sk,s,ak,a->", W + gamma * einsum("tsk,t->sk", U, v), x, V, y)

    shapes = {"U": (states, states, d), "V": (actions, d), "W": (states, d), "gamma": (), "v": (states,)}
    return Law.trace(bilinear, {"x": (states,), "y": (actions,)}, shapes)


def proof(instance: tuple[int, int, int] = INSTANCE) -> Verdict:
    d = instance[-1]
    return verify(SeparationRankBetween(law(*instance), ("x",), d, d))
