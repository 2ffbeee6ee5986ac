"""Spaces whose instances are listed, or drawn by a strategy of Hypothesis."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic

from algebra_tnn.hunting.spaces.space import Instance

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def _itself(instance: Hashable) -> Hashable:
    return instance


@dataclass(frozen=True)
class Listed(Generic[Instance]):
    """Instances that are all at hand, in ascending order of their ``measure``; ``symmetry`` maps those that a symmetry
    takes to each other to the same.

    >>> space = Listed("pairs up to 2", [(2, 1), (1, 1), (1, 2)], measure=lambda pair: pair, symmetry=frozenset)
    >>> list(space.instances(seed=0))
    [(1, 1), (1, 2), (2, 1)]
    """

    description: str
    items: Iterable[Instance]
    measure: Callable[[Instance], tuple[Any, ...]]
    symmetry: Callable[[Instance], Hashable] = _itself
    order: str = "the measure that was given"
    exhaustive: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", tuple(sorted(self.items, key=self.measure)))

    def instances(self, seed: int) -> Iterator[Instance]:
        return iter(self.items)

    def size(self, instance: Instance) -> tuple[Any, ...]:
        return self.measure(instance)

    def smaller(self, instance: Instance) -> Iterator[Instance]:
        bound = self.measure(instance)
        return (other for other in self.items if self.measure(other) < bound)

    def canonical(self, instance: Instance) -> Hashable:
        return self.symmetry(instance)


@dataclass(frozen=True)
class Drawn(Generic[Instance]):
    """Instances that a strategy of Hypothesis draws, and that Hypothesis shrinks in its own order: fewer choices first,
    then smaller ones. It needs ``pip install 'algebra-tnn[hunting]'``.
    """

    strategy: SearchStrategy[Instance]
    description: str
