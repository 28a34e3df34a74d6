"""Few parts and many give the same values and counts, in their order."""

from __future__ import annotations

import random
from itertools import compress

import pytest

from dashboard.parted import MOST, Parted


@pytest.mark.parametrize("parts", [1, MOST, MOST + 1, 256, 257, 400])
def test_each_part_has_its_own_values_however_many_parts_there_are(parts: int) -> None:
    chance = random.Random(parts)
    keys = [f"k{n}" for n in range(parts)] + [f"k{chance.randrange(parts)}" for _ in range(1000)]
    taken = [chance.random() < 0.7 for _ in keys]
    values = list(range(sum(taken)))
    of_value = list(compress(keys, taken))
    parted = Parted(keys)
    expected = {key: [value for value, of in zip(values, of_value, strict=True) if of == key] for key in keys}
    assert parted.split(lambda numbers: compress(numbers, taken), values) == expected
    assert parted.counts(lambda numbers: compress(numbers, taken)) == {key: len(of) for key, of in expected.items()}


def test_parts_come_in_the_order_in_which_they_first_come() -> None:
    assert Parted("cabac").keys == ("c", "a", "b")
    assert Parted("").keys == ()
