"""The generic rank of a variety: how many of its points a general point of the space is the sum of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.certificates import Certificate, Verdict, trust_remark, united_trusts
from algebra_tnn.explore.bounds import TwoSided
from algebra_tnn.explore.proved_dimensions import ProvedDimension, Side, proved_dimension
from algebra_tnn.explore.typical import TypicalRanks, typical_ranks
from algebra_tnn.varieties import Secant, SegreVeronese, probable_generic_rank
from algebra_tnn.varieties.secant import Summable


@dataclass(frozen=True)
class GenericRank(TwoSided):
    """``lower`` ≤ the generic rank of a variety X ≤ ``upper``, both proved over algebraically closed fields.

    The generic rank is the least r for which σ_r(X), the closure of the sums of r points, is the whole space. General
    points are sums of so many points of X, and not of fewer; special ones may need more or fewer. ``below`` is about
    the dimension of σ_(lower − 1), which does not fill (None if lower is 1), and ``above`` about that of σ_upper, which
    fills (None if that is not proved, but known of so many points as span the space).
    """

    variety: Summable
    lower: int
    upper: int
    below: ProvedDimension | None
    above: ProvedDimension | None

    @property
    def expected(self) -> int:
        """The ambient dimension over that of the variety, rounded up."""
        return -(-self.variety.ambient // self.variety.dimension)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Of the lower and of the upper bound."""
        return tuple(verdict for side in (self.below, self.above) if side is not None for verdict in side.verdicts)

    @property
    def sides(self) -> tuple[Certificate | None, Certificate | None]:
        """The certificates of the lower and of the upper bound; None where nothing is to be proved."""
        lower, upper = (None if side is None else side.verdicts[0].certificate for side in (self.below, self.above))
        return lower, upper

    @property
    def certificates(self) -> tuple[Certificate, ...]:
        """Those that there are."""
        return tuple(certificate for certificate in self.sides if certificate is not None)

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts(self.verdicts)

    @property
    def typical(self) -> TypicalRanks | None:
        """The typical ranks over R, where they are known."""
        return typical_ranks(self.variety) if isinstance(self.variety, SegreVeronese) else None

    @property
    def notes(self) -> tuple[str, ...]:
        most = f"over C every point of the space is a sum of at most {2 * self.upper} points (statement A20)"
        limits = (note for side in (self.below, self.above) if side is not None for note in side.notes)
        typical = () if self.typical is None else (self.typical.explanation,)
        return (*self.variety.secant_remarks(self.upper), *limits, *typical, most)

    @property
    def explanation(self) -> str:
        X, ambient = self.variety, self.variety.ambient
        value = f"generic rank = {self.lower}" if self.meet else f"{self.lower} ≤ generic rank ≤ {self.upper}"
        lines = [
            f"{value} (proved)",
            f"  {X.name}, over algebraically closed fields of characteristic 0",
            f"  dimension {X.dimension} of {ambient}, so that {self.expected} is expected",
        ]
        if self.below is not None:
            argument, *more = self.below.argument
            lines.append(f"  ≥ {self.lower}: σ_{self.lower - 1} does not fill, its dimension is {argument.strip()}")
            lines += [f"  {line}" for line in more]
        if self.above is None:
            lines.append(f"  ≤ {self.upper}: the points span the space")
        else:
            reason = f"its dimension is ≥ {ambient} {self.above.from_below}"
            lines.append(f"  ≤ {self.upper}: σ_{self.upper} fills, {reason}")
        return "\n".join([*lines, *(f"  {note}" for note in self.notes), f"  {trust_remark(self.trusts)}"])

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificates themselves."""
        return {
            "name": self.variety.name,
            "lower": self.lower,
            "upper": self.upper,
            "field": "Q",  # of the certificates; the answer is that over every algebraically closed extension
            "expected": self.expected,
            "ambient": self.variety.ambient,
            "dimension": self.variety.dimension,
            "typical": None if self.typical is None else list(self.typical.ranks),
            "trusts": list(self.trusts),
            "notes": list(self.notes),
            "explanation": self.explanation,
        }


def generic_rank(variety: Summable, *, seed: int = 0) -> GenericRank:
    """The least r such that the sums of r points of the variety are dense, over algebraically closed fields.

    From above: σ_r fills, by a minor. From below: σ_(r − 1) does not, by the arguments for dimensions. The bounds
    differ where σ_(r − 1) is not proved to be small, or where the minor is too large for the checker.

    Reference: [Strassen1983], [Lickteig1985].

    >>> from algebra_tnn.varieties import Segre
    >>> found = generic_rank(Segre((3, 3, 3)))
    >>> found.lower, found.upper, found.expected
    (5, 5, 4)
    """
    r, ambient = probable_generic_rank(variety, seed=seed), variety.ambient
    above = _proved(variety, r, "lower")
    upper = r if above.lower == ambient else ambient
    bounds = ((s, _proved(variety, s, "upper")) for s in range(r - 1, 0, -1))
    s, below = next(((s, found) for s, found in bounds if found.verdicts and found.upper < ambient), (0, None))
    return GenericRank(variety, s + 1, upper, below, above if upper == r else None)


def _proved(variety: Summable, r: int, side: Side) -> ProvedDimension:
    secant = Secant(variety, r)
    return proved_dimension(secant.law(), side, secant.symmetries().fields)
