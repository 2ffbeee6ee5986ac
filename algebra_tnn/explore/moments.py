"""What correlations with Hermite tensors say about the first layer of a network: terms, and whether they are unique."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from algebra_tnn.certificates import Certificate, Explained, Status, Verdict
from algebra_tnn.claims import EssentiallyUnique, Vanishes
from algebra_tnn.exact import Number, rank
from algebra_tnn.exact.scalars import Matrix, transposed
from algebra_tnn.laws import fixed
from algebra_tnn.laws.arrays import number_to_json
from algebra_tnn.models.activations import Activation
from algebra_tnn.models.moments.network_moment import (
    NetworkMoment,
    check_network,
    check_order,
    derivative_coefficients,
    has_output_mode,
    slope_means,
)
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.weights import WeightedNetwork
from algebra_tnn.tensors import CP, Tensor
from algebra_tnn.verification import verify

ANSWERS: dict[Status, str] = {
    "proved": "unique, so that {} determined (proved)",
    "refuted": "not unique (refuted)",
    "undecided": "undecided",
}


@dataclass(frozen=True, slots=True)
class MomentDecomposition(Explained):
    """E[f(x) ⊗ S_m(x)] = Σ_i λ_i ⊗ a_i ⊗ … ⊗ a_i for a network f with given weights, and whether the terms are unique.

    ``scales`` are the λ_i, one number for each output; ``neurons`` those of which the term is not zero, and
    ``decomposition`` these terms, None if there are none. ``idle`` says of the others why their terms are zero, and
    ``parallel`` which of ``neurons`` have proportional rows. ``verdict`` is about the uniqueness of the decomposition:
    if it is proved, then all rows of ``neurons`` are determined by the tensor, up to their order and to scale, among
    all networks with no more terms.
    """

    network: WeightedNetwork
    order: int
    scales: tuple[tuple[Number, ...], ...]
    rows: Matrix
    neurons: tuple[int, ...]
    decomposition: CP | None
    idle: dict[int, str]
    parallel: tuple[tuple[int, int], ...]
    verdict: Verdict | None

    @property
    def tensor(self) -> Tensor:
        """The moment itself; modes are those of the inputs, after that of the outputs if it is there."""
        if self.decomposition is not None:
            return self.decomposition.tensor()
        widths = self.network.network.widths
        ahead = (widths[-1],) if has_output_mode(self.network.network, self.order) else ()
        shape = (*ahead, *(widths[0],) * self.order)
        size = (widths[-1] if ahead else 1) * widths[0] ** self.order
        return Tensor(shape, (0,) * size)

    @property
    def status(self) -> Status:
        return "undecided" if self.verdict is None else self.verdict.status

    @property
    def certificate(self) -> Certificate | None:
        return None if self.verdict is None else self.verdict.certificate

    @property
    def explanation(self) -> str:
        """The answer first; then the terms, why others are missing, and what the verdict rests on."""
        name, m = self.network.network, self.order
        if self.decomposition is None:
            lines = ["the moment is zero; it determines no row (undecided)"]
        else:
            lines = [ANSWERS[self.status].format(rows_of(self.neurons if self.idle else ()))]
        lines.append(f"  E[f S_{m}] of {name}, x from the standard normal distribution")
        for i in self.neurons:
            scale = ", ".join(map(str, self.scales[i]))
            lines.append(
                f"  term of neuron {i}: λ = {scale if len(self.scales[i]) == 1 else f'({scale})'}, "
                f"a = ({', '.join(map(str, self.rows[i]))})"
            )
        lines += [f"  no term of neuron {i}: {reason}" for i, reason in self.idle.items()]
        if self.idle and self.status == "proved":
            lines.append("  this compares with sums of as many terms: neurons without a term could have one elsewhere")
        lines += [
            f"  the rows of neurons {i} and {j} are parallel: only the sum of their terms is seen"
            for i, j in self.parallel
        ]
        if self.status == "refuted":
            lines.append("  this is said of all decompositions into rank-one tensors, not of symmetric ones alone")
        if self.verdict is not None:
            lines += [f"  {line}" for line in f"decomposition: {self.verdict.explanation}".splitlines()]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        tensor = self.tensor
        return {
            "name": str(self.network.network),
            "order": self.order,
            "status": self.status,
            "field": "Q",
            "shape": list(tensor.shape),
            "tensor": _written(tensor.nested()),
            "scales": [[number_to_json(x) for x in scale] for scale in self.scales],
            "rows": [[number_to_json(x) for x in row] for row in self.rows],
            "neurons": list(self.neurons),
            "idle": {str(i): reason for i, reason in self.idle.items()},
            "parallel": [list(pair) for pair in self.parallel],
            "rule": None if self.verdict is None else self.verdict.rule,
            "trusts": [] if self.verdict is None else list(self.verdict.trusts),
            "attempts": [] if self.verdict is None else self.verdict.to_dict()["attempts"],
            "explanation": self.explanation,
        }

    def mean(self) -> Verdict:
        """That Σ_i λ_i ⊗ a_i ⊗ … ⊗ a_i is E[f ⊗ S_m], from its definition: an average over points that have the moments
        of the distribution, of which there are many for several inputs.

        Raises: ValueError if there are too many points.

        >>> network = WeightedNetwork(PolynomialNetwork((1, 1, 1), degrees=3), [[[2]], [[5]]])
        >>> moment_decomposition(network, 3).mean().status
        'proved'
        """
        model = self.network.network
        dense = PolynomialNetwork(model.widths, activations=[list(model.activations[0])], biases=True)
        weights = dense.weights(model.layers(self.network.weights))
        return verify(Vanishes(fixed(NetworkMoment(dense, self.order).identity(), weights)))


def rows_of(neurons: Sequence[int]) -> str:
    """The rows of these neurons, or of all if there are none, with their verb."""
    if not neurons:
        return "the rows are"
    listed = ", ".join(map(str, neurons))
    return f"the row of neuron {listed} is" if len(neurons) == 1 else f"the rows of neurons {listed} are"


def moment_decomposition(network: WeightedNetwork, order: int) -> MomentDecomposition:
    """E[f(x) ⊗ S_m(x)] for the network f at its weights as a sum of powers of the rows of W_1, x from the standard
    normal distribution and S_m the Hermite tensor: by ``NetworkMoment``, λ_i = (W_2)_i E[σ_i^(m)(⟨a_i, x⟩ + b_i)].

    *Proved* if the decomposition into these terms is essentially unique: then rows are determined by the tensor, up to
    their order and to scale, among all networks with no more terms. *Refuted* if it is not, among all decompositions
    into rank-one tensors: two rows may be parallel, there may be too many of them, or the tensor is a matrix. Undecided
    for a moment that is zero, which says nothing about rows.

    Raises: TypeError, ValueError unless there is one hidden layer, for orders below 1, and for large tensors.
    Reference: [JanzaminSedghiAnandkumar2014].

    >>> network = PolynomialNetwork((2, 2, 1), activations=[["x^3 + x", "x^3 - 5*x^2"]])
    >>> found = moment_decomposition(WeightedNetwork(network, [[[1, 2], [1, -1]], [[3, -2]]]), 3)
    >>> found.status, found.scales
    ('proved', ((18,), (-12,)))
    >>> moment_decomposition(WeightedNetwork(PolynomialNetwork((2, 1, 1), 2), [[[1, 2]], [[3]]]), 3).idle
    {0: 't² has a degree below 3, so that its derivative of order 3 is zero'}
    """
    if not isinstance(network, WeightedNetwork):
        raise TypeError(f"network is {network!r}; it is a WeightedNetwork, a network with its weights")
    model = network.network
    check_network(model)
    check_order(model, order)
    (rows, biases), (outer, _) = model.layers(network.weights)
    sigmas = model.activations[0]
    means = slope_means(rows, biases, sigmas, order)
    scales = tuple(tuple(w * mean for w in column) for column, mean in zip(transposed(outer), means, strict=True))
    idle = {
        i: reason
        for i in range(len(rows))
        if (reason := _reason(rows[i], biases[i], transposed(outer)[i], sigmas[i], means[i], order))
    }
    neurons = tuple(i for i in range(len(rows)) if i not in idle)
    terms = _terms(model, order, [rows[i] for i in neurons], [scales[i] for i in neurons]) if neurons else None
    parallel = tuple((i, j) for i, j in combinations(neurons, 2) if rank((rows[i], rows[j])) < 2)
    verdict = None if terms is None else verify(EssentiallyUnique(terms))
    return MomentDecomposition(network, order, scales, rows, neurons, terms, idle, parallel, verdict)


def _terms(model: PolynomialNetwork, order: int, rows: Sequence[Any], scales: Sequence[Any]) -> CP:
    """The decomposition, with the weights in a factor of the outputs, or in the first of the others."""
    columns = transposed(rows)
    if has_output_mode(model, order):
        return CP.from_factors(transposed(scales), *[columns] * order)
    first = [[x * scale for x, (scale,) in zip(line, scales, strict=True)] for line in columns]
    return CP.from_factors(first, *[columns] * (order - 1))


def _reason(
    row: Sequence[Number], bias: Number, outer: Sequence[Number], sigma: Activation, mean: Number, order: int
) -> str:
    """Why the term of a neuron is zero; empty if it is not."""
    if not any(outer):
        return "no weight leads from it to an output"
    if not any(row):
        return "its row is zero"
    if mean:
        return ""
    if not any(derivative_coefficients(sigma, order)):
        return f"{sigma} has a degree below {order}, so that its derivative of order {order} is zero"
    parities = {e % 2 for e in sigma.exponents if e}
    if bias == 0 and parities == {(order + 1) % 2}:
        kind = "even" if order % 2 else "odd"
        return f"{sigma} is {kind} up to a constant and the bias is 0, so that λ = 0: take an {kind} order"
    return f"the derivative of order {order} of {sigma} has the mean 0 at these weights, so that λ = 0"


def _written(nested: Any) -> Any:
    return [_written(part) for part in nested] if isinstance(nested, list) else number_to_json(nested)
