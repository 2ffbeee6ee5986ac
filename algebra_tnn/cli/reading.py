"""Input files: what they hold, as exact numbers. Whatever is wrong with one becomes a sentence that names the place."""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.file_kinds import FACTORS, LAW, MATRIX, TENSOR, refuse_other_kinds
from algebra_tnn.cli.printing import brief

if TYPE_CHECKING:
    from algebra_tnn.exact import Field, Matrix
    from algebra_tnn.laws import Law
    from algebra_tnn.tensors import CP, Tensor
    from algebra_tnn.tensors.curves import Curve

T = TypeVar("T")
LIMIT_DIGITS = 100_000  # of an integer; reading takes time quadratic in it
KINDS = ("factors", "tensor", "matrix")
_RATIONAL = re.compile(r"[+-]?[0-9]+(\s*/\s*[0-9]+)?", re.ASCII)
_FACTOR = re.compile(r"factor([0-9]+)", re.ASCII)
_EXAMPLES = {
    "factors": '{"factors": [[[1, 0], [0, 1]], ...]}, each factor a matrix with one column per term',
    "tensor": '{"tensor": [[[1, 0], [0, 1]], ...]}',
    "matrix": '{"matrix": [[1, 0, 1], [0, 1, 1]]}',
    "law": "a law as algebra-tnn law prints it",
}


class FloatText(str):
    """A float as it is written in the file. Only its text shows whether it was one: 1.0 and 1e3 are floats, too."""

    def __repr__(self) -> str:
        return str(self)


@dataclass(frozen=True, slots=True)
class Given:
    """What a file holds: nested lists of integers, rationals and strings, of the kind factors, tensor or matrix.

    Or the JSON object of a law.
    """

    name: str  # of the file, for sentences
    kind: str
    nested: Any
    field: Field
    rounded: int | None  # the largest denominator, if floats were rounded

    def decomposition(self) -> CP:
        from algebra_tnn.tensors import CP

        if not isinstance(self.nested, list):
            _refuse(self.name, f"factors is {_short(self.nested)}; it is a list of matrices, one per mode")
        if len(self.nested) < 2:
            count = "is 1 factor" if self.nested else "are 0 factors"
            _refuse(self.name, f"there {count}; a decomposition has at least two, one per mode")
        found = self._exact(lambda: CP.from_factors(*self.nested))
        for i, factor in enumerate(found.factors):
            self._in_field(factor, f"factors[{i}]")
        return found

    def matrix(self) -> Matrix:
        from algebra_tnn.exact import exact_matrix

        if (symbol := _symbol(self.nested)) is not None:
            i, j, text = symbol
            _refuse(
                self.name,
                f'matrix[{i}][{j}] is {text!r}; entries are integers or rationals written "3/7", and a matrix with '
                "parameters as entries is the output of a law without inputs",
            )
        found = self._exact(lambda: exact_matrix(self.nested, "matrix"))
        self._in_field(found, "matrix")
        return found

    def law(self) -> Law:
        from algebra_tnn.laws import Law

        return self._exact(lambda: Law.from_json(self.nested))

    def tensor(self) -> Tensor | CP:
        from algebra_tnn.tensors import Tensor

        if self.kind == "factors":
            return self.decomposition()
        if self.kind == "matrix":
            found = Tensor.from_nested([list(row) for row in self.matrix()])
        else:
            found = self._exact(lambda: Tensor.from_nested(self.nested, "tensor"))
            self._in_field((found.entries,), "tensor, entries in row-major order")
        return found

    def _exact(self, build: Callable[[], T]) -> T:
        try:
            return build()
        except (TypeError, ValueError) as error:
            _refuse(self.name, str(error))

    def _in_field(self, matrix: Matrix, place: str) -> None:
        p = self.field.characteristic
        for i, row in enumerate(matrix):
            for j, x in enumerate(row):
                if p and x.denominator % p == 0:
                    _refuse(
                        self.name,
                        f"{place}[{i}][{j}] is {brief(x)}, whose denominator is divisible by {p}; it is no element "
                        f"of {self.field}",
                    )


def given(path: str, wanted: tuple[str, ...], field: str | None, rationalize: int | None) -> Given:
    """What the file holds. Raises: BadInput, also if that is of no wanted kind.

    Args: wanted: the kinds that the command accepts; field: from the command line, else the file's, else Q;
    rationalize: the largest denominator of the rationals that floats are rounded to; None refuses floats.
    """
    name = "standard input" if path == "-" else path
    kind, nested, own_field = _contents(path, name, wanted)
    if kind not in wanted:
        choice = " or ".join(_EXAMPLES[kind] for kind in wanted)
        _refuse(name, f"it holds {'a ' * (kind != 'factors')}{kind}, but this command wants {choice}")
    if kind == "law" and rationalize is not None:
        _refuse(name, "it holds a law, which has no floats to round; leave --rationalize away")
    exact, rounded = (nested, None) if kind == "law" else without_floats(nested, name, kind, rationalize)
    return Given(name, kind, exact, field_named(name, own_field if field is None else field), rounded)


