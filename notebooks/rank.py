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
# # How many terms does a tensor need?
#
# Sums of $r$ tensors $a \otimes b \otimes c$ of shape $n_0 \times n_1 \times n_2$ have $r(n_0 + n_1 + n_2 - 2)$
# parameters up to scalings, so that about $n_0 n_1 n_2/(n_0 + n_1 + n_2 - 2)$ terms should be enough for almost all
# tensors. Strassen found a shape where they are not (statements B9 [Strassen1983], B10 [AboOttavianiPeterson2009]). A
# single tensor may need fewer, such as the product of matrices, for which 7 instead of 8 multiplications are enough
# (H8a [Strassen1969]), and fewer still in the limit (H8b [Bini1979]). It would be a surprise if the shapes that need
# more terms than are counted were many, or if the last gaps for matrix products closed here.

# %%
import os
from itertools import combinations_with_replacement

import matplotlib.pyplot as plt

from algebra_tnn import (
    CP,
    BorderRankAtLeast,
    BorderRankAtMost,
    DimensionAtLeast,
    Segre,
    Shortfall,
    TensorRankAtLeast,
    TensorRankBetween,
    decomposes,
    generic_rank,
    matmul,
    named_tensor,
    provers,
    tensor_rank,
    verify,
)
from algebra_tnn.tensors.fast_multiplication import bini, laderman, strassen
from algebra_tnn.tensors.named import named
from algebra_tnn.tensors.short_multiplication import short_multiplication

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")

# %% [markdown]
# ## One shape
#
# For $3 \times 3 \times 3$ one expects $\lceil 27/7 \rceil = 4$ terms. But four terms satisfy an equation: five are
# needed.

# %%
generic_rank(Segre((3, 3, 3)))

# %% [markdown]
# ## The first sweep: general tensors
#
# All shapes up to a size. Where one mode is so large that, from some number of terms on, only its span matters, the
# terms fill the space late, as they do for matrices; the others are of the family $3 \times n \times n$ with odd $n$.

# %%
SIZES = range(2, 4 + SIZE)
ranks = {shape: generic_rank(Segre(shape)) for shape in combinations_with_replacement(SIZES, 3)}
assert all(found.meet and not found.trusts for found in ranks.values())
late = {shape for shape, found in ranks.items() if found.lower > found.expected}


def is_unbalanced(shape):
    a, b, c = sorted(shape)
    return c >= a * b - a - b + 4


print(f"{len(ranks)} shapes, {len(late)} of them need more terms than expected: {sorted(late)}")
print("and are not unbalanced:", sorted(shape for shape in late if not is_unbalanced(shape)))

# %% [markdown]
# ## A decomposition is checked entry by entry
#
# Published decompositions of matrix products come in many conventions; all of them are tried, and the sums are exact.
# If one number is wrong, the answer says which entry suffers, and how to mend it. Without its signs, Strassen's
# algorithm is one for bits, and for nothing else.

# %%
factors = [[list(row) for row in factor] for factor in laderman().factors]
factors[0][4][7] += 1
signless = CP.from_factors(*([[abs(x) for x in row] for row in factor] for factor in strassen().factors))
for name, terms in (
    ("matmul:3,3,3", laderman()),
    ("matmul:3,3,3", CP.from_factors(*factors)),
    ("matmul:2,2,2", signless),
):
    print(decomposes(named(name), terms).explanation, end="\n\n")

# %% [markdown]
# ## Rank is not border rank
#
# The smallest tensor with fewer terms in the limit than in truth is $W$: three terms, none of which can be spared, but
# $\tfrac1e\left((a + eb)^{\otimes 3} - a^{\otimes 3}\right) \to W$. For matrices the first example is that of Bini
# and others: ten terms in the limit for a $2 \times 2$ times a $2 \times 3$ matrix, where eleven are needed.

# %%
print("W:", tensor_rank(named_tensor("w:3")).explanation.splitlines()[0])
LINE = [[[1, 0], [1, 0]], [[0, 1], [0, 0]]]  # a + eb and a: the constant, and the coefficient of e
CURVES = {"w:3": ([[[[1, 0], [-1, 0]], [[0, 1], [0, 0]]], LINE, LINE], 2), "matmul:2,2,3": (bini(), 10)}
for name, (curve, terms) in CURVES.items():
    claim = BorderRankAtMost(named_tensor(name), terms)
    shown = verify(claim, by=provers.approximating_curve(curve, order=1))
    print(f"border rank of {name} ≤ {terms}:", shown.explanation)

# %% [markdown]
# ## The second sweep: matrix products
#
# The best bounds that are proved here. From below: the substitution method (H8 [AlexeevForbesTsimerman2011]), and
# Koszul flattenings for the border rank (H8c [LandsbergOttaviani2015]). From above: the definition and three short
# decompositions, put together block by block.

# %%
LITERATURE = {  # rank and border rank, each from and to
    (2, 2, 2): (7, 7, 7, 7),
    (2, 2, 3): (11, 11, 10, 10),
    (2, 3, 3): (14, 15, 14, 14),
    (3, 3, 3): (19, 23, 17, 20),
}


