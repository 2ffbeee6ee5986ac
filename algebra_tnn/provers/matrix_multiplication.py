"""A lower bound of the rank of matrix multiplication by substitution, with all of its evidence written down at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from typing import Any, TypeAlias

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import TensorRankAtLeast
from algebra_tnn.provers.tensor_ranks import as_tensor
from algebra_tnn.tensors.matrix_multiplication import Convention, recognized
from algebra_tnn.tensors.sparse import SparseTensor

RULE = "substitution-method"
Label: TypeAlias = tuple[str, int, int]  # a mode X, Y or Z, and the pair of an index
Polynomial: TypeAlias = list[tuple[int, list[int]]]  # coefficients, each with the unknowns of its monomial
ONE: Polynomial = [(1, [])]


def matmul_substitution(claim: TensorRankAtLeast) -> Certificate | Shortfall:
    """R(M⟨x,y,z⟩) ≥ (y − 1)(z + 1) + xz for x ≥ 2 over every field, with the sizes in any order [BrockettDobkin1978].

    The tensor is Σ X_ij Y_jk Z_ik. Let s = y − 1. The slices at X_0j, j < s, are removed: those at the other X_ij get
    Σ_b μ_ijb times the one at X_0b. Then the ones at Y_jk, j < s, minus μ_0sj times the one at Y_sk, are removed. What
    is left of Z is independent: the combination of its slices with coefficients z_ik has, at X_ij and all Y_sk, a
    vector E_ij in which each z_i = (z_i0, z_i1, …) occurs multiplied by matrices N_j of new unknowns,

        E_ij = N_j z_i + Σ_b μ_ijb N_b z_0 for i > 0, j < s,    E_is = z_i − Σ_j μ_0sj N_j z_i + Σ_b μ_isb N_b z_0,

    so that E_0s = z_0, and z_i = E_is + Σ_j μ_0sj E_ij − Σ_b (μ_isb + Σ_j μ_0sj μ_ijb) N_b E_0s for i > 0.
    """
    tensor = as_tensor(claim.tensor, claim.field)
    found = recognized(SparseTensor.of(tensor))
    if found is None:
        return Shortfall(RULE, "the tensor is not that of matrix multiplication in one of its conventions")
    sizes, convention = found
    orders = [_Order(order, tuple(sizes[i] for i in order), convention) for order in permutations(range(3))]
    best = max(orders, key=lambda one: one.bound)
    name = f"M⟨{','.join(map(str, sizes))}⟩"
    if best.bound < claim.rank:
        return Shortfall(RULE, f"{best.bound} slices of {name} can be removed, {claim.rank} are asked")
    x, y, z = best.sizes
    remark = f"slices of {name} are removed: {y - 1}, then {(y - 1) * z}, then {x * z}"
    return Certificate(claim, RULE, {"eliminations": best.eliminations()}, remark=remark)


@dataclass(frozen=True, slots=True)
class _Order:
    """Which of m, n, p are called x, y and z. The letters X (of x and y), Y (of y and z), Z (of x and z) are modes."""

    order: tuple[int, ...]
    sizes: tuple[int, ...]
    convention: Convention

    @property
    def bound(self) -> int:
        x, y, z = self.sizes
        return (y - 1) * (z + 1) + x * z if min(x, y) > 1 else 0

    def slices(self) -> _Slices:
        """The slices of all modes."""
        pairs = {"X": (0, 1), "Y": (1, 2), "Z": (0, 2)}
        kinds = sorted(pairs, key=lambda kind: [{0, 1}, {1, 2}, {0, 2}].index({self.order[a] for a in pairs[kind]}))
        lists = []
        for kind in kinds:
            a, b = pairs[kind]
            labels = product(range(self.sizes[a]), range(self.sizes[b]))
            numbered = {self._place(a, b, i, j): (kind, i, j) for i, j in labels}
            lists.append([numbered[at] for at in sorted(numbered)])
        return _Slices(kinds, lists)

    def _place(self, a: int, b: int, i: int, j: int) -> int:
        """The index with the coordinates i of a and j of b, where x, y, z are called 0, 1, 2."""
        row, column, rows, columns = self.order[a], self.order[b], self.sizes[a], self.sizes[b]
        if (row > column) != (self.convention.transposed and {row, column} == {0, 2}):
            i, j, rows, columns = j, i, columns, rows
        return self.convention.place(i, j, rows, columns)

    def eliminations(self) -> list[dict[str, Any]]:
        """The evidence of the rule."""
        _, y, z = self.sizes
        s, slices = y - 1, self.slices()
        corner = [("X", 0, b) for b in range(s)]
        first = slices.removed(
            corner, {}, {label: {frozenset({("Y", label[2], 0), ("Z", 0, 0)}): ONE} for label in corner}
        )
        mu = {(i, j, b): n for n, ((_, i, j), (_, _, b)) in enumerate(product(slices.of("X"), corner))}
        gone = [("Y", j, k) for j, k in product(range(s), range(z))]
        partners = {("Y", j, k): {("Y", s, k): [(-1, [mu[0, s, j]])]} for _, j, k in gone}
        second = slices.removed(
            gone, partners, {("Y", j, k): {frozenset({("X", 1, j), ("Z", 1, k)}): ONE} for _, j, k in gone}
        )
        N = {(b, k, h): len(mu) + n for n, ((_, _, k), (_, b, h)) in enumerate(product(slices.of("Y"), gone))}
        solutions = {}
        for label in slices.of("Z"):
            _, i, k = label
            solutions[label] = {frozenset({("X", i, s), ("Y", s, k)}): ONE}
            for j in range(s if i else 0):
                solutions[label][frozenset({("X", i, j), ("Y", s, k)})] = [(1, [mu[0, s, j]])]
            for h in range(z if i else 0):
                solutions[label][frozenset({("X", 0, s), ("Y", s, h)})] = [
                    (-1, [*factors, N[b, k, h]])
                    for b in range(s)
                    for factors in ([mu[i, s, b]], *([mu[0, s, j], mu[i, j, b]] for j in range(s)))
                ]
        return [first, second, slices.removed(slices.of("Z"), {}, solutions)]


class _Slices:
    """The slices that are still there, by their labels: for each mode in the order of their indices."""

    def __init__(self, kinds: Sequence[str], lists: Sequence[list[Label]]) -> None:
        self._kinds, self._lists = list(kinds), list(lists)

    def of(self, kind: str) -> list[Label]:
        return self._lists[self._kinds.index(kind)]

    def removed(
        self,
        labels: Sequence[Label],
        partners: Mapping[Label, Mapping[Label, Polynomial]],
        solutions: Mapping[Label, Mapping[frozenset[Label], Polynomial]],
    ) -> dict[str, Any]:
        """An elimination of slices of one mode, which are no longer there afterwards.

        Args: partners: what is added to each of them, multiples of others; solutions: multiples of the entries of the
        slices at pairs of labels, whose sum is 1 for this slice and 0 for the others.
        """
        mode = self._kinds.index(labels[0][0])
        every = self._lists[mode]
        self._lists[mode] = kept = [label for label in every if label not in labels]
        places = [frozenset(pair) for pair in product(*(self._lists[m] for m in range(3) if m != mode))]
        return {
            "mode": mode,
            "removed": [every.index(label) for label in labels],
            "combinations": [[partners.get(label, {}).get(other, []) for other in kept] for label in labels],
            "inverse": [[solutions[label].get(place, []) for label in labels] for place in places],
        }
