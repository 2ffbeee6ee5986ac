"""Sums and means of rectified values: rank two, whatever the width.

**Instance.** Four inputs of two templates, the first two against the others: rank 2 at most.

**Proof.** A unit with average or sum pooling is a · Σ_i max(0, u_i(d_i)), perhaps divided by the number of inputs. So
the grid tensor of a shallow network is Σ_i c_i(d_i), and for any partition into I and J it is G(d_I) + H(d_J), where G
and H sum what belongs to I and to J: the functions G · 1 and 1 · H are two products. In a deep network the root sums,
channel by channel, max(0, z) of its children, and z of a child depends on the inputs below it alone. So A = Σ_k G_k
over the children k of the root, and the same holds for every partition that does not divide the inputs of a child.

**Established here.** For all tensors G and H the function of G(d_0, d_1) + H(d_2, d_3) has separation rank at most 2,
over Q and every extension. In the wide run other partitions, of up to six inputs.

**Taken on trust.** Nothing.

**Not claimed.** Anything of partitions that divide the inputs of a child: see `depth/average_pooling_deep`.

**See also** `depth/average_pooling_max`, and `depth/max_pooling_universal`, whose conclusion fails: a tensor that has
more than rank 2 at I and J is none of these, for any number of units.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankAtMost, Verdict, verify
from algebra_tnn.laws import einsum, named

INSTANCE = (4, 2, (0, 1))
INSTANCES = [INSTANCE, (4, 3, (0, 2)), (4, 2, (1,)), (6, 2, (0, 2, 4)), (2, 4, (0,))]


def separable(inputs: int, templates: int, side: tuple[int, ...]) -> Law:
    """G(d_I) + H(d_J), as a function of one vector for each input."""
    others = tuple(i for i in range(inputs) if i not in side)

    def forward(G: Any, H: Any, **x: Any) -> Any:
        def applied(tensor: Any, places: tuple[int, ...]) -> Any:
            modes = "abcdef"[: len(places)]
            return einsum(f"{modes},{','.join(modes)}->", tensor, *(x[f"x{i}"] for i in places))

        def ones(places: tuple[int, ...]) -> Any:
            return einsum(f"{','.join('abcdef'[: len(places)])}->", *(x[f"x{i}"] for i in places))

        return named("G_of_I", applied(G, side)) * ones(others) + ones(side) * named("H_of_J", applied(H, others))

    vectors = {f"x{i}": (templates,) for i in range(inputs)}
    return Law.trace(forward, vectors, {"G": (templates,) * len(side), "H": (templates,) * len(others)})


def proof(instance: tuple[int, int, tuple[int, ...]] = INSTANCE) -> Verdict:
    law, (_, _, side) = separable(*instance), instance
    return verify(SeparationRankAtMost(law, tuple(f"x{i}" for i in side), 2))
