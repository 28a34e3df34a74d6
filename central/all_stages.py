"""The stages of any period, from the database and from the files of archived months alike, for the report functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select

from central import parquet
from central.archive import archived
from central.partitions import month_of
from central.tables import visit
from central.visit_stages import stage_rows
from dashboard.stage_rows import DayRows, StageColumns, StageRow

_QUERY = "SELECT * FROM read_parquet(?) WHERE service_day BETWEEN ? AND ? AND (? = '' OR hall = ?) ORDER BY ALL"


@dataclass(frozen=True)
class AllStages:
    """A centre's stages (`dashboard.stage_rows.StageSource`) of one hall or of all (`hall` empty).

    A month is read from its file once it is noted as archived, and from the database besides, should a visit of it have
    come after; a file without a note is not read, for its visits are still in the database.
    """

    engine: Engine
    folder: Path
    zone: ZoneInfo
    hall: str = ""

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        """Return each service day from the first to the last that has visits, oldest first, with its stages."""
        found: dict[date, list[StageRow]] = {}
        for rows in (self._in_files(first, last), self._in_database(first, last)):
            for row in rows:
                found.setdefault(row.service_day, []).extend(stage_rows(row, self.zone))
        return [(day, StageColumns.of(rows)) for day, rows in sorted(found.items())]

    def _in_files(self, first: date, last: date) -> Iterable[Any]:
        months = [one for one in archived(self.engine) if one.month <= last and month_of(one.month)[1] > first]
        if not months:
            return ()
        return parquet.visits([self.folder / one.file for one in months], _QUERY, (first, last, self.hall, self.hall))

    def _in_database(self, first: date, last: date) -> Iterable[Any]:
        query = select(visit).where(visit.c.service_day.between(first, last))
        if self.hall:
            query = query.where(visit.c.hall == self.hall)
        with self.engine.connect().execution_options(read_only=True) as connection:
            yield from connection.execute(query.execution_options(yield_per=5_000))
