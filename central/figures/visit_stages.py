"""Turn a stored visit into the stages that figures are made of, by the same definitions as in its hall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from figures.percentiles import share
from figures.slices import Slice
from figures.stage_rows import StageRow, stage_row

TOLD, HELD = "promise:told", "promise:held"


def stage_rows(row: Row[Any], zone: ZoneInfo) -> list[StageRow]:
    """Return the stages of a visit, as its columns tell them."""
    stages = row.stages or [row._mapping]  # noqa: SLF001 - SQLAlchemy names it so; a record without stages is one
    last = len(stages) - 1
    return [
        _stage_row(row, stage, zone, is_first=at == 0, state=row.state if at == last else "finished")
        for at, stage in enumerate(stages)
    ]


def day_slices(
    rows: Iterable[Row[Any]], day: date, *, zone: ZoneInfo, targets: Mapping[str, float]
) -> dict[str, Slice]:
    """Return the slice of each service of one hall's day; `targets` are seconds by service."""
    weekday = day.isoweekday()
    found: dict[str, Slice] = {}
    for row in rows:
        for one in stage_rows(row, zone):
            _slice(found, one.service).add(one, weekday, targets.get(one.service))
        came_for = _slice(found, row.service)
        came_for.count(f"state:{row.state}")
        if row.outcome:
            came_for.count(f"outcome:{row.outcome}")
        if not row.ticket:
            came_for.count("walk_ups")
        for name in _of_promise(row.stages):
            came_for.count(name)
    for of_service in found.values():
        of_service.sum_up()
    return found


def held_share(found: Slice) -> float | None:
    """Return how many of the announced ranges held, in percent of those whose visitor was called; None for none."""
    return share(found.counts.get(HELD, 0), found.counts.get(TOLD, 0))


def _of_promise(stages: Sequence[Mapping[str, Any]] | None) -> Sequence[str]:
    """Return what counts of the range that a ticket announced: `told` where it was called, `held` where it held."""
    first = stages[0] if stages else {}
    low_s, high_s, waited_s = (first.get(name) for name in ("told_low_s", "told_high_s", "waiting_s"))
    if low_s is None or high_s is None or waited_s is None:
        return ()
    return (TOLD, HELD) if low_s <= waited_s <= high_s else (TOLD,)


def _slice(found: dict[str, Slice], service: str) -> Slice:
    if service not in found:
        found[service] = Slice()
    return found[service]


def _instant(value: str | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def _stage_row(row: Row[Any], stage: Mapping[str, Any], zone: ZoneInfo, *, is_first: bool, state: str) -> StageRow:
    return stage_row(
        service=stage["service"],
        lane=row.lane,
        visitor_kind=row.visitor_kind,
        counter=stage.get("counter"),
        hour=_instant(stage["issued_at"]).astimezone(zone).hour,
        first=is_first,
        walk_up=not row.ticket,
        state=state,
        waiting_s=stage.get("waiting_s"),
        time_to_begin_s=stage.get("time_to_begin_s"),
        serving_s=stage.get("serving_s"),
    )
