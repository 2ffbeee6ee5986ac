"""Whether the weights of one network are determined by its function, up to permutations and rescalings of neurons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from algebra_tnn.certificates import Certificate, Explained, Shortfall, Status, Verdict
from algebra_tnn.claims import EssentiallyUnique, NotDetermined
from algebra_tnn.exact import Field, Q
from algebra_tnn.laws import formula
from algebra_tnn.models.weights import WeightedNetwork
from algebra_tnn.provers import DEAR, UNIQUENESS
from algebra_tnn.provers.weights import decompositions_of, other_weights, searches, weights_of
from algebra_tnn.verification import verify


@dataclass(frozen=True, slots=True)
class Determination(Explained):
    """The answer for one network: proved, refuted or undecided, over the field of the weights that are compared.

    ``verdict`` is about the decomposition whose uniqueness proves it, or about the other weights that refute it.
    ``attempts`` are the rules that fell short before, or all that were tried if it is undecided.
    """

    network: WeightedNetwork
    field: Field
    status: Status
    verdict: Verdict | None
    attempts: tuple[Shortfall, ...]

    @property
    def certificate(self) -> Certificate | None:
        return None if self.verdict is None else self.verdict.certificate

    @property
    def other_weights(self) -> Mapping[str, Any] | None:
        """Weights with the same function that are not equivalent to these, if there are some."""
        return self.certificate.evidence["point"] if self.certificate and self.status == "refuted" else None

    @property
    def explanation(self) -> str:
        """The answer first; then the network, the rule with its numbers, the field, and what is trusted."""
        lines = [f"{ANSWERS[self.status]} ({self.status})" if self.status != "undecided" else "undecided"]
        lines += [f"  {self.network}, over {self.field}"]
        lines += [f"  {line}" for line in formula(self.network.network.law()).splitlines()]
        if self.verdict is None:
            reasons: dict[str, list[str]] = {}
            for attempt in self.attempts:
                reasons.setdefault(attempt.reason, []).append(attempt.rule)
            lines += [f"  not by {', '.join(rules)}: {reason}" for reason, rules in reasons.items()]
            return "\n".join(lines)
        if self.status == "proved":
            lines.append("  weights are the terms of a decomposition, which is essentially unique")
        remark = f": {self.certificate.remark}" if self.certificate and self.certificate.remark else ""
        lines.append(f"  rule: {self.verdict.rule}{remark}")
        reach = f"{self.field} and every extension of it"
        nothing = f"{self.field}; nothing is said about its extensions"
        lines.append(f"  holds over: {reach if self.verdict.extensions else nothing}")
        lines.append(f"  trusts: {', '.join(self.verdict.trusts) or 'no published theorem'}")
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        other = self.other_weights
        return {
            "name": str(self.network),
            "formula": formula(self.network.network.law()),
            "status": self.status,
            "field": self.field.name,
            "extensions": self.verdict is not None and self.verdict.extensions,
            "rule": None if self.verdict is None else self.verdict.rule,
            "remark": self.certificate.remark if self.certificate else None,
            "trusts": [] if self.verdict is None else list(self.verdict.trusts),
            "attempts": [{"rule": attempt.rule, "reason": attempt.reason} for attempt in self.attempts],
            "other_weights": None if other is None else WeightedNetwork(self.network.network, other).to_json(),
            "explanation": self.explanation,
        }


ANSWERS = {"proved": "determined", "refuted": "not determined", "undecided": "undecided"}


def determination(network: WeightedNetwork, field: Field = Q) -> Determination:
    """Whether all weights over the field with the same function are equivalent to these.

    Equivalent are weights that differ by a permutation of hidden neurons and a rescaling, as ``equivalence`` has it but
    by numbers of the field: by s where σ(s t) = s^d σ(t), up to what biases absorb.

    *Refuted* by other weights, which are found and shown to be no permutation and rescaling: see ``searches``.
    *Proved* for one hidden layer whose neurons are terms of a decomposition that is essentially unique: see
    ``decompositions_of``; ``powers`` and ``mixtures`` have the proofs.

    Nothing is proved about more hidden layers: no theorem says when given weights of these are determined, and that of
    each pair of layers alone does not suffice.

    Raises: ValueError for a finite field, or if there is no hidden layer.

    >>> from algebra_tnn.models import PolynomialNetwork
    >>> network = PolynomialNetwork((3, 2, 2), degrees=2)
    >>> determination(WeightedNetwork(network, [[[1, 0, 1], [0, 1, 2]], [[1, 2], [1, 3]]])).status
    'proved'
    >>> determination(WeightedNetwork(network, [[[1, 0, 1], [2, 0, 2]], [[1, 2], [1, 3]]])).other_weights
    {'W1': [[1, 0, 1], [2, 0, 2]], 'W2': [[0, Fraction(9, 4)], [1, 3]]}
    """
    if field.is_finite:
        raise ValueError(f"the field is {field}; functions are polynomials in characteristic 0: choose Q, R or C")
    if network.network.depth < 2:
        raise ValueError(
            f"{network} has no hidden layer, so its weights are the coefficients of its outputs; give three widths or "
            "more"
        )
    claim = NotDetermined(network.network.law(), network.weights, network.comparable, field)
    found = verify(claim, by=searches(network.network))
    if found.status == "proved":
        return Determination(network, field, "refuted", found, found.attempts)
    decompositions = decompositions_of(network, field)
    if isinstance(decompositions, Shortfall):
        return Determination(network, field, "undecided", None, (*found.attempts, decompositions))
    attempts = found.attempts
    cheap = [prover for prover in UNIQUENESS if prover not in DEAR]
    for decomposition in decompositions:
        unique = verify(EssentiallyUnique(decomposition, field), by=cheap)
        if unique.status == "proved":
            return Determination(network, field, "proved", unique, (*attempts, *unique.attempts))
    for decomposition in decompositions:
        unique = verify(EssentiallyUnique(decomposition, field))
        attempts = (*attempts, *unique.attempts)
        if unique.status == "proved":
            return Determination(network, field, "proved", unique, attempts)
        if unique.status == "refuted" and unique.certificate:
            others = weights_of(network, decomposition, unique.certificate.evidence)
            if isinstance(others, Shortfall):
                attempts = (*attempts, others)
                continue
            found = verify(claim, by=other_weights(others, "another decomposition into terms of neurons"))
            attempts = (*attempts, *found.attempts)
            if found.status == "proved":
                return Determination(network, field, "refuted", found, attempts)
    return Determination(network, field, "undecided", None, attempts)
