"""One decomposition at generic points, by an open condition that holds at one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product
from math import comb, prod

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import EssentiallyUnique, NumberOfDecompositions
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.classical import jennrich, kruskal, rank_one, written
from algebra_tnn.provers.full_rank_factor import compound
from algebra_tnn.provers.identifiability.claimed import claims_one
from algebra_tnn.tensors import CP

RULE = "generic-point"
MOST_ROWS = 400  # of the Khatri–Rao matrix of a group
MOST_PAIRS = 450  # of terms, for compound matrices
MOST_QUADRICS = 300_000
MOST_SUBSETS = 1_000_000  # of columns, for a k-rank
TRIES = 3  # groupings, the most promising first

Uniqueness = Callable[[EssentiallyUnique], Certificate | Shortfall]


def generic_uniqueness(claim: NumberOfDecompositions) -> Certificate | Shortfall:
    """At a random point Jennrich's condition or that of compound matrices holds; both are open [Harshman1970,
    JiangSidiropoulos2004, DeLathauwer2006]."""
    return _at_random_point(claim, ((jennrich, _jennrich_is_likely), (compound, _compound_is_likely)))


def generic_kruskal(claim: NumberOfDecompositions) -> Certificate | Shortfall:
    """At a random point Kruskal's condition holds, for factors in three groups; it is open [Kruskal1977]."""
    return _at_random_point(claim, ((kruskal, _kruskal_is_likely),))


@dataclass(frozen=True)
class _Split:
    """The factors of the terms in three groups: how many of each block are in each."""

    shape: PowerSum
    counts: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> list[int]:
        """Of the Khatri–Rao matrices of the groups."""
        return [prod(n**c for n, c in zip(self.shape.sizes, group, strict=True)) for group in self.counts]

    @property
    def heights(self) -> list[int]:
        """The numbers of different rows: bounds of the ranks."""
        return [self.shape.monomial_count(group) for group in self.counts]

    @property
    def ranks(self) -> list[int]:
        """The ranks and k-ranks that are expected, from high to low."""
        return sorted((min(height, self.shape.terms) for height in self.heights), reverse=True)

    @property
    def modes(self) -> list[tuple[int, ...]]:
        """Of each group, where each block has consecutive modes."""
        found: list[list[int]] = [[], [], []]
        mode = 0
        for counts in zip(*self.counts, strict=True):
            for group, count in zip(found, counts, strict=True):
                group.extend(range(mode, mode + count))
                mode += count
        return [tuple(group) for group in found]


def _splits(shape: PowerSum) -> list[_Split]:
    """All, up to the order of the groups."""
    triples = [[(a, b, e - a - b) for a in range(e + 1) for b in range(e + 1 - a)] for e in shape.exponents]
    counts = (tuple(zip(*chosen, strict=True)) for chosen in product(*triples))
    return [_Split(shape, groups) for groups in counts if all(map(any, groups)) and list(groups) == sorted(groups)]


def _jennrich_is_likely(split: _Split) -> bool:
    R = split.shape.terms
    return split.ranks[1] == R and split.ranks[2] >= 2


def _compound_is_likely(split: _Split) -> bool:
    order = sorted(range(3), key=split.heights.__getitem__)
    quadrics = prod(comb(split.heights[i], 2) for i in order[:2])
    listed = prod(comb(split.rows[i], 2) for i in order[:2])
    R = split.shape.terms
    return split.ranks[0] == R and comb(R, 2) <= min(quadrics, MOST_PAIRS) and listed <= MOST_QUADRICS


def _kruskal_is_likely(split: _Split) -> bool:
    R = split.shape.terms
    return sum(split.ranks) >= 2 * R + 2 and all(comb(R, k) <= MOST_SUBSETS for k in split.ranks)


def _at_random_point(
    claim: NumberOfDecompositions, conditions: tuple[tuple[Uniqueness, Callable[[_Split], bool]], ...]
) -> Certificate | Shortfall:
    shape = claims_one(claim, RULE)
    if isinstance(shape, Shortfall):
        return shape
    if sum(shape.exponents) < 2:
        return Shortfall(RULE, "the terms are linear forms; uniqueness at a point is about products of two or more")
    draw = Draw(11, 40)
    matrices = [tuple(tuple(int(x) for x in row) for row in draw.array((n, shape.terms))) for n in shape.sizes]
    blocks = (k for k, e in enumerate(shape.exponents) for _ in range(e))
    point = EssentiallyUnique(CP(tuple(matrices[k] for k in blocks)), claim.field)
    if shape.terms == 1:
        return _generic(claim, rank_one(point))
    splits = [split for split in _splits(shape) if max(split.rows) <= MOST_ROWS]
    shortfall = Shortfall(RULE, _expected(shape, splits))
    for condition, is_likely in conditions:
        likely = sorted(filter(is_likely, splits), key=lambda split: max(split.rows))
        for split in likely[:TRIES]:
            grouped = CP(tuple(point.decomposition.khatri_rao(modes) for modes in split.modes))
            found = condition(EssentiallyUnique(grouped, claim.field))
            if isinstance(found, Certificate):
                return _generic(claim, _ungrouped(found, point, split.modes))
            shortfall = Shortfall(RULE, f"at a random point, by {found.rule}: {found.reason}")
    return shortfall


def _expected(shape: PowerSum, splits: list[_Split]) -> str:
    if not splits:
        return f"terms are no products of three groups of factors with at most {MOST_ROWS} rows"
    best = max(splits, key=lambda split: sum(split.ranks))
    ranks = " + ".join(map(str, best.ranks))
    sets = max(comb(shape.terms, k) for k in best.ranks)
    if sum(best.ranks) >= 2 * shape.terms + 2 and sets > MOST_SUBSETS:
        return f"k-ranks {ranks} would do, but {sets} sets of columns are too many: up to {MOST_SUBSETS} are tried"
    return f"factors in three groups have ranks at most {ranks}; R = {shape.terms}, 2R + 2 = {2 * shape.terms + 2}"


def _ungrouped(found: Certificate, point: EssentiallyUnique, modes: list[tuple[int, ...]]) -> Certificate:
    """The same proof about the factors one by one: what the evidence calls modes are their groups."""
    grouping = tuple(tuple(mode for i in group for mode in modes[i]) for group in found.evidence["grouping"])
    remark = f"modes {written(grouping)}:{found.remark.partition(':')[2]}"
    return replace(found, claim=point, evidence={**found.evidence, "grouping": grouping}, remark=remark)


def _generic(claim: NumberOfDecompositions, found: Certificate | Shortfall) -> Certificate | Shortfall:
    if isinstance(found, Shortfall):
        return found
    return Certificate(claim, RULE, {}, (found,), f"at a random point by {found.rule}: {found.remark}")
