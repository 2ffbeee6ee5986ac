"""A shallow circuit of width M^(N−1) computes everything.

**Instance.** N = 3 inputs of dimension M = 2, width 4, and all tensors A of shape 2×2×2.

**Proof.** Let the terms be the tuples e = (e_0, …, e_(N−2)) of indices. With the unit vector at e_j as row e of W0_j
for j < N − 1, the vector of all A[e, d] as row e of W0_(N−1), and ones as W1, the circuit is

    Σ_e Π_(j<N−1) (x_j)_(e_j) · Σ_d A[e, d] (x_(N−1))_d = ⟨A, x_0 ⊗ … ⊗ x_(N−1)⟩.

So every tensor has rank at most M^(N−1), and M^N terms with one entry each are more than enough. A width is enough for
all tensors if and only if it is at least the largest rank of a tensor of this shape, since terms may be zero.

**Established here.** The circuit with these weights is ⟨A, x_0 ⊗ x_1 ⊗ x_2⟩, as polynomials in A and the inputs, over Q
and every extension; in the wide run for (N, M) = (2,3), (3,3) and (4,2).

**Taken on trust.** Nothing.

**Not claimed.** That this width is needed: every tensor of shape 2×2×2 has rank at most 3.

**See also** `depth/universal_short`.
"""

from itertools import product
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.models.circuits import ShallowCircuit

INSTANCE = (3, 2)
INSTANCES = [INSTANCE, (2, 3), (3, 3), (4, 2)]


def difference(N: int, M: int) -> Law:
    """c times (circuit with these weights − ⟨A, x_0 ⊗ …⟩)."""
    terms = [*product(range(M), repeat=N - 1)]
    network = ShallowCircuit(N, M, len(terms)).networks[0]
    weights = {f"W0_{j}": [[int(d == e[j]) for d in range(M)] for e in terms] for j in range(N - 1)}
    chosen = [[[int(e[j] == d) for d in range(M)] for e in terms] for j in range(N - 1)]
    modes = LETTERS[:N]
    rows = ",".join(f"z{mode}" for mode in modes[:-1])

    def forward(A: Any, c: Any, **x: Any) -> Any:
        last = einsum(f"{modes},{rows}->z{modes[-1]}", A, *chosen)
        given = {**weights, f"W0_{N - 1}": last, "W1": [1] * len(terms)}
        vectors = {mode: x[f"x{k}"] for k, mode in enumerate(network.modes)}
        return c * (network.contracted(given, vectors) - einsum(f"{modes},{','.join(modes)}->", A, *x.values()))

    return Law.trace(forward, {"A": (M,) * N, **{f"x{k}": (M,) for k in range(N)}}, {"c": ()})


def proof(instance: tuple[int, int] = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(*instance), 0))
