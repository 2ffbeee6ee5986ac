"""The Waring rank of a form: how many powers of linear forms, with weights, sum to it.

It is the symmetric rank of the symmetric tensor, at least the tensor rank, and depends on the field. From below:

* Catalecticants, which are flattenings, and other rules bound the tensor rank; that is part of the certificate.

* *Derivatives.* Let ∂ = Σ v_i ∂/∂x_i, and A(G) be the space of all partial derivatives of G of all orders. Over every
  extension the rank is at least dim A(∂F) − dim A(∂²F). *Proof* [CarliniCatalisanoGeramita2012]. Let I be the ideal of
  the points [v_j] of a decomposition, in the ring T of differential operators; it annihilates F, so lies in F^⊥. The
  points off the hyperplane ∂ = 0 have the ideal I : ∂, and multiplication by ∂ is injective on T/(I : ∂). So for large
  e their number is dim (T/(I : ∂))_e = Σ_(i≤e) dim (T/((I : ∂) + (∂)))_i ≥ Σ_i dim (T/((F^⊥ : ∂) + (∂)))_i. Now F^⊥ : ∂
  = (∂F)^⊥, T/(∂F)^⊥ is A(∂F), and the multiples of ∂ in it are T/((∂F)^⊥ : ∂) = A(∂²F). ∎ For a monomial x^a with the
  least exponent a_0, ∂ = ∂/∂x_0 gives a_0 Π (a_i + 1) − (a_0 − 1) Π (a_i + 1) = Π (a_i + 1), products over i ≥ 1.

* Forms in two variables: apolar forms, and over Q and R real zeros (``tensors.binary_forms``).

A form is first written in as few variables as possible, which changes no rank: the others can be set to zero in any
decomposition. From above: decompositions that are found, and compared with the form coefficient by coefficient.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice, product
from typing import Any, NamedTuple

from algebra_tnn.certificates import Certificate, Verdict
from algebra_tnn.claims import TensorRankAtLeast, TensorRankBetween
from algebra_tnn.exact import Field, Matrix, Number, PolynomialRing, Q
from algebra_tnn.explore.bounds import TwoSided, two_sided
from algebra_tnn.provers import waring as provers
from algebra_tnn.tensors.binary_forms import (
    apolar_candidates,
    apolar_forms,
    decomposition_at_zeros,
    has_different_zeros,
    real_zero_count,
)
from algebra_tnn.tensors.form_text import form_in
from algebra_tnn.tensors.forms import Form
from algebra_tnn.tensors.power_decompositions import (
    lattice_powers,
    monomial_powers,
    squares,
    sum_of_monomial_powers,
)
from algebra_tnn.tensors.sums_of_powers import SumOfPowers

MOST_ENTRIES = 5000  # of the symmetric tensor that a certificate is about
MOST_DIRECTIONS = 150  # of derivatives
MANY_MONOMIALS = 200  # beyond that derivatives by the variables alone
MOST_FIELDS = 20  # in which a form of one degree is tried to be split


@dataclass(frozen=True)
class WaringRank(TwoSided):
    """``lower`` ≤ the Waring rank of a form over ``field`` ≤ ``upper``, both proved.

    The verdict is about the tensor rank of the symmetric tensor: its certificate re-derives the decomposition, and a
    bound from below. What is known from below beyond that is exact computation. ``decomposition`` has ``upper`` powers;
    it is None where their linear forms are known by their existence alone.
    """

    form: Form
    field: Field
    lower: int
    upper: int
    reasons: tuple[str, str]
    decomposition: SumOfPowers | None
    verdict: Verdict | None = None

    @property
    def certificate(self) -> Certificate | None:
        return None if self.verdict is None else self.verdict.certificate

    @property
    def trusts(self) -> tuple[str, ...]:
        return () if self.verdict is None else self.verdict.trusts

    @property
    def explanation(self) -> str:
        value = f"Waring rank = {self.lower}" if self.meet else f"{self.lower} ≤ Waring rank ≤ {self.upper}"
        lines = [
            f"{value} over {self.field} (proved)",
            f"  {self.form}, of degree {self.form.degree} in {_counted(len(self.form.variables), 'variable')}",
            f"  ≥ {self.lower}: {self.reasons[0]}",
            f"  ≤ {self.upper}: {self.reasons[1]}",
        ]
        if self.decomposition is not None:
            lines.append(f"    {self.form} = {self.decomposition.text(self.form.variables)}")
            if self.decomposition.number_field is not None:
                lines.append(f"    t is a root of {_polynomial(self.decomposition.number_field.polynomial)}")
        if self.verdict is not None and isinstance(self.verdict.claim, TensorRankBetween):
            lower, upper = self.verdict.claim.lower, self.verdict.claim.upper
            bounds = f"is {lower}" if lower == upper else f"is {lower} to {upper}"
            lines.append(f"  the tensor rank {bounds}, which is what the certificate says")
        else:
            lines.append("  computed exactly; there is no certificate")
        return "\n".join([*lines, f"  trusts {', '.join(self.trusts) or 'no published theorem'}"])

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        found = self.decomposition
        return {
            "form": str(self.form),
            "degree": self.form.degree,
            "variables": list(self.form.variables),
            "field": self.field.name,
            "lower": self.lower,
            "upper": self.upper,
            "lower_reason": self.reasons[0],
            "upper_reason": self.reasons[1],
            "decomposition": None if found is None else found.to_dict(),
            "trusts": list(self.trusts),
            "explanation": self.explanation,
        }


class _Lower(NamedTuple):
    bound: int
    reason: str


class _Upper(NamedTuple):
    bound: int
    reason: str
    powers: SumOfPowers | None


def waring_rank(form: Form | str, field: Field = Q) -> WaringRank:
    """The least number of powers of linear forms, with weights, that sum to the form, all over Q, R or C.

    Args: form: a form, or its text. Raises: ValueError for a finite field, and for what is no form.
    Reference: [CarliniCatalisanoGeramita2012], [Reznick2013].

    >>> found = waring_rank("x^2*y")
    >>> found.lower, found.upper, found.decomposition.text("xy")
    (3, 3, '-(1/3)*y^3 + (1/6)*(x + y)^3 - (1/6)*(x - y)^3')
    >>> from algebra_tnn.exact import C, R
    >>> [waring_rank("x^2*y^2", field).upper for field in (R, C)]
    [4, 3]
    """
    if field.is_finite:
        raise ValueError(f"the field is {field}; Waring ranks are computed over Q, R and C")
    given = form_in(form) if isinstance(form, str) else form
    if not given.terms:
        return WaringRank(given, field, 0, 0, ("the form is zero",) * 2, SumOfPowers(given.degree, (), ()))
    essential, M = given.in_essential_variables()
    above = min(_above(given, essential, M, field), key=lambda found: (found.bound, found.powers is None))
    assert above.powers is None or above.powers.equals(given)
    verdict = _verdict(given, above.powers, field)
    bounds = chain(_below(essential, field), [] if verdict is None else [_of_tensor(verdict)])
    below = _best(bounds, above.bound)
    return WaringRank(given, field, below.bound, above.bound, (below.reason, above.reason), above.powers, verdict)


def _verdict(form: Form, powers: SumOfPowers | None, field: Field) -> Verdict | None:
    """What the checker says about the tensor rank."""
    if powers is None or form.degree < 2 or len(form.variables) ** form.degree > MOST_ENTRIES:
        return None
    lower = provers.symmetric_tensor_from_below(form, powers.length, field)
    upper = provers.symmetric_decomposition(form, powers, field)
    if not isinstance(lower, Certificate):
        return None
    assert isinstance(lower.claim, TensorRankAtLeast)
    claim = TensorRankBetween(form.tensor(), lower.claim.rank, powers.length, field)
    bounds = two_sided("rank", claim, lower, upper)
    return None if bounds is None else bounds.verdict


def _of_tensor(verdict: Verdict) -> _Lower:
    assert verdict.certificate is not None
    lower, _ = verdict.certificate.premises
    assert isinstance(lower.claim, TensorRankAtLeast)
    remark = f", {lower.remark}" if lower.remark else ""
    return _Lower(lower.claim.rank, f"the rank of the tensor, by {lower.rule}{remark}")


# ---------------------------------------------------------------------------------------------------- from below


def _best(bounds: Iterable[_Lower], most: int) -> _Lower:
    """The first of the largest ones; those after one that is as large as possible are not computed."""
    best = None
    for found in bounds:
        if best is None or found.bound > best.bound:
            best = found
        if best.bound >= most:
            break
    assert best is not None
    return best


def _below(form: Form, field: Field) -> Iterator[_Lower]:
    """Bounds for a form that needs all its variables."""
    ranks = form.catalecticant_ranks
    order = max(range(len(ranks)), key=lambda k: ranks[k])
    yield _Lower(ranks[order], f"the catalecticant of the orders {order} and {form.degree - order} has this rank")
    if form.degree < 3:
        return
    if len(form.variables) == 2:
        yield from _below_binary(form, field)
    elif len(form.variables) > 2:
        n = len(form.variables)
        directions = islice(_directions(n), None if form.monomial_count <= MANY_MONOMIALS else n)
        yield from (_by_derivative(form, v) for v in directions)


def _directions(n: int) -> Iterator[tuple[int, ...]]:
    """The coordinates, then other vectors with entries −1, 0, 1, up to sign."""
    found = sorted(product((0, 1, -1), repeat=n) if n < 7 else (), key=lambda v: sum(map(abs, v)))
    units = [tuple(int(i == j) for j in range(n)) for i in range(n)]
    others = (v for v in found if sum(map(abs, v)) > 1 and next(x for x in v if x) > 0)
    yield from units
    yield from islice(others, MOST_DIRECTIONS)


def _by_derivative(form: Form, direction: tuple[int, ...]) -> _Lower:
    first = form.derivative(direction)
    second = None if first is None else first.derivative(direction)
    one, two = _derivative_dimension(first), _derivative_dimension(second)
    name = " + ".join(f"{'' if c == 1 else '−'}∂/∂{x}" for c, x in zip(direction, form.variables, strict=True) if c)
    about = f"of all orders, ∂F has {one} independent derivatives and ∂²F has {two}"
    return _Lower(one - two, f"{about}, for ∂ = {name.replace('+ −', '− ')}")


def _derivative_dimension(form: Form | None) -> int:
    """The dimension of the space of all partial derivatives of all orders."""
    return 0 if form is None else sum(form.catalecticant_ranks)


def _below_binary(form: Form, field: Field) -> Iterator[_Lower]:
    degree, g = _least_apolar(form)
    if len(g) == 1 and not has_different_zeros(g[0], field):
        reason = f"one form of degree {degree} is apolar, {_apolar(form, g[0])}, and does not have {degree} different"
        yield _Lower(form.degree + 2 - degree, f"{reason} zeros in {field}")
    if field.name != "C" and (real := real_zero_count(form)):
        reason = f"it has {_counted(real, 'real zero')}, with multiplicities, and is no power of a linear form"
        yield _Lower(real, reason)


# ---------------------------------------------------------------------------------------------------- from above


def _above(given: Form, form: Form, M: Matrix, field: Field) -> Iterator[_Upper]:
    """Decompositions of the given form, or of the same one in essential variables."""
    n = len(form.variables)
    if n == 1:
        powers = SumOfPowers(given.degree, (form.terms[0][1],), ((1,),)).pulled_back(M)
        yield _found(powers, "a multiple of a power")
        return
    if form.degree == 2:
        yield _found(squares(form).pulled_back(M), "a sum of weighted squares")
        return
    if n == 2:
        yield from _above_binary(form, M, field)
    if len(given.terms) == 1:
        [(exponents, c)] = given.terms
        if (monomial := monomial_powers(exponents, field)) is not None:
            weights = tuple(w * c for w in monomial.weights)
            powers = SumOfPowers(given.degree, weights, monomial.vectors, monomial.number_field)
            yield _found(powers, "a monomial")
    for some, back in ((given, None), (form, M)):
        if (sums := sum_of_monomial_powers(some)) is not None:
            yield _found(sums if back is None else sums.pulled_back(back), "the sum of its monomials")
    if n > 2 and (lattice := lattice_powers(form)) is not None:
        yield _found(lattice.pulled_back(M), "a combination of the powers at a lattice")
    yield _Upper(form.monomial_count, "the powers of linear forms span the forms of this degree", None)


def _found(powers: SumOfPowers, reason: str) -> _Upper:
    return _Upper(powers.length, reason, powers)


def _above_binary(form: Form, M: Matrix, field: Field) -> Iterator[_Upper]:
    """The least degrees in which an apolar form with different zeros in the field is found."""
    for degree in range(_least_apolar(form)[0], form.degree + 1):
        split = (g for g in apolar_candidates(form, degree) if has_different_zeros(g, field))
        found = [_at_zeros(form, g, M, field) for g in islice(split, 1)]
        if found and found[0].powers is None:  # another one may have its zeros in a smaller field
            found += [_at_zeros(form, g, M, field) for g in islice(split, MOST_FIELDS)]
        if found:
            yield max(found, key=lambda some: some.powers is not None)
            return


def _at_zeros(form: Form, g: Sequence[Number], M: Matrix, field: Field) -> _Upper:
    degree, powers = len(g) - 1, decomposition_at_zeros(form, g)
    reason = f"the apolar form {_apolar(form, g)} has {degree} different zeros in {field}"
    return _Upper(degree, reason, None if powers is None else powers.pulled_back(M).reduced())


def _least_apolar(form: Form) -> tuple[int, tuple[tuple[Number, ...], ...]]:
    """The least degree of an apolar form, and a basis of those of this degree."""
    return next((degree, found) for degree in count(1) if (found := apolar_forms(form, degree)))


def _apolar(form: Form, g: Sequence[Number]) -> str:
    m = len(g) - 1
    names = [f"∂{name}" for name in form.variables]
    return str(Form.of(names, m, {(m - j, j): c for j, c in enumerate(g)}))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _polynomial(coefficients: tuple[int, ...]) -> str:
    terms = {(i,): c for i, c in enumerate(coefficients) if c}
    return str(PolynomialRing(("t",)).of_terms(list(terms), list(terms.values())))
