"""Keep the newest sealed copy of each hall's database. Only the hall's key opens it, and the centre never has that."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, Engine, Table, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from central.errors import BodyError, NotFoundError
from central.store.tables.downlink import hall_copy, hall_copy_part
from contracts.centre.hall_copy import MOST_PARTS, PART_BYTES, HallCopy

_NAME = re.compile(r"hall-\d{8}T\d{6}\.\d{3}Z\.(sqlite|dump)", re.ASCII)


def put_part(engine: Engine, hall_id: str, name: str, part: int, content: bytes) -> None:
    """Keep one part of a copy, instead of the same part of before; BodyError for what is not one.

    A hall uploads one copy at a time: part 0 removes an older upload that was not completed, and the other parts need
    it. The copy that is kept cannot be changed.
    """
    if _NAME.fullmatch(name) is None or not 0 <= part < MOST_PARTS or not 0 < len(content) <= PART_BYTES:
        detail = f"send a part of 1 to {PART_BYTES} bytes, numbered from 0 to {MOST_PARTS - 1}, of hall-TIME.sqlite"
        raise BodyError("invalid", detail)
    mine = hall_copy_part.c.hall == hall_id
    with engine.begin() as connection:
        kept = connection.execute(select(hall_copy.c.name).where(hall_copy.c.hall == hall_id)).scalar()
        if name == kept:
            raise BodyError("copy_kept", "the centre has this copy whole: send a newer one", status=409)
        if part == 0:
            other = hall_copy_part.c.name.not_in([name, *([kept] if kept else [])])
            connection.execute(delete(hall_copy_part).where(mine, other))
        elif not connection.execute(
            select(hall_copy_part.c.part).where(mine, hall_copy_part.c.name == name, hall_copy_part.c.part == 0)
        ).first():
            raise BodyError("copy_not_begun", "send part 0 of the copy first", status=409)
        _upsert(connection, hall_copy_part, {"hall": hall_id, "name": name, "part": part}, {"content": content})


def complete(engine: Engine, hall_id: str, copy: HallCopy, *, now: datetime) -> None:
    """Make a copy the newest one of its hall, and remove the one before; BodyError 409 where it is not whole."""
    if _NAME.fullmatch(copy.name) is None:
        raise BodyError("invalid", "name: expected hall-TIME.sqlite or hall-TIME.dump")
    of_hall = hall_copy_part.c.hall == hall_id
    with engine.begin() as connection:
        digest, parts = hashlib.sha256(), 0
        mine = (of_hall, hall_copy_part.c.name == copy.name)
        for number in range(min(copy.parts, MOST_PARTS)):
            content = connection.execute(
                select(hall_copy_part.c.content).where(*mine, hall_copy_part.c.part == number)
            ).scalar()
            if content is None:
                break
            digest.update(content)
            parts += 1
        if not parts or parts != copy.parts or digest.hexdigest() != copy.digest:
            raise BodyError("copy_not_whole", "parts are missing or came damaged: send the copy again", status=409)
        row = {"name": copy.name, "parts": parts, "digest": copy.digest, "received_at": now}
        _upsert(connection, hall_copy, {"hall": hall_id}, row)
        rest = or_(hall_copy_part.c.name != copy.name, hall_copy_part.c.part >= parts)
        connection.execute(delete(hall_copy_part).where(of_hall, rest))


def newest(engine: Engine, hall_id: str) -> HallCopy:
    """Return the copy of a hall; NotFoundError `copy_unknown` where there is none."""
    with engine.connect().execution_options(read_only=True) as connection:
        row = connection.execute(select(hall_copy).where(hall_copy.c.hall == hall_id)).one_or_none()
    if row is None:
        raise NotFoundError("copy_unknown", "the centre has no copy of this hall")
    return HallCopy(row.name, row.parts, row.digest, row.received_at)


def part_of(engine: Engine, hall_id: str, name: str, part: int) -> bytes:
    """Return one part of a copy; NotFoundError where it is not there."""
    content: bytes | None = None
    if _NAME.fullmatch(name) is not None:  # of others, some characters no database may be asked for
        mine = (hall_copy_part.c.hall == hall_id, hall_copy_part.c.name == name, hall_copy_part.c.part == part)
        with engine.connect().execution_options(read_only=True) as connection:
            content = connection.execute(select(hall_copy_part.c.content).where(*mine)).scalar()
    if content is None:
        raise NotFoundError("copy_unknown", "the centre has no such part: ask for the newest copy again")
    return content


def received(engine: Engine) -> Mapping[str, datetime]:
    """Return when each hall's copy was received, of the halls that have one."""
    query = select(hall_copy.c.hall, hall_copy.c.received_at)
    with engine.connect().execution_options(read_only=True) as connection:
        return {row.hall: row.received_at for row in connection.execute(query)}


def _upsert(connection: Connection, table: Table, key: dict[str, object], values: dict[str, object]) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    put = dialect.insert(table).values(**key, **values)
    connection.execute(put.on_conflict_do_update(index_elements=list(key), set_=values))
