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
# # What does gradient flow conserve, whatever the loss?
#
# Training by small steps follows $\theta'=-\nabla\ell(\theta)$. Some functions of the weights do not change on the way,
# for no loss and no data: they tie the end of training to its start. Their number is that of the parameters less the
# rank of the Lie algebra that the gradients of the outputs generate (statements H11 [MarcotteGribonvalPeyre2023], F5
# [RazinMamanCohen2021]). We compute it from both sides, exactly, and then integrate the flow in floating point: the
# trajectories illustrate, and the claims rest on identities of polynomials. It would be a surprise if the balance of
# layers were not all, or if its entries were not independent.

# %%
import os

import matplotlib.pyplot as plt
import numpy as np

from algebra_tnn import ConservedBetween, CPFormat, PolynomialNetwork, conserved_quantities, verify
from algebra_tnn.models.rectified import RectifiedNetwork

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")

# %% [markdown]
# ## The sweep: two linear layers
#
# The gradients of the outputs of $W_2W_1x$ span 4 dimensions at general weights (2, 2, 2), with their brackets 5, and
# more brackets add nothing. The entries of $W_1W_1^\top-W_2^\top W_2$ are the other three. For wide hidden layers the
# number is not $r(r+1)/2$: it is $\rho(2r+1-\rho)/2$ with $\rho=\min(r,n+m)$.

# %%
WIDTHS = range(1, 3 + SIZE)
counts = {}
for n in (1, 2):
    for r in WIDTHS:
        counts[n, r] = found = conserved_quantities(PolynomialNetwork((n, r, 1), degrees=1))
        print(f"widths ({n}, {r}, 1): {found.lower} to {found.upper} independent; r (r + 1)/2 = {r * (r + 1) // 2}")
conserved_quantities(PolynomialNetwork((2, 2, 2), degrees=1))

# %% [markdown]
# ## Activations
#
# A square between the layers leaves one quantity per neuron. A rectified network is linear as long as no data cross a
# kink; if all patterns of active neurons occur, its neurons move on their own. For two neurons with squares and one
# input, two polynomials are found, while brackets leave room for a third quantity, which is none.

# %%
rectified = RectifiedNetwork((2, 2, 1))
answers = {
    "linear": conserved_quantities(PolynomialNetwork((2, 2, 1), degrees=1)),
    "squares": conserved_quantities(PolynomialNetwork((2, 2, 1), degrees=2)),
    "ReLU, one region": conserved_quantities(rectified.in_region([[1, 1]])),
    "ReLU, all patterns": conserved_quantities(rectified),
    "squares, one input": conserved_quantities(PolynomialNetwork((1, 2, 1), degrees=2)),
    "CP 2×2×2, two terms": conserved_quantities(CPFormat((2, 2, 2), 2)),
}
for name, answer in answers.items():
    print(f"{name:20} {answer.lower} to {answer.upper}, polynomials {answer.polynomial_laws}, growth {answer.growth}")

# %% [markdown]
# ## A trajectory
#
# The flow of the network (2, 2, 2) for two losses of 20 samples, by the method of Runge and Kutta of order four. What
# is exactly constant along the flow drifts by the error of the method; the norms of the layers, of which the difference
# is conserved, move a lot.


# %%
def runge_kutta(field, start, step, count):
    """The points of a trajectory; a point is a list of arrays."""

    def moved(point, direction, factor):
        return [x + factor * v for x, v in zip(point, direction, strict=True)]

    points = [start]
    for _ in range(count):
        x = points[-1]
        a = field(x)
        b = field(moved(x, a, step / 2))
        c = field(moved(x, b, step / 2))
        d = field(moved(x, c, step))
        slopes = [p + 2 * q + 2 * r + s for p, q, r, s in zip(a, b, c, d, strict=True)]
        points.append(moved(x, slopes, step / 6))
    return points


def layers_field(residual, active=lambda z: np.ones_like(z)):
    """−∇ of a loss of W2 (mask ⊙ W1 X) whose derivative by the outputs is residual(outputs)."""

    def field(point):
        W1, W2 = point
        mask = active(W1 @ X)
        hidden = mask * (W1 @ X)
        G = residual(W2 @ hidden) / X.shape[1]
        return [-(mask * (W2.T @ G)) @ X.T, -G @ hidden.T]

    return field


def balance(point):
    W1, W2 = point
    return W1 @ W1.T - W2.T @ W2


rng = np.random.default_rng(0)
X = rng.normal(size=(2, 20))
Y = np.array([[2.0, 0.5], [-1.0, 1.5]]) @ X
start = [rng.normal(size=(2, 2)), rng.normal(size=(2, 2))]
losses = {"squared": lambda F: F - Y, "log cosh": lambda F: np.tanh(F - Y)}
COUNT = 500 * SIZE
times = 0.01 * np.arange(COUNT + 1)
drifts, norms = {}, {}
for name, residual in losses.items():
    path = runge_kutta(layers_field(residual), start, 0.01, COUNT)
    drifts[name] = [np.abs(balance(point) - balance(start)).max() for point in path]
    norms[name] = [np.sum(point[0] ** 2) for point in path]
    print(f"{name}: |W1|² from {norms[name][0]:.2f} to {norms[name][-1]:.2f}, drift ≤ {max(drifts[name]):.0e}")

