"""The house is kept by one runner: months moved, emptied ones dropped, and what was wrong is told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from central import housekeeping
from central.archive import archived
from central.errors import BusyError, ConfigError
from central.housekeeping import LATE_AFTER, House, keep_house, upkeep
from central.partitions import is_partition
from central.rollups import refresh
from tests.central.conftest import NOW
from tests.helpers.made_visits import keep, made_visits

TODAY = date(2026, 11, 24)
MONTHS = [date(2024, 9, 1), date(2024, 10, 1)]


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> House:
    for day in (date(2024, 9, 30), date(2024, 10, 1), date(2024, 11, 3)):
        keep(engine, made_visits("1", day, 5), today=day)
    while refresh(engine, time_zone="Asia/Muscat"):
        pass
    return House(engine, tmp_path / "archive", 24)


def months(engine: Engine) -> set[str]:
    return {name for name in inspect(engine).get_table_names() if is_partition(name)}


def test_closed_months_move_and_their_empty_partitions_go(house: House) -> None:
    assert upkeep(house, now=NOW).state == "waiting"
    kept = keep_house(house, today=TODAY, now=NOW)
    assert ([one.month for one in kept.moved], kept.problem) == (MONTHS, "")
    if house.engine.dialect.name == "postgresql":
        assert list(kept.dropped) == MONTHS
        there = months(house.engine)
        assert "visit_2024_11" in there
        assert not there & {"visit_2024_09", "visit_2024_10"}
        assert "visit_2027_02" in there
    told = upkeep(house, now=NOW + LATE_AFTER)
    assert (told.state, told.ran_at, told.problem, told.months) == ("ok", NOW, "", list(kept.moved))
    assert upkeep(house, now=NOW + LATE_AFTER + timedelta(seconds=1)).state == "late"


def test_the_next_night_has_nothing_more_to_do(house: House) -> None:
    keep_house(house, today=TODAY, now=NOW)
    again = keep_house(house, today=TODAY, now=NOW + timedelta(days=1))
    assert (list(again.moved), list(again.dropped), again.problem) == ([], [], "")
    assert upkeep(house, now=NOW).ran_at == NOW + timedelta(days=1)


def test_a_month_that_cannot_move_stays_and_the_others_go(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = housekeeping.archive

    def archive(engine: Engine, folder: Path, month: date, **named: object) -> object:
        if month == MONTHS[0]:
            raise ConfigError("no room")
        return whole(engine, folder, month, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(housekeeping, "archive", archive)
    kept = keep_house(house, today=TODAY, now=NOW)
    assert ([one.month for one in kept.moved], kept.problem) == (MONTHS[1:], "2024-09: no room")
    told = upkeep(house, now=NOW)
    assert (told.state, told.problem) == ("failed", "2024-09: no room")


def test_with_the_archive_off_every_month_stays(house: House) -> None:
    off = House(house.engine, house.folder, 0)
    assert list(keep_house(off, today=TODAY, now=NOW).moved) == []
    assert (upkeep(off, now=NOW).state, archived(house.engine)) == ("off", [])


def test_of_two_runners_one_is_sent_away_and_the_lock_ends_with_the_run(
    postgres_engine: Engine, tmp_path: Path
) -> None:
    house = House(postgres_engine, tmp_path, 24)
    with housekeeping._one_runner(postgres_engine) as alone:
        assert alone
        with pytest.raises(BusyError, match="another runner"):
            keep_house(house, today=TODAY, now=NOW)
    assert keep_house(house, today=TODAY, now=NOW).problem == ""
