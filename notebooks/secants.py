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
# # How many terms does a general tensor need?
#
# Sums of $r$ tensors $a \otimes b \otimes c$ of shape $n_0 \times n_1 \times n_2$ have $r(n_0 + n_1 + n_2 - 2)$
# parameters, up to scalings of the vectors. So about $n_0 n_1 n_2/(n_0 + n_1 + n_2 - 2)$ terms should be enough for
# almost all tensors, and fewer terms should fill as many dimensions as they have parameters. Both can fail. We map
# where, for tensors and for forms, see which forms are to blame, and ask how many decompositions a general sum has.
#
# Every number below is proved from both sides, trusts no published theorem, and was derived again by an independent
# checker. Where something is not known, the map says so.

# %%
from itertools import combinations_with_replacement

import matplotlib.pyplot as plt

from algebra_tnn import (
    DimensionAtLeast,
    DimensionBetween,
    Segre,
    Veronese,
    dimension,
    generic_rank,
    identifiable,
    verify,
)

# %% [markdown]
# ## One shape
#
# For $3 \times 3 \times 3$ one expects $\lceil 27/7 \rceil = 4$ terms. But four terms satisfy an equation, found by
# Strassen: five are needed.

# %%
print(generic_rank(Segre((3, 3, 3))).explanation)

# %% [markdown]
# ## The map of generic ranks
#
# The number in a cell is the generic rank. Grey cells have the rank that counting expects. In yellow cells one mode is
# so large that the terms fill the space late, as they do for matrices. Red are $3 \times 3 \times 3$ and
# $3 \times 5 \times 5$, of the family $3 \times n \times n$ with odd $n$, where nothing is so unbalanced.

# %%
SIZES = range(2, 6)
ranks = {shape: generic_rank(Segre(shape)) for shape in combinations_with_replacement(SIZES, 3)}
assert all(found.meet and not found.trusts for found in ranks.values())
late = {shape for shape, found in ranks.items() if found.lower > found.expected}
print(f"{len(ranks)} shapes, {len(late)} of them need more terms than expected: {sorted(late)}")


def is_unbalanced(shape):
    """Whether the largest mode is so large that, from some number of terms on, only its span matters."""
    a, b, c = sorted(shape)
    return c >= a * b - a - b + 4


figure, axes = plt.subplots(1, len(SIZES), figsize=(13, 3.6))
for panel, a in zip(axes, SIZES, strict=True):
    for i, b in enumerate(SIZES):
        for j, c in enumerate(SIZES):
            shape = tuple(sorted((a, b, c)))
            colour = "#e8e8e8" if shape not in late else "#f7d154" if is_unbalanced(shape) else "#e4572e"
            panel.add_patch(plt.Rectangle((j - 0.5, i - 0.5), 1, 1, facecolor=colour, edgecolor="white"))
            panel.text(j, i, ranks[shape].lower, ha="center", va="center")
    panel.set(title=f"{a} × n₁ × n₂", xlabel="n₂", ylabel="n₁", xlim=(-0.5, 3.5), ylim=(3.5, -0.5))
    panel.set_xticks(range(len(SIZES)), SIZES)
    panel.set_yticks(range(len(SIZES)), SIZES)
figure.suptitle("generic ranks (grey: as expected; yellow: unbalanced; red: defective)")
figure.tight_layout()
plt.show()

# %% [markdown]
# ## Forms: the theorem of Alexander and Hirschowitz
#
# For symmetric tensors, sums of $r$ powers of linear forms, the list of exceptions is complete: quadratic forms, and
# four more cases. On our range we prove it again, one dimension after the other. A cell shows by how much the dimension
# is less than expected.

# %%
DEGREES = {2: range(2, 6), 3: range(2, 6), 4: range(2, 5)}
powers = {}
for d, variables in DEGREES.items():
    for n in variables:
        for r in range(2, generic_rank(Veronese(n, d)).upper + 1):
            powers[n, d, r] = dimension(Veronese(n, d).secant(r))
