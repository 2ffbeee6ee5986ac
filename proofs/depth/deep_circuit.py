"""Deep circuits are hierarchical Tucker tensors with diagonal transfer tensors.

**Instance.** 4 inputs of dimension 2 with channels 2,2. In `INSTANCES` also other channels, trees, and three parts.

**Proof.** A bracket of the tree takes the vectors u, v of its parts to the vector with the entries Σ_α W_γα u_α v_α. In
the hierarchical Tucker format it is Σ_αβ B_γαβ u_α v_β: the same for B_γαβ = W_γα if α = β, and 0 otherwise. The leaves
are W0_j x_j here and U_jᵀ x_j there. So on the same tree, with U_j = W0_jᵀ and these transfer tensors, both are one
function. There are Σ_l r_(l−1) r_l N/2^l + r_(L−1) parameters, where r_(−1) = M and l = 0, …, L − 1.

**Established here.** The two functions are equal as polynomials in inputs and weights, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That transfer tensors can be made diagonal by other choices of the frames.

**See also** `depth/deep_circuit_full_transfer`, what diagonal tensors cannot do.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, HierarchicalFormat, Law, Verdict, verify
from algebra_tnn.laws import einsum, scaled_difference
from algebra_tnn.models.circuits import DeepCircuit, swapped_tree
from algebra_tnn.models.circuits.trees import depth_of
from algebra_tnn.provers.dimensions.identities import identity
from algebra_tnn.tensors.formats.hierarchical import brackets, name_of

INSTANCE = DeepCircuit(4, 2, (2, 2))
INSTANCES = [
    INSTANCE,
    DeepCircuit(4, 3, (3, 2), tree=swapped_tree(4)),
    DeepCircuit(4, 2, (2, 3)),
    DeepCircuit(6, 2, (2, 2), tree=((0, 1, 2), (3, 4, 5))),
    DeepCircuit(8, 2, (1, 2, 2)),
]


def format_of(circuit: DeepCircuit) -> HierarchicalFormat:
    """The format on the tree, with the channels as ranks."""
    _, *inner = brackets(circuit.tree)
    ranks = [circuit.channels[0]] * circuit.inputs + [circuit.channels[depth_of(part)] for part in inner]
    return HierarchicalFormat((circuit.dimension,) * circuit.inputs, circuit.tree, ranks)


def equal(size: int, axes: int, place: tuple[int, ...] = ()) -> Any:
    """The tensor with ones where all indices are equal."""
    return [equal(size, axes, (*place, i)) for i in range(size)] if axes > len(place) else int(len({*place}) == 1)


def transfer(weights: Any, parts: int) -> Any:
    """B_γαβ… = W_γα if α = β = …, and zero otherwise; without γ for the outermost bracket."""
    letters, above = "abcdef"[:parts], "g"[: len(weights.shape) - 1]
    copies = equal(weights.shape[-1], parts + 1)
    return einsum(f"{above}k,k{letters}->{above}{letters}", weights, copies)


def nodes(circuit: DeepCircuit, weights: dict[str, Any]) -> dict[str, Any]:
    """The frames and transfer tensors of the format; the brackets of a layer are numbered as they open."""
    layers = [[part for part in brackets(circuit.tree) if depth_of(part) == k] for k in range(1, len(circuit.channels))]
    named = {part: f"W{k}_{j}" for k, layer in enumerate(layers, 1) for j, part in enumerate(layer)}
    named[circuit.tree] = f"W{len(circuit.channels)}"
    frames = {f"U{j}": weights[f"W0_{j}"].T for j in range(circuit.inputs)}
    return frames | {name_of(part): transfer(weights[name], len(part)) for part, name in named.items()}


def law_of_format(circuit: DeepCircuit) -> Law:
    """The format at these nodes, as a function of inputs and weights."""
    law, (tree,) = circuit.law(), format_of(circuit).networks

    def forward(**given: Any) -> Any:
        vectors = {mode: given[name] for mode, name in zip(tree.modes, law.input_names, strict=True)}
        return tree.contracted(nodes(circuit, given), vectors)

    return Law.trace(forward, dict(law.inputs), dict(law.parameters))


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(scaled_difference(instance.law(), law_of_format(instance)), 0), by=identity)
