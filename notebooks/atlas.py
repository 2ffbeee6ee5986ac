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
# # Where does counting parameters fail, and what do a hundred thousand networks say about conjectures?
#
# An atlas ships with the package: all polynomial networks and secant varieties up to some size, each row with a lower
# and an upper bound that a certificate proves. This notebook computes no row. It reads them, draws the landscape, and
# confronts statements of the theorem library with all rows at once. At its end a few of the rows are proved again.

# %%
from collections import Counter, defaultdict

import matplotlib.pyplot as plt
import numpy as np

from algebra_tnn import DimensionBetween, PolynomialNetwork, dimension, verify
from algebra_tnn.atlas import shipped
from algebra_tnn.atlas.conjectures import confronted, is_unimodal, three_layers_from_two
from algebra_tnn.atlas.landscape import networks, onsets, proved_dimension

rows = [entry.columns for entry in shipped.entries()]
proved = [row for row in rows if proved_dimension(row) is not None]
print(f"{len(rows):,} rows, {len(proved):,} with equal bounds ({len(proved) / len(rows):.2%})")
print(f"{sum(not row['trusts'] for row in proved):,} of these trust no published theorem")
for (family, layers), count in sorted(Counter((row["family"], row["layers"] or 0) for row in rows).items()):
    print(f"  {family}{f', {layers} layers of weights' if layers else ''}: {count:,}")

# %% [markdown]
# ## One model
#
# A row is an answer that need not be computed. The command that makes its certificate again is part of it.

# %%
print(shipped.lookup(PolynomialNetwork((2, 3, 3, 1), 3)).explanation)

# %% [markdown]
# ## Where counting fails
#
# The expected dimension is the number of weights minus that of hidden neurons, and never more than the space has. We
# ask for the share of networks that have less. Networks with a hidden layer of one neuron before a wider one are set
# apart: whatever comes behind a single number is wasted, and there counting fails in every row. Networks of
# one input have one coefficient for each output, and are left out.

# %%
plain = {place: row for place, row in networks(proved).items() if place[1]}


def has_funnel(widths):
    """Whether a hidden layer of one neuron has a wider hidden layer behind it."""
    return any(widths[i] == 1 and max(widths[i + 1 : -1], default=1) > 1 for i in range(1, len(widths) - 2))


def shares(keep, key):
    """By key: how many networks there are, and how many of them have a defect."""
    found = defaultdict(lambda: [0, 0])
    for (widths, degrees), row in plain.items():
        if keep(widths, degrees):
            found[key(widths, degrees)][0] += 1
            found[key(widths, degrees)][1] += row["defect"] > 0
    return found


by_layers = shares(lambda w, r: w[0] > 1, lambda w, r: (len(w) - 1, has_funnel(w)))
for (layers, funnel), (count, defective) in sorted(by_layers.items()):
    kind = "with a funnel" if funnel else "others"
    print(f"{layers} layers, {kind}: {defective:,} of {count:,} have a defect ({defective / count:.1%})")
pairs = shares(lambda w, r: len(w) == 4 and w[0] > 1, lambda w, r: w[1:3])
last = shares(
    lambda w, r: len(w) == 4 and len(set(r)) == 1 and not has_funnel(w) and w[0] > 1,
    lambda w, r: (r[-1], w[-1]),
)

# %% [markdown]
# ## Thresholds
#
# For widths that have rows for several degrees, the same in all layers: from which degree on is the dimension as
# expected? The rows end at degree 5, and say nothing about what is beyond.

# %%
found = [onset for onset in onsets(proved) if len(onset.degrees) > 2 and onset.widths[0] > 1]
begins = Counter((len(onset.widths) - 1, onset.onset) for onset in found if not has_funnel(onset.widths))
for layers in sorted({layers for layers, _ in begins}):
    counts = {degree: begins[layers, degree] for degree in (2, 3, 4, 5, None) if begins[layers, degree]}
    print(f"{layers} layers, without a funnel: " + ", ".join(f"{degree}: {n}" for degree, n in counts.items()))

# %% [markdown]
# ## Minimal networks that fill
#
# Networks whose functions are dense in their space, while those of no network with one neuron less are. Their widths
# were conjectured to rise and then to fall. The conjecture is false for (2,3,4,5,4,6,4,1) with squares, which has seven
# layers of weights and is out of range here. Within the atlas?

# %%
minimal = [place for place, row in plain.items() if row["minimal_filling"] == "proved"]
bent = [place for place in minimal if not is_unimodal(place[0])]
print(f"{len(minimal):,} minimal networks that fill; {len(bent)} with widths that are not unimodal {bent[:3]}")

