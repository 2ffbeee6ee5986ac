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
# # How many multiplications does a matrix product need?
#
# The entries of $C = AB$ are sums of products $a_{ij} b_{jk}$. For an $m \times n$ and an $n \times p$ matrix the
# definition has $mnp$ of them, and Strassen needs 7 instead of 8 for $2 \times 2$ matrices. The least number is the
# *rank* of the tensor $M\langle m,n,p\rangle = \sum a_{ij} \otimes b_{jk} \otimes c_{ik}$. The *border rank* is the
# least number that suffices in the limit, and it governs the exponent of matrix multiplication just as well.
#
# Everything printed here as *proved* or *refuted* was re-derived from a certificate by an independent checker.

# %%
from itertools import combinations_with_replacement

import matplotlib.pyplot as plt

from algebra_tnn import (
    CP,
    BorderRankAtLeast,
    BorderRankAtMost,
    Shortfall,
    TensorRankAtLeast,
    TensorRankBetween,
    decomposes,
    matmul,
    named_tensor,
    provers,
    tensor_rank,
    verify,
)
from algebra_tnn.tensors.fast_multiplication import bini, laderman, strassen
from algebra_tnn.tensors.named import named
from algebra_tnn.tensors.short_multiplication import short_multiplication

# %% [markdown]
# ## A decomposition is checked entry by entry
#
# Published decompositions come in many conventions: matrices row after row or column after column, the third factor
# for $C$ or its transpose. All of them are tried, and the sums are exact.

# %%
print(decomposes(named("matmul:3,3,3"), laderman()).explanation)

# %% [markdown]
# If one number is wrong, the answer says which entry of the product suffers, and how to mend it.

# %%
factors = [[list(row) for row in factor] for factor in laderman().factors]
factors[0][4][7] += 1
print(decomposes(named("matmul:3,3,3"), CP.from_factors(*factors)).explanation)

# %% [markdown]
# Without its signs, Strassen's algorithm is one for bits, and for nothing else.

# %%
signless = CP.from_factors(*([[abs(x) for x in row] for row in factor] for factor in strassen().factors))
print(decomposes(named("matmul:2,2,2"), signless).explanation)

# %% [markdown]
# ## Seven is the least
#
# From above there are Strassen's seven terms. From below, slices of the tensor are removed, each with a term: first
# one of $A$, then two of $B$, and the four of $C$ are still independent, whatever multiples of the removed slices the
# others got. That they are, for *all* multiples, is shown by a matrix of polynomials.

# %%
print(tensor_rank(strassen()).explanation)

# %% [markdown]
# ## Rank is not border rank
#
# The smallest tensor with fewer terms in the limit than in truth is $W$: three terms, none of which can be spared, but
# $\tfrac1e\left((a + eb)^{\otimes 3} - a^{\otimes 3}\right) \to W$. For matrices the first example is that of Bini
# and others: ten terms in the limit for a $2 \times 2$ times a $2 \times 3$ matrix, where eleven are needed.

# %%
W = named_tensor("w:3")
LINE = [[[1, 0], [1, 0]], [[0, 1], [0, 0]]]  # a + eb and a: the constant, and the coefficient of e
CURVES = {"w:3": ([[[[1, 0], [-1, 0]], [[0, 1], [0, 0]]], LINE, LINE], 2), "matmul:2,2,3": (bini(), 10)}
print("W:", tensor_rank(W).explanation.splitlines()[0])
for name, (curve, terms) in CURVES.items():
    claim = BorderRankAtMost(named_tensor(name), terms)
    print(
        f"border rank of {name} ≤ {terms}:", verify(claim, by=provers.approximating_curve(curve, order=1)).explanation
    )

