"""Open sets of weights on which a network is polynomial: every sign and every largest value is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.laws.boxes import lower_bounds
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.models.pooling.decisions import Difference, Mask, Masks, decided
from algebra_tnn.models.pooling.pooling_network import Exact, PoolingNetwork
from algebra_tnn.tensors.formats.hierarchical import Tree, modes_of

LARGEST_CELL: Final = 4096  # values that are compared at one node


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """All weights of a network at which the same values are positive, and the same ones the largest of those pooled.

    It is open: the set on which finitely many polynomials in the weights, the ``inequalities``, are positive. There the
    grid tensor is a polynomial in the weights, that of ``law``. So what holds for all parameters of this law holds for
    all weights in the cell, and what holds for almost all, for almost all weights in it.
    """

    network: PoolingNetwork
    masks: Masks
    differences: tuple[Difference, ...]

    @classmethod
    def around(cls, network: PoolingNetwork, weights: Mapping[str, Any] | Sequence[Any]) -> Cell:
        """The cell of these weights.

        A value that is 0 in the whole cell, because all that it is made of is cut off, needs no inequality.
        Raises: ValueError for weights on the border of cells: a value is 0 there, or two values are equal.

        >>> network = PoolingNetwork.shallow(2, 2, 1)
        >>> cell = Cell.around(network, [[[2, -1]], [[1, 1]], [1]])
        >>> cell.inequalities().shape
        (7,)
        """
        network.check_grid(LARGEST_CELL)
        return cls(network, *decided(network, network.pre_activations(weights)))

    def forward(self, **given: Traced) -> Traced:
        """The multilinear function of the vectors x0, x1, … and the weights, while a law is traced."""
        vectors = [given[name] for name in self.network.vectors]
        grid = self._values(given)[self.network.tree]
        if grid is None:
            return 0 * vectors[0].sum()
        letters = LETTERS[: self.network.inputs]
        in_order = (vectors[i] for i in modes_of(self.network.tree))
        return einsum(f"{letters},{','.join(letters)}->", grid, *in_order)

    def law(self) -> Law:
        """The grid tensor in the cell, as a multilinear function of one vector for each input; parameters are weights.

        >>> cell = Cell.around(PoolingNetwork.shallow(2, 2, 1), [[[2, 3]], [[-1, 1]], [1]])
        >>> cell.law().degree_in_parameters
        2
        """
        return Law.trace(self.forward, self.network.vectors, self.network.parameters)

    def inequalities(self) -> Law:
        """The polynomials in the weights that are all positive in the cell and nowhere else; a law without inputs.

        Raises: ValueError if there are none, and every choice of weights is in the cell.
        """
        if not self.differences:
            raise ValueError(f"the {self} is the whole space of weights; there are no inequalities")

        def forward(**weights: Traced) -> Traced:
            values = {node: z for node, z in self._values(weights).items() if z is not None and node in signs}
            parts = []
            for node, z in values.items():
                letters = LETTERS[1 : z.ndim + 1]
                parts.append(einsum(f"{LETTERS[0]}{letters},{letters}->{LETTERS[0]}", signs[node].tolist(), z))
            return sum(parts[1:], parts[0])

        signs: dict[Tree, NDArray[np.int_]] = {}
        for i, difference in enumerate(self.differences):
            for sign, value in zip((1, -1), difference, strict=True):
                if value is not None:
                    node, place = value
                    empty = np.zeros((len(self.differences), *self._shape_of(node)), int)
                    signs.setdefault(node, empty)[i, *place] = sign
        return Law.trace(forward, {}, self.network.parameters)

    def box_around(self, weights: Mapping[str, Any] | Sequence[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """The least and the largest weights of a box in the cell: those given minus and plus 1, or 1/2, or 1/4, …

        It is the first of these boxes in which lower bounds of all inequalities are positive.
        Raises: ValueError for weights outside of the cell.

        >>> network, weights = PoolingNetwork.shallow(2, 2, 1), {"W0_0": [[3, 4]], "W0_1": [[1, 1]], "W1": [1]}
        >>> Cell.around(network, weights).box_around(weights)[0]["W0_0"]
        [[Fraction(5, 2), Fraction(7, 2)]]
        """
        if Cell.around(self.network, weights).differences != self.differences:
            raise ValueError(f"the weights are outside of this cell of the {self.network}; take weights inside of it")
        centre = self.network.filters(weights)
        if not self.differences:
            radius = Fraction(1)
        else:
            law = self.inequalities()
            halves = (Fraction(1, 2**k) for k in count())
            radius = next(r for r in halves if min(lower_bounds(law, *_shifted(centre, r))) > 0)
        return _shifted(centre, radius)

    def __str__(self) -> str:
        return f"cell of the {self.network}"

    def _shape_of(self, node: Tree) -> tuple[int, ...]:
        channels, _ = self.network.parameters[self.network.weight_of(node)]
        return (len(self.network.templates),) * len(list(modes_of(node))) + (channels,)

    def _values(self, weights: Mapping[str, Traced]) -> dict[Tree, Traced | None]:
        """z of every node: an axis for each of its inputs and, but at the root, one for channels. None stands for 0."""
        found: dict[Tree, Traced | None] = {}
        for node in (node for level in self.network.levels for node in level):
            filters = weights[self.network.weight_of(node)]
            if isinstance(node, int):
                found[node] = einsum("rm,tm->tr", filters, [list(row) for row in self.network.templates])
            elif (pooled := self._pooled(node, found)) is not None:
                letters = LETTERS[2 : pooled.ndim + 1]
                one, both = ("j", "") if filters.ndim == 1 else ("ij", "i")
                found[node] = einsum(f"{one},{letters}j->{letters}{both}", filters, pooled)
            else:
                found[node] = None
        return found

    def _pooled(self, node: tuple[Tree, ...], values: Mapping[Tree, Traced | None]) -> Traced | None:
        """What the children hand on, an axis for each input of the node and one for channels."""
        spans = self.network.spans(node)
        letters, channel = LETTERS[1 : spans[-1][1] + 1], LETTERS[0]
        factors: list[list[tuple[str, Any]]] = []
        for child, mask, (start, end) in zip(node, self.masks[node], spans, strict=True):
            z = values[child]
            cut_off = z is None or not mask.any()
            factors.append(
                [] if cut_off else [(letters[start:end] + channel, z), *_restriction(mask, letters + channel)]
            )
        if self.network.pooling == "product":
            terms = [[pair for factor in factors for pair in factor]] if all(factors) else []
        else:
            terms = [factor for factor in factors if factor]
        if not terms:
            return None
        summands = []
        for term in terms:
            missing = [x for x in letters if not any(x in word for word, _ in term)]
            ones = [(x, [1] * len(self.network.templates)) for x in missing]
            words, tensors = zip(*term, *ones, strict=True)
            summands.append(einsum(f"{','.join(words)}->{letters}{channel}", *tensors))
        total = sum(summands[1:], summands[0])
        return Fraction(1, len(node)) * total if self.network.pooling == "average" else total


def _shifted(centre: Mapping[str, Exact], radius: Fraction) -> tuple[dict[str, Any], dict[str, Any]]:
    lower, upper = ({name: (x + r).tolist() for name, x in centre.items()} for r in (-radius, radius))
    return lower, upper


def _restriction(mask: Mask, letters: str) -> list[tuple[str, Any]]:
    """The mask as a tensor of the letters on which it depends; none if it is true everywhere."""
    axes = [axis for axis in range(mask.ndim) if (mask != mask.take([0], axis=axis)).any()]
    values = mask[tuple(slice(None) if axis in axes else 0 for axis in range(mask.ndim))]
    return [("".join(letters[axis] for axis in axes), values.astype(int).tolist())] if axes else []
