"""What the chain rule says of the derivatives of flexible networks, as laws that are compared with them."""

from __future__ import annotations

from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.models.derivatives.flexible_network import FlexibleNetwork
from algebra_tnn.models.derivatives.jacobian_format import jacobian_format


def derivative_sum(network: FlexibleNetwork, order: int) -> Law:
    """Σ_i w_i ⊗ g_i^(k)(⟨a_i, x⟩) a_i ⊗ … ⊗ a_i, where w_i are the columns of W_2 and a_i the rows of W_1.

    Raises: ValueError unless the network has two layers of weights.

    >>> derivative_sum(FlexibleNetwork((3, 2, 1), basis=3), order=2).shape
    (1, 3, 3)
    """
    if network.depth != 2:
        raise ValueError(f"{network} has {network.depth} layers of weights; the derivatives are such sums for two")
    output, axes = LETTERS[1], LETTERS[2 : order + 2]
    pattern = f"{output}i,i,{','.join(f'i{c}' for c in axes)}->{output}{axes}"

    def forward(x: Traced, W1: Traced, W2: Traced, **coefficients: Traced) -> Traced:
        return einsum(pattern, W2, network.slopes(1, W1 @ x, coefficients, order), *[W1] * order)

    return Law.trace(forward, network.inputs, network.parameters)


def jacobian_product(network: FlexibleNetwork) -> Law:
    """W_L D(g_(L−1)′) W_(L−1) ⋯ D(g_1′) W_1 at one point, as ``jacobian_format`` has it.

    >>> jacobian_product(FlexibleNetwork((3, 2, 2, 1), basis=2)).shape
    (1, 3)
    """
    (format,) = jacobian_format(network.widths, 1).networks

    def forward(x: Traced, **weights: Traced) -> Traced:
        values = network.pre_activations(x, **weights)
        nodes = {f"A{i}": weights[f"W{i}"] for i in range(1, network.depth + 1)}
        for i in range(1, network.depth):
            nodes[f"G{i}"] = einsum("r,n->nr", network.slopes(i, values[i - 1], weights, 1), [1])
        return einsum("ijn->ij", format.contracted(nodes, {}))

    return Law.trace(forward, network.inputs, network.parameters)
