"""Elimination modulo p of a matrix whose rows arrive from the top.

A slab of rows is copied, the pivot rows found so far are subtracted from it, and then its own are found, a part of the
slab at a time. Only the pivot rows are kept, each from its pivot to the right: half of a square matrix. Meanwhile a
second worker subtracts the known pivot rows from the next slab, and waits for the others as they are found.

Exactness: what is subtracted is a sum of products of residues, and a slab is reduced before such a sum becomes longer
than ``longest_sum`` allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from queue import SimpleQueue
from threading import Condition

import numpy as np

from algebra_tnn.exact.modular.blas import Doubles, one_thread_per_caller
from algebra_tnn.exact.modular.centred import longest_sum, reduce_in_place
from algebra_tnn.exact.modular.pivot_rows import PivotRows, pivot_rows
from algebra_tnn.exact.modular.windows import Indices

# Rows whose pivots are found together, and rows in a slab, for matrices of at least so many columns: products with
# longer sums are faster, but it takes longer to find the pivots.
_HEIGHTS = {4000: (256, 512), 1500: (128, 512), 0: (64, 256)}


class Elimination:
    """The pivot rows of a matrix over GF(p) of a given width, p < LARGEST.

    Args: seed: of the columns that are tried where the first ones are dependent; the pivot rows do not depend on it.
    """

    def __init__(self, width: int, p: int, seed: int = 0) -> None:
        self.width, self.p = width, p
        self._step, self._slab = next(heights for least, heights in _HEIGHTS.items() if width >= least)
        self.found: list[PivotRows] = []
        self._random = np.random.default_rng(seed)
        self._finished = 0  # slabs
        self._failure: BaseException | None = None
        self._news = Condition()  # more was found, a slab is finished, or something failed

    @property
    def rank(self) -> int:
        return self.found[-1].end if self.found else 0

    def pivots(self) -> tuple[Indices, Indices]:
        """(rows, columns) of an invertible minor as large as the rank; the rows are the first independent ones."""
        order = np.arange(self.width)
        for pivots in self.found:
            pivots.exchange_columns(order)
        rows = [pivots.rows for pivots in self.found]
        return np.sort(np.concatenate(rows)) if rows else order[:0], np.sort(order[: self.rank])

    def eliminate(self, chunks: Iterable[Doubles], workers: int, multiplications: int) -> None:
        """Finds the pivot rows of the matrix whose rows arrive in these arrays of residues, of any height.

        Args: multiplications: about how many there will be. Chunks are drawn as they are needed, and no more once the
        rank equals the width.
        Raises: what goes wrong in the chunks or in a worker, within a fraction of a second: KeyboardInterrupt, too.
        """
        spare: SimpleQueue[Doubles] = SimpleQueue()
        for _ in range(workers + (workers > 1)):
            spare.put(np.empty((self._slab, self.width)))
        with one_thread_per_caller(multiplications), ThreadPoolExecutor(workers) as pool:
            tasks = []
            try:
                for number, (memory, height) in enumerate(_slabs(chunks, spare)):
                    if self._failure is not None or self.rank == self.width:
                        break
                    if workers > 1:
                        tasks.append(pool.submit(self._work, number, memory, height, spare))
                    else:
                        self._work(number, memory, height, spare)
                wait(tasks)
            except BaseException as failure:
                self._fail(failure)
        if self._failure is not None:
            raise self._failure

    def _work(self, number: int, memory: Doubles, height: int, spare: SimpleQueue[Doubles]) -> None:
        try:
            self._find(number, memory[:height])
            with self._news:
                self._finished += 1
                self._news.notify_all()
        except BaseException as failure:
            self._fail(failure)
        finally:
            spare.put(memory)

    def _fail(self, failure: BaseException) -> None:
        with self._news:
            if self._failure is None:
                self._failure = failure
            self._news.notify_all()

    def _find(self, number: int, S: Doubles) -> None:
        """The pivot rows among those of slab S, once the earlier slabs are finished."""
        known = length = 0  # pivots subtracted; products in the sums that are not yet reduced
        while self._is_more(known, number):
            length = self._subtract(self.found[known], S, length)
            known += 1
        for top in range(0, len(S), self._step):
            rank = self.rank
            if rank == self.width:
                break
            V = S[top : top + self._step, rank:]
            reduce_in_place(V, self.p)
            pivots = pivot_rows(V, number * self._slab + top, rank, self.p, self._random)
            if len(pivots.rows):
                with self._news:
                    self.found.append(pivots)
                    self._news.notify_all()
                length = self._subtract(pivots, S[top + self._step :], length)

    def _is_more(self, known: int, number: int) -> bool:
        """Waits until more is found than is known (true), or all slabs before this one are finished (false)."""
        with self._news:
            self._news.wait_for(lambda: self._failure or len(self.found) > known or self._finished == number)
            if self._failure is not None:
                raise self._failure
            return len(self.found) > known

    def _subtract(self, pivots: PivotRows, S: Doubles, length: int) -> int:
        """Subtracts pivot rows from S, whose entries are residues plus sums of that many products; the new length."""
        if length + len(pivots.rows) > longest_sum(self.p):
            reduce_in_place(S[:, pivots.start :], self.p)
            length = 0
        pivots.subtract_from(S, self.p)
        return length + len(pivots.rows)


def _slabs(chunks: Iterable[Doubles], spare: SimpleQueue[Doubles]) -> Iterator[tuple[Doubles, int]]:
    """The rows of the chunks in slabs: memory that was spare, and how many of its rows are filled."""
    memory, height = spare.get(), 0
    for chunk in chunks:
        done = 0
        while done < len(chunk):
            part = chunk[done : done + len(memory) - height]
            memory[height : height + len(part)] = part
            done += len(part)
            height += len(part)
            if height == len(memory):
                yield memory, height
                memory, height = spare.get(), 0
    if height:
        yield memory, height
