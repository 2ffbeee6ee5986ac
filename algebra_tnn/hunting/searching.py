"""The search for counterexamples, and their shrinking."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, cast

from algebra_tnn.certificates import Explained
from algebra_tnn.hunting.drawing import drawn_counterexample
from algebra_tnn.hunting.evidence import Answer, Evidence, evidence
from algebra_tnn.hunting.spaces.given import Drawn
from algebra_tnn.hunting.spaces.space import Instance, Space

Predicate: TypeAlias = Callable[[Instance], Answer]
BUDGET = 60.0  # seconds


class PredicateFailed(RuntimeError):
    """A hypothesis or a conclusion raised an error at an instance; that is an error of the predicate."""


@dataclass(frozen=True, slots=True)
class Counterexample(Explained, Generic[Instance]):
    """An instance whose hypothesis is proved (None: there is none) and whose conclusion is refuted.

    ``size`` is in the order of the space, ``found_as`` what it was before it was shrunk, ``minimal`` says in which
    sense there is no smaller one.
    """

    instance: Instance
    size: tuple[Any, ...]
    hypothesis: Evidence | None
    conclusion: Evidence
    found_as: Instance
    minimal: str

    @property
    def explanation(self) -> str:
        """The instance, and what is refuted and proved of it."""
        lines = [str(self.instance), f"  the conclusion is refuted: {self.conclusion.says.splitlines()[0]}"]
        if self.hypothesis is not None:
            lines.append(f"  the hypothesis is proved: {self.hypothesis.says.splitlines()[0]}")
        return "\n".join([*lines, f"  {self.minimal}"])

    @property
    def certificates(self) -> dict[str, str]:
        """JSON texts by names such as ``hypothesis-0``: with them anybody can check the counterexample."""
        sides = {"hypothesis": self.hypothesis, "conclusion": self.conclusion}
        return {
            f"{name}-{i}": certificate.to_json()
            for name, side in sides.items()
            if side is not None
            for i, certificate in enumerate(side.certificates)
        }

    @property
    def trusts(self) -> tuple[str, ...]:
        """The published theorems that it rests on."""
        sides = (self.conclusion,) if self.hypothesis is None else (self.hypothesis, self.conclusion)
        return tuple(sorted({key for side in sides for key in side.trusts}))


@dataclass(frozen=True, slots=True)
class Hunt(Explained, Generic[Instance]):
    """What a hunt found, one counterexample for each class modulo symmetry, and what it went through.

    ``examined`` instances were looked at, ``met`` of them have a proved hypothesis, and at ``undecided`` ones it is
    open whether they are counterexamples: these are none. ``covered`` says what "none was found" means.
    """

    found: tuple[Counterexample[Instance], ...]
    examined: int
    met: int
    undecided: int
    covered: str
    seconds: float

    @property
    def explanation(self) -> str:
        """The counterexamples, each in a line with what is refuted, and what was covered."""
        lines = [each.explanation for each in self.found]
        if not self.found:
            lines.append(f"none found in {self.examined:,} cases")
        lines.append(f"  covered: {self.covered}")
        if self.undecided:
            lines.append(f"  {self.undecided:,} of {self.examined:,} cases are undecided, and count as nothing")
        return "\n".join(lines)


def hunt(
    hypothesis: Predicate[Instance] | None,
    conclusion: Predicate[Instance],
    *,
    over: Space[Instance] | Drawn[Instance],
    budget: float = BUDGET,
    seed: int = 0,
    most: int = 1,
    watch: Callable[[str], None] | None = None,
) -> Hunt[Instance]:
    """Counterexamples to "the hypothesis implies the conclusion", as small as they can be made.

    Args: hypothesis: what an instance must satisfy, None for nothing; conclusion: what is doubted; both return
    evidence, a verdict, or a claim that is then verified. over: the instances. budget: seconds; it is looked at between
    instances. most: how many counterexamples, of different classes modulo the symmetries of the space, are looked for.
    watch: is told how far the hunt is.

    An instance counts where the hypothesis is proved and the conclusion refuted, each with certificates that the
    checker accepted. An undecided one never counts.

    Raises: ValueError for a budget or a number that is not positive, and for a space whose order is not what it says;
    PredicateFailed if a predicate raises an error; CertificateRejected.

    >>> from algebra_tnn.hunting import Evidence, Listed
    >>> numbers = Listed("numbers below 100", range(100), measure=lambda n: (n,))
    >>> found = hunt(None, lambda n: Evidence("refuted" if n * n > 50 else "proved", f"{n}² is {n * n}"), over=numbers)
    >>> found.found[0].instance, found.found[0].minimal
    (8, 'the smallest of all, by the measure that was given: none of the 8 before it is one')
    """
    if not budget > 0:
        raise ValueError(f"budget is {budget!r}; it is a positive number of seconds")
    if isinstance(most, bool) or not isinstance(most, int) or most < 1:
        raise ValueError(f"most is {most!r}; it is a positive integer")
    judged = _Judged(hypothesis, conclusion, time.monotonic() + budget, watch)
    start = time.monotonic()
    if isinstance(over, Drawn):
        found, covered = _of_drawn(over, judged, seed, budget)
    else:
        found, covered = _of_space(over, judged, seed, most, budget)
    seconds = round(time.monotonic() - start, 3)
    return Hunt(tuple(found), judged.examined, judged.met, judged.undecided, covered, seconds)


@dataclass(slots=True)
class _Judged(Generic[Instance]):
    """Judges instances and counts them, until the time is over."""

    hypothesis: Predicate[Instance] | None
    conclusion: Predicate[Instance]
    deadline: float
    watch: Callable[[str], None] | None
    examined: int = 0
    met: int = 0
    undecided: int = 0
    seen: set[Hashable] = field(default_factory=set)

    @property
    def is_over(self) -> bool:
        return time.monotonic() > self.deadline

    def evidence(self, instance: Instance, *, counts: bool = True) -> tuple[Evidence | None, Evidence] | None:
        """What shows that the instance is a counterexample; None if it is none, or nobody knows."""
        supposed = None if self.hypothesis is None else _asked("hypothesis", self.hypothesis, instance)
        concluded = None
        if supposed is None or supposed.status == "proved":
            concluded = _asked("conclusion", self.conclusion, instance)
        if counts:
            self.examined += 1
            self.met += concluded is not None
            deciding = supposed if concluded is None else concluded
            self.undecided += deciding is not None and deciding.status == "undecided"
            if self.watch is not None:
                self.watch(f"{self.examined:,} cases, {self.met:,} with the hypothesis; now {instance}")
        return (supposed, concluded) if concluded is not None and concluded.status == "refuted" else None


def _asked(name: str, predicate: Predicate[Instance], instance: Instance) -> Evidence:
    from algebra_tnn.verification import CertificateRejected

    try:
        return evidence(predicate(instance))
    except (MemoryError, OverflowError) as error:
        return Evidence("undecided", f"the {name} is too large here: {error}")
    except CertificateRejected:
        raise
    except Exception as error:
        raise PredicateFailed(f"the {name} raised {type(error).__name__} at {instance}: {error}") from error


# ------------------------------------------------------------------------------------------------ in a space


def _of_space(
    space: Space[Instance], judged: _Judged[Instance], seed: int, most: int, budget: float
) -> tuple[list[Counterexample[Instance]], str]:
    found: dict[Hashable, Counterexample[Instance]] = {}
    last: tuple[Any, ...] | None = None
    ended = ""
    for instance in _until(judged, space.instances(seed)):
        if (key := space.canonical(instance)) in judged.seen:
            continue
        judged.seen.add(key)
        size = space.size(instance)
        if space.exhaustive and last is not None and size < last:
            raise ValueError(f"the space is exhaustive, but {instance} comes after a larger one; small ones come first")
        last = size
        before, undecided = judged.examined, judged.undecided
        if (shown := judged.evidence(instance)) is None:
            continue
        if space.exhaustive:
            each = Counterexample(instance, size, *shown, instance, _minimal(space, before, undecided, len(found)))
        else:
            each = _shrunk(space, judged, instance, shown)
        found.setdefault(space.canonical(each.instance), each)
        if len(found) == most:
            ended = f"it stopped when {most} {'was' if most == 1 else 'were'} found"
            break
    else:
        ended = f"the budget of {budget:g} s ended it" if judged.is_over else ""
    return list(found.values()), _coverage(space, judged, seed, ended)


def _minimal(space: Space[Any], before: int, undecided: int, known: int) -> str:
    """What it means that an instance is reached in ascending order."""
    others = (
        f"none of the {before:,} before it is one" if not known else f"{known} of the {before:,} before it are ones"
    )
    rest = f", {undecided:,} of them undecided" if undecided else ""
    return f"the {'smallest' if not known else 'next'} of all, by {space.order}: {others}{rest}"


def _until(judged: _Judged[Instance], instances: Iterator[Instance]) -> Iterator[Instance]:
    while not judged.is_over:
        try:
            yield next(instances)
        except StopIteration:
            judged.deadline = float("inf")  # nothing is left to be cut short
            return


def _coverage(space: Space[Instance], judged: _Judged[Instance], seed: int, ended: str) -> str:
    if space.exhaustive and not ended:
        return f"exhaustive, all {judged.examined:,} of: {space.description}"
    if space.exhaustive:
        return f"the first {judged.examined:,} of: {space.description}; {ended}"
    return f"{judged.examined:,} drawn with seed {seed} from: {space.description}" + (f"; {ended}" if ended else "")


def _shrunk(
    space: Space[Instance],
    judged: _Judged[Instance],
    instance: Instance,
    shown: tuple[Evidence | None, Evidence],
) -> Counterexample[Instance]:
    """Steps to smaller counterexamples until no candidate is one.

    Raises: ValueError if the space calls an instance smaller that is not.
    """
    found_as, tried = instance, set[Hashable]()
    while True:
        size = space.size(instance)
        for candidate in space.smaller(instance):
            if judged.is_over:
                return Counterexample(instance, size, *shown, found_as, "the budget was over before it was shrunk")
            if not space.size(candidate) < size:
                raise ValueError(f"the space says that {candidate} is smaller than {instance}; by its sizes it is not")
            key = space.canonical(candidate)
            if key in tried:
                continue
            tried.add(key)
            if (smaller := judged.evidence(candidate, counts=False)) is not None:
                instance, shown = candidate, smaller
                break
        else:
            minimal = f"no smaller neighbour is one, by {space.order}: {len(tried):,} were tried on the way"
            return Counterexample(instance, size, *shown, found_as, minimal)


# ------------------------------------------------------------------------------------------- with a strategy


def _of_drawn(
    space: Drawn[Instance], judged: _Judged[Instance], seed: int, budget: float
) -> tuple[list[Counterexample[Instance]], str]:
    seen = drawn_counterexample(space.strategy, judged.evidence, lambda: judged.is_over, seed)
    ended = f"; the budget of {budget:g} s ended it" if seen.cut_short else ""
    covered = f"{judged.examined:,} drawn with seed {seed} from: {space.description}{ended}"
    if seen.last is None:
        return [], covered
    minimal = (
        "shrunk by Hypothesis until the budget was over"
        if seen.cut_short
        else "shrunk by Hypothesis: fewer choices first, then smaller ones"
    )
    first, last, shown = cast(Instance, seen.first), seen.last, seen.shown
    assert shown is not None
    return [Counterexample(last, (), *shown, first, minimal)], covered
