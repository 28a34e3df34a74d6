"""Closed months move into Parquet, verified, and tell the same figures from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, func, select

from central.archive import ParquetStages, archive, archived, closed_months
from central.errors import ConfigError
from central.figure_source import RollupFigures
from central.rollups import refresh
from central.tables import visit
from dashboard.figures_view import Asked, StageFigures
from tests.central.conftest import NOW
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
    single = StageFigures(ParquetStages(tmp_path, MUSCAT, "1"), {}).figures(asked, at=NOW)
    for name in ("came", "called", "mean_s", "served", "serving_mean_s", "no_shows"):
        assert getattr(single.total, name) == getattr(before.total, name), name
    assert [(one.key, one.figures.came) for one in single.steps] == [("2024-10-01", 9), ("2024-10-31", 9)]
    assert StageFigures(ParquetStages(tmp_path, MUSCAT), {}).figures(asked, at=NOW).total.came == 26
    assert ParquetStages(tmp_path, MUSCAT).days(date(2020, 1, 1), date(2020, 1, 31)) == []
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
