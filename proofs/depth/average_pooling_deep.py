"""Sums and means of rectified values in a deep network, at partitions that divide what the last node pools.

**Instance.** Four inputs of two templates in pairs (0,1) and (2,3), at the inputs 0 and 2: rank 3 at most, where 4 is
possible.

**Proof.** The grid tensor is A = Σ_k G_k, where G_k depends on the inputs below child k of the root alone
(`depth/average_pooling`). Let I and J be a partition, and let child k have p_k values of the inputs in I below it and
q_k of those in J. With e_a = [d_I = a], of which there are p_k with sum 1, G_k = Σ_a e_a G_k(a, d_J) = G_k(b, d_J) +
Σ_(a≠b) e_a (G_k(a, d_J) − G_k(b, d_J)) for one b. The first terms of all children sum to one function of d_J. So the
rank is at most 1 + Σ_k (p_k − 1). It may be chosen for each child whether I or J is taken: the rank is at most 2 + Σ_k
(min(p_k, q_k) − 1), where p_k or q_k is 1 if no input below k is in I or J. For a root with two children, M templates
and every second input this is 2 M^(N/4) − 1 < M^(N/2): the network is not universal, however wide it is.

**Established here.** G(d_0, d_1) + H(d_2, d_3), written in this way, has separation rank at most 2M − 1 = 3 for all G
and H, over Q and every extension; in the wide run for M = 3 and 4: 5 of 9, and 7 of 16.

**Taken on trust.** Nothing.

**Not claimed.** That both bounds are attained by weights; a test has weights that attain 3.

**See also** `depth/average_pooling`, `depth/average_pooling_max`.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankAtMost, Verdict, verify
from algebra_tnn.laws import einsum, named

INSTANCE = 2
INSTANCES = [2, 3, 4]


def two_pairs(templates: int) -> Law:
    """G(d_0, d_1) + H(d_2, d_3): the last row of both, and what the others have more."""
    first = list(range(templates - 1))
    last = [templates - 1] * (templates - 1)

    def forward(x0: Any, x1: Any, x2: Any, x3: Any, G: Any, H: Any) -> Any:
        beyond = named("beyond", (G[-1] @ x1) * x3.sum() + x1.sum() * (H[-1] @ x3))
        more_G = einsum("a,ab,b->", x0[first], G[first] - G[last], x1) * x2.sum() * x3.sum()
        more_H = einsum("a,ab,b->", x2[first], H[first] - H[last], x3) * x0.sum() * x1.sum()
        return beyond * x0.sum() * x2.sum() + more_G + more_H

    matrix = (templates, templates)
    return Law.trace(forward, {f"x{i}": (templates,) for i in range(4)}, {"G": matrix, "H": matrix})


def proof(instance: int = INSTANCE) -> Verdict:
    return verify(SeparationRankAtMost(two_pairs(instance), ("x0", "x2"), 2 * instance - 1))
