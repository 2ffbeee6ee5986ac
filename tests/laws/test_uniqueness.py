"""Laws of verdicts about uniqueness: they do not see how a decomposition is written, and never contradict."""

from __future__ import annotations

from collections import Counter
from math import prod
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn import CP, Certificate, EssentiallyUnique, Field, NotEssentiallyUnique, checker, provers, verify
from algebra_tnn.exact import prime_field
from tests.laws.strategies import field_and_decomposition, times, unimodular
from tests.oracles import by_hand


def status(T: CP, field: Field) -> str:
    return verify(EssentiallyUnique(T, field)).status


@settings(max_examples=50)
@given(field_and_decomposition(), st.data())
def test_the_order_of_terms_does_not_matter(given_: tuple[Field, CP], data: Any) -> None:
    field, T = given_
    order = data.draw(st.permutations(range(T.length)))
    assert status(T.permuted(order), field) == status(T, field)


@settings(max_examples=50)
@given(field_and_decomposition(), st.data())
def test_the_scale_of_columns_does_not_matter(given_: tuple[Field, CP], data: Any) -> None:
    """Column r of each factor is multiplied by a unit; the product of the units of a term is 1."""
    field, T = given_
    p = field.characteristic
    factors = [[list(row) for row in factor] for factor in T.factors]
    for r in range(T.length):
        units = data.draw(st.lists(st.integers(1, p - 1 if p else 5), min_size=T.order - 1, max_size=T.order - 1))
        last = field.divided(1, field.number(prod(units)))
        for factor, unit in zip(factors, [*units, last], strict=True):
            for row in factor:
                row[r] = row[r] * unit
    assert status(CP.from_factors(*factors), field) == status(T, field)


@settings(max_examples=50)
@given(field_and_decomposition(), st.data())
def test_the_order_of_modes_does_not_matter(given_: tuple[Field, CP], data: Any) -> None:
    field, T = given_
    modes = data.draw(st.permutations(range(T.order)))
    assert status(T.transposed(modes), field) == status(T, field)


@pytest.mark.slow
@settings(max_examples=50)
@given(field_and_decomposition(), st.data())
def test_the_basis_of_a_mode_does_not_matter(given_: tuple[Field, CP], data: Any) -> None:
    field, T = given_
    mode = data.draw(st.integers(0, T.order - 1))
    factors = list(T.factors)
    factors[mode] = tuple(map(tuple, times(unimodular(data.draw, T.shape[mode]), factors[mode])))
    assert status(CP.from_factors(*factors), field) == status(T, field)


@pytest.mark.slow
@settings(max_examples=80)
@given(field_and_decomposition())
def test_no_decomposition_is_both_unique_and_not(given_: tuple[Field, CP]) -> None:
    """Every prover of both sides is asked; whatever it says the checker accepts."""
    field, T = given_
    sides = (
        (EssentiallyUnique(T, field), provers.UNIQUENESS),
        (NotEssentiallyUnique(T, field), provers.NON_UNIQUENESS),
    )
    said = []
    for claim, rules in sides:
        results = [rule(claim) for rule in rules]
        certificates = [result for result in results if isinstance(result, Certificate)]
        for certificate in certificates:
            judgement = checker.check(certificate.to_json())
            assert judgement.answer == "accepted", (certificate.rule, judgement.reason)
        said.append(bool(certificates))
    assert said != [True, True]


def second_decompositions(T: CP, field: Field) -> list[list[Any]]:
    """The terms of all second decompositions with numbers in the field that the refuters find."""
    found = []
    for refuter in provers.NON_UNIQUENESS:
        result = refuter(NotEssentiallyUnique(T, field))
        if isinstance(result, Certificate) and result.evidence["root"] is None:
            found.append(by_hand.terms(result.evidence["factors"], field.characteristic))
    return found


@settings(max_examples=80)
@given(field_and_decomposition())
def test_second_decompositions_are_what_they_say(given_: tuple[Field, CP]) -> None:
    """By other means than the checker's: as many nonzero terms, the same sum, not the same multiset."""
    field, T = given_
    p = field.characteristic
    own = by_hand.terms(T.factors, p)
    for terms in second_decompositions(T, field):
        assert len(terms) == T.length
        assert all(map(any, terms))
        sums = [[sum(x) % p if p else sum(x) for x in zip(*some, strict=True)] for some in (own, terms)]
        assert sums[0] == sums[1]
        assert Counter(own) != Counter(terms)


@settings(max_examples=40)
@given(field_and_decomposition(longest=3, among=st.sampled_from([prime_field(2), prime_field(3)])))
def test_extensions(given_: tuple[Field, CP]) -> None:
    """What is proved over GF(p) and every extension by a finite computation trusts nothing or a named theorem."""
    field, T = given_
    verdict = verify(EssentiallyUnique(T, field))
    if verdict.status == "proved":
        assert set(verdict.trusts) <= {"LovitzPetrov2023"}
        assert verdict.extensions == (verdict.rule != "points-modulo-prime")
    if verdict.status == "refuted":
        assert verdict.trusts == ()


@settings(max_examples=40)
@given(field_and_decomposition(longest=3, among=st.sampled_from([Field("Q")])))
def test_the_verdict_over_larger_fields_of_numbers(given_: tuple[Field, CP]) -> None:
    """Uniqueness over C gives uniqueness over R and over Q; a refutation over Q carries over to R and C."""
    _, T = given_
    over = [status(T, Field(name)) for name in ("Q", "R", "C")]
    for smaller, larger in ((0, 1), (1, 2), (0, 2)):
        assert not (over[smaller] == "refuted" and over[larger] == "proved")
    assert not (over[0] == "refuted" and over[2] != "refuted")
