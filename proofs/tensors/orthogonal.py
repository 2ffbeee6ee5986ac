"""The eigenvectors of an orthogonally decomposable tensor.

**Instance.** n = 3, T = Σ λ_i v_i^{⊗3}, with v_0, v_1, v_2 the rows of the Euler–Rodrigues matrix of a quaternion q:
orthogonal, of length |q|², polynomials in q. Any three orthogonal vectors of equal length are of this form, up to
signs. In the wide run n = 2, with the squares of complex numbers.

**Proof.** *Number.* Let the v_i be orthonormal, and x = Σ y_i v_i. Then T(I, x, x) = Σ λ_i y_i² v_i, so T(I, x, x) =
μ x says λ_i y_i² = μ y_i: each y_i is 0 or μ/λ_i. For μ ≠ 0 these are the multiples of x_S = Σ_(i in S) v_i/λ_i, S
not empty; for μ = 0, x = 0. So there are 2^n − 1 of them, all real. *Attracting ones.* Let u = x_S/|x_S| and w ⊥ u.
On the sphere, the map x ↦ T(I, x, x)/|T(I, x, x)| has at u the differential that takes w to the part of 2 T(I, u, w)
|x_S| orthogonal to u, as |T(I, u, u)| = 1/|x_S|. If S = {i} and λ_i > 0, then u = v_i and T(I, v_i, w) = 0: all
directions contract. If S has two elements or more, there is a w ⊥ u in the span of the v_i, i in S, and 2 T(I, u, w)
|x_S| = 2w: w is stretched. So the attracting fixed points are exactly the v_i.

**Established here.** With Λ = Π λ_i and x = Σ_(i in S) Λ/λ_i v_i for all seven S: T(I, x, x) = Λ |q|⁸ x, as
polynomials in λ and q, over Q and every extension (and a factor 2, where x is twice as long).

**Taken on trust.** Nothing.

**Not claimed.** How fast the iteration converges.

**See also** `tensors/oblique`.
"""

from itertools import permutations, product
from math import prod
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = 3
INSTANCES = [3, 2]
#  Row i is v_i: each entry is a quadratic form in q, as its symmetric matrix.
ROTATIONS = {
    2: [[[[1, 0], [0, -1]], [[0, 1], [1, 0]]], [[[0, -1], [-1, 0]], [[1, 0], [0, -1]]]],
    3: [
        [
            [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, -1, 0], [0, 0, 0, -1]],
            [[0, 0, 0, 1], [0, 0, 1, 0], [0, 1, 0, 0], [1, 0, 0, 0]],
            [[0, 0, -1, 0], [0, 0, 0, 1], [-1, 0, 0, 0], [0, 1, 0, 0]],
        ],
        [
            [[0, 0, 0, -1], [0, 0, 1, 0], [0, 1, 0, 0], [-1, 0, 0, 0]],
            [[1, 0, 0, 0], [0, -1, 0, 0], [0, 0, 1, 0], [0, 0, 0, -1]],
            [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]],
        ],
        [
            [[0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]],
            [[0, -1, 0, 0], [-1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]],
            [[1, 0, 0, 0], [0, -1, 0, 0], [0, 0, -1, 0], [0, 0, 0, 1]],
        ],
    ],
}


def cofactors(n: int) -> list[Any]:
    """The tensor with M(I, λ, …, λ)_i = (n − 1)! Λ/λ_i: one where the indices are different."""
    orders = set(permutations(range(n)))
    if n == 2:
        return [[int((i, j) in orders) for j in range(2)] for i in range(2)]
    return [[[int((i, j, k) in orders) for k in range(3)] for j in range(3)] for i in range(3)]


def difference(n: int) -> Law:
    """c times T(I, x, x) − Λ' |v|⁴ x for all S, where x = Σ_(i in S) Λ'/λ_i v_i and Λ' = (n − 1)! Λ."""
    subsets = [S for S in product((0, 1), repeat=n) if any(S)]
    pattern = {2: "ij,j->i", 3: "ijk,j,k->i"}[n]

    def forward(weights: Any, q: Any, c: Any) -> Any:
        v = einsum("ikab,a,b->ik", ROTATIONS[n], q, q)
        scales = einsum(pattern, cofactors(n), *[weights] * (n - 1))
        x = einsum("si,i,ik->sk", subsets, scales, v)
        y = einsum("sk,ik->si", x, v)
        return c * (einsum("i,si,si,ik->sk", weights, y, y, v) - (n - 1) * prod(weights) * (q @ q) ** 4 * x)

    return Law.trace(forward, {"weights": (n,), "q": (2 ** (n - 1),)}, {"c": ()})


def proof(instance: int = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0))
