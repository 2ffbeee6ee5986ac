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
# # How far does Kruskal's condition reach?
#
# A decomposition $T = \sum_r a_r \otimes b_r \otimes c_r$ with $R$ terms is *essentially unique* if its terms are
# determined by their sum. Kruskal's condition promises this when the Kruskal ranks of the three factors satisfy
# $k_A + k_B + k_C \ge 2R + 2$ (statement B3 [Kruskal1977]), and no smaller number would do for all factors (B5
# [Derksen2013]). We let $R$ grow, look at what lies just beyond the inequality, and map out which theorem covers what.
# It would be a surprise if uniqueness ended where the inequality does.

# %%
import os
import random
from math import comb

import matplotlib.pyplot as plt

from algebra_tnn import CP, EssentiallyUnique, NotEssentiallyUnique, kruskal_rank, provers, verify
from algebra_tnn.provers.non_uniqueness import certificate_of, terms_of

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")

# %% [markdown]
# ## One decomposition
#
# The Kruskal rank of a matrix is the largest $k$ such that *every* $k$ columns are independent. The answer has two
# sides, each with evidence: all minors of a projection are units modulo a prime, and some $k+1$ columns are
# dependent.


# %%


def random_decomposition(shape, length, seed=0):
    """A decomposition with integer factors between -99 and 99."""
    rng = random.Random(f"{shape} {length} {seed}")
    return CP.from_factors(*([[rng.randint(-99, 99) for _ in range(length)] for _ in range(n)] for n in shape))


T = random_decomposition((4, 4, 4), 5)
for name, factor in zip("ABC", T.factors, strict=True):
    print(name, kruskal_rank(factor).explanation, sep=": ")

# %% [markdown]
# ## The slack as R grows
#
# For general factors with four rows the Kruskal ranks are $\min(4, R)$. The slack $k_A + k_B + k_C - (2R + 2)$ rises
# up to $R = 4$ and then falls by two with every further term.

# %%
RULES = (provers.rank_one, provers.jennrich, provers.compound, provers.kruskal, provers.lovitz_petrov)
lengths = list(range(2, 7 + SIZE))
slacks, statuses = [], []
for R in lengths:
    T = random_decomposition((4, 4, 4), R)
    ranks = [kruskal_rank(factor).lower for factor in T.factors]
    verdict = verify(EssentiallyUnique(T), by=RULES)
    slacks.append(sum(ranks) - (2 * R + 2))
    statuses.append(verdict.status)
    print(f"R = {R}: k-ranks {ranks}, slack {slacks[-1]:+d}: {verdict.status} {verdict.rule or ''}")

# %% [markdown]
# ## The first failure
#
# At $R = 6$ no rule proves uniqueness. That is no refutation: the answer is *undecided*, with what fell short and by
# how much.

# %%
first = lengths[next(i for i, status in enumerate(statuses) if status == "undecided")]
print(f"R = {first}:", verify(EssentiallyUnique(random_decomposition((4, 4, 4), first)), by=RULES).explanation)

# %% [markdown]
# ## A second decomposition just beyond the boundary
#
# With the sum $2R + 1$, one less than Kruskal wants, uniqueness can fail for every choice of Kruskal ranks (Derksen).
# Take ranks (4, 4, 3) and $R = 5$. The entries of $v_4(t) \otimes v_4(t) \otimes v_3(t)$ with $v_k(t) = (1, t, \ldots,
# t^{k-1})$ are polynomials of degree at most 8, so their ninth difference vanishes:
#
# $$\sum_{t\ \text{even}} \binom{9}{t}\, v_4(t) \otimes v_4(t) \otimes v_3(t)
#   = \sum_{t\ \text{odd}} \binom{9}{t}\, v_4(t) \otimes v_4(t) \otimes v_3(t), \qquad t = 0, \ldots, 9.$$


# %%
def half(parity):
    points = range(parity, 10, 2)
    A = [[t**i for t in points] for i in range(4)]
    return CP.from_factors([[comb(9, t) * x for t, x in zip(points, row, strict=True)] for row in A], A, A[:3])