# %% [markdown]
# ## Crossing kinks
#
# The same for a rectified network with one output: data change sides, so that patterns of active neurons change. The
# differences $|v_j|^2-|u_j|^2$ stay, the inner product of both neurons does not: it is conserved in one region alone.

# %%
target = np.abs(X[:1]) - X[1:]
kinked = [np.array([[1.0, 0.3], [-0.4, 0.9]]), np.array([[0.8, -0.5]])]
field = layers_field(lambda F: F - target, lambda z: (z > 0).astype(float))
path = runge_kutta(field, kinked, 0.01, COUNT)
diagonal = [np.abs(np.diag(balance(point) - balance(kinked))).max() for point in path]
inner = [abs((balance(point) - balance(kinked))[0, 1]) for point in path]
print(f"ReLU: differences of norms drift by {max(diagonal):.0e}, the inner product moves by {max(inner):.2f}")

# %% [markdown]
# ## Components of a tensor
#
# A term of a sum of rank-one tensors of order $N$ with balanced vectors has a norm with
# $\sigma'=N\sigma^{2-2/N}\langle-\nabla\ell,\hat w\rangle$: small terms wait, and rise one after the other. Four terms
# of order three that start small, fitted to a tensor with two.

# %%
CP = [rng.normal(size=(4, 4)) for _ in range(3)]
CP = [0.12 * w / np.linalg.norm(w, axis=1, keepdims=True) for w in CP]  # balanced
TARGET = 3 * np.einsum("i,j,k->ijk", *np.eye(4)[[0, 0, 0]]) + 1.5 * np.einsum("i,j,k->ijk", *np.eye(4)[[1, 1, 1]])


def tensor_field(point):
    a, b, c = point
    G = TARGET - np.einsum("ri,rj,rk->ijk", a, b, c)
    patterns = ("ijk,rj,rk->ri", b, c), ("ijk,ri,rk->rj", a, c), ("ijk,ri,rj->rk", a, b)
    return [np.einsum(word, G, one, two) for word, one, two in patterns]


path = runge_kutta(tensor_field, CP, 0.05, 400 * SIZE)
sizes = np.array([np.prod([np.linalg.norm(w, axis=1) for w in point], axis=0) for point in path])
squares = np.array([[np.sum(w**2, axis=1) for w in point] for point in path])
print(f"norms of components at the end: {np.round(np.sort(sizes[-1])[::-1], 2).tolist()}")
print(f"balance drifts by {np.abs(squares - squares[:, :1]).max():.0e}")

# %% [markdown]
# ## The picture
#
# First the count: for more neurons than inputs and outputs the entries of the balance are not independent. Then the
# change of what is conserved, which is the error of the method, beside that of a norm which is not conserved; the same
# for a rectified network; and the norms of four components.

# %%
figure, (count, left, middle, right) = plt.subplots(1, 4, figsize=(17, 4.3))
for n, marker in ((1, "o"), (2, "s")):
    numbers = [counts[n, r].lower for r in WIDTHS]
    count.plot(WIDTHS, numbers, marker=marker, label=f"({n}, r, 1): independent (proved)")
count.plot(WIDTHS, [r * (r + 1) // 2 for r in WIDTHS], "--", color="C3", label="entries of the balance")
count.set(xlabel="hidden width r", ylabel="conserved quantities", title="two linear layers", xticks=WIDTHS)
for colour, name in zip(("C0", "C1"), losses, strict=True):
    left.semilogy(times[1:], np.maximum(drifts[name][1:], 1e-17), color=colour, label=f"{name}: conserved")
    moved = np.abs(np.array(norms[name][1:]) - norms[name][0])
    left.semilogy(times[1:], moved, "--", color=colour, label=f"{name}: |W1|²")
left.set(xlabel="time", ylabel="change since the start", title="drift, two linear layers")
middle.semilogy(times[1:], np.maximum(diagonal[1:], 1e-17), label="differences of norms")
middle.semilogy(times[1:], np.maximum(inner[1:], 1e-17), "--", label="inner product")
middle.set(xlabel="time", ylabel="change since the start", title="drift, ReLU with changing patterns")
for k, line in enumerate(("-", "--", "-.", ":")):
    right.plot(0.05 * np.arange(len(sizes)), sizes[:, k], line, label=f"component {k}")
right.set(xlabel="time", ylabel="norm", title="components of a tensor of order three")
for axes in (count, left, middle, right):
    axes.legend(fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claim
#
# Two linear layers of widths (2, 2, 2) have exactly three independent conserved quantities.

# %%
verdict = verify(ConservedBetween(PolynomialNetwork((2, 2, 2), degrees=1).law(), 3, 3))
assert verdict.status == "proved"
verdict
