# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # What can a tensor format represent?
#
# A tensor with $d$ modes of size $n$ has $n^d$ entries. Formats (CP, Tucker, tensor trains, hierarchical Tucker, tensor
# rings, block terms, ParaTuck-2) write it with far fewer numbers, if they can. This notebook asks three questions. How
# large must the bonds of a given tensor be in each format, and how do formats translate into each other? How many
# parameters of a format really count? And where do the formulas of the textbooks fail?
#
# All arithmetic is exact. What is printed as *proved* was re-derived from a certificate by an independent checker.

# %%
import random

import matplotlib.pyplot as plt

from algebra_tnn import (
    CP,
    HierarchicalTucker,
    Tensor,
    TensorRankAtLeast,
    TensorTrain,
    dimension,
    hierarchical_tucker,
    jennrich_decomposition,
    tensor_train,
    tubal_ranks,
    tucker,
    verify,
)
from algebra_tnn.tensors.formats import (
    BlockTermFormat,
    CPFormat,
    HierarchicalFormat,
    ParaTuck2Format,
    RingFormat,
    TrainFormat,
    TuckerFormat,
)

rng = random.Random(0)


def array(*shape):
    """Nested lists of integers between -9 and 9."""
    return [array(*shape[1:]) for _ in range(shape[0])] if shape else rng.randint(-9, 9)


# %% [markdown]
# ## One tensor, five formats
#
# Three rank-one terms of shape 3×4×3×2. Its least bonds in every format are ranks of flattenings, found by exact
# elimination; the decompositions below are read off the echelon forms, so that equal tensors get equal decompositions.
# A sum of $R$ terms has bonds of at most $R$ everywhere.

# %%
given = CP.from_factors(array(3, 3), array(4, 3), array(3, 3), array(2, 3))
T = given.tensor()
tree = ((0, 1), (2, 3))
for value in (tucker(T), tensor_train(T), hierarchical_tucker(T, tree)):
    bonds = value.ranks if isinstance(value.ranks, tuple) else tuple(value.ranks.values())
    print(f"{type(value).__name__:18} bonds {bonds}: {value.parameter_count} numbers, exact: {value.tensor() == T}")
found = jennrich_decomposition(T)
terms = [{S.term(r).tensor() for r in range(S.length)} for S in (found, given)]
print(f"{'CP':18} {found.length} terms: {sum(map(len, found.factors)) * found.length} numbers, found again from the")
print(f"{'':18} tensor alone: {terms[0] == terms[1]}; the tensor itself has {len(T.entries)} entries")

# %% [markdown]
# ## The order of the modes
#
# A chain of pairs $\delta_{i_1j_1}\delta_{i_2j_2}\cdots$ is a train with bonds $2, 1, 2, 1, \dots$ if the partners are
# neighbours. With all $i$ before all $j$ the middle bond is $2^{d/2}$: a format comes with an order, or a tree, and
# what is simple in one is not in another.


# %%
def pairs(count, side_by_side):
    """δ for each of the pairs (k, k + count), or (2k, 2k + 1)."""
    order = 2 * count
    partners = [(2 * k, 2 * k + 1) if side_by_side else (k, k + count) for k in range(count)]
    indices = [[(i >> (order - 1 - k)) & 1 for k in range(order)] for i in range(2**order)]
    return Tensor((2,) * order, tuple(int(all(index[a] == index[b] for a, b in partners)) for index in indices))


profiles = {}
for words, side_by_side in (("partners are neighbours", True), ("partners are apart", False)):
    profiles[words] = tensor_train(pairs(4, side_by_side)).ranks
    print(f"{words}: bonds {profiles[words]}")

# %% [markdown]
# ## A tree is not a train
#
# A hierarchical decomposition along the balanced tree of eight modes, with all bonds 2, is a train with bonds up to
# $2^{\lceil \log_2(8)/2 \rceil} = 4$. A train with bonds 2 needs bonds up to $2^2$ along the tree. And both have
# at least $2^{8/2} = 16$ rank-one terms in general, exponentially many in the number of modes.

# %%
UNIT = [[1, 0], [0, 1]]
B, C = [[[1, 1], [1, 0]], [[0, 0], [1, 0]]], [[[1, 2], [1, 0]], [[2, 0], [0, 0]]]
TREE = (((0, 1), (2, 3)), ((4, 5), (6, 7)))
deep = HierarchicalTucker.of(TREE, [UNIT] * 8, [UNIT, B, C, B, C, B, C])
profiles["balanced tree, bonds 2"] = tensor_train(deep.tensor()).ranks
print("the tree as a train:", profiles["balanced tree, bonds 2"])
train = TensorTrain.of([array(1, 2, 2), *[array(2, 2, 2) for _ in range(6)], array(2, 2, 1)])
along = hierarchical_tucker(train.tensor(), TREE).ranks
print("a train with bonds 2 along the tree:", {node: r for node, r in along.items() if not isinstance(node, int)})
print("rank of the tree's tensor:", verify(TensorRankAtLeast(deep.tensor(), 16)).explanation.splitlines()[0])

