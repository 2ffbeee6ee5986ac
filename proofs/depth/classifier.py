"""A matrix product state that classifies: the label is one more mode of one core.

**Instance.** Three inputs of dimension 2, bonds of size 2, three labels at core 1.

**Proof.** Fix the label l in the core that has it. What is left is a tensor train, so f_l = ⟨A_l, x_0 ⊗ x_1 ⊗ …⟩ with
trains A_l that have all cores but one in common; and contracting the vector of the labels y gives Σ_l y_l f_l.

**Established here.** The contraction of all inputs and of y, core by core, is that of the whole tensor, as polynomials
in inputs and cores, over Q and every extension. In the wide run with the label at other cores.

**Taken on trust.** Nothing.

**Not claimed.** Anything about labels in several cores: `depth/classifier_two_cores`.

**See also** `depth/recurrent_train`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.recurrent import MPSClassifier
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = MPSClassifier(inputs=3, dimension=2, bond=2, labels=3)
INSTANCES = [INSTANCE, MPSClassifier(3, 2, 2, 2, position=0), MPSClassifier(3, 2, 2, 2, position=2)]


def difference(network: MPSClassifier) -> Law:
    """c times (values of the labels, core by core − tensor, contracted); for three inputs."""
    bonds = ["ab", "bc", "cd"]
    at = [f"{pair[0]}i{'l' * (k == network.position)}{pair[1]}" for k, pair in enumerate(bonds)]

    def forward(x0: Any, x1: Any, x2: Any, x3: Any, G0: Any, G1: Any, G2: Any, c: Any) -> Any:
        matrices = [
            einsum(f"{word},i->{word.replace('i', '')}", core, vector)
            for word, core, vector in zip(at, [G0, G1, G2], [x0, x1, x2], strict=True)
        ]
        values = einsum(f"{','.join(word.replace('i', '') for word in at)}->l", *matrices)
        tensor = network.networks[0].contracted({"G0": G0, "G1": G1, "G2": G2}, {})
        return c * (values @ x3 - einsum("ijkl,i,j,k,l->", tensor, x0, x1, x2, x3))

    return Law.trace(forward, {**dict(network.law().inputs), **network.parameters}, {"c": ()})


def proof(instance: MPSClassifier = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
