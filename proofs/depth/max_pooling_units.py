"""The rank of rectified units with max pooling.

**Instance.** Four inputs of three templates, two units, at the inputs 0 and 2: rank 9 at most.

**Proof.** A unit is max(u, v), where u is the largest of 0 and the values u_i(d_i) at the p inputs in I, and v that at
the others. Let m be the largest of 0 and of all min_d u_i(d). Then u ≥ m, and no input has more than M − 1 values
above m. So u has values m = u_0 < u_1 < … < u_K with K ≤ p (M − 1), and

    max(u, v) = max(u_0, v) + Σ_(k≥1) [u ≥ u_k] (max(u_k, v) − max(u_(k−1), v)).

The first terms of Z units sum to one function of d_J. So the matrix has rank at most 1 + Z p (M − 1), for all weights.

**Established here.** For these two orders of the values u, Σ_k [u ≥ u_k] D_k(d_J) over both units, plus one function
H(d_J), has separation rank at most 1 + 2 · 2 · 2 = 9, for all H and D, over Q and every extension. In the wide run for
other numbers of inputs, templates and units.

**Taken on trust.** Nothing.

**Not claimed.** That every such D comes from weights: see `depth/max_pooling_units_attained`.

**See also** `depth/max_pooling_two_levels`, and `depth/max_pooling_deep`, which uses it.
"""

from itertools import product
from typing import Any, TypeAlias

from algebra_tnn import Law, SeparationRankAtMost, Tensor, Verdict, verify
from algebra_tnn.laws import einsum, named

Values: TypeAlias = list[list[int]]  # of u at each input in I, for each template

INSTANCE: list[Values] = [[[4, 6, 0], [8, 2, 0]], [[2, 6, 0], [0, 8, 4]]]
INSTANCES: list[list[Values]] = [
    INSTANCE,
    [[[0, 2], [4, 0]]],
    [[[0, 1], [0, 2], [3, 0]], [[3, 0], [0, 2], [0, 1]]],
    [[[1, 3, 5, 0], [0, 4, 2, 6]]],
]


def levels(values: Values) -> list[list[int]]:
    """[u ≥ u_k] for k = 1, …, K at all templates of the inputs in I."""
    places = list(product(range(len(values[0])), repeat=len(values)))
    largest = [max(0, *(row[d] for row, d in zip(values, place, strict=True))) for place in places]
    return [[int(u >= bound) for u in largest] for bound in sorted(set(largest))[1:]]


def units(instance: list[Values]) -> Law:
    """H(d_J) + Σ_k [u ≥ u_k] D_k(d_J), with one vector for each input in I and one for all others together."""
    inputs, templates = len(instance[0]), len(instance[0][0])
    rows = [row for values in instance for row in levels(values)]
    modes = "abc"[:inputs]
    table = [Tensor((templates,) * inputs, tuple(row)).nested() for row in rows]

    def forward(H: Any, D: Any, y: Any, **x: Any) -> Any:
        steps = einsum(f"k{modes},{','.join(modes)}->k", table, *x.values())
        return named("beyond", H @ y) * einsum(f"{','.join(modes)}->", *x.values()) + steps @ (D @ y)

    vectors = {f"x{i}": (templates,) for i in range(inputs)}
    others = templates**inputs
    return Law.trace(forward, {**vectors, "y": (others,)}, {"H": (others,), "D": (len(rows), others)})


def proof(instance: list[Values] = INSTANCE) -> Verdict:
    positions, templates = len(instance[0]), len(instance[0][0])
    bound = 1 + len(instance) * positions * (templates - 1)
    return verify(SeparationRankAtMost(units(instance), tuple(f"x{i}" for i in range(positions)), bound))
