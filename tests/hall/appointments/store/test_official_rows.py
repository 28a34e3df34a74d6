"""Every figure of appointments with officials equals hand-written SQL over the hall's own rows, on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import astuple
from sqlalchemy import text

from contracts.appointments.figures import OfficialFigures
from figures.official_figures import official_figures
from hall.appointments.model.appointment import Appointment, Guest
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import ServiceCode, VisitId
from tests.helpers.example_hall import NINE, TUESDAY
from tests.helpers.lived_days import LivedDays
from tests.helpers.stored_hall import StoredHall

OFFICIALS = ("head", "deputy", "adviser")
OVER = NINE + timedelta(days=1, hours=2)
BY_HAND = """
WITH found AS (
    SELECT {key} AS part, appointment.visit, appointment.cancelled_at, appointment.slot_at, visit.state, stage.begun_at,
           CASE WHEN stage.first_called_at IS NULL THEN NULL
                WHEN stage.first_called_at <= appointment.slot_at THEN 0
                WHEN stage.issued_at > appointment.slot_at THEN {since_check_in} ELSE {since_slot} END AS waited
    FROM appointment LEFT JOIN visit ON visit.id = appointment.visit
    LEFT JOIN stage ON stage.visit = appointment.visit AND stage.position = 0
    WHERE appointment.official IS NOT NULL AND appointment.service_day BETWEEN :first AND :last
),
ranked AS (SELECT part, waited, row_number() OVER (PARTITION BY part ORDER BY waited) AS place,
                  count(*) OVER (PARTITION BY part) AS many FROM found WHERE waited IS NOT NULL)
SELECT part, count(*), count(visit), count(begun_at),
       sum(CASE WHEN cancelled_at IS NOT NULL OR state = 'cancelled' THEN 1 ELSE 0 END),
       sum(CASE WHEN state = 'no_show' OR (visit IS NULL AND cancelled_at IS NULL AND slot_at < :over)
                THEN 1 ELSE 0 END),
       (SELECT avg(waited) FROM ranked WHERE ranked.part = found.part AND place IN ((many + 1) / 2, (many + 2) / 2)),
       (SELECT min(waited) FROM ranked WHERE ranked.part = found.part AND 10 * place >= 9 * many)
FROM found GROUP BY part
"""
TOOK = {
    "sqlite": "86400 * (julianday(stage.first_called_at) - julianday({since}))",
    "postgresql": "extract(epoch FROM stage.first_called_at - {since})",
}


def some_appointments(work: SqlWork, _now: object) -> None:
    """Let the visits of two lived days have come by appointments, with others that nobody came for or gave up."""
    ids = list(work.connection.execute(text("SELECT id FROM visit ORDER BY id")).scalars())
    for at, visit_id in enumerate(ids):
        visit = work.visits.get(VisitId(visit_id))
        slot = visit.issued.at + timedelta(minutes=at % 11 - 5, seconds=at)
        _save(work, at, slot, visit_id if at % 5 else None, cancelled=at % 10 == 0)
    for at in range(len(ids), len(ids) + 6):
        _save(work, at, NINE + timedelta(days=at % 2, hours=4, seconds=at), None)


def _save(work: SqlWork, at: int, slot: Any, visit: str | None, *, cancelled: bool = False) -> None:
    day = TUESDAY if slot < NINE + timedelta(hours=12) else TUESDAY + timedelta(days=1)
    work.appointments.save(
        Appointment(
            f"{48_000_000 + at}", ServiceCode("H" if at % 4 else "L"), day, slot, slot - timedelta(days=3), "reception",
            slot - timedelta(days=1) if cancelled else None, VisitId(visit) if visit else None,
            Guest(OFFICIALS[at % 3]) if at % 7 else None,
        )
    )  # fmt: skip


def by_hand(stored_hall: StoredHall, key: str) -> dict[str, Any]:
    name = stored_hall.store.engine.dialect.name
    first, last = TUESDAY, TUESDAY + timedelta(days=1)
    over: Any = OVER
    values: dict[str, Any] = {"first": first, "last": last, "over": over}
    if name == "sqlite":
        values = {"first": first.isoformat(), "last": last.isoformat(), "over": _stored(stored_hall, over)}
    query = BY_HAND.format(
        key=key,
        since_check_in=TOOK[name].format(since="stage.issued_at"),
        since_slot=TOOK[name].format(since="appointment.slot_at"),
    )
    with stored_hall.store.engine.connect() as connection:
        return {str(row[0]): tuple(row[1:]) for row in connection.execute(text(query), values)}


def _stored(stored_hall: StoredHall, at: Any) -> str:
    """Return an instant as SQLite has it, read off a row with as many letters."""
    with stored_hall.store.engine.connect() as connection:
        sample = str(connection.execute(text("SELECT slot_at FROM appointment")).scalar())
    return at.strftime("%Y-%m-%d" + sample[10] + "%H:%M:%S.%f")


def same(figures: OfficialFigures, found: tuple[Any, ...]) -> bool:
    return len(astuple(figures)) == len(found) and all(
        (a is None and b is None) or float(b) == pytest.approx(a, abs=0.06)
        for a, b in zip(astuple(figures), found, strict=True)
    )


def test_every_figure_is_that_of_hand_written_sql(stored_hall: StoredHall) -> None:
    lived = LivedDays(stored_hall)
    for offset in (0, 1):
        lived.day(offset)
    stored_hall.do(some_appointments)
    days = (TUESDAY, TUESDAY + timedelta(days=1))
    rows = stored_hall.ask(lambda work, _now: work.official_rows.of_days(*days, None))
    figured = official_figures(rows, OVER, {})  # type: ignore[arg-type]  # what the store answers
    whole = by_hand(stored_hall, "'all'")["all"]
    assert same(figured.total, whole), (figured.total, whole)
    assert min(astuple(figured.total)) > 0, figured.total
    found = by_hand(stored_hall, "official")
    assert {part.key for part in figured.officials} == set(found) == set(OFFICIALS)
    for part in figured.officials:
        assert same(part.figures, found[part.key]), (part, found[part.key])
    one = stored_hall.ask(lambda work, _now: work.official_rows.of_days(*days, "L"))
    assert 0 < len(one) < len(rows)  # type: ignore[arg-type]  # what the store answers
