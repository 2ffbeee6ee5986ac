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
# # How wide must a shallow network be to do what a deep one does?
#
# A convolutional arithmetic circuit maps every input linearly and multiplies what meets in a bracket of its pooling
# tree. With one bracket it is *shallow*, a sum of $Z$ products of functions of one input each; with a binary tree of
# depth $L=\log_2 N$ it is *deep*. A product of functions of one input each is a product for every partition of the
# inputs, so that the separation rank of the deep circuit, for the best partition, bounds $Z$ from below. This notebook
# computes these ranks from both sides: a minor at one point proves the bound for almost all weights, a cut of the
# network the bound for all.

# %%
import matplotlib.pyplot as plt
import numpy as np

from algebra_tnn import SeparationRankAtLeast, depth_efficiency, separation_rank, separation_ranks, verify
from algebra_tnn.models.circuits import (
    DeepCircuit,
    MixtureOfTrees,
    ShallowCircuit,
    binary_tree,
    swapped_tree,
    windows_of,
)

# %% [markdown]
# ## Depth
#
# Eight inputs of dimension 2 and always two channels, on trees of depth 1 to 3. What counts for almost all weights is
# how few inputs are multiplied first: with brackets of $k$ inputs the shallow width is $2^{N/k}$, found at a partition
# that tears each of them apart. Brackets of two need $2^{8/2}=16$, and more depth above them adds nothing; the number
# of parameters hardly grows.

# %%
trees = {
    "one bracket": tuple(range(8)),
    "two of 4": ((0, 1, 2, 3), (4, 5, 6, 7)),
    "four of 2": binary_tree(8, 2),
    "binary tree": binary_tree(8),
}
shallow = {}
for name, tree in trees.items():
    circuit = DeepCircuit(8, 2, (2,) * len(windows_of(tree)), tree=tree)
    shallow[name] = answer = depth_efficiency(circuit)
    print(f"{name}, {circuit.parameter_count} parameters: shallow width ≥ {answer.lower} ({answer.status})")

# %% [markdown]
# ## Width
#
# With all weights general, the channels of the first layer decide: $\min(r_0, M)^{N/2}$, whatever comes above. One
# channel is a product of functions.

# %%
widths = {}
for channels in ((1, 2), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3)):
    widths[channels] = separation_rank(DeepCircuit(4, 3, channels), [0, 2])
    print(f"N = 4, M = 3, channels {channels}: separation rank {widths[channels].lower} at the inputs 0, 2")

# %% [markdown]
# ## Pooling geometry
#
# All partitions of eight inputs into halves. The tree of neighbours separates neighbours best: every other input
# against the rest. On the swapped tree, which multiplies inputs that are far apart first, partitions swap their roles:
# the first half against the second is then the best. A mixture of both trees models both. No tree is good for
# all partitions with few channels; which correlations are modelled is a choice of the geometry.

# %%
CHANNELS = (2, 2, 2)
circuits = {
    "neighbours": DeepCircuit(8, 2, CHANNELS),
    "swapped": DeepCircuit(8, 2, CHANNELS, tree=swapped_tree(8)),
    "mixture": MixtureOfTrees(8, 2, CHANNELS, trees=[binary_tree(8), swapped_tree(8)]),
    "shallow, width 4": ShallowCircuit(8, 2, 4),
}
partitions = {"odd / even": [0, 2, 4, 6], "half / half": [0, 1, 2, 3], "pairs": [0, 1, 4, 5]}
table = {
    name: {word: separation_rank(circuit, side) for word, side in partitions.items()}
    for name, circuit in circuits.items()
}
for name, row in table.items():
    print(f"{name:17}", ", ".join(f"{word}: {rank.lower} ({rank.status})" for word, rank in row.items()))

# %% [markdown]
# ## All partitions of a smaller circuit
#
# Six inputs in pairs, and pairs multiplied together: a separation rank for each of the 31 bipartitions, each proved
# from both sides.

# %%
six = DeepCircuit(6, 2, (2, 2), tree=((0, 1), (2, 3), (4, 5)))
ranks = separation_ranks(six)
print(ranks.explanation.splitlines()[0])
print("largest:", ranks.largest.explanation.splitlines()[0], ranks.largest.partition)

# %% [markdown]
# ## The picture
#
# Left: the shallow width that a circuit on that tree needs. Middle: three partitions for four geometries. Right: the
# separation ranks of all partitions of six inputs, by the number of pairs that are torn apart.

# %%
figure, (left, middle, right) = plt.subplots(1, 3, figsize=(14, 4.3))
left.bar([*shallow], [answer.lower for answer in shallow.values()])
left.set_yscale("log", base=2)
left.set(ylim=(1, 32), ylabel="shallow width", title="needed by almost all weights, N = 8, M = 2")
left.tick_params("x", labelsize=8)
places = np.arange(len(partitions))
for k, (name, row) in enumerate(table.items()):
    middle.bar(places + 0.2 * k - 0.3, [rank.lower for rank in row.values()], width=0.2, label=name)
middle.set_yscale("log", base=2)
middle.set(ylim=(1, 32), xticks=places, ylabel="separation rank", title="pooling geometry")
middle.set_xticklabels([*partitions])
middle.legend(fontsize=8)
torn = [sum((2 * k in side) != (2 * k + 1 in side) for k in range(3)) for side, _ in ranks.rows]
right.scatter(torn, [rank.lower for _, rank in ranks.rows], alpha=0.5)
right.set(xlabel="pairs torn apart", ylabel="separation rank", title="31 bipartitions of six inputs", xticks=range(4))
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claim
#
# For almost all weights a deep circuit with eight inputs of dimension 2 and two channels is no sum of fewer than 16
# products of functions of one input each.

# %%
deep = circuits["neighbours"]
verdict = verify(SeparationRankAtLeast(deep.law(), ("x0", "x2", "x4", "x6"), 16))
assert verdict.status == "proved"
print(verdict.explanation)
verdict  # noqa: B018  # the last expression of a cell is what it shows
