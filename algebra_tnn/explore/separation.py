"""Separation ranks: how strongly a network correlates some of its inputs with the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from algebra_tnn.certificates import Certificate, Shortfall, Verdict
from algebra_tnn.claims import SeparationRankAtLeast, SeparationRankAtMost, SeparationRankBetween, Split
from algebra_tnn.exact import Field, ProbableRank, Q, double_primes, probable_rank
from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.probable_ranks import miss_probability, row_height
from algebra_tnn.explore.asked_laws import law_of
from algebra_tnn.explore.bounds import OneOrTwoVerdicts, two_sided
from algebra_tnn.explore.dimensions import LONGEST_TABLE, MOST_MISSED
from algebra_tnn.explore.proved_dimensions import OVER, accepted
from algebra_tnn.laws import Law, formula
from algebra_tnn.laws.arrays import number_to_json
from algebra_tnn.laws.cuts import with_names
from algebra_tnn.laws.heights import heights
from algebra_tnn.provers.separation import (
    Cut,
    best_cut,
    coefficient_minor,
    cut,
    described,
    grid_rank,
    rank_at_random_point,
    side_monomials,
)


class ScalarModel(Protocol):
    """What has a law with one output, and a name."""

    def law(self) -> Law: ...


@dataclass(frozen=True)
class SeparationRank(OneOrTwoVerdicts):
    """``lower`` ≤ the separation rank ≤ ``upper`` of a law's output with respect to ``inputs`` and the other inputs.

    It is the least number of products of a polynomial in the inputs of one side and one in the others whose sum is the
    output: the rank of the matrix of its coefficients, the same for both sides. The lower bound holds for all
    parameters outside a proper Zariski-closed set, the upper one for all parameters; for a law without parameters they
    are about these weights. Where they do not meet, ``probable`` is the value for almost all parameters, except with
    probability ``error_bound``.
    """

    law: Law
    name: str
    inputs: tuple[str, ...]
    lower: int
    upper: int
    field: Field
    probable: ProbableRank
    verdicts: tuple[Verdict, ...]  # one of both sides, or one for each side that is proved
    cut: Cut | None  # that proves the upper bound
    argument: tuple[str, ...] = ()  # of the upper bound, if it is another one
    notes: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        return "proved" if self.meet and all(self.sides) else "undecided"

    @property
    def partition(self) -> tuple[int, ...]:
        """The positions of the inputs of this side."""
        return tuple(self.law.input_names.index(name) for name in self.inputs)

    @property
    def error_bound(self) -> Fraction:
        return Fraction(0) if self.meet else self.probable.error_bound

    @property
    def certificate(self) -> Certificate | None:
        """Of both bounds, if both are proved in one."""
        whole = super().certificate
        return whole if whole is not None and isinstance(whole.claim, SeparationRankBetween) else None

    @property
    def sides(self) -> tuple[Certificate | None, Certificate | None]:
        """Of the lower and of the upper bound."""
        whole = self.certificate
        found = [verdict.certificate for verdict in self.verdicts] if whole is None else list(whole.premises)
        lower = next((c for c in found if c is not None and isinstance(c.claim, SeparationRankAtLeast)), None)
        return lower, next((c for c in found if c is not lower), None)

    @property
    def explanation(self) -> str:
        lower, upper = self.sides
        probable = f"separation rank {'= ' * (self.error_bound < 1)}{self.probable}"
        if self.status == "proved":
            value = f"separation rank = {self.lower} (proved)"
        elif lower is None and upper is None:
            value = f"{probable}; no bound is proved"
        else:
            value = f"{self.lower} ≤ separation rank ≤ {self.upper} (proved)" + ("" if self.meet else f"; {probable}")
        almost, always = ("for almost all parameters", "for all parameters") if self.law.parameters else ("", "")
        others = [name for name in self.law.input_names if name not in self.inputs]
        lines = [
            value,
            f"  {self.name}, over {self.field}" + (f", {almost}" if almost else ", for these weights"),
            f"  {_listed(self.inputs)} | {_listed(others)}",
            *(f"  {line}" for line in formula(self.law, largest=LONGEST_TABLE).splitlines()),
        ]
        if lower is not None:
            lines.append(f"  ≥ {self.lower}" + f" {almost}".rstrip() + f": {lower.remark}")
        if self.cut is not None:
            lines.append(f"  ≤ {self.upper}" + f" {always}".rstrip() + f": {described(self.cut.parts)}")
        return "\n".join([*lines, *(f"  {line}" for line in self.argument), *self.closing])

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        return {
            "name": self.name,
            "formula": formula(self.law),
            "partition": list(self.partition),
            "inputs": list(self.inputs),
            "lower": self.lower,
            "upper": self.upper,
            "field": self.field.name,
            "probable": self.probable.value,
            "error_bound": number_to_json(self.error_bound),
            "parameters": self.law.parameter_count,
            "cut": None if self.cut is None else [part.to_dict() for part in self.cut.parts],
            **self.outcome,
        }


def separation_rank(
    model: ScalarModel | Law, inputs: Sequence[int | str], *, field: Field = Q, seed: int = 0
) -> SeparationRank:
    """The separation rank of a model's output with respect to some inputs and the others, from both sides.

    From below: the coefficients at one point have an invertible minor. From above: the law is a sum of networks, which
    are cut between the sides. Where the bounds do not meet, a probable value comes with a proved bound on its error.

    Args: inputs: names or positions, from 0 on; none or all of them is allowed, and then the rank is at most 1.
    Raises: TypeError, ValueError for other inputs, for an output that is no number, and for values that are too large.
    Reference: [CohenSharirShashua2016], [CuiFreedmanSattathStongMinton2016].

    >>> from algebra_tnn.tensors.formats import TrainFormat
    >>> found = separation_rank(TrainFormat((3, 3, 3, 3), (2, 2, 2)), [0, 2])
    >>> found.lower, found.upper, found.status, found.inputs
    (6, 6, 'proved', ('x0', 'x2'))
    """
    law = law_of(model)
    name = "a law" if isinstance(model, Law) else str(model)
    names = Split(law, _names(law, inputs)).inputs
    counted = min(side_monomials(law, side) for side in (names, set(law.input_names) - set(names)))
    found = best_cut(law, names, field.characteristic)
    if found is None:
        law, found = _with_more_names(law, names, found, field)
    rank, points = rank_at_random_point(law, names, counted if found is None else found.bound, field, seed)
    if found is not None and rank < found.bound:
        law, found = _with_more_names(law, names, found, field)
    upper = counted if found is None else found.bound
    lower, verdicts, notes = _proved(law, names, rank, found, field)
    if upper > rank and points > rank:
        notes.append(f"the rank at random {'parameters' if law.parameters else 'points'} is {rank}")
    argument = () if found is not None else (f"≤ {counted} is the number of monomials in the inputs of one side",)
    probable = _probable(law, names, lower, upper, rank, points, field, seed)
    return SeparationRank(law, name, names, lower, upper, field, probable, verdicts, found, argument, tuple(notes))


def _with_more_names(law: Law, names: tuple[str, ...], found: Cut | None, field: Field) -> tuple[Law, Cut | None]:
    """The law with a name for every value that depends on a parameter, if it has a better cut then."""
    named = with_names(law)
    other = best_cut(named, names, field.characteristic)
    if other is None or (found is not None and other.bound >= found.bound):
        return law, found
    return named, other


def _names(law: Law, inputs: Sequence[int | str]) -> tuple[str, ...]:
    """The names of the inputs that are chosen. Raises: TypeError, ValueError."""
    if isinstance(inputs, str) or not isinstance(inputs, Iterable):
        raise TypeError(
            f"the inputs of one side are {inputs!r}; give a list of their names or positions, such as [0, 2]"
        )
    known, chosen = law.input_names, list[str]()
    for one in inputs:
        if isinstance(one, bool) or not isinstance(one, (int, str)):
            raise TypeError(f"{one!r} is among the inputs of one side; an input is given by its name or its position")
        if isinstance(one, int) and not 0 <= one < len(known):
            places = f"are 0 to {len(known) - 1}" if known else "do not exist: the law has none"
            raise ValueError(f"{one} is among the inputs of one side; the positions of inputs {places}")
        chosen.append(known[one] if isinstance(one, int) else one)
    return tuple(chosen)


def _proved(
    law: Law, names: tuple[str, ...], rank: int, found: Cut | None, field: Field
) -> tuple[int, tuple[Verdict, ...], list[str]]:
    """The largest lower bound that is proved, what proves it and the upper one, and what is over a limit."""
    notes = list[str]()
    above = None if found is None else cut(SeparationRankAtMost(law, names, found.bound, field))
    for size in _halved(rank):
        below = coefficient_minor(SeparationRankAtLeast(law, names, size, field))
        if isinstance(below, Shortfall):
            notes = notes or [f"≥ {size} has no certificate: {below.reason}"]
            continue
        if isinstance(above, Certificate) and found is not None:
            claim = SeparationRankBetween(law, names, size, found.bound, field)
            if (both := two_sided("separation rank", claim, below, above)) is not None:
                return size, (both.verdict,), notes
        if (verdict := accepted(below)) is not None:
            break
        notes = notes or [f"≥ {size} {OVER}"]
    else:
        size, verdict = 0, None
    upper = accepted(above) if isinstance(above, Certificate) else None
    if found is not None and upper is None:
        notes.append(f"≤ {found.bound} {OVER}")
    return size, tuple(v for v in (verdict, upper) if v is not None), notes


def _halved(rank: int) -> Iterator[int]:
    while rank:
        yield rank
        rank //= 2
    yield 0


def _probable(
    law: Law, names: tuple[str, ...], lower: int, upper: int, rank: int, points: int, field: Field, seed: int
) -> ProbableRank:
    """The value between the bounds: the rank on a grid of points in independent trials.

    A grid with fewer points than the upper bound has full rank only if the separation rank is at least their number.
    """
    if lower == upper:
        return ProbableRank(lower, Fraction(0), 0, ())
    bits, denominator = heights(law, {})
    height = bits + denominator + row_height(points)
    primes, ceiling = double_primes(), min(upper, points)
    hopeless = field.is_finite or rank == points < upper
    if hopeless or miss_probability(primes, ceiling=ceiling, degree=law.degree, height=height) > MOST_MISSED:
        return ProbableRank(rank, Fraction(1), 1, (field.characteristic or PRIME,))
    return probable_rank(
        lambda p, drawn: grid_rank(law, names, points, p, drawn),
        ceiling=ceiling,
        degree=law.degree,
        height=height,
        primes=primes,
        seed=seed,
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "no input"
