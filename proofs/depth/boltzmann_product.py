"""A restricted Boltzmann machine is a product of tensors of rank two, entry by entry.

**Instance.** Three visible and two hidden units. In `INSTANCES` other numbers of both.

**Proof.** Σ_h Π_(j, i) Wj_i[h_j, v_i] = Π_j Σ_(h_j) Π_i Wj_i[h_j, v_i], since hidden units share no factor: for each j
a sum of two products over i, a tensor of rank at most two. For Wj_i = [[1, 1], [1, w_ji]], times b_i and c_j where v_i
and h_j are 1, the factor is 1 + c_j Π_i w_ji^(v_i): for w = e^W, b = e^B and c = e^C these are the weights e^(−E) of
the states with the energy E = −Σ W_ji h_j v_i − Σ B_i v_i − Σ C_j h_j.

**Established here.** The tensor is the product of the tensors Σ_h Wj_0[h, ·] ⊗ Wj_1[h, ·] ⊗ …, as polynomials in the
entries of all matrices, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Which distributions are of this form.

**See also** `depth/boltzmann_two_hidden`.
"""

from functools import reduce
from operator import mul
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.probabilistic import RestrictedBoltzmannMachine
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = RestrictedBoltzmannMachine(visible=3, hidden=2)
INSTANCES = [INSTANCE, RestrictedBoltzmannMachine(2, 3), RestrictedBoltzmannMachine(4, 1)]


def difference(machine: RestrictedBoltzmannMachine) -> Law:
    """c times (the machine − the product of tensors)."""
    (network,), modes = machine.networks, "abde"[: machine.visible]
    terms = ",".join("h" + mode for mode in modes) + f"->{modes}"

    def forward(c: Any, **W: Any) -> Any:
        tensors = [einsum(terms, *(W[f"W{j}_{i}"] for i in range(machine.visible))) for j in range(machine.hidden)]
        return c * (network.contracted(W, {}) - reduce(mul, tensors))

    return Law.trace(forward, machine.parameters, {"c": ()})


def proof(instance: RestrictedBoltzmannMachine = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
