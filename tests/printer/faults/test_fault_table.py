"""Every row of the fault table on every way to a printer, with short tickets and time that runs twentyfold."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from tests.printer.faults.links import WAYS, Way
from tests.printer.faults.rows import TABLE
from tests.printer.faults.side_by_side import Case, side_by_side
from tests.printer.faults.stand import standing

PACE = 20.0


def happen(row: str, way: Way) -> None:
    happens, build = TABLE[row]
    with standing(way, PACE, **build) as stand:
        happens(stand)


@pytest.fixture(scope="module")
def ends(request: pytest.FixtureRequest) -> Iterator[dict[Case, Future[None]]]:
    with side_by_side(request.session, test_what_happens_in_a_hall_is_told_as_it_is, happen) as running:
        yield running


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("row", sorted(TABLE))
def test_what_happens_in_a_hall_is_told_as_it_is(row: str, way: Way, ends: dict[Case, Future[None]]) -> None:
    ends[row, way].result()
