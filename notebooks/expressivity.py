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
# # What does depth buy?
#
# A convolutional arithmetic circuit maps every input linearly and multiplies what meets in a bracket of its pooling
# tree; with one bracket it is *shallow*, a sum of $Z$ products of functions of one input each. Such a product has
# separation rank one for every partition of the inputs, so that the largest separation rank of a deep circuit bounds
# $Z$ from below: exponentially, for almost all weights (statements D3 and D4 [CohenSharirShashua2016]). A second
# recurrent layer is said to help sequences likewise (D11 [LevineSharirZivShashua2017]). We compute separation ranks
# from both sides; it would be a surprise if not every level of a tree helped, or if a published bound were too small.

# %%
import os
from math import comb

import matplotlib.pyplot as plt
import numpy as np

from algebra_tnn import (
    SeparationRankAtLeast,
    SeparationRankBetween,
    depth_efficiency,
    separation_rank,
    separation_ranks,
    verify,
)
from algebra_tnn.models.circuits import (
    DeepCircuit,
    MixtureOfTrees,
    ShallowCircuit,
    binary_tree,
    swapped_tree,
    windows_of,
)
from algebra_tnn.models.recurrent import RecurrentCircuit

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")

# %% [markdown]
# ## The first sweep: depth
#
# Inputs of dimension 2 and always two channels, on trees with brackets of $k$ inputs at the bottom. What counts for
# almost all weights is how few inputs are multiplied first: the shallow width is $2^{N/k}$, found at a partition that
# tears all brackets apart. More depth above them adds nothing, which is a first surprise.

