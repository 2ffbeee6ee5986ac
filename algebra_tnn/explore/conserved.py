"""What gradient flow conserves, whatever the loss and the data: how many independent quantities, and which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.certificates import Verdict
from algebra_tnn.claims import ConservedAtLeast, ConservedAtMost, ConservedBetween
from algebra_tnn.explore.asked_laws import HasLaw, law_of
from algebra_tnn.explore.bounds import OneOrTwoVerdicts, two_sided
from algebra_tnn.explore.dimensions import LONGEST_TABLE
from algebra_tnn.explore.proved_dimensions import OVER, accepted
from algebra_tnn.laws import Law, formula
from algebra_tnn.provers.conserved.flows import deepest_search, quantities_certificate
from algebra_tnn.provers.conserved.lie_algebras import Growth, growth
from algebra_tnn.provers.conserved.quantities import Search, check_monomials, search

LONGEST_QUANTITY = 400  # characters that an explanation writes out


@dataclass(frozen=True)
class ConservedQuantities(OneOrTwoVerdicts):
    """``lower`` ≤ number of independent quantities that gradient flow conserves near general parameters ≤ ``upper``.

    The flow is θ′ = −∇ℓ(θ) for the Euclidean metric, all parameters are trained, and ℓ is any loss of the outputs at
    any data: a quantity Q counts if ⟨∇Q, ∇(u · f(x; θ))⟩ = 0 for all x and u. It is an analytic function, defined near
    general parameters. ``polynomial_laws`` of those found are polynomials, which were sought up to ``degree``;
    others may be local. ``growth`` are the dimensions, at a general point, of the span of the
    gradients, of these with their brackets, and so on.
    """

    law: Law
    name: str
    lower: int
    upper: int
    polynomial_laws: int
    degree: int
    quantities: tuple[str, ...]
    growth: tuple[int, ...]
    verdicts: tuple[Verdict, ...]  # one of both sides, or one for each side that is proved
    notes: tuple[str, ...] = ()

    @property
    def laws(self) -> int | None:
        """The number of independent conserved quantities, None while the bounds do not meet."""
        return self.lower if self.meet else None

    @property
    def parameters(self) -> int:
        return self.law.parameter_count

    @property
    def explanation(self) -> str:
        known = f"{self.lower}" if self.meet else f"{self.lower} to {self.upper}"
        noun = "quantity" if known == "1" else "quantities"
        steps = ", ".join(map(str, self.growth))
        lines = [
            f"{known} independent conserved {noun} (proved)",
            f"  {self.name}, gradient flow of any loss of the outputs, all {self.parameters} parameters trained",
            *(f"  {line}" for line in formula(self.law, largest=LONGEST_TABLE).splitlines()),
            f"  ≤ {self.upper}: at a point gradients, with brackets of 1, 2, … steps, span {steps} dimensions",
            f"  ≥ {self.lower}: independent ones are known, {self.polynomial_laws} of them polynomials"
            f" (sought up to degree {self.degree})",
            *(f"    {_shortened(quantity)}" for quantity in self.quantities),
            *self.closing,
        ]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        return {
            "name": self.name,
            "formula": formula(self.law),
            "parameters": self.parameters,
            "laws": self.laws,
            "polynomial_laws": self.polynomial_laws,
            "degree": self.degree,
            "lower": self.lower,
            "upper": self.upper,
            "field": "Q",  # of the certificates; the answer is the same over every field of characteristic 0
            "growth": list(self.growth),
            "quantities": list(self.quantities),
            **self.outcome,
        }


def conserved_quantities(
    model: HasLaw | Law, *, degree: int | None = None, name: str | None = None, seed: int = 0
) -> ConservedQuantities:
    """The number of independent quantities that Euclidean gradient flow of any loss of a model's outputs conserves.

    From above: the parameters less the rank of the Lie algebra that the gradients generate, at a point. From below:
    conserved polynomials up to a degree, and quotients of polynomials of degree one or two. Where these do not meet,
    there may be other quantities, such as logarithms.

    Args: degree: up to which polynomials are sought; by default 2, and up to 4 while the bounds do not meet and the
    monomials are not too many. name: what the answer calls the model.
    Raises: TypeError, ValueError, in one sentence. Reference: [MarcotteGribonvalPeyre2023].

    >>> law = Law.trace(lambda x, V, U: U @ (V @ x), {"x": (2,)}, {"V": (1, 2), "U": (2, 1)})
    >>> found = conserved_quantities(law)
    >>> found.laws, found.growth, found.quantities
    (1, (3, 3), ('V_0_0^2 + V_0_1^2 - U_0_0^2 - U_1_0^2',))
    """
    if degree is not None and (isinstance(degree, bool) or not isinstance(degree, int)):
        raise TypeError(f"the degree is {degree!r}; polynomials are sought up to a degree, an integer from 1 on")
    if degree is not None and degree < 1:
        raise ValueError(f"the degree is {degree!r}; polynomials are sought up to a degree of at least 1")
    law = law_of(model)
    called = name or ("a law" if isinstance(model, Law) else str(model))
    check_monomials(law, degree or 2)
    algebra = growth(law, seed)
    most = law.parameter_count - algebra.rank
    found = deepest_search(law, most, seed) if degree is None else search(law, degree, most, seed)
    lower, upper, verdicts, notes = _proved(law, found, algebra)
    if not found.is_exhaustive:
        notes.append("there are many parameters: of polynomials, quadratic forms by matrices on their axes were sought")
    if not algebra.is_complete:
        notes.append("the search for brackets ended before they stopped growing")
    elif len(found.quantities) < most:
        notes.append(f"brackets stop growing: in all likelihood the number is {most}; the others are of another kind")
    return ConservedQuantities(
        law,
        called,
        lower,
        upper,
        found.polynomial_count,
        found.degree,
        tuple(map(str, found.quantities)),
        algebra.ranks,
        verdicts,
        tuple(notes),
    )


def _proved(law: Law, found: Search, algebra: Growth) -> tuple[int, int, tuple[Verdict, ...], list[str]]:
    """The bounds that the checker accepts, with the verdicts, and what is over its limit."""
    lower, upper = len(found.quantities), law.parameter_count - algebra.rank
    below = quantities_certificate(ConservedAtLeast(law, lower), found)
    above = algebra.certificate(ConservedAtMost(law, upper))
    both = two_sided("conserved quantities", ConservedBetween(law, lower, upper), below, above)
    if both is not None:
        return lower, upper, (both.verdict,), []
    bounds, verdicts, notes = [0, law.parameter_count], list[Verdict](), list[str]()
    for side, (certificate, bound) in enumerate(((below, lower), (above, upper))):
        if (verdict := accepted(certificate)) is not None:
            bounds[side] = bound
            verdicts.append(verdict)
        else:
            notes.append(f"{'≥≤'[side]} {bound} {OVER}")
    return bounds[0], bounds[1], tuple(verdicts), notes


def _shortened(quantity: str) -> str:
    if len(quantity) <= LONGEST_QUANTITY:
        return quantity
    terms = 1 + quantity.count(" + ") + quantity.count(" - ")
    return f"{quantity[:LONGEST_QUANTITY].rpartition(' ')[0]} … ({terms} terms)"
