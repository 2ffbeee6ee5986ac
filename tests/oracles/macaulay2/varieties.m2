-- What secants.m2 and secant_images.m2 share: the varieties of a question.
--
-- A question is ["segre-veronese", shape, degrees, terms] or ["grassmannian", k, n, terms]: sums of so many points of
-- the cone over a Segre-Veronese variety, which are products of powers of linear forms, or over a Grassmannian, which
-- are the k x k minors of k x n matrices.

load(currentFileDirectory | "lists.m2");

-- the coordinates of a point, for parameters from any commutative ring, a list of vectors
coordinates = method()
coordinates(List, List, List) := (shape, degrees, vectors) -> (
    monomials := apply(#shape, k -> apply(rsort compositions(shape#k, degrees#k),
        e -> product(shape#k, i -> (vectors#k#i)^(e#i))));
    fold((products, more) -> flatten apply(products, p -> apply(more, m -> p * m)), {1}, monomials))
coordinates(ZZ, ZZ, List) := (k, n, vectors) -> (
    M := matrix vectors;
    apply(subsets(n, k), columns -> det M_columns))

-- how long the vectors are
lengths = method()
lengths(List, List) := (shape, degrees) -> shape
lengths(ZZ, ZZ) := (k, n) -> toList(k : n)
