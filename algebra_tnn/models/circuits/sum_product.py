"""Sum-product networks on a tree of scopes."""

from __future__ import annotations

from typing import Any

from algebra_tnn.models.circuits.circuit import checked_inputs
from algebra_tnn.tensors.formats.hierarchical import HierarchicalFormat, brackets, dimension_tree, halved
from algebra_tnn.tensors.formats.sizes import size


class SumProductNetwork(HierarchicalFormat):
    """Sums and products in turn, up a tree of scopes: with any weights, the hierarchical Tucker format.

    The scope of a tree is the set of inputs below it. An input has as many sums of its entries as ``sums`` says; a
    bracket has one product for each choice of a sum in each of its parts, and that many sums of all these products,
    each with weights of its own; the outermost bracket has one sum, the output. With one-hot inputs, and weights that
    are not negative and have the sum one, these are the probabilities of the values of all variables. (The products of
    equal channels alone, which deep circuits have, are sums with diagonal weights.)

    Raises: TypeError, ValueError, in one sentence. Reference: [PoonDomingos2011].

    >>> network = SumProductNetwork(inputs=4, dimension=3, sums=2)
    >>> network.tree, network.parameters["U0"], network.parameters["B_0_1"], network.parameters["B_0_1_2_3"]
    (((0, 1), (2, 3)), (3, 2), (2, 2, 2), (2, 2))
    >>> network.min_cut([0, 1]), network.min_cut([0, 2])
    (2, 4)
    """

    __slots__ = ()

    def __init__(self, inputs: Any, dimension: Any, sums: Any, tree: Any = None) -> None:
        n, m, count = checked_inputs(inputs), size("dimension", dimension), size("sums", sums)
        grown = halved(range(n)) if tree is None else dimension_tree(tree)
        ranks = (count,) * (n + len(list(brackets(grown))) - 1)
        HierarchicalFormat.__init__(self, (m,) * n, grown, ranks)

    @property
    def inputs(self) -> int:
        return self.order

    @property
    def dimension(self) -> int:
        return self.shape[0]

    @property
    def sums(self) -> int:
        """How many sums each scope has but the whole."""
        return self.ranks[0]

    def __str__(self) -> str:
        tree = str(self.tree).replace(" ", "")
        return (
            f"sum-product network of {self.inputs} inputs of dimension {self.dimension} with {self.sums} sums on {tree}"
        )

    def __repr__(self) -> str:
        return (
            f"SumProductNetwork(inputs={self.inputs}, dimension={self.dimension}, sums={self.sums}, tree={self.tree})"
        )
