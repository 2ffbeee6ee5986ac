"""Second decompositions: certificates that a decomposition is not essentially unique.

Terms are compared as tensors. Each prover makes other factors of the same length; ``certificate_of`` shows that the
terms differ, or finds that they are the same after all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import NotEssentiallyUnique
from algebra_tnn.exact import Field, Matrix, Number, kernel
from algebra_tnn.exact.number_fields import NumberField
from algebra_tnn.provers.classical import zero_term
from algebra_tnn.provers.tensor_ranks import found_decompositions
from algebra_tnn.provers.terms import Element, Vectors, is_zero, root_evidence, terms_of, written_factors
from algebra_tnn.tensors import CP
from algebra_tnn.tensors.products import khatri_rao


def _at(term: Vectors, place: Sequence[int]) -> Element:
    value: Element = 1
    for vector, i in zip(term, place, strict=True):
        value = value * vector[i]
    return value


def difference(one: Vectors, two: Vectors, field: Field) -> list[int] | None:
    """A multi-index at which two nonzero rank-one tensors differ, or None if they are equal."""
    lead = [next(i for i, x in enumerate(vector) if not is_zero(x, field)) for vector in one]
    if not is_zero(_at(one, lead) - _at(two, lead), field):
        return lead
    for mode, vector in enumerate(one):  # equal at the lead, so a difference shows when one index is changed
        for i in range(len(vector)):
            place = [*lead[:mode], i, *lead[mode + 1 :]]
            if not is_zero(_at(one, place) - _at(two, place), field):
                return place
    return None


def certificate_of(
    claim: NotEssentiallyUnique, terms: Sequence[Vectors], remark: str, number_field: NumberField | None = None
) -> Certificate | None:
    """The certificate that these terms are a second decomposition; None if they are not nonzero or not other terms.

    That both sums agree is the caller's construction; the checker compares them entry by entry.
    """
    field = claim.field

    if any(all(is_zero(x, field) for x in vector) for term in terms for vector in term):
        return None
    own = terms_of(claim.decomposition.factors)
    compared = ((i, [difference(term, other, field) for other in terms]) for i, term in enumerate(own))
    i, places = next(((i, places) for i, places in compared if None not in places), (-1, []))
    if i < 0:
        return None
    factors = written_factors(terms, claim.decomposition.shape, field, number_field)
    evidence = {"factors": factors, "root": root_evidence(number_field, field), "term": i, "differences": places}
    return Certificate(claim, "second-decomposition", evidence, remark=remark)


def _scalars(field: Field) -> Iterable[int]:
    """Nonzero elements to try."""
    p = field.characteristic
    return range(1, min(p, 8)) if p else (1, -1, 2, -2, 3, -3, 5)


def _ratio(one: Sequence[Number], two: Sequence[Number], field: Field) -> Number | None:
    """The number c with two = c · one for nonzero proportional vectors, else None."""
    lead = next(i for i, x in enumerate(one) if field.number(x))
    c = field.divided(field.number(two[lead]), field.number(one[lead]))
    return c if all(field.number(y - c * x) == 0 for x, y in zip(one, two, strict=True)) else None


def _refused(rule: str, claim: NotEssentiallyUnique) -> Shortfall | None:
    sentence = zero_term(claim.decomposition, claim.field)
    return Shortfall(rule, sentence) if sentence else None


def exchange(claim: NotEssentiallyUnique) -> Certificate | Shortfall:
    """Two terms that are proportional in all but two modes: u⊗a⊗b + u⊗a′⊗b′ = u⊗(a + λa′)⊗b + u⊗a′⊗(b′ − λb).

    For order 2 these are any two terms. If they agree in all but one mode, they merge and the length exceeds the rank.
    """
    T, field = claim.decomposition, claim.field
    if refused := _refused("second-decomposition (exchange)", claim):
        return refused
    terms = terms_of([field.matrix(f) for f in T.factors])
    for r, s in combinations(range(T.length), 2):
        ratios = [_ratio(terms[r][mode], terms[s][mode], field) for mode in range(T.order)]
        free = [mode for mode in range(T.order) if ratios[mode] is None]
        if len(free) > 2:
            continue
        free = [*free, *(mode for mode in range(T.order) if mode not in free)][:2]
        scale: Number = 1
        for mode in range(T.order):
            if mode not in free:
                scale = field.number(scale * (ratios[mode] or 0))
        for m, n in (free, free[::-1]):
            # term s with the vectors of term r in the modes that are not free
            other = [list(terms[r][mode]) for mode in range(T.order)]
            other[m] = [field.number(scale * x) for x in terms[s][m]]
            other[n] = list(terms[s][n])
            for c in _scalars(field):
                first = [list(vector) for vector in terms[r]]
                second = [list(vector) for vector in other]
                first[m] = [field.number(x + c * y) for x, y in zip(terms[r][m], other[m], strict=True)]
                second[n] = [field.number(y - c * x) for x, y in zip(terms[r][n], other[n], strict=True)]
                rest = [term for i, term in enumerate(terms) if i not in (r, s)]
                modes = "all modes" if T.order == 2 else "all but two modes"
                remark = f"terms {r} and {s} are exchanged for others" + (
                    f", proportional in {modes}" if T.order > 2 else ""
                )
                certificate = certificate_of(claim, [first, second, *rest], remark)
                if certificate is not None:
                    return certificate
    return Shortfall("second-decomposition (exchange)", "no two terms are proportional in all but two modes")


def khatri_rao_relation(claim: NotEssentiallyUnique) -> Certificate | Shortfall:
    """Dependent Khatri–Rao columns of all modes but one, Σ x_r a_r⊗b_r = 0: then c_r may become c_r + x_r y."""
    T, field = claim.decomposition, claim.field
    if refused := _refused("second-decomposition (relation)", claim):
        return refused
    terms = terms_of([field.matrix(f) for f in T.factors])
    for mode in range(T.order):
        others = [T.factors[m] for m in range(T.order) if m != mode]
        for x in kernel(field.matrix(khatri_rao(others)), field):
            for y in _directions(T.factors[mode], field):
                changed = [list(map(list, term)) for term in terms]
                for r in range(T.length):
                    changed[r][mode] = [field.number(c + x[r] * d) for c, d in zip(terms[r][mode], y, strict=True)]
                involved = ", ".join(str(r) for r in range(T.length) if x[r])
                remark = f"the products of all vectors but those of mode {mode} are dependent for the terms {involved}"
                certificate = certificate_of(claim, changed, remark)
                if certificate is not None:
                    return certificate
    return Shortfall(
        "second-decomposition (relation)", "the products of all modes but one are independent, for each mode"
    )


def _directions(factor: Matrix, field: Field) -> Iterable[list[int]]:
    """Vectors y to add: multiples of unit vectors, then the sum of all."""
    height = len(factor)
    for c in _scalars(field):
        for i in range(height):
            yield [c * (i == j) for j in range(height)]
        yield [c] * height


def splitting(claim: NotEssentiallyUnique) -> Certificate | Shortfall:
    """Another decomposition that is found for the tensor; a shorter one is lengthened: t = λt + (1−λ)t, λ ≠ 0, 1."""
    T, field = claim.decomposition, claim.field
    rule = "second-decomposition (splitting)"
    if refused := _refused(rule, claim):
        return refused
    reason = f"no other decomposition with at most R = {T.length} terms was found"
    for found in found_decompositions(T, field):
        if not 0 < len(found.terms) <= T.length:
            continue
        remark = f"another decomposition was found ({found.remark})"
        if len(found.terms) < T.length:
            remark = (
                f"the rank is at most {len(found.terms)} < R = {T.length} ({found.remark}); a term of that is split"
            )
        for longer in _lengthenings(found.terms, T, field, found.number_field is None):
            certificate = certificate_of(claim, longer, remark, found.number_field)
            if certificate is not None:
                return certificate
        if len(found.terms) < T.length and field.characteristic == 2:
            reason = f"the rank is at most {len(found.terms)}, but {field} has no λ ≠ 0, 1 to split a term with"
    return Shortfall(rule, reason)


def _lengthenings(terms: Sequence[Vectors], T: CP, field: Field, by_vectors: bool) -> Iterable[list[Vectors]]:
    """The decomposition with as many terms as T: by t = λt + (1−λ)t, and by splitting one vector, v = w + (v − w)."""
    if len(terms) == T.length:
        yield list(terms)
        return
    if field.characteristic != 2:
        for scale in (2, 3, -1, 5):
            yield _lengthened(terms, T.length, scale)
    for mode, size in enumerate(T.shape) if by_vectors else ():
        for i in range(size):
            unit = [int(i == j) for j in range(size)]
            longer = [list(term) for term in terms]
            while len(longer) < T.length:
                rests = ([field.number(x - y) for x, y in zip(term[mode], unit, strict=True)] for term in longer)
                split = next(((r, rest) for r, rest in enumerate(rests) if any(rest)), None)
                if split is None:
                    break
                r, rest = split
                term = longer.pop(r)
                longer = [
                    [*term[:mode], unit, *term[mode + 1 :]],
                    *longer,
                    [*term[:mode], rest, *term[mode + 1 :]],
                ]
            else:
                yield longer


def _lengthened(terms: Sequence[Vectors], length: int, scale: int) -> list[Vectors]:
    """The first term split into pieces scale, scale + 1, … and the rest."""
    pieces = length - len(terms)
    factors = [*range(scale, scale + pieces), 1 - sum(range(scale, scale + pieces))]
    split = [[[c * x for x in terms[0][0]], *terms[0][1:]] for c in factors]
    return [*split, *terms[1:]]
