"""Polynomials and quotients of polynomials in the parameters that gradient flow conserves, whatever the loss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
from algebra_tnn.laws import Law
from algebra_tnn.laws.expansion import variable_names
from algebra_tnn.provers.conserved.axis_forms import AxisForms
from algebra_tnn.provers.conserved.equations import Derivatives, factors_of, integral, lifted_kernel, monomials_of
from algebra_tnn.provers.conserved.gradients import Samples, random_samples
from algebra_tnn.provers.dimensions.fields import OTHER_PRIME

SPARE_ROWS = 8
MOST_MONOMIALS = 2500
TRIALS = 2
MOST_PAIRS = 500  # of monomials, in numerators and denominators of quotients


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quotient p / q of polynomials in the entries of all parameters."""

    numerator: Polynomial
    denominator: Polynomial

    @property
    def is_polynomial(self) -> bool:
        return self.denominator.degree == 0

    @property
    def field(self) -> list[Polynomial]:
        """q ∇p − p ∇q, which is q² times the gradient."""
        p, q = self.numerator, self.denominator
        return [q * p.derivative(name) - p * q.derivative(name) for name in p.ring.names]

    def __str__(self) -> str:
        if self.is_polynomial:
            return str(self.numerator)
        return "/".join(
            f"({part})" if part.term_count > 1 else str(part) for part in (self.numerator, self.denominator)
        )


@dataclass(frozen=True, slots=True)
class Search:
    """Quantities with independent gradients at a point, the polynomials first; ``degree`` is how far these were sought.

    All polynomials up to this degree were, or, if the search is not exhaustive, the quadratic ``AxisForms`` alone.
    ``rows`` are the fields of the quantities at the point, modulo the prime.
    """

    degree: int
    is_exhaustive: bool
    quantities: tuple[Quantity, ...]
    point: tuple[int, ...]
    rows: NDArray[np.int64]

    @property
    def polynomial_count(self) -> int:
        return sum(quantity.is_polynomial for quantity in self.quantities)


def parameter_ring(law: Law) -> PolynomialRing:
    """The polynomials over Q in the entries of all parameters."""
    names = variable_names(dict(law.parameters))
    return PolynomialRing(tuple(name for some in names.values() for name in some), rational=True)


def monomial_count(law: Law, degree: int) -> int:
    return comb(law.parameter_count + degree, degree) - 1


def check_monomials(law: Law, degree: int) -> None:
    """Raises: ValueError if there are too many monomials up to a degree above two."""
    if degree > 2 and (count := monomial_count(law, degree)) > MOST_MONOMIALS:
        raise ValueError(
            f"there are {count:,} monomials of degree 1 to {degree} in {law.parameter_count} parameters, more than "
            f"{MOST_MONOMIALS:,}; lower the degree"
        )


@lru_cache(maxsize=256)
def search(law: Law, degree: int, enough: int, seed: int = 0) -> Search:
    """Conserved polynomials of at most this degree and, if these are not enough, quotients of degree one or two.

    A polynomial Σ c_m m is conserved iff Σ_m c_m ⟨∇m, ∇(u · f(x; θ))⟩ is zero for all θ, x and u. At random points
    modulo a prime this is a system of linear equations, and each conserved polynomial solves it modulo the prime. So if
    all solutions are lifted to rational ones that are conserved, there are no others. Of degree 2 and with too many
    monomials only ``AxisForms`` are sought.

    Raises: ValueError if there are too many monomials of a higher degree.
    """
    check_monomials(law, degree)
    is_exhaustive = monomial_count(law, degree) <= MOST_MONOMIALS
    ring = parameter_ring(law)
    point = random_samples(law, 1, seed + 1).parameters[0]
    trials = random_samples(law, TRIALS, seed + 2, OTHER_PRIME)
    polynomials = _polynomials(law, ring, degree, seed) if is_exhaustive else _axis_forms(law, ring, seed)
    short_first = sorted(polynomials, key=lambda each: (each.numerator.degree, each.numerator.term_count))
    found, rows = _independent([each for each in short_first if _is_constant(each, trials)], point.tolist())
    for candidates in _quotients(law, ring, min(degree, 2), seed):
        if len(found) >= enough:
            break
        lasting = [each for each in candidates if _is_constant(each, trials)]
        found, rows = _independent([*found, *lasting], point.tolist())
    return Search(degree, is_exhaustive, tuple(found), tuple(point.tolist()), rows)


