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
# # What does a recurrent network remember of its beginning?
#
# A recurrent network whose state is multiplied by a matrix that depends linearly on the input is a tensor train. How
# much of the first half of a sequence the output can relate to the second half is its *start–end separation rank*: the
# rank of the matricization at the first half. For one layer it is bounded by the state; with a second layer on top it
# grows with the length of the sequence. All ranks here are proved for almost all weights by a minor at one point, and
# from above by a cut where that is said.

# %%
from math import comb

import matplotlib.pyplot as plt

from algebra_tnn import SeparationRankBetween, separation_rank, separation_ranks, verify
from algebra_tnn.laws import value
from algebra_tnn.models.recurrent import MultiplicativeRNN, RecurrentCircuit
from algebra_tnn.tensors.formats import TrainFormat

# %% [markdown]
# ## A recurrent network is a tensor train
#
# One core for all steps, or a core for each: the same bounds. The state at the start and the output weights are part of
# the outer cores, as evaluated here at integers.

# %%
network = MultiplicativeRNN(steps=4, dimension=2, hidden=2)
core, start, out = [[[1, 2], [3, -1]], [[0, 1], [2, 5]]], [1, 2], [3, -1]
inputs = {f"x{t}": [t + 1, 2 - t] for t in range(4)}
first = [[[sum(start[p] * core[p][i][k] for p in (0, 1)) for k in (0, 1)] for i in (0, 1)]]
last = [[[sum(core[p][i][k] * out[k] for k in (0, 1))] for i in (0, 1)] for p in (0, 1)]
train = TrainFormat((2,) * 4, (2,) * 3)
cores = {"G0": first, "G1": core, "G2": core, "G3": last}
values = (
    value(network.law(), {**inputs, "G": core, "s": start, "w": out}),
    value(train.law(), {**inputs, **cores}),
)
print("recurrent network and tensor train:", *values)
assert values[0] == values[1]

# %% [markdown]
# ## One layer: the state is the limit
#
# At the middle the rank is $\min(R, M^{T/2})$ for hidden size $R$ and input dimension $M$, for equal cores, too. Every
# other input against the rest is another matter: $\min(R, M)^{T/2}$, or more if $M>R$.

# %%
for steps, dimension, hidden in ((4, 2, 2), (4, 2, 3), (4, 3, 3), (6, 2, 2)):
    rnn = MultiplicativeRNN(steps, dimension, hidden)
    half, alternate = [*range(steps // 2)], [*range(0, steps, 2)]
    ranks = [separation_rank(rnn, side) for side in (half, alternate)]
    print(f"{rnn}: start–end {ranks[0].lower}, alternate {ranks[1].lower} ({ranks[1].status})")

# %% [markdown]
# ## Two layers
#
# A recurrent arithmetic circuit multiplies, entry by entry, what comes from below and what comes from before. With one
# layer it is a tensor train. With two, an input comes in by many ways. Its grid tensor, the values for inputs that are
# one of $M$ templates, has for almost all weights a start–end rank of at least $\binom{\min(M,R)+k-1}{k}$ at $T=2k$
# steps: the published bound. From above there are two, by the templates and by the states of the first layer:
# $\min(M,R)\,M^{k-1}$ and $R\binom{R+k-1}{k}$ (statement D11). What is the rank?

# %%
curves, below, above = {}, {}, {}
for M, R in ((2, 2), (3, 2), (3, 3)):
    for depth in (1, 2):
        circuits = [RecurrentCircuit(T, M, R, depth, templates=True) for T in (2, 4, 6)]
        ranks = [separation_rank(circuit, [*range(circuit.steps // 2)]).lower for circuit in circuits]
        curves[M, R, depth] = ranks
    below[M, R] = [comb(min(M, R) + k - 1, k) for k in (1, 2, 3)]
    above[M, R] = [min(min(M, R) * M ** (k - 1), R * comb(R + k - 1, k)) for k in (1, 2, 3)]
    print(f"M = {M}, R = {R}, T = 2, 4, 6: depth 1 {curves[M, R, 1]}, depth 2 {curves[M, R, 2]}")
    print(f"    bounds for depth 2: from the literature ≥ {below[M, R]}, ≤ {above[M, R]}")

# %% [markdown]
# ## All bipartitions of a short sequence
#
# Four steps: for one layer every rank is the least cut of the train.

# %%
table = separation_ranks(MultiplicativeRNN(4, 2, 2))
print(table.explanation)
assert all(rank.meet for _, rank in table.rows)

# %% [markdown]
# ## The picture
#
# Start–end ranks against the length of the sequence: one layer is flat, two layers grow, and are here what the upper
# bounds allow.

# %%
figure, axes = plt.subplots(1, 3, figsize=(13, 4), sharey=True)
for axis, (M, R) in zip(axes, below, strict=True):
    for depth, marker in ((1, "o"), (2, "s")):
        axis.plot((2, 4, 6), curves[M, R, depth], marker=marker, label=f"depth {depth}, proved from below")
    axis.plot((2, 4, 6), below[M, R], linestyle="--", color="#999999", label="lower bound for depth 2")
    axis.plot((2, 4, 6), above[M, R], linestyle=":", color="black", label="upper bound for depth 2")
    axis.set_yscale("log", base=2)
    axis.set(xlabel="steps", title=f"{M} templates, hidden size {R}", xticks=(2, 4, 6))
axes[0].set_ylabel("start–end separation rank")
axes[0].legend(fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claim
#
# A recurrent circuit with two layers of two states relates the first two of four inputs, of two templates each, to the
# last two in 4 ways, for almost all weights, and no network can do more; with one layer there are 2.

# %%
deep = RecurrentCircuit(4, 2, 2, depth=2, templates=True)
verdict = verify(SeparationRankBetween(deep.law(), ("x0", "x1"), 4, 4))
assert verdict.status == "proved"
print(verdict.explanation)
verdict  # noqa: B018  # the last expression of a cell is what it shows
