from __future__ import annotations

import random

import numpy as np
import pytest

from algebra_tnn.exact.linear.digits import WORD, digits, integers, multiplied, number, words
from algebra_tnn.exact.modular.centred import PRIME


def long_numbers(number_of_them: int, bits: int, seed: int = 0) -> list[int]:
    rng = random.Random(seed)
    return [0, 1, -1, *(rng.choice((-1, 1)) * rng.getrandbits(bits) for _ in range(number_of_them - 3))]


@pytest.mark.parametrize("bits", [5, 19, 20, 61, 300])
@pytest.mark.parametrize(("radix", "largest"), [(PRIME, PRIME // 2), (WORD, 2**33), (10, 5)])
def test_digits_are_those_of_the_number(bits: int, radix: int, largest: int) -> None:
    x = np.array(long_numbers(20, bits), dtype=np.int64 if bits < 62 else np.object_)
    found = digits(x, radix, largest)
    for i, value in enumerate(x.tolist()):
        assert sum(int(digit[i]) * radix**j for j, digit in enumerate(found)) == value
    assert all(np.abs(digit).max() <= radix // 2 for digit in found[:-1])
    assert np.abs(found[-1]).max() <= largest


@pytest.mark.parametrize("bits", [1, 15, 16, 17, 200, 2000])
def test_there_and_back(bits: int) -> None:
    values = long_numbers(12, bits)
    found = digits(np.array(values, dtype=np.object_), PRIME, PRIME // 2)
    assert integers(np.stack(found), (3, 4)) == [values[:4], values[4:8], values[8:]]
    assert [number([digit[i] for digit in found]) for i in range(12)] == values
    as_words = words([values])
    assert [sum(int(w) * WORD**j for j, w in enumerate(as_words[:, 0, i])) for i in range(12)] == values
    assert as_words[:-1].min(initial=0) >= 0
    assert np.abs(as_words).max() < WORD


def test_extreme_words() -> None:
    values = [2**15 - 1, -(2**15), 2**31 - 1, -(2**31), 2**32]
    assert [sum(int(w) * WORD**j for j, w in enumerate(words([values])[:, 0, i])) for i in range(5)] == values


def test_many_numbers_are_converted_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("algebra_tnn.exact.linear.digits._CHUNK", 30)
    values = long_numbers(40, 90)
    assert integers(np.stack(digits(np.array(values, dtype=np.object_), PRIME, PRIME // 2)), (1, 40)) == [values]


@pytest.mark.parametrize("factor", [0, 1, -1, 2, PRIME // 2 + 1, 12345678901234567890, -(2**200)])
def test_products_with_a_number_are_truncated(factor: int) -> None:
    """The balanced residue modulo p^8 of factor · x, digit by digit."""
    values = long_numbers(9, 150)
    X = np.zeros((8, 9))
    found = digits(np.array(values, dtype=np.object_), PRIME, PRIME // 2)
    X[: len(found)] = found
    modulus = PRIME**8
    expected = [(factor * x + modulus // 2) % modulus - modulus // 2 for x in values]
    result = multiplied(X, factor)
    assert [number(result[:, i].tolist()) for i in range(9)] == expected
    assert np.abs(result).max() <= PRIME // 2
