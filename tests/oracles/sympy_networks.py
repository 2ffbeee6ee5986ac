"""Run as a script with SYMPY_GROUND_TYPES=python: answers questions about polynomial networks by symbols alone.

A network is [widths, activations, biases]: for each hidden layer the coefficients c0, c1, … of its activation. Nothing
of the package is imported.
"""

import json
import sys
from itertools import pairwise

from sympy import QQ, groebner, ring
from sympy.external.gmpy import GROUND_TYPES
from sympy.polys.matrices import DomainMatrix
from sympy.polys.rings import PolyElement


def outputs(widths: list[int], activations: list[list[int]], biases: bool) -> list[PolyElement]:
    """The outputs, polynomials in the inputs over the ring of polynomials in the parameters."""
    count = sum(m * (n + biases) for n, m in pairwise(widths))
    parameters, *w = ring(f"w:{count}", QQ)
    polynomials, *h = ring(f"x:{widths[0]}", parameters)
    weights = iter(w)
    for layer, m in enumerate(widths[1:]):
        if layer:
            h = [sum(t**e * c for e, c in enumerate(activations[layer - 1])) for t in h]
        below = [*h, polynomials.one] if biases else h
        h = [sum(t * next(weights) for t in below) for _ in range(m)]
    return h


def jacobian_rank(f: list[PolyElement]) -> int:
    """Over the field of rational functions in the parameters: the dimension of the closure of the image."""
    parameters = f[0].ring.domain.ring
    rows = [[c.diff(w) for w in parameters.gens] for g in f for c in g.coeffs()]
    matrix = DomainMatrix(rows, (len(rows), parameters.ngens), f[0].ring.domain)
    return int(matrix.to_field().rank())


def relations(f: list[PolyElement]) -> list[str]:
    """A basis of the ideal of the image by elimination: c0, c1, … are output by output, exponents ascending."""
    coefficients = [c.as_expr() for g in f for _, c in sorted(g.terms())]
    parameters = [w.as_expr() for w in f[0].ring.domain.ring.gens]
    _, *symbols = ring(f"c:{len(coefficients)}", QQ)
    named = [c.as_expr() for c in symbols]
    graph = [c - value for c, value in zip(named, coefficients, strict=True)]
    basis = groebner(graph, *parameters, *named, order="lex").exprs
    return [str(g) for g in basis if not g.free_symbols & set(parameters)]


def determinant(f: list[PolyElement]) -> str:
    """Of the matrix of coefficients, one row per output, monomials ascending; "0" if it vanishes for all parameters."""
    monomials = sorted({e for g in f for e in g.monoms()})
    rows = [[g.coeff(f[0].ring({e: 1})) for e in monomials] for g in f]
    return str(DomainMatrix(rows, (len(f), len(monomials)), f[0].ring.domain).det())


QUESTIONS = {"rank": jacobian_rank, "relations": relations, "determinant": determinant}

if __name__ == "__main__":
    answers = [QUESTIONS[name](outputs(*network)) for name, network in json.load(sys.stdin)]
    json.dump({"ground types": GROUND_TYPES, "answers": answers}, sys.stdout)
