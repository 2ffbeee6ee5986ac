-- The images of the smallest polynomial networks by elimination, over QQ: their dimensions and their equations.
--
--     M2 --script tests/oracles/macaulay2/images.m2 > tests/oracles/macaulay2/images.out
--
-- Reads images.in. A line of the output is the network, the number of coefficients of its outputs, the dimension of the
-- closure of the image, and minimal generators of its ideal. The variable c_(k,a,b,...) is the coefficient of
-- x_0^a x_1^b ... in output k.

load(currentFileDirectory | "networks.m2");

idealOfTheImage = (widths, activations, biases) -> (
    count := sum(shapes(widths, biases), times);
    W := QQ[w_0 .. w_(count-1)];
    R := W[apply(widths#0, i -> x_i)];
    unused := gens W;
    weights := apply(shapes(widths, biases), (m, n) -> apply(m, i -> (
        row := take(unused, n);
        unused = drop(unused, n);
        apply(row, w -> promote(w, R)))));
    f := outputs(weights, activations, biases, gens R);
    found := flatten apply(#f, k -> apply(exponents f#k, listForm f#k, (e, t) -> (prepend(k, e), last t)));
    C := QQ[apply(found, t -> c_(toSequence first t))];
    kernel map(W, C, apply(found, last)))

heading "by elimination over QQ";
for network in questions "images.in" do (
    I := idealOfTheImage toSequence network;
    relations := apply(flatten entries mingens I, toString);
    << written join(network, {numgens ring I, dim I, relations}) << endl << flush);
