"""The middle, the nine-of-ten and shares of few and of many."""

from __future__ import annotations

import pytest

from figures.percentiles import median, nine_of_ten, share


@pytest.mark.parametrize(
    ("rising", "middle", "ninth"),
    [([], None, None), ([4], 4, 4), ([1, 2], 1.5, 2), ([1, 2, 9], 2, 9), (list(range(1, 21)), 10.5, 18)],
)
def test_the_middle_and_the_nine_of_ten(rising: list[float], middle: float | None, ninth: float | None) -> None:
    assert (median(rising), nine_of_ten(rising)) == (middle, ninth)


def test_a_share_of_nothing_is_none() -> None:
    assert (share(0, 0), share(0, 3), share(2, 3)) == (None, 0.0, 66.7)
