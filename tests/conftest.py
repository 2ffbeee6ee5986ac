"""One thread for BLAS, in the tests and in the processes that they start: the workers are as many as the processors."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, which no test has done yet
