"""No point of the simplex gives the edges of a graph more than (1 − 1/ω)/2.

**Instance.** The pentagon, ω = 2, where squares alone are not enough: four times what is missing is Horn's form. In
`INSTANCES` the wheel with five spokes, whose bound needs two factors, the Petersen graph, and others.

**Proof.** Let s = Σ x_i, m = ω, and let Q be the sum of x_i x_j over all ordered pairs of equal or not joined vertices;
Σ_(i,j)∈E x_i x_j = (s² − Q)/2, so that m Q ≥ s² is to be shown. If m colours are enough, the pairs of one colour are
in Q, and m Q − s² = Σ_(c<d) (s_c − s_d)² + 2m Σ x_i x_j over pairs of two colours that are not joined. In general let
n_i be the sum over the neighbours of i, and a_i = s − n_i. Then

    s (m Q − s²) = Σ_i x_i ((m − 1) a_i − n_i)²/(m − 1) + m/(m − 1) Σ_i x_i g_i + 2m Σ x_i x_j x_k,

the last sum over edges {i, j} with vertices k that are joined to neither, and g_i the same form for m − 1 on the graph
of the neighbours of i, whose cliques are smaller by one.

**Established here.** (1 − 1/ω)/2 · s² ≥ Σ x_i x_j for all x with positive entries, over R; and so for x ≥ 0.

**Taken on trust.** Nothing.

**Not claimed.** That clique numbers are hard to find; nor that this is a fast way to find them.

**See also** `hardness/motzkin_straus_attained`, `hardness/motzkin_straus_signs`.
"""

from networkx import Graph

from algebra_tnn import Verdict
from algebra_tnn.explore.reductions import motzkin_straus

INSTANCE = ((0, 1), (1, 2), (2, 3), (3, 4), (0, 4))
INSTANCES = [
    INSTANCE,
    ((0, 1),),
    ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)),
    ((0, 1), (1, 2), (2, 3), (0, 3), (0, 4)),
    (*INSTANCE, (0, 5), (1, 5), (2, 5), (3, 5), (4, 5)),
    (*INSTANCE, (0, 5), (1, 6), (2, 7), (3, 8), (4, 9), (5, 7), (7, 9), (9, 6), (6, 8), (8, 5)),
]


def proof(instance: tuple[tuple[int, int], ...] = INSTANCE) -> Verdict:
    return motzkin_straus(Graph(instance)).bound
