"""Run as a script with SYMPY_GROUND_TYPES=python: reads questions as JSON, answers with SymPy without FLINT.

With python-flint installed SymPy would compute with FLINT itself, and agree with the package for no good reason.
"""

import json
import sys
from itertools import combinations

from sympy import Matrix, Rational
from sympy.external.gmpy import GROUND_TYPES


def answer(question: dict) -> dict:
    A = Matrix([[Rational(str(x)) for x in row] for row in question["matrix"]])
    width = A.shape[1]
    k_rank = width
    for k in range(1, width + 1):
        if any(A.extract(list(range(A.shape[0])), list(chosen)).rank() < k for chosen in combinations(range(width), k)):
            k_rank = k - 1
            break
    rows, columns = question["rows"], question["columns"]
    determinant = A.extract(rows, columns).det() if rows else 1
    inside = [
        bool(A * Matrix([Rational(str(x)) for x in v]) == Matrix.zeros(A.shape[0], 1)) for v in question["kernel"]
    ]
    return {
        "rank": A.rank(),
        "k-rank": k_rank,
        "determinant": str(determinant),
        "nullity": len(A.nullspace()),
        "kernel": inside,
    }


if __name__ == "__main__":
    questions = json.load(sys.stdin)
    json.dump({"ground types": GROUND_TYPES, "answers": [answer(question) for question in questions]}, sys.stdout)
