"""Claims about all values of the inputs and the parameters of a law at once: identities and inequalities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from algebra_tnn.exact import Field, Q
from algebra_tnn.laws import Law


@dataclass(frozen=True, slots=True)
class Vanishes:
    """Every entry of the output is zero wherever, over the field or an extension of it, all entries of the values
    named in ``zero`` are zero; with no name, the output is the polynomial zero.

    Inputs and parameters are variables alike, and names are those of inputs, of parameters or under ``let``. A
    variable may stand for the value of a function that is no polynomial, which a named value defines: t1 − (1 − t²)
    where t1 stands for tanh′. ``sources`` are the citation keys of why these hold: the verdict trusts them. A
    hypothesis of the statement itself, such as ⟨x, x⟩ − 1, has none.

    Raises: ValueError if a name is none of the law, or is given twice.
    """

    law: Law
    zero: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    field: Field = Q

    def __post_init__(self) -> None:
        object.__setattr__(self, "zero", distinct_names(self.law, self.zero, "zero"))
        object.__setattr__(self, "sources", distinct_keys(self.sources))


@dataclass(frozen=True, slots=True)
class Nonnegative:
    """The output, one number, is ≥ 0 at all real values of inputs and parameters where all entries of the values named
    in ``positive`` are > 0 and all entries of those in ``zero`` are 0.

    By continuity it then is ≥ 0 wherever such points have a limit. Names and ``sources`` are as in ``Vanishes``.

    Raises: ValueError if the output is no scalar, or if a name is none of the law, or is given twice.
    """

    law: Law
    positive: tuple[str, ...] = ()
    zero: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    field: Field = Q

    def __post_init__(self) -> None:
        if self.law.shape:
            raise ValueError(
                f"the output of the law has the shape {self.law.shape}; an inequality is about one number, so take an "
                "entry first"
            )
        object.__setattr__(self, "positive", distinct_names(self.law, self.positive, "positive"))
        object.__setattr__(self, "zero", distinct_names(self.law, self.zero, "zero"))
        object.__setattr__(self, "sources", distinct_keys(self.sources))


def distinct_names(law: Law, names: Sequence[str], place: str) -> tuple[str, ...]:
    """The names, each one of the law, and once. Raises: ValueError."""
    known = (*law.input_names, *law.parameter_names, *(name for name, _ in law.let))
    for name in names:
        if name not in known:
            listed = ", ".join(known) or "none"
            raise ValueError(f"{place} has {name!r}, which is no name of the law; its names are {listed}")
    if len(set(names)) < len(names):
        raise ValueError(f"{place} is {', '.join(names)}, which has a name twice; name each value once")
    return tuple(names)


def distinct_keys(sources: Sequence[str]) -> tuple[str, ...]:
    """The citation keys, each once. Raises: ValueError."""
    for key in sources:
        if not isinstance(key, str) or not key.isidentifier() or not key.isascii():
            raise ValueError(f"sources has {key!r}; a source is a citation key of letters and digits, such as 'DLMF'")
    if isinstance(sources, str) or len(set(sources)) < len(sources):
        raise ValueError(f"sources is {sources!r}; it is a tuple of citation keys, each once")
    return tuple(sources)
