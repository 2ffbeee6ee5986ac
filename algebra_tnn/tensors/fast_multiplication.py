"""Decompositions of matrix multiplication with few terms, written as in the papers that they are from."""

from __future__ import annotations

import re
from typing import TypeAlias

from algebra_tnn.tensors.cp import CP
from algebra_tnn.tensors.matrix_multiplication import sparse_matmul

Series: TypeAlias = list[int]  # the constant, and the coefficient of e

_SUMMAND = re.compile(r"([+-]?)\s*(\d*)(e?)([abc])(\d)(\d)")

#  Indices count from 0, unlike in the papers. A line is a product, and where it goes.
_STRASSEN = """
(a00 + a11)(b00 + b11)  c00 + c11
(a10 + a11)(b00)        c10 - c11
(a00)(b01 - b11)        c01 + c11
(a11)(b10 - b00)        c00 + c10
(a00 + a01)(b11)        c01 - c00
(a10 - a00)(b00 + b01)  c11
(a01 - a11)(b10 + b11)  c00
"""
_LADERMAN = """
(a00 + a01 + a02 - a10 - a11 - a21 - a22)(b11)                c01
(a00 - a10)(b11 - b01)                                        c10 + c11
(a11)(b01 + b10 + b22 - b00 - b11 - b12 - b20)                c10
(a10 + a11 - a00)(b00 - b01 + b11)                            c01 + c10 + c11
(a10 + a11)(b01 - b00)                                        c01 + c11
(a00)(b00)                                                    c00 + c01 + c02 + c10 + c11 + c20 + c22
(a20 + a21 - a00)(b00 - b02 + b12)                            c02 + c20 + c22
(a20 - a00)(b02 - b12)                                        c20 + c22
(a20 + a21)(b02 - b00)                                        c02 + c22
(a00 + a01 + a02 - a11 - a12 - a20 - a21)(b12)                c02
(a21)(b02 + b10 + b21 - b00 - b11 - b12 - b20)                c20
(a21 + a22 - a02)(b11 + b20 - b21)                            c01 + c20 + c21
(a02 - a22)(b11 - b21)                                        c20 + c21
(a02)(b20)                                                    c00 + c01 + c02 + c10 + c12 + c20 + c21
(a21 + a22)(b21 - b20)                                        c01 + c21
(a11 + a12 - a02)(b12 + b20 - b22)                            c02 + c10 + c12
(a02 - a12)(b12 - b22)                                        c10 + c12
(a11 + a12)(b22 - b20)                                        c02 + c12
(a01)(b10)                                                    c00
(a12)(b21)                                                    c11
(a10)(b02)                                                    c12
(a20)(b01)                                                    c21
(a22)(b22)                                                    c22
"""


_COLUMN = """
(a00)(b02)  c02
(a01)(b12)  c02
(a10)(b02)  c12
(a11)(b12)  c12
"""
_FIFTEEN = """
(a01 - a12)(b11 - b12 + b21)                 - c02 - c11 - c12
(a02 - a12)(b10 + b20 - b22)                 - c02
(a01 - a11)(b12)                             - c11 - c12
(a00 - a10 - a11 + a12)(b01 - b10)           c00 + c01 + c10
(a00 - a12)(b02 + b10 + b20)                 c02 - c10
(a00)(b00 - b01 + b10 + b20)                 c00 + c10
(a01 - a02)(b10 + b21)                       - c01
(a10 - a12)(b02)                             c10 + c12
(a11 - a12)(b01 - b11 + b12)                 - c11
(a01)(b11 + b21)                             c01 + c02 + c11 + c12
(a00 - a10)(b00 - b02 - b10)                 - c10
(a00 + a01 - a02 - a10 - a11 + a12)(b10)     c00 + c01
(a00 - a02)(b10 + b20)                       - c00 - c02
(a12)(b02 - b11 + b12 - b21 + b22)           c02 + c12
(a10 + a11 - a12)(b01)                       c00 + c01 + c10 + c11
"""
#  Two times five terms: each five are e times the product of a matrix with one entry less, up to higher powers of e.
_BINI = """
(a10 + ea11)(b10 + eb00)          c10
(a00)(b01 + eb00)                 c00 + ec01
(a10)(b10)                        - c00 - c10 - ec11
(a00 + a10 + ea01)(b01)           - c00
(a10 + ea01)(b10 + b01)           c00 + ec11
(a11 + ea10)(b02 + eb12)          c12
(a01)(b11 + eb12)                 c02 + ec01
(a11)(b02)                        - c02 - c12 - ec11
(a01 + a11 + ea00)(b11)           - c02
(a11 + ea00)(b02 + b11)           c02 + ec11
"""


