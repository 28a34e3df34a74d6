"""Which directorates the halls have, as far as the centre knows: what it gives, what halls keep, what requests name."""

from __future__ import annotations

from sqlalchemy import Connection, select

from central.halls.given_settings import standing_in
from central.store.tables.halls import request
from contracts.words.usual_lists import USUAL_DIRECTORATES

SETTING = "directorates"


def known_directorates(connection: Connection) -> set[str]:
    """Return the codes of all directorates that any hall is known to have."""
    codes = {*USUAL_DIRECTORATES, *connection.execute(select(request.c.directorate).distinct()).scalars()}
    for one in standing_in(connection, SETTING):
        own = [each.here for each in one.told.overrides if each.name == SETTING] if one.told else []
        for entries in (one.value.value if one.value else [], *own):
            codes.update(entry["code"] for entry in entries)
    return codes
