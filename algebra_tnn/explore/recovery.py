"""The weights of a network from its exact Jacobians at some points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from algebra_tnn.certificates import Explained, Verdict
from algebra_tnn.claims import EssentiallyUnique
from algebra_tnn.exact import Matrix, Number, Q, solution
from algebra_tnn.exact.scalars import transposed
from algebra_tnn.laws.arrays import Array
from algebra_tnn.models.activations import Activation, checked_degree
from algebra_tnn.models.derivatives.values import checked_points
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.weights import WeightedNetwork
from algebra_tnn.provers.classical import jennrich
from algebra_tnn.tensors.cp import CP
from algebra_tnn.tensors.tensor import Tensor
from algebra_tnn.tensors.values.jennrich import NoDecomposition, jennrich_decomposition
from algebra_tnn.verification import verify


@dataclass(frozen=True, slots=True)
class RecoveredNetwork(Explained):
    """A network W_2 g(W_1 x) with given Jacobians, g_i(0) = 0, and the decomposition from which it was read.

    ``verdict`` is about the uniqueness of the decomposition. If it is proved, every network W̃_2 g̃(W̃_1 x + b̃) + c̃ with
    as many neurons and these Jacobians at these points, whose activations are polynomials of degree at most ``degree``,
    is this one up to a permutation of the neurons, the scales of their weights, and a constant.

    *Proof.* Its terms w̃_i ⊗ ã_i ⊗ h̃_i are a decomposition of the same length, none is zero since a shorter one could
    be lengthened to infinitely many, so they are the same terms: w̃_i = α w_i, ã_i = β a_i after a permutation, and
    h̃_i = h_i / (α β). So the polynomials α β g̃_i′(β t + b̃_i) and g_i′(t), of degrees below ``degree``, agree at the
    pre-activations of the points, of which as many are different as the degree says: they are equal.
    """

    network: WeightedNetwork
    degree: int
    decomposition: CP
    verdict: Verdict

    @property
    def explanation(self) -> str:
        """The network and its weights; then whether there are others, over which fields, and what is trusted."""
        lines = [f"{self.network}", *(f"  {name} = {rows}" for name, rows in self.network.to_json().items())]
        if self.verdict.status == "proved":
            bounds = f"{self.decomposition.length} neurons and activations of degree at most {self.degree}"
            lines.append(f"  the only one with {bounds}, up to permutation, scales and a constant (proved)")
        else:
            lines.append(f"  that it is the only one: {self.verdict.status}")
        lines.append(f"  rule: {self.verdict.rule}; trusts: {', '.join(self.verdict.trusts) or 'no published theorem'}")
        return "\n".join(lines)


def network_from_jacobians(jacobians: Sequence[Any], points: Sequence[Sequence[Any]], degree: int) -> RecoveredNetwork:
    """The network with two layers of weights and polynomial activations of degree at most ``degree`` that has these
    Jacobians at these points, found by rational eigenvalues, with a proof that it is the only one.

    The first nonzero entry of each row of W_1 and of each column of W_2 is 1, and the scale is in the activation; where
    all activations are multiples of one power t^r, it is in W_2, and the activation is t^r. Reference:
    [DreesenIshtevaSchoukens2015].

    Shapes: jacobians: points × outputs × inputs, exact numbers; points: points × inputs.
    Raises: TypeError, ValueError, in one sentence, if there are too few points, if two of the three matrices W_2, W_1
    and the slopes have dependent columns (rows for W_1), if eigenvalues are not rational, and if there is no such
    network.

    >>> from algebra_tnn.models.derivatives import jacobians
    >>> hidden = WeightedNetwork(PolynomialNetwork((2, 2, 2), degrees=3), [[[1, 2], [3, 1]], [[1, 1], [0, 2]]])
    >>> points = [[1, 0], [0, 1], [1, 1]]
    >>> found = network_from_jacobians(jacobians(hidden, points), points, degree=3)
    >>> found.verdict.status, found.network.equivalence(hidden) is not None
    ('proved', True)
    """
    highest = checked_degree(degree, "degree")
    T, X = _jacobian_tensor(jacobians, points)
    if len(X) < max(2, highest):
        known = "is 1 point" if len(X) == 1 else f"are {len(X)} points"
        raise ValueError(
            f"there {known}; a Jacobian alone has many factorizations, and derivatives of activations of degree "
            f"{highest} have {highest} coefficients, so give {max(2, highest)} points or more"
        )
    try:
        terms = jennrich_decomposition(T)
    except NoDecomposition as reason:
        raise ValueError(
            f"there is no decomposition of the Jacobians that is found and unique: {reason}; a network is found if two "
            "of W_2, W_1 and the slopes have independent vectors for its neurons, and the third no proportional ones"
        ) from None
    outputs, rows, activations = [], [], []
    for r in range(terms.length):
        (w, p), (a, q) = (_monic(terms.column(mode, r)) for mode in (0, 1))
        t = [sum(x * y for x, y in zip(a, point, strict=True)) for point in X]
        outputs.append(w)
        rows.append(a)
        activations.append(_primitive(t, [p * q * h for h in terms.column(2, r)], highest, r))
    network = _network(outputs, rows, activations)
    return RecoveredNetwork(network, highest, terms, verify(EssentiallyUnique(terms), by=jennrich))


def _jacobian_tensor(jacobians: Sequence[Any], points: Sequence[Sequence[Any]]) -> tuple[Tensor, Matrix]:
    """The tensor with the modes outputs, inputs, points, and the points."""
    read = Array.of(jacobians, "jacobians")
    if len(read.shape) != 3:
        raise ValueError(
            f"jacobians has the shape {list(read.shape)}; it is a list of matrices, one for each point, with a row for "
            "each output and a column for each input"
        )
    count, outputs, inputs = read.shape
    X = checked_points(points, inputs)
    if len(X) != count:
        raise ValueError(f"there are {count} Jacobians but {len(X)} points; each point has one")
    size = outputs * inputs
    return Tensor((outputs, inputs, count), tuple(x for k in range(size) for x in read.entries[k::size])), X


def _monic(vector: Sequence[Number]) -> tuple[tuple[Number, ...], Number]:
    """The vector divided by its first nonzero entry, and this entry."""
    first = next(x for x in vector if x)
    return tuple(Q.divided(x, first) for x in vector), first


def _primitive(t: Sequence[Number], slopes: Sequence[Number], degree: int, neuron: int) -> Activation:
    """The polynomial g of at most this degree with g(0) = 0 and these slopes g′(t)."""
    if len(set(t)) < degree:
        raise ValueError(
            f"neuron {neuron} has {len(set(t))} different pre-activations at the points; the derivative of an "
            f"activation of degree {degree} is determined by {degree}, so give more points"
        )
    powers = tuple(tuple(e * x ** (e - 1) for e in range(1, degree + 1)) for x in t)
    found = solution(powers, tuple((h,) for h in slopes))
    if found is None:
        raise ValueError(
            f"neuron {neuron} has the slopes of no polynomial of degree at most {degree}; no network with such "
            "activations has these Jacobians"
        )
    return Activation((0, *(c for (c,) in found)))


def _network(
    outputs: Sequence[Sequence[Number]], rows: Sequence[Sequence[Number]], activations: Sequence[Activation]
) -> WeightedNetwork:
    widths = (len(rows[0]), len(rows), len(outputs[0]))
    if len({sigma.exponents for sigma in activations}) == 1 == len(activations[0].exponents):
        scales = [sigma.coefficients[-1] for sigma in activations]
        columns = [[c * x for x in w] for c, w in zip(scales, outputs, strict=True)]
        return WeightedNetwork(PolynomialNetwork(widths, activations[0].degree), [list(rows), transposed(columns)])
    network = PolynomialNetwork(widths, activations=[list(activations)])
    return WeightedNetwork(network, [list(rows), transposed(outputs)])
