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
# # Which plausible statements are false?
#
# A statement about all shapes or all weights is refuted by one instance: a hypothesis that is proved, and a conclusion
# that is refuted, both with certificates. We hunt for such instances from the smallest on, modulo the symmetries of the
# problem, for statements that somebody might believe, among them that good blocks make a good network (statement G12
# [UsevichBorsoiDerandClausel2025]) and that Kruskal's inequality could be weaker by one (B5 [Derksen2013]). Others have
# no known exception, and are confronted with the atlas of all small cases. It would be a surprise if the false ones
# held for long, and a sensation if one of the others fell.

# %%
import os
from itertools import combinations_with_replacement

import matplotlib.pyplot as plt

from algebra_tnn import DimensionAtMost, Segre, explain, generic_rank, hunt, verify
from algebra_tnn.atlas import shipped
from algebra_tnn.atlas.conjectures import confronted
from algebra_tnn.hunting import Evidence, Listed, compared
from algebra_tnn.hunting.named import named

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")

# %% [markdown]
# ## One hunt
#
# "If no mode is much larger than the others, $\lceil n_0 n_1 n_2/(n_0 + n_1 + n_2 - 2) \rceil$ terms sum to almost
# every tensor." The hypothesis and the conclusion are functions that return evidence, and the space lists the shapes.
# What is found first is the smallest, since they are tried in that order.


# %%
def is_balanced(shape):
    """Whether the largest mode is so small that the terms do not fill the space late for it alone."""
    a, b, c = sorted(shape)
    limit = a * b - a - b + 4
    return Evidence("proved" if c < limit else "refuted", f"the largest mode is {c}, against {limit}")


def needs_no_more_than_expected(shape):
    found = generic_rank(Segre(shape))
    return compared(found, "<=", found.expected)


SHAPES = Listed(
    f"all shapes of order three with modes from 2 to {3 + SIZE}",
    combinations_with_replacement(range(2, 4 + SIZE), 3),
    measure=lambda shape: (shape[0] * shape[1] * shape[2], shape),
)
strassen = hunt(is_balanced, needs_no_more_than_expected, over=SHAPES)
print(strassen.explanation)

# %% [markdown]
# Strassen's shape comes with its proof. Its certificates are texts that any checker can judge, and that can be told.

# %%
for name, text in strassen.found[0].certificates.items():
    print(f"{name}: {explain(text, depth='brief')}")

# %% [markdown]
# ## The sweep: hunts that are known by name
#
# Each has a statement that is false, and belongs to a statement of the library that says what is true instead. We print
# the question and its smallest exception.

# %%
NAMES = (
    "identifiable-blocks",
    "kruskal-sum-one-short",
    "border-rank-is-rank",
    "equal-nodes",
    "one-neuron-less",
    "finite-is-global",
    "determined-blocks",
    "necessary-conditions-suffice",
    "ring-cuts",
    "paratuck-few-slices",
    "two-layer-defects",
    "rank-over-the-reals",
    "trains-of-any-order",
)[: 4 if SIZE == 1 else None]
hunts = {name: named(name).run(most=1) for name in NAMES}
for name, result in hunts.items():
    about = named(name)
    print(f"{about.question} (see {about.statement})")
    for exception in result.found:
        print(f"  no: {exception.instance}\n    {exception.conclusion.says.splitlines()[0]}")

# %% [markdown]
# ## Statements that stand
#
# The atlas that ships with the package has an answer with a certificate for every small network and secant variety. No
# exception among them proves nothing; an exception would refute.

# %%
family = "segre-veronese" if SIZE == 1 else None  # None: all of them
rows = [entry.columns for entry in shipped.entries(family=family)]
standing = [result for result in confronted(rows) if result.cases]
print(f"{len(rows):,} rows")
for result in standing:
    print(f"{result.statement}: {result.title}: {result.cases:,} cases, {len(result.exceptions)} exceptions")
assert not any(result.exceptions for result in standing)

# %% [markdown]
# ## The picture
#
# How many cases satisfied the hypothesis up to the first exception, and how many do so in the atlas without one. False
# statements fall soon, if small cases are looked at in order. But D27, that widths of minimal filling networks rise and
# then fall, stands in the atlas and is false: its exception (2,3,4,5,4,6,4,1) with squares has seven layers.

# %%
tried = {"general tensors need what is expected": strassen, **hunts}
fallen = dict(sorted(((name, result.met) for name, result in tried.items()), key=lambda item: item[1]))
figure, axes = plt.subplots(figsize=(11, 0.6 + 0.34 * (len(fallen) + len(standing))), layout="constrained")
axes.barh([*fallen], [*fallen.values()], color="C8")
axes.scatter([*fallen.values()], [*fallen], color="C5", marker="X", s=90, zorder=3, label="the first exception")
labels = [f"{result.statement}: {result.title}" for result in standing]
axes.barh(labels, [result.cases for result in standing], color="C0", label="no exception in the atlas")
axes.set(xscale="log", xlim=(0.8, None), xlabel="cases in which the hypothesis is proved", ylabel="statement")
axes.set_title("when false statements fall")
axes.tick_params("y", labelsize=9)
axes.legend(loc="lower right")
plt.show()

# %% [markdown]
# ## The claims
#
# What the hunts found can be claimed without them. Sums of four terms of shape $3 \times 3 \times 3$ have at most 26 of
# 27 dimensions, so that more terms are needed than are expected.

# %%
assert strassen.found[0].instance == (3, 3, 3)
verdict = verify(DimensionAtMost(Segre((3, 3, 3)).secant(4).law(), 26))
assert verdict.status == "proved"
verdict
