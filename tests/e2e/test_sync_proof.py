"""Many halls, 40 % of all requests sabotaged, halls and centre killed at random: nothing lost, nothing doubled."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.helpers.postgres import Server
from tests.helpers.sync_proof import proof, table


@pytest.mark.full
@pytest.mark.timeout(300)
def test_nothing_is_lost_and_nothing_doubled_whatever_happens_on_the_way(tmp_path: Path) -> None:
    with proof(tmp_path, halls=2, visits=60) as one:
        one.kills = 1
        rows = one.run()
    assert all(row.holds for row in rows), table(rows, one.faults)
    assert rows[-1].visits > 2 * 60
    assert sum(row.kills_of_halls for row in rows) > 0


@pytest.mark.full
@pytest.mark.timeout(1800)
def test_twenty_two_halls_of_a_thousand_visits_on_postgresql(
    tmp_path: Path, postgres_server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    with proof(tmp_path, halls=22, visits=1000, database=postgres_server.create_database()) as one:
        rows = one.run()
    with capsys.disabled():
        sys.stdout.write(f"\n{table(rows, one.faults)}\n")
    assert all(row.holds for row in rows)
    assert rows[-1].visits > 22_000
    assert sum(row.kills_of_centre for row in rows) > 0
