"""Width is needed: with one product nothing is modelled between any inputs.

**Instance.** 4 inputs of dimension 3, two products with the same vectors for the inputs 0 and 1. In `INSTANCES` also
more.

**Proof.** Σ_z w_z Π_j ⟨a_zj, x_j⟩ with a_z0 = a_0 and a_z1 = a_1 is ⟨a_0, x_0⟩ ⟨a_1, x_1⟩ times a function of the
others.

**Established here.** That the separation rank of the inputs 0, 1 is at least 2 for almost all such weights is refuted,
over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Nothing more.

**Limits** `depth/pooling_shallow`: weights outside of a proper closed set.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankAtLeast, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.circuits import ShallowCircuit

INSTANCE = ShallowCircuit(4, 3, 2)
INSTANCES = [INSTANCE, ShallowCircuit(3, 2, 4)]


def law_of(circuit: ShallowCircuit) -> Law:
    """The circuit with W0_0 = (a_0, a_0, …) and W0_1 = (a_1, a_1, …)."""
    law, (network,) = circuit.law(), circuit.networks
    vectors = {"a0": (circuit.dimension,), "a1": (circuit.dimension,)}
    others = {name: shape for name, shape in circuit.parameters.items() if name not in ("W0_0", "W0_1")}
    ones = [1] * circuit.width

    def forward(**given: Any) -> Any:
        rows = {f"W0_{j}": einsum("r,d->rd", ones, given[name]) for j, name in enumerate(vectors)}
        inputs = {mode: given[x] for mode, x in zip(network.modes, law.input_names, strict=True)}
        return network.contracted({**given, **rows}, inputs)

    return Law.trace(forward, dict(law.inputs), vectors | others)


def proof(instance: ShallowCircuit = INSTANCE) -> Verdict:
    return verify(SeparationRankAtLeast(law_of(instance), ("x0", "x1"), 2))
