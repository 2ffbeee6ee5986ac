"""Three colours are enough for a graph if and only if a quadratic system has a solution.

**Instance.** The complete graph on four vertices, which needs four colours. In `INSTANCES` graphs of both kinds.

**Proof.** Let p = t³ − t and p[s, t] = (p(s) − p(t))/(s − t) = s² + st + t² − 1. In a field of characteristic other
than 2, p has the roots −1, 0, 1, and p[s, t] is 0 for different roots s and t, while p[s, s] = p′(s) is 2, −1 and 2. So
p(x_i) = 0 for all vertices and p[x_i, x_j] = 0 for all edges say that x is a proper colouring; y_i = x_i² makes the
equations quadratic. *Refutations.* Write 1 = Σ_c L_c(x_i) with the polynomials of degree two that are 1 at one colour c
and 0 at the others, for one vertex after the other. Where an edge has the same colour c twice, the product has the
factor L_c(s) L_c(t), and p′(c) L_c(s) L_c(t) is a combination of p[s, t], p(s) and p(t), since (t − c) L_c(t) p′(c) =
p(t). A search in vain so writes 1 as a combination of the equations, with denominators that are powers of two.

**Established here.** Every value of 1 is zero where the equations hold: there is no solution, over Q and every
extension, and, by the same identity, in no field of characteristic other than 2. For graphs with a colouring, that it
solves the equations.

**Taken on trust.** Nothing.

**Not claimed.** That quadratic systems are hard to solve: that is a statement about all graphs, and about P and NP.

**See also** `hardness/three_colourings_modulo_three`.
"""

from networkx import Graph

from algebra_tnn import Verdict
from algebra_tnn.explore.reductions import three_colouring

INSTANCE = ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))
INSTANCES = [
    INSTANCE,
    (*INSTANCE, (0, 4), (1, 4)),
    ((0, 1), (0, 2), (1, 2)),
    ((0, 1), (1, 2), (2, 3), (3, 4), (0, 4)),
    ((0, 1), (1, 2), (2, 3), (3, 4), (0, 4), (0, 2), (0, 3)),
]


def proof(instance: tuple[tuple[int, int], ...] = INSTANCE) -> Verdict:
    return three_colouring(Graph(instance)).verdict
