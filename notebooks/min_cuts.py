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
# # Is the rank of a network the size of its least cut?
#
# Split the modes of a tensor network into two sides and cut letters until nothing joins them: the flattening is then a
# sum of as many rank-one matrices as the cut letters have values, so that its rank is at most the least cut. If all
# sizes are powers of one integer, general nodes attain it: along the paths of the theorem of Ford and Fulkerson they
# pass values on. What if they are not? The literature has an answer, no, and few examples. This notebook finds the
# first ones, asks for the reason, and follows it to infinite families, and to networks without cycles.
#
# Ranks at random nodes modulo a prime are bounds from below of the general rank; what is printed as *proved* was
# re-derived from a certificate by an independent checker.

# %%
from itertools import combinations, product

import matplotlib.pyplot as plt
import numpy as np

from algebra_tnn import Tensor, TensorRankAtLeast, TensorRankBetween, library, separation_rank, verify
from algebra_tnn.exact import PRIME, rank_profile
from algebra_tnn.tensors.formats import RingFormat, TrainFormat

rng = np.random.default_rng(0)


def random_rank(network, modes, equal=False):
    """The rank of the flattening at random nodes modulo a prime."""
    drawn = {name: rng.integers(0, PRIME, shape).tolist() for name, shape in network.parameters.items()}
    if equal:
        drawn = dict.fromkeys(drawn, next(iter(drawn.values())))
    tensor = np.array(network.tensor(drawn, modulus=PRIME))
    others = [k for k in range(network.order) if k not in modes]
    matrix = tensor.transpose([*modes, *others]).reshape(np.prod([tensor.shape[k] for k in modes]), -1)
    return rank_profile(matrix.tolist(), PRIME).rank


# %% [markdown]
# ## The usual picture
#
# Trains with modes and ranks 2, and even with modes of size 3: all cuts are attained, for all sets of modes.

# %%
for n, r in ((2, 2), (3, 2), (3, 3)):
    train = TrainFormat((n,) * 4, (r,) * 3)
    sides = [side for size in (1, 2) for side in combinations(range(4), size)]
    missed = [side for side in sides if random_rank(train, side) < train.min_cut(side)]
    print(f"{train}: {len(sides)} sets of modes, missed {len(missed)}")

# %% [markdown]
# ## Rings of four
#
# Modes of sizes 2 to 4 and bonds of size 2, the first and third mode against the others; a mode of more than 4 values
# can do no more, since its node has two bonds. Up to rotation and reflection two rings miss their cut.

# %%
for shape in product((2, 3, 4), repeat=4):
    ring = RingFormat(shape, 2)
    turns = [turned[k:] + turned[:k] for turned in (shape, shape[::-1]) for k in range(4)]
    if shape == min(turns) and (rank := random_rank(ring, (0, 2))) < (cut := ring.min_cut((0, 2))):
        print(f"{ring}: rank {rank} < cut {cut}")

# %% [markdown]
# ## The reason
#
# Four nodes span three-dimensional spaces of 2×2 matrices. Each is orthogonal to one matrix, and a change of basis of
# the bonds makes these the identity, but for one: so the matrices are traceless, and the entries are
# $\operatorname{tr}(X\,X'\,Y\,Y'\,h)$ with a diagonal matrix $h$. The vector
# $K = E_{12}\otimes E_{21}/h_1 - E_{21}\otimes E_{12}/h_2$ then pairs to
# $X'_{22}Y'_{11} - X'_{11}Y'_{22} = 0$, since $X'$ and $Y'$ have no trace. The same works for bonds $r$ and modes
# $r^2-1$, with $r-1$ such vectors; and for $2m$ nodes, $m$ even, the rank falls short by at least
# $(r-1)(r^2-1)^{m/2-1}$ (statement A9b).

# %%
outcome = library.run("rank/ring_traceless")
print("rank/ring_traceless:", outcome.verdict.explanation.splitlines()[0])


