from __future__ import annotations

from collections import Counter

from algebra_tnn.laws.draws import Draw


def test_draws_are_uniform_without_zero() -> None:
    drawn = Draw(1, 3).array((6000,)).astype(int).tolist()
    counts = Counter(drawn)
    assert set(counts) == {-3, -2, -1, 1, 2, 3}
    assert all(850 < n < 1150 for n in counts.values())


def test_draws_are_reproducible_and_follow_one_another() -> None:
    one, two = Draw(7, 100), Draw(7, 100)
    assert one.array((2, 3)).tolist() == two.array((2, 3)).tolist()
    assert one.array((2, 3)).tolist() != Draw(7, 100).array((2, 3)).tolist()
    assert Draw(8, 100).array((9,)).tolist() != Draw(7, 100).array((9,)).tolist()


def test_one_number_and_none() -> None:
    assert Draw(0, 1).array(()).shape == ()
    assert Draw(0, 5).array((0, 3)).shape == (0, 3)


def test_words_above_the_last_multiple_are_drawn_again() -> None:
    class Bits:
        """Gives the largest word first, which has to be drawn again, and then small ones."""

        def __init__(self) -> None:
            self.words = [[2**64 - 1, 0], [5]]

        def random_raw(self, size: int) -> object:
            import numpy as np

            return np.array(self.words.pop(0)[:size], dtype=np.uint64)

    draw = Draw(0, 3)
    draw._bits = Bits()  # a stand-in for the generator
    assert draw.array((2,)).tolist() == [3.0, -3.0]
