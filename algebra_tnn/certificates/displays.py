"""What notebooks show of answers: a badge, what was found, what is trusted, and the certificates, folded."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from algebra_tnn.certificates.certificate import Certificate
from algebra_tnn.text import markup

_SHOWN = 4  # certificates of one answer
_CHARACTERS = 4_000  # of one certificate


class Explained(ABC):
    """An answer with an ``explanation``, which notebooks show with its status and its certificates."""

    __slots__ = ()

    @property
    @abstractmethod
    def explanation(self) -> str: ...

    @property
    def asked(self) -> str:
        """What the answer is about, where the explanation does not say it: shown beside the status."""
        return ""

    def _repr_html_(self) -> str:
        status = getattr(self, "status", None) or getattr(getattr(self, "verdict", None), "status", None)
        head = [markup.badge(status)] if isinstance(status, str) else []
        head += [markup.code(self.asked)] if self.asked else []
        return f"<div>{' '.join(head)}{markup.preformatted(self.explanation)}{_folded(self)}</div>"


def certificates_of(answer: Any) -> Iterator[Certificate]:
    """The certificates in an answer and in the answers that it consists of.

    >>> from algebra_tnn import KRankAtLeast, verify
    >>> [certificate.rule for certificate in certificates_of([verify(KRankAtLeast(((1, 0), (0, 1)), 2))])]
    ['projected-minors']
    """
    match answer:
        case Certificate():
            yield answer
        case Explained() if is_dataclass(answer):
            for each in fields(answer):
                yield from certificates_of(getattr(answer, each.name))
        case list() | tuple():
            for part in answer:
                yield from certificates_of(part)


def _folded(answer: Explained) -> str:
    """Each certificate behind a line with its rule; of many the first ones."""
    every = list({id(certificate): certificate for certificate in certificates_of(answer)}.values())
    parts = []
    for certificate in every[:_SHOWN]:
        text, steps = certificate.to_json(), len(certificate.steps())
        summary = f"certificate by {certificate.rule}: {steps} step{'s' * (steps != 1)}, {len(text):,} characters"
        parts.append(markup.folded(summary, markup.preformatted(markup.shortened(text, _CHARACTERS))))
    if (more := len(every) - _SHOWN) > 0:
        parts.append(f"<small>{more} more certificate{'s' * (more != 1)}</small>")
    return "".join(parts)
