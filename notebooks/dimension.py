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
# # When does counting parameters lie?
#
# The functions of a network with activations $t^r$ have an *expected* dimension: the number of weights, minus one for
# each hidden neuron, and never more than there are coefficients (statement D17 [KileelTragerBruna2019]). It bounds the
# dimension from above, and the difference is the *defect*: weights that count for nothing, and that no rescaling
# explains. For one hidden layer and one output the theorem of Alexander and Hirschowitz lists all defects (B13
# [AlexanderHirschowitz1995]), and large degrees heal them (D25), so that one might take a defect for a rarity. It would
# be a surprise if most deep networks had one. Every dimension here is proved from both sides.

# %%
import os
from collections import Counter, defaultdict
from itertools import islice

import matplotlib.pyplot as plt
import numpy as np

from algebra_tnn import (
    DimensionAtLeast,
    DimensionBetween,
    Law,
    PolynomialNetwork,
    dimension,
    formula,
    threshold,
    verify,
)
from algebra_tnn.atlas import shipped
from algebra_tnn.atlas.landscape import networks, proved_dimension
from algebra_tnn.provers.dimensions.fields import field_plan

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")

# %% [markdown]
# ## One network
#
# Eight weights, two hidden neurons, six coefficients of a quadratic form in three variables: $8 - 2 = 6$ should fill
# everything. But $c_1 (w_1 \cdot x)^2 + c_2 (w_2 \cdot x)^2$ has rank two, and its determinant vanishes.

# %%
network = PolynomialNetwork((3, 2, 1), degrees=2)
dimension(network)

# %% [markdown]
# ## The sweep
#
# One and two hidden layers of squares, and quartics. Sums of $d_1$ fourth powers in three variables should fill from
# five on; five miss one dimension, since the square of the conic through five points is singular at all of them.

# %%
INPUTS, HIDDEN, NARROW = range(2, 4 + SIZE), range(1, 4 + SIZE), range(1, 4 + SIZE)
SWEEPS = {
    "(d₀, d₁, 1) with t²": ("d₀", "d₁", {(n, d): ((n, d, 1), 2) for n in INPUTS for d in HIDDEN}),
    "(3, d₁, d₂, 1) with t²": ("d₁", "d₂", {(d, e): ((3, d, e, 1), 2) for d in NARROW for e in NARROW}),
    "(d₀, d₁, 1) with t⁴": ("d₀", "d₁", {(n, d): ((n, d, 1), 4) for n in range(2, 4) for d in range(1, 7)}),
}
answers = {
    title: {place: dimension(PolynomialNetwork(*sizes)) for place, sizes in cells.items()}
    for title, (_, _, cells) in SWEEPS.items()
}
found = [answer for cells in answers.values() for answer in cells.values()]
assert all(answer.status == "proved" and not answer.trusts for answer in found)
print(f"{len(found)} networks, {sum(answer.defect > 0 for answer in found)} of them with a defect")


# %%
def heat_map(axes, values, words, title, across, down, top):
    """Values as colours; ``words`` says what is written in a place, and what has no words is white."""
    lines, columns = sorted({key[0] for key in values}), sorted({key[1] for key in values})
    colours = np.array([[values.get((line, column), np.nan) for column in columns] for line in lines])
    axes.imshow(colours, cmap="Oranges", vmin=0, vmax=top, origin="lower", aspect="auto")
    for key, value in values.items():
        place = columns.index(key[1]), lines.index(key[0])
        axes.text(*place, words(key), ha="center", va="center", color="white" if value > 0.7 * top else "black")
    axes.set(title=title, xlabel=across, ylabel=down)
    axes.set_xticks(range(len(columns)), columns)
    axes.set_yticks(range(len(lines)), lines)


figure, panels = plt.subplots(1, len(SWEEPS), figsize=(14, 4))
for axes, (title, (down, across, _)) in zip(panels, SWEEPS.items(), strict=True):
    cells = answers[title]
    defects = {key: answer.defect for key, answer in cells.items()}

    def words(key, cells=cells):
        fills = cells[key].lower == cells[key].ambient
        return f"{cells[key].defect or ''}" + ("fills" if fills and len(cells) < 13 else "·" if fills else "")

    heat_map(axes, defects, words, title, across, down, top=max(1, *defects.values()))
figure.suptitle("the defect, where there is one (· or “fills”: the functions fill their space)")
figure.tight_layout()
plt.show()

# %% [markdown]
# ## Reason one: motions of the weights that nobody counted
#
# If functions do not change along a vector field on the weights, its directions count for nothing. Rescalings are such
# fields, and they are subtracted already. An output that is a quadratic form of the last hidden layer has rotations
# besides (D21). $\delta W$ is the velocity of $W$.


# %%
def velocities(field):
    """The components of a vector field as formulas."""
    parts = [(name, formula(Law((), field.parameters, (), moved))) for name, moved in field.components]
    return "  ".join(text.replace("f_", f"δ{name}_") for name, text in parts)


