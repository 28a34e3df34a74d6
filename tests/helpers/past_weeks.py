"""Weeks of closed days put straight into a hall's database, for what looks far back; every visit was served."""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert

from hall.platform.db.tables.core import service_day, stage, visit

MUSCAT = ZoneInfo("Asia/Muscat")


def store_days(connection: Connection, days: list[date], many: int, *, service: str = "A", seed: int = 5) -> None:
    """Store these days, each with `many` visits between half past seven and noon that took some seven minutes."""
    chance = random.Random(seed)
    visits: list[dict[str, Any]] = []
    stages: list[dict[str, Any]] = []
    for at, day in enumerate(days):
        opened = datetime(day.year, day.month, day.day, 7, 0, tzinfo=MUSCAT).astimezone(UTC)
        closed = opened + timedelta(hours=8)
        row = {
            "day": day, "state": "closed", "saved": at - len(days) - 1, "opened_at": opened, "closed_at": closed,
            "readings": "{}", "closed_by": "noor", "previous_closed_by": "noor", "by_hand": 0, "doubted": None,
        }  # fmt: skip
        connection.execute(insert(service_day), row | {"readings": _readings(opened=opened, closed=closed)})
        for number in range(many):
            issued = opened + timedelta(minutes=30, seconds=round(16_000 * chance.random()))
            called = issued + timedelta(seconds=round(60 + 900 * chance.random()))
            begun = called + timedelta(seconds=20)
            served_s = float(round(200 + 440 * chance.random()))
            name = f"{day.isoformat()}-{service}-{number}"
            visits.append(_visit(name, day, f"{service}{number + 1:03}", service, number + 1, issued, called))
            stages.append(_stage(name, service, issued, called, begun, served_s))
    connection.execute(insert(visit), visits)
    connection.execute(insert(stage), stages)


def _visit(name: str, day: date, ticket: str, service: str, number: int, issued: datetime, called: datetime) -> Any:
    return {
        "id": name, "service_day": day, "ticket": ticket, "number": number, "prefix": service, "lane": "standard",
        "state": "finished", "service": service, "counter": 1, "issued_at": issued, "issued_ns": 0,
        "issued_boot": "old", "called_at": called, "code_hash": "", "visitor_kind": None, "language": None,
        "issued_by": "kiosk", "returns": 0, "reinstated": 0, "revision": 4, "told": 1, "previous_state": None,
        "carried_from": None, "topics": "[]", "by_time": 0, "rank_boot": "old", "rank_ns": 0,
    }  # fmt: skip


def _stage(name: str, service: str, issued: datetime, called: datetime, begun: datetime, served_s: float) -> Any:
    ended = begun + timedelta(seconds=served_s)
    return {
        "visit": name, "position": 0, "service": service, "state": "finished", "counter": 1, "agent": "salim",
        "issued_at": issued, "rank_from_at": issued, "first_called_at": called, "called_at": called, "begun_at": begun,
        "serving_since_at": None, "ended_at": ended,
        "readings": _readings(
            issued=issued, rank_from=issued, first_called=called, called=called, begun=begun, ended=ended
        ),
        "served_s": served_s, "outcome": "completed", "goes_first": 0, "for_counter": None, "for_agent": None,
        "held_until_calls": None, "recalls": 0, "note": None,
    }  # fmt: skip


def _readings(**moments: datetime) -> str:
    return json.dumps({name: [round(at.timestamp() * 1e9), "old"] for name, at in moments.items()})
