"""What a hunt needs to know of the instances that it goes through."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, Protocol, TypeVar

Instance = TypeVar("Instance", bound=Hashable)


class Space(Protocol[Instance]):
    """A set of instances with an order, its symmetries, and steps to smaller ones.

    ``description`` says in words what is searched, ``order`` what "smaller" means, and ``exhaustive`` whether
    ``instances`` goes through everything that the description says, up to symmetry.
    """

    @property
    def description(self) -> str: ...

    @property
    def order(self) -> str: ...

    @property
    def exhaustive(self) -> bool: ...

    def instances(self, seed: int) -> Iterator[Instance]:
        """Where exhaustive, in ascending order of size; where they are drawn, the same ones for the same seed."""

    def size(self, instance: Instance) -> tuple[Any, ...]:
        """Of two instances the one with the smaller tuple is smaller."""

    def smaller(self, instance: Instance) -> Iterator[Instance]:
        """Instances of smaller size that a counterexample may shrink to, the most promising first."""

    def canonical(self, instance: Instance) -> Hashable:
        """Equal for instances that a symmetry of the problem takes to each other."""
