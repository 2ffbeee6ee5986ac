"""Permutations and changes of signs of neurons with tanh do not change a network.

**Instance.** Three hidden neurons and one output: neurons 0 and 1 are exchanged, and all weights of neurons 0 and 2
change their signs. In `INSTANCES` other signed permutations.

**Proof.** tanh is odd. Let T_j stand for tanh(z_j) with z_j = ⟨w_j, x⟩ + b_j, and U_j for the value of the new neuron
j, with pre-activation s_j z_π(j) and outgoing weight s_j a_π(j), s_j = ±1. Then U_j = s_j T_π(j), and s_j a_π(j) U_j =
a_π(j) T_π(j). The sums over j are equal. The same holds for each hidden layer of a deeper network, and for every odd
activation.

**Established here.** Σ_j s_j a_π(j) U_j + c − (Σ_j a_j T_j + c) vanishes wherever U_j = s_j T_π(j) for all j, as an
identity with cofactors, over Q and every extension.

**Taken on trust.** That tanh is odd [OlverLozierBoisvertClark2010].

**Not claimed.** That nothing else does it: for irreducible networks that is the theorem of [Sussmann1992].

**See also** `identifiability/tanh_parallel`, `identifiability/tanh_constant` and `identifiability/tanh_idle`, the
networks that are reducible.
"""

from functools import partial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum, named
from algebra_tnn.provers import cofactors

SignedPermutation = list[tuple[int, int]]  # for each new neuron the old one and the sign

INSTANCE: SignedPermutation = [(1, -1), (0, 1), (2, -1)]
INSTANCES: list[SignedPermutation] = [INSTANCE, [(0, -1)], [(2, 1), (3, -1), (0, -1), (1, 1)]]


def matrix(instance: SignedPermutation) -> list[list[int]]:
    """With s_j in row j and column π(j)."""
    return [[s * (k == j) for k in range(len(instance))] for j, s in instance]


def difference(instance: SignedPermutation) -> Law:
    """The new network minus the old one, in the values of the hidden neurons."""
    M, n = matrix(instance), len(instance)

    def forward(T: Any, U: Any, a: Any, c: Any) -> Any:
        named("odd", U - einsum("ij,j->i", M, T))
        new = einsum("ij,j->i", M, a)
        return (new @ U + c) - (a @ T + c)

    return Law.trace(forward, {"T": (n,), "U": (n,)}, {"a": (n,), "c": ()})


def proof(instance: SignedPermutation = INSTANCE) -> Verdict:
    M = matrix(instance)
    claim = Vanishes(difference(instance), ("odd",), ("OlverLozierBoisvertClark2010",))
    return verify(claim, by=partial(cofactors, cofactors={"odd": lambda a: einsum("ij,j->i", M, a)}))
