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
# # Can the weights of a network be read off its moments, or off its Jacobians?
#
# A network $f(x)=W_2\,\sigma(W_1x)$ with Gaussian inputs has moments $E[f(x)\,S_m(x)]$, where $S_m$ is the Hermite
# tensor of order $m$; by Stein's identity they are sums of powers of the rows of $W_1$ (statements E1 and E3
# [JanzaminSedghiAnandkumar2014]). Where such a decomposition is unique, the rows are determined (E4
# [JanzaminSedghiAnandkumar2015]); the Jacobians of $f$ at some points are such a sum, too, with a term for each neuron
# (C12b [DreesenIshtevaSchoukens2015]). Moments here are rational numbers, and "determined" has a certificate. It would
# be a surprise if as many neurons could be read off a moment of order 3 as off one of order 4.

# %%
import os
from fractions import Fraction

import matplotlib.pyplot as plt

from algebra_tnn import (
    EssentiallyUnique,
    PolynomialNetwork,
    Tensor,
    WeightedNetwork,
    generic_moment,
    jennrich_decomposition,
    moment_decomposition,
    network_from_jacobians,
    verify,
    weights_from_moments,
)
from algebra_tnn.laws import value
from algebra_tnn.models.derivatives import jacobians
from algebra_tnn.models.moments import relu_coefficient, score_moment

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")

# %% [markdown]
# ## Moments
#
# A hidden network with three neurons, and its moments of orders 3 and 1 from their definition: averages of
# $f(x)\,S_m(x)$ over rational points that have the moments of the normal distribution. The weights are not used in what
# follows.

# %%
family = PolynomialNetwork((3, 3, 1), activations="x^3 + x")
hidden = WeightedNetwork(family, [[[1, 2, 0], [0, 1, -1], [2, 0, 1]], [[1, -2, 3]]])
moments = {m: value(score_moment(family.law(), m), hidden.weights)[0] for m in (3, 1)}
print("order 3:", moments[3])
print("order 1:", moments[1])

# %% [markdown]
# Slices of the tensor of order 3, combined, have the rows as eigenvectors. The decomposition that is found in this way
# is proved to be the only one. It shows rows up to their scale, since $\lambda\,a\otimes a\otimes a$ does not change if
# $a$ is doubled and $\lambda$ divided by eight; the moment of order 1 fixes the scales.

# %%
terms = jennrich_decomposition(Tensor.from_nested(moments[3]))
print(verify(EssentiallyUnique(terms)).status, "to be the only decomposition with", terms.length, "terms")
found = weights_from_moments(family, moments)
print("found:", found.weights)
print("equivalent to the hidden weights:", found.equivalence(hidden) is not None)

# %% [markdown]
# ## When moments say too little
#
# An even activation has moments of odd order that are zero. Neurons with parallel rows are seen as one. With more
# neurons than inputs the order 3 may no longer be enough.

# %%
rows = [[1, 2], [1, -1]]
for widths, activation, weights in (
    ((2, 2, 1), "x^4", [rows, [[1, 1]]]),
    ((2, 2, 1), "x^3", [[[1, 2], [2, 4]], [[1, 1]]]),
    ((2, 3, 1), "x^3", [[*rows, [0, 1]], [[1, 1, 1]]]),
):
    answer = moment_decomposition(WeightedNetwork(PolynomialNetwork(widths, activations=activation), weights), 3)
    print(f"{widths} with {activation}: {answer.explanation.splitlines()[0]}")

# %% [markdown]
# ## The sweep
#
# For general weights the question is one about the numbers of inputs and neurons, and the order.

# %%
INPUTS, NEURONS, ORDERS = range(2, 3 + SIZE), range(1, 4 + SIZE), (2, 3, 4)
sizes = [(n, r) for n in INPUTS for r in NEURONS]
table = {m: {(n, r): generic_moment(PolynomialNetwork((n, r, 1), m), m).status for n, r in sizes} for m in ORDERS}
for m, row in table.items():
    print(f"order {m}, unique:", ", ".join(f"{r} of {n}" for (n, r), status in row.items() if status == "proved"))

# %% [markdown]
# ## Jacobians
#
# Another network with two outputs, and its Jacobians at four points. Their tensor has the modes outputs, inputs and
# points, and a term for each neuron; the slopes of the activations along the points are the third factor. Found are the
# rows, the columns and, by interpolation, the activations.

# %%
second = WeightedNetwork(PolynomialNetwork((2, 2, 2), activations=["x^3 - x"]), [[[1, 2], [3, -1]], [[1, 1], [2, -1]]])
points = [[1, 0], [0, 1], [1, 1], [2, -1]]
recovered = network_from_jacobians(jacobians(second, points), points, degree=3)
print(recovered.verdict.explanation.splitlines()[0])
print(recovered.network, recovered.network.weights)
try:
    network_from_jacobians(jacobians(second, points[:2]), points[:2], degree=3)
except ValueError as error:
    print(error)

# %% [markdown]
# ## The picture
#
# Left and middle: where the terms of a general moment are proved to be unique, for the orders 3 and 4; where they are
# proved not to be; and where it is open. Right: the coefficients $E[\max(0,x+b)\,\mathrm{He}_k(x)]$ of a rectified
# neuron over its bias (E9 [AwasthiTangVijayaraghavan2021]), known exactly and only drawn in floats; where one is zero,
# the moment of this order does not see the neuron.

# %%
SYMBOLS = {"proved": ("✓", "C0", "white"), "refuted": ("×", "C8", "black"), "undecided": ("?", "whitesmoke", "black")}
figure, (*grids, right) = plt.subplots(1, 3, figsize=(14, 4.3), width_ratios=(1, 1, 1.6))
for axes, m in zip(grids, (3, 4), strict=True):
    for (n, r), status in table[m].items():
        symbol, colour, ink = SYMBOLS[status]
        axes.add_patch(plt.Rectangle((n - 0.5, r - 0.5), 1, 1, facecolor=colour, edgecolor="white"))
        axes.text(n, r, symbol, ha="center", va="center", color=ink)
    axes.set(xlim=(INPUTS[0] - 0.5, INPUTS[-1] + 0.5), ylim=(0.5, NEURONS[-1] + 0.5), xticks=INPUTS, yticks=NEURONS)
    axes.set(xlabel="inputs", ylabel="neurons", title=f"order {m}: unique terms?")
biases = [Fraction(k, 5) for k in range(-15, 16)]
for k, line in zip(range(1, 5), ("-", "--", "-.", ":"), strict=True):
    right.plot(biases, [float(relu_coefficient(k, b)) for b in biases], line, label=f"k = {k}")
right.axhline(0, color="black", linewidth=0.8)
right.set(xlabel="bias b", ylabel="coefficient", title="Hermite coefficients of max(0, x + b)")
right.legend()
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claim
#
# The moment of order 3 of the hidden network has one decomposition, and so it determines the rows of the first layer up
# to their order and scale.

# %%
verdict = verify(EssentiallyUnique(terms))
assert verdict.status == "proved"
verdict
