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
# A tensor with $d$ modes of size $n$ has $n^d$ entries; formats (CP, Tucker, tensor trains, hierarchical Tucker, rings,
# block terms, ParaTuck-2) write it with far fewer numbers, if they can. The least bonds of Tucker, trains and trees are
# ranks of flattenings (statements A5 [Tucker1966], A6 [Oseledets2011], A7 [HackbuschKuehn2009]), and from one format to
# another they are bounded by powers (A8 [KhrulkovNovikovOseledets2018]). We read decompositions off given tensors,
# exactly, translate between formats, and compare the count of parameters in the textbooks with the true dimension. It
# would be a surprise if the count were right beyond the hypotheses of the formulas.

# %%
import os
import random

import matplotlib.pyplot as plt

from algebra_tnn import (
    CP,
    BlockTermFormat,
    CPFormat,
    HierarchicalFormat,
    HierarchicalTucker,
    ParaTuck2Format,
    RingFormat,
    Tensor,
    TensorRankAtLeast,
    TensorTrain,
    TrainFormat,
    TuckerFormat,
    dimension,
    hierarchical_tucker,
    jennrich_decomposition,
    tensor_train,
    tucker,
    verify,
)

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")

# %% [markdown]
# ## One tensor, four formats
#
# Three rank-one terms of shape 3×4×3×2. Decompositions are read off echelon forms, so that equal tensors get equal
# decompositions. A sum of $R$ terms has bonds of at most $R$ everywhere. The terms themselves are found again from the
# entries alone.

# %%
rng = random.Random(0)


def array(*shape):
    """Nested lists of integers between -9 and 9."""
    return [array(*shape[1:]) for _ in range(shape[0])] if shape else rng.randint(-9, 9)


given = CP.from_factors(array(3, 3), array(4, 3), array(3, 3), array(2, 3))
T = given.tensor()
tree = ((0, 1), (2, 3))
for value in (tucker(T), tensor_train(T), hierarchical_tucker(T, tree)):
    bonds = value.ranks if isinstance(value.ranks, tuple) else tuple(value.ranks.values())
    print(f"{type(value).__name__:18} bonds {bonds}: {value.parameter_count} numbers, exact: {value.tensor() == T}")
found = jennrich_decomposition(T)
terms = [{S.term(r).tensor() for r in range(S.length)} for S in (found, given)]
print(f"{'CP':18} {found.length} terms, found again: {terms[0] == terms[1]}; {len(T.entries)} entries")
hierarchical_tucker(T, tree)

# %% [markdown]
# ## The order of the modes
#
# A chain of pairs $\delta_{i_1j_1}\delta_{i_2j_2}\cdots$ is a train with bonds $2, 1, 2, 1, \ldots$ if the partners are
# neighbours. With all $i$ before all $j$ the middle bond is $2^{d/2}$: what is simple in one order is not in another.

# %%
PAIRS = 2 * SIZE


def pairs(side_by_side):
    """δ for each of the pairs (2k, 2k + 1), or (k, k + PAIRS)."""
    order = 2 * PAIRS
    partners = [(2 * k, 2 * k + 1) if side_by_side else (k, k + PAIRS) for k in range(PAIRS)]
    indices = [[(i >> (order - 1 - k)) & 1 for k in range(order)] for i in range(2**order)]
    return Tensor((2,) * order, tuple(int(all(index[a] == index[b] for a, b in partners)) for index in indices))


profiles = {}
for words, side_by_side in (("pairs, partners are neighbours", True), ("pairs, partners are apart", False)):
    profiles[words] = tensor_train(pairs(side_by_side)).ranks
    print(f"{words}: bonds {profiles[words]}")

# %% [markdown]
# ## A tree is not a train
#
# A tensor along the balanced tree of eight modes with all bonds 2 is a train with bonds up to
# $2^{\lceil \log_2(8)/2 \rceil} = 4$, and a train with bonds 2 needs bonds up to $2^2$ along the tree. Both have
# at least $2^{8/2} = 16$ rank-one terms in general.

# %%
UNIT = [[1, 0], [0, 1]]
B, C = [[[1, 1], [1, 0]], [[0, 0], [1, 0]]], [[[1, 2], [1, 0]], [[2, 0], [0, 0]]]
TREE = (((0, 1), (2, 3)), ((4, 5), (6, 7)))
deep = HierarchicalTucker.of(TREE, [UNIT] * 8, [UNIT, B, C, B, C, B, C])
profiles["balanced tree with bonds 2"] = tensor_train(deep.tensor()).ranks
print("the tree as a train:", profiles["balanced tree with bonds 2"])
train = TensorTrain.of([array(1, 2, 2), *[array(2, 2, 2) for _ in range(6)], array(2, 2, 1)])
along = hierarchical_tucker(train.tensor(), TREE).ranks
print("a train with bonds 2 along the tree:", {node: r for node, r in along.items() if not isinstance(node, int)})
deep

# %% [markdown]
# ## The sweep: how many parameters count?
#
# The dimension of a format, says the textbook, is the number of parameters minus that of the group that changes nodes
# and not the tensor, and never more than there are entries. Both bounds of the true dimension are proved, for formats
# within the hypotheses of their formula and beyond them; remarks say where.

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
for format in (*WITHIN[: 3 * SIZE], *BEYOND[: 3 * SIZE]):
    answer = dimension(format)
    counted = format.parameter_count - format.gauge_dimension
    rows.append((str(format), counted, format.ambient_dimension, answer.lower))
    print(f"{format}: {answer.lower} ({answer.status}), counted {counted}, entries {format.ambient_dimension}")
    for remark in format.remarks:
        print("   ", remark)

# %% [markdown]
# ## The picture
#
# Left: the same eight modes, and bonds between 2 and 16. Right: the count against the dimension; where they differ, a
# hypothesis fails, or the format fills its space, or it is defective.

# %%
figure, (left, right) = plt.subplots(1, 2, figsize=(14, 5), width_ratios=(1, 1.4))
for marker, (words, bonds) in zip("osv", profiles.items(), strict=True):
    left.plot(range(1, len(bonds) + 1), bonds, marker=marker, label=words)
left.set_yscale("log", base=2)
left.set(ylim=(0.8, 64), xlabel="cut behind the first k modes", ylabel="least bond", title="least bonds of trains")
left.legend(loc="upper center")
for place, (_, counted, entries, true) in enumerate(reversed(rows)):
    right.plot([true, counted], [place, place], color="C2", zorder=1)
    right.scatter(entries, place, marker="|", s=160, color="black", label=None if place else "entries")
    right.scatter(counted, place, s=70, color="C1", zorder=2, label=None if place else "parameters − gauge")
    right.scatter(true, place, s=25, color="C0", zorder=3, label=None if place else "dimension (proved)")
right.set_yticks(range(len(rows)), [row[0] for row in reversed(rows)], fontsize=8)
right.set(xlabel="dimension", ylabel="format", title="counted and true")
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
verdict