symmetries = network.symmetries()
for kind, fields in symmetries.families.items():
    for field in fields:
        print(f"{kind:12}", velocities(field))
bound = field_plan(network.law(), symmetries.fields).bound
print(f"{network.parameter_count} weights − {len(symmetries.fields)} independent fields = {bound}")

# %% [markdown]
# ## Reason two: geometry
#
# Do the known fields explain every defect of the sweep? Where more is missing, the rule of the upper bound says what is
# behind it: parts of a deep network that cannot use all their common weights (H7), or forms that are singular at all
# the neurons (B19).

# %%
reasons = Counter()
for (widths, degree), answer in (
    (sizes, answers[title][key]) for title in SWEEPS for key, sizes in SWEEPS[title][2].items()
):
    if answer.defect:
        model = PolynomialNetwork(widths, degree)
        explained = field_plan(model.law(), model.symmetries().fields).bound == answer.upper
        reasons["fields" if explained else answer.argument[0].split()[3].rstrip(":")] += 1
        if not explained and len(reasons) < 4:
            print(f"{model}: expected {answer.expected}\n    {answer.argument[0]}")
print(dict(reasons))

# %% [markdown]
# ## A hundred thousand networks
#
# An atlas ships with the package: all small networks, each row with the bounds that a certificate proves. Networks with
# one neuron in a layer before a wider one are set apart, since there counting always fails; so are those of one input.

# %%
rows = [entry.columns for entry in islice(shipped.entries(family="pnn"), 24_000 if SIZE == 1 else None)]
atlas = {place: row for place, row in networks(rows).items() if place[1] and place[0][0] > 1 and proved_dimension(row)}


def has_funnel(widths):
    """Whether a hidden layer of one neuron has a wider hidden layer behind it."""
    return any(widths[i] == 1 and max(widths[i + 1 : -1], default=1) > 1 for i in range(1, len(widths) - 2))


def shares(key):
    """By key: how many networks without a funnel there are, and how many of them have a defect."""
    counted = defaultdict(lambda: [0, 0])
    for (widths, degrees), row in atlas.items():
        if not has_funnel(widths) and (place := key(widths, degrees)):
            counted[place][0] += 1
            counted[place][1] += row["defect"] > 0
    return counted


for (layers,), (count, defective) in sorted(shares(lambda w, r: (len(w) - 1,)).items()):
    print(f"{layers} layers without a funnel: {defective:,} of {count:,} have a defect ({defective / count:.1%})")
funnels = [row for (widths, _), row in atlas.items() if has_funnel(widths)]
print(f"with a funnel: {sum(row['defect'] > 0 for row in funnels):,} of {len(funnels):,}")

# %% [markdown]
# ## Where it stops
#
# A large degree heals every defect, unless there is a funnel. For two layers with one output every dimension is
# $\text{weights} - d_1$ from degree $2 d_1 - 1$ on: with two inputs not earlier, with more inputs sooner.

# %%
widths = range(2, 4 + SIZE)
curves = {n: [threshold((n, d, 1)) for d in widths] for n in (2, 3, 4)}
assert all(answer.status == "proved" for row in curves.values() for answer in row)
curves[2][1]

# %% [markdown]
# ## The picture
#
# Left and middle: defects are the rule in deep networks with few outputs, and become rare slowly as degrees grow;
# the atlas ends at degree 5. Right: from which degree on all weights count.

# %%
by_widths = shares(lambda w, r: len(w) == 4 and w[1:3])
by_degree = shares(lambda w, r: len(set(r)) == 1 and (len(w) - 1, r[0]))
figure, (left, middle, right) = plt.subplots(1, 3, figsize=(15, 4.5))
for axes, cells, title, across, down in (
    (left, by_widths, "atlas, three layers", "second hidden width", "first hidden width"),
    (middle, by_degree, "atlas, one degree in all layers", "degree", "layers of weights"),
):
    ratio = {key: defective / count for key, (count, defective) in cells.items()}
    heat_map(
        axes, ratio, lambda key, ratio=ratio: f"{ratio[key]:.0%}", f"share with a defect: {title}", across, down, 1
    )
right.plot(widths, [2 * d - 1 for d in widths], color="C3", linewidth=6, alpha=0.3, label="2 d₁ − 1")
for (n, row), marker in zip(curves.items(), "os^", strict=True):
    right.plot(widths, [answer.free_from for answer in row], marker=marker, label=f"({n}, d₁, 1)")
right.set(xlabel="hidden width d₁", ylabel="degree", title="all weights count from this degree on", xticks=widths)
right.legend()
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claims
#
# Counting lies most where a quadratic form is squared. That the functions of the network with the largest defect of the
# sweep fill the expected number of dimensions is refuted; the dimension that they do fill is proved.

# %%
worst = max(found, key=lambda answer: answer.defect)
print(worst.name, "with defect", worst.defect)
assert verify(DimensionAtLeast(worst.law, worst.expected)).status == "refuted"
verdict = verify(DimensionBetween(worst.law, worst.lower, worst.upper))
assert verdict.status == "proved"
verdict
