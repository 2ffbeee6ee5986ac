"""Laws that are the same function, since they differ by the names of intermediate values alone."""

from __future__ import annotations

from collections.abc import Hashable

from algebra_tnn.laws import Law
from algebra_tnn.laws.expressions import Applied, Expression, Name


def differ_by_names_alone(one: Law, two: Law) -> bool:
    """Whether the laws are one expression once names under ``let`` are replaced by what they stand for.

    False does not mean that they are different functions; True means that they are one, of the same inputs and
    parameters. *Proof.* Let the inputs and parameters have values in a commutative ring. By induction over the
    definitions, in their order, the value of a name under ``let`` is that of its definition with all such names
    replaced; so the value of the output is that of the output with all names replaced, which is the same expression
    for both laws. ∎ So what is true of the function, such as the dimension of the closure of its values, the number of
    decompositions or a separation rank, is true of both laws or of none.

    Expressions are not written out, which could take exponentially many letters: equal ones get equal numbers.

    >>> from algebra_tnn.laws.cuts import with_names
    >>> law = Law.trace(lambda x, W, V: V @ (W @ x)**2, {"x": (3,)}, {"W": (2, 3), "V": (1, 2)})
    >>> cube = Law.trace(lambda x, W, V: V @ (W @ x)**3, {"x": (3,)}, {"W": (2, 3), "V": (1, 2)})
    >>> [differ_by_names_alone(other, law) for other in (law, with_names(law), cube)]
    [True, True, False]
    """
    if dict(one.inputs) != dict(two.inputs) or dict(one.parameters) != dict(two.parameters):
        return False
    numbers: dict[Hashable, int] = {}
    return _number_of_output(one, numbers) == _number_of_output(two, numbers)


def _number_of_output(law: Law, numbers: dict[Hashable, int]) -> int:
    defined: dict[str, int] = {}

    def number(expression: Expression) -> int:
        match expression:
            case Name(name) if name in defined:
                return defined[name]
            case Applied(operation, operands):
                key: Hashable = (operation, tuple(map(number, operands)))
            case _:
                key = expression
        return numbers.setdefault(key, len(numbers))

    for name, expression in law.let:
        defined[name] = number(expression)
    return number(law.output)
