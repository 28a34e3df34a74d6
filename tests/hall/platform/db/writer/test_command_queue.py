"""The one writer: order, groups, savepoints, and what happens when the disk says no."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, wait

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event, func, insert, select, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from contracts.live import FactMessage
from hall.calendar.facts import DateConfirmed
from hall.composition.sql_work import SqlWork
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.callers import Answer, Key
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.kernel.refusals import NotWaitingError
from hall.platform.db.tables.core import fact, visit
from hall.platform.db.tables.kept import meta
from hall.platform.db.writer.command_queue import CommandQueueClosedError, CommandQueueError
from hall.platform.db.writer.idempotency import KeyReusedError
from hall.queue.commands.counter.call_next import CallNext, call_next
from tests.helpers.example_hall import HOUSING, LANDS
from tests.helpers.speeds import examples
from tests.helpers.stored_hall import StoredHall


class Gate:
    """A command that keeps the writer busy, so that what is submitted meanwhile goes together, and with it."""

    def __init__(self, stored_hall: StoredHall) -> None:
        self._entered, self._open = threading.Event(), threading.Event()
        self._done = stored_hall.store.commands.run(self._stand)
        assert self._entered.wait(60)

    def _stand(self, _work: SqlWork, _now: Moment) -> None:
        self._entered.set()
        assert self._open.wait(60)

    def open(self) -> None:
        self._open.set()
        wait([self._done], 60)


def _nothing(_work: SqlWork, _now: Moment) -> Answer:
    return Answer(204, b"")


def tickets_of(futures: list[Future[Answer]]) -> list[str]:
    return [future.result(60).body.decode() for future in futures]


def test_commands_are_done_in_the_order_in_which_they_came(stored_hall: StoredHall) -> None:
    gate = Gate(stored_hall)
    futures = [stored_hall.submit_issue() for _ in range(5)]
    gate.open()
    assert tickets_of(futures) == ["L001", "L002", "L003", "L004", "L005"]


def test_a_refusal_undoes_its_own_command_only(stored_hall: StoredHall) -> None:
    def refused(work: SqlWork, now: Moment) -> Answer:
        hall_issue(work, now, "never")
        raise NotWaitingError("it is not waiting")

    gate = Gate(stored_hall)
    before, bad, after = (
        stored_hall.submit_issue(),
        stored_hall.store.commands.submit(refused),
        stored_hall.submit_issue(),
    )
    gate.open()
    with pytest.raises(NotWaitingError):
        bad.result(60)
    assert tickets_of([before, after]) == ["L001", "L002"]
    assert stored_hall.ask(lambda work, _now: work.visits.find("never")) is None  # type: ignore[arg-type]  # a test's shorthand


def test_a_command_that_looks_at_all_facts_and_is_undone_takes_none_of_its_neighbours(stored_hall: StoredHall) -> None:
    seen: list[int] = []

    def refused(work: SqlWork, now: Moment) -> Answer:
        hall_issue(work, now, "never")
        seen.append(work.connection.execute(select(func.max(fact.c.seq))).scalar_one())
        raise NotWaitingError("it is not waiting")

    newest = stored_hall.ask(lambda work, _now: work.seq)
    gate = Gate(stored_hall)
    answers = [stored_hall.submit_issue(), stored_hall.store.commands.submit(refused), stored_hall.submit_issue()]
    gate.open()
    wait(answers)
    with stored_hall.store.engine.connect() as connection:
        numbers = connection.execute(select(fact.c.seq).where(fact.c.seq > newest).order_by(fact.c.seq)).scalars().all()
    assert numbers == list(range(newest + 1, newest + 1 + len(numbers)))
    assert newest < seen[0] <= numbers[-1], "it saw its neighbour's and its own"


def hall_issue(work: SqlWork, now: Moment, name: str) -> None:
    from hall.kernel.ids import VisitId
    from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket

    issue_ticket(IssueTicket(VisitId(name), LANDS, "kiosk-1"), work=work, now=now)


def test_a_bug_in_one_command_is_its_callers_and_undone(stored_hall: StoredHall) -> None:
    def buggy(work: SqlWork, now: Moment) -> Answer:
        hall_issue(work, now, "never")
        raise ZeroDivisionError

    gate = Gate(stored_hall)
    bad, good = stored_hall.store.commands.submit(buggy), stored_hall.submit_issue()
    gate.open()
    with pytest.raises(ZeroDivisionError):
        bad.result(60)
    assert good.result(60).body == b"L001"


@pytest.mark.dialect
def test_a_broken_constraint_is_undone_alone(stored_hall: StoredHall) -> None:
    def twice(work: SqlWork, _now: Moment) -> Answer:
        for _ in range(2):
            work.connection.execute(insert(meta), {"key": "same", "value": "1"})
        return Answer(200, b"")

    gate = Gate(stored_hall)
    bad, good = stored_hall.store.commands.submit(twice), stored_hall.submit_issue()
    gate.open()
    with pytest.raises(IntegrityError):
        bad.result(60)
    assert good.result(60).body == b"L001"


@pytest.mark.dialect
@pytest.mark.allow_logs
def test_a_statement_that_the_database_refuses_is_undone_alone(stored_hall: StoredHall) -> None:
    def wrong(work: SqlWork, now: Moment) -> Answer:
        hall_issue(work, now, "never")
        work.connection.exec_driver_sql("SELECT * FROM nowhere")
        return Answer(200, b"")

    gate = Gate(stored_hall)
    before, bad, after = (
        stored_hall.submit_issue(),
        stored_hall.store.commands.submit(wrong),
        stored_hall.submit_issue(),
    )
    gate.open()
    with pytest.raises((CommandQueueError, ProgrammingError), match="nowhere"):
        bad.result(60)
    assert tickets_of([before, after]) == ["L001", "L002"]


def test_what_waits_together_is_committed_together(stored_hall: StoredHall) -> None:
    told: list[int] = []
    commits: list[Connection] = []
    stored_hall.store.announcer.listen(lambda facts: told.append(len(facts)))
    stored_hall.do(lambda _work, _now: None)  # on PostgreSQL the writer lock begins its epoch before the first command
    event.listen(stored_hall.store.engine, "commit", commits.append)
    gate = Gate(stored_hall)
    futures = [stored_hall.submit_issue() for _ in range(10)]
    gate.open()
    wait(futures, 10)
    assert told == [11], "ten tickets and the day that the first of them opened, told after one commit"
    assert len(commits) == 1, "who came while the first command was being done was committed with it"


def test_a_group_is_not_larger_than_its_limit(stored_hall: StoredHall) -> None:
    told: list[int] = []
    stored_hall.issue()
    stored_hall.store.announcer.listen(lambda facts: told.append(len(facts)))
    gate = Gate(stored_hall)
    futures = [stored_hall.submit_issue() for _ in range(130)]
    gate.open()
    wait(futures, 20)
    assert told == [63, 64, 3], "the first group has the command of the gate"


def test_facts_are_told_after_the_commit_and_before_the_answer(stored_hall: StoredHall) -> None:
    seen: list[tuple[int, int]] = []

    def look(facts: object) -> None:
        with stored_hall.store.engine.connect() as connection:
            stored = connection.execute(select(func.count()).select_from(fact)).scalar_one()
        assert isinstance(facts, list)
        seen.append((len(facts), stored))

    stored_hall.store.announcer.listen(look)
    stored_hall.submit_issue().result(60)
    assert seen == [(2, 2)]


def test_the_same_key_gives_the_same_answer_and_does_nothing(stored_hall: StoredHall) -> None:
    key = Key("s" * 64, "k1", "d" * 64)
    first, again = stored_hall.submit_issue(key=key).result(60), stored_hall.submit_issue(key=key).result(60)
    assert first == again == Answer(201, b"L001")
    assert stored_hall.issue() == "L002"


def test_the_same_key_with_another_body_is_refused(stored_hall: StoredHall) -> None:
    stored_hall.submit_issue(key=Key("s" * 64, "k1", "d" * 64)).result(60)
    with pytest.raises(KeyReusedError):
        stored_hall.submit_issue(key=Key("s" * 64, "k1", "e" * 64)).result(60)
    assert stored_hall.submit_issue(key=Key("t" * 64, "k1", "e" * 64)).result(60).body == b"L002"


def test_the_same_key_twice_in_one_group_is_done_once(stored_hall: StoredHall) -> None:
    key = Key("s" * 64, "k1", "d" * 64)
    gate = Gate(stored_hall)
    futures = [stored_hall.submit_issue(key=key) for _ in range(4)]
    gate.open()
    assert tickets_of(futures) == ["L001"] * 4


def test_a_refusal_is_not_kept_under_its_key(stored_hall: StoredHall) -> None:
    key = Key("s" * 64, "k1", "d" * 64)

    def refused(_work: SqlWork, _now: Moment) -> Answer:
        raise NotWaitingError("it is not waiting")

    with pytest.raises(NotWaitingError):
        stored_hall.store.commands.submit(refused, key).result(60)
    assert stored_hall.submit_issue(key=key).result(60).body == b"L001"


@pytest.mark.dialect
def test_two_counters_that_call_at_once_get_two_visitors(stored_hall: StoredHall) -> None:
    stored_hall.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    stored_hall.run(sign_in, SignIn("s2", CounterId(2), AgentId("badriya")))
    tickets = [stored_hall.issue() for _ in range(2)]
    barrier = threading.Barrier(2)
    called: dict[int, str] = {}

    def call(counter: int) -> None:
        barrier.wait(60)
        visit = stored_hall.do(lambda work, now: call_next(CallNext(CounterId(counter)), work=work, now=now))
        called[counter] = visit.ticket

    threads = [threading.Thread(target=call, args=(counter,)) for counter in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(called.values()) == tickets


def test_thirty_two_kiosks_at_once_give_no_number_twice(stored_hall: StoredHall) -> None:
    answers: list[str] = []

    def kiosk(service: str) -> None:
        answers.extend(stored_hall.submit_issue(service).result(60).body.decode() for _ in range(4))  # type: ignore[arg-type]  # a test's shorthand

    threads = [threading.Thread(target=kiosk, args=((LANDS, HOUSING)[at % 2],)) for at in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(answers) == [f"{prefix}{number:03}" for prefix in "HL" for number in range(1, 65)]


@pytest.mark.allow_logs
def test_a_full_disk_answers_no_command_of_the_group_as_done(
    lite: StoredHall, caplog: pytest.LogCaptureFixture
) -> None:
    lite.issue()
    commands = lite.store.commands
    # On the writer's own connection: the file may not grow by one more page.
    commands.run(lambda work, _now: work.connection.exec_driver_sql("PRAGMA max_page_count = 1").close()).result(60)
    futures: list[Future[Answer]] = []
    failed: list[Future[Answer]] = []
    while not failed and len(futures) < 2_000:
        gate = Gate(lite)
        group = [lite.submit_issue() for _ in range(8)]
        gate.open()
        wait(group, 20)
        futures = futures + group
        failed = [future for future in group if future.exception() is not None]
    done = [future.result().body.decode() for future in futures if future.exception() is None]
    assert failed
    assert all(isinstance(future.exception(), CommandQueueError) for future in failed)
    assert "full" in str(failed[0].exception())
    assert [record.levelno for record in caplog.records] == [logging.ERROR], "told once, not once for each command"
    # The writer takes a new connection, without the limit: the hall goes on where it was.
    assert lite.issue() == f"L{len(done) + 2:03}"
    assert commands.trouble is None
    with lite.store.engine.connect() as connection:
        stored = connection.execute(select(visit.c.ticket).order_by(visit.c.ticket)).scalars().all()
    assert stored == sorted(["L001", *done, f"L{len(done) + 2:03}"])


@pytest.mark.dialect
@pytest.mark.allow_logs
def test_a_commit_that_fails_leaves_nothing_and_tells_nothing(stored_hall: StoredHall) -> None:
    told: list[FactMessage] = []
    stored_hall.issue()
    stored_hall.store.announcer.listen(told.extend)

    def dies(work: SqlWork, now: Moment) -> Answer:
        hall_issue(work, now, "gone")
        work.connection.exec_driver_sql("ROLLBACK")  # the transaction vanishes under the queue, as on a lost session
        return Answer(201, b"never")

    gate = Gate(stored_hall)
    done, dead, not_begun = (
        stored_hall.submit_issue(),
        stored_hall.store.commands.submit(dies),
        stored_hall.submit_issue(),
    )
    gate.open()
    for future in (done, dead):
        with pytest.raises(CommandQueueError):
            future.result(60)
    assert not_begun.result(60).body == b"L002"
    assert stored_hall.issue() == "L003"
    assert [message.seq for message in told] == [3, 4]


@pytest.mark.allow_logs
def test_whoever_waited_together_fails_together(stored_hall: StoredHall) -> None:
    def dies(work: SqlWork, _now: Moment) -> Answer:
        work.connection.exec_driver_sql("ROLLBACK")
        return Answer(201, b"never")

    stored_hall.issue()
    commands = stored_hall.store.commands
    with commands._wake:  # so that the writer finds the three as one group
        group = [commands.submit(command) for command in (dies, _nothing, _nothing)]
    for future in group:
        with pytest.raises(CommandQueueError):
            future.result(60)


def test_a_closed_command_queue_does_what_waits_and_takes_no_more(stored_hall: StoredHall) -> None:
    gate = Gate(stored_hall)
    futures = [stored_hall.submit_issue() for _ in range(3)]
    closing = threading.Thread(target=stored_hall.store.commands.close)
    closing.start()
    gate.open()
    closing.join(60)
    assert tickets_of(futures) == ["L001", "L002", "L003"]
    with pytest.raises(CommandQueueClosedError):
        stored_hall.submit_issue().result(60)


def test_a_cancelled_command_is_not_done(stored_hall: StoredHall) -> None:
    gate = Gate(stored_hall)
    first, second = stored_hall.submit_issue(), stored_hall.submit_issue()
    assert first.cancel()
    gate.open()
    assert second.result(60).body == b"L001"


MOVES = st.lists(st.lists(st.sampled_from(["issue", "refuse", "bug", "record", "twice"]), max_size=6), max_size=8)


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(groups=MOVES)
def test_every_fact_is_told_once_in_order_whatever_is_undone(lite: StoredHall, groups: list[list[str]]) -> None:
    told: list[FactMessage] = []
    start = int(lite.store.reads.seq().result(60))
    leave = lite.store.announcer.listen(told.extend)
    for group in groups:
        gate = Gate(lite)
        futures = [lite.store.commands.run(_move(lite, name)) for name in group]
        gate.open()
        wait(futures, 20)
    leave()
    with lite.store.engine.connect() as connection:
        stored = connection.execute(select(fact.c.seq).where(fact.c.seq > start).order_by(fact.c.seq)).scalars().all()
        numbers = connection.execute(text("SELECT ticket FROM visit WHERE state = 'waiting'")).scalars().all()
    assert [message.seq for message in told] == stored == list(range(start + 1, start + 1 + len(stored)))
    assert len(numbers) == len(set(numbers))


def _move(stored_hall: StoredHall, name: str):
    fresh = f"m{next(stored_hall._names)}"

    def move(work: SqlWork, now: Moment) -> None:
        if name != "record":
            hall_issue(work, now, fresh)
        if name in {"record", "twice"}:
            work.record(DateConfirmed("2026-11-24", "head"))
        if name == "refuse":
            raise NotWaitingError("no")
        if name == "bug":
            raise ZeroDivisionError

    return move
