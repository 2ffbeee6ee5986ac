"""The dimension of a model: how many parameters really count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from algebra_tnn.certificates import Verdict
from algebra_tnn.exact import ProbableRank, double_primes, probable_rank
from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.probable_ranks import miss_probability
from algebra_tnn.explore.asked_laws import law_of
from algebra_tnn.explore.bounds import OneOrTwoVerdicts
from algebra_tnn.explore.proved_dimensions import ProvedDimension, Side, proved_dimension
from algebra_tnn.laws import Law, VectorField, formula, jacobian_rank
from algebra_tnn.laws.arrays import number_to_json
from algebra_tnn.laws.heights import row_degree, row_height
from algebra_tnn.laws.multidegrees import reachable_monomials
from algebra_tnn.laws.term_counts import ambient_dimension
from algebra_tnn.provers.dimensions import generic_rank

LONGEST_TABLE = 36  # entries of a constant that an explanation writes out
MOST_MISSED = Fraction(9, 10)  # probability that one trial shows too small a rank: above, trials are too many


class Symmetries(Protocol):
    """Vector fields along which the functions of a model do not change."""

    @property
    def fields(self) -> Sequence[VectorField]: ...


class Model(Protocol):
    """What has a law, and knows what is expected of it."""

    def law(self) -> Law: ...

    def symmetries(self) -> Symmetries: ...

    @property
    def expected_dimension(self) -> int: ...

    @property
    def ambient_dimension(self) -> int: ...

    @property
    def remarks(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Dimension(OneOrTwoVerdicts):
    """``lower`` ≤ the dimension of the closure of a model's functions ≤ ``upper``, both proved in characteristic 0.

    Where they do not meet, ``probable`` is the dimension except with probability ``error_bound``. ``expected`` is the
    least of ``ambient``, the number of coefficients that the functions can have, and of the parameters modulo the
    rescalings of neurons; ``defect`` is by how much the dimension is less, None while it is not known.
    """

    law: Law
    name: str
    lower: int
    upper: int
    probable: ProbableRank
    expected: int
    ambient: int
    verdicts: tuple[Verdict, ...]  # one of both sides, or one for each side that is proved
    argument: tuple[str, ...]  # how the upper bound comes about
    notes: tuple[str, ...] = ()
    from_below: str = ""  # how the lower bound comes about

    @property
    def parameters(self) -> int:
        return self.law.parameter_count

    @property
    def defect(self) -> int | None:
        return self.expected - self.lower if self.meet else None

    @property
    def error_bound(self) -> Fraction:
        return Fraction(0) if self.meet else self.probable.error_bound

    @property
    def explanation(self) -> str:
        probable = f"dimension {'= ' * (self.error_bound < 1)}{self.probable}"
        if self.meet:
            value = f"dimension = {self.lower} (proved)"
        elif self.verdicts:
            value = f"{self.lower} ≤ dimension ≤ {self.upper} (proved); {probable}"
        else:
            value = f"{probable}; no bound is proved"
        lines = [
            value,
            f"  {self.name}, in characteristic 0",
            *(f"  {line}" for line in formula(self.law, largest=LONGEST_TABLE).splitlines()),
            f"  {self.parameters} parameters, expected {self.expected}, ambient {self.ambient}"
            + (f", defect {self.defect}" if self.defect is not None else ""),
            *([f"  ≥ {self.lower} {self.from_below}"] if self.lower else []),
            *(f"  {line}" for line in self.argument),
            *self.closing,
        ]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        return {
            "name": self.name,
            "formula": formula(self.law),
            "lower": self.lower,
            "upper": self.upper,
            "field": "Q",  # of the certificates; the dimension is that over every field of characteristic 0
            "probable": self.probable.value,
            "error_bound": number_to_json(self.error_bound),
            "expected": self.expected,
            "ambient": self.ambient,
            "parameters": self.parameters,
            "defect": self.defect,
            **self.outcome,
        }


def dimension(model: Model | Law, *, prove: Side = "both", seconds: float | None = None, seed: int = 0) -> Dimension:
    """The dimension of the closure of the functions of a model, for all parameters, in characteristic 0.

    From below: a minor of the Jacobian at one point. From above: the arguments of ``provers.dimensions``. Where the
    bounds do not meet, or are not proved, a probable value comes with a proved bound on its error.

    Args: prove: which bounds get a certificate; seconds: how long independent trials may go on for the probable value.

    >>> law = Law.trace(lambda x, W, V: V @ (W @ x)**2, {"x": (3,)}, {"W": (2, 3), "V": (1, 2)})
    >>> found = dimension(law)
    >>> found.lower, found.upper, found.expected, found.defect
    (5, 5, 6, 1)
    """
    law = law_of(model)
    fields = () if isinstance(model, Law) else model.symmetries().fields
    proved = proved_dimension(law, prove, fields)
    notes = proved.notes
    if isinstance(model, Law):
        monomials = reachable_monomials(law)
        name, ambient = "a law", ambient_dimension(law) if monomials is None else law.output_count * monomials
        notes = (*notes, *(f"{idle} does not occur in the output, and adds nothing" for idle in law.idle_names))
        expected = min(ambient, law.parameter_count)
    else:
        name, ambient, expected = str(model), model.ambient_dimension, model.expected_dimension
        notes = (*notes, *model.remarks)
    found = _probable(law, proved, seconds, seed)
    return Dimension(
        proved.law,
        name,
        proved.lower,
        proved.upper,
        found,
        expected,
        ambient,
        proved.verdicts,
        proved.argument,
        notes,
        proved.from_below,
    )


def _probable(law: Law, proved: ProvedDimension, seconds: float | None, seed: int) -> ProbableRank:
    """The value between the bounds, by independent trials; one trial alone where repeating it is no help."""
    if proved.lower == proved.upper:
        return ProbableRank(proved.lower, Fraction(0), 0, ())
    primes, degree, height = double_primes(), row_degree(law), row_height(law)
    if miss_probability(primes, ceiling=proved.upper, degree=degree, height=height) > MOST_MISSED:
        return ProbableRank(generic_rank(law), Fraction(1), 1, (PRIME,))
    return probable_rank(
        lambda p, drawn: jacobian_rank(law, modulus=p, seed=drawn, structured=False).rank,
        ceiling=proved.upper,
        degree=degree,
        height=height,
        primes=primes,
        seed=seed,
        seconds=seconds,
    )