def standard(m: int, n: int, p: int) -> CP:
    """The m·n·p terms of the definition: the products a_ij b_jk, each added to c_ik.

    >>> standard(2, 3, 4).shape, standard(2, 3, 4).length
    ((6, 12, 8), 24)
    """
    places = list(sparse_matmul(m, n, p).entries)
    return CP(
        tuple(
            tuple(tuple(int(place[mode] == i) for place in places) for i in range(size))
            for mode, size in enumerate((m * n, n * p, m * p))
        )
    )


def strassen() -> CP:
    """Strassen's seven terms for M⟨2,2,2⟩. Reference: [Strassen1969].

    >>> strassen().length, strassen().column(2, 1)
    (7, (0, 0, 1, -1))
    """
    return multiplication(_STRASSEN, 2, 2, 2)


def eleven_terms() -> CP:
    """Eleven terms for M⟨2,2,3⟩: Strassen's, and four for the third column of the second matrix.

    That eleven are needed is a theorem [Alekseyev1985].
    """
    return multiplication(_STRASSEN + _COLUMN, 2, 2, 3)


def fifteen_terms() -> CP:
    """Fifteen terms for M⟨2,3,3⟩, as many as in [HopcroftKerr1971].

    These were found by a random walk over GF(2), exchanging pairs of terms with a common vector, and lifted to Z.
    """
    return multiplication(_FIFTEEN, 2, 3, 3)


def laderman() -> CP:
    """Laderman's 23 terms for M⟨3,3,3⟩. Reference: [Laderman1976]."""
    return multiplication(_LADERMAN, 3, 3, 3)


def bini() -> list[list[list[Series]]]:
    """Factors of ten terms whose sum is e M⟨2,2,3⟩ + O(e²), each entry a series in e. Reference: [Bini1979].

    >>> [len(factor) for factor in bini()], bini()[0][3][0]
    ([4, 6, 6], [0, 1])
    """
    return _factors(_BINI, 2, 2, 3)


def multiplication(text: str, m: int, n: int, p: int) -> CP:
    """The decomposition of M⟨m,n,p⟩ whose terms are written as lines ``(sum of a)(sum of b) sum of c``, row-major.

    >>> multiplication("(a00)(b00 - 2b01) c01", 1, 1, 2).factors
    (((1,),), ((1,), (-2,)), ((0,), (1,)))
    """
    factors = _factors(text, m, n, p)
    return CP(tuple(tuple(tuple(constant for constant, _ in row) for row in factor) for factor in factors))


def _factors(text: str, m: int, n: int, p: int) -> list[list[list[Series]]]:
    """One matrix of series for each letter, with a column per line."""
    lines = [line for line in text.splitlines() if line.strip()]
    columns = {"a": n, "b": p, "c": p}
    factors = {
        letter: [[[0, 0] for _ in lines] for _ in range(rows * columns[letter])]
        for letter, rows in (("a", m), ("b", n), ("c", m))
    }
    for r, line in enumerate(lines):
        for sign, number, power, letter, i, j in _SUMMAND.findall(line):
            factors[letter][int(i) * columns[letter] + int(j)][r][len(power)] += int(f"{sign}{number or 1}")
    return list(factors.values())
