"""What running the proofs of a report gives: statuses and digests of certificates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from algebra_tnn import library
from algebra_tnn.library import Library


@dataclass(frozen=True, slots=True)
class Run:
    """What one proof file answered: its status, and of its certificate the rule, the SHA-256 and the length.

    ``failure`` is why there was no answer; the status is then "failed".
    """

    status: str
    rule: str = ""
    digest: str = ""
    characters: int = 0
    trusts: tuple[str, ...] = ()
    explanation: str = ""
    failure: str = ""


def run(task: tuple[Library, str]) -> Run:
    """Runs a proof file of a library; its certificate was accepted by the checker, or an error is raised."""
    within, name = task
    verdict = within.run(name).verdict
    certificate = verdict.certificate
    if certificate is None:
        return Run(verdict.status, explanation=verdict.explanation)
    text = certificate.to_json()
    return Run(
        verdict.status,
        certificate.rule,
        certificate.digest,
        len(text),
        verdict.trusts,
        verdict.explanation,
    )


def runs(
    within: Library, names: Sequence[str], jobs: int | None = None, watch: Callable[[str], None] | None = None
) -> dict[str, Run]:
    """The runs of these proofs, in several processes. Args: watch: is told how far it is."""
    found: dict[str, Run] = {}
    tasks = [(within, name) for name in names]
    for name, answer in zip(names, library.answers(tasks, run, jobs), strict=True):
        found[name] = Run("failed", failure=answer.reason) if isinstance(answer, library.Ended) else answer
        if watch is not None:
            watch(f"proof {len(found)} of {len(names)}: {name}")
    return found