# %% [markdown]
# ## The sweep
#
# For all formats with sizes up to three we ask for the best bounds that are proved here. From below: the substitution
# method, $(n-1)(p+1) + mp$ in the best order of the sizes, which is $2n^2 - 1$ for square matrices; and Koszul
# flattenings for the border rank. From above: what is put together, block by block, from the definition and from three
# short decompositions, with 7 terms for ⟨2,2,2⟩, 15 for ⟨2,3,3⟩ and 23 for ⟨3,3,3⟩.

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


table = []
for sizes in combinations_with_replacement((1, 2, 3), 3):
    tensor = matmul(*sizes)
    known = short_multiplication(*sizes)
    assert decomposes(tensor, known).correct
    above = known.length
    flat = largest(TensorRankAtLeast, tensor, provers.flattening, above)
    rank = max(flat, largest(TensorRankAtLeast, tensor, provers.matmul_substitution, above) if min(sizes) > 1 else 0)
    koszul = largest(BorderRankAtLeast, tensor, provers.koszul_flattening, above) if min(sizes) > 1 else 0
    border = max(flat, koszul)
    border_above = 10 if sizes == (2, 2, 3) else above
    table.append((sizes, rank, above, border, border_above))

print(f"{'format':>8}  {'definition':>10}  {'rank proved':>11}  {'known':>8}  {'border proved':>13}  {'known':>8}")


def span(low, high):
    return f"{low}" if low == high else f"{low} to {high}"


for sizes, rank, above, border, border_above in table:
    low, high, border_low, border_high = LITERATURE.get(sizes, (above, above, above, above))
    m, n, p = sizes
    print(
        f"{f'⟨{m},{n},{p}⟩':>8}  {m * n * p:>10}  {span(rank, above):>11}  {span(low, high):>8}  "
        f"{span(border, border_above):>13}  {span(border_low, border_high):>8}"
    )

# %% [markdown]
# If one of the sizes is one, nothing can be gained. Otherwise there are gaps, where the bars leave a white space: for
# the rank of $M\langle 3,3,3\rangle$ what is proved here is 17 to 23, and what is known is 19 to 23.

# %%
interesting = [row for row in table if min(row[0]) > 1]
figure, axes = plt.subplots(figsize=(9, 4))
for x, (sizes, rank, above, border, border_above) in enumerate(interesting):
    m, n, p = sizes
    low, high, border_low, border_high = LITERATURE[sizes]
    axes.bar(x - 0.2, rank, width=0.36, color="#1b9e77", label="rank: proved to be as much" if x == 0 else None)
    axes.bar(
        x + 0.2, border, width=0.36, color="#7570b3", label="border rank: proved to be as much" if x == 0 else None
    )
    for place, upper, known in ((x - 0.2, above, (low, high)), (x + 0.2, border_above, (border_low, border_high))):
        axes.plot([place - 0.18, place + 0.18], [upper, upper], color="#d95f02", linewidth=3)
        axes.plot([place, place], known, color="black", marker="_", markersize=9)
    axes.plot([x - 0.4, x + 0.4], [m * n * p] * 2, color="#888888", linestyle=":")
axes.plot([], [], color="#d95f02", linewidth=3, label="a decomposition, or a curve, has as many terms")
axes.plot([], [], color="black", marker="_", markersize=9, label="the range in the literature")
axes.plot([], [], color="#888888", linestyle=":", label="terms of the definition")
axes.set_xticks(range(len(interesting)), ["⟨" + ",".join(map(str, row[0])) + "⟩" for row in interesting])
axes.set(ylabel="terms", title="What is proved about matrix multiplication")
axes.legend(loc="upper left", fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claim
#
# No bilinear algorithm for $2 \times 2$ matrices has fewer than seven multiplications, over any field that contains
# the rational numbers; and Strassen's has seven.


# %%
def sides(side):
    return (provers.matmul_substitution if isinstance(side, TensorRankAtLeast) else provers.decomposition,)


verdict = verify(TensorRankBetween(strassen(), 7, 7), by=provers.both_bounds(sides))
assert verdict.status == "proved"
print(verdict.explanation)
verdict  # noqa: B018  # the last expression of a cell is what it shows
