"""What all tensor formats can say of themselves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING, Any

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import LARGEST_TENSOR
from algebra_tnn.laws.tracing import Traced
from algebra_tnn.laws.values import value
from algebra_tnn.tensors.formats.drawings import drawing, graph
from algebra_tnn.tensors.formats.gauge import Gauge, gauge, gauge_dimension
from algebra_tnn.tensors.formats.min_cuts import min_cut
from algebra_tnn.tensors.formats.networks import Network, parameters_of
from algebra_tnn.tensors.formats.remarks import remarks

if TYPE_CHECKING:
    from networkx import MultiGraph


class TensorFormat(ABC):
    """A sum of einsums of named nodes: all tensors that it gives, for all entries of the nodes."""

    __slots__ = ()

    @property
    @abstractmethod
    def networks(self) -> tuple[Network, ...]:
        """The summands, with the same modes in the same order."""

    @abstractmethod
    def __str__(self) -> str: ...

    @property
    def order(self) -> int:
        return len(self.networks[0].modes)

    @property
    def parameters(self) -> dict[str, Shape]:
        """The shapes of the nodes by their names, or by those under which they are shared."""
        return parameters_of(self.networks)

    @property
    def storage(self) -> dict[str, int]:
        """How many numbers each node holds."""
        return {name: prod(shape) for name, shape in self.parameters.items()}

    @property
    def parameter_count(self) -> int:
        """How many numbers are stored, where the tensor itself has ``entry_count``."""
        return sum(self.storage.values())

    @property
    def entry_count(self) -> int:
        return prod(self.networks[0].shape)

    def law(self) -> Law:
        """The tensor as a function of one vector for each mode, linear in each of them."""
        return _law(self, True)

    def tensor_law(self) -> Law:
        """The tensor itself, without inputs."""
        return _law(self, False)

    def tensor(self, nodes: Mapping[str, Any], *, modulus: int | None = None) -> Any:
        """The tensor for these nodes, as nested lists of exact numbers or of elements of any commutative ring.

        Raises: TypeError, ValueError (see ``laws.value``).
        """
        return value(self.tensor_law(), nodes, modulus=modulus)

    def symmetries(self) -> Gauge:
        """The vector fields on the nodes along which the tensor does not change, as far as they are known."""
        return gauge(self.networks, self.law())

    @property
    def gauge_dimension(self) -> int:
        """The dimension of the known group that changes the nodes and not the tensor."""
        return gauge_dimension(*self.networks)

    @property
    def ambient_dimension(self) -> int:
        return self.entry_count

    @property
    def expected_dimension(self) -> int:
        """min(ambient dimension, parameters − dimension of the gauge): the formula of the textbooks, and no theorem."""
        return min(self.ambient_dimension, self.parameter_count - self.gauge_dimension)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Which hypotheses of the formula do not hold, and what is odd besides."""
        return (*remarks(self), *self.own_remarks())

    def own_remarks(self) -> tuple[str, ...]:
        """What is to be said of this format alone."""
        return ()

    def min_cut(self, modes: Collection[int]) -> int:
        """An upper bound of the rank of the flattening at these modes: products of sizes of letters that are cut.

        Raises: ValueError unless the modes are a non-empty proper subset.
        """
        if not modes or not set(modes) < set(range(self.order)):
            raise ValueError(f"the modes {sorted(modes)} are no proper part of the modes 0 … {self.order - 1}")
        names = [self.networks[0].modes[mode] for mode in modes]
        cut = sum(min_cut(network, names).size for network in self.networks)
        rows = prod(self.networks[0].shape_of(names))
        return min(cut, rows, self.entry_count // rows)

    def graph(self) -> MultiGraph:
        """Nodes and letters as a networkx graph; letters that join more than two nodes are vertices of their own."""
        return graph(self)

    def drawing(self) -> str:
        """The graph as SVG."""
        return drawing(self)

    def _repr_svg_(self) -> str:
        return self.drawing()


@lru_cache(maxsize=512)
def _law(format: TensorFormat, with_vectors: bool) -> Law:
    if format.parameter_count > LARGEST_TENSOR:
        raise ValueError(f"{format} has {format.parameter_count} parameters; a law holds at most {LARGEST_TENSOR}")
    networks, modes = format.networks, format.networks[0].modes
    chosen = {mode: f"x{k}" for k, mode in enumerate(modes) if with_vectors}

    def forward(**given: Traced) -> Traced:
        vectors = {mode: given[name] for mode, name in chosen.items()}
        stems = ["v"] if len(networks) == 1 else [f"v{b}_" for b in range(len(networks))]
        parts = [network.contracted(given, vectors, stem) for network, stem in zip(networks, stems, strict=True)]
        return sum(parts[1:], parts[0])

    sizes = dict(networks[0].sizes)
    return Law.trace(forward, {name: (sizes[mode],) for mode, name in chosen.items()}, format.parameters)