# %% [markdown]
# ## A rank that depends on the basis
#
# The t-product multiplies matrices of tubes that convolve; its rank is the largest rank of a Fourier slice, and at most
# the rank of the tensor. Mixing the slices by an invertible matrix changes it.

# %%
for words, mixed in (
    ("Fourier slices E11, E22", [[["1/2", "1/2"], [0, 0]], [[0, 0], ["1/2", "-1/2"]]]),
    ("Fourier slices I, E11  ", [[[1, 0], [0, 0]], [[0, 0], ["1/2", "1/2"]]]),
):
    print(f"{words}: ranks of the slices {tubal_ranks(Tensor.from_nested(mixed))}")

# %% [markdown]
# ## How many parameters count?
#
# The dimension of a format is the number of parameters minus that of the group that changes nodes and not the tensor,
# says the textbook, and never more than there are entries. Here both bounds of the true dimension are proved, for
# formats within the hypotheses of their formula and beyond them.

# %%
WITHIN = [
    TuckerFormat((3, 3, 3), (2, 2, 2)),
    TrainFormat((3, 3, 3, 3), (2, 2, 2)),
    RingFormat((3, 3, 3), 2),
    HierarchicalFormat((2, 2, 2, 2), tree, (2, 2, 2, 2, 3, 3)),
    BlockTermFormat((4, 4, 3), (2, 2)),
    ParaTuck2Format((3, 2, 5), (2, 2)),
]
BEYOND = [
    RingFormat((2, 2, 2), 2),
    HierarchicalFormat((3, 3, 3, 3), tree, (2, 2, 2, 2, 5, 5)),
    ParaTuck2Format((3, 2, 4), (2, 2)),
    ParaTuck2Format((3, 3, 3), (2, 1)),
    CPFormat((3, 3, 3), 4),
    CPFormat((2, 2, 2, 2), 3),
]
rows = []
for format in (*WITHIN, *BEYOND):
    answer = dimension(format)
    counted = format.parameter_count - format.gauge_dimension
    rows.append((str(format), format.parameter_count, counted, format.ambient_dimension, answer.lower))
    print(f"{format}: {answer.lower} ({answer.status}), counted {counted}, entries {format.ambient_dimension}")
    for remark in format.remarks:
        print("   ", remark)

# %% [markdown]
# ## The picture
#
# Left: bonds along the train. Right: the count of the textbook against the dimension, for each format; where they
# differ, a hypothesis fails, or the format fills its space, or it is defective.

# %%
figure, (left, right) = plt.subplots(1, 2, figsize=(14, 5), width_ratios=(1, 1.4))
for marker, (words, bonds) in zip("osv", profiles.items(), strict=True):
    left.plot(range(1, len(bonds) + 1), bonds, marker=marker, label=words)
left.set_yscale("log", base=2)
left.set(
    ylim=(0.8, 48),
    xlabel="cut behind the first k modes",
    ylabel="least bond",
    title="least bonds of trains with eight modes",
)
left.legend()
for place, (_, _, counted, entries, true) in enumerate(reversed(rows)):
    right.plot([true, counted], [place, place], color="#bbbbbb", zorder=1)
    right.scatter(counted, place, color="#d95f02", zorder=2, label="parameters − gauge" if not place else None)
    right.scatter(true, place, color="#1b9e77", zorder=3, label="dimension (proved)" if not place else None)
    right.scatter(entries, place, marker="|", s=120, color="#7570b3", label="entries" if not place else None)
right.set_yticks(range(len(rows)), [row[0] for row in reversed(rows)], fontsize=8)
right.set(xlabel="dimension", title="counted and true")
right.legend()
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claim
#
# Seven transfer tensors with 52 numbers, on a tree with eight leaves, give a tensor that no sum of fifteen rank-one
# terms is: the flattening at every other mode has rank 16, and a minor proves it.

# %%
verdict = verify(TensorRankAtLeast(deep.tensor(), 16))
assert verdict.status == "proved"
print(verdict.explanation)
verdict  # noqa: B018  # the last expression of a cell is what it shows
