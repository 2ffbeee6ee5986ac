"""Lower bounds of tensor rank by substitution: slices are removed, each with a term, and the rest stays large.

If k combinations of slices are independent, k terms can be removed together with them: for some unknown numbers μ the
tensor with the slices T_i + Σ_j μ_ij (combination j), for the i that stay, has k terms less. That combinations are
independent whatever the unknowns are is shown by a right inverse, a matrix of polynomials.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations, product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import TensorRankAtLeast
from algebra_tnn.exact import Field, PolynomialRing, prime_field, rank
from algebra_tnn.provers.right_inverses import PolynomialMatrix, right_inverse
from algebra_tnn.provers.tensor_ranks import as_tensor
from algebra_tnn.tensors import Tensor

RULE = "substitution-method"
MOST_ENTRIES = 400  # of a tensor whose slices are removed
MOST_UNKNOWNS = 14
TRIALS_PER_ENTRY = 15  # eliminations that are tried at points, by the number of entries of the tensor
MOST_OF_ONE_OUTLINE = 1000  # of them
MOST_PROOFS = 5  # plans that hold at all these points, and for which right inverses are looked for
MOST_POINTS = 2000  # values of the unknowns at which plans are tried
MOST_PRODUCTS = 200_000  # of monomials, in the identities of a certificate, which the checker multiplies out
MOST_DIGITS = 18  # of their coefficients
FEW_POINTS = 60  # of them, which rule out most plans
MORE_POINTS = 200  # of them at a time, which rule out most others
LARGEST_PRIME = 2**31 - 1  # products of residues are 64-bit integers
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Elimination:
    """Slices of a mode that are removed; to each of them a multiple of one that stays may be added before.

    The multiple is ``sign`` times the unknown of this number; ``partners`` are the slices that are added, if any.
    """

    mode: int
    removed: tuple[int, ...]
    kept: tuple[int, ...]
    partners: tuple[int, ...] = ()
    sign: int = 0
    unknown: int = 0

    @property
    def unknowns(self) -> int:
        """How many unknowns the slices that stay get."""
        return len(self.removed) * len(self.kept)


@dataclass(frozen=True, slots=True)
class _Outline:
    """Which modes lose how many slices, one mode after the other."""

    modes: tuple[int, ...]
    counts: tuple[int, ...]
    shape: tuple[int, ...]

    @property
    def unknowns(self) -> int:
        return sum(k * (self.shape[mode] - k) for mode, k in zip(self.modes[:-1], self.counts[:-1], strict=True))

    def eliminations(self, depth: int) -> Iterator[Elimination]:
        """Of the mode at this depth, those without multiples of other slices first."""
        mode, count = self.modes[depth], self.counts[depth]
        size = self.shape[mode]
        subsets = [(some, tuple(i for i in range(size) if i not in some)) for some in combinations(range(size), count)]
        yield from (Elimination(mode, removed, kept) for removed, kept in subsets)
        if depth == len(self.modes) - 1:
            return  # nothing is gained by multiples of slices that are dependent on the others
        known = sum(k * (self.shape[m] - k) for m, k in zip(self.modes[:depth], self.counts[:depth], strict=True))
        for unknown, sign, (removed, kept) in product(range(known), (1, -1), subsets):
            for partners in permutations(kept, count):
                yield Elimination(mode, removed, kept, partners, sign, unknown)


def substitution_method(claim: TensorRankAtLeast) -> Certificate | Shortfall:
    """One mode after the other loses some slices, the last one as many as are independent [AlexeevForbesTsimerman2011].

    The search is bounded: what is added to slices before they are removed are multiples ±μ, with one unknown for all
    slices of a mode, added to different ones. It sees more in a basis in which the tensor has many zeros.
    """
    tensor = as_tensor(claim.tensor, claim.field)
    if prod(tensor.shape) > MOST_ENTRIES:
        return Shortfall(RULE, f"tensors of more than {MOST_ENTRIES} entries are not tried")
    if claim.field.characteristic > LARGEST_PRIME:
        return Shortfall(RULE, f"fields of characteristic above {LARGEST_PRIME} are not tried")
    trials, proofs, most = 0, 0, TRIALS_PER_ENTRY * prod(tensor.shape)
    for outline in _outlines(tensor, claim.field, claim.rank):
        search = _Search(tensor, claim.field, outline, min(most - trials, MOST_OF_ONE_OUTLINE))
        for plan in search.plans():
            evidence = _evidence(tensor, claim.field, plan)
            if evidence is not None:
                return Certificate(claim, RULE, evidence, remark=_remark(plan))
            proofs += 1
            if proofs == MOST_PROOFS:
                return Shortfall(RULE, f"no right inverse is found for {proofs} ways to remove {claim.rank} slices")
        trials += search.trials
        if trials >= most:
            break
    return Shortfall(RULE, f"none of {trials} ways that are tried removes {claim.rank} slices")


def _remark(plan: Sequence[Elimination]) -> str:
    parts = [f"{len(one.removed)} of mode {one.mode}" for one in plan]
    return f"slices are removed: {', then '.join(parts)}"


def _outlines(tensor: Tensor, field: Field, wanted: int) -> list[_Outline]:
    """Those that remove more and more slices first, and with the fewest unknowns; the last mode loses its rank."""
    found = []
    for last in range(tensor.order):
        independent = rank(tensor.matricized([last]), field)
        others = [mode for mode in range(tensor.order) if mode != last]
        for modes in (some for length in range(1, tensor.order) for some in permutations(others, length)):
            for counts in product(*(range(1, tensor.shape[mode]) for mode in modes)):
                if sum(counts) == wanted - independent:
                    found.append(_Outline((*modes, last), (*counts, independent), tensor.shape))
    few = (one for one in found if one.unknowns <= MOST_UNKNOWNS)
    return sorted(few, key=lambda one: (list(one.counts) != sorted(one.counts), one.unknowns))


class _Search:
    """Plans that follow an outline and hold at many values of the unknowns in a finite field.

    What is independent at all values of the unknowns, in all extensions of Q, is so over GF(q), for all but a few q.
    """

    def __init__(self, tensor: Tensor, field: Field, outline: _Outline, most: int) -> None:
        denominators = prod(x.denominator for x in tensor.entries)
        self.q = field.characteristic or next(q for q in (3, 5, 7, 11, LARGEST_PRIME) if denominators % q)
        self.outline, self.most, self.trials = outline, most, 0
        numbers = prime_field(self.q)
        flat = np.array([numbers.number(x) for x in tensor.entries], dtype=np.int64)
        self.tensor = flat.reshape(1, *tensor.shape)
        values, source = np.array(sorted({0, 1, self.q - 1}), dtype=np.int64), np.random.default_rng(1)
        count = len(values) ** outline.unknowns
        if count <= MOST_POINTS:
            grid = np.array(list(product(values, repeat=outline.unknowns)), dtype=np.int64)
            self.points = source.permutation(grid.reshape(count, -1))
        else:
            self.points = source.choice(values, (MOST_POINTS, outline.unknowns))

    def plans(self) -> Iterator[list[Elimination]]:
        """First tried at a few of the points."""
        for plan in self._continued([], self.tensor, self.points[:FEW_POINTS]):
            rest = range(FEW_POINTS, len(self.points), MORE_POINTS)
            if all(self._holds(plan, self.points[start : start + MORE_POINTS]) for start in rest):
                yield plan

    def _continued(self, plan: list[Elimination], tensor: Integers, points: Integers) -> Iterator[list[Elimination]]:
        depth, first = len(plan), sum(one.unknowns for one in plan)
        if depth == len(self.outline.modes):
            yield plan
            return
        for elimination in self.outline.eliminations(depth):
            if self.trials >= self.most:
                return
            self.trials += 1
            left = self.after(tensor, points, elimination, first)
            if left is not None:
                yield from self._continued([*plan, elimination], left, points)

    def _holds(self, plan: Sequence[Elimination], points: Integers) -> bool:
        self.trials += len(plan)
        tensor, first = self.tensor, 0
        for elimination in plan:
            left = self.after(tensor, points, elimination, first)
            if left is None:
                return False
            tensor, first = left, first + elimination.unknowns
        return True

    def after(self, tensor: Integers, points: Integers, one: Elimination, first: int) -> Integers | None:
        """The tensors without the slices, or None if these are dependent somewhere."""
        slices = np.moveaxis(tensor, 1 + one.mode, 1)
        lines = slices.reshape(*slices.shape[:2], -1)
        gone = lines[:, list(one.removed)]
        if one.partners:
            factor = one.sign * points[:, one.unknown]
            gone = (gone + factor[:, None, None] * lines[:, list(one.partners)]) % self.q
        if not _independent(gone, self.q):
            return None
        if one.mode == self.outline.modes[-1]:
            return tensor  # what the last mode leaves does not matter
        factors = points[:, first : first + one.unknowns].reshape(len(points), len(one.kept), len(one.removed))
        left = lines[:, list(one.kept)] + sum(
            factors[:, :, j, None] * gone[:, None, j] % self.q for j in range(len(one.removed))
        )
        shape = (len(points), len(one.kept), *slices.shape[2:])
        return np.moveaxis((left % self.q).reshape(shape), 1, 1 + one.mode)


def _independent(matrices: Integers, q: int) -> bool:
    """Whether the rows are independent modulo q, for all matrices of a stack."""
    rows, everyone = matrices.copy(), np.arange(len(matrices))
    for i in range(rows.shape[1]):
        pivots = (rows[:, i] != 0).argmax(axis=1)
        leads = rows[everyone, i, pivots]
        if not leads.all():
            return False
        rows[:, i] = rows[:, i] * _inverses(leads, q)[:, None] % q
        factors = rows[everyone[:, None], np.arange(i + 1, rows.shape[1])[None], pivots[:, None]]
        rows[:, i + 1 :] = (rows[:, i + 1 :] - factors[:, :, None] * rows[:, i, None]) % q
    return True


def _inverses(x: Integers, q: int) -> Integers:
    result, power, exponent = np.ones_like(x), x % q, q - 2
    while exponent:
        if exponent & 1:
            result = result * power % q
        power, exponent = power * power % q, exponent >> 1
    return result


def _evidence(tensor: Tensor, field: Field, plan: Sequence[Elimination]) -> dict[str, Any] | None:
    """The eliminations with their right inverses, or None if one is not found."""
    total = sum(one.unknowns for one in plan)
    ring = PolynomialRing(tuple(f"u{i}" for i in range(total)), field.characteristic, rational=not field.is_finite)
    shape, flat, first = list(tensor.shape), [ring(x) for x in tensor.entries], 0
    written = []
    for one in plan:
        size, rest = shape[one.mode], prod(shape[one.mode + 1 :])
        block = size * rest
        lines = [flat[i + j : i + j + block : rest] for i in range(0, len(flat), block) for j in range(rest)]
        factor = one.sign * ring.variables[one.unknown] if one.partners else ring(0)
        partners = one.partners or one.removed
        gone = [[line[j] + factor * line[i] for line in lines] for j, i in zip(one.removed, partners, strict=True)]
        inverse = right_inverse(gone, ring, field)
        if inverse is None or _is_dear(gone, inverse):
            return None
        mixtures = [[factor if one.partners and i == partner else ring(0) for i in one.kept] for partner in partners]
        written.append(
            {
                "mode": one.mode,
                "removed": list(one.removed),
                "combinations": _written(mixtures),
                "inverse": _written(inverse),
            }
        )
        new = ring.variables[first : first + one.unknowns]
        columns = [
            [
                line[i] + sum((new[at * len(gone) + j] * row[x] for j, row in enumerate(gone)), ring(0))
                for at, i in enumerate(one.kept)
            ]
            for x, line in enumerate(lines)
        ]
        flat = [
            column[at]
            for j in range(0, len(columns), rest)
            for at in range(len(one.kept))
            for column in columns[j : j + rest]
        ]
        shape[one.mode], first = len(one.kept), first + one.unknowns
    return {"eliminations": written}


def _is_dear(rows: PolynomialMatrix, inverse: PolynomialMatrix) -> bool:
    """Whether the checker would take long for the product."""
    products = sum(
        sum(x.term_count for x in line) * sum(row[i].term_count for row in rows) for i, line in enumerate(inverse)
    )
    numbers = (part for line in inverse for x in line for _, c in x.terms() for part in c.as_integer_ratio())
    return products > MOST_PRODUCTS or any(abs(part) >= 10**MOST_DIGITS for part in numbers)


def _written(matrix: PolynomialMatrix) -> list[list[list[Any]]]:
    """Polynomials as coefficients with the unknowns in each monomial."""
    return [
        [[[c, [v for v, e in enumerate(exponents) for _ in range(e)]] for exponents, c in x.terms()] for x in row]
        for row in matrix
    ]