def alternating_rank(d, n, r, equal=False):
    """The rank of the flattening at every other mode of a ring, mode by mode, without the tensor itself."""
    nodes = [rng.integers(0, PRIME, (n, r, r)) for _ in range(1 if equal else d)] * (d if equal else 1)
    part = np.eye(r, dtype=np.int64).reshape(1, 1, r, r)
    for k, node in enumerate(nodes):
        part = np.einsum(("xyab,ibc->xiyac", "xyab,ibc->xyiac")[k % 2], part, node) % PRIME
        part = part.reshape(n ** (k // 2 + 1), n ** ((k + 1) // 2), r, r)
    return rank_profile((np.einsum("xyaa->xy", part) % PRIME).tolist(), PRIME).rank


family = {}
for d, r in ((4, 2), (8, 2), (4, 3), (4, 4)):
    N, m = r * r - 1, d // 2
    family[d, r] = (alternating_rank(d, N, r), N**m - (r - 1) * N ** (m // 2 - 1), N**m)
    rank, bound, cut = family[d, r]
    print(f"{d} nodes, bonds {r}, modes {N}: rank {rank} ≤ {bound} < cut {cut}")

# %% [markdown]
# ## Equal nodes
#
# A ring of equal nodes is symmetric under rotations, and a part of the flattening is a skew form; if it lives on a
# space of odd dimension, the rank falls short, whatever the bonds are (statement A9a). With all sizes 2, powers of one
# integer, the rank is three quarters of the cut, for every even number of nodes from four on (statement A9d).

# %%
equal = [(d, alternating_rank(d, 2, 2, equal=True), 2 ** (d // 2)) for d in (4, 6, 8, 10, 12)]
for d, rank, cut in equal:
    print(f"{d} equal nodes, all sizes 2: rank {rank} of {cut}")

# %% [markdown]
# ## Without a cycle
#
# A train of shape 2×3×2×3×2 with all ranks 2 has rank 7 at its two modes of size 3, where the least cut is 8: over the
# complex numbers the core in the middle is a sum of two terms, and for each of them the neighbours span a plane in a
# space of dimension 3; two planes meet, on both sides.
#
# Another reason: two nodes with a bond of size 2 are two pencils of matrices. General pencils of 3×5 matrices are all
# equivalent, to $L_1\oplus L_2$ in Kronecker's normal form, and in the product of two of them a 3×4 and a 4×3 block
# stand side by side: one loses a column, the other a row. So a *train* of shape 3×5×5×3 with ranks 3, 2, 3 has rank 14
# at the modes 0 and 2, where its least cut is 15 (statements A9 and A9c).

# %%
short = TrainFormat((2, 3, 2, 3, 2), (2, 2, 2, 2))
print(f"{short}: rank {random_rank(short, (1, 3))} < cut {short.min_cut((1, 3))}")
train = TrainFormat((3, 5, 5, 3), (3, 2, 3))
print(separation_rank(train, [0, 2]).explanation)

# %% [markdown]
# ## The picture
#
# Left: rank over cut for rings of four with equal sizes, bonds across, modes up: only the modes $r^2-1$ miss. Right:
# what is lost along the two families.

# %%
grid = np.ones((8, 2))
for n, r in product(range(2, 9), (2, 3)):
    ring = RingFormat((n,) * 4, r)
    grid[n - 1, r - 2] = random_rank(ring, (0, 2)) / ring.min_cut((0, 2))
figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.5), width_ratios=(1, 1.6))
image = left.imshow(grid[1:], origin="lower", aspect="auto", cmap="viridis", extent=(1.5, 3.5, 1.5, 8.5))
left.set(xlabel="bonds", ylabel="modes", title="rank / cut, rings of four", xticks=(2, 3))
figure.colorbar(image, ax=left)
right.plot(
    [d for d, _, _ in equal], [rank / cut for _, rank, cut in equal], marker="s", label="equal nodes, all sizes 2"
)
right.plot([4, 8], [family[d, 2][0] / family[d, 2][2] for d in (4, 8)], marker="o", label="modes 3, bonds 2")
right.plot([4], [family[4, 3][0] / family[4, 3][2]], marker="v", linestyle="", label="modes 8, bonds 3")
right.axhline(1, color="#999999", linewidth=1)
right.set(xlabel="nodes", ylabel="rank / cut", title="rings at every other mode", ylim=(0.7, 1.03))
right.legend()
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claim
#
# The flattening of the train in the normal form of its nodes has rank 14, and that it has rank 15, the least cut, is
# refuted.

# %%
pencil = library.load("rank/train_fourteen")
print(verify(TensorRankAtLeast(pencil.INSTANCE, train.min_cut((0, 2)))).status, "that the cut is attained")
matrix = Tensor.from_nested(pencil.INSTANCE.nested())
verdict = verify(TensorRankBetween(matrix, 14, 14))
assert verdict.status == "proved"
print(verdict.explanation)
verdict  # noqa: B018  # the last expression of a cell is what it shows
