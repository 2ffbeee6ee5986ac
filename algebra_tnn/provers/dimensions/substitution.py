"""A law that is made of forms in powers of scalable forms, of which there are more than inputs."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, prod

from algebra_tnn.laws import Law
from algebra_tnn.laws.cuts import after, before, names_in
from algebra_tnn.laws.expressions import Applied, Expression, Name
from algebra_tnn.laws.multidegrees import multidegrees, reachable_monomials
from algebra_tnn.laws.operations import Apply, Einsum
from algebra_tnn.provers.dimensions.composed import share


@dataclass(frozen=True, slots=True)
class Substitution:
    """The outputs as forms in q powers, each of a form that its own weights multiply."""

    first: Law  # the powers
    entries: int  # q
    outputs: int
    relation: int | None  # the degree of a form that vanishes at the powers
    rank: int  # at least the dimension of the space of forms, at given powers

    @property
    def excess(self) -> int:
        """By how much the dimension of the law is above that of the powers, at most; these may be scaled."""
        return self.outputs * self.rank - self.entries


def substitution_at(law: Law, name: str) -> Substitution | None:
    """The law cut at a value that is a power of W @ g, with weights W that occur there alone; None if it is none.

    Any n + 1 forms of degree e in n variables satisfy a relation of degree e^(n − 1).
    """
    first, rest = before(law, name), after(law, name)
    if share(first, rest) or rest.input_names != (name,) or not _scalable(law, name):
        return None
    inner, outer, monomials = multidegrees(first), multidegrees(rest), reachable_monomials(law)
    if inner is None or outer is None or monomials is None:
        return None
    degrees = {sum(degree) for degree in inner}, {sum(degree) for degree in outer}
    if any(len(some) != 1 or 0 in some for some in degrees):
        return None
    (e,), (d,) = degrees
    q, n = first.output_count, sum(prod(shape) for _, shape in first.inputs)
    relation = e ** (n - 1) if q > n else d + 1
    rank = comb(q + d - 1, d) - (comb(q + d - relation - 1, d - relation) if relation <= d else 0)
    return Substitution(first, q, law.output_count, relation if relation <= d else None, min(rank, monomials))


def _scalable(law: Law, name: str) -> bool:
    """Whether the value is a power, entry by entry, of W @ g where g does not use the parameter W."""
    lets = dict(law.let)
    match lets[name]:
        case Applied(Apply() as power, (Name(z),)) if z in lets and len(power.exponents) == 1:
            match lets[z]:
                case Applied(Einsum(pattern), (Name(W), g)):
                    return pattern == "ij,j->i" and W in law.parameter_names and W not in _needed(law, g)
    return False


def _needed(law: Law, expression: Expression) -> set[str]:
    """The names in an expression, and those in what they stand for."""
    names = names_in(expression)
    for name, value in reversed(law.let):
        if name in names:
            names |= names_in(value)
    return names
