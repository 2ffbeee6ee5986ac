"""Rank and Kruskal rank of a law's matrix M(θ) for generic parameters θ, from both sides.

From below both are at least what they are at one point θ₀: the minors that are not zero there are not zero as
polynomials. From above the rank of columns is a matter of a dimension, see ``matrix_images``, and the k-rank is at most
k if the rank of some k + 1 columns is at most k. These bounds hold for all θ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar

from algebra_tnn.certificates import Certificate, Verdict, united_trusts
from algebra_tnn.claims import KRankAtLeast, TensorRankAtLeast
from algebra_tnn.exact import Matrix, Progress, Q, exact_matrix, k_rank, rank
from algebra_tnn.exact.kruskal.k_ranks import BUDGET, KRank
from algebra_tnn.explore.bounds import TwoSided
from algebra_tnn.explore.dimensions import dimension
from algebra_tnn.explore.matrix_images import MatrixImage, probable_rank_of_columns
from algebra_tnn.laws import Law, formula, value
from algebra_tnn.laws.draws import Draw
from algebra_tnn.provers import flattening
from algebra_tnn.provers.dimensions.elementary import elementary_plans
from algebra_tnn.provers.k_ranks import lower_bound
from algebra_tnn.tensors import Tensor
from algebra_tnn.verification import verify

Point: TypeAlias = dict[str, Any]
T = TypeVar("T")

LARGEST_ENTRIES = (30, 10_000, 1_000_000)  # of the points that are tried: short numbers make short certificates


@dataclass(frozen=True)
class GenericMatrixRank(TwoSided):
    """``lower`` ≤ the rank, or the k-rank, of a law's matrix for generic parameters ≤ ``upper``, both proved.

    Generic parameters are all outside a proper Zariski-closed set, over any field of characteristic 0; ``upper`` bounds
    the rank for all parameters. The lower bound holds at the ``point``, and ``columns`` are dependent for all
    parameters, if they bound the k-rank from above.
    """

    quantity: str
    law: Law
    lower: int
    upper: int
    verdicts: tuple[Verdict, ...]  # of the lower and of the upper bound
    reasons: tuple[str, str]
    argument: tuple[str, ...]  # of the upper bound
    point: Mapping[str, Any]
    columns: tuple[int, ...] | None = None
    notes: tuple[str, ...] = ()

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts(self.verdicts)

    @property
    def certificates(self) -> tuple[Certificate, ...]:
        """Of the lower and of the upper bound."""
        return tuple(verdict.certificate for verdict in self.verdicts if verdict.certificate is not None)

    @property
    def sides(self) -> tuple[Certificate | None, Certificate | None]:
        """Likewise, None for an upper bound that has no certificate."""
        lower, *upper = self.certificates
        return lower, upper[0] if upper else None

    @property
    def explanation(self) -> str:
        name, (height, width) = self.quantity, self.law.shape
        known = f"{name} = {self.lower}" if self.meet else f"{self.lower} ≤ {name} ≤ {self.upper}"
        below, above = self.reasons
        lines = [
            f"{known} for generic parameters (proved)",
            f"  matrix of shape {height}×{width} with {self.law.parameter_count} parameters, in characteristic 0",
            *(f"  {line}" for line in formula(self.law).splitlines()),
            f"  ≥ {self.lower}: {below}",
            f"  ≤ {self.upper}: {above}",
            *(f"    {line}" for line in self.argument),
            *(f"  {note}" for note in self.notes),
            f"  trusts {', '.join(self.trusts) or 'no published theorem'}",
        ]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificates themselves."""
        return {
            "lower": self.lower,
            "upper": self.upper,
            "field": "Q",  # of the certificates; the answer is the same over every field of characteristic 0
            "shape": list(self.law.shape),
            "formula": formula(self.law),
            "parameters": self.law.parameter_count,
            "point": dict(self.point),
            "columns": None if self.columns is None else list(self.columns),
            "trusts": list(self.trusts),
            "notes": list(self.notes),
            "explanation": self.explanation,
        }


