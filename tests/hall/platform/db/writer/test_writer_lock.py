"""One hall service for one database: the second is refused, or takes over when the first has gone."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from hall.composition.sql_work import SqlWork
from hall.composition.store import open_store
from hall.kernel.moment import Moment
from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.writer.command_queue import CommandQueueError
from hall.platform.db.writer.writer_lock import FileWriterLock, SessionWriterLock, WriterLockHeldError, make_writer_lock
from tests.helpers.stored_hall import StoredHall

pytestmark = pytest.mark.dialect


def test_a_second_hall_service_on_the_same_file_is_refused_and_told_which_process_runs(lite: StoredHall) -> None:
    with pytest.raises(WriterLockHeldError, match=rf"process {os.getpid()}\).*stop it first"):
        open_store(lite.url, lite.clock.now)
    assert lite.issue() == "L001"


def test_a_second_hall_service_on_the_same_database_is_refused(stored_hall: StoredHall) -> None:
    with pytest.raises(WriterLockHeldError, match="another hall service"):
        open_store(stored_hall.url, stored_hall.clock.now)
    assert stored_hall.issue() == "L001"


def test_the_second_takes_over_when_the_first_ends(stored_hall: StoredHall) -> None:
    stored_hall.issue()
    opened = []
    second = threading.Thread(
        target=lambda: opened.append(open_store(stored_hall.url, stored_hall.clock.now, takeover_wait_s=20))
    )
    second.start()
    stored_hall.store.close()
    second.join(60)
    stored_hall.store = opened[0]
    assert stored_hall.issue() == "L002"


def test_a_refused_second_does_not_keep_the_first_from_opening_again(stored_hall: StoredHall) -> None:
    with pytest.raises(WriterLockHeldError):
        open_store(stored_hall.url, stored_hall.clock.now)
    stored_hall.reopen()
    assert stored_hall.issue() == "L001"


def test_each_database_has_its_kind_of_seat(database_url: str) -> None:
    engine = make_engine(database_url)
    assert isinstance(
        make_writer_lock(engine), FileWriterLock if engine.dialect.name == "sqlite" else SessionWriterLock
    )
    engine.dispose()


def test_a_hall_in_memory_has_no_seat() -> None:
    with pytest.raises(StoreError, match="must be a file"):
        make_writer_lock(make_engine("sqlite://"))


@pytest.fixture
def pg_hall(postgres_url):
    made = StoredHall(postgres_url())
    yield made
    made.store.close()


def end_writers_session(stored_hall: StoredHall) -> None:
    """As the server does when the writer's machine does not answer any more."""
    with stored_hall.store.engine.connect() as connection, connection.begin():
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted "
                "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            )
        ).all()


@pytest.mark.postgres
@pytest.mark.allow_logs
def test_a_writer_that_lost_its_session_sits_down_again(pg_hall: StoredHall) -> None:
    pg_hall.issue()
    end_writers_session(pg_hall)
    with pytest.raises(CommandQueueError, match="nothing was stored"):
        pg_hall.issue()
    assert pg_hall.issue() == "L002"


@pytest.mark.postgres
@pytest.mark.allow_logs
def test_a_writer_whose_seat_was_taken_meanwhile_never_writes_again(pg_hall: StoredHall) -> None:
    pg_hall.issue()
    told, stands, go_on = threading.Event(), threading.Event(), threading.Event()
    pg_hall.store.commands.when_taken_over(told.set)

    def stand(_work: SqlWork, _now: Moment) -> None:
        stands.set()
        assert go_on.wait(60)

    standing = pg_hall.store.commands.run(stand)
    assert stands.wait(60)
    end_writers_session(pg_hall)
    successor = open_store(pg_hall.url, pg_hall.clock.now, takeover_wait_s=20)
    go_on.set()
    with pytest.raises(CommandQueueError, match="nothing was stored"):
        standing.result(60)
    assert told.wait(60), "the writer looks at its writer lock also when nobody asks anything"
    assert pg_hall.store.commands.taken_over
    late = threading.Event()
    pg_hall.store.commands.when_taken_over(late.set)
    assert late.is_set(), "a late caller gets the answer at once"
    with pytest.raises(CommandQueueError, match="another hall service"):
        pg_hall.issue(visit="late")
    successor.close()
    with pytest.raises(CommandQueueError, match="taken this hall over"):
        pg_hall.issue(visit="late")
    assert pg_hall.ask(lambda work, _now: work.visits.find("late")) is None


def test_the_lock_file_stays_so_that_it_cannot_be_locked_twice(lite: StoredHall) -> None:
    lock = Path(lite.url.removeprefix("sqlite:///") + ".lock")
    assert lock.read_text(encoding="ascii").strip() == str(os.getpid())
    lite.store.close()
    assert lock.exists()
    lite.store = open_store(lite.url, lite.clock.now)
