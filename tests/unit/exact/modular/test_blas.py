from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from algebra_tnn.exact.modular import blas
from algebra_tnn.exact.modular.blas import Doubles, numpy_alone, one_thread_per_caller, subtract_product


def integers(rng: np.random.Generator, *shape: int) -> Doubles:
    return rng.integers(-1000, 1000, shape).astype(np.float64)


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


@pytest.fixture
def routine(monkeypatch: pytest.MonkeyPatch) -> None:
    """SciPy's BLAS is there, and used for the smallest products."""
    assert blas._subtraction_by_dgemm() is not None
    monkeypatch.setattr(blas, "_WORTH_A_CALL", 0)


@pytest.fixture
def forgotten() -> Iterator[None]:
    """What is known about SciPy's BLAS is forgotten before and after."""
    blas._subtraction_by_dgemm.cache_clear()
    yield
    blas._subtraction_by_dgemm.cache_clear()


SHAPES = [(1, 1, 1), (3, 4, 5), (1, 300, 20), (300, 1, 20), (20, 300, 1), (70, 64, 400), (2000, 3, 300)]


@pytest.mark.usefixtures("routine")
@pytest.mark.parametrize("without_scipy", [False, True])
@pytest.mark.parametrize("shape", SHAPES)
def test_exact_on_views(shape: tuple[int, int, int], without_scipy: bool) -> None:
    """All three are columns in the middle of larger arrays, two of them of the same one; nothing else changes."""
    m, k, n = shape
    rng = np.random.default_rng(m)
    S, X = integers(rng, m, k + n + 3), integers(rng, k, n + 2)
    before = S.copy()
    expected = S.copy()
    expected[:, k + 2 : k + 2 + n] -= S[:, 1 : k + 1] @ X[:, 1 : n + 1]
    C, L = S[:, k + 2 : k + 2 + n], S[:, 1 : k + 1]
    if without_scipy:
        with numpy_alone():
            subtract_product(C, L, X[:, 1 : n + 1])
    else:
        subtract_product(C, L, X[:, 1 : n + 1])
    assert np.array_equal(S, expected)
    assert not np.array_equal(S, before)


@pytest.mark.usefixtures("routine")
@pytest.mark.parametrize("shape", [(0, 2, 3), (2, 0, 3), (2, 3, 0)])
def test_empty_products(shape: tuple[int, int, int]) -> None:
    m, k, n = shape
    C = np.ones((m, n))
    subtract_product(C, np.ones((m, k)), np.ones((k, n)))
    assert np.array_equal(C, np.ones((m, n)))


def test_many_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blas, "_PIECE", 1)
    rng = np.random.default_rng(0)
    C, L, X = integers(rng, 100, 7), integers(rng, 100, 5), integers(rng, 5, 7)
    expected = C - L @ X
    with numpy_alone():
        subtract_product(C, L, X)
    assert np.array_equal(C, expected)


def test_shapes_that_do_not_match() -> None:
    with pytest.raises(ValueError, match=r"shapes \(2, 3\), \(2, 4\) and \(5, 3\); give arrays of the shapes m×n, m×k"):
        subtract_product(np.zeros((2, 3)), np.zeros((2, 4)), np.zeros((5, 3)))


@pytest.mark.usefixtures("routine")
def test_memory_that_the_routine_cannot_read() -> None:
    C, L, X = np.ones((2, 3)), np.ones((2, 2)), np.ones((2, 3))
    for wrong in ((C, L, np.ones((3, 2)).T), (C, np.ones((2, 4))[:, ::2], X), (C.astype(np.float32), L, X)):
        with pytest.raises(ValueError, match="not adjacent doubles in memory; give a C-ordered array of float64"):
            subtract_product(*wrong)  # one of them is of another type on purpose
    assert np.array_equal(C, np.ones((2, 3)))


@pytest.mark.usefixtures("forgotten")
def test_without_scipy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.linalg", None)
    assert blas._subtraction_by_dgemm() is None
    C = np.zeros((600, 600))
    with one_thread_per_caller(2**40):
        subtract_product(C, np.ones((600, 2)), np.ones((2, 600)))
    assert (C == -2).all()


@pytest.mark.usefixtures("forgotten")
def test_scipy_without_that_routine(monkeypatch: pytest.MonkeyPatch) -> None:
    import scipy.linalg

    monkeypatch.setattr(scipy.linalg, "cython_blas", SimpleNamespace(__pyx_capi__={}))
    assert blas._subtraction_by_dgemm() is None


@pytest.mark.usefixtures("forgotten")
def test_another_order_of_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "byteorder", "big")
    assert blas._subtraction_by_dgemm() is None


@pytest.mark.usefixtures("routine")
def test_numpy_alone_ends() -> None:
    assert blas._routine() is not None
    with numpy_alone():
        with numpy_alone():
            assert blas._routine() is None
        assert blas._routine() is None
    assert blas._routine() is not None


def test_one_thread_inside_and_as_many_as_before_outside() -> None:
    with threadpool_limits(2, user_api="blas"):
        with one_thread_per_caller(0):
            assert threads() == {1}
            with pytest.raises(RuntimeError), one_thread_per_caller(0):
                raise RuntimeError
            assert threads() == {1}
        assert threads() == {2}


def test_callers_that_overlap_leave_no_limit_behind() -> None:
    opened, release = threading.Event(), threading.Event()

    def other() -> None:
        with one_thread_per_caller(0):
            opened.set()
            release.wait()

    with threadpool_limits(2, user_api="blas"):
        thread = threading.Thread(target=other)
        with one_thread_per_caller(0):
            thread.start()
            opened.wait()
            assert threads() == {1}
        release.set()
        thread.join()
        assert threads() == {2}


def test_scipy_is_loaded_for_long_computations_alone() -> None:
    """In a fresh interpreter."""
    program = (
        "import sys\n"
        "import numpy as np\n"
        "from algebra_tnn.exact.modular.rank_profiles import rank_profile\n"
        "from algebra_tnn.exact.modular.blas import one_thread_per_caller\n"
        "assert rank_profile(np.eye(300, dtype=int)).rank == 300\n"
        "assert 'scipy' not in sys.modules\n"
        "with one_thread_per_caller(2**40):\n"
        "    assert 'scipy.linalg.cython_blas' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_both_ways_run_on_two_threads_at_once() -> None:
    rng = np.random.default_rng(1)
    L, X = integers(rng, 200, 64), integers(rng, 64, 500)
    expected = -8 * (L @ X)
    results: list[Any] = []

    def work() -> None:
        C = np.zeros((200, 500))
        for _ in range(8):
            subtract_product(C, L, X)
        results.append(C)

    for _ in range(2):
        pair = [threading.Thread(target=work) for _ in range(2)]
        for thread in pair:
            thread.start()
        for thread in pair:
            thread.join()
    with numpy_alone():
        work()
    assert len(results) == 5
    assert all(np.array_equal(C, expected) for C in results)
