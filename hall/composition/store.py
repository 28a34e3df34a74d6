"""Open the hall's store: take the writer lock, bring the database up to date, import the set-up, start to write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext

from hall.centre.outbox_store import SqlOutbox
from hall.composition.sql_work import SqlWork
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.db.backup.history_mark import leap_if_older
from hall.platform.db.engine import make_engine, read_only
from hall.platform.db.files.damage import Damage
from hall.platform.db.hall_identity import instance_of, live_stream
from hall.platform.db.readers import SqlReads
from hall.platform.db.schema_version import is_current
from hall.platform.db.writer.announcer import Announcer
from hall.platform.db.writer.command_queue import CommandQueue
from hall.platform.db.writer.writer_lock import make_writer_lock
from hall.settings.store.settings_store import SettingsStore, import_once, open_settings


@dataclass(frozen=True)
class HallStore:
    """An open store; `close` releases the writer lock."""

    engine: Engine
    commands: CommandQueue[SqlWork]
    reads: SqlReads[SqlWork]
    settings: SettingsStore
    announcer: Announcer
    outbox: SqlOutbox
    instance: str
    live_stream: str
    damage: Damage
    history_shorter: bool
    """Whether the database was older than its mark, so that ticket numbers were skipped."""
    imported: bool
    """Whether the set-up file's settings were imported just now."""

    def close(self) -> None:
        """Finish the waiting commands, then stop writer and readers and close all connections."""
        self.commands.close()
        self.reads.close()
        self.engine.dispose()


def open_store(
    url: str,
    now: Callable[[], Moment],
    *,
    setup: HallSettings | None = None,
    takeover_wait_s: float = 0,
    mark: Path | None = None,
) -> HallStore:
    """Open the store at an SQLAlchemy address; raise StoreError, which says what to do, if that fails.

    A hall without settings imports `setup`; later starts ignore it. `mark` is the file with the highest announced fact.
    """
    engine = make_engine(url)
    writer_lock = make_writer_lock(engine)
    try:
        writer_lock.acquire(wait_s=takeover_wait_s)
        if not is_current(engine):
            from hall.platform.db.migrate import migrate  # noqa: PLC0415 - Alembic, for one start of hundreds

            migrate(engine)
        imported = setup is not None and import_once(engine, setup)
        settings = open_settings(engine)
        # A database that cannot be written must be noticed now, not by the first visitor.
        with writer_lock.transaction() as connection:
            writer_lock.write_heartbeat(connection)
        shorter = mark is not None and leap_if_older(engine, mark, now().at)
        with read_only(engine).connect() as connection:
            instance, stream = instance_of(connection), live_stream(connection)
    except BaseException:
        writer_lock.release()
        engine.dispose()
        raise
    announcer = Announcer()
    damage = Damage()

    @event.listens_for(engine, "handle_error")
    def _note_damage(context: ExceptionContext) -> None:
        damage.note(context.original_exception)

    def write(connection: Connection, at: Moment) -> SqlWork:
        return SqlWork(connection, at, settings.holding, settings.change_some)

    def read(connection: Connection, at: Moment) -> SqlWork:
        return SqlWork(connection, at, settings())

    commands = CommandQueue(writer_lock, settings, announcer, now, write, damage=damage)
    outbox = SqlOutbox(engine, commands)
    reads = SqlReads(engine, now, read, damage=damage)
    return HallStore(engine, commands, reads, settings, announcer, outbox, instance, stream, damage, shorter, imported)
