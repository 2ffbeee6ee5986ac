"""Action values against the definition, by repeating it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import Tensor, library, rank
from algebra_tnn.tensors.decision_processes import DecisionProcess

NEXT: list[list[list[Any]]] = [[["1/2", "1/2"], [0, 1]], [[1, 0], ["1/3", "2/3"]]]
POLICY: list[list[Any]] = [["1/4", "3/4"], [1, 0]]


def process(transitions: Any = NEXT, rewards: Any = ((1, 2), (0, 5)), discount: Any = "1/2") -> DecisionProcess:
    return DecisionProcess(Tensor.from_nested(transitions), rewards, discount)


def test_bellmans_equation() -> None:
    Q = process().action_values(POLICY)
    pi = [[Fraction(str(x)) for x in row] for row in POLICY]
    v = [sum(p * q for p, q in zip(*rows, strict=True)) for rows in zip(pi, Q, strict=True)]
    for s in range(2):
        for a in range(2):
            following = sum(Fraction(str(NEXT[s][a][t])) * v[t] for t in range(2))
            assert Q[s][a] == [[1, 2], [0, 5]][s][a] + Fraction(1, 2) * following


def test_without_discount_only_the_reward_counts() -> None:
    assert process(discount=0).action_values(POLICY) == ((1, 2), (0, 5))


@pytest.mark.slow
def test_ranks_for_all_deterministic_policies() -> None:
    """E17: all policies of the given process have values of rank at most two, and of the one with two bases exactly."""
    given, two = library.load("learning/low_rank_values_given").process(), library.load("learning/low_rank_values_two")
    units = [[int(i == j) for j in range(3)] for i in range(3)]
    for i in range(3):
        policy = [units[i], units[(i + 1) % 3], units[0]]
        assert rank(given.action_values(policy)) <= 2
        assert rank(two.INSTANCE.action_values(policy)) == 2


def test_bad_input() -> None:
    with pytest.raises(ValueError, match=r"P\[state\]\[action\]\[next state\]"):
        process([[[1, 0, 0], [1, 0, 0]], [[1, 0, 0], [1, 0, 0]]])
    with pytest.raises(ValueError, match=r"P\[0\]\[1\] is \['1', '1'\]; it has entries ≥ 0 with sum 1"):
        process([[[1, 0], [1, 1]], [[1, 0], [1, 0]]])
    with pytest.raises(ValueError, match="the rewards have 1 rows and 2 columns"):
        process(rewards=((1, 2),))
    with pytest.raises(ValueError, match="the discount is 1; it is at least 0 and less than 1"):
        process(discount=1)
    with pytest.raises(TypeError, match=r"the discount is the float 0\.5"):
        process(discount=0.5)
    with pytest.raises(ValueError, match="a row of the policy has a negative entry"):
        process().action_values([[2, -1], [1, 0]])
    with pytest.raises(ValueError, match="the policy has 1 rows; it has 2 entries for 2 states"):
        process().action_values([[1, 0]])
