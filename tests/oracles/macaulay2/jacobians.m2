-- Ranks of Jacobians of polynomial networks at random integer weights, over QQ and without elimination.
--
--     M2 --script tests/oracles/macaulay2/jacobians.m2 > tests/oracles/macaulay2/jacobians.out
--
-- Reads jacobians.in. A line of the output is the network with three numbers more: of parameters, that is, weights and
-- biases; of coefficients of the outputs that depend on them; and the rank of the Jacobian of these by those at one
-- point. Such a rank bounds the dimension from below, and is the dimension but for unlucky points.
--
-- The column of a parameter w is what belongs to e in the outputs with w + e for w, expanded where e^2 = 0.

load(currentFileDirectory | "networks.m2");
setRandomSeed 20261128;
largest = 100;

moved = (weights, place, e) -> apply(#weights, l -> apply(#(weights#l), i -> apply(#(weights#l#i), j ->
    weights#l#i#j + if (l, i, j) == place then e else 0)))

jacobianAtAPoint = (widths, activations, biases) -> (
    S := QQ[vars(0 .. widths#0)];
    R := S / ideal (last gens S)^2;
    inputs := drop(gens R, -1);
    weights := apply(shapes(widths, biases), (m, n) -> apply(m, i -> apply(n, j -> 1 + random largest)));
    places := flatten apply(#weights, l -> flatten apply(#(weights#l), i -> apply(#(weights#l#i), j -> (l, i, j))));
    derivatives := apply(places, place -> (
        f := outputs(moved(weights, place, last gens R), activations, biases, inputs);
        apply(f, g -> diff(last gens S, lift(g, S)))));
    lift(last coefficients transpose matrix derivatives, QQ))  -- one row for each monomial of each output

heading concatenate("at one random point with entries from 1 to ", toString largest, ", over QQ");
for network in questions "jacobians.in" do (
    J := jacobianAtAPoint toSequence network;
    << written join(network, {numColumns J, numRows J, rank J}) << endl << flush);
