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
# # How much longer is a proof that there is nothing better than one that there is something?
#
# Whether a system of quadratic equations has a solution is a question that no known algorithm answers fast, and so is
# every question about tensors that it can be written as (statements E13 [HillarLim2013], B23 [Hastad1990]). No small
# case shows that; but the certificates of small cases can be weighed. We take cliques of graphs as maxima of quadratic
# forms (E14 [MotzkinStraus1965]) and colourings as solutions of quadratic equations (E13a), where a solution proves
# "yes", and sums of squares or combinations of the equations prove "no". It would be a surprise if both stayed short.

# %%
import os

import matplotlib.pyplot as plt
import networkx as nx

from algebra_tnn import Nonnegative, Vanishes, motzkin_straus, three_colouring, verify

# %% tags=["parameters"]
SIZE = int(os.environ.get("NOTEBOOK_SIZE", "2"))  # how far the sweeps go: 1 takes seconds, 2 a minute
plt.style.use("tableau-colorblind10")


def letters(verdict):
    """The length of a certificate in bytes; None if there is none that the checker accepts."""
    return None if verdict.certificate is None else len(verdict.certificate.to_json().encode())


# %% [markdown]
# ## One graph
#
# The pentagon has no triangle, so that its edges have the weight $\sum x_i x_j \le (1 - 1/2)/2$ for all weights
# $x \ge 0$ of its vertices with the sum one. Half and half on an edge reach it. That nothing is better is a sum of
# squares and products, but only after a multiplication with $\sum x_i$: the difference itself is Horn's form.

# %%
pentagon = motzkin_straus(nx.cycle_graph(5))
print(f"reached: {letters(pentagon.attained)} bytes; not exceeded: {letters(pentagon.bound)} bytes")
pentagon

# %% [markdown]
# ## The first sweep: all small graphs
#
# All connected graphs up to a number of vertices, and the two certificates of each.

# %%
VERTICES = range(2, 4 + SIZE)
graphs = [graph for graph in nx.graph_atlas_g()[1:] if len(graph) in VERTICES and nx.is_connected(graph)]
cliques = []
for graph in graphs:
    found = motzkin_straus(graph)
    assert found.bound.status == found.attained.status == "proved"
    cliques.append((len(graph), letters(found.attained), letters(found.bound)))
for n in VERTICES:
    yes, no = ([row[k] for row in cliques if row[0] == n] for k in (1, 2))
    print(f"{n} vertices, {len(yes)} graphs: reached {min(yes)} to {max(yes)} bytes, bounded {min(no)} to {max(no)}")

# %% [markdown]
# ## The second sweep: families
#
# Odd cycles are not coloured with two colours, and wheels over them not with three. Their clique numbers are 2 and 3,
# so that colours do not help the bound. From wheels with nine spokes on it is over the checker's limit of work.

# %%
SPOKES = (5, 7, 9, 11)[: 2 * SIZE]
families = {"odd cycles": {}, "odd wheels": {}}
for k in SPOKES:
    for name, graph in (("odd cycles", nx.cycle_graph(k)), ("odd wheels", nx.wheel_graph(k + 1))):
        if name == "odd wheels" and k > 9:
            continue  # as out of reach as nine spokes
        found = motzkin_straus(graph)
        families[name][len(graph)] = letters(found.attained), letters(found.bound)
        print(f"{name}, {len(graph)} vertices: {families[name][len(graph)]}, {found.bound.status}")

# %% [markdown]
# ## The third sweep: colourings with three colours
#
# With colours $-1, 0, 1$ a colouring is a solution of $y_i = x_i^2$, $x_i y_i = x_i$ and
# $y_i + x_i x_j + y_j = 1$ along edges. It is checked by inserting it. That there is none is shown by 1 as a
# combination of the equations: an end of the search for each summand.

# %%
coloured = {"yes": [], "no": []}
for graph in [*graphs, *(nx.cycle_graph(k) for k in SPOKES)]:
    found = three_colouring(graph)
    assert found.status == "proved"
    coloured["no" if found.colouring is None else "yes"].append((len(graph), letters(found.verdict)))
longest = max(size for _, size in coloured["yes"])
print(f"{len(coloured['yes'])} graphs with a colouring, at most {longest:,} bytes")
print(f"{len(coloured['no'])} without:", *(f"{n} vertices: {size:,} bytes" for n, size in coloured["no"]))
wheel = three_colouring(nx.wheel_graph(6))
print("the wheel with five spokes:", wheel.verdict.explanation)

# %% [markdown]
# The wheel has no colouring, as everybody sees, and still the answer is *undecided*: the certificate that was found is
# too much work for the checker. That is no refutation, and it is what hardness looks like from nearby.

# %% [markdown]
# ## The picture
#
# Both kinds of certificates on one scale, which is logarithmic. What proves "yes" grows with the number of vertices and
# edges; what proves "no" is longer from the start, grows faster, and soon is out of reach.

# %%
figure, (left, right) = plt.subplots(1, 2, figsize=(13, 4.8), sharey=True)
numbers, reached, bounded = zip(*cliques, strict=True)
left.scatter([n - 0.1 for n in numbers], reached, color="C4", label="all small graphs: reached")
left.scatter([n + 0.1 for n in numbers], bounded, color="C1", marker="s", label="all small graphs: not exceeded")
for (name, rows), line in zip(families.items(), ("-", "--"), strict=True):
    shown = {n: sizes for n, sizes in rows.items() if sizes[1] is not None}
    left.plot([*rows], [yes for yes, _ in rows.values()], line, color="C0", marker="o", label=f"{name}: reached")
    left.plot([*shown], [no for _, no in shown.values()], line, color="C5", marker="s", label=f"{name}: not exceeded")
left.set(xlabel="vertices", ylabel="bytes of the certificate", title="cliques: weights on the simplex")
right.scatter(*zip(*coloured["yes"], strict=True), color="C0", label="a colouring")
right.scatter(*zip(*coloured["no"], strict=True), color="C1", marker="s", label="there is none")
right.set(xlabel="vertices", ylabel="bytes of the certificate", title="colourings with three colours")
for axes in (left, right):
    axes.set_yscale("log")
    axes.legend(fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The claims
#
# The complete graph on four vertices has no colouring with three colours, over no field of a characteristic other than
# two; and no weights of the pentagon exceed 1/4.

# %%
none = three_colouring(nx.complete_graph(4))
assert none.colouring is None and isinstance(none.verdict.claim, Vanishes) and none.status == "proved"
none.verdict

# %%
claim = pentagon.bound.claim
assert isinstance(claim, Nonnegative)
verdict = verify(claim, by=lambda asked: pentagon.bound.certificate)
assert verdict.status == "proved"
verdict
