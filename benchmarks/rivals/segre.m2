-- The affine dimension of a secant variety of a Segre variety by Macaulay2's own routine: toricSecantDim of the package
-- PhylogeneticTrees, which takes the toric variety's exponents and finds the rank of the Terracini matrix at random
-- points over ZZ/32003.
-- Usage: M2 --script segre.m2 RANK n1 n2 ...
needsPackage "PhylogeneticTrees"
r = value scriptCommandLine#1;
shape = apply(drop(scriptCommandLine, 2), value);
places = fold((done, n) -> flatten apply(done, e -> apply(n, i -> append(e, i))), {{}}, shape);
A = matrix flatten apply(#shape, f -> apply(shape#f, i -> apply(places, e -> if e#f == i then 1 else 0)));
<< "ready" << endl << flush;
while (line = read stdio; #line > 0) do (
    start := cpuTime();
    found := toricSecantDim(A, r);
    spent := cpuTime() - start;
    << found << " " << spent << " " << spent << endl << flush;
    )
exit 0
