"""Tensors that write down what is done to them: a Python function of them becomes a law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, NoReturn

from algebra_tnn.exact.scalars import exact_number
from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name, inlined
from algebra_tnn.laws.operations import LETTERS, Apply, Difference, Einsum, Operation, Sum, Take
from algebra_tnn.laws.programs import Steps

DEEPEST = 40  # operations inside one another before an intermediate value is given a name


class Traced:
    """A tensor whose entries are polynomials that are not known yet; what is computed with it is recorded."""

    __slots__ = ("position", "steps")
    __hash__ = None  # type: ignore[assignment]  # == raises, so there is nothing that a hash could agree with

    def __init__(self, steps: Steps, position: int) -> None:
        self.steps, self.position = steps, position

    @property
    def shape(self) -> Shape:
        return self.steps.written[self.position].shape

    @property
    def ndim(self) -> int:
        return len(self.shape)

    def __add__(self, other: Any) -> Traced:
        return self._plus(other) if _is_number(other) else _recorded(self.steps, Sum(), self, other)

    def __radd__(self, other: Any) -> Traced:
        return self._plus(other) if _is_number(other) else _recorded(self.steps, Sum(), other, self)

    def __sub__(self, other: Any) -> Traced:
        if _is_number(other):
            return self._plus(-exact_number(other))
        return _recorded(self.steps, Difference(), self, other)

    def __rsub__(self, other: Any) -> Traced:
        if _is_number(other):
            return apply([other, -1], self)
        return _recorded(self.steps, Difference(), other, self)

    def __neg__(self) -> Traced:
        return apply([0, -1], self)

    def __pos__(self) -> Traced:
        return self

    def __mul__(self, other: Any) -> Traced:
        """Entry by entry; a number, or a tensor of shape (), multiplies every entry."""
        return apply([0, other], self) if _is_number(other) else _multiplied(self, tensor_of(self.steps, other))

    def __rmul__(self, other: Any) -> Traced:
        return apply([0, other], self) if _is_number(other) else _multiplied(tensor_of(self.steps, other), self)

    def __truediv__(self, other: Any) -> Traced:
        if not _is_number(other):
            raise TypeError("forward divides by a tensor; a law is polynomial, so only numbers divide")
        return apply([0, Fraction(1) / exact_number(other)], self)

    def __pow__(self, exponent: Any) -> Traced:
        if isinstance(exponent, bool) or not hasattr(exponent, "__index__") or isinstance(exponent, Traced):
            raise TypeError(
                f"forward raises a tensor to the power {exponent!r}; exponents are the integers 0, 1, 2, ..."
            )
        if exponent < 0:
            raise ValueError(
                f"forward raises a tensor to the power {exponent}; exponents are the integers 0, 1, 2, ..."
            )
        return apply([0] * int(exponent) + [1], self)

    def __matmul__(self, other: Any) -> Traced:
        return _product(self, tensor_of(self.steps, other))

    def __rmatmul__(self, other: Any) -> Traced:
        return _product(tensor_of(self.steps, other), self)

    def __getitem__(self, index: Any) -> Traced:
        """self[t] along the first axis, for an integer or nested lists of integers; −1 is the last index."""
        if not self.shape:
            raise TypeError("forward takes an entry of a single number; only a tensor with an axis has indices")
        if isinstance(index, (tuple, slice, str)) or index is None or index is Ellipsis:
            raise TypeError(
                f"forward uses the index {index!r}; a traced tensor is indexed along its first axis by an integer or "
                "nested lists of integers, and einsum reaches the others"
            )
        array, n = Array.of_indices(index), self.shape[0]
        for i in array.entries:
            if not -n <= i < n:
                raise IndexError(f"forward uses the index {i} of an axis with the indices 0 to {n - 1}")
        indices = Array(array.shape, tuple(int(i) % n for i in array.entries))
        return _recorded(self.steps, Take(indices), self)

    def __len__(self) -> int:
        if not self.shape:
            raise TypeError("forward asks for the length of a single number; only a tensor with an axis has one")
        return self.shape[0]

    def __iter__(self) -> Iterator[Traced]:
        return (self[i] for i in range(len(self)))

    @property
    def T(self) -> Traced:
        """The tensor with its axes in reverse order."""
        letters = LETTERS[: self.ndim]
        return einsum(f"{letters}->{letters[::-1]}", self)

    def sum(self, axis: int | None = None) -> Traced:
        """The sum of all entries, or the sums along one axis."""
        letters = LETTERS[: self.ndim]
        if axis is None:
            return einsum(f"{letters}->", self)
        if not 0 <= axis < self.ndim:
            raise ValueError(f"forward sums along axis {axis} of a tensor with {self.ndim} axes, which count from 0")
        return einsum(f"{letters}->{letters[:axis]}{letters[axis + 1 :]}", self)

    def _plus(self, number: Any) -> Traced:
        return apply([number, 1], self)

    def _undecided(self, *_: Any) -> NoReturn:
        raise TypeError(
            "forward asks for the value of a traced tensor (a comparison, a branch, or float()); "
            "a law is one polynomial expression for all values"
        )

    __bool__ = __float__ = __int__ = __index__ = __complex__ = __abs__ = _undecided
    __lt__ = __le__ = __gt__ = __ge__ = _undecided
    __eq__ = __ne__ = _undecided

    def __array__(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError(
            "forward makes a numpy array of a traced tensor; join tensors by an einsum with constants, and read "
            "windows by x[[[0, 1], [1, 2]]]"
        )

    def __array_ufunc__(self, ufunc: Any, method: str, *operands: Any, **_: Any) -> Traced:
        """numpy hands over here where an array stands on the left of + − * @."""
        ours: dict[str, Callable[[Any, Any], Traced]] = {
            "add": lambda x, y: y.__radd__(x),
            "subtract": lambda x, y: y.__rsub__(x),
            "multiply": lambda x, y: y.__rmul__(x),
            "matmul": lambda x, y: y.__rmatmul__(x),
        }
        if method == "__call__" and ufunc.__name__ in ours and isinstance(operands[-1], Traced):
            return ours[ufunc.__name__](*operands)
        self._foreign(ufunc.__name__)

    def __array_function__(self, function: Any, *_: Any) -> NoReturn:
        self._foreign(function.__name__)

    def _foreign(self, name: str) -> NoReturn:
        raise TypeError(
            f"forward calls numpy's {name} on a traced tensor; a law is polynomial, made with + - * @ **, indices, "
            "and einsum, apply and constant of algebra_tnn.laws"
        )


def einsum(subscripts: str, *tensors: Any) -> Traced:
    """The einsum of tensors while a law is traced: letters a to z, an explicit arrow, one range per letter.

    >>> from algebra_tnn.laws import Law
    >>> Law.trace(lambda A, v: einsum("ii,i->", A, v), {}, {"A": (3, 3), "v": (3,)}).to_json()["output"]
    ['einsum', 'ii,i->', 'A', 'v']
    """
    return _recorded(_steps(tensors, "einsum"), Einsum(subscripts), *tensors)


def apply(coefficients: Sequence[Any], tensor: Any) -> Traced:
    """The polynomial c0 + c1 t + … + cd t^d of every entry while a law is traced; coefficients from c0 on."""
    numbers = tuple(exact_number(c, f"the coefficient c{i}") for i, c in enumerate(coefficients))
    return _recorded(_steps([tensor], "apply"), Apply(numbers), tensor)


def named(name: str, tensor: Traced) -> Traced:
    """The tensor, which the law that is traced defines under this name: where it can be cut, what a formula shows, and
    how a claim refers to a value that the output need not use.

    >>> from algebra_tnn.laws import Law
    >>> law = Law.trace(lambda x, W, V: V @ named("z", W @ x)**2, {"x": (3,)}, {"W": (2, 3), "V": (1, 2)})
    >>> law.to_json()["let"]
    [['z', ['einsum', 'ij,j->i', 'W', 'x']]]
    """
    _steps([tensor], "named").labels.setdefault(tensor.position, name)
    return tensor


def traced(
    forward: Callable[..., Any], inputs: Sequence[tuple[str, Shape]], parameters: Sequence[tuple[str, Shape]]
) -> tuple[tuple[tuple[str, Expression], ...], Expression]:
    """The definitions and the output of the function's law; what is used twice is defined once.

    Raises: TypeError, ValueError, IndexError where the function leaves the language of laws.
    """
    steps = Steps()
    result = forward(**named_tensors(steps, (*inputs, *parameters)))
    if not isinstance(result, (Traced, int, Fraction, list, tuple)) or _has_traced_parts(result):
        raise TypeError(
            f"forward returns {_described(result)}; it returns one traced tensor (einsums with constants join several)"
        )
    taken = {name for name, _ in (*inputs, *parameters)}
    return written(steps, tensor_of(steps, result).position, taken, steps.labels)


def traced_expression(forward: Callable[..., Any], declared: Sequence[tuple[str, Shape]]) -> Expression:
    """The expression, in the declared names alone, of what the function makes of the tensors of these names.

    Raises: TypeError, ValueError, IndexError where the function leaves the language of laws.
    """
    steps = Steps()
    result = forward(**named_tensors(steps, declared))
    definitions, expression = written(steps, tensor_of(steps, result).position, {name for name, _ in declared})
    return inlined(expression, dict(definitions))


def named_tensors(steps: Steps, declared: Sequence[tuple[str, Shape]]) -> dict[str, Traced]:
    return {name: Traced(steps, steps.named(name, shape)) for name, shape in declared}


def written(
    steps: Steps, output: int, taken: set[str], kept: Iterable[int] = ()
) -> tuple[tuple[tuple[str, Expression], ...], Expression]:
    """Expressions for the steps that lead to the output, the shared and the deeply nested ones under new names.

    What leads to the steps that are to be kept is written, too.
    """
    used = {output, *kept}
    uses: Counter[int] = Counter()
    for i in range(max(used), -1, -1):
        if i in used:
            used.update(steps.written[i].operands)
            uses.update(steps.written[i].operands)
    taken = taken | set(steps.labels.values())
    names = (name for n in range(len(steps.written) + len(taken)) if (name := f"t{n}") not in taken)
    expressions: dict[int, Expression] = {}
    depths: dict[int, int] = {}
    definitions: list[tuple[str, Expression]] = []
    for i in sorted(used):
        step = steps.written[i]
        depths[i] = 1 + max((depths[j] for j in step.operands), default=-1)
        if isinstance(step.content, (Name, Constant)):
            expressions[i] = step.content
        else:
            expressions[i] = Applied(step.content, tuple(expressions[j] for j in step.operands))
        short = not step.operands and (isinstance(step.content, Name) or step.shape == ())
        if i != output and not short and (uses[i] > 1 or depths[i] == DEEPEST or i in steps.labels):
            definitions.append((steps.labels.get(i) or next(names), expressions[i]))
            expressions[i], depths[i] = Name(definitions[-1][0]), 0
    return tuple(definitions), expressions[output]


def _is_number(value: Any) -> bool:
    return not isinstance(value, (Traced, list, tuple)) and not getattr(value, "shape", ())


def tensor_of(steps: Steps, value: Any) -> Traced:
    """The traced tensor itself, or nested lists and arrays as a constant."""
    if not isinstance(value, Traced):
        return Traced(steps, steps.constant(Constant(Array.of(value, "the constant in forward"))))
    if value.steps is not steps:
        raise ValueError("forward uses a tensor that was traced for another law; each law is traced by itself")
    return value


def _recorded(steps: Steps, operation: Operation, *operands: Any) -> Traced:
    return Traced(steps, steps.applied(operation, [tensor_of(steps, operand).position for operand in operands]))


def _steps(tensors: Sequence[Any], name: str) -> Steps:
    for tensor in tensors:
        if isinstance(tensor, Traced):
            return tensor.steps
    raise TypeError(f"{name} has no traced tensor among its operands; it is for use in a function that is traced")


def _multiplied(left: Traced, right: Traced) -> Traced:
    if left.position == right.position:
        return left**2
    letters, others = LETTERS[: left.ndim], LETTERS[: right.ndim]
    if left.shape != right.shape and left.shape and right.shape:
        raise ValueError(
            f"forward multiplies tensors of the shapes {list(left.shape)} and {list(right.shape)} entry by entry; "
            "shapes are equal, or one tensor is a single number"
        )
    return einsum(f"{letters},{others}->{letters or others}", left, right)


def _product(left: Traced, right: Traced) -> Traced:
    subscripts = {(1, 1): "i,i->", (2, 1): "ij,j->i", (1, 2): "i,ij->j", (2, 2): "ij,jk->ik"}
    if (left.ndim, right.ndim) not in subscripts:
        raise ValueError(
            f"forward writes @ between tensors with {left.ndim} and {right.ndim} axes; it is for vectors and matrices, "
            "einsum is for all others"
        )
    return einsum(subscripts[left.ndim, right.ndim], left, right)


def _has_traced_parts(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and any(isinstance(x, Traced) or _has_traced_parts(x) for x in value)


def _described(value: Any) -> str:
    return "a list of traced tensors" if _has_traced_parts(value) else f"a value of type {type(value).__name__}"
