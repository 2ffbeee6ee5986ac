"""Side-by-side runs against what a user would pick instead: ``python -m benchmarks all``, or a task's name.

A row of a task gives one input to several contenders, the first of them ours, in turns: ours, rival, ours, rival.
Results must be equal in the same run, or the row fails. ``RESULTS.md`` holds the last full run.
"""