def largest(claim, tensor, by, top):
    """The largest number up to which the claim is proved."""
    found = 0
    while found < top and not isinstance(by(claim(tensor, found + 1)), Shortfall):
        found += 1
    assert verify(claim(tensor, found), by=by).status == "proved"
    return found


table = {}
for sizes in list(LITERATURE)[: 2 * SIZE]:
    tensor, known = matmul(*sizes), short_multiplication(*sizes)
    assert decomposes(tensor, known).correct
    above = known.length
    rank = max(
        largest(TensorRankAtLeast, tensor, by, above) for by in (provers.flattening, provers.matmul_substitution)
    )
    border = largest(BorderRankAtLeast, tensor, provers.koszul_flattening, above)
    table[sizes] = rank, above, border, 10 if sizes == (2, 2, 3) else above


def span(low, high):
    return f"{low}" if low == high else f"{low} to {high}"


print(f"{'product':>8}  {'definition':>10}  {'rank':>8}  {'known':>8}  {'border rank':>11}  {'known':>8}")
for (m, n, p), (rank, above, border, border_above) in table.items():
    known = LITERATURE[m, n, p]
    bounds = f"{span(rank, above):>8}  {span(*known[:2]):>8}  {span(border, border_above):>11}  {span(*known[2:]):>8}"
    print(f"{f'⟨{m},{n},{p}⟩':>8}  {m * n * p:>10}  {bounds}")

# %% [markdown]
# ## The picture
#
# Top: generic ranks; bold in dark cells are those that counting misses though no mode is large, $3 \times 3 \times 3$
# and $3 \times 5 \times 5$; light orange are the unbalanced shapes. Bottom: what is proved about matrix products. White
# space between a bar and its line is a gap, and the rank of $M\langle 3,3,3\rangle$ has a wide one, here and in the
# literature.

# %%
figure = plt.figure(figsize=(14, 8.5), layout="constrained")
top, bottom = figure.subfigures(2, 1, height_ratios=(1, 1.2))
for panel, a in zip(top.subplots(1, len(SIZES)), SIZES, strict=True):
    for i, b in enumerate(SIZES):
        for j, c in enumerate(SIZES):
            shape = tuple(sorted((a, b, c)))
            unexpected = shape in late and not is_unbalanced(shape)
            colour = "C5" if unexpected else "C8" if shape in late else "whitesmoke"
            panel.add_patch(plt.Rectangle((j - 0.5, i - 0.5), 1, 1, facecolor=colour, edgecolor="white"))
            style = {"color": "white", "weight": "bold"} if unexpected else {}
            panel.text(j, i, ranks[shape].lower, ha="center", va="center", **style)
    edge = len(SIZES) - 0.5
    panel.set(title=f"generic ranks, {a} × n₁ × n₂", xlabel="n₂", ylabel="n₁", xlim=(-0.5, edge), ylim=(-0.5, edge))
    panel.set_xticks(range(len(SIZES)), SIZES)
    panel.set_yticks(range(len(SIZES)), SIZES)
axes = bottom.subplots()
for x, (sizes, (rank, above, border, border_above)) in enumerate(table.items()):
    low, high, border_low, border_high = LITERATURE[sizes]
    for shift, colour, value, upper, known in (
        (-0.2, "C0", rank, above, (low, high)),
        (0.2, "C4", border, border_above, (border_low, border_high)),
    ):
        kind = "rank" if shift < 0 else "border rank"
        axes.bar(x + shift, value, width=0.36, color=colour, label=None if x else f"{kind}: proved to be as much")
        axes.plot([x + shift - 0.18, x + shift + 0.18], [upper, upper], color="C1", linewidth=3)
        axes.plot([x + shift] * 2, known, color="black", marker="_", markersize=9)
    axes.plot([x - 0.4, x + 0.4], [sizes[0] * sizes[1] * sizes[2]] * 2, color="C3", linestyle=":")
axes.plot([], [], color="C1", linewidth=3, label="a decomposition, or a curve, has as many terms")
axes.plot([], [], color="black", marker="_", markersize=9, label="the range in the literature")
axes.plot([], [], color="C3", linestyle=":", label="terms of the definition")
axes.set_xticks(range(len(table)), ["⟨" + ",".join(map(str, sizes)) + "⟩" for sizes in table])
axes.set(ylabel="terms", xlabel="sizes of the matrices", title="matrix products")
axes.legend(loc="upper left", fontsize=8)
plt.show()

# %% [markdown]
# ## The claims
#
# That four terms fill the $3 \times 3 \times 3$ tensors, as counting says, is refuted. No bilinear algorithm for
# $2 \times 2$ matrices has fewer than seven multiplications, over any field that contains the rational numbers: slices
# are removed, each with a term, and what is left is independent whatever multiples the others got. Strassen's has
# seven.

# %%
counted = verify(DimensionAtLeast(Segre((3, 3, 3)).secant(4).law(), 27))
assert counted.status == "refuted"
counted


# %%
def sides(side):
    return (provers.matmul_substitution if isinstance(side, TensorRankAtLeast) else provers.decomposition,)


verdict = verify(TensorRankBetween(strassen(), 7, 7), by=provers.both_bounds(sides))
assert verdict.status == "proved"
verdict
