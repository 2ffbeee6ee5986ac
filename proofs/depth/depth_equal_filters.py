"""At special weights a deep circuit is as weak as a shallow one of width 1.

**Instance.** 4 inputs of dimension 2, channels 2,2, and all rows of a matrix W0_j equal. In `INSTANCES` also other
sizes.

**Proof.** If all rows of W0_j are one vector a_j, all channels of a pair are one product, and f = w Π_j ⟨a_j, x_j⟩.

**Established here.** That the separation rank of the inputs 0, 2 is at least 2 for almost all such weights is refuted,
over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** How large the closed set of exceptional weights is.

**Limits** `depth/depth_efficiency`: weights outside of a proper closed set.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankAtLeast, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.circuits import DeepCircuit

INSTANCE = DeepCircuit(4, 2, (2, 2))
INSTANCES = [INSTANCE, DeepCircuit(4, 3, (3, 2)), DeepCircuit(8, 2, (2, 2, 2))]


def law_of(circuit: DeepCircuit) -> Law:
    """The circuit with W0_j = (a_j, a_j, …)."""
    law, (network,) = circuit.law(), circuit.networks
    vectors = {f"a{j}": (circuit.dimension,) for j in range(circuit.inputs)}
    others = {name: shape for name, shape in circuit.parameters.items() if not name.startswith("W0_")}
    ones = [1] * circuit.channels[0]

    def forward(**given: Any) -> Any:
        rows = {f"W0_{j}": einsum("r,d->rd", ones, given[name]) for j, name in enumerate(vectors)}
        return network.contracted(
            {**given, **rows}, {m: given[x] for m, x in zip(network.modes, law.input_names, strict=True)}
        )

    return Law.trace(forward, dict(law.inputs), vectors | others)


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law = law_of(instance)
    return verify(SeparationRankAtLeast(law, law.input_names[::2], 2))
