"""Finite Markov decision processes with rational numbers, and their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

from algebra_tnn.exact import Matrix, Number, exact_matrix, exact_number, solution
from algebra_tnn.tensors.tensor import Tensor


@dataclass(frozen=True, slots=True)
class DecisionProcess:
    """Transitions P[s][a][s'], non-negative with sum one over s', rewards r[s][a], and a discount 0 ≤ γ < 1.

    Raises: TypeError, ValueError for other shapes and numbers.
    """

    transitions: Tensor
    rewards: Matrix
    discount: Number

    def __post_init__(self) -> None:
        object.__setattr__(self, "rewards", exact_matrix(self.rewards, "the rewards"))
        object.__setattr__(self, "discount", exact_number(self.discount, "the discount"))
        P = self.transitions
        if P.order != 3 or P.shape[0] != P.shape[2]:
            raise ValueError(
                f"the transitions have the shape {P.shape}; they are P[state][action][next state], with as many states "
                "at both ends"
            )
        if (len(self.rewards), len(self.rewards[0])) != P.shape[:2]:
            raise ValueError(
                f"the rewards have {len(self.rewards)} rows and {len(self.rewards[0])} columns; there is one for each "
                f"of the {P.shape[0]} states and {P.shape[1]} actions"
            )
        for s, a in product(range(self.states), range(self.actions)):
            row = [P[s, a, t] for t in range(self.states)]
            if min(row) < 0 or sum(row) != 1:
                raise ValueError(f"P[{s}][{a}] is {list(map(str, row))}; it has entries ≥ 0 with sum 1")
        if not 0 <= self.discount < 1:
            raise ValueError(f"the discount is {self.discount}; it is at least 0 and less than 1")

    @property
    def states(self) -> int:
        return self.transitions.shape[0]

    @property
    def actions(self) -> int:
        return self.transitions.shape[1]

    def action_values(self, policy: Sequence[Sequence[Any]]) -> Matrix:
        """Q[s][a] = r[s][a] + γ Σ P[s][a][s'] V[s'] where V[s] = Σ π[s][a] Q[s][a], for the policy π[s][a].

        Since γ < 1 and all rows of P and of the policy have the sum one, I − γ P_π is strictly diagonally dominant, so
        that there is one solution.
        Raises: TypeError, ValueError unless the policy has, for each state, probabilities of all actions.

        >>> stay = Tensor.from_nested([[[1, 0], [1, 0]], [[0, 1], [0, 1]]])
        >>> DecisionProcess(stay, ((1, 0), (0, 3)), "1/2").action_values([[1, 0], [0, 1]])
        ((2, 1), (3, 6))
        """
        chosen = exact_matrix(policy, "the policy")
        if [len(row) for row in chosen] != [self.actions] * self.states:
            raise ValueError(
                f"the policy has {len(chosen)} rows; it has {self.actions} entries for {self.states} states"
            )
        if any(min(row) < 0 or sum(row) != 1 for row in chosen):
            raise ValueError("a row of the policy has a negative entry, or a sum other than 1; rows are probabilities")
        n, P = self.states, self.transitions
        left = tuple(
            tuple(
                int(s == t) - self.discount * sum(chosen[s][a] * P[s, a, t] for a in range(self.actions))
                for t in range(n)
            )
            for s in range(n)
        )
        right = tuple(
            (sum(p * r for p, r in zip(*rows, strict=True)),) for rows in zip(chosen, self.rewards, strict=True)
        )
        found = solution(left, right)
        if found is None:
            raise ArithmeticError("a strictly diagonally dominant system has a solution")
        V = [row[0] for row in found]
        return tuple(
            tuple(
                _whole(self.rewards[s][a] + self.discount * sum(P[s, a, t] * V[t] for t in range(n)))
                for a in range(self.actions)
            )
            for s in range(n)
        )


def _whole(x: Number) -> Number:
    return exact_number(Fraction(x))
