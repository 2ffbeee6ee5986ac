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
# # Which networks determine their weights?
#
# A polynomial network computes the same function after its hidden neurons are permuted and rescaled; its weights are
# *determined* if nothing else does. For two layers the functions are sums of powers, and with many outputs the number
# of decompositions is known: one, then suddenly eight or thousands, then infinitely many (statements G6
# [DeLathauwer2006], H3 [ChiantiniCiliberto2002]). For more layers one hopes that a network is as good as its blocks of
# two layers (G11 [UsevichBorsoiDerandClausel2025]). It would be a surprise if good blocks made a bad network, or if
# finitely many choices were not one.

# %%
import os
from itertools import product

import matplotlib.pyplot as plt

from algebra_tnn import (
    DimensionAtLeast,
    NumberOfDecompositions,
    PolynomialNetwork,
    WeightedNetwork,
    determination,
    identifiable,
    verify,
)

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")

# %% [markdown]
# ## One network
#
# Three inputs, five neurons with cubes, three outputs: beyond Kruskal's condition (G5), and determined all the same.

# %%
network = PolynomialNetwork((3, 5, 3), 3)
network

# %%
identifiable(network)

# %% [markdown]
# General weights are determined. Special ones need not be: here two rows of the first layer agree, and the outputs can
# be split among them in many ways.

# %%
special = WeightedNetwork(PolynomialNetwork((3, 2, 2), 2), [[[1, 2, 0], [1, 2, 0]], [[1, 0], [0, 1]]])
determination(special)

# %% [markdown]
# ## The first sweep: two layers
#
# For each number of neurons and outputs: in how many ways are general weights those of their function?

# %%
NEURONS = range(1, 4 + 2 * SIZE + 1)
SWEEPS = {(2 + SIZE, 2): {}, (1 + SIZE, 3): {}}
for (inputs, degree), answers in SWEEPS.items():
    for neurons, outputs in product(NEURONS, NEURONS):
        answers[neurons, outputs] = identifiable(PolynomialNetwork((inputs, neurons, outputs), degree), localize=False)


def choices(answer):
    """How many choices there are for general weights, as far as that is proved."""
    if answer.globally == "proved":
        return "1"
    if answer.finite == "refuted":
        return "∞"
    return "?" if answer.decompositions is None else str(answer.decompositions)


for (inputs, degree), answers in SWEEPS.items():
    print(f"{inputs} inputs, t^{degree}; neurons from top to bottom, outputs from left to right:")
    for neurons in NEURONS:
        print("  ".join(choices(answers[neurons, outputs]) for outputs in NEURONS))

# %% [markdown]
# ## The second sweep: three layers
#
# All networks $(2, d_1, d_2, d_3)$ up to a size, with squares and cubes. Up to finitely many choices, a network is good
# if its dimension is the number of weights minus that of hidden neurons. If it is good, so are its blocks. And back?

# %%
WIDTHS = range(2, 3 + SIZE)
deep = {}
for degree, first, second, outputs in product((2, 3), WIDTHS, WIDTHS, (1, 2, 3)):
    widths = (2, first, second, outputs)
    whole, *blocks = (
        identifiable(PolynomialNetwork(part, degree), localize=False).finite
        for part in (widths, widths[:3], widths[1:])
    )
    assert "undecided" not in (whole, *blocks)
    deep[widths, degree] = whole == "proved", all(block == "proved" for block in blocks)
assert not [case for case, (whole, blocks) in deep.items() if whole and not blocks]
exceptions = [case for case, (whole, blocks) in deep.items() if blocks and not whole]
print(f"{len(deep)} networks, {sum(whole for whole, _ in deep.values())} of them are good")
print("good blocks, and not good:", *(f"{widths} with t^{degree}" for widths, degree in exceptions))
if exceptions:
    widths, degree = exceptions[0]
    print(identifiable(PolynomialNetwork(widths, degree)).explanation)

# %% [markdown]
# That network fills its space, which has fewer dimensions than free weights: the blocks cannot know. So G12, that good
# blocks make a good network, is refuted. Nor are finitely many choices one: $(4,7,7,7)$ with squares has finitely many,
# and other weights of its first block, of which there are eight classes, are other weights of the network (G21).

# %% [markdown]
# ## The picture
#
# Left and middle: with more outputs more neurons are determined, up to a wall that no output moves; just before it
# there are finitely many choices and more than one. A question mark is a number that is not proved here. Right: good
# and bad networks of three layers with cubes; a cross marks good blocks in a bad network.

# %%
figure, (*grids, right) = plt.subplots(1, 3, figsize=(16, 5))
COLOURS = {"1": ("C0", "white"), "∞": ("C9", "black"), "?": ("white", "black")}
for axes, ((inputs, degree), answers) in zip(grids, SWEEPS.items(), strict=True):
    for (neurons, outputs), answer in answers.items():
        text = choices(answer)
        colour, ink = COLOURS.get(text, ("C1", "black"))
        place = (outputs - 0.5, neurons - 0.5)
        axes.add_patch(plt.Rectangle(place, 1, 1, facecolor=colour, edgecolor="white"))
        axes.text(outputs, neurons, text, ha="center", va="center", color=ink, fontsize=9)
    edge = NEURONS[-1] + 0.5
    axes.set(xlim=(0.5, edge), ylim=(0.5, edge), xticks=NEURONS, yticks=NEURONS, xlabel="outputs", ylabel="neurons")
    axes.set_title(f"choices of weights: {inputs} inputs, t{'²³'[degree - 2]}")
for (widths, degree), (whole, blocks) in deep.items():
    if degree == 3:
        x = widths[2] + (widths[3] - 2) * 0.25
        mark, colour = ("o", "C0") if whole else ("X", "C1") if blocks else ("s", "C9")
        right.scatter(x, widths[1], marker=mark, s=140, color=colour, edgecolor="black")
for mark, colour, label in (
    ("o", "C0", "finitely many choices"),
    ("s", "C9", "infinitely many, as in a block"),
    ("X", "C1", "infinitely many, finitely many in each block"),
):
    right.scatter([], [], marker=mark, s=80, color=colour, edgecolor="black", label=label)
right.set(xlabel="second hidden width (left to right: 1, 2, 3 outputs)", ylabel="first hidden width")
right.set(xticks=WIDTHS, yticks=WIDTHS, ylim=(1.5, WIDTHS[-1] + 1), title="three layers with two inputs and t³")
right.legend(loc="upper left", fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claims
#
# The blocks of $(2,3,3,1)$ with cubes have as many dimensions as free weights, and the network has not. The network
# $(3,5,3)$ with cubes has one choice, and $(4,7,7)$ with squares eight, which rests on a published theorem.

# %%
for widths, expected in (((2, 3, 3), "proved"), ((3, 3, 1), "proved"), ((2, 3, 3, 1), "refuted")):
    part = PolynomialNetwork(widths, 3)
    free = part.parameter_count - len(part.rescalings())
    shown = verify(DimensionAtLeast(part.law(), free))
    assert shown.status == expected
    print(f"{part}: at least {free}: {shown.status}, trusts {', '.join(shown.trusts) or 'no published theorem'}")

# %%
eight = identifiable(PolynomialNetwork((4, 7, 7), 2))
assert eight.decompositions == 8
eight

# %%
verdict = verify(NumberOfDecompositions(identifiable(network).verdict.claim.law, 1))
assert verdict.status == "proved"
verdict
