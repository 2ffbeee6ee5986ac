"""Counts, lists, indices and numbers as parts of sentences.

A sentence marks its mathematics with dollars and words of the certificate format with backticks; ``markup`` sets them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, groupby
from typing import Any

_LONGEST = 40  # characters of a number
_FIELDS = {"Q": "ℚ", "R": "ℝ", "C": "ℂ"}


def field_symbol(name: str) -> str:
    """ℚ, ℝ, ℂ or GF(p), as mathematics.

    >>> field_symbol("R"), field_symbol("GF(7)")
    ('$ℝ$', '$GF(7)$')
    """
    return f"${_FIELDS.get(name, name)}$"


def counted(n: int, noun: str, plural: str = "") -> str:
    """The number with its noun in the right form.

    >>> counted(1, "term"), counted(1234, "term"), counted(2, "matrix", "matrices")
    ('1 term', '1,234 terms', '2 matrices')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def are(n: int) -> str:
    """The verb of so many things."""
    return "is" if n == 1 else "are"


def capitalized(text: str) -> str:
    """The text as a sentence begins."""
    return text[0].upper() + text[1:]


def listed(parts: Iterable[str]) -> str:
    """The parts with commas and a last "and".

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    *first, last = list(parts) or ["none"]
    return f"{', '.join(first)} and {last}" if first else last


def sizes(shape: Iterable[int]) -> str:
    """A shape as mathematics.

    >>> sizes([3, 4])
    '$3 × 4$'
    """
    return f"${' × '.join(map(str, shape))}$"


def indices(numbers: Sequence[int], most: int = 12) -> str:
    """Indices as they are listed, with runs drawn together, and how many more there are.

    >>> indices([0, 1, 2, 5]), indices([3, 1]), indices(range(0, 60, 2), most=3)
    ('0–2, 5', '3, 1', '0, 2, 4, … (27 more)')
    """
    runs = [
        [n for _, n in run] for _, run in groupby(zip(count(), numbers, strict=False), lambda pair: pair[1] - pair[0])
    ]
    shown, left = [], len(numbers)
    for run in runs[:most]:
        shown.append(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)))
        left -= len(run)
    return ", ".join([*shown, f"… ({left:,} more)"] if left else shown) or "none"


def group(modes: Sequence[object]) -> str:
    """A set of modes or names as mathematics.

    >>> group([0, 2])
    '${0, 2}$'
    """
    return f"${{{', '.join(map(str, modes))}}}$" if modes else "$∅$"


def number(value: Any) -> str:
    """A number of the format, shortened if it is very long; a list is a polynomial in t, constant first.

    >>> number(-3), number("3/7"), number([1, 0, -2]), number(10**60)
    ('−3', '3/7', '−2 t² + 1', '100000000000…000000 (61 digits)')
    """
    if isinstance(value, list):
        return polynomial(value, "t")
    text = str(value)
    if len(text) > _LONGEST and text.lstrip("-").replace("/", "").isdigit():
        text = f"{text[:12]}…{text[-6:]} ({sum(c.isdigit() for c in text):,} digits)"
    return text.replace("-", "−")


def polynomial(coefficients: Sequence[Any], variable: str) -> str:
    """A polynomial in one variable; its coefficients are given from the constant on.

    >>> polynomial(["1/2", 0, -1], "e")
    '−e² + 1/2'
    """
    return linear_combination(coefficients[::-1], [power(variable, e) for e in range(len(coefficients))][::-1])


def power(base: str, exponent: int) -> str:
    """The power as it is written; nothing for the exponent 0.

    >>> power("t", 0), power("t", 1), power("t", 12)
    ('', 't', 't¹²')
    """
    if exponent == 0:
        return ""
    return base if exponent == 1 else base + str(exponent).translate(_SUPERSCRIPTS)


_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def linear_combination(coefficients: Sequence[Any], of: Sequence[str], most: int = 12) -> str:
    """The sum of multiples of what is named, without zeros; an empty name is 1.

    >>> linear_combination([1, 0, -2, "-1/2"], ["a", "b", "c", ""])
    'a − 2 c − 1/2'
    """
    pairs = [(c, name) for c, name in zip(coefficients, of, strict=True) if c]
    written = ""
    for c, name in pairs[:most]:
        text = number(c)
        negative, size = text.startswith("−"), text.removeprefix("−")
        term = name if name and size == "1" else f"{size} {name}".rstrip()
        sign = (" − " if negative else " + ") if written else ("−" if negative else "")
        written += sign + term
    return (written or "0") + (f" + … ({len(pairs) - most:,} more)" if len(pairs) > most else "")


def up_to(value: int, bound: int) -> str:
    """A number, and that it is below the bound where it is.

    >>> up_to(5, 5), up_to(5, 7)
    ('5', '5 ≤ 7')
    """
    return f"{value} ≤ {bound}" if value < bound else str(value)


def distribution(numbers: Iterable[int], noun: str) -> str:
    """How often each number occurs.

    >>> distribution([2, 1, 2], "power")
    'power 1 (once), power 2 (2 times)'
    """
    found = list(numbers)
    every = sorted(set(found))
    parts = [f"{noun} {n} ({'once' if found.count(n) == 1 else f'{found.count(n):,} times'})" for n in every[:8]]
    return ", ".join([*parts, "…"] if len(every) > 8 else parts) or "none"
