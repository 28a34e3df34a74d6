"""Stages come from the database and from files alike, each visit once, whichever month has moved."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from central.all_stages import AllStages
from central.archive import archive
from central.rollups import refresh
from tests.central.conftest import NOW
from tests.helpers.made_visits import keep, made_visits

DAYS = (date(2024, 9, 30), date(2024, 10, 1), date(2024, 11, 3))
MUSCAT = ZoneInfo("Asia/Muscat")


def test_a_period_over_both_is_the_same_before_and_after_a_month_moves(engine: Engine, tmp_path: Path) -> None:
    for day in DAYS:
        keep(engine, [*made_visits("1", day, 9), *made_visits("2", day, 4)], today=day)
    while refresh(engine, time_zone="Asia/Muscat"):
        pass
    everybody, one = AllStages(engine, tmp_path, MUSCAT), AllStages(engine, tmp_path, MUSCAT, "2")

    def told(source: AllStages) -> list[tuple[date, list[str]]]:
        return [(day, sorted(map(str, rows.rows()))) for day, rows in source.days(DAYS[0], DAYS[-1])]

    before = told(everybody), told(one)
    assert [day for day, _ in before[0]] == list(DAYS)
    assert [set(mine) < set(all_of_them) for (_, mine), (_, all_of_them) in zip(before[1], before[0], strict=True)] == [
        True
    ] * 3
    archive(engine, tmp_path, date(2024, 10, 1), now=NOW)
    assert (told(everybody), told(one)) == before
    (tmp_path / "visits-2024-11.parquet").write_bytes(b"no archive: nobody noted it")
    assert told(everybody) == before[0]
    assert everybody.days(date(2020, 1, 1), date(2020, 1, 31)) == []