# %% [markdown]
# ## The picture
#
# From left to right: hidden widths of three layers, and the share with a defect; the degree and the number of outputs
# of three layers with one degree, without funnels: squares with one output are the worst place; degrees from which on
# counting is right; and the widths of minimal filling networks, with the counterexample of seven layers dashed.


# %%
def heat(axes, found, title, across, down):
    """Shares as colours and in percent; places without networks stay white."""
    columns, lines = sorted({key[1] for key in found}), sorted({key[0] for key in found})
    share = np.full((len(lines), len(columns)), np.nan)
    for (line, column), (count, defective) in found.items():
        share[lines.index(line), columns.index(column)] = defective / count
    axes.imshow(share, cmap="YlOrRd", vmin=0, vmax=1, origin="lower", aspect="auto")
    for i, j in zip(*np.nonzero(~np.isnan(share)), strict=True):
        color = "white" if share[i, j] > 0.6 else "black"
        axes.text(j, i, f"{share[i, j]:.0%}", ha="center", va="center", color=color, fontsize=8)
    axes.set_xticks(range(len(columns)), columns)
    axes.set_yticks(range(len(lines)), lines)
    axes.set(title=title, xlabel=across, ylabel=down)


figure, places = plt.subplots(1, 4, figsize=(18, 4.4))
heat(places[0], pairs, "three layers: share with a defect", "second hidden width", "first hidden width")
heat(places[1], last, "three layers, no funnel: share with a defect", "outputs", "degree")

kinds = [2, 3, 4, 5, None]
labels = {2: "2", 3: "3", 4: "4", 5: "5", None: "not up to 5"}
wide = sorted({max(onset.widths[1:-1]) for onset in found})
bottom = np.zeros(len(wide))
for color, kind in zip(["#2c7fb8", "#7fcdbb", "#c7e9b4", "#fed976", "#e31a1c"], kinds, strict=True):
    chosen = Counter(max(onset.widths[1:-1]) for onset in found if onset.onset == kind and not has_funnel(onset.widths))
    heights = np.array([chosen[width] for width in wide])
    places[2].bar(wide, heights, bottom=bottom, color=color, label=labels[kind])
    bottom += heights
places[2].set(title="counting is right from degree …", xlabel="largest hidden width", ylabel="widths")
places[2].legend(fontsize=8)

most = max(len(widths) for widths, _ in minimal)
profiles = Counter(widths for widths, _ in minimal)
for widths, count in profiles.items():
    at = np.linspace(0, 1, len(widths))
    tone = plt.cm.viridis((len(widths) - 3) / max(1, most - 3))
    places[3].plot(at, widths, color=tone, alpha=min(1, 0.12 + 0.05 * count), linewidth=1.5)
places[3].plot(np.linspace(0, 1, 8), (2, 3, 4, 5, 4, 6, 4, 1), "--", color="crimson", label="2,3,4,5,4,6,4,1, not here")
for length in range(3, most + 1):
    tone = plt.cm.viridis((length - 3) / max(1, most - 3))
    places[3].plot([], [], color=tone, label=f"{length - 1} layers of weights")
places[3].set(title="widths of minimal filling networks", xlabel="from inputs to outputs", ylabel="width")
places[3].legend(fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## Conjectures
#
# Each is confronted with all rows that it speaks of. No exception proves nothing; an exception would refute, since its
# row has a certificate. D19b is about a box of sizes, and outside it is false.

# %%
results = [*confronted(rows), three_layers_from_two(rows, inside=False)]
print(f"{'':5} {'cases':>7} {'exceptions':>10}")
for result in results:
    print(f"{result.statement:5} {result.cases:7,} {len(result.exceptions):10,}  {result.title}")
    for reason, count in result.apart.items():
        print(f"{'':24}  aside: {reason}: {count:,}")
for exception in results[-1].exceptions[:3]:
    print(exception)

# %% [markdown]
# ## The claims
#
# The rows are only as good as their certificates. For those with the largest defects they are
# made again, and the claim of the first is verified.

# %%
largest = sorted((place for place in plain if place[1]), key=lambda place: (-plain[place]["defect"], place))[:5]
for widths, degrees in largest:
    again = dimension(PolynomialNetwork(widths, degrees))
    assert again.lower == again.upper == plain[widths, degrees]["lower"]
    print(f"{again.name}: {again.lower} of {again.expected} again ({again.status})")
widths, degrees = largest[0]
value = plain[widths, degrees]["lower"]
verdict = verify(DimensionBetween(PolynomialNetwork(widths, degrees).law(), value, value))
assert verdict.status == "proved"
print(verdict.explanation)
verdict  # noqa: B018  # the last expression of a cell is what it shows
