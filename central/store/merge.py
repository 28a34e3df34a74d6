"""Store rows that may be there already: each visit at its highest revision, everything else once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

import psycopg
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Insert,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    or_,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateTable

from central.store.tables.halls import Instant, visit
from central.store.visit_row import COLUMNS, VisitRow, named

Row: TypeAlias = Mapping[str, Any]

_KEYS = ("hall", "service_day", "visit")
_COLUMNS = tuple(column.name for column in visit.c)
_OF_BATCH = ("stream", "received_at")
"""What all visits of a batch have in common: told once, not with each."""
_JSON = frozenset(column.name for column in visit.c if isinstance(column.type, JSON))
"""They come as texts: PostgreSQL makes of them what it keeps, and nobody else looks into them."""


def _staged(column: Column[Any]) -> Column[Any]:
    return Column(column.name, Text() if column.name in _JSON else column.type)


# A connection keeps its staging table; its rows go with each transaction.
_STAGING = Table("visit_staging", MetaData(), *(_staged(visit.c[name]) for name in COLUMNS), prefixes=["TEMPORARY"],
                 postgresql_on_commit="DELETE ROWS")  # fmt: skip
_CREATE = CreateTable(_STAGING, if_not_exists=True).compile(dialect=postgresql.dialect())  # type: ignore[no-untyped-call]
_MAKE_STAGING = text(f"{_CREATE}; DELETE FROM visit_staging")  # noqa: S608 - both are ours
_COPY = f"COPY visit_staging ({', '.join(COLUMNS)}) FROM STDIN (FORMAT binary)"
_BINARY: Mapping[type, str] = {String: "varchar", Integer: "int4", Date: "date", Boolean: "bool", Text: "text"}
_TYPES = ["timestamptz" if type(column.type) is Instant else _BINARY[type(column.type)] for column in _STAGING.c]


def _replacing(statement: Any) -> Insert:  # noqa: ANN401 - the dialects' inserts share no type
    new = statement.excluded
    other = and_(visit.c.rev == new.rev, visit.c.stream != new.stream, visit.c.body_hash != new.body_hash)
    changed = {name: new[name] for name in _COLUMNS if name not in _KEYS}
    newer = or_(visit.c.rev < new.rev, other)
    upsert: Insert = statement.on_conflict_do_update(index_elements=_KEYS, set_=changed, where=newer)
    return upsert


def _from_staging(name: str) -> ColumnElement[Any]:
    if name in _OF_BATCH:
        return bindparam(name, type_=visit.c[name].type)
    return cast(_STAGING.c[name], postgresql.JSONB) if name in _JSON else _STAGING.c[name]


# Making a statement costs as much as reading fifty visits.
_REPLACE = _replacing(
    sqlite.insert(visit).values(
        {name: bindparam(name, type_=Text() if name in _JSON else visit.c[name].type) for name in _COLUMNS}
    )
)
_REPLACE_FROM_STAGING = _replacing(
    postgresql.insert(visit).from_select(
        _COLUMNS, select(*(_from_staging(name).label(name) for name in _COLUMNS)).select_from(_STAGING)
    )
)


def insert_ignoring(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows that are not there yet, by any of the table's unique keys."""
    if rows:
        connection.execute(_dialect(connection).insert(table).on_conflict_do_nothing(), rows)


def merge_newest(
    connection: Connection, table: Table, kept: Sequence[str], rows: Sequence[Row], *, by: str | None = "rev"
) -> None:
    """Store each row (its key once in `rows`) unless the table has it with a higher `by`; without `by` in any case."""
    if not rows:
        return
    new: Any = _dialect(connection).insert(table)
    connection.execute(
        new.on_conflict_do_update(
            index_elements=list(table.primary_key.columns),
            set_={name: new.excluded[name] for name in kept},
            where=None if by is None else table.c[by] <= new.excluded[by],
        ),
        rows,
    )


def merge_visits(connection: Connection, rows: Collection[VisitRow], *, stream: str, now: datetime) -> None:
    """Store each visit (once in `rows`) of `stream`, unless it is there at the same or a higher revision.

    At the same revision a later stream's record replaces an earlier one's: the hall was restored and stands by it.
    """
    if not rows:
        return
    common = {"stream": stream, "received_at": now}
    if connection.dialect.name == "sqlite":
        connection.execute(_REPLACE, [{**named(row), **common} for row in rows])
        return
    connection.execute(_MAKE_STAGING)
    _copy(connection, rows)
    connection.execute(_REPLACE_FROM_STAGING, common)


def _copy(connection: Connection, rows: Iterable[VisitRow]) -> None:
    # COPY takes twice what executemany takes, and in binary a third of the time of text: 3.4 against 10 us a visit.
    # SQLAlchemy knows no COPY, so the driver is asked itself.
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - an open connection always has one
    try:
        with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
            copy.set_types(_TYPES)
            for row in rows:
                copy.write_row(row)
    except psycopg.Error as error:
        # As SQLAlchemy reports it for its own statements: the kind of error says whose fault it is.
        raise DBAPIError.instance(
            _COPY, None, error, psycopg.Error, hide_parameters=True, dialect=connection.dialect
        ) from error


def _dialect(connection: Connection) -> Any:  # noqa: ANN401 - the two modules share no type
    return postgresql if connection.dialect.name == "postgresql" else sqlite
