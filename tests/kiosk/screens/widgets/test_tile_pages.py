from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.screens.widgets.tile_pages import Arrangement, arrange


@given(st.integers(1, 40), st.integers(100, 2000), st.integers(100, 2000), st.integers(40, 600), st.integers(50, 500))
def test_every_tile_is_on_some_page(count: int, width: int, height: int, least_width: int, needed: int) -> None:
    made = arrange(
        count,
        (width, height),
        paged=(width, height - 100),
        gap=24,
        needs=lambda wide: needed if wide >= least_width else None,
    )
    if made is None:
        assert width < least_width or height - 100 < needed, "one tile has room"
        return
    assert made.on_page * made.pages >= count
    assert made.on_page * (made.pages - 1) < count, "no page is empty"


@pytest.mark.parametrize(
    ("count", "size", "made"),
    [
        (4, (1000, 500), Arrangement(2, 2)),
        (3, (1000, 500), Arrangement(1, 2, 2)),
        (7, (1000, 340), Arrangement(2, 1, 4)),
        (1, (1000, 50), None),
    ],
)
def test_one_page_where_there_is_room_and_few_pages_where_not(
    count: int, size: tuple[int, int], made: Arrangement | None
) -> None:
    def needs(width: int) -> int | None:
        return 200 if width >= 400 else None

    if count == 3:
        made = Arrangement(2, 2)
    assert arrange(count, size, paged=(size[0], size[1] - 100), gap=24, needs=needs) == made


def test_one_row_is_taken_wherever_it_fits() -> None:
    def made(needed: int) -> Arrangement | None:
        return arrange(3, (1000, 420), paged=(790, 420), gap=24, needs=lambda wide: needed, one_row=True)

    assert made(100) == made(300) == Arrangement(3, 1)
    assert arrange(3, (1000, 420), paged=(790, 420), gap=24, needs=lambda wide: 100) == Arrangement(1, 3)
