"""A commit that raises may be stored: it is synced before anything is answered, and its facts are announced once."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from contracts.live import FactMessage
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.callers import Answer, Key
from hall.kernel.ids import AgentId, CounterId
from hall.platform.db.engine import CONNECTION, sqlite_library
from hall.platform.db.writer.command_queue import CommandQueueError
from hall.queue.commands.counter.call_next import CallNext, call_next
from tests.helpers.lossy_postgres import LossyPostgres, lossy_postgres
from tests.helpers.migrated import put_migrated
from tests.helpers.postgres import Server
from tests.helpers.speeds import some
from tests.helpers.stored_hall import StoredHall

LIBRARY = sqlite_library()[0]
KEY = Key("s" * 64, "k1", "d" * 64)


class StoresAndRaises(LIBRARY.Connection):  # type: ignore[name-defined,misc]  # the driver is found when the tests start
    """A driver whose COMMIT stores and raises as often as the test wants."""

    raises = 0

    def commit(self) -> None:
        super().commit()
        if StoresAndRaises.raises:
            StoresAndRaises.raises -= 1
            raise LIBRARY.OperationalError("disk I/O error")


class Heard:
    """What the hall has announced."""

    def __init__(self, stored_hall: StoredHall) -> None:
        self.facts: list[FactMessage] = []
        self._more = threading.Condition()
        stored_hall.store.announcer.listen(self._hear)

    def _hear(self, facts: object) -> None:
        with self._more:
            self.facts.extend(facts)  # type: ignore[call-overload]  # a listener gets messages
            self._more.notify_all()

    def wait_for(self, kind: str) -> None:
        with self._more:
            assert self._more.wait_for(lambda: kind in [fact.kind for fact in self.facts], 60), self.facts

    def is_whole(self) -> bool:
        seqs = [fact.seq for fact in self.facts]
        return seqs == list(range(seqs[0], seqs[0] + len(seqs)))


@pytest.fixture
def raising(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StoredHall]:
    monkeypatch.setattr("hall.platform.db.engine.CONNECTION", {**CONNECTION, "factory": StoresAndRaises})
    StoresAndRaises.raises = 0
    made = StoredHall(f"sqlite:///{put_migrated(tmp_path / 'hall.sqlite')}")
    yield made
    made.store.close()


@pytest.fixture
def lossy(postgres_server: Server, postgres_url) -> Iterator[tuple[StoredHall, LossyPostgres]]:
    url = postgres_url()
    with lossy_postgres(postgres_server.port) as proxy:
        made = StoredHall(url.replace(f":{postgres_server.port}/", f":{proxy.port}/"))
        yield made, proxy
        made.store.close()


def called(stored_hall: StoredHall) -> Answer:
    """Call the next visit for counter 1 under one key, as a client does that repeats its request."""

    def command(work, now) -> Answer:
        visit = call_next(CallNext(CounterId(1)), work=work, now=now)
        assert visit is not None
        return Answer(200, visit.ticket.encode())

    return stored_hall.store.commands.submit(command, KEY).result(60)


@pytest.mark.allow_logs
def test_a_call_that_was_stored_by_a_commit_that_raised_is_announced_once_and_answered_again(
    raising: StoredHall,
) -> None:
    raising.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    raising.issue()
    heard = Heard(raising)
    StoresAndRaises.raises = 1
    with pytest.raises(CommandQueueError, match="disk I/O error"):
        called(raising)
    assert called(raising).body == b"L001"
    assert raising.issue() == "L002"
    assert [fact.kind for fact in heard.facts].count("visit_called") == 1
    assert heard.is_whole()


@pytest.mark.allow_logs
def test_what_was_stored_by_a_commit_that_raised_is_announced_also_when_nobody_asks_again(raising: StoredHall) -> None:
    raising.issue()
    heard = Heard(raising)
    StoresAndRaises.raises = 1
    with pytest.raises(CommandQueueError):
        raising.issue()
    heard.wait_for("visit_issued")
    assert raising.store.commands.trouble is None, "the hall stores again"
    assert raising.issue() == "L003"


@pytest.mark.allow_logs
def test_several_commits_that_raise_after_each_other_lose_no_fact(raising: StoredHall) -> None:
    raising.issue()
    heard = Heard(raising)
    StoresAndRaises.raises = 4
    answered = []
    while len(answered) < 3:
        try:
            answered.append(raising.issue())
        except CommandQueueError:
            continue
    assert heard.is_whole()
    issued = [fact.visit.ticket for fact in heard.facts if fact.kind == "visit_issued" and fact.visit]
    assert issued[-3:] == answered
    assert len(issued) == len(set(issued))
    assert heard.facts[-1].seq == raising.store.reads.seq().result(60)


@pytest.mark.allow_logs
def test_settings_stored_by_a_commit_that_raised_hold(raising: StoredHall) -> None:
    raising.issue()
    StoresAndRaises.raises = 1
    with pytest.raises(CommandQueueError):
        raising.do(lambda work, _now: work.change_settings({"digits": "latin"}, "head"))
    raising.issue()
    assert raising.store.settings().digits == "latin"


@pytest.mark.allow_logs
def test_after_a_commit_that_raised_the_wal_gives_its_room_back_and_stays_small(
    raising: StoredHall, tmp_path: Path
) -> None:
    wal, small = tmp_path / "hall.sqlite-wal", 5_000_000
    tickets = 0
    while not wal.exists() or wal.stat().st_size < 2 * small:
        raising.issue()
        tickets += 1
    StoresAndRaises.raises = 1
    with pytest.raises(CommandQueueError):
        raising.issue()
    for _ in range(tickets):
        raising.issue()
    assert wal.stat().st_size < small


@pytest.mark.postgres
@pytest.mark.allow_logs
def test_a_call_whose_commit_was_stored_but_not_answered_is_announced_once(
    lossy: tuple[StoredHall, LossyPostgres],
) -> None:
    stored_hall, proxy = lossy
    stored_hall.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    stored_hall.issue()
    heard = Heard(stored_hall)
    proxy.lose_commits(1)
    with pytest.raises(CommandQueueError):
        called(stored_hall)
    assert proxy.lost.is_set()
    assert called(stored_hall).body == b"L001"
    assert stored_hall.issue() == "L002"
    assert [fact.kind for fact in heard.facts].count("visit_called") == 1
    assert heard.is_whole()


@pytest.mark.postgres
@pytest.mark.allow_logs
@pytest.mark.parametrize("keeps_sessions", [False, True])
@pytest.mark.parametrize("second", some(range(2, 7), 2, 6))
def test_a_writer_that_loses_a_second_answer_while_it_comes_back_takes_its_own_seat_again(
    lossy: tuple[StoredHall, LossyPostgres], second: int, keeps_sessions: bool
) -> None:
    """The second lost answer is the one to taking the writer lock, to beginning the epoch or to the next command."""
    stored_hall, proxy = lossy
    stored_hall.issue()
    heard = Heard(stored_hall)
    proxy.keeps_sessions = keeps_sessions
    proxy.lose_these(1, second)
    answered: list[str] = []
    while len(answered) < 3:
        with contextlib.suppress(CommandQueueError):
            answered.append(stored_hall.issue())
        assert not stored_hall.store.commands.taken_over, stored_hall.store.commands.trouble
    assert heard.is_whole()
    assert heard.facts[-1].seq == stored_hall.store.reads.seq().result(60)


def test_a_slow_commit_is_told(lite: StoredHall, monkeypatch: pytest.MonkeyPatch) -> None:
    lite.issue()
    assert not lite.store.commands.slow
    monkeypatch.setattr("hall.platform.db.writer.command_queue.SLOW_COMMIT_S", 0.0)
    lite.issue()
    assert lite.store.commands.slow
