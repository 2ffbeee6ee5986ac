"""From which degree on the dimension of networks of given widths is as expected, if all activations are t^r.

Two numbers may be expected. One is the number of *free parameters*, that is of parameters without the rescalings of
hidden neurons: from its threshold on, the network is finitely identifiable (statement G2). The other, the *expected
dimension*, is the least of this and of the number of coefficients; so its threshold is lower. Degrees begin at 2.

What holds for finitely many degrees is proved degree by degree. For all others there are three facts, whose proofs are
in ``proofs/dimension/threshold_persists``:

* *Two layers*: if the dimension is the number of free parameters at one degree, then at each larger one.
* *Localization*: if this holds for all blocks (m, d_l, d_(l+1)) of a network, m the least of d_0, …, d_(l−1), then it
  holds for the network. With biases, blocks have biases.
* *Width one*: without biases, a layer of width one, or one input, before a hidden layer of larger width makes the
  dimension smaller, whatever the degrees.

Without biases, a block with m = 1 and d_l > 1 comes with such a layer; and each other block reaches its free parameters
at some degree, by Kruskal's theorem: at 2 d_l − 1 or before (statement G16), with biases at 2 d_l + 1 (statement G18).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any, TypeAlias

from algebra_tnn.certificates import Explained, Status, trust_remark, united_trusts
from algebra_tnn.explore.dimensions import Dimension, dimension
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.hidden_layers import checked_widths
from algebra_tnn.provers.dimensions import generic_rank

Block: TypeAlias = tuple[int, int, int]
Report: TypeAlias = Callable[[str], None]

LEAST = 2  # degree that is tested: linear layers have symmetries of their own
TESTED_IN_VAIN = 7  # the number of degrees that are tested where none is large enough


@dataclass(frozen=True, slots=True)
class AllDegrees:
    """What is proved for all degrees from some one on.

    From ``free_from`` on the dimension is the number of free parameters; never, if ``never``. If both say nothing,
    nothing is proved.
    """

    free_from: int | None
    never: bool
    reason: str


@dataclass(frozen=True)
class Threshold(Explained):
    """The dimensions of networks of the same widths with activations t^r, for the tested r and for all larger ones."""

    widths: tuple[int, ...]
    biases: bool
    tested: tuple[tuple[int, Dimension], ...]  # the degrees, ascending without gaps, and what is proved at each
    beyond: AllDegrees

    @property
    def free_parameters(self) -> int:
        """The number of parameters without the rescalings of hidden neurons."""
        return _free(self.widths, self.biases)

    @property
    def free_from(self) -> int | None:
        """The least tested degree from which on, as far as is known, the dimension is that of free parameters."""
        return self._least(lambda found: self.free_parameters)[0]

    @property
    def expected_from(self) -> int | None:
        """The least tested degree from which on, as far as is known, the dimension is the expected one."""
        if self.beyond.never and self.widths[0] > 1:  # the ambient dimension grows beyond all bounds
            return None
        return self._least(lambda found: found.expected)[0]

    def _least(self, value: Callable[[Dimension], int]) -> tuple[int | None, bool]:
        """The least degree from which on the dimension has the value; and whether it is proved to be smaller before."""
        last = self.tested[-1][0]
        first = last + 1 if self.beyond.free_from == last + 1 else None
        for degree, found in reversed(self.tested):
            if found.lower != value(found):
                return first, found.upper < value(found)
            first = degree
        return first, True

    @property
    def is_for_all(self) -> bool:
        """Whether what was tested, and what is proved beyond, leave out no degree after the first."""
        return self.beyond.never or (self.beyond.free_from or float("inf")) <= self.tested[-1][0] + 1

    @property
    def status(self) -> Status:
        """That of both thresholds, or of there being none, among all degrees from the first tested one on."""
        return "proved" if self.is_for_all and self._is_proved else "undecided"

    @property
    def _is_proved(self) -> bool:
        """Whether both thresholds are proved to be the least, as far as tested, or that there is none."""
        if self.beyond.never:
            return True
        return self._least(lambda found: self.free_parameters)[1] and self._least(lambda found: found.expected)[1]

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts(found for _, found in self.tested)

    @property
    def explanation(self) -> str:
        first, last, free = self.tested[0][0], self.tested[-1][0], f"{self.free_parameters} free parameters"
        if self.free_from is not None:
            answer = f"the dimension is that of {free} from degree {self.free_from} on"
        elif self.beyond.never:
            answer = f"the dimension is less than {free} at each degree"
        elif self.tested[-1][1].upper < self.free_parameters:
            answer = f"the dimension is less than {free} at degree {last}"
        else:
            answer = f"whether the dimension is that of {free} is undecided at degree {last}"
        degrees = f"all degrees from {first} on" if self.is_for_all else f"the degrees {first} to {last}"
        known = f"{'proved' if self._is_proved else 'not all is proved'} for {degrees}"
        if self.expected_from is not None:
            expected = f"from degree {self.expected_from} on"
        elif self.beyond.never:
            expected = "not for large degrees"
        else:
            expected = (
                f"{'not' if self.tested[-1][1].upper < self.tested[-1][1].expected else 'undecided'} at degree {last}"
            )
        name = f"pnn {','.join(map(str, self.widths))} with t^r{' and biases' if self.biases else ''}"
        lines = [
            f"{name}, in characteristic 0",
            f"the expected dimension, min(ambient, {self.free_parameters}): {expected}",
            *self._table(),
            f"larger degrees: {self.beyond.reason}",
            trust_remark(self.trusts),
        ]
        return "\n".join([f"{answer} ({known})", *(f"  {line}" for line in lines)])

    def _table(self) -> list[str]:
        rows = [("degree", "dimension", "expected", "ambient")]
        for degree, found in self.tested:
            value = str(found.lower) if found.meet else f"{found.lower} to {found.upper}"
            rows.append((str(degree), value, str(found.expected), str(found.ambient)))
        sizes = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return ["  ".join(cell.rjust(n) for cell, n in zip(row, sizes, strict=True)) for row in rows]

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        return {
            "widths": list(self.widths),
            "biases": self.biases,
            "free_parameters": self.free_parameters,
            "free_from": self.free_from,
            "expected_from": self.expected_from,
            "tested": [
                {
                    "degree": degree,
                    "lower": found.lower,
                    "upper": found.upper,
                    "expected": found.expected,
                    "ambient": found.ambient,
                }
                for degree, found in self.tested
            ],
            "all_degrees": {
                "free_from": self.beyond.free_from,
                "never": self.beyond.never,
                "reason": self.beyond.reason,
            },
            "is_for_all": self.is_for_all,
            "status": self.status,
            "field": "Q",
            "trusts": list(self.trusts),
            "explanation": self.explanation,
        }


def threshold(
    widths: Sequence[int], *, biases: bool = False, degrees: range | None = None, report: Report | None = None
) -> Threshold:
    """The least degree r from which on networks of these widths with t^r have the dimension that is expected.

    Each tested degree has a dimension that is proved from both sides, as far as that succeeds. For all larger degrees
    a proof is added; the answer tells the two apart.

    Args: degrees: those that are tested (default: 2, 3, … up to where the proof for all larger ones begins).
    Raises: TypeError, ValueError for widths of no network, or degrees that are not consecutive.
    Reference: [KileelTragerBruna2019], [FinkelRodriguezWuYahl2025], [UsevichBorsoiDerandClausel2025].

    >>> found = threshold((2, 3, 1))
    >>> found.free_from, found.expected_from, found.status
    (5, 2, 'proved')
    """
    sizes = checked_widths(widths)
    if degrees is not None and (not degrees or degrees.step != 1 or degrees.start < LEAST):
        raise ValueError(f"degrees is {degrees}; they are consecutive and begin at {LEAST} or later, as in range(2, 6)")
    say = report or (lambda text: None)
    beyond = all_degrees(sizes, biases, say)
    if degrees is None:
        last = LEAST + TESTED_IN_VAIN - 1 if beyond.free_from is None else beyond.free_from
        degrees = range(LEAST, last + 1)
    tested = []
    for degree in degrees:
        say(f"degree {degree} of {degrees[0]} to {degrees[-1]}")
        tested.append((degree, dimension(PolynomialNetwork(sizes, degree, biases))))
    return Threshold(sizes, biases, tuple(tested), beyond)


def all_degrees(widths: tuple[int, ...], biases: bool, report: Report) -> AllDegrees:
    """What the three facts say about these widths."""
    for layer, (before, width) in enumerate(pairwise(widths[:-1]), 1):
        if before == 1 < width and not biases:
            kind = "one input" if layer == 1 else f"layer {layer - 1} of width 1"
            reason = f"{kind} before layer {layer} of width {width}, so that the dimension is smaller at each degree"
            return AllDegrees(None, True, reason)
    inputs = accumulate(widths[:-2], min)
    blocks = list(zip(inputs, widths[1:-1], widths[2:], strict=True))
    degrees: dict[Block, int] = {}
    for block in blocks:
        report(f"block ({_written(block)})")
        if (degree := _block_threshold(block, biases)) is None:
            reason = f"nothing is proved: a certificate for the block ({_written(block)}) is over the checker's limit"
            return AllDegrees(None, False, reason)
        degrees[block] = degree
    most = max(degrees.values(), default=LEAST)
    if not blocks:
        reason = "there is no activation"
    elif len(widths) == 3:
        reason = f"it remains so, since it is so for two layers at degree {most}"
    else:
        parts = ", ".join(f"({_written(block)}) from {degree} on" for block, degree in degrees.items())
        reason = f"it is so from degree {most} on, since it is for the blocks {parts}"
    return AllDegrees(most, False, reason)


@lru_cache(maxsize=10_000)
def _block_threshold(block: Block, biases: bool) -> int | None:
    """The least degree, from 2 on, at which all parameters of two layers count up to rescalings, and so at all larger.

    None if that cannot be certified at any degree up to Kruskal's, for example for the size of a certificate.
    """
    m, d, after = block
    fixed = int(biases)  # one more variable, and one more term, make a network with biases homogeneous
    each, needed = min(m, d) - 1 + fixed, 2 * (d + fixed) - min(d + fixed, after)
    kruskal = LEAST if each == 0 else max(LEAST, -(-needed // each))
    free = _free(block, biases)
    for degree in range(LEAST, kruskal + 1):
        network = PolynomialNetwork(block, degree, biases)
        if generic_rank(network.law()) == free and dimension(network, prove="lower").lower == free:
            return degree
    return None


def _free(widths: Sequence[int], biases: bool) -> int:
    return sum((m + biases) * n for m, n in pairwise(widths)) - sum(widths[1:-1])


def _written(block: Block) -> str:
    return ",".join(map(str, block))
