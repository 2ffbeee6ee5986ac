-- The smallest secant varieties by elimination, over QQ: their dimensions, their degrees and their equations.
--
--     M2 --script tests/oracles/macaulay2/secant_images.m2 > tests/oracles/macaulay2/secant_images.out
--
-- Reads secant_images.in. A line of the output is the question (see varieties.m2), the number of coordinates, the
-- dimension of the cone, its degree, and minimal generators of its ideal. The variables c_0, c_1, ... are the
-- coordinates, in the order of varieties.m2.

load(currentFileDirectory | "varieties.m2");

idealOfTheSecant = (first', second, terms) -> (
    sizes := lengths(first', second);
    R := QQ[w_0 .. w_(terms * sum sizes - 1)];
    unused := gens R;
    sums := sum apply(terms, j -> (
        vectors := apply(sizes, n -> (v := take(unused, n); unused = drop(unused, n); v));
        coordinates(first', second, vectors)));
    C := QQ[c_0 .. c_(#sums - 1)];
    kernel map(R, C, sums))

heading "by elimination over QQ";
for question in questions "secant_images.in" do (
    (kind, first', second, terms) := toSequence question;
    I := idealOfTheSecant(first', second, terms);
    relations := apply(flatten entries mingens I, toString);
    << written join(question, {numgens ring I, dim I, degree I, relations}) << endl << flush);