even, odd = half(0), half(1)
print("the same tensor:", even.tensor() == odd.tensor())
print("k-ranks:", [kruskal_rank(factor).lower for factor in even.factors], "needed:", 2 * 5 + 2)
second = verify(
    NotEssentiallyUnique(even), by=lambda claim: certificate_of(claim, terms_of(odd.factors), "the terms at odd t")
)
assert second.status == "proved"
second

# %% [markdown]
# ## The sweep: where each rule applies
#
# For random factors the answer depends on the shape and on $R$ alone, up to bad luck. Each cell shows the first rule,
# in the order of the legend, that proves uniqueness. The first three trust no published theorem. Grouping modes lets
# them reach into order four and five (H9), and one long mode serves the compound matrices (B7). The theorem of Lovitz
# and Petrov shows its strength for special factors only: for general ones it asks exactly what Kruskal asks.

# %%
SHAPES = [
    (2, 2, 2),
    (3, 3, 3),
    (4, 4, 4),
    (5, 5, 5),
    (2, 4, 4),
    (3, 3, 6),
    (3, 4, 8),
    (4, 4, 9),
    (2, 2, 2, 2),
    (3, 3, 3, 3),
    (2, 2, 2, 2, 2),
]
NAMES = ("rank-one", "jennrich", "compound", "kruskal", "lovitz-petrov", "undecided")
LETTERS = ("1", "J", "C", "K", "L", "")
COLOURS = ("C9", "C0", "C3", "C1", "C5", "white")
longest = 4 + 3 * SIZE


def condition(shape, R):
    """The first that proves uniqueness: Jennrich's is Kruskal's where two k-ranks are R, and trusts nothing."""
    verdict = verify(EssentiallyUnique(random_decomposition(shape, R)), by=RULES)
    return "jennrich" if verdict.rule == "kruskal" and not verdict.trusts else verdict.rule or "undecided"


rules = [[condition(shape, R) for R in range(1, longest + 1)] for shape in SHAPES]
for shape, row in zip(SHAPES, rules, strict=True):
    print("×".join(map(str, shape)), *row)

# %% [markdown]
# ## The picture
#
# Left: the slack is negative from $R = 6$ on, and there nothing is proved. Right: beyond the last letter of a row no
# rule applies, which refutes nothing. Long modes reach far by compound matrices, high orders by grouping modes.

# %%
figure, (left, right) = plt.subplots(1, 2, figsize=(13, 4.5), width_ratios=(1, 2))
left.plot(lengths, slacks, color="C2", zorder=1)
for status, colour, marker in (("proved", "C0", "o"), ("undecided", "C1", "X")):
    places = [i for i, found in enumerate(statuses) if found == status]
    points = [lengths[i] for i in places], [slacks[i] for i in places]
    left.scatter(*points, s=70, color=colour, marker=marker, label=status, zorder=2)
left.axhline(0, color="black", linewidth=0.8)
left.set(xlabel="number of terms R", ylabel="k_A + k_B + k_C − (2R + 2)", title="Kruskal's slack in 4×4×4")
left.legend()
for i, row in enumerate(rules):
    for j, rule in enumerate(row):
        k = NAMES.index(rule)
        right.add_patch(plt.Rectangle((j + 0.5, i - 0.5), 1, 1, facecolor=COLOURS[k], edgecolor="white"))
        right.text(j + 1, i, LETTERS[k], ha="center", va="center", color="black" if k == 0 else "white")
right.set(xlim=(0.5, longest + 0.5), ylim=(len(SHAPES) - 0.5, -0.5), xlabel="number of terms R", ylabel="shape")
right.set_xticks(range(1, longest + 1))
right.set_yticks(range(len(SHAPES)), ["×".join(map(str, shape)) for shape in SHAPES])
right.set_title("the first rule that proves uniqueness of random factors")
handles = [plt.Rectangle((0, 0), 1, 1, facecolor=colour, edgecolor="black") for colour in COLOURS]
labels = [f"{letter}  {name}" for letter, name in zip(LETTERS, NAMES, strict=True)]
right.legend(handles, labels, loc="center left", bbox_to_anchor=(1.02, 0.5))
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claim
#
# Kruskal's condition reaches $R = 5$ in 4×4×4, with nothing to spare, and no rule here reaches further. At its
# boundary:

# %%
verdict = verify(EssentiallyUnique(random_decomposition((4, 4, 4), 5)), by=provers.kruskal)
assert verdict.status == "proved"
verdict