def _independent(candidates: Sequence[Quantity], point: Sequence[int]) -> tuple[list[Quantity], NDArray[np.int64]]:
    """The first candidates that have independent gradients at the point, and their fields there."""
    rows = np.array([[_residue(x, point) for x in quantity.field] for quantity in candidates], np.int64)
    if not len(rows):
        return [], np.zeros((0, len(point)), np.int64)
    chosen = list(rank_profile(ResidueMatrix.of(rows, PRIME)).rows)
    return [candidates[i] for i in chosen], rows[chosen]


def _is_constant(quantity: Quantity, trials: Samples) -> bool:
    """Whether it is constant along gradients modulo another prime: a residue may have a wrong lift."""
    field = quantity.field
    for theta, gradient in zip(trials.parameters.tolist(), trials.gradients.tolist(), strict=True):
        if sum(_residue(x, theta, OTHER_PRIME) * v for x, v in zip(field, gradient, strict=True)) % OTHER_PRIME:
            return False
    return True


def _residue(polynomial: Polynomial, point: Sequence[int], modulus: int = PRIME) -> int:
    value = polynomial.value(point) if polynomial else 0
    return value.numerator * pow(value.denominator, -1, modulus) % modulus


def _polynomials(law: Law, ring: PolynomialRing, degree: int, seed: int) -> list[Quantity]:
    monomials = monomials_of(law.parameter_count, 1, degree)
    at = Derivatives.of(monomials, random_samples(law, len(monomials) + SPARE_ROWS, seed))
    solutions = lifted_kernel(at.values * at.logarithmic % PRIME)
    return [
        Quantity(integral(ring.of_terms([monomials[i].tolist() for i in c], [*c.values()])), ring(1)) for c in solutions
    ]


def _axis_forms(law: Law, ring: PolynomialRing, seed: int) -> list[Quantity]:
    forms, width = AxisForms.of(law), law.parameter_count
    samples = random_samples(law, len(forms.pairs) + SPARE_ROWS, seed)
    found = []
    for solution in lifted_kernel(forms.rates(samples.parameters, samples.gradients)):
        terms = forms.terms(solution)
        exponents = [[(a == i) + (b == i) for i in range(width)] for a, b in terms]
        if terms:  # forms on two axes of one parameter have the same trace
            found.append(Quantity(integral(ring.of_terms(exponents, [*terms.values()])), ring(1)))
    return found


def _quotients(law: Law, ring: PolynomialRing, highest: int, seed: int) -> Iterator[list[Quantity]]:
    """Of linear forms, then of polynomials of degree two, while the pairs of monomials are not too many.

    p / q with p = Σ p_a m_a and q = Σ q_a m_a is conserved iff Σ_(a<b) ω_ab (m_b ∇m_a − m_a ∇m_b) is orthogonal to all
    gradients for ω_ab = p_a q_b − p_b q_a. These are linear equations for ω.
    """
    for degree in range(1, highest + 1):
        monomials = monomials_of(law.parameter_count, 1, degree)
        pairs = [*combinations(range(len(monomials)), 2)]
        if not 0 < len(pairs) <= MOST_PAIRS:
            return
        at = Derivatives.of(monomials, random_samples(law, len(pairs) + SPARE_ROWS, seed))
        one, two = np.array(pairs).T
        products = at.values[:, one] * at.values[:, two] % PRIME
        matrix = products * (at.logarithmic[:, one] - at.logarithmic[:, two]) % PRIME
        factors = (factors_of({pairs[k]: c for k, c in solution.items()}) for solution in lifted_kernel(matrix))
        yield [
            Quantity(*(integral(ring.of_terms([monomials[a].tolist() for a in f], [*f.values()])) for f in each))
            for each in factors
            if each is not None
        ]
