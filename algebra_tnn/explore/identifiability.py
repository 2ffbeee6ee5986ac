"""Whether general parameters are determined by what they parametrize: weights by the function of the network, terms by
their sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from algebra_tnn.certificates import Certificate, Explained, Shortfall, Status, Verdict, united_trusts
from algebra_tnn.explore.dimensions import Dimension, dimension
from algebra_tnn.explore.fibres import Fibre, Known
from algebra_tnn.explore.fibres_of_formats import fibre_of_block_terms, fibre_of_paratuck2
from algebra_tnn.explore.fibres_of_networks import fibre_of_network
from algebra_tnn.explore.fibres_of_structures import fibre_of_attention, fibre_of_filters
from algebra_tnn.explore.fibres_of_sums import fibre_of_cp, fibre_of_secant
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.structured import ConvolutionalNetwork, LightningAttention
from algebra_tnn.tensors.formats import BlockTermFormat, ParaTuck2Format, SymmetricCPFormat
from algebra_tnn.varieties import Secant

Identified: TypeAlias = (
    PolynomialNetwork
    | Secant
    | SymmetricCPFormat
    | BlockTermFormat
    | ParaTuck2Format
    | LightningAttention
    | ConvolutionalNetwork
)


@dataclass(frozen=True)
class Identifiability(Explained):
    """Whether general parameters are determined by their value, up to rescalings and finitely many choices
    (``finite``) or up to rescalings and permutations alone (``globally``), over the algebraic closure of Q.

    Parameters are the weights of a network, with its function as their value, or the terms of a decomposition, with
    their sum. ``decompositions`` counts the classes of parameters with the same value, None if they are infinitely
    many or not counted. The verdict is about the power sum that the value is. "undecided" does not mean "false".
    """

    name: str
    finite: Status
    known: Known  # globally
    dimension: Dimension
    free: int  # the number of parameters modulo rescalings
    counted: str  # the same in words
    rescalings: int  # the dimension of their orbits
    remarks: tuple[str, ...] = ()

    @property
    def globally(self) -> Status:
        return self.known.status

    @property
    def decompositions(self) -> int | None:
        return self.known.number

    @property
    def reason(self) -> str:
        """Of what is known globally."""
        return self.known.reason

    @property
    def verdict(self) -> Verdict | None:
        return self.known.verdict

    @property
    def rule(self) -> str | None:
        """The rule by which it is known globally, None if it is not, or if no rule is needed."""
        if self.verdict is not None:
            return self.verdict.rule if self.globally != "undecided" else None
        certificate = self.dimension.certificate
        if self.globally != "refuted" or certificate is None:
            return None
        return certificate.premises[1].rule if certificate.rule == "both-bounds" else certificate.rule

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts([*self.dimension.verdicts, *([] if self.verdict is None else [self.verdict])])

    @property
    def certificate(self) -> Certificate | None:
        """Of what is known globally, else of the dimension."""
        if self.verdict is not None and self.verdict.certificate is not None:
            return self.verdict.certificate
        return self.dimension.certificate

    @property
    def attempts(self) -> tuple[Shortfall, ...]:
        """The rules that were tried in vain for a number of decompositions."""
        return () if self.verdict is None else self.verdict.attempts

    @property
    def explanation(self) -> str:
        found = self.dimension
        value = f"{found.lower}" if found.meet else f"{found.lower} to {found.upper}"
        reasons = {
            "proved": f"the dimension is {self.free} = {self.counted}",
            "refuted": f"the dimension is {value}, less than {self.free} = {self.counted}",
            "undecided": f"the dimension is {value}, and {self.free} = {self.counted} is needed",
        }
        lines = [f"finite: {self.finite}: {reasons[self.finite]}", f"global: {self.globally}{self.reason}"]
        if self.globally == "undecided":
            lines += dict.fromkeys(f"  not by {attempt.rule}: {attempt.reason}" for attempt in self.attempts)
        lines += [f"  {remark}" for remark in self.remarks]
        lines += [f"  {self.name}, in characteristic 0"]
        return "\n".join([*lines, f"  trusts {', '.join(self.trusts) or 'no published theorem'}"])

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        return {
            "name": self.name,
            "finite": self.finite,
            "global": self.globally,
            "decompositions": self.decompositions,
            "rule": self.rule,
            "field": "Q",  # of the certificates; the answers are those over its algebraic closure
            "parameters": self.dimension.parameters,
            "rescalings": self.rescalings,
            "trusts": list(self.trusts),
            "attempts": [{"rule": attempt.rule, "reason": attempt.reason} for attempt in self.attempts],
            "remarks": list(self.remarks),
            "explanation": self.explanation,
            "dimension": self.dimension.to_dict(),
        }


def identifiable(
    model: Identified, *, seconds: float | None = None, seed: int = 0, localize: bool = True
) -> Identifiability:
    """Whether general parameters are determined by their value: finitely, by the dimension; globally, by the number of
    decompositions of a power sum, which networks of two layers and points of secant varieties of Segre–Veronese
    varieties are, or by a theorem about block terms or ParaTuck-2.

    Args: seconds, seed: for trials where the bounds of the dimension do not meet; localize: whether remarks say which
    layers are to blame, which takes the dimensions of other networks. Raises: TypeError.

    >>> found = identifiable(PolynomialNetwork((3, 2, 2), 2))
    >>> found.finite, found.globally, found.rule, found.trusts
    ('proved', 'proved', 'generic-point', ())
    >>> found = identifiable(PolynomialNetwork((4, 7, 7), 2))
    >>> found.finite, found.globally, found.decompositions
    ('proved', 'refuted', 8)
    >>> from algebra_tnn.varieties import Segre
    >>> found = identifiable(Segre((4, 4, 4)).secant(5))
    >>> found.finite, found.globally, found.rule
    ('proved', 'proved', 'tangential-contact')
    """
    fibre = _fibre(model)
    found = dimension(model, seconds=seconds, seed=seed)
    finite: Status = "proved" if found.lower == fibre.free else "undecided"
    if found.upper < fibre.free:
        finite, known = "refuted", Known("refuted", None, ", since not even finite")
    else:
        known = fibre.known()
        finite = "proved" if known.number is not None else finite
    reasons = {"proved": fibre.consequences, "refuted": fibre.obstructions, "undecided": tuple}
    remarks = (*fibre.remarks, *(reasons[finite]() if localize else ()))
    return Identifiability(fibre.name, finite, known, found, fibre.free, fibre.counted, fibre.orbit_dimension, remarks)


def _fibre(model: Identified) -> Fibre:
    match model:
        case PolynomialNetwork():
            return fibre_of_network(model)
        case Secant():
            return fibre_of_secant(model)
        case SymmetricCPFormat():
            return fibre_of_cp(model)
        case BlockTermFormat():
            return fibre_of_block_terms(model)
        case ParaTuck2Format():
            return fibre_of_paratuck2(model)
        case LightningAttention():
            return fibre_of_attention(model)
        case ConvolutionalNetwork():
            return fibre_of_filters(model)
        case _:
            raise TypeError(
                f"the model is {type(model).__name__}, and what determines its parameters is not known; give a "
                "PolynomialNetwork, LightningAttention, a ConvolutionalNetwork, a secant variety such as "
                "Segre((4, 4, 4)).secant(5), or a format of CP, block terms or ParaTuck-2"
            )
