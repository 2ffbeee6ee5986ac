"""What correlations with Hermite tensors say about the first layer of a network with general weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.certificates import Certificate, Explained, Status
from algebra_tnn.explore.identifiability import Identifiability, identifiable
from algebra_tnn.explore.moments import ANSWERS, rows_of
from algebra_tnn.laws import formula
from algebra_tnn.models.activations import Activation
from algebra_tnn.models.moments.network_moment import NetworkMoment, derivative_coefficients
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.varieties import SegreVeronese, Veronese


@dataclass(frozen=True, slots=True)
class GenericMoment(Explained):
    """What E[f(x) ⊗ S_m(x)] says about the rows of W_1 for general weights: ``neurons`` are those whose λ_i is not zero
    for all weights, and ``terms`` whether that many general terms are determined by their sum, None if there are none.
    """

    network: PolynomialNetwork
    order: int
    neurons: tuple[int, ...]
    terms: Identifiability | None

    @property
    def status(self) -> Status:
        return "undecided" if self.terms is None else self.terms.globally

    @property
    def certificate(self) -> Certificate | None:
        return None if self.terms is None else self.terms.certificate

    @property
    def explanation(self) -> str:
        about = f"  E[f S_{self.order}] of {self.network} at general weights, x from the standard normal distribution"
        if self.terms is None:
            reason = (
                f"  the derivatives of order {self.order} of all activations are zero, or odd while biases are zero"
            )
            return f"the moment is zero; it determines no row (undecided)\n{about}\n{reason}"
        rows = rows_of(self.neurons if self.is_partial else ())
        lines = [ANSWERS[self.status].format(rows), about]
        lines += [f"  {line}" for line in formula(NetworkMoment(self.network, self.order).law()).splitlines()]
        return "\n".join([*lines, *(f"  {line}" for line in self.terms.explanation.splitlines())])

    @property
    def is_partial(self) -> bool:
        return len(self.neurons) < self.network.widths[1]

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        return {
            "name": str(self.network),
            "order": self.order,
            "status": self.status,
            "field": "Q",
            "formula": formula(NetworkMoment(self.network, self.order).law()),
            "neurons": list(self.neurons),
            "finite": None if self.terms is None else self.terms.finite,
            "rule": None if self.terms is None else self.terms.rule,
            "trusts": [] if self.terms is None else list(self.terms.trusts),
            "explanation": self.explanation,
        }


def generic_moment(network: PolynomialNetwork, order: int) -> GenericMoment:
    """Whether E[f(x) ⊗ S_m(x)] determines the rows of W_1 for general weights, up to their order and to scale.

    A neuron has a general point λ_i ⊗ a_i ⊗ … ⊗ a_i of a Segre–Veronese variety as its term, unless λ_i is zero for all
    weights: the weights leading from it have the factor E[σ_i^(m)(z_i)], a polynomial that is zero iff σ_i^(m) is zero,
    or it is odd and there are no biases. So the question is that of general sums of so many points, over the algebraic
    closure.

    Raises: TypeError, ValueError as ``NetworkMoment``.

    >>> generic_moment(PolynomialNetwork((3, 3, 1), degrees=3), 3).status
    'proved'
    >>> generic_moment(PolynomialNetwork((3, 3, 1), degrees=4), 3).neurons
    ()
    """
    NetworkMoment(network, order)
    inputs, hidden, outputs = network.widths
    neurons = tuple(i for i in range(hidden) if _is_seen(network.activations[0][i], order, network.biases))
    if not neurons:
        return GenericMoment(network, order, neurons, None)
    variety = SegreVeronese((outputs, inputs), (1, order)) if outputs > 1 else Veronese(inputs, order)
    return GenericMoment(network, order, neurons, identifiable(variety.secant(len(neurons))))


def _is_seen(sigma: Activation, order: int, biases: bool) -> bool:
    slope = derivative_coefficients(sigma, order)
    return any(slope) if biases else any(slope[::2])
