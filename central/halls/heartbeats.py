"""Store what a hall reports between batches: live figures and heartbeats; the newest replaces older ones."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central.figures.rollups import mark_hall_dirty
from central.store.tables.halls import hall, live
from central.store.tables.people import hall_role
from central.store.tables.rollups import service_target
from contracts.centre.sync_api import Heartbeat, LiveFigures
from contracts.codec.reader import to_json


def note_live(engine: Engine, hall_id: str, figures: LiveFigures, *, now: datetime) -> None:
    """Keep the hall's live figures in place of the last ones, and its names where it tells them."""
    dialect = postgresql if engine.dialect.name == "postgresql" else sqlite
    row = {"received_at": now, "body": to_json(figures)}
    upsert = dialect.insert(live).values(hall=hall_id, **row).on_conflict_do_update(index_elements=["hall"], set_=row)
    seen = {"last_contact_at": now, **({"names": figures.names} if figures.names else {})}
    with engine.begin() as connection:
        connection.execute(update(hall).where(hall.c.hall == hall_id).values(seen))
        _note_governorate(connection, hall_id, figures.governorate, now=now)
        connection.execute(upsert)
        _note_targets(connection, hall_id, figures, now=now)


def _note_governorate(connection: Connection, hall_id: str, governorate: str, *, now: datetime) -> None:
    """Let the roles of a governorate that a hall comes to count as new: elsewhere, it had ended their people."""
    known = connection.execute(select(live.c.body).where(live.c.hall == hall_id)).scalar()
    if known is not None and governorate and known.get("governorate", "") != governorate:
        mine = hall_role.c.place == f"governorate:{governorate}"
        connection.execute(update(hall_role).where(mine).values(changed_at=now))


def _note_targets(connection: Connection, hall_id: str, figures: LiveFigures, *, now: datetime) -> None:
    """Keep what each service aims at; where that changed, all days of the hall must be judged again."""
    told = {one.service: one.target_s for one in figures.services if one.target_s is not None}
    where = service_target.c.hall == hall_id
    rows = connection.execute(select(service_target.c.service, service_target.c.target_s).where(where)).all()
    known = {row.service: row.target_s for row in rows}
    if not told or known | told == known:
        return
    connection.execute(delete(service_target).where(where))
    connection.execute(
        insert(service_target), [{"hall": hall_id, "service": s, "target_s": t} for s, t in (known | told).items()]
    )
    mark_hall_dirty(connection, hall_id, now=now)


def note_heartbeat(engine: Engine, hall_id: str, beat: Heartbeat, *, now: datetime) -> None:
    """Keep how much the hall has not sent yet, how its machine and devices are, and how far its clock is off."""
    seen: dict[str, object] = {
        "last_contact_at": now,
        "unsent": beat.unsent,
        "oldest_unsent_s": beat.oldest_unsent_s,
        "app": beat.app[:40],
        "beat": to_json(beat),
    }
    if beat.at is not None:
        seen["skew_ms"] = int((now - beat.at).total_seconds() * 1000)
    with engine.begin() as connection:
        connection.execute(update(hall).where(hall.c.hall == hall_id).values(seen))
