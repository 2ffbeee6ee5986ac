"""Products of matrices of doubles that are subtracted in place, C ← C − L · X, and BLAS threads kept to one per caller.

NumPy has no such call: it needs a second array for L · X and a pass over both. SciPy offers the BLAS routine itself, as
the pointer that Cython code imports from ``scipy.linalg.cython_blas``. Where SciPy is installed that routine is called
through ctypes, which lets other threads run meanwhile; otherwise NumPy multiplies a few rows at a time.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Doubles: TypeAlias = NDArray[np.float64]
Subtraction: TypeAlias = Callable[[Doubles, Doubles, Doubles], None]

_WORTH_A_CALL = 1 << 18  # multiplications of one product; NumPy is as fast below
_WORTH_LOADING = 1 << 34  # multiplications of a whole computation for which SciPy is loaded, which takes 0.1 to 0.3 s
_PIECE = 1 << 19  # entries of L · X that NumPy computes at a time; they should stay in the cache
_SCIPY = "scipy.linalg.cython_blas"


def subtract_product(C: Doubles, L: Doubles, X: Doubles) -> None:
    """C ← C − L · X.

    Shapes: m×n, m×k, k×n. Rows may be apart (views of columns of larger arrays), entries of a row are adjacent; C does
    not overlap L or X.
    Cost: one dgemm; without SciPy also a pass over the entries of C.
    Raises: ValueError for shapes that do not match and for entries of a row that are not adjacent.
    """
    if (C.shape[0], C.shape[1], L.shape[1]) != (L.shape[0], X.shape[1], X.shape[0]):
        raise ValueError(
            f"C, L and X have the shapes {C.shape}, {L.shape} and {X.shape}; give arrays of the shapes m×n, m×k and k×n"
        )
    multiplications = C.size * L.shape[1]
    if multiplications:
        routine = _routine() if multiplications >= _WORTH_A_CALL else None
        (routine or _subtract_by_pieces)(C, L, X)


def _subtract_by_pieces(C: Doubles, L: Doubles, X: Doubles) -> None:
    step = max(32, _PIECE // C.shape[1])
    for start in range(0, len(C), step):
        part = C[start : start + step]
        np.subtract(part, np.matmul(L[start : start + step], X, out=_scratch(part.shape)), out=part)


class _Scratch(threading.local):
    """Memory that belongs to the running thread."""

    memory: Doubles = np.empty(0)


_own = _Scratch()


def _scratch(shape: tuple[int, ...]) -> Doubles:
    """An array that is overwritten by the next call."""
    size = shape[0] * shape[1]
    if _own.memory.size < size:
        _own.memory = np.empty(size)
    return _own.memory[:size].reshape(shape)


_numpy_alone = False


@contextmanager
def numpy_alone() -> Iterator[None]:
    """For a while, in all threads, products are subtracted as they are where SciPy is not installed."""
    global _numpy_alone
    before, _numpy_alone = _numpy_alone, True
    try:
        yield
    finally:
        _numpy_alone = before


def _routine() -> Subtraction | None:
    return _subtraction_by_dgemm() if _SCIPY in sys.modules and not _numpy_alone else None


@lru_cache(maxsize=1)
def _subtraction_by_dgemm() -> Subtraction | None:
    """C ← C − L · X by the dgemm of SciPy's BLAS; None without SciPy, or where that is not the dgemm expected."""
    try:
        from scipy.linalg import cython_blas

        capsule = cython_blas.__pyx_capi__["dgemm"]
    except (ImportError, AttributeError, KeyError):
        return None
    if sys.byteorder != "little":
        return None
    declaration, address = ctypes.pythonapi.PyCapsule_GetName, ctypes.pythonapi.PyCapsule_GetPointer
    declaration.restype, declaration.argtypes = ctypes.c_char_p, [ctypes.py_object]
    address.restype, address.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    dgemm = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 13)(address(capsule, declaration(capsule)))
    as_it_is, minus_one, one = ctypes.c_char(b"N"), ctypes.c_double(-1), ctypes.c_double(1)
    at = ctypes.addressof

    def subtract(C: Doubles, L: Doubles, X: Doubles) -> None:
        # BLAS counts along columns, so it sees our rows as columns: Cᵀ ← Cᵀ − Xᵀ · Lᵀ. It takes the addresses of its
        # integers. Their low half comes first in memory, so 64-bit ones serve a BLAS with 32-bit integers as well.
        sizes = (ctypes.c_int64 * 6)(C.shape[1], C.shape[0], len(X), _row_stride(X), _row_stride(L), _row_stride(C))
        n, m, k, x, y, z = range(at(sizes), at(sizes) + 48, 8)
        N, minus, plus = at(as_it_is), at(minus_one), at(one)
        dgemm(N, N, n, m, k, minus, X.ctypes.data, x, L.ctypes.data, y, plus, C.ctypes.data, z)

    C, L, X = np.ones((3, 6)), np.ones((3, 3)), np.ones((2, 5))
    L[1], X[:, 2] = (2, 3, 4), (5, 6)
    expected = C[:, 1:5] - L[:, :2] @ X[:, 1:]
    subtract(C[:, 1:5], L[:, :2], X[:, 1:])
    return subtract if np.array_equal(C[:, 1:5], expected) else None


def _row_stride(matrix: Doubles) -> int:
    """How many entries a row begins after the one before. Raises: ValueError."""
    if matrix.dtype != np.float64 or (matrix.strides[1] != 8 and matrix.shape[1] > 1):
        raise ValueError("the entries of a row are not adjacent doubles in memory; give a C-ordered array of float64")
    width, stride = map(int, (matrix.shape[1], matrix.strides[0]))
    return max(width, stride // 8)


@contextmanager
def one_thread_per_caller(multiplications: int) -> Iterator[None]:
    """While this is open, BLAS computes on the thread that calls it. Where several threads open it, the first decides.

    A computation of many multiplications has SciPy loaded if it is installed: that takes a while, and saves a tenth.
    """
    if multiplications >= _WORTH_LOADING and not _numpy_alone:
        _subtraction_by_dgemm()
    with _controller(_SCIPY in sys.modules).limit(limits=1, user_api="blas"):
        yield


@lru_cache(maxsize=2)
def _controller(with_scipy: bool) -> ThreadpoolController:
    """The BLAS libraries of the process. To find them takes a millisecond: it is done once, and again with SciPy's."""
    return ThreadpoolController()
