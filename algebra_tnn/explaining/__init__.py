"""What a certificate says, in words and formulas: `explain`.

A certificate is judged by the independent checker first. Then its steps are told with the numbers of the instance, each
rule by a function of its own (``rules``), as a document (``explanations``) that is set in plain text, Markdown or LaTeX
(``markup``).
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from algebra_tnn.explaining.explanations import DEPTHS, Block, Depth, Explanation, NoCertificate, Paragraph, explanation
from algebra_tnn.explaining.markup import MARKUPS, Markup, document
from algebra_tnn.explaining.steps import BeyondWords

__all__ = ["BeyondWords", "Depth", "Explanation", "Markup", "NoCertificate", "document", "explain", "explanation"]


@runtime_checkable
class Written(Protocol):
    """A certificate, by what is asked of it."""

    def to_json(self) -> str: ...


@runtime_checkable
class Judged(Protocol):
    """A verdict, by what is asked of it."""

    @property
    def status(self) -> str: ...

    @property
    def explanation(self) -> str: ...

    @property
    def certificate(self) -> Written | None: ...


def explain(proof: str | Written | Judged, depth: Depth = "default", markup: Markup = "text") -> str:
    """The argument of a certificate in words and formulas, step by step, with the numbers of this instance.

    Args: proof: a certificate, its JSON text, or a verdict; depth: "brief" is one sentence, "default" tells the steps,
    "full" adds the evidence itself, in its beginnings where it is long; markup: "text", "latex" (a fragment that needs
    amsmath and amssymb) or "markdown". A certificate that the checker does not accept is said to establish nothing.
    Raises: TypeError, ValueError if this is no certificate, for another depth or markup, and for a law that is nested
    too deeply to be written.

    >>> from algebra_tnn import KRankAtMost, verify
    >>> print(explain(verify(KRankAtMost(((1, 2), (2, 4)), 1)), depth="brief"), end="")
    Proved over Q and every extension of it, by dependent-columns, trusting no published theorem: The 2
    × 2 matrix M has Kruskal rank ≤ 1: it has not more columns, or some 2 of them are dependent.
    """
    if depth not in DEPTHS:
        raise ValueError(f"depth is {depth!r}; it is one of {', '.join(DEPTHS)}")
    if markup not in MARKUPS:
        raise ValueError(f"markup is {markup!r}; it is one of {', '.join(MARKUPS)}")
    return document(_blocks(proof, depth), markup)


def _blocks(proof: str | Written | Judged, depth: Depth) -> list[Block]:
    if isinstance(proof, str):
        return [*explanation(proof).blocks(depth)]
    if isinstance(proof, Judged):
        if proof.certificate is None:
            return [*map(Paragraph, proof.explanation.splitlines())]
        refuted = [Paragraph("The claim is refuted: what follows proves its negation.")] * (proof.status == "refuted")
        return [*refuted, *explanation(proof.certificate.to_json()).blocks(depth)]
    if isinstance(proof, Written):
        return [*explanation(proof.to_json()).blocks(depth)]
    raise TypeError(f"this is {type(proof).__name__}; what is explained is a certificate, its JSON text, or a verdict")
