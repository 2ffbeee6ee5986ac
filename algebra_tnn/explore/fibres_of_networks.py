"""Weights of networks with the same function as general ones.

*Finitely many*, up to rescalings: if and only if the dimension is the number of parameters minus the dimension of the
orbits of the rescalings (statement G2).

*One*, up to permutations and rescalings: two layers are a power sum. Let W₂ (W₁ x)^r have no biases. Contracted
with new variables y it is Σ_j ⟨c_j, y⟩ ⟨a_j, x⟩^r, a_j the rows of W₁, c_j the columns of W₂. If other weights have the
same function, and the power sum of W₁, W₂ is one of equally many terms in one way, then the terms of the others are
those of W₁, W₂ in another order, generically not zero; and if ⟨c′, y⟩ ⟨a′, x⟩^r = ⟨c, y⟩ ⟨a, x⟩^r ≠ 0 then a′ = s a and
c′ = s^(−r) c with s ≠ 0. Conversely, another decomposition is that of weights over an extension that no permutation and
rescaling leads to.

*Biases* in both layers. The terms of degree r of W₂ (W₁ x + b₁)^r + b₂ are W₂ (W₁ x)^r. If this is a power sum in one
way, and r ≥ 2, other weights with the same function can be permuted and rescaled so that W₁ and W₂ are the same. Then
the terms of degree r − 1 agree, too: Σ_j d_j c_j ⟨a_j, x⟩^(r−1) = 0 for the differences d_j of the entries of b₁.
Multiplied by x_i this is a relation of tangent vectors of the terms, which are generically independent, since there are
finitely many decompositions. So d = 0, and b₂ is the same as well.

*Biases* again. Made homogeneous by x₀, the network W₂ (W₁ x + b₁)^r + b₂ is the power sum of d₁ + 1 terms with
the vectors (row j of W₁, entry j of b₁), j < d₁, and in one more term the vector e₀ of x₀, with c = b₂. If generic
power sums of d₁ + 1 terms are so in one way, then generic ones with e₀ in the last term are, too: the parameters with
this property are an open set, invariant under the linear maps of the (x₀, x), and it contains some with another vector
than 0 in the last term, which a linear map takes to e₀. (A decomposition with a term 0 would be one of infinitely
many.) If other weights and biases have the same function, their d₁ + 1 terms are the same, too. Generically, one of
these alone is a multiple of x₀^r, since no row of W₁ is zero; so it is the one with b₂, in both, and the other terms
determine the rows of W₁, b₁ and the columns of W₂ as before. (That other decompositions exist says nothing here: they
may lack a term in x₀^r.)

An activation α (t + β)^r + γ with biases is t^r after a change of W₂, b₁ and b₂; without biases, so is α t^r.

*Three layers or more*, powers, no biases. Let the widths before layer l be at least 2, but for that of its inputs, and
let generic W_(l+1) (W_l h)^r be sums of powers in more than one way. Then other W_l, W_(l+1), over an extension, have
the same function, and the network with them, too. No permutation and rescaling leads to it: in the layers k before l it
would take W_k to W_k, and as no row of W_k is a multiple of another, layer by layer it would move nothing; and as the
outputs of layer l + 1 are the same, and generically none is a multiple of another, it would not move them. So it would
move the neurons of layer l alone, and the two sums would have the same terms. That the weights of all blocks are
determined says nothing about the whole; for this see the conjecture of [UsevichBorsoiDerandClausel2025].
"""

from __future__ import annotations

from collections.abc import Iterator

from algebra_tnn.certificates import Shortfall, Verdict
from algebra_tnn.explore.fibres import Fibre, Known, counted, number_of_decompositions, rule_and_remark
from algebra_tnn.explore.localization import consequences, is_plain, obstructions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.rescalings import orbit_dimension
from algebra_tnn.provers.identifiability import number_in_linear_section


