"""What all values share: the format that they are in, and an array for each node of the format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm, prod
from numbers import Rational
from typing import Any

from algebra_tnn.exact import Field, Q, exact_number
from algebra_tnn.laws.arrays import Array, array
from algebra_tnn.laws.operations import LARGEST_TENSOR
from algebra_tnn.tensors.formats import TensorFormat
from algebra_tnn.tensors.tensor import Tensor

SHOWN = 27  # entries up to which a value is written out


class FormatValue(ABC):
    """A tensor in a format: exact entries for all nodes."""

    __slots__ = ()

    @property
    @abstractmethod
    def format(self) -> TensorFormat:
        """The format with the sizes of this value."""

    @property
    @abstractmethod
    def nodes(self) -> Mapping[str, Array]:
        """The entries of the nodes by their names in the format: a point of ``format.law()``."""

    @property
    def shape(self) -> tuple[int, ...]:
        return self.format.networks[0].shape

    @property
    def order(self) -> int:
        return len(self.shape)

    @property
    def parameter_count(self) -> int:
        """The number of entries of all nodes."""
        return sum(len(node.entries) for node in self.nodes.values())

    def tensor(self, field: Field = Q) -> Tensor:
        """The tensor, entries exact; over GF(p) they are residues from 0 to p − 1.

        Entries of the nodes may be elements of one commutative ring that know + and ·, such as polynomials or SymPy's
        expressions; then those of the tensor are, too. Raises: ValueError for more than 2·10⁷ entries.
        """
        return expanded(self.format, self.nodes, field)

    def to_sympy(self) -> dict[str, Any]:
        """The nodes by their names, as SymPy's ImmutableDenseNDimArray."""
        from sympy import ImmutableDenseNDimArray, Rational, sympify

        def written(x: Any) -> Any:
            return Rational(x.numerator, x.denominator) if isinstance(x, (int, Fraction)) else sympify(x)

        return {
            name: ImmutableDenseNDimArray([written(x) for x in node.entries], node.shape)
            for name, node in self.nodes.items()
        }

    def check(self) -> None:
        """Raises: ValueError if a node has another shape than the format says."""
        for name, expected in self.format.parameters.items():
            if self.nodes[name].shape != expected:
                raise ValueError(
                    f"{name} has the shape {self.nodes[name].shape}; to meet the other nodes of {self.format} it has "
                    f"the shape {expected}"
                )

    def _repr_svg_(self) -> str:
        """The graph of the format, for notebooks."""
        return self.format.drawing()

    def __repr__(self) -> str:
        name = type(self).__name__
        if self.parameter_count > SHOWN:
            return f"{name}({self.format}, {self.parameter_count} entries)"
        return f"{name}({', '.join(f'{node}={entries.nested()}' for node, entries in self.nodes.items())})"


def expanded(format: TensorFormat, nodes: Mapping[str, Array], field: Field = Q) -> Tensor:
    """The tensor of the format for these nodes. Raises: ValueError for more than 2·10⁷ entries."""
    shape = format.networks[0].shape
    if prod(shape) > LARGEST_TENSOR:
        raise ValueError(
            f"the tensor has {prod(shape)} entries, more than {LARGEST_TENSOR}; work with the nodes instead"
        )
    if field.is_finite:
        residues = {name: node.nested(field.number) for name, node in nodes.items()}
        return Tensor(shape, tuple(map(field.number, _entries(format, residues))))
    integral, scale = _cleared(format, nodes)
    entries = _entries(format, {name: node.nested() for name, node in integral.items()})
    return Tensor(shape, entries if scale == 1 else tuple(Q.divided(x, scale) for x in entries))


def _entries(format: TensorFormat, point: Mapping[str, Any]) -> tuple[Any, ...]:
    return array(format.tensor(point), "the tensor", lambda x, _: x).entries


def _cleared(format: TensorFormat, nodes: Mapping[str, Array]) -> tuple[Mapping[str, Array], int]:
    """Nodes without denominators, and the number by which the tensor then is multiplied: integers are far faster.

    The nodes as they are, and 1, if a node occurs in the format more than once, or an entry is no number.
    """
    names = [node.name for network in format.networks for node in network.nodes if node.constant is None]
    entries = [x for node in nodes.values() for x in node.entries]
    if sorted(names) != sorted(nodes) or len(format.networks) > 1 or not all(isinstance(x, Rational) for x in entries):
        return nodes, 1
    scales = {name: lcm(*(x.denominator for x in node.entries)) for name, node in nodes.items()}
    cleared = {
        name: Array(node.shape, tuple(int(x * scales[name]) for x in node.entries)) for name, node in nodes.items()
    }
    return cleared, prod(scales.values())


def ring_array(nested: Any, place: str, order: int) -> Array:
    """The array of that order with these entries: exact numbers, or elements of one commutative ring.

    Raises: TypeError for floats; ValueError for ragged lists and another number of axes.
    """
    found = nested if isinstance(nested, Array) else array(nested, place, _ring_element)
    if len(found.shape) != order:
        kind = {1: "a vector, with one axis", 2: "a matrix, with two axes"}.get(order, f"an array with {order} axes")
        raise ValueError(f"{place} has {len(found.shape)} axes; it is {kind}")
    return found


def _ring_element(x: Any, place: str) -> Any:
    """A number, or what is none and has no floating point either."""
    numeric = isinstance(x, (str, bool, float, complex)) or hasattr(x, "dtype") or hasattr(x, "numerator")
    return exact_number(x, f"an entry of {place}") if numeric else x


def matrix_array(rows: Sequence[Sequence[Any]]) -> Array:
    """The array of a matrix."""
    return Array((len(rows), len(rows[0])), tuple(x for row in rows for x in row))
