-- The rank modulo 32003, a prime of the size that Macaulay2's fast dense matrices know.
-- Usage: M2 --script rank.m2 FILE ROWS COLUMNS
-- FILE holds ROWS × COLUMNS little-endian uint16, each 32768 more than the entry. Prints "ready", then for each line of
-- standard input "rank cpu-seconds wall-seconds", of the rank routine alone; wall is CPU, for it has one thread.
bytes = get scriptCommandLine#1;
(m, n) = (value scriptCommandLine#2, value scriptCommandLine#3);
kk = ZZ/32003;
row = i -> apply(pack(2, ascii substring(bytes, 2*n*i, 2*n)), b -> b#0 + 256*b#1 - 32768);
slab = first -> sub(matrix(ZZ, apply(toList(first .. min(first + 100, m) - 1), row)), kk);
M = mutableMatrix fold((above, below) -> above || below, apply(toList(0 .. (m - 1)//100), k -> slab(100*k)));
<< "ready" << endl << flush;
while (line = read stdio; #line > 0) do (
    start := cpuTime();
    found := rank M;
    spent := cpuTime() - start;
    << found << " " << spent << " " << spent << endl << flush;
    )
exit 0