assert all(found.status == "proved" and not found.trusts for found in powers.values())
print(f"{len(powers)} dimensions; defective but for quadrics:", [k for k, x in powers.items() if x.defect and k[1] > 2])

figure, axes = plt.subplots(1, len(DEGREES), figsize=(14, 2.9))
for panel, (d, variables) in zip(axes, DEGREES.items(), strict=True):
    most = max(r for _, degree, r in powers if degree == d)
    defects = [[powers[n, d, r].defect if (n, d, r) in powers else -1 for r in range(2, most + 1)] for n in variables]
    panel.imshow([[float("nan") if x < 1 else x for x in row] for row in defects], cmap="YlOrRd", vmin=0, vmax=6)
    for i, row in enumerate(defects):
        for j, x in enumerate(row):
            if x < 1:
                colour = "#e8e8e8" if x == 0 else "white"
                panel.add_patch(plt.Rectangle((j - 0.5, i - 0.5), 1, 1, facecolor=colour, edgecolor="white"))
            else:
                panel.text(j, i, x, ha="center", va="center")
    panel.set(title=f"degree {d}", xlabel="r", ylabel="variables")
    panel.set_xticks(range(most - 1), range(2, most + 1))
    panel.set_yticks(range(len(variables)), variables)
figure.suptitle("defects of sums of r powers (grey: none)")
figure.tight_layout()
plt.show()

# %% [markdown]
# Who is to blame? A bound from above is a form, of the degree of the sums, that is singular at all $r$ points, and that
# nobody expected. For five quartics in three variables it is the square of the conic through the five points.

# %%
for case in ((3, 2, 2), (3, 4, 5)):
    print(*powers[case].explanation.splitlines()[:2], *powers[case].argument, sep="\n  ")

# %% [markdown]
# ## How many decompositions?
#
# If $r$ terms do not fill, a general sum of them should be such a sum in one way. The map shows where that is proved,
# where there are infinitely many, and where we do not know.

# %%
NUMBERS = {}
for shape, found in ranks.items():
    if max(shape) <= 4:
        for r in range(2, found.lower + 1):
            NUMBERS[shape, r] = identifiable(Segre(shape).secant(r))
kinds = {"one": "#2f6f9f", "infinitely many": "#f7d154", "finitely many, not counted here": "#b5b5b5"}


def kind(found):
    if found.globally == "proved":
        return "one"
    return "infinitely many" if found.finite == "refuted" else "finitely many, not counted here"


counts = {name: sum(kind(found) == name for found in NUMBERS.values()) for name in kinds}
print(counts)
shapes = sorted({shape for shape, _ in NUMBERS})
figure, axes = plt.subplots(figsize=(7, 4))
for (shape, r), found in NUMBERS.items():
    place = (r - 0.5, shapes.index(shape) - 0.5)
    axes.add_patch(plt.Rectangle(place, 1, 1, facecolor=kinds[kind(found)], edgecolor="white"))
for name, colour in kinds.items():
    axes.scatter([], [], color=colour, marker="s", label=name)
axes.set(xlim=(1.5, 7.5), ylim=(len(shapes) - 0.5, -0.5), xlabel="r", title="decompositions of general sums of r terms")
axes.set_yticks(range(len(shapes)), ["×".join(map(str, shape)) for shape in shapes])
axes.legend(loc="upper right")
figure.tight_layout()
plt.show()
print("not counted:", [(shape, r) for (shape, r), found in NUMBERS.items() if found.globally == "undecided"])

# %% [markdown]
# ## The claim
#
# The least surprising shape holds the largest surprise. That four terms fill the $3 \times 3 \times 3$ tensors, as
# counting says, is refuted; they fill 26 of 27 dimensions, and that is proved.

# %%
four = Segre((3, 3, 3)).secant(4)
print("27 dimensions:", verify(DimensionAtLeast(four.law(), 27)).status)
verdict = verify(DimensionBetween(four.law(), 26, 26))
assert verdict.status == "proved"
print(verdict.explanation)
verdict  # noqa: B018  # the last expression of a cell is what it shows
