"""Shallow circuits with shared filters give symmetric tensors only.

**Instance.** 3 inputs of dimension 2, width 3, one matrix W0 for all inputs. In `INSTANCES` also 2 and 4 inputs.

**Proof.** f(x) = Σ_z w_z Π_j ⟨a_z, x_j⟩ does not change if two inputs are exchanged, so that its tensor is symmetric,
whatever the width is. A tensor such as e_0 ⊗ e_1 ⊗ e_1 is not. Exchanges of neighbours generate all permutations.

**Established here.** f(x_0, x_1, x_2) = f(x_1, x_0, x_2), as polynomials in inputs and weights, over Q and every
extension.

**Taken on trust.** Nothing.

**Not claimed.** That these are all symmetric tensors of the least width, which is their symmetric rank.

**Limits** `depth/shallow_circuit`: each input has vectors of its own.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import scaled_difference
from algebra_tnn.models.circuits import ShallowCircuit
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = ShallowCircuit(3, 2, 3, shared=True)
INSTANCES = [INSTANCE, ShallowCircuit(2, 3, 2, shared=True), ShallowCircuit(4, 2, 2, shared=True)]


def law_of_exchanged(circuit: ShallowCircuit) -> Law:
    """The circuit with its first two inputs exchanged."""
    law, (network,) = circuit.law(), circuit.networks
    one, two, *others = law.input_names

    def forward(**given: Any) -> Any:
        vectors = {mode: given[name] for mode, name in zip(network.modes, [two, one, *others], strict=True)}
        return network.contracted(given, vectors)

    return Law.trace(forward, dict(law.inputs), dict(law.parameters))


def proof(instance: ShallowCircuit = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(scaled_difference(instance.law(), law_of_exchanged(instance)), 0), by=identity)