def field_named(name: str, value: Any) -> Field:
    from algebra_tnn.exact import Field

    if not isinstance(value, str):
        _refuse(name, f'the field is {_short(value)}; it is a string, one of "Q", "R", "C" or "GF(p)"')
    try:
        return Field.named(value)
    except ValueError as error:
        raise BadInput(str(error)) from None


def _contents(path: str, name: str, wanted: tuple[str, ...]) -> tuple[str, Any, Any]:
    """Kind, nested lists and field; the field is Q if the file names none."""
    suffix = "" if path == "-" else PurePath(path).suffix.lower()
    if suffix in (".npy", ".npz"):
        return *_arrays(path, name, wanted), "Q"
    text = text_in(path, name)
    if not text.strip():
        _refuse(name, f"it is empty; it should hold {' or '.join(_EXAMPLES[kind] for kind in wanted)}")
    if suffix == ".csv":
        return "matrix", _csv(text), "Q"
    return _json(text, name, wanted)


def text_in(path: str, name: str, expected: str = "input is JSON, .csv, or .npy or .npz by the file's name") -> str:
    """The text of a file, or of standard input; ``name`` is what messages call it. Raises: BadInput."""
    try:
        if path == "-":
            content = b"" if sys.stdin is None else sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                content = file.read()
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(name, f"it is no text in UTF-8; {expected}")
    except OSError as error:
        raise BadInput(f"cannot read {name}: {error.strerror}") from None
    except ValueError as error:  # a name with a null byte
        raise BadInput(f"cannot read {name!r}: {error}") from None


# ------------------------------------------------------------------------------------------------------- JSON


def curve_given(path: str, rationalize: int | None) -> tuple[str, Curve]:
    """The name of a file, for sentences, and the curve of sums of rank-one tensors that it holds."""
    from algebra_tnn.tensors.curves import Curve

    expected = 'a curve such as {"factors": [[[1, 1], [[0, 1], 0]], ...], "order": 1}, where [0, 1] stands for 0 + 1·e'
    name, value = json_object(path, expected)
    if set(value) != {"factors", "order"}:
        keys = ", ".join(map(_short, value)) or "none"
        _refuse(name, f"its keys are {keys}; they are factors and order in {expected}")
    factors, _ = without_floats(value["factors"], name, "factors", rationalize)
    try:
        return name, Curve.from_nested(factors, value["order"])
    except (TypeError, ValueError) as error:
        _refuse(name, str(error))


def json_object(path: str, expected: str) -> tuple[str, dict[str, Any]]:
    """The name of the file, for sentences, and the object that it holds; floats are kept as their text."""
    name, value = json_value(path, expected)
    return name, _as_object(value, name, expected)


def json_value(path: str, expected: str) -> tuple[str, Any]:
    """The name of the file, for sentences, and what it holds; floats are kept as their text."""
    name = "standard input" if path == "-" else path
    text = text_in(path, name)
    if not text.strip():
        _refuse(name, f"it is empty; it should hold {expected}")
    return name, _value(text, name)


def _object(text: str, name: str, expected: str) -> dict[str, Any]:
    return _as_object(_value(text, name), name, expected)


