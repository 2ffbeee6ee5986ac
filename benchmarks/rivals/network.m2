-- The dimension of a polynomial neurovariety the naive way: expand the network with symbolic weights and inputs, take
-- the coefficients in the inputs, differentiate them by the weights, substitute a random point over ZZ/32003, rank.
-- Usage: M2 --script network.m2 DEGREE width0 width1 ...
k = value scriptCommandLine#1;
widths = apply(drop(scriptCommandLine, 2), value);
L = #widths - 1;
sizes = apply(L, l -> widths#l * widths#(l+1));
<< "ready" << endl << flush;
while (line = read stdio; #line > 0) do (
    start := cpuTime();
    K := (ZZ/32003)[w_0 .. w_(sum sizes - 1)];
    S := K[x_0 .. x_(widths#0 - 1)];
    value' := transpose vars S;
    for l from 0 to L - 1 do (
        if l > 0 then value' = matrix apply(flatten entries value', y -> {y^k});
        offset := sum take(sizes, l);
        weights := matrix table(widths#(l+1), widths#l, (i, j) -> K_(offset + i * widths#l + j));
        value' = sub(weights, S) * value';
        );
    coefficients' := flatten entries lift(last coefficients transpose value', K);
    jacobian' := jacobian matrix {coefficients'};
    point := random((ZZ/32003)^1, (ZZ/32003)^(sum sizes));
    found := rank sub(jacobian', point);
    spent := cpuTime() - start;
    << found << " " << spent << " " << spent << endl << flush;
    )
exit 0