def generic_matrix_rank(law: Law, *, seed: int = 0) -> GenericMatrixRank:
    """The rank of a law's matrix for generic parameters, in characteristic 0.

    Raises: ValueError unless the law has no inputs and a matrix as its output.

    >>> law = Law.trace(lambda A, B: A @ B, {}, {"A": (3, 2), "B": (2, 4)})
    >>> found = generic_matrix_rank(law)
    >>> found.lower, found.upper
    (2, 2)
    """
    _, width = matrix_shape(law)
    probable = probable_rank_of_columns(law, range(width))
    point, matrix = _first(_points(law, seed), lambda drawn: rank(drawn[1]) == probable)
    claim = TensorRankAtLeast(Tensor.from_nested([list(row) for row in matrix]), rank(matrix))
    verdict = verify(claim, by=flattening)
    if verdict.status != "proved":
        raise OverflowError("the certificate of the rank is over the checker's work limit; the matrix is too large")
    below = _FromBelow(claim.rank, "its rank at a point with integers", verdict, point)
    return _answer("rank", law, below, _rank_from_above(law, range(width)))


def generic_k_rank(
    law: Law, *, budget: int = BUDGET, progress: Progress | None = None, seed: int = 0
) -> GenericMatrixRank:
    """The largest k such that every k columns of a law's matrix are independent for generic parameters.

    The bounds differ where the budget (in column subsets) ends before the search does, or where columns that are
    dependent at random parameters are not proved to be so everywhere.

    Raises: ValueError unless the law has no inputs and a matrix as its output. Reference: [Kruskal1977].

    >>> law = Law.trace(lambda A: A * [[1, 1, 1], [0, 0, 1]], {}, {"A": (2, 3)})
    >>> found = generic_k_rank(law)
    >>> found.lower, found.upper, found.columns
    (1, 1, (0, 1))
    """
    matrix_shape(law)
    drawn = (_KRankAtPoint(law, *at, k_rank(at[1], Q, budget=budget, progress=progress)) for at in _points(law, seed))
    here = _first(drawn, lambda at: at.seems_generic)
    below, notes = here.from_below(), list[str]()
    if below.bound < here.found.lower:
        notes.append(f"k-rank ≥ {here.found.lower} was computed, but its certificate is over the checker's work limit")
    if not here.found.is_exact:
        notes.append(f"the budget of {budget} column subsets is spent")
    return _answer("k-rank", law, below, here.from_above(), notes)


def matrix_shape(law: Law) -> tuple[int, int]:
    """The numbers of rows and columns. Raises: ValueError unless the law has no inputs and a matrix as its output."""
    if law.inputs:
        names = ", ".join(law.input_names)
        raise ValueError(
            f"the law has the inputs {names}; the entries of a matrix are in parameters alone, so declare them there"
        )
    if len(law.shape) != 2:
        raise ValueError(
            f"the law's output has the shape {list(law.shape)}; the rank for generic parameters is that of a matrix, "
            "which has two axes"
        )
    height, width = law.shape
    return height, width


@dataclass(frozen=True)
class _FromBelow:
    """A bound at one point."""

    bound: int
    reason: str
    verdict: Verdict
    point: Point


@dataclass(frozen=True)
class _FromAbove:
    """A bound for all parameters."""

    bound: int
    reason: str
    argument: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    columns: tuple[int, ...] | None = None
    notes: tuple[str, ...] = ()


def _rank_from_above(law: Law, columns: Sequence[int]) -> _FromAbove:
    """A bound of the rank of these columns."""
    probable, whole = probable_rank_of_columns(law, columns), MatrixImage.of(law, columns)
    best = _by_counting(whole)
    for image in (*whole.with_fewer_kept(), whole):
        if best.bound == probable:
            break
        found = dimension(image, prove="upper")
        if (bound := found.upper - image.kept_count) < best.bound:
            reason = f"{image} has dimension ≤ {found.upper} = {image.kept_count} + {bound}"
            best = _FromAbove(bound, reason, found.argument, found.verdicts)
        best = replace(best, notes=found.notes)
    return best


