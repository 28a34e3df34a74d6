"""A hall service that waits for the writer lock of a PostgreSQL database, also while the server is away."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import pytest

from hall.composition.store import HallStore, open_store
from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.writer.spare import Spare
from tests.helpers.cuttable_line import CuttableLine
from tests.helpers.postgres import Server
from tests.helpers.stored_hall import StoredHall
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.postgres


@pytest.fixture
def active(postgres_url) -> Iterator[StoredHall]:
    made = StoredHall(postgres_url())
    yield made
    made.store.close()


@pytest.fixture
def line(postgres_server: Server) -> Iterator[CuttableLine]:
    made = CuttableLine(postgres_server.port)
    yield made
    made.close()


@pytest.mark.allow_logs
def test_a_spare_goes_on_waiting_when_the_server_was_away(
    active: StoredHall, line: CuttableLine, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hall.platform.db.writer.spare.HOLDER_FIRST_S", 0.3)
    caplog.set_level(logging.INFO, "hall.platform.db.writer.spare")
    active.issue()
    url = f"{active.url.rpartition('@')[0]}@{line.url.removeprefix('http://')}/{active.url.rpartition('/')[2]}"
    opened: list[HallStore | BaseException] = []

    def wait() -> None:
        try:
            opened.append(open_store(url, active.clock.now, takeover_wait_s=60))
        except BaseException as error:
            opened.append(error)

    spare = threading.Thread(target=wait)
    spare.start()
    until(lambda: "waits as the spare" in caplog.text, "the spare waits", lambda: opened)
    line.cut()
    until(lambda: "is away" in caplog.text or bool(opened), "the spare has lost the server", lambda: caplog.text)
    line.mend()
    until(lambda: "answers again" in caplog.text or bool(opened), "the spare waits again", lambda: caplog.text)
    assert opened == [], "it waits, and has not taken the writer lock from a living hall"
    assert active.issue() == "L002"
    active.store.close()
    spare.join(60)
    assert isinstance(opened[0], HallStore), opened
    active.store = opened[0]
    assert active.issue() == "L003"


def test_a_spare_that_sees_another_holder_forgets_its_lost_sessions(active: StoredHall) -> None:
    """The server gives the number of an ended session to a later one, perhaps to the holder's: it must not be ended."""
    active.issue()
    sessions = {4_000_001, 4_000_002}
    assert Spare(make_engine(active.url), own_sessions=sessions).wait(0) is None
    assert len(sessions) == 1
    assert sessions.isdisjoint({4_000_001, 4_000_002})
    assert active.issue() == "L002"


def test_a_hall_that_cannot_reach_its_database_says_so_in_one_sentence() -> None:
    with pytest.raises(StoreError, match=r"cannot be reached.*Connection refused"):
        Spare(make_engine("postgresql+psycopg://postgres@127.0.0.1:1/nowhere")).wait(0)
