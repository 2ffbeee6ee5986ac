"""The hypotheses of statements about networks, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import comb, prod

from algebra_tnn import DimensionAtLeast, Law, PolynomialNetwork, library, verify
from tests.proofs import weights

Table = dict[str, bool]


def network(name: str) -> PolynomialNetwork:
    found = library.load(name).INSTANCE
    assert isinstance(found, PolynomialNetwork)
    return found


def naive_count(f: PolynomialNetwork) -> int:
    """Parameters minus hidden neurons."""
    return f.parameter_count - sum(f.widths[1:-1])


def identifiable(f: PolynomialNetwork) -> bool:
    """Whether it is finitely identifiable, proved either way."""
    verdict = verify(DimensionAtLeast(f.law(), f.parameter_count - len(f.rescalings())))
    assert verdict.status in ("proved", "refuted"), f
    return verdict.status == "proved"


def powers(f: PolynomialNetwork) -> Table:
    """What most statements ask for."""
    monomials = all(len(sigma.exponents) == 1 for layer in f.activations for sigma in layer)
    return {"powers": monomials, "no biases": not f.biases}


def blocks(f: PolynomialNetwork, cut: bool = False) -> list[PolynomialNetwork]:
    """The two-layer networks around its hidden layers; with inputs cut down to the least width so far, if wanted."""
    found = []
    for layer, r in enumerate(f.degrees, 1):
        below = min(f.widths[:layer]) if cut else f.widths[layer - 1]
        found.append(PolynomialNetwork((below, *f.widths[layer : layer + 2]), degrees=r))
    return found


def shallow_quadratic(f: PolynomialNetwork) -> Table:
    n, m, outputs = f.widths
    return {**powers(f), "t²": f.degrees == (2,), "d1 ≤ d0 + 1": m <= n + 1, "one output": outputs == 1}


def rotations(f: PolynomialNetwork) -> Table:
    return {**powers(f), "one output": f.widths[-1] == 1, "t² last": f.degrees[-1] == 2}


def equal_widths(f: PolynomialNetwork) -> Table:
    *others, outputs = f.widths
    return {
        **powers(f),
        "equal": len(set(others)) == 1 and min(others) >= 2,
        "as many outputs": outputs == others[0],
        "r ≥ 2": min(f.degrees) >= 2,
    }


def wide_enough(f: PolynomialNetwork) -> Table:
    return {**powers(f), "d0 ≥ 2": f.widths[0] >= 2, "hidden widths ≥ 2": min(f.widths[1:-1]) >= 2}


def threshold(f: PolynomialNetwork) -> Table:
    """With the degree of G16, which lies above every threshold."""
    enough = all(r >= 2 * d - 1 for d, r in zip(f.widths[1:-1], f.degrees, strict=True))
    return {**wide_enough(f), "degrees": enough}


def impossible_width(f: PolynomialNetwork) -> Table:
    most = (comb(n + r - 1, r) for n, r in zip(f.widths, f.degrees, strict=False))
    return {**powers(f), "too wide": any(d > m for d, m in zip(f.widths[1:-1], most, strict=True))}


def localized(f: PolynomialNetwork) -> Table:
    return {**powers(f), "cut blocks": all(map(identifiable, blocks(f, cut=True)))}


def spoiled(f: PolynomialNetwork) -> Table:
    return {**powers(f), "a bad block": not all(map(identifiable, blocks(f)))}


def pyramid(f: PolynomialNetwork) -> Table:
    *layers, outputs = f.widths
    return {
        **powers(f),
        "widths do not increase": all(n >= m for n, m in pairwise(layers)),
        "d_(L−1) ≥ 2": layers[-1] >= 2,
        "degrees": min(f.degrees) >= 2 and (outputs > 1 or f.degrees[-1] >= 3),
    }


def with_biases(f: PolynomialNetwork) -> Table:
    def least(layer: int) -> bool:
        d, above, before = f.widths[layer], f.widths[layer + 1], min(f.widths[:layer])
        return f.degrees[layer - 1] * min(d, before) >= 2 * (d + 1) - min(d + 1, above)

    return {"powers": powers(f)["powers"], "biases": f.biases, "degrees": all(map(least, range(1, f.depth)))}


def rescaled(f: PolynomialNetwork) -> Table:
    forms = [sigma.power for layer in f.activations for sigma in layer]
    centred = all(form is not None and form.is_monomial for form in forms)
    return {"a translated power": None not in forms, "biases where needed": f.biases or centred or None in forms}


def in_the_box(f: PolynomialNetwork) -> Table:
    n, m, outputs = f.widths
    return {**powers(f), "d0": n <= 3, "d1": m <= 5, "d2": outputs <= 4, "degree": f.degrees[0] in (2, 3, 4)}


def skip_connection() -> Table:
    law = library.load("dimension/overlap_branch").INSTANCE
    assert isinstance(law, Law)
    return {
        "parameters in the parts": set(law.parameter_names) <= {"W1", "W2", "W3"},
        "W2 is shared": "W2" in law.parameter_names,
    }


def of(hypotheses: Callable[[PolynomialNetwork], Table], name: str) -> Callable[[], Table]:
    return lambda: hypotheses(network(name))


def named(
    violated: str, hypotheses: Callable[[PolynomialNetwork], Table], *names: str
) -> dict[str, tuple[str, Callable[[], Table]]]:
    return {name: (violated, of(hypotheses, name)) for name in names}


def unequal_rank() -> Table:
    """The derivatives of both parts by W2, at any point, have a rank of less than all 36 weights."""
    from algebra_tnn.provers.dimensions.composed import overlap_of

    f = network("dimension/overlap_by_count")
    found = overlap_of(f.law(), "z2", "h1")
    assert found is not None
    return {**powers(f), "ρ = number of weights": found.rank == 36}


def one_more_neuron(f: PolynomialNetwork) -> Table:
    n, m, outputs = f.widths
    smaller = PolynomialNetwork((n, m - 1, outputs), degrees=f.degrees)
    listed = library.load("dimension/coefficient_determinant").INSTANCES
    return {**powers(f), "with one neuron less it is in the list": smaller in listed, "it is in the list": f in listed}


def outputs_kept() -> Table:
    f = network("identifiability/fewer_outputs")
    *layers, outputs = f.widths
    more = PolynomialNetwork((*layers, outputs + 1), degrees=f.degrees)
    return {
        **powers(f),
        "the first is identifiable": identifiable(more),
        "no outputs are removed": more.widths[-1] <= outputs,
    }


def biased_powers(f: PolynomialNetwork) -> Table:
    return {"powers": powers(f)["powers"], "biases": f.biases}


def unbalanced(f: PolynomialNetwork) -> Table:
    n, m, outputs = f.widths
    monomials = comb(n + f.degree - 1, f.degree)
    return {**powers(f), "N − (d_0 − 1) < d_1": monomials - n + 1 < m, "d_1 < min(d_2, N)": m < min(outputs, monomials)}


def listed(f: PolynomialNetwork) -> Table:
    n, m, outputs = f.widths
    family = n >= 4 and n % 2 == 0 and (2 * m, outputs, f.degree) == (3 * n - 2, 3, 2)
    return {**powers(f), "in the list": family or (f.widths, f.degree) in (((4, 6, 5), 2), ((3, 5, 2), 3))}


def three_layers(f: PolynomialNetwork) -> Table:
    n, m, k, outputs = f.widths
    box = {"d0": n <= 3, "d1": 2 <= m <= 4, "d2": 2 <= k <= 5, "d3": outputs <= 3}
    return {**powers(f), **box, "degrees": set(f.degrees) <= {2, 3, 4}}


def bottleneck(f: PolynomialNetwork) -> Table:
    hidden = f.widths[1:-1]
    b = hidden.index(min(hidden)) + 1
    falling, rising = f.widths[: b + 1], f.widths[b:]
    behind = zip(hidden[b:], f.degrees[b:], strict=True)
    return {
        **powers(f),
        "widths": all(n >= m for n, m in pairwise(falling)) and all(n <= m for n, m in pairwise(rising)),
        "d_b ≥ 2": f.widths[b] >= 2,
        "degrees up to the bottleneck": min(f.degrees[:b]) >= 2,
        "degrees behind": all(r * (f.widths[b] - 1) >= d for d, r in behind),
    }


def different_variables() -> Table:
    rows = library.load("dimension/product_gate_square").INSTANCE
    return {"t^n": True, "n different variables": len(rows[0]) == 3}


def power_of_two() -> Table:
    n = library.load("dimension/product_tree_three").INSTANCE
    return {"t²": True, "n different variables": True, "a power of two": n & (n - 1) == 0}


def doubled() -> Table:
    f = network("dimension/filling_doubled")
    filling = verify(DimensionAtLeast(f.law(), f.ambient_dimension)).status == "proved"
    return {"it fills": filling, "R or C": True, "doubled": f.widths == (2, 4, 1)}


def sufficient_widths(f: PolynomialNetwork) -> Table:
    """Layer by layer, without the function of the package."""
    n, *hidden, outputs = f.widths
    r = f.degrees[0]
    least = [
        min(outputs * r ** ((f.depth - layer) * (n - 1)), comb(n - 1 + r**layer, n - 1)) for layer in range(1, f.depth)
    ]
    enough = [d >= m for d, m in zip(hidden, least, strict=True)]
    return {**powers(f), "one degree": len(set(f.degrees)) == 1} | {f"layer {i}": x for i, x in enumerate(enough, 1)}


def asymptotic_bottleneck(f: PolynomialNetwork) -> Table:
    """At the narrowest layer among those with enough behind them, or at the first: by the formula for two inputs, by
    the count of weights before it, and of forms in what it has, for more."""
    n, *hidden, outputs = f.widths

    def deep(layer: int) -> bool:
        behind, d = prod(f.degrees[layer:]), hidden[layer - 1]
        before = sum((m - 1) * k for m, k in pairwise(f.widths[: layer + 1]))
        counted = before + outputs * comb(d - 1 + behind, behind)
        return outputs * behind > 2 if n == 2 else counted < f.ambient_dimension

    i = min(filter(deep, range(1, f.depth)), key=lambda layer: hidden[layer - 1], default=1)
    return {
        **powers(f),
        "d0 ≥ 2": n >= 2,
        "narrow": hidden[i - 1] <= 2 * n - 2,
        "deep": deep(i),
        "r ≥ 2": min(f.degrees) >= 2,
    }


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    **named("powers", powers, "dimension/recursion_two_terms"),
    **named("d1 ≤ d0 + 1", shallow_quadratic, "dimension/shallow_quadratic_wide"),
    **named("t²", shallow_quadratic, "dimension/shallow_cubic"),
    **named("t² last", rotations, "dimension/rotations_cubic"),
    **named("one output", rotations, "dimension/rotations_two_outputs"),
    "dimension/filling_not_all": ("doubled", doubled),
    **named("layer 1", sufficient_widths, "dimension/sufficient_widths_short"),
    **named("narrow", asymptotic_bottleneck, "dimension/asymptotic_bottleneck_wider"),
    **named("deep", asymptotic_bottleneck, "dimension/asymptotic_bottleneck_shallow"),
    **named("hidden widths ≥ 2", threshold, "dimension/width_one", "identifiability/threshold_width_one"),
    **named("d0 ≥ 2", threshold, "dimension/single_input"),
    **named("degrees", threshold, "dimension/below_threshold", "identifiability/degree_below_threshold"),
    **named("as many outputs", equal_widths, "dimension/equal_widths_one_output"),
    **named("it is in the list", one_more_neuron, "dimension/one_neuron_more"),
    **named("d0", in_the_box, "dimension/hypersurface_beyond"),
    "dimension/overlap_by_count": ("ρ = number of weights", unequal_rank),
    "dimension/overlap_branch": ("parameters in the parts", skip_connection),
    **named("biases where needed", rescaled, "dimension/two_terms"),
    **named("a translated power", rescaled, "dimension/two_terms_biased"),
    **named("too wide", impossible_width, "identifiability/possible_width"),
    **named("powers", impossible_width, "identifiability/wide_with_two_terms"),
    **named("cut blocks", localized, "identifiability/localization_uncut"),
    **named("a bad block", spoiled, "identifiability/identifiable_blocks"),
    **named("degrees", pyramid, "identifiability/pyramid_quadratic_output"),
    **named("d_(L−1) ≥ 2", pyramid, "identifiability/pyramid_width_one"),
    **named("widths do not increase", pyramid, "identifiability/widths_increase"),
    **named("degrees", with_biases, "identifiability/biases_quadratic"),
    **named("biases", with_biases, "identifiability/biases_missing"),
    "identifiability/fewer_outputs": ("no outputs are removed", outputs_kept),
    "dimension/product_gate_square": ("n different variables", different_variables),
    "dimension/product_tree_three": ("a power of two", power_of_two),
    **named("N − (d_0 − 1) < d_1", unbalanced, "dimension/unbalanced_tight"),
    **named("in the list", listed, "dimension/segre_veronese_neighbour"),
    **named("d2", three_layers, "dimension/three_layer_law_beyond"),
    **named(
        "powers", powers, "identifiability/shallow_tensor_two_terms", "identifiability/equivalent_weights_two_terms"
    ),
    **named("powers", biased_powers, "identifiability/homogenization_two_terms"),
    **named("degrees behind", bottleneck, "identifiability/bottleneck_degree"),
    **named("d_b ≥ 2", bottleneck, "identifiability/bottleneck_width_one"),
    **weights.TABLE,
}

#  These violate nothing. Upper bounds that are not attained, and statements that are false.
CONVERSES = {
    "dimension/parameter_bound_missed",
    "dimension/last_block_missed",
    "dimension/last_block_exceptional",
    "dimension/rotations_by_group",  # the bound of the statement holds; that by the whole group does not
    "dimension/filling_non_unimodal",
    "dimension/filling_predecessor",
    "identifiability/finite_by_counting",
    "identifiability/blocks_too_many",
    "identifiability/localization_unnecessary",
    *weights.CONVERSES,
}
