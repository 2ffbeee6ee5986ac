"""The parameters with the same values as general ones: what ``identifiable`` needs to know of a family."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from algebra_tnn.certificates import Status, Verdict
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers import DECOMPOSITIONS
from algebra_tnn.provers.identifiability import number_in_linear_section
from algebra_tnn.verification import verify


class Known(NamedTuple):
    """What is known of the number of orbits in the fibre, if finitely many are not excluded."""

    status: Status  # of there being one
    number: int | None
    reason: str  # follows the status in the answer
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Fibre:
    """The fibre through general parameters, as orbits of what is known to change parameters and not their values.

    It is finitely many orbits if and only if the dimension of the family is ``free``.
    """

    name: str
    free: int
    counted: str  # ``free`` in words
    orbit_dimension: int
    known: Callable[[], Known]
    obstructions: Callable[[], Iterable[str]] = tuple  # why there are infinitely many orbits
    consequences: Callable[[], Iterable[str]] = tuple  # why there are finitely many
    remarks: tuple[str, ...] = ()


class Family(Protocol):
    """What has parameters."""

    @property
    def parameter_count(self) -> int: ...

    @property
    def remarks(self) -> tuple[str, ...]: ...


def fibre_modulo(family: Family, orbit_dimension: int, of: str, known: Known) -> Fibre:
    """Orbits of this dimension, under what ``of`` says, of which it is known how many there are."""
    parameters = family.parameter_count
    return Fibre(
        name=str(family),
        free=parameters - orbit_dimension,
        counted=f"{counted(parameters, 'parameter')} − {orbit_dimension} of the {of}",
        orbit_dimension=orbit_dimension,
        known=lambda: known,
        remarks=family.remarks,
    )


def number_of_decompositions(shape: PowerSum) -> tuple[int, Verdict]:
    """In how many ways a general power sum is one of as many terms: the number to be proved, and whether it is."""
    number = number_in_linear_section(shape) or 1
    return number, verify(NumberOfDecompositions(shape.law, number), by=DECOMPOSITIONS)


def rule_and_remark(verdict: Verdict) -> str:
    assert verdict.certificate is not None
    return f"{verdict.certificate.rule}: {verdict.certificate.remark}"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
