"""Note what a hall says of itself between batches: live figures and heartbeats, last one wins."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, update
from sqlalchemy.dialects import postgresql, sqlite

from central.tables import hall, live
from contracts.codec import to_json
from contracts.sync_api import Heartbeat, LiveFigures


def note_live(engine: Engine, hall_id: str, figures: LiveFigures, *, now: datetime) -> None:
    """Keep the hall's live figures in place of the last ones, and its names where it tells them."""
    dialect = postgresql if engine.dialect.name == "postgresql" else sqlite
    row = {"received_at": now, "body": to_json(figures)}
    upsert = dialect.insert(live).values(hall=hall_id, **row).on_conflict_do_update(index_elements=["hall"], set_=row)
    seen = {"last_contact_at": now, **({"names": figures.names} if figures.names else {})}
    with engine.begin() as connection:
        connection.execute(update(hall).where(hall.c.hall == hall_id).values(seen))
        connection.execute(upsert)


def note_heartbeat(engine: Engine, hall_id: str, beat: Heartbeat, *, now: datetime) -> None:
    """Keep how much the hall has not sent yet."""
    seen = {
        "last_contact_at": now,
        "unsent": beat.unsent,
        "oldest_unsent_s": beat.oldest_unsent_s,
        "app": beat.app[:40],
    }
    with engine.begin() as connection:
        connection.execute(update(hall).where(hall.c.hall == hall_id).values(seen))
