-- Dimensions of cones over secant varieties, in two ways, at random points modulo a prime.
--
--     M2 --script tests/oracles/macaulay2/secants.m2 > tests/oracles/macaulay2/secants.out
--
-- Reads secants.in. A line of the output is the question (see varieties.m2) with three numbers more: of coordinates;
-- the rank of the Jacobian of the sum of so many points by all parameters; and how many conditions it is for a form
-- to be singular at so many points, which Terracini's lemma says is the same.
--
-- The conditions need no derivatives. A form of multidegree (d_1, d_2, ...) is singular at a point if it lies in the
-- square of the ideal of the point, where it counts only that the blocks of variables belong to the point up to a
-- factor. In the exterior algebra, a k-form vanishes on the tangent space at a k-plane E if it lies in the square of
-- the ideal of the linear forms that vanish on E. So the conditions are the rank of the map from all forms to the
-- quotients by these squares, that is, of remainders by Groebner bases.

load(currentFileDirectory | "varieties.m2");
setRandomSeed 20261128;
K = ZZ/32749;
randomVectors = sizes -> apply(sizes, n -> apply(n, i -> random K))

jacobianRank = (first', second, terms) -> (
    sizes := lengths(first', second);
    R := K[x_1 .. x_(sum sizes)];
    unused := gens R;
    vectors := apply(sizes, n -> (v := take(unused, n); unused = drop(unused, n); v));
    J := jacobian matrix {coordinates(first', second, vectors)};  -- of one point; the sum is linear in the points
    rank fold((a, b) -> a || b, apply(terms, j -> sub(J, matrix {flatten randomVectors sizes}))))

-- the linear forms in some variables that vanish on some vectors
formsThatVanish = (variables, vectors) -> flatten entries (matrix {variables} * gens kernel matrix vectors)

-- for each of some random points the ideal of the linear forms that vanish there, and all forms of the degree
idealsOfPoints = method()
idealsOfPoints(List, List, ZZ) := (shape, degrees, terms) -> (
    names := flatten apply(#shape, k -> apply(shape#k, i -> x_(k, i)));
    unit := k -> apply(#shape, l -> if l == k then 1 else 0);
    R := K[names, Degrees => flatten apply(#shape, k -> toList(shape#k : unit k))];
    block := k -> take(drop(gens R, sum take(shape, k)), shape#k);
    (apply(terms, j -> apply(#shape, k -> formsThatVanish(block k, randomVectors {shape#k}))), basis(degrees, R)))
idealsOfPoints(ZZ, ZZ, ZZ) := (k, n, terms) -> (
    R := K[x_1 .. x_n, SkewCommutative => true];
    (apply(terms, j -> {formsThatVanish(gens R, randomVectors toList(k : n))}), basis(k, R)))

conditions = (first', second, terms) -> (
    (points, forms) := idealsOfPoints(first', second, terms);
    remainders := apply(points, point -> (
        I := ideal flatten point;
        lift(last coefficients(forms % I^2, Monomials => forms), K)));
    rank fold((a, b) -> a || b, remainders))

heading "at random points modulo 32749";
for question in questions "secants.in" do (
    (kind, first', second, terms) := toSequence question;
    ambient := numColumns matrix {coordinates(first', second, randomVectors lengths(first', second))};
    found := {ambient, jacobianRank(first', second, terms), conditions(first', second, terms)};
    << written join(question, found) << endl << flush);
