"""How tiles are put into rows, columns and pages: as many on a page as have room for their texts; pure.

>>> arrange(7, (1000, 700), paged=(1000, 600), gap=20, needs=lambda width: 200 if width >= 400 else None)
Arrangement(columns=2, rows=2, pages=2)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MOST_COLUMNS = 4


@dataclass(frozen=True)
class Arrangement:
    """Columns and rows of one page, and how many pages there are."""

    columns: int
    rows: int
    pages: int = 1

    @property
    def on_page(self) -> int:
        """Return how many tiles a page has at most."""
        return self.columns * self.rows


Needs = Callable[[int], int | None]
"""From a tile's width to the height it needs, None where it is too narrow; px."""


def arrange(
    count: int,
    size: tuple[int, int],
    *,
    paged: tuple[int, int],
    gap: int,
    needs: Needs,
    one_row: bool = False,
    most_columns: int = MOST_COLUMNS,
) -> Arrangement | None:
    """Return the arrangement of `count` tiles in `size` px: on one page where they fit, else on the fewest pages.

    One page has the fewest empty places; `one_row` asks for one row wherever it fits. `paged` is the room that the
    buttons between pages leave. None: not even one tile has the room that it needs.
    """
    whole = [
        Arrangement(one.columns, -(-count // one.columns))
        for one in _possible(size, gap, needs, most_columns)
        if one.on_page >= count
    ]
    if whole:
        return min(whole, key=lambda one: (one_row and one.rows > 1, one.on_page - count, one.columns))
    possible = _possible(paged, gap, needs, most_columns)
    if not possible:
        return None
    best = max(possible, key=lambda one: (one.on_page, -one.columns))
    return Arrangement(best.columns, best.rows, -(-count // best.on_page))


def _possible(size: tuple[int, int], gap: int, needs: Needs, most_columns: int) -> list[Arrangement]:
    width, height = size
    found = []
    for columns in range(1, most_columns + 1):
        needed = needs((width - (columns - 1) * gap) // columns)
        rows = 0 if needed is None else (height + gap) // (needed + gap)
        if rows > 0:
            found.append(Arrangement(columns, rows))
    return found
