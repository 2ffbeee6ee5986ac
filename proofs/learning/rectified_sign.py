"""The sign of a ReLU neuron can be changed, if the network has a linear part that makes up for it.

**Instance.** Three neurons in two variables with a linear part, of which two change their signs. In `INSTANCES` others.

**Proof.** ρ(z) − ρ(−z) = z for ρ(t) = max(0, t): one of ρ(z) and ρ(−z) is 0, and the other |z|. So a ρ(z) = a ρ(−z) +
a z, for each neuron, with z = ⟨w, x⟩ + b; and with the neurons S changed,

Σ_j a_j ρ(z_j) + ⟨v, x⟩ + c = Σ_(j ∉ S) a_j ρ(z_j) + Σ_(j ∈ S) a_j ρ(−z_j) + ⟨v + Σ_S a_j w_j, x⟩ + c + Σ_S a_j b_j.

**Established here.** With p_j for ρ(z_j) and q_j for ρ(−z_j), the difference of both sides vanishes wherever
p_j − q_j = z_j for all j, as an identity with cofactors in x, W, b, a, v and c, over Q and every extension.

**Taken on trust.** Nothing: p_j − q_j = z_j is proved above.

**Not claimed.** That there are no further weights with the same function.

**See also** `learning/rectified_flips`, where no linear part is needed.
"""

from functools import partial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum, named
from algebra_tnn.provers import cofactors

INSTANCE = [1, 0, 1]  # for each neuron whether its sign changes
INSTANCES = [INSTANCE, [1], [0, 0], [1, 1, 1, 1]]


def difference(flipped: list[int]) -> Law:
    """The right-hand side minus the left one."""
    n, kept = len(flipped), [1 - t for t in flipped]

    def forward(x: Any, p: Any, q: Any, W: Any, b: Any, a: Any, v: Any, c: Any) -> Any:
        named("signs", p - q - (W @ x + b))
        moved = einsum("j,j->j", flipped, a)
        neurons = einsum("j,j,j->", kept, a, p) + einsum("j,j->", moved, q)
        return neurons + (v + moved @ W) @ x + c + moved @ b - (a @ p + v @ x + c)

    inputs = {"x": (2,), "p": (n,), "q": (n,)}
    return Law.trace(forward, inputs, {"W": (n, 2), "b": (n,), "a": (n,), "v": (2,), "c": ()})


def proof(instance: list[int] = INSTANCE) -> Verdict:
    given = {"signs": lambda a: einsum("j,j->j", [-t for t in instance], a)}
    return verify(Vanishes(difference(instance), ("signs",)), by=partial(cofactors, cofactors=given))