def _as_object(value: Any, name: str, expected: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        _refuse(name, f"it holds {_short(value)}; {expected} is wanted")
    return value


def _value(text: str, name: str) -> Any:
    def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        for key in keys:
            if keys.count(key) > 1:
                _refuse(name, f"the key {key!r} occurs twice in an object; give it once")
        return dict(pairs)

    def integer(digits: str) -> int:
        if len(digits) > LIMIT_DIGITS:
            _refuse(name, f"an integer has {len(digits)} digits; at most {LIMIT_DIGITS} are read")
        return int(digits)

    try:
        return json.loads(
            text, object_pairs_hook=distinct, parse_int=integer, parse_float=FloatText, parse_constant=FloatText
        )
    except json.JSONDecodeError as error:
        _refuse(name, f"it is not JSON: {error.msg} at line {error.lineno}, column {error.colno}")
    except RecursionError:
        _refuse(name, "its lists are nested too deeply; a tensor has one level of lists per mode")


def _json(text: str, name: str, wanted: tuple[str, ...]) -> tuple[str, Any, Any]:
    expected = f"an object such as {_EXAMPLES[wanted[0]]}"
    value = _object(text, name, expected)
    if value and all(key in LAW.keys for key in value):
        return "law", value, "Q"
    refuse_other_kinds(name, value, (FACTORS, TENSOR, MATRIX), " or ".join(_EXAMPLES[kind] for kind in wanted))
    if unknown := [key for key in value if key not in (*KINDS, "field")]:
        _refuse(name, f"the key {_short(unknown[0])} is unknown; the keys are {', '.join(KINDS)} and field")
    kinds = [key for key in value if key in KINDS]
    if len(kinds) != 1:
        _refuse(name, f"it has {' and '.join(kinds) or 'none of the keys ' + ', '.join(KINDS)}; {expected} is wanted")
    return kinds[0], value[kinds[0]], value.get("field", "Q")


# --------------------------------------------------------------------------------------------- CSV and arrays


def _csv(text: str) -> list[list[str]]:
    return [[_cell(cell.strip()) for cell in line.split(",")] for line in text.splitlines() if line.strip()]


def _cell(text: str) -> str:
    if _RATIONAL.fullmatch(text):
        return text
    try:
        float(text)
    except ValueError:
        return text  # refused with its place, as every string that is no rational number
    return FloatText(text)


def arrays(path: str, name: str) -> dict[str, Any]:
    """The arrays of integers or floats in a numpy file, by their names, in their order."""
    import zipfile
    import zlib

    import numpy

    #  zipfile raises this last one for a compression that it does not know
    unreadable = (ValueError, EOFError, KeyError, MemoryError, zipfile.BadZipFile, zlib.error, NotImplementedError)
    try:
        with open(path, "rb") as file:
            loaded = numpy.load(file, allow_pickle=False)  # to unpickle an array of objects may run code of the file
            if isinstance(loaded, numpy.ndarray):
                found = {"array": loaded}
            else:
                found = {key: loaded[key] for key in loaded.files}
    except OSError as error:
        raise BadInput(f"cannot read {name}: {error.strerror or error}") from None
    except unreadable as error:
        _refuse(name, f"it is no array file of integers ({error}); arrays of objects are never unpickled")
    for key, array in found.items():
        if not isinstance(array, numpy.ndarray) or array.dtype.kind not in "iuf":
            kind = getattr(array, "dtype", "no array")
            _refuse(name, f"{key} has entries of type {kind}; arrays hold integers (rationals go into JSON)")
    return found


def _arrays(path: str, name: str, wanted: tuple[str, ...]) -> tuple[str, Any]:
    """A single array is a matrix or a tensor, as the command wants; several are factors."""
    found = arrays(path, name)
    if len(found) == 1 and not (factors := factor_order(list(found), name)):
        kind = next((kind for kind in wanted if kind != "factors"), None)
        if kind is None:
            _refuse(name, "it holds one array, but this command wants factors: an .npz with factor0, factor1, ...")
        return kind, next(iter(found.values())).tolist()
    factors = factor_order(list(found), name) or list(found)
    return "factors", [found[key].tolist() for key in factors]


def factor_order(keys: list[str], name: str) -> list[str]:
    """The keys factor0, factor1, … in order, or [] if none has this form."""
    numbers = {key: int(match[1]) for key in keys if (match := _FACTOR.fullmatch(key))}
    if not numbers:
        return []
    if sorted(numbers.values()) != list(range(len(keys))):
        _refuse(name, f"its arrays are {', '.join(keys)}; factors are named factor0, factor1, ... without a gap")
    return sorted(keys, key=numbers.__getitem__)


# ----------------------------------------------------------------------------------------------------- floats


def without_floats(nested: Any, name: str, kind: str, rationalize: int | None) -> tuple[Any, int | None]:
    """The nested lists without floats, and the largest denominator if there were some to round."""
    floats = 0

    def plain(value: Any, path: tuple[int, ...]) -> Any:
        nonlocal floats
        if isinstance(value, list):
            short = set(map(type, value)) == {int}  # most lists of large files
            return value if short else [plain(part, (*path, i)) for i, part in enumerate(value)]
        if isinstance(value, str) and len(value) > LIMIT_DIGITS:
            _refuse(name, f"{place(path)} has {len(value)} characters; at most {LIMIT_DIGITS} are read")
        if not isinstance(value, (FloatText, float)):
            return value
        if not math.isfinite(float(value)):
            _refuse(name, f'{place(path)} is {value}, which is no number; write integers or rationals such as "3/7"')
        if rationalize is None:
            _refuse(
                name,
                f'{place(path)} is the float {value}; write integers or rationals such as "3/7", or let '
                "--rationalize D round floats to denominators up to D",
            )
        floats += 1
        return rational(float(value), rationalize)

    def rational(value: float, largest: int) -> Any:
        from algebra_tnn.numeric import rationalize as rationalized

        return rationalized([value], max_denominator=largest)[0]

    def place(path: tuple[int, ...]) -> str:
        return kind + "".join(f"[{i}]" for i in path)

    try:
        return plain(nested, ()), rationalize if floats else None
    except RecursionError:
        _refuse(name, "its lists are nested too deeply; a tensor has one level of lists per mode")


def _symbol(nested: Any) -> tuple[int, int, str] | None:
    """The first entry of a matrix that is a name, with its row and column."""
    for i, row in enumerate(nested if isinstance(nested, list) else ()):
        for j, x in enumerate(row if isinstance(row, list) else ()):
            if isinstance(x, str) and not isinstance(x, FloatText) and x.isidentifier():
                return i, j, x
    return None


def _refuse(name: str, sentence: str) -> NoReturn:
    raise BadInput(f"{name}: {sentence}") from None


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
