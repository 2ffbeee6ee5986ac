"""Whether given terms sum to a given tensor, and what that says about its rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import lcm, prod
from typing import Any

from algebra_tnn.certificates import Certificate, Explained, Verdict
from algebra_tnn.claims import TensorRankAtMost
from algebra_tnn.exact import Field, Number, Q, prime_field
from algebra_tnn.exact.primes import primes_in
from algebra_tnn.exact.scalars import in_short
from algebra_tnn.provers.tensor_ranks import upper_certificate
from algebra_tnn.provers.terms import terms_of
from algebra_tnn.tensors import CP, Tensor
from algebra_tnn.tensors.differences import Difference, difference, differences
from algebra_tnn.tensors.matrix_multiplication import matmul_format
from algebra_tnn.tensors.named import NamedTensor, Reading
from algebra_tnn.tensors.repairs import Repair, repair
from algebra_tnn.tensors.sparse import SparseTensor
from algebra_tnn.verification import verify

LARGEST_CHECKED = 200_000_000  # entries times terms, up to which the independent checker sums the terms again
LARGEST_WRITTEN = 3_000_000  # entries of the tensor in a certificate
LARGEST_PRIME = 1000  # of those modulo which a wrong decomposition is tried


@dataclass(frozen=True, slots=True)
class Agreement(Explained):
    """Rank-one terms compared with a tensor, every entry of it, over the field.

    ``length`` counts the terms that are not zero. ``conventions`` are those in which the terms sum to the tensor,
    ``reading`` is the first of these, or the one with the fewest differences. ``difference`` is None if the terms are
    correct. If they are not, ``primes`` are those below 1000 modulo which they are (in characteristic 0), and
    ``repair`` is a change of one number that corrects them, if there is one. Over GF(p), ``rational`` says whether
    they are correct over Q, too. ``verdict`` is about the rank, at most the number of nonzero terms; it is None if the
    terms are wrong, or too many for the independent checker to sum them again.
    """

    decomposition: CP
    length: int
    name: str
    reading: Reading
    conventions: tuple[str, ...]
    field: Field
    difference: Difference | None
    primes: tuple[int, ...] = ()
    rational: bool | None = None
    verdict: Verdict | None = None
    repair: Repair | None = None

    @property
    def correct(self) -> bool:
        return self.difference is None

    def __bool__(self) -> bool:
        """Whether the terms are correct: this is known, unlike for a verdict."""
        return self.correct

    def remoteness(self) -> tuple[bool, int]:
        """Grows with the distance from a correct one: some primes are better than none, then few differences."""
        return (not self.correct and not self.primes, 0 if self.difference is None else self.difference.count)

    @property
    def denominator(self) -> int:
        """The least common denominator of all entries of the factors."""
        return lcm(*(x.denominator for factor in self.decomposition.factors for row in factor for x in set(row)))

    @property
    def headline(self) -> str:
        terms = f"{self.length} term{'s' * (self.length != 1)}"
        if self.difference is None:
            return f"correct: {terms} sum to {self.name} over {self.field}"
        if self.primes:
            others = " and ".join(map(str, self.primes))
            no_others = _small_primes(self.difference)[1] == 1
            only = "only" if no_others else f"and no other prime below {LARGEST_PRIME}"
            return f"wrong over {self.field}, correct modulo {others} {only}: {terms} do not sum to {self.name}"
        return f"wrong: {terms} do not sum to {self.name} over {self.field}"

    @property
    def explanation(self) -> str:
        shape = self.reading.tensor.shape
        lines = [self.headline, f"  shape {'×'.join(map(str, shape))}"]
        if self.reading.convention is not None:
            lines.append(f"  convention: {'; '.join(self.conventions) or f'{self.reading.convention} (the nearest)'}")
        return "\n".join([*lines, *(f"  {line}" for line in (self._wrong if self.difference else self._right))])

    @property
    def _wrong(self) -> list[str]:
        found = self.difference
        assert found is not None
        entry = self.reading.entry(found.index)
        count = f"{found.count:,} of {prod(self.reading.tensor.shape):,} entries differ"
        lines = [f"{count}; first {entry} is {in_short(found.found)} and should be {in_short(found.expected)}"]
        if self.reading.labels:
            lines[0] += f", at index ({', '.join(map(str, found.index))})"
        if (change := self.repair) is not None:
            place = f"entry {change.index} of vector {change.mode} of term {change.term}"
            lines.append(f"correct if {place} were {in_short(change.expected)} instead of {in_short(change.found)}")
        return lines

    @property
    def _right(self) -> list[str]:
        lines = []
        if self.field.is_finite:
            lines.append(f"over Q the same numbers are {'correct' if self.rational else 'wrong'}")
        elif self.denominator == 1:
            lines.append("all entries of the factors are integers: correct over every commutative ring")
        else:
            number = in_short(self.denominator)
            lines.append(
                f"the factors have the common denominator {number}: correct over every ring in which it is a unit"
            )
        if self.verdict is None:
            lines.append(f"rank ≤ {self.length} over {self.field}: summed exactly, but too large for a certificate")
        else:
            lines.append(f"rank ≤ {self.length}: {self.verdict.explanation}")
        return lines

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        found, verdict = self.difference, self.verdict
        return {
            "status": "correct" if found is None else "wrong",
            "of": self.name,
            "field": self.field.name,
            "shape": list(self.reading.tensor.shape),
            "terms": self.length,
            "convention": self.reading.convention,
            "conventions": list(self.conventions),
            "wrong_entries": 0 if found is None else found.count,
            "first_wrong": None
            if found is None
            else {
                "index": list(found.index),
                "entry": self.reading.entry(found.index),
                "found": _json(found.found),
                "expected": _json(found.expected),
            },
            "repair": None
            if self.repair is None
            else {
                "mode": self.repair.mode,
                "index": self.repair.index,
                "term": self.repair.term,
                "found": _json(self.repair.found),
                "expected": _json(self.repair.expected),
            },
            "correct_modulo": list(self.primes),
            "correct_over_q": self.rational if self.field.is_finite else found is None,
            "denominator": self.denominator,
            "rank_at_most": self.length if found is None else None,
            "rule": None if verdict is None else verdict.rule,
            "extensions": verdict is not None and verdict.extensions,
            "trusts": [] if verdict is None else list(verdict.trusts),
            "explanation": self.explanation,
        }


def decomposes(
    tensor: Tensor | CP | SparseTensor | NamedTensor, decomposition: CP, field: Field = Q, convention: str | None = None
) -> Agreement:
    """Whether the terms sum to the tensor, exactly; if not, where the first difference is.

    Args: convention: of matrix multiplication; default: all of them are tried.
    Raises: ValueError if the shapes differ, for a convention that is unknown, or for a denominator that is zero in the
    field; OverflowError. Cost: see ``differences.difference``.

    >>> from algebra_tnn.tensors.named import named
    >>> eye = [[1, 0], [0, 1]]
    >>> decomposes(named("unit:2"), CP.from_factors(eye, eye, [[1, 0], [0, 3]])).difference
    Difference(count=1, index=(1, 1, 1), found=3, expected=1)
    """
    of = tensor if isinstance(tensor, NamedTensor) else _unnamed(tensor)
    readings = [one for one in of.readings if convention in (None, one.convention)]
    if not readings:
        known = [one.convention for one in of.readings if one.convention is not None]
        choice = f"they are {'; '.join(known)}" if known else f"{of.name} has only one"
        raise ValueError(f"the convention is {convention!r}; {choice}")
    if decomposition.shape != readings[0].tensor.shape:
        own, wanted = ("×".join(map(str, shape)) for shape in (decomposition.shape, readings[0].tensor.shape))
        fit = fitting([decomposition.shape], of)
        raise ValueError(f"the factors are of shape {own}, but {of.name} has shape {wanted}{fit}")

    tensors = [one.tensor for one in readings]
    pairs = list(zip(readings, differences(decomposition, tensors, field), strict=True))
    rational = None in differences(decomposition, tensors, Q) if field.is_finite else None
    nonzero = _nonzero(decomposition, field)
    right = [one for one, where in pairs if where is None]
    if right:
        names = tuple(one.convention for one in right if one.convention is not None)
        verdict = _rank_verdict(right[0].tensor, decomposition, nonzero, field)
        return Agreement(
            decomposition, len(nonzero), of.name, right[0], names, field, None, rational=rational, verdict=verdict
        )
    wrong = []
    for one, where in pairs:
        assert where is not None  # otherwise this reading is right
        primes = () if field.is_finite else _primes(one, decomposition, where)
        wrong.append(Agreement(decomposition, len(nonzero), of.name, one, (), field, where, primes, rational))
    nearest = min(wrong, key=Agreement.remoteness)
    assert nearest.difference is not None
    return replace(nearest, repair=repair(decomposition, nearest.reading.tensor, nearest.difference, field))


def fitting(shapes: Sequence[tuple[int, ...]], of: NamedTensor) -> str:
    """Which matrix multiplications have tensors of these shapes, as the end of a sentence; empty for other tensors.

    >>> from algebra_tnn.tensors.named import named
    >>> fitting([(20, 15, 12), (7, 7, 7)], named("matmul:3,4,5"))
    '; they fit matmul:4,5,3'
    """
    formats = [found for shape in shapes if of.readings[0].convention is not None and (found := matmul_format(shape))]
    names = " or ".join("matmul:" + ",".join(map(str, sizes)) for sizes in formats)
    return f"; they fit {names}" if names else ""


def _unnamed(tensor: Tensor | CP | SparseTensor) -> NamedTensor:
    sparse = tensor if isinstance(tensor, SparseTensor) else SparseTensor.of(tensor)
    return NamedTensor("the tensor", (Reading(sparse),))


def _primes(reading: Reading, decomposition: CP, where: Difference) -> tuple[int, ...]:
    """The primes below 1000 modulo which the terms are correct: they divide the difference."""
    candidates = _small_primes(where)[0]
    if not candidates:
        return ()
    rows = [*(row for factor in decomposition.factors for row in factor), reading.tensor.entries.values()]
    denominator = lcm(*(x.denominator for row in rows for x in row))
    usable = [q for q in candidates if denominator % q]
    return tuple(q for q in usable if difference(decomposition, reading.tensor, prime_field(q)) is None)


def _small_primes(where: Difference) -> tuple[list[int], int]:
    """The primes below 1000 that divide the difference (its numerator), and what is left without them."""
    rest, found = abs((where.found - where.expected).numerator), []
    for q in map(int, primes_in(2, LARGEST_PRIME)):
        if rest % q == 0:
            found.append(q)
        while rest % q == 0:
            rest //= q
    return found, rest


def _nonzero(decomposition: CP, field: Field) -> list[int]:
    """The terms that are not zero over the field."""
    vectors = [zip(*field.matrix(factor), strict=True) for factor in decomposition.factors]
    return [r for r, term in enumerate(zip(*vectors, strict=True)) if all(map(any, term))]


def _rank_verdict(tensor: SparseTensor, decomposition: CP, nonzero: Sequence[int], field: Field) -> Verdict | None:
    """That the rank is at most the number of nonzero terms, re-derived by the checker; None if that is too much."""
    size = prod(tensor.shape)
    if size > LARGEST_WRITTEN or size * len(nonzero) > LARGEST_CHECKED:
        return None
    given = terms_of(decomposition.factors)
    terms = [given[r] for r in nonzero]

    def as_given(claim: TensorRankAtMost) -> Certificate:
        return upper_certificate(claim, terms, None, f"{len(terms)} terms, as given")

    verdict = verify(TensorRankAtMost(tensor.dense(), len(terms), field), by=as_given)
    return verdict if verdict.status == "proved" else None


def _json(x: Number) -> int | str:
    return x.numerator if x.denominator == 1 else str(x)