def _by_counting(image: MatrixImage) -> _FromAbove:
    """By the number of rows or of columns, or because entries are zero: what can be read off, even if it is large."""
    plan = min(elementary_plans(image.law()), key=lambda plan: plan.bound)
    bound, certificate = plan.bound - image.kept_count, plan.certificate()
    reason = f"{image} has dimension ≤ {plan.bound} = {image.kept_count} + {bound}"
    argument = tuple(plan.explanation())
    for count, kind in ((len(image.columns), "column"), (image.matrix.shape[0], "row")):
        if bound == count:
            reason, argument = f"there {_counted(count, kind)}", ()
            break
    verdict = verify(certificate.claim, by=lambda _: certificate)
    return _FromAbove(bound, reason, argument, (verdict,) if verdict.status == "proved" else ())


@dataclass(frozen=True)
class _KRankAtPoint:
    """The matrix at one point, and what is known of its k-rank there."""

    law: Law
    point: Point
    matrix: Matrix
    found: KRank

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that bound the k-rank here and, at random parameters, elsewhere."""
        columns = self.found.columns
        return columns if probable_rank_of_columns(self.law, columns) < len(columns) <= self.law.shape[0] else ()

    @property
    def seems_generic(self) -> bool:
        return bool(self.columns) or self.found.upper >= min(self.law.shape)

    def from_below(self) -> _FromBelow:
        """The largest bound with a certificate that the checker accepts."""
        for k in range(self.found.lower, -1, -1):
            verdict = verify(
                KRankAtLeast(self.matrix, k), by=lambda claim: lower_bound(self.matrix, Q, self.found, claim.rank)
            )
            if verdict.status == "proved":
                independent = "no column is zero" if k == 1 else f"every {k} columns are independent"
                return _FromBelow(k, f"{independent} at a point with integers", verdict, self.point)
        raise OverflowError("the certificate of the k-rank is over the checker's work limit; the entries are too long")

    def from_above(self) -> _FromAbove:
        """By columns that are dependent for all parameters, else by the number of rows or of columns."""
        notes: tuple[str, ...] = ()
        if columns := self.columns:
            above = _rank_from_above(self.law, columns)
            if above.bound < len(columns):
                reason = f"{_dependent(columns)} for all parameters"
                argument = (f"{above.reason} for v in these columns", *above.argument)
                return replace(above, bound=len(columns) - 1, reason=reason, argument=argument, columns=columns)
            notes = (f"{_dependent(columns)} at random parameters, which is not proved for all",)
        height, width = self.law.shape
        above = _rank_from_above(self.law, range(min(height + 1, width)))
        return replace(above, notes=(*notes, *above.notes))


def _answer(
    quantity: str, law: Law, below: _FromBelow, above: _FromAbove, notes: Sequence[str] = ()
) -> GenericMatrixRank:
    return GenericMatrixRank(
        quantity,
        law,
        below.bound,
        above.bound,
        (below.verdict, *above.verdicts),
        (below.reason, above.reason),
        above.argument,
        below.point,
        above.columns,
        (*notes, *above.notes),
    )


def _points(law: Law, seed: int) -> Iterator[tuple[Point, Matrix]]:
    """Points with random integers, and the matrix there."""
    for attempt, largest in enumerate(LARGEST_ENTRIES):
        draw = Draw(seed + attempt, largest)
        point = {name: draw.array(shape).astype(int).tolist() for name, shape in law.parameters}
        yield point, exact_matrix(value(law, point))


def _first(candidates: Iterable[T], is_good: Callable[[T], bool]) -> T:
    """The first good candidate, or the last of all."""
    for candidate in candidates:
        if is_good(candidate):
            break
    return candidate


def _dependent(columns: Sequence[int]) -> str:
    if len(columns) == 1:
        return f"column {columns[0]} is zero"
    *first, last = map(str, columns)
    return f"columns {', '.join(first)} and {last} are dependent"


def _counted(count: int, kind: str) -> str:
    return f"is one {kind}" if count == 1 else f"are {count} {kind}s"