# %%
INPUTS = 4 * SIZE
sizes = [k for k in (INPUTS, INPUTS // 2, 2) if INPUTS % k == 0]
trees = {f"brackets of {k}": tuple(tuple(range(i, i + k)) for i in range(0, INPUTS, k)) for k in sizes[1:]}
trees = {"one bracket": tuple(range(INPUTS)), **trees, "binary tree": binary_tree(INPUTS)}
shallow = {}
for name, tree in trees.items():
    circuit = DeepCircuit(INPUTS, 2, (2,) * len(windows_of(tree)), tree=tree)
    shallow[name] = answer = depth_efficiency(circuit)
    print(f"{name}, {circuit.parameter_count} parameters: shallow width ≥ {answer.lower} ({answer.status})")

# %% [markdown]
# ## The second sweep: width
#
# With all weights general the channels of the first layer decide: $\min(r_0, M)^{N/2}$, whatever comes above. One
# channel is a product of functions.

# %%
for channels in ((1, 2), (2, 1), (2, 2), (3, 1), (3, 2)):
    rank = separation_rank(DeepCircuit(4, 3, channels), [0, 2])
    print(f"N = 4, M = 3, channels {channels}: separation rank {rank.lower} ({rank.status}) at the inputs 0, 2")

# %% [markdown]
# ## Pooling geometry
#
# A tree of neighbours separates neighbours best: every other input against the rest. On the swapped tree, which
# multiplies distant inputs first, partitions swap their roles, and a mixture of both models both (D9
# [CohenShashua2017]). Which correlations are modelled is a choice of the geometry.

# %%
channels = (2,) * (INPUTS.bit_length() - 1)
circuits = {
    "neighbours": DeepCircuit(INPUTS, 2, channels),
    "swapped": DeepCircuit(INPUTS, 2, channels, tree=swapped_tree(INPUTS)),
    "mixture": MixtureOfTrees(INPUTS, 2, channels, trees=[binary_tree(INPUTS), swapped_tree(INPUTS)]),
    "shallow, width 4": ShallowCircuit(INPUTS, 2, 4),
}
half = INPUTS // 2
partitions = {
    "odd | even": [*range(0, INPUTS, 2)],
    "half | half": [*range(half)],
    "first and last | rest": [0, INPUTS - 1],
}
table = {
    name: {word: separation_rank(circuit, side) for word, side in partitions.items()}
    for name, circuit in circuits.items()
}
for name, row in table.items():
    print(f"{name:17}", ", ".join(f"{word}: {rank.lower} ({rank.status})" for word, rank in row.items()))

# %% [markdown]
# ## All partitions of a smaller circuit
#
# Inputs in pairs, and the pairs multiplied together: a separation rank for each bipartition, proved from both sides.

# %%
pairs = 1 + SIZE
paired = DeepCircuit(2 * pairs, 2, (2, 2), tree=tuple((2 * k, 2 * k + 1) for k in range(pairs)))
ranks = separation_ranks(paired)
print(ranks.explanation.splitlines()[0])
ranks.largest

# %% [markdown]
# ## The last sweep: sequences
#
# A recurrent arithmetic circuit with one layer is a tensor train, and relates the first half of $T = 2k$ steps to the
# second in at most as many ways as its state has entries. With two layers an input comes in by many ways: the published
# bound is $\binom{\min(M,R)+k-1}{k}$ for $M$ templates and $R$ states, and from above the rank is at most
# $\min(M,R)\,M^{k-1}$ and $R\binom{R+k-1}{k}$. Which of them is the truth?

# %%
STEPS = (2, 4, 6)[: 1 + SIZE]
KINDS = ((2, 2), (3, 2), (3, 3))[: 1 + SIZE]
lengths = [T // 2 for T in STEPS]
remembered, published, possible = {}, {}, {}
for M, R in KINDS:
    for depth in (1, 2):
        layers = [RecurrentCircuit(T, M, R, depth, templates=True) for T in STEPS]
        remembered[M, R, depth] = [separation_rank(each, [*range(each.steps // 2)]).lower for each in layers]
    published[M, R] = [comb(min(M, R) + k - 1, k) for k in lengths]
    possible[M, R] = [min(min(M, R) * M ** (k - 1), R * comb(R + k - 1, k)) for k in lengths]
    print(f"M = {M}, R = {R}, T = {STEPS}: depth 1 {remembered[M, R, 1]}, depth 2 {remembered[M, R, 2]}")
    print(f"    bounds for depth 2: published ≥ {published[M, R]}, possible ≤ {possible[M, R]}")

# %% [markdown]
# ## The picture
#
# Top: the shallow width that a tree needs; three partitions for four geometries; and all partitions of the smaller
# circuit, where a pair that is torn apart can double the rank. Bottom: one recurrent layer is flat, two grow as fast as
# the upper bounds allow, faster than was published.

# %%
figure, (top, bottom) = plt.subplots(2, 3, figsize=(14, 8.5))
top[0].bar([*shallow], [answer.lower for answer in shallow.values()], color="C0")
top[0].set(ylabel="shallow width", xlabel="pooling tree", title=f"needed by almost all weights, N = {INPUTS}, M = 2")
top[0].tick_params("x", labelsize=8)
places = np.arange(len(partitions))
for k, (name, row) in enumerate(table.items()):
    top[1].bar(places + 0.2 * k - 0.3, [rank.lower for rank in row.values()], width=0.2, label=name)
top[1].set(ylabel="separation rank", xlabel="partition of the inputs", title="pooling geometry")
top[1].set_xticks(places, [*partitions])
top[1].legend(fontsize=8)
torn = [sum((2 * k in side) != (2 * k + 1 in side) for k in range(pairs)) for side, _ in ranks.rows]
shift = np.linspace(-0.15, 0.15, len(torn))  # equal points side by side
top[2].scatter(torn + shift, [rank.lower for _, rank in ranks.rows], color="C0", alpha=0.7)
top[2].set(ylabel="separation rank", xlabel="pairs torn apart", xticks=range(pairs + 1))
top[2].set_title(f"{len(torn)} bipartitions of {2 * pairs} inputs")
for axes in top:
    axes.set_yscale("log", base=2)
    axes.set_ylim(0.8, 2.5 * max(answer.lower for answer in shallow.values()))
for axes in bottom[len(KINDS) :]:
    axes.axis("off")
for axes, (M, R) in zip(bottom, KINDS, strict=False):
    axes.plot(STEPS, possible[M, R], color="C1", linewidth=7, alpha=0.4, label="depth 2: no more is possible")
    axes.plot(STEPS, remembered[M, R, 2], color="C0", marker="s", label="depth 2: proved")
    axes.plot(STEPS, published[M, R], color="C3", linestyle="--", label="depth 2: published lower bound")
    axes.plot(STEPS, remembered[M, R, 1], color="C2", marker="o", label="depth 1: proved")
    axes.set_yscale("log", base=2)
    axes.set(xlabel="steps", title=f"sequences: {M} templates, {R} states", xticks=STEPS)
    axes.set_ylabel("start–end separation rank")
bottom[0].legend(fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claims
#
# For almost all weights a deep circuit with two channels is no sum of fewer than $2^{N/2}$ products of functions of one
# input each. And a recurrent circuit with two layers of two states relates the first two of four inputs to the last two
# in exactly 4 ways, where one layer has 2.

# %%
deep = circuits["neighbours"]
width = verify(SeparationRankAtLeast(deep.law(), tuple(f"x{i}" for i in partitions["odd | even"]), 2**half))
assert width.status == "proved"
width

# %%
stacked = RecurrentCircuit(4, 2, 2, depth=2, templates=True)
verdict = verify(SeparationRankBetween(stacked.law(), ("x0", "x1"), 4, 4))
assert verdict.status == "proved"
verdict
