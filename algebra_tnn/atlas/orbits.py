"""Finite and global identifiability of networks of powers and of secant varieties, from bounds and one certificate.

The reasons are in ``explore.fibres_of_networks`` and ``explore.fibres_of_sums``; here is which claims they need.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from algebra_tnn.atlas.proved_claims import Disagreement, Proved, law_of_claim, require_claim
from algebra_tnn.certificates import Status
from algebra_tnn.laws.power_sums import PowerSum, as_power_sum
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.rescalings import orbit_dimension
from algebra_tnn.varieties import Secant

Model: TypeAlias = PolynomialNetwork | Secant


def orbits(asked: Model, lower: Any, upper: Any, found: Proved | None, field: str) -> tuple[Status, Status, int | None]:
    """Whether parameters are determined finitely, whether globally, and the number of orbits in a fibre, if known.

    Raises: Disagreement if the certificate says nothing of this model.
    """
    free = _free(asked)
    if upper < free:
        if found is not None:
            raise Disagreement("it has a certificate global, though there are infinitely many orbits")
        return "refuted", "refuted", None
    one, number = _trivially(asked) if found is None else _by_number(asked, found, field)
    return "proved" if lower == free or number is not None else "undecided", one, number


def _free(asked: Model) -> int:
    """The number of parameters modulo rescalings."""
    if isinstance(asked, Secant):
        return asked.r * asked.variety.dimension
    return asked.parameter_count - orbit_dimension(asked)


def _trivially(asked: Model) -> tuple[Status, int | None]:
    single = asked.r == 1 if isinstance(asked, Secant) else asked.depth == 1
    return ("proved", 1) if single else ("undecided", None)


def _by_number(asked: Model, found: Proved, field: str) -> tuple[Status, int | None]:
    require_claim("global", found, ("number-of-decompositions",), field)
    shape, count = as_power_sum(law_of_claim("global", found.claim["law"])), found.claim["count"]
    if shape is not None and shape in _equivalent_sums(asked) and (count == 1 or not _has_biases(asked)):
        return ("proved", 1) if count == 1 else ("refuted", count)
    if count > 1 and shape is not None and shape in _blocks(asked):
        return "refuted", None
    raise Disagreement(f"its certificate global, of {count} decompositions of another sum, says nothing of the model")


def _has_biases(asked: Model) -> bool:
    return isinstance(asked, PolynomialNetwork) and asked.biases


def _equivalent_sums(asked: Model) -> Iterator[PowerSum | None]:
    """If one of these power sums has one decomposition, parameters are determined; without biases, only then."""
    if isinstance(asked, Secant):
        yield as_power_sum(asked.law())
    elif asked.depth == 2:
        (inputs, hidden, outputs), [r] = asked.widths, asked.degrees
        if r > 1 or not asked.biases:
            yield PowerSum((inputs, outputs), (r, 1), hidden)
        if asked.biases:
            yield PowerSum((inputs + 1, outputs), (r, 1), hidden + 1)


def _blocks(asked: Model) -> Iterator[PowerSum | None]:
    """Two layers that follow one another, in three or more: with several decompositions weights are not determined."""
    if isinstance(asked, Secant) or asked.depth < 3 or asked.biases:
        return
    layers = zip(asked.widths, asked.widths[1:-1], asked.widths[2:], asked.degrees, strict=False)
    for at, (inputs, hidden, outputs, r) in enumerate(layers):
        if min(asked.widths[:at], default=2) >= 2:
            yield PowerSum((inputs, outputs), (r, 1), hidden)
