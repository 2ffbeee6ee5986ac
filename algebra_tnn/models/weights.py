"""One network with its weights: read from JSON, checked once, exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from algebra_tnn.exact.scalars import exact_number
from algebra_tnn.laws.arrays import number_to_json
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.models.equivalence import Equivalence, equivalence
from algebra_tnn.models.polynomial_network import PolynomialNetwork

NETWORK_KEYS = ("widths", "degrees", "biases", "activations", "sparsity", "shared")


@dataclass(frozen=True, slots=True, init=False)
class WeightedNetwork:
    """A polynomial network at given weights: nested tuples of exact numbers under the names W1, b1, W2, b2, …

    Args: weights: by name, or in the order W1, b1, W2, b2, …
    Raises: TypeError, ValueError for weights that the network does not have.

    >>> at = WeightedNetwork(PolynomialNetwork((2, 1, 1), degrees=2), [[[1, 3]], [["1/2"]]])
    >>> at.weights
    {'W1': ((1, 3),), 'W2': ((Fraction(1, 2),),)}
    """

    network: PolynomialNetwork
    weights: Mapping[str, Any]

    def __init__(self, network: PolynomialNetwork, weights: Mapping[str, Any] | Sequence[Any]) -> None:
        shapes = list(network.parameters.items())
        read = tensors_of(network.named(weights), shapes, "the weights", entry=exact_number)
        object.__setattr__(self, "network", network)
        object.__setattr__(self, "weights", {name: _frozen(array.nested()) for name, array in read.items()})

    @classmethod
    def from_json(cls, value: Any) -> WeightedNetwork:
        """From an object with the keys ``network``, the arguments of ``PolynomialNetwork``, and ``weights``.

        Raises: TypeError, ValueError, in one sentence with the place.

        >>> value = {"network": {"widths": [2, 1, 1], "degrees": [2]}, "weights": {"W1": [[1, 3]], "W2": [["1/2"]]}}
        >>> print(WeightedNetwork.from_json(value).network)
        pnn 2,1,1 with t²
        """
        _check_keys(value, "a network with weights", ("network", "weights"), ("network", "weights"))
        given = value["network"]
        _check_keys(given, "network", ("widths",), NETWORK_KEYS)
        network = PolynomialNetwork(**{key: x for key, x in given.items() if x is not None})
        return cls(network, value["weights"])

    def _repr_svg_(self) -> str:
        """The picture of the network, for notebooks."""
        return self.network.drawing()

    def to_json(self) -> dict[str, Any]:
        """The weights by name, as nested lists of integers and of strings such as "3/7"."""
        return {name: _written(nested) for name, nested in self.weights.items()}

    @property
    def comparable(self) -> tuple[str, ...]:
        """The names of the arrays whose slices equivalent weights permute and multiply by numbers, and nothing else.

        These are the matrices, or lists of free weights, of layers without ties, and those biases from which no
        activation makes more: in σ = α (t + β)^r + γ, β is 0 in their layer, and γ in the layer below.

        >>> both = [[[1, 3]], [0], [["1/2"]], [4]]
        >>> [WeightedNetwork(PolynomialNetwork((2, 1, 1), None, True, f), both).comparable for f in ("x^2", "x^2 + x")]
        [('W1', 'b1', 'W2', 'b2'), ('W1', 'W2')]
        """
        network, found = self.network, []
        centred = [all(sigma.centre == 0 for sigma in layer) for layer in network.activations]
        vanishing = [all(sigma.value(-sigma.centre) == 0 for sigma in layer) for layer in network.activations]
        plain = zip([*centred, True], [True, *vanishing], strict=True)
        for i, (layer, shown) in enumerate(zip(network.connections, plain, strict=True), 1):
            found += [f"W{i}"] * (not layer.is_tied) + [f"b{i}"] * (network.biases and all(shown))
        return tuple(found)

    def equivalence(self, other: WeightedNetwork) -> Equivalence | None:
        """The permutations and rational rescalings of hidden neurons that take these weights to the others, or None.

        Raises: ValueError if the networks are not the same.
        """
        if self.network != other.network:
            raise ValueError(
                f"the first network is {_description(self.network, other.network)} and the second "
                f"{_description(other.network, self.network)}; equivalent weights are weights of one network"
            )
        return equivalence(self.network, self.weights, other.weights)

    def __str__(self) -> str:
        return str(self.network)


def _description(network: PolynomialNetwork, other: PolynomialNetwork) -> str:
    if str(network) != str(other):
        return str(network)
    places = [f"{name} {getattr(network, name)}" for name in ("sparsity", "shared") if getattr(network, name)]
    return f"{network} ({', '.join(places) or 'no pattern'})"


def _check_keys(value: Any, place: str, needed: Sequence[str], known: Sequence[str]) -> None:
    if not isinstance(value, Mapping):
        raise TypeError(f"{place} is {_short(value)}; it is an object with the keys {', '.join(known)}")
    for key in value:
        if key not in known:
            raise ValueError(f"{place} has the key {_short(key)}; its keys are {', '.join(known)}")
    for key in needed:
        if key not in value:
            raise ValueError(f"{place} lacks the key {key!r}; its keys are {', '.join(known)}")


def _frozen(nested: Any) -> Any:
    return tuple(map(_frozen, nested)) if isinstance(nested, list) else nested


def _written(nested: Any) -> Any:
    return list(map(_written, nested)) if isinstance(nested, tuple) else number_to_json(nested)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
