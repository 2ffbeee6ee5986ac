"""Polarization: a symmetric tensor is read off its form, and a form has one symmetric tensor.

**Instance.** Forms of degree 3 in two variables (in `INSTANCES` also degree 2 and three variables).

**Proof.** A symmetric tensor T of order d has the form F(x) = T(x, …, x), whose coefficient at x^a is d!/a! times the
entry of T at an index with a_i times the number i. In characteristic 0 (or above d) the factors d!/a! are invertible,
so each form has exactly one symmetric tensor, with T[i, j, …] = ∂_i ∂_j ⋯ F / d!. The polynomial T(x_1, …, x_d) is
found from values of F alone: d! T(x_1, …, x_d) = Σ_S (−1)^(d − |S|) F(Σ_{i∈S} x_i) over the subsets S, since in the
expansion of the right side each term with a missing argument is counted with total sign 0. For T = Σ λ_r a_r ⊗ ⋯ ⊗ a_r
the form is Σ λ_r ⟨a_r, x⟩^d: symmetric decompositions and sums of powers of linear forms are the same.

**Established here.** The identity d! T(x_1, …, x_d) = Σ ± F(Σ x_i), where the coefficients of F, the vectors x_i are
indeterminates and T is the tensor that polarization gives, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That weights λ_r can be absorbed: over R in even degree they cannot.

**See also** `tensors/polarization_modulo_two`.
"""

from collections import Counter
from itertools import combinations, combinations_with_replacement
from math import factorial, prod
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = (2, 3)
INSTANCES = [INSTANCE, (3, 2), (3, 3)]


PATTERN = {2: "ij,i,j->", 3: "ijk,i,j,k->"}


def places(monomials: list[tuple[int, ...]], degree: int, index: tuple[int, ...] = ()) -> Any:
    """For each index, in nested lists, the place of its ascending arrangement among the monomials."""
    if len(index) == degree:
        return monomials.index(tuple(sorted(index)))
    return [places(monomials, degree, (*index, i)) for i in range(monomials[-1][0] + 1)]


def difference(variables: int, degree: int) -> Law:
    """c times (d! T(x_0, …, x_{d−1}) − Σ ± F(Σ x_i)), F with one indeterminate f_a per monomial x^a."""
    monomials = list(combinations_with_replacement(range(variables), degree))
    names = [f"x{k}" for k in range(degree)]

    def form(f: Any, x: Any) -> Any:
        first, *others = ([monomial[k] for monomial in monomials] for k in range(degree))
        return einsum("m,m->", f, prod((x[places] for places in others), start=x[first]))

    def forward(f: Any, c: Any, **x: Any) -> Any:
        derivatives = f * [prod(map(factorial, Counter(monomial).values())) for monomial in monomials]
        tensor = derivatives[places(monomials, degree)]  # ∂_i ∂_j ⋯ F = a! f_a
        subsets = [S for size in range(1, degree + 1) for S in combinations([x[name] for name in names], size)]
        signed = [(-1) ** (degree - len(S)) * form(f, sum(S[1:], S[0])) for S in subsets]
        return c * (einsum(PATTERN[degree], tensor, *(x[name] for name in names)) - sum(signed))

    return Law.trace(forward, {"f": (len(monomials),), **dict.fromkeys(names, (variables,))}, {"c": ()})


def proof(instance: tuple[int, int] = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(*instance), 0))