def fibre_of_network(network: PolynomialNetwork) -> Fibre:
    """Weights up to rescalings of neurons; permutations are among the finitely many."""
    parameters, rescalings = network.parameter_count, orbit_dimension(network)
    return Fibre(
        name=str(network),
        free=parameters - rescalings,
        counted=f"{parameters} parameters − {counted(rescalings, 'rescaling')}",
        orbit_dimension=rescalings,
        known=lambda: _known(network),
        obstructions=lambda: (f"not finite, as {reason}" for reason in obstructions(network)),
        consequences=lambda: _consequences(network),
    )


def _consequences(network: PolynomialNetwork) -> Iterator[str]:
    for theorem in consequences(network):
        yield f"finite identifiability also follows from {theorem}"


def _known(network: PolynomialNetwork) -> Known:
    if network.depth == 1:
        return Known("proved", 1, ": the weights are the coefficients of the outputs")
    if (obstacle := _obstacle(network)) is not None:
        return _several_in_a_block(network) or Known("undecided", None, f": {obstacle}")
    attempts: list[Shortfall] = []
    for shape, about in _power_sums(network):
        number, verdict = number_of_decompositions(shape)
        attempts += (Shortfall(attempt.rule, about + attempt.reason) for attempt in verdict.attempts)
        if verdict.certificate is None:
            continue
        by = rule_and_remark(verdict)
        if number == 1:
            return Known("proved", 1, f" for generic weights by {by}", verdict)
        if not network.biases:
            return Known("refuted", number, f": {number} classes of weights have the same function by {by}", verdict)
        reason = f"{about}{number} decompositions, and how many of them are of networks with biases is not known"
        attempts.append(Shortfall(verdict.certificate.rule, reason))
    return Known("undecided", None, "; tried:", Verdict(verdict.claim, "undecided", attempts=tuple(attempts)))


def _several_in_a_block(network: PolynomialNetwork) -> Known | None:
    """A refutation, if two layers that follow one another are a power sum in more than one way."""
    if network.biases or not is_plain(network):
        return None
    layers = zip(network.widths, network.widths[1:-1], network.widths[2:], network.degrees, strict=False)
    for at, (inputs, hidden, outputs, r) in enumerate(layers):
        shape = PowerSum((inputs, outputs), (r, 1), hidden)
        if min(network.widths[:at], default=2) < 2 or (number_in_linear_section(shape) or 1) == 1:
            continue
        number, verdict = number_of_decompositions(shape)
        if verdict.certificate is not None:
            block = f"({inputs},{hidden},{outputs}) with t^{r}, layers {at + 1} and {at + 2}"
            reason = f": {number} classes of weights of {block}, have the same function by {verdict.certificate.rule}"
            return Known("refuted", None, reason, verdict)
    return None


def _power_sums(network: PolynomialNetwork) -> list[tuple[PowerSum, str]]:
    """Any of these being a power sum in one way is enough; with words for which it is."""
    (inputs, hidden, outputs), [r] = network.widths, network.degrees
    leading = PowerSum((inputs, outputs), (r, 1), hidden)
    if not network.biases:
        return [(leading, "")]
    homogeneous = PowerSum((inputs + 1, outputs), (r, 1), hidden + 1)
    return [*([(leading, f"terms of degree {r}: ")] if r > 1 else []), (homogeneous, "made homogeneous: ")]


def _obstacle(network: PolynomialNetwork) -> str | None:
    """Why the functions of a network of several layers are not those of a power sum whose terms are its neurons."""
    if any(layer.groups is not None for layer in network.connections):
        return "weights are zero or tied, and the theorems are about dense layers"
    if network.depth > 2:
        return (
            "no rule proves it for three layers or more, and that it is so finitely does not imply it (statement G21)"
        )
    [layer] = network.activations
    if len(set(layer)) > 1:
        return "the neurons of the hidden layer have different activations"
    power = layer[0].power
    if power is None or not (network.biases or power.is_monomial):
        return f"the activation {layer[0]} is not α {'(t + β)^r + γ' if network.biases else 't^r'}, so no power sum"
    return None
