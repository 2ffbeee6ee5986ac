"""Signs of ⟨W, X⟩ with W of rank one shatter four points X, as all 2×2 matrices do.

**Instance.** The points I, diag(1, −1), [[0, 1], [−1, 0]], [[0, 1], [1, 0]].

**Proof.** Four times the determinant of W is x_0² − x_1² + x_2² − x_3² in the inner products x_k of W with the
points, so that every choice of signs has a W of rank one with x_k = ± 2, and W = a bᵀ with integers a and b. *No five
points are shattered,* by no linear classifiers in four dimensions, with + for ⟨W, X⟩ ≥ 0: there is a relation
Σ c_k X_k = 0 with some c_k > 0, and the signs − where c_k > 0 and + elsewhere would make Σ c_k ⟨W, X_k⟩ negative. So
the dimension of Vapnik and Chervonenkis is 4, although these W depend on three parameters.

**Established here.** For all sixteen choices of signs a W of rank one at which ⟨W, X_k⟩ has these signs, not zero.

**Taken on trust.** Nothing.

**Not claimed.** That the dimension grows in the same way for larger shapes.

**See also** `learning/shattered_entries`.
"""

from itertools import product
from typing import Any

from algebra_tnn import Law, PositiveOnBox, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = (((1, 0), (0, 1)), ((1, 0), (0, -1)), ((0, 1), (-1, 0)), ((0, 1), (1, 0)))
SIGNS = tuple(product((1, -1), repeat=4))


def factors(signs: tuple[int, ...]) -> tuple[tuple[int, int], tuple[int, int]]:
    """a and b with a bᵀ = [[s0 + s1, s2 + s3], [s3 − s2, s0 − s1]], whose entries are 0 and ± 2, with determinant 0."""
    s0, s1, s2, s3 = signs
    (p, q), (r, s) = (s0 + s1, s2 + s3), (s3 - s2, s0 - s1)
    row = (p, q) if p or q else (r, s)
    pivot = 0 if row[0] else 1
    column = (p, r) if pivot == 0 else (q, s)
    return (column[0] // 2, column[1] // 2), (2 * row[0] // row[pivot], 2 * row[1] // row[pivot])


def proof(instance: tuple[Any, ...] = INSTANCE) -> Verdict:
    law = Law.trace(
        lambda a, b: einsum("nk,kij,ni,nj->nk", [list(s) for s in SIGNS], [list(map(list, X)) for X in instance], a, b),
        {},
        {"a": (16, 2), "b": (16, 2)},
    )
    chosen = [factors(signs) for signs in SIGNS]
    point = {"a": [a for a, _ in chosen], "b": [b for _, b in chosen]}
    return verify(PositiveOnBox(law, point, point))
