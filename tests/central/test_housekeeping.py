"""The house is kept by one runner: months moved, emptied ones dropped, and what was wrong is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text, update

from central import housekeeping, parquet
from central.archive import archived
from central.errors import BusyError, ConfigError
from central.housekeeping import LATE_AFTER, House, keep_house, upkeep
from central.partitions import is_partition
from central.pruning import Pruned
from central.rollups import refresh
from central.tables import visit
from tests.central.conftest import NOW
from tests.central.test_pruning import journal
from tests.helpers.made_visits import keep, made_visits

TODAY = date(2026, 11, 24)
REFUSAL = "$$ BEGIN RAISE EXCEPTION 'not serialized' USING ERRCODE = '40001'; END $$"
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


def sqlite(house: House) -> bool:
    return house.engine.dialect.name == "sqlite"


def refuse_removing(engine: Engine, month: date) -> None:
    """Let the database refuse to remove a month's visits, as where somebody else changed one meanwhile."""
    if engine.dialect.name == "sqlite":
        when = f"WHEN old.service_day LIKE '{month:%Y-%m}%'"
        told = [f"CREATE TRIGGER refuse BEFORE DELETE ON visit {when} BEGIN SELECT RAISE(ABORT, 'not serialized'); END"]
    else:
        told = [
            f"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS {REFUSAL}",
            f"CREATE TRIGGER refuse BEFORE DELETE ON visit_{month:%Y_%m} FOR EACH ROW EXECUTE FUNCTION refuse()",
        ]
    with engine.begin() as connection:
        for one in told:
            connection.execute(text(one))


def correct_a_visit(engine: Engine, file: Path) -> list[tuple[str, int]]:
    """Read a month's file back, and let a correction come meanwhile."""
    with engine.begin() as connection:
        connection.execute(update(visit).values(rev=visit.c.rev + 1))
    return list(parquet.revisions(file))


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


def test_a_refusal_of_the_database_is_noted_the_rest_is_done_and_the_next_night_tries_again(house: House) -> None:
    refuse_removing(house.engine, MONTHS[0])
    kept = keep_house(house, today=TODAY, now=NOW)
    assert [one.month for one in kept.moved] == MONTHS[1:]
    assert kept.problem.startswith("2024-09: the database refused: ")
    assert "not serialized" in kept.problem
    assert "\n" not in kept.problem
    told = upkeep(house, now=NOW)
    assert (told.state, told.ran_at, told.problem) == ("failed", NOW, kept.problem)
    assert not (house.folder / "visits-2024-09.parquet").exists()
    with house.engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER refuse{'' if sqlite(house) else ' ON visit_2024_09'}"))
    again = keep_house(house, today=TODAY, now=NOW + timedelta(days=1))
    assert ([one.month for one in again.moved], again.problem) == (MONTHS[:1], "")
    assert upkeep(house, now=NOW + timedelta(days=1)).state == "ok"


def test_months_ahead_that_cannot_be_made_are_told_like_every_other_chore(
    postgres_engine: Engine, tmp_path: Path
) -> None:
    """A partition made by hand within a month ahead lets the database refuse the whole month."""
    span = "FOR VALUES FROM ('2027-02-10') TO ('2027-02-20')"
    with postgres_engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE visit_by_hand PARTITION OF visit {span}"))
    journal(postgres_engine, range(98, 104))
    house = House(postgres_engine, tmp_path, 24, kept_days=100)
    kept = keep_house(house, today=TODAY, now=NOW)
    assert kept.problem.startswith("the months ahead: the database refused: ")
    assert kept.pruned == Pruned(batches=3)
    told = upkeep(house, now=NOW)
    assert (told.state, told.problem) == ("failed", kept.problem)
    with postgres_engine.begin() as connection:
        connection.execute(text("DROP TABLE visit_by_hand"))
    assert keep_house(house, today=TODAY, now=NOW + timedelta(days=1)).problem == ""
    assert "visit_2027_02" in months(postgres_engine)


def test_a_visit_that_changes_while_its_month_moves_is_a_refusal_and_stays(
    postgres_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(postgres_engine, made_visits("1", date(2024, 9, 30), 3), today=date(2024, 9, 30))
    while refresh(postgres_engine, time_zone="Asia/Muscat"):
        pass
    changed = partial(correct_a_visit, postgres_engine)
    monkeypatch.setattr(housekeeping, "archive", partial(housekeeping.archive, read_back=changed))
    kept = keep_house(House(postgres_engine, tmp_path, 24), today=TODAY, now=NOW)
    assert kept.problem == "2024-09: the database refused: could not serialize access due to concurrent update"
    assert (list(kept.moved), archived(postgres_engine)) == ([], [])


def test_what_is_old_goes_with_the_run(house: House) -> None:
    journal(house.engine, range(98, 104))
    kept = keep_house(replace(house, kept_days=100), today=TODAY, now=NOW)
    assert kept.pruned == Pruned(batches=3)


def test_a_closed_month_whose_file_is_gone_is_told(house: House) -> None:
    keep_house(house, today=TODAY, now=NOW)
    (house.folder / "visits-2024-10.parquet").unlink()
    told = upkeep(house, now=NOW)
    assert told.state == "failed"
    assert (
        told.problem
        == f"2024-10: visits-2024-10.parquet is not in {house.folder}: copy it from the other machine or a backup"
    )


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
