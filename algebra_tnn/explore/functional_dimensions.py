"""How many parameters of a rectified network count near given ones.

At weights θ, let x_1, …, x_N be inputs at which no pre-activation is 0. Near θ the masks at these inputs stay, so that
the outputs there are polynomials in the weights; the *functional dimension* at θ is the largest rank of their
derivatives by the weights, over all N and all such inputs. It does not fall near θ. Its derivatives are those of the
law with masks, so that it is at most the dimension of this law, with masks that are free; or with masks that are affine
combinations of the patterns that occur at θ.

*Locally determined.* Let the functional dimension at θ be P − h, for P parameters and h hidden neurons. Then θ has a
neighbourhood in which weights with the same function are rescalings of each other. First, the rescalings move θ in h
independent directions: let Σ_n c_n v_n = 0 for their fields v_n at θ. There is an input where no pre-activation is 0,
so that each neuron has a nonzero bias, which moves by c_n times itself, or a nonzero weight from an input, which does
so, too, or from a neuron m, which moves by c_n − c_m times itself; layer by layer, all c_n are 0. Second, the outputs
at the inputs that show the rank are polynomials near θ, and their derivative has the rank P − h in a neighbourhood. By
the theorem on constant rank the weights in it with equal outputs at these inputs are, if it is chosen well, a connected
manifold of dimension h. It is made of parts of orbits of the rescalings, which are open in it, as they have the same
dimension there; so it is in one orbit. ∎ Whether weights far from θ have the same function is not said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from algebra_tnn.certificates import Certificate, Explained, Status, Verdict, trust_remark, united_trusts
from algebra_tnn.claims import FunctionalDimensionAtLeast
from algebra_tnn.exact.scalars import in_short
from algebra_tnn.explore.proved_dimensions import accepted, proved_dimension
from algebra_tnn.laws import Law, VectorField, formula
from algebra_tnn.laws.arrays import Array, number_to_json
from algebra_tnn.laws.draws import Draw
from algebra_tnn.models.rectified import RectifiedNetwork, Region, regions
from algebra_tnn.models.rectified.rectified_network import Weights
from algebra_tnn.provers.dimensions.fields import field_plan
from algebra_tnn.provers.dimensions.masked_minors import (
    LARGEST_INTEGER,
    LARGEST_WEIGHT,
    masked_minor_at,
    masked_rank,
)

POINTS = 12  # weights that are drawn where none are given


@dataclass(frozen=True)
class FunctionalDimension(Explained):
    """``lower`` ≤ the functional dimension at the weights ≤ ``upper``, and ``lower`` at all weights near them.

    If no weights were given, they were found, and ``upper`` bounds the functional dimension of all weights.
    ``attained`` is the rank of the derivatives at the weights, modulo a prime, by inputs in all regions that are wide
    enough for integers that residues determine.
    """

    network: RectifiedNetwork
    weights: dict[str, Any]
    given: bool
    lower: int
    upper: int
    attained: int
    regions: int
    verdicts: tuple[Verdict, ...]
    argument: tuple[str, ...]  # from above

    @property
    def meet(self) -> bool:
        return self.lower == self.upper

    @property
    def status(self) -> Status:
        return "proved" if self.meet else "undecided"

    @property
    def parameters(self) -> int:
        return self.network.parameter_count

    @property
    def locally_determined(self) -> bool:
        """Whether it is proved that weights near these with the same function are rescalings of them.

        False does not mean that they are not.
        """
        return self.lower == self.parameters - self.network.hidden

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts(self.verdicts)

    @property
    def certificate(self) -> Certificate | None:
        """Of the bound from below."""
        below = (verdict for verdict in self.verdicts if isinstance(verdict.claim, FunctionalDimensionAtLeast))
        return next((verdict.certificate for verdict in below), None)

    @property
    def explanation(self) -> str:
        about = "functional dimension at these weights" if self.given else "largest functional dimension"
        value = f"{about} = {self.lower}" if self.meet else f"{self.lower} ≤ {about} ≤ {self.upper}"
        rescaled = f"{self.parameters} parameters − {self.network.hidden} rescalings"
        lines = [
            f"{value} (proved)",
            f"  {self.network}, over R; {rescaled} = {self.parameters - self.network.hidden}",
            *(f"  {line}" for line in formula(self.network.law()).splitlines()),
            f"  ≥ {self.lower} by a minor of the Jacobian at weights with {self.regions} regions, and near them",
            *(f"  {line}" for line in self.argument),
        ]
        if self.locally_determined:
            lines.append("  weights near these with the same function are rescalings of them")
        if self.attained < self.upper:
            seen = f"{self.attained}, by inputs in all regions that are not too narrow"
            lines.append(f"  modulo a prime the rank at these weights is {seen}")
        return "\n".join([*lines, f"  {trust_remark(self.trusts)}"])

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        return {
            "name": str(self.network),
            "formula": formula(self.network.law()),
            "lower": self.lower,
            "upper": self.upper,
            "field": "R",
            "parameters": self.parameters,
            "rescalings": self.network.hidden,
            "weights": {name: Array.of(x).nested(number_to_json) for name, x in self.weights.items()},
            "regions": self.regions,
            "locally_determined": self.locally_determined,
            "status": self.status,
            "trusts": list(self.trusts),
            "explanation": self.explanation,
        }


def functional_dimension(
    network: RectifiedNetwork, weights: Weights | None = None, *, seed: int = 0
) -> FunctionalDimension:
    """The functional dimension of a rectified network at exact weights, or the largest that is found at drawn ones.

    Raises: TypeError, ValueError for weights that the network does not have, or too many regions.
    Reference: [GrigsbyLindseyMeyerhoffWu2022].

    >>> found = functional_dimension(RectifiedNetwork((1, 2, 1)), [[[1], [2]], [[3, 1]]])  # the same kink twice
    >>> found.lower, found.upper
    (1, 1)
    """
    most = network.parameter_count - network.hidden
    if weights is None:
        point, cells, attained = _best(network, most, seed)
        law, fields = network.law(), network.symmetries().fields
    else:
        point = network.named(weights)
        cells = regions(network, point)
        attained = masked_rank(network.law(), network.masks, *_integers(network, point, cells))
        patterns = [cell.pattern for cell in cells]
        law, fields = network.in_regions(patterns), network.symmetries_in(patterns).fields
    verdicts: list[Verdict] = []
    claim = FunctionalDimensionAtLeast(network.law(), network.masks, attained)
    found = masked_minor_at(*_integers(network, point, cells))(claim)
    if isinstance(found, Certificate) and (verdict := accepted(found)) is not None:
        verdicts.append(verdict)
    upper, above, argument = _from_above(law, fields, attained)
    return FunctionalDimension(
        network,
        point,
        weights is not None,
        attained if verdicts else 0,
        upper,
        attained,
        len(cells),
        (*verdicts, *above),
        argument,
    )


def _from_above(
    law: Law, fields: Sequence[VectorField], target: int
) -> tuple[int, tuple[Verdict, ...], tuple[str, ...]]:
    """A bound of the dimension of the law: by the fields, if they reach the target, else by any argument."""
    plan = field_plan(law, fields)
    if plan is not None and plan.bound <= target and (verdict := accepted(plan.certificate())) is not None:
        return plan.bound, (verdict,), tuple(plan.explanation())
    found = proved_dimension(law, "upper", fields)
    return found.upper, found.verdicts, found.argument


def _best(network: RectifiedNetwork, most: int, seed: int) -> tuple[dict[str, Any], list[Region], int]:
    """Of some drawn integer weights those with the largest rank; the first that have as many as there can be."""
    best: tuple[dict[str, Any], list[Region], int] | None = None
    draw = Draw(seed, LARGEST_WEIGHT)
    for _ in range(POINTS):
        point = {name: draw.array(shape).astype(int).tolist() for name, shape in network.parameters.items()}
        cells = regions(network, point)
        attained = masked_rank(network.law(), network.masks, *_integers(network, point, cells))
        if best is None or attained > best[2]:
            best = point, cells, attained
        if attained == most:
            break
    assert best is not None
    return best


def _integers(
    network: RectifiedNetwork, weights: dict[str, Any], cells: list[Region]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """In each region inputs at which the derivatives by the weights, affine functions there, are known by values; these
    and the weights are scaled until they are integers. Inputs for which these would be too large are left out.

    Raises: ValueError if the integers are too large whatever is left out.
    """
    inputs = [list(x) for cell in cells for x in cell.polyhedron.simplex()]
    while True:
        scaled, points = network.in_integers(weights, inputs)
        numbers = [t for nested in (*scaled.values(), points) for t in Array.of(nested).entries]
        largest = max(max(numbers), -min(numbers))
        if largest <= LARGEST_INTEGER:
            return scaled, [{"x": x} for x in points]
        sizes = [max(max(abs(t.numerator), t.denominator) for t in x) for x in inputs]
        inputs = [x for x, height in zip(inputs, sizes, strict=True) if 2 * height <= max(sizes)]
        if not inputs:
            raise ValueError(
                f"the weights, scaled until they are integers, reach {in_short(largest)}, and residues determine "
                f"integers up to {LARGEST_INTEGER}; take weights with small numerators and denominators"
            )
