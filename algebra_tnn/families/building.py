"""Models that are not one dataclass alone: what the words of a family are for them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import comb
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from algebra_tnn.models.analytic import JetNetwork
    from algebra_tnn.models.circuits import DeepCircuit, MixtureOfTrees
    from algebra_tnn.models.structured import LightningAttention, LowRankUpdate
    from algebra_tnn.tensors.formats import HierarchicalFormat, TensorNetwork, TrainFormat
    from algebra_tnn.varieties import Secant


def segre(shape: tuple[int, ...], points: int = 1) -> Secant:
    """The closure of the sums of so many rank-one tensors."""
    from algebra_tnn.varieties import Segre

    return Segre(shape).secant(points)


def veronese(variables: int, degree: int, points: int = 1) -> Secant:
    """The closure of the sums of so many powers of linear forms."""
    from algebra_tnn.varieties import Veronese

    return Veronese(variables, degree).secant(points)


def segre_veronese(shape: tuple[int, ...], degrees: tuple[int, ...], points: int = 1) -> Secant:
    """The closure of the sums of so many products of powers of linear forms."""
    from algebra_tnn.varieties import SegreVeronese

    return SegreVeronese(shape, degrees).secant(points)


def grassmannian(k: int, n: int, points: int = 1) -> Secant:
    """The closure of the sums of so many decomposable vectors."""
    from algebra_tnn.varieties import Grassmannian

    return Grassmannian(k, n).secant(points)


def jets(activation: str, widths: tuple[int, ...], taylor: int | None = None) -> JetNetwork:
    """Taylor polynomials of a network, by default one degree beyond the least with as many coefficients as there are
    parameters."""
    from algebra_tnn.models.analytic import JetNetwork

    if taylor is None:
        needed = JetNetwork(widths, activation).parameter_count
        taylor = 1 + next(k for k in count(1) if widths[-1] * comb(widths[0] + k, k) >= needed)
    if taylor < 1:
        raise ValueError(f"--taylor is {taylor}; the degree of Taylor polynomials is at least 1")
    return JetNetwork(widths, activation, taylor)


def hierarchical(shape: tuple[int, ...], ranks: tuple[int, ...], tree: Sequence[Any] = ()) -> HierarchicalFormat:
    """On one tree; without any, modes are halved."""
    from algebra_tnn.tensors.formats import HierarchicalFormat

    if len(tree) > 1:
        raise ValueError(f"there are {len(tree)} trees; a format has one, and sums over several are circuits: convac")
    return HierarchicalFormat(shape, tree[0] if tree else None, ranks)


def deep_circuit(
    inputs: int, dimension: int, channels: tuple[int, ...], shared: bool = False, tree: Sequence[Any] = ()
) -> DeepCircuit | MixtureOfTrees:
    """On one tree, or the sum of circuits on several; without any, pairs are pooled."""
    from algebra_tnn.models.circuits import DeepCircuit, MixtureOfTrees

    if len(tree) > 1:
        return MixtureOfTrees(inputs, dimension, channels, trees=tree, shared=shared)
    return DeepCircuit(inputs, dimension, channels, shared=shared, tree=tree[0] if tree else None)


def train(inputs: int, dimension: int, hidden: int) -> TrainFormat:
    """A tensor train whose modes have one size, and its bonds, too."""
    from algebra_tnn.tensors.formats import TrainFormat

    return TrainFormat((dimension,) * inputs, (hidden,) * (inputs - 1))


def lightning(d: int, tokens: int, a: int, outputs: int | None = None, layers: int = 1) -> LightningAttention:
    """With outputs of the dimension of the tokens, if nothing else is said."""
    from algebra_tnn.models.structured import LightningAttention

    return LightningAttention(d, tokens, a, d if outputs is None else outputs, layers)


def low_rank_update(shape: tuple[int, ...], rank: int) -> LowRankUpdate:
    """A layer with as many outputs and inputs as the shape says."""
    from algebra_tnn.models.structured import LowRankUpdate

    if len(shape) != 2:
        raise ValueError(f"--shape has {len(shape)} entries; a layer has 2, its outputs and its inputs, such as 3,4")
    return LowRankUpdate(*shape, rank)


def given(network: TensorNetwork) -> TensorNetwork:
    """The network itself."""
    return network
