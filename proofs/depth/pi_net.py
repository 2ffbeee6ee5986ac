"""The parts of a Π-net are CP tensors that share their factors.

**Instance.** Degree 3 and rank 1, on two variables, one output. In `INSTANCES` also rank 2, degrees 2 and 4.

**Proof.** y_n = (U_n x) ⊙ y_(n−1) + y_(n−1) = (1 + U_n x) ⊙ y_(n−1), so that y_N = (U_1 x) ⊙ Π_(n ≥ 2) (1 + U_n x).
The part of degree n is (U_1 x) ⊙ Σ_S Π_(m in S) U_m x over the sets S of n − 1 of the numbers 2, …, N, and the sum of
an output is C · y_N + β. So the form of degree n belongs to the tensor Σ_S ⟦C, U_1, U_m (m in S)⟧, of C(N−1, n−1) CP
tensors with factors from one list. For n = 2 it is Σ_r c_r ⊗ u_1r ⊗ (u_2r + … + u_Nr), and for n = 1 and n = N there
is one S: these have as many terms as y has entries.

**Established here.** The outputs are β + Σ_n Σ_S ⟦C, U_1, U_m⟧(·, x, …, x), as polynomials in x and all parameters,
over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That these are all networks which are called Π-nets: others share more, or put matrices between.

**See also** `depth/pi_net_middle_degree`.
"""

from itertools import combinations
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.products import PiNet
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = PiNet(dimension=2, rank=1, degree=3)
INSTANCES = [INSTANCE, PiNet(2, 2, 3), PiNet(3, 2, 2, outputs=2), PiNet(2, 1, 4)]


def parts(network: PiNet, n: int) -> list[tuple[str, ...]]:
    """For each of the CP tensors that the part of degree n is the sum of, the names of its factors besides C."""
    others = [f"U{m}" for m in range(2, network.degree + 1)]
    return [("U1", *chosen) for chosen in combinations(others, n - 1)]


def difference(network: PiNet) -> Law:
    """c times (outputs − β − the values of all CP tensors)."""

    def value(names: tuple[str, ...], x: Any, C: Any, U: dict[str, Any]) -> Any:
        modes = "abde"[: len(names)]
        tensor = einsum("or," + ",".join("r" + i for i in modes) + f"->o{modes}", C, *(U[name] for name in names))
        return einsum(f"o{modes}," + ",".join(modes) + "->o", tensor, *[x] * len(modes))

    def forward(x: Any, C: Any, beta: Any, c: Any, **U: Any) -> Any:
        values = [value(names, x, C, U) for n in range(1, network.degree + 1) for names in parts(network, n)]
        return c * (network.forward(x, C, beta, **U) - sum(values, beta))

    return Law.trace(forward, {**network.inputs, **network.parameters}, {"c": ()})


def proof(instance: PiNet = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
