"""Whether a network fills its space: whether its functions are dense among all tuples of forms of their degree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb
from typing import Any

from algebra_tnn.certificates import Certificate, Explained, Status, Verdict, trust_remark, united_trusts
from algebra_tnn.claims import DimensionAtLeast, DimensionAtMost
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import generic_rank, jacobian_minor
from algebra_tnn.verification import verify


@dataclass(frozen=True)
class Filling(Explained):
    """Whether the dimension of a network is the ambient one, in characteristic 0, with bounds of its dimension.

    The verdict is about the claim that the dimension is at least the ambient one, which a minor of the Jacobian proves
    and a bound from above refutes. To fill is to be dense; a polynomial may have no weights even so (statement D22).
    """

    network: PolynomialNetwork
    lower: int
    upper: int
    verdict: Verdict
    below: Verdict  # that the dimension is at least ``lower``

    @property
    def ambient(self) -> int:
        return self.network.ambient_dimension

    @property
    def status(self) -> Status:
        """Proved if it fills, refuted if it does not, undecided while the bounds allow both."""
        return self.verdict.status

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts([self.verdict, self.below])

    @property
    def certificate(self) -> Certificate | None:
        """Of the verdict."""
        return self.verdict.certificate

    @property
    def explanation(self) -> str:
        if self.status == "proved":
            first = f"fills (proved): its dimension is {self.ambient}, that of the whole space"
        else:
            answer = "does not fill (proved)" if self.status == "refuted" else "whether it fills is undecided"
            first = f"{answer}: {self.lower} ≤ dimension ≤ {self.upper}, and the whole space has {self.ambient}"
        lines = [f"{self.network}, in characteristic 0"]
        if self.lower:
            lines.append(f"≥ {self.lower} by a minor of the Jacobian at one point")
        if self.status == "refuted":
            assert self.certificate is not None
            lines += _argument(self.certificate)
        else:
            lines.append(f"≤ {self.ambient} by the number of coefficients")
        if self.status == "undecided":
            lines += [f"{attempt.rule}: {attempt.reason}" for attempt in self.verdict.attempts]
        lines.append(trust_remark(self.trusts))
        return "\n".join([first, *(f"  {line}" for line in lines)])

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        return {
            "name": str(self.network),
            "lower": self.lower,
            "upper": self.upper,
            "ambient": self.ambient,
            "parameters": self.network.parameter_count,
            "field": self.verdict.claim.field.name,
            "status": self.status,
            "trusts": list(self.trusts),
            "explanation": self.explanation,
        }


def _argument(step: Certificate, depth: int = 0) -> Iterator[str]:
    """A line for each rule of a bound from above, premises below what they prove."""
    assert isinstance(step.claim, DimensionAtMost)
    yield f"{'  ' * depth}≤ {step.claim.rank} by {step.rule}" + (f": {step.remark}" if step.remark else "")
    for premise in step.premises:
        yield from _argument(premise, depth + 1)


def filling(widths: Sequence[int], degrees: Sequence[int] | int, *, biases: bool = False) -> Filling:
    """Whether the functions of a network with powers as activations are dense among all polynomials of their degree.

    Without biases these are forms.

    Raises: TypeError, ValueError for what is no network.
    Reference: [KileelTragerBruna2019].

    >>> filling((2, 3, 3, 2, 1), 2).status, filling((2, 3, 3, 1, 1), 2).status
    ('proved', 'refuted')
    """
    return filling_of(PolynomialNetwork(widths, degrees, biases))


def filling_of(network: PolynomialNetwork) -> Filling:
    """Whether this network fills its space. Raises: ValueError unless it is dense with powers as activations.

    Other networks may have coefficients that vanish for a reason of their own, so that their space is a matter of
    taste.
    """
    if any(len(sigma.exponents) != 1 for layer in network.activations for sigma in layer):
        raise ValueError(f"{network} has activations of several terms; filling is asked for powers, such as t²")
    if any(layer.groups is not None for layer in network.connections):
        raise ValueError(f"{network} has weights that are zero or tied; filling is asked for dense layers")
    law, ambient = network.law(), network.ambient_dimension
    verdict = verify(DimensionAtLeast(law, ambient))
    upper = ambient - 1 if verdict.status == "refuted" else ambient
    if verdict.status == "proved":
        return Filling(network, ambient, upper, verdict, verdict)
    below = verify(DimensionAtLeast(law, generic_rank(law)), by=jacobian_minor)
    return Filling(network, generic_rank(law) if below.status == "proved" else 0, upper, verdict, below)


def sufficient_widths(inputs: int, outputs: int, degree: int, layers: int) -> tuple[int, ...]:
    """Widths with which a network of so many layers of weights with activations t^degree fills its space.

    Layer l has min(outputs · degree^((layers − l)(inputs − 1)), C(inputs − 1 + degree^l, inputs − 1)) neurons
    (statement D23, with its proof). They need not be minimal.

    Raises: ValueError unless all numbers are positive.
    Reference: [KileelTragerBruna2019], [FroebergOttavianiShapiro2012].

    >>> sufficient_widths(2, 1, 2, 4)
    (2, 3, 4, 2, 1)
    """
    for name, value in (("inputs", inputs), ("outputs", outputs), ("degree", degree), ("layers", layers)):
        if value < 1:
            raise ValueError(f"{name} is {value}; it is at least 1")
    hidden = (
        min(outputs * degree ** ((layers - layer) * (inputs - 1)), monomials(inputs, degree**layer))
        for layer in range(1, layers)
    )
    return inputs, *hidden, outputs


def monomials(variables: int, degree: int) -> int:
    """The number of monomials of this degree."""
    return comb(variables - 1 + degree, degree)
