"""Closed months move into Parquet, verified, and tell the same figures from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, event, func, select
from sqlalchemy.exc import IntegrityError

from central import archive as module
from central import parquet
from central.all_stages import AllStages
from central.archive import any_archived, archive, archived, closed_months
from central.errors import ConfigError
from central.figure_source import RollupFigures
from central.rollups import COUNTING_LOCK, mark_hall_dirty, refresh
from central.tables import visit
from dashboard.figures_view import Asked, StageFigures
from tests.central.conftest import NOW
from tests.helpers.examples import assert_examples_hold
from tests.helpers.made_visits import keep, made_visits

TODAY = date(2026, 11, 24)
OLD = (date(2024, 9, 30), date(2024, 10, 1), date(2024, 10, 31))
MUSCAT = ZoneInfo("Asia/Muscat")


@pytest.fixture
def lived(engine: Engine) -> Engine:
    for day in (*OLD, date(2024, 11, 3)):
        keep(engine, [*made_visits("1", day, 9), *made_visits("2", day, 4)], today=day)
    while refresh(engine, time_zone="Asia/Muscat"):
        pass
    return engine


def test_the_examples_hold() -> None:
    assert_examples_hold(module)


def left(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(visit)).scalar_one()


def test_only_months_older_than_two_years_are_closed(lived: Engine) -> None:
    assert closed_months(lived, today=TODAY) == [date(2024, 9, 1), date(2024, 10, 1)]
    assert closed_months(lived, today=date(2024, 11, 24)) == []


def test_a_month_moves_whole_and_tells_the_same_figures_from_its_file(lived: Engine, tmp_path: Path) -> None:
    asked = Asked("month", date(2024, 10, 1))
    before = RollupFigures(lived, "1").figures(asked, at=NOW)
    moved = [archive(lived, tmp_path, month, now=NOW) for month in closed_months(lived, today=TODAY)]
    assert [(one.visits, one.file) for one in moved] == [(13, "visits-2024-09.parquet"), (26, "visits-2024-10.parquet")]
    assert (archived(lived), left(lived), closed_months(lived, today=TODAY)) == (moved, 13, [])
    assert RollupFigures(lived, "1").figures(asked, at=NOW) == before
    single = StageFigures(AllStages(lived, tmp_path, MUSCAT, "1"), {}).figures(asked, at=NOW)
    for name in ("came", "called", "mean_s", "served", "serving_mean_s", "no_shows"):
        assert getattr(single.total, name) == getattr(before.total, name), name
    assert [(one.key, one.figures.came) for one in single.steps] == [("2024-10-01", 9), ("2024-10-31", 9)]
    assert StageFigures(AllStages(lived, tmp_path, MUSCAT), {}).figures(asked, at=NOW).total.came == 26
    assert b"a1" not in (tmp_path / "visits-2024-10.parquet").read_bytes().partition(b"agent")[2]


def test_a_month_with_days_that_lag_stays(lived: Engine, tmp_path: Path) -> None:
    keep(lived, [replace(made_visits("1", OLD[0], 1, seed=4)[0])], today=OLD[0])
    with pytest.raises(ConfigError, match="not counted yet"):
        archive(lived, tmp_path, date(2024, 9, 1), now=NOW)
    assert left(lived) == 53


def test_a_file_that_is_not_what_was_read_removes_nothing(lived: Engine, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nothing was removed"):
        archive(lived, tmp_path, date(2024, 10, 1), now=NOW, read_back=lambda file: [("somebody", 1)])
    assert (left(lived), archived(lived), list(tmp_path.glob("*.parquet"))) == (52, [], [])


def test_nobody_counts_days_while_a_month_moves(postgres_engine: Engine, tmp_path: Path) -> None:
    keep(postgres_engine, made_visits("1", OLD[1], 3), today=OLD[1])
    while refresh(postgres_engine, time_zone="Asia/Muscat"):
        pass
    free = []

    def read_back(file: Path) -> Iterator[tuple[str, int]]:
        with postgres_engine.begin() as connection:
            free.append(connection.execute(select(func.pg_try_advisory_xact_lock(COUNTING_LOCK))).scalar_one())
        yield from parquet.revisions(file)

    archive(postgres_engine, tmp_path, date(2024, 10, 1), now=NOW, read_back=read_back)
    with postgres_engine.begin() as connection:
        free.append(connection.execute(select(func.pg_try_advisory_xact_lock(COUNTING_LOCK))).scalar_one())
    assert free == [False, True]


class PowerLostError(Exception):
    """The machine stopped here."""


def _lost(*_told: object) -> None:
    raise PowerLostError


def _archive_again(engine: Engine, folder: Path) -> None:
    assert archive(engine, folder, date(2024, 10, 1), now=NOW).visits == 26
    assert (left(engine), len(archived(engine))) == (26, 1)
    found = StageFigures(AllStages(engine, folder, MUSCAT), {}).figures(Asked("month", date(2024, 10, 1)), at=NOW)
    assert found.total.came == 26


@pytest.mark.parametrize("step", ["write", "revisions", "to_disk"])
def test_who_is_stopped_before_the_file_has_its_name_begins_anew(
    lived: Engine, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = getattr(parquet, step)
    monkeypatch.setattr(parquet, step, _lost)
    with pytest.raises(PowerLostError):
        archive(lived, tmp_path, date(2024, 10, 1), now=NOW, read_back=lambda file: parquet.revisions(file))
    monkeypatch.setattr(parquet, step, whole)
    assert (left(lived), archived(lived)) == (52, [])
    assert list(tmp_path.glob("*.parquet")) == []
    _archive_again(lived, tmp_path)


def test_who_is_stopped_between_the_name_and_the_commit_begins_anew_and_nothing_counts_twice(
    lived: Engine, tmp_path: Path
) -> None:
    event.listen(lived, "commit", _lost)
    with pytest.raises(PowerLostError):
        archive(lived, tmp_path, date(2024, 10, 1), now=NOW)
    event.remove(lived, "commit", _lost)
    assert (left(lived), archived(lived)) == (52, [])
    assert [file.name for file in tmp_path.iterdir() if file.suffix in {".parquet", ".part"}] == [
        "visits-2024-10.parquet"
    ]
    asked = Asked("month", date(2024, 10, 1))
    assert StageFigures(AllStages(lived, tmp_path, MUSCAT), {}).figures(asked, at=NOW).total.came == 26
    _archive_again(lived, tmp_path)


def test_a_month_that_lies_in_a_file_is_never_written_again(lived: Engine, tmp_path: Path) -> None:
    archive(lived, tmp_path, date(2024, 10, 1), now=NOW)
    file = tmp_path / "visits-2024-10.parquet"
    before = file.read_bytes()
    keep(lived, made_visits("1", OLD[1], 1, seed=9), today=OLD[1])
    while refresh(lived, time_zone="Asia/Muscat"):
        pass
    assert closed_months(lived, today=TODAY) == [date(2024, 9, 1)]
    with pytest.raises(IntegrityError):
        archive(lived, tmp_path, date(2024, 10, 1), now=NOW)
    assert (file.read_bytes(), left(lived)) == (before, 27)
    with lived.connect() as connection:
        found = [any_archived(connection, days) for days in ([], [OLD[0]], [OLD[0], OLD[2]])]
    assert found == [False, False, True]


def test_a_late_visit_and_a_new_target_leave_an_archived_months_figures_as_they_are(
    lived: Engine, tmp_path: Path
) -> None:
    asked = Asked("month", date(2024, 10, 1))
    archive(lived, tmp_path, date(2024, 10, 1), now=NOW)
    before = RollupFigures(lived, "1").figures(asked, at=NOW)
    assert before.total.came == 18
    keep(lived, made_visits("1", OLD[1], 1, seed=9), today=OLD[1])
    with lived.begin() as connection:
        mark_hall_dirty(connection, "1", now=NOW)
    while refresh(lived, time_zone="Asia/Muscat"):
        pass
    assert RollupFigures(lived, "1").figures(asked, at=NOW) == before
