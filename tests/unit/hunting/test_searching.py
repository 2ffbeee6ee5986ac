"""The search for counterexamples: what counts, how it shrinks, what it says was covered."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest
from hypothesis import strategies

from algebra_tnn import checker
from algebra_tnn.claims import TensorRankAtLeast
from algebra_tnn.explore import kruskal_rank
from algebra_tnn.hunting import (
    Drawn,
    Evidence,
    Listed,
    PredicateFailed,
    compared,
    conjunction,
    evidence,
    hunt,
    negation,
)
from algebra_tnn.tensors import Tensor
from algebra_tnn.verification import verify

PROVED, REFUTED, OPEN = (Evidence(status, status) for status in ("proved", "refuted", "undecided"))


def listed(items: Any, **more: Any) -> Listed[Any]:
    return Listed("numbers", items, measure=lambda n: (n,), **more)


@dataclass(frozen=True)
class Pairs:
    """Pairs of integers, drawn; (a, b) and (b, a) are the same."""

    description: str = "pairs"
    order: str = "their sum"
    exhaustive: bool = False

    def instances(self, seed: int) -> Iterator[tuple[int, int]]:
        return ((seed + 3 * k, 2 * k) for k in count())

    def size(self, pair: tuple[int, int]) -> tuple[int, ...]:
        return (sum(pair),)

    def smaller(self, pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
        a, b = pair
        if a:
            yield a - 1, b
        if b:
            yield a, b - 1

    def canonical(self, pair: tuple[int, int]) -> Hashable:
        return tuple(sorted(pair))


def test_only_a_proved_hypothesis_and_a_refuted_conclusion_count() -> None:
    hypotheses = {0: REFUTED, 1: OPEN, 2: PROVED, 3: PROVED, 4: PROVED}
    conclusions = {2: PROVED, 3: OPEN, 4: REFUTED}  # no others are asked for
    found = hunt(hypotheses.__getitem__, conclusions.__getitem__, over=listed(range(5)))
    assert [each.instance for each in found.found] == [4]
    assert (found.examined, found.met, found.undecided) == (5, 3, 2)
    assert "2 of them undecided" in found.found[0].minimal and "none of the 4 before" in found.found[0].minimal
    none = hunt(hypotheses.__getitem__, conclusions.__getitem__, over=listed(range(4)))
    assert none.found == () and none.covered == "exhaustive, all 4 of: numbers"
    assert "none found in 4 cases" in none.explanation and "2 of 4 cases are undecided" in none.explanation


def test_one_of_each_class() -> None:
    def odd(n: int) -> Evidence:
        return REFUTED if n % 2 else PROVED

    found = hunt(None, odd, over=listed(range(10), symmetry=lambda n: n % 6), most=5)
    assert [each.instance for each in found.found] == [1, 3, 5]
    assert found.examined == 6 and found.covered.startswith("exhaustive")
    assert hunt(None, odd, over=listed(range(10)), most=2).covered.endswith("it stopped when 2 were found")


def test_shrinking_ends_where_no_neighbour_is_one() -> None:
    found = hunt(None, lambda pair: REFUTED if sum(pair) >= 7 and pair[0] >= 2 else PROVED, over=Pairs(), seed=5)
    each = found.found[0]
    assert each.found_as == (5, 0) or sum(each.found_as) >= 7
    assert each.size == (7,) and each.instance[0] >= 2
    assert "no smaller neighbour is one, by their sum" in each.minimal


def test_the_same_seed_finds_the_same() -> None:
    one, two, other = (
        hunt(None, lambda pair: REFUTED if sum(pair) > 40 else PROVED, over=Pairs(), seed=seed) for seed in (1, 1, 2)
    )
    assert one.found == two.found and one.examined == two.examined
    assert one.found[0].found_as != other.found[0].found_as and "seed 1" in one.covered


def test_the_budget_ends_it() -> None:
    found = hunt(None, lambda pair: PROVED, over=Pairs(), budget=0.05)
    assert not found.found and "the budget of 0.05 s ended it" in found.covered and found.examined > 10


def test_an_order_that_lies_is_told() -> None:
    class Wrong(Pairs):
        def smaller(self, pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
            yield pair[0] + 1, pair[1]

    with pytest.raises(ValueError, match="by its sizes it is not"):
        hunt(None, lambda pair: REFUTED, over=Wrong())

    class Descending(Pairs):
        def instances(self, seed: int) -> Iterator[tuple[int, int]]:
            return iter([(2, 2), (1, 1)])

    with pytest.raises(ValueError, match="small ones come first"):
        hunt(None, lambda pair: PROVED, over=Descending(exhaustive=True))


def test_errors_of_predicates_are_named_and_limits_are_undecided() -> None:
    def failing(n: int) -> Evidence:
        raise KeyError("missing")

    def too_large(n: int) -> Evidence:
        raise OverflowError("too many minors")

    with pytest.raises(PredicateFailed, match="the conclusion raised KeyError at 0"):
        hunt(None, failing, over=listed(range(3)))
    found = hunt(None, too_large, over=listed(range(3)))
    assert (found.found, found.undecided) == ((), 3)
    with pytest.raises(PredicateFailed, match="has no certificate"):
        hunt(None, lambda n: n > 1, over=listed(range(3)))  # a bool


@pytest.mark.parametrize(("name", "value"), [("budget", 0), ("budget", float("nan")), ("most", 0), ("most", 1.5)])
def test_arguments_are_checked(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"{name} is"):
        hunt(None, lambda n: PROVED, over=listed(range(3)), **{name: value})


def test_hypothesis_draws_and_shrinks() -> None:
    vectors = strategies.lists(strategies.integers(0, 9), min_size=1, max_size=3)
    space = Drawn(vectors, "lists of up to 3 digits")
    found = hunt(None, lambda v: REFUTED if sum(v) > 10 else PROVED, over=space, budget=20)
    assert found.found[0].instance == [2, 9]
    assert found.found[0].minimal.startswith("shrunk by Hypothesis")
    never = hunt(None, lambda v: PROVED, over=Drawn(strategies.sampled_from([1, 2]), "two numbers"), budget=20)
    assert never.found == () and never.examined == 2
    slow = hunt(None, lambda v: PROVED, over=space, budget=0.1)
    assert slow.found == () and slow.covered.endswith("the budget of 0.1 s ended it")


def test_evidence_carries_certificates() -> None:
    eye = Tensor.from_nested([[1, 0], [0, 1]])
    shown = evidence(TensorRankAtLeast(eye, 2))
    assert shown.status == "proved" and len(shown.certificates) == 1
    assert evidence(verify(TensorRankAtLeast(eye, 2))) == shown
    assert negation(shown).status == "refuted" and negation(shown).certificates == shown.certificates
    assert conjunction(shown, shown).certificates == shown.certificates * 2
    with pytest.raises(TypeError, match="ask for"):
        bool(shown)


def test_bounds_are_compared() -> None:
    rank = kruskal_rank([[1, 0, 1], [0, 1, 1]])
    assert [compared(rank, "==", n).status for n in (2, 3)] == ["proved", "refuted"]
    assert [compared(rank, "<", n).status for n in (2, 3)] == ["refuted", "proved"]
    assert compared(rank, ">=", 2).certificates == (rank.verdict.certificate,)

    @dataclass
    class Between:
        lower: int
        upper: int
        explanation: str = "x"
        verdicts: tuple[Any, ...] = ()

    assert compared(Between(2, 4), "==", 3).status == "undecided"
    assert compared(Between(2, 4), "==", 5).status == "refuted"
    assert compared(Between(2, 4), "<=", 4).status == "proved"
    assert compared(Between(2, 4), "<", 4).status == "undecided"
    assert compared(Between(3, 3), "==", 3).status == "proved"
    with pytest.raises(ValueError, match="one of"):
        compared(rank, "!=", 2)  # not one of them


def test_certificates_of_a_counterexample_are_accepted() -> None:
    tensors = [Tensor.from_nested([[a, 0], [0, 1]]) for a in (0, 1)]
    space = Listed("diagonal matrices", tensors, measure=lambda t: tuple(map(int, t.entries)))
    found = hunt(None, lambda t: negation(TensorRankAtLeast(t, 2)), over=space)
    texts = found.found[0].certificates
    assert list(texts) == ["conclusion-0"] and found.found[0].trusts == ()
    assert checker.check(texts["conclusion-0"]).answer == "accepted"
