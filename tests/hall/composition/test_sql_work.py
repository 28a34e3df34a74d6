"""A whole random day on the database and on the memory work: both must remember the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from contracts.centre.outbox_entry import AuditRecord, OutboxEntry, decode_record
from contracts.words.hall import Outcome, PrintState, TransferPosition
from hall.composition.sql_work import SqlWork
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.day.commands.close_day import CloseDay, close_day
from hall.devices.commands.record_print import RecordPrint, record_print
from hall.kernel.facts import kind_of
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import HallError
from hall.platform.db.tables.core import fact
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_chosen import CallChosen, call_chosen
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.counter.recall import Recall, recall
from hall.queue.commands.counter.resume_visit import ResumeVisit, resume_visit
from hall.queue.commands.counter.return_to_queue import ReturnToQueue, return_to_queue
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from hall.queue.commands.reception.undo import Undo, undo
from hall.queue.model.calling.rule import CallingAgent, next_visit
from hall.queue.queries.queue_context import queue_context
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, NINE
from tests.helpers.memory_work import HandClock, MemoryHall, MemoryWork
from tests.helpers.migrated import put_migrated
from tests.helpers.speeds import examples
from tests.helpers.stored_hall import SETTINGS, StoredHall

SERVICES = (LANDS, HOUSING, ENQUIRIES)
AGENTS = ("said", "badriya", "rashid")

Move = tuple[str, int, int]
MOVES = st.lists(
    st.tuples(
        st.sampled_from(
            ["issue", "issue", "call", "call", "chosen", "recall", "begin", "begin", "finish", "no_show", "return",
             "park", "resume", "transfer", "undo", "cancel", "reinstate", "walk_up", "break", "back", "out", "in",
             "print", "sleep", "close", "tomorrow"]
        ),
        st.integers(0, 2),
        st.integers(0, 9),
    ),
    max_size=45,
)  # fmt: skip


class TwoHalls:
    """The same hall twice: in memory, and behind the command queue."""

    def __init__(self, stored_hall: StoredHall, run: int) -> None:
        self.hall = stored_hall
        self.clock = stored_hall.clock
        self.memory = MemoryHall(SETTINGS, HandClock(NINE))
        self.memory.clock = self.clock
        self.names = count(1)
        self.run_number = run
        self.visits: list[VisitId] = []

    def play(self, move: Move) -> None:
        name, at, pick = move
        if name == "sleep":
            self.clock.advance(150)
        elif name == "tomorrow":
            self.clock.advance(86_400)
        else:
            use_case, command = self._command(name, at, pick)
            self.both(use_case, command)

    def both(self, use_case: Callable[..., object], command: object) -> None:
        self.clock.advance(1)
        expected = self._try(lambda: self.memory.run(use_case, command))
        got = self._try(lambda: self.hall.do(lambda work, now: use_case(command, work=work, now=now)))
        assert got == expected

    @staticmethod
    def _try(run: Callable[[], object]) -> object:
        try:
            return run()
        except HallError as refusal:
            return type(refusal), refusal.detail

    def fresh(self) -> VisitId:
        self.visits.append(VisitId(f"run{self.run_number}-v{next(self.names):03}"))
        return self.visits[-1]

    def some(self, pick: int) -> VisitId:
        return self.visits[-1 - pick % len(self.visits)] if self.visits else VisitId("nobody")

    def _command(self, name: str, at: int, pick: int) -> tuple[Callable[..., object], object]:
        counter, agent, service = CounterId(at + 1), AgentId(AGENTS[at]), SERVICES[pick % 3]
        session = f"run{self.run_number}-again{next(self.names)}"
        commands: dict[str, Callable[[], tuple[Callable[..., object], object]]] = {
            "issue": lambda: (issue_ticket, IssueTicket(self.fresh(), service, "kiosk-1", priority=pick > 7)),
            "in": lambda: (sign_in, SignIn(session, counter, agent)),
            "out": lambda: (sign_out, SignOut(counter, "head")),
            "break": lambda: (begin_break, Break(counter, "meal")),
            "back": lambda: (resume_work, ResumeWork(counter)),
            "call": lambda: (call_next, CallNext(counter)),
            "chosen": lambda: (call_chosen, CallChosen(counter, self.some(pick), "special_care")),
            "recall": lambda: (recall, Recall(counter)),
            "begin": lambda: (begin_serving, BeginServing(counter)),
            "finish": lambda: (finish, Finish(counter, Outcome.COMPLETED, ("deed",))),
            "no_show": lambda: (mark_no_show, MarkNoShow(counter)),
            "return": lambda: (return_to_queue, ReturnToQueue(counter)),
            "park": lambda: (park, Park(counter)),
            "resume": lambda: (resume_visit, ResumeVisit(counter, self.some(pick))),
            "transfer": lambda: (
                transfer,
                Transfer(
                    counter, to_service=service, position=list(TransferPosition)[pick % 3], reason="other", note="n"
                ),
            ),
            "undo": lambda: (undo, Undo(self.some(pick), "head")),
            "cancel": lambda: (cancel, Cancel(self.some(pick), "head")),
            "reinstate": lambda: (reinstate, Reinstate(self.some(pick), "reception")),
            "walk_up": lambda: (walk_up, WalkUp(self.fresh(), counter, service, "other")),
            "print": lambda: (record_print, RecordPrint(self.some(pick), f"a{pick}", PrintState.SENDING, "kiosk-1")),
            "close": lambda: (close_day, CloseDay("head", end_serving=pick > 4)),
        }
        return commands[name]()

    def check(self) -> None:
        """Compare every answer of both works, from the writer's connection and from a reader's."""
        expected = everything(self.memory.work(), self)
        assert self.hall.do(lambda work, _now: everything(work, self)) == expected
        assert self.hall.ask(lambda work, _now: everything(work, self)) == expected


def everything(work: SqlWork | MemoryWork, halls: TwoHalls) -> dict[str, object]:
    day = work.days.latest()
    found: dict[str, object] = {
        "day": day,
        "visits": [work.visits.find(name) for name in halls.visits],
        "sessions": sorted(work.sessions.open(), key=lambda session: session.counter),
        "working": sorted(work.sessions.working()),
        "at": [work.visits.at_counter(CounterId(n)) for n in (1, 2, 3)],
        "parked": [list(work.visits.parked_at(CounterId(n))) for n in (1, 2, 3)],
        "prints": [work.prints.find(f"a{n}") for n in range(10)],
    }
    if day is not None:
        found |= {
            "waiting": list(work.visits.waiting(day.day)),
            "lands": list(work.visits.waiting(day.day, [LANDS])),
            "queue": sorted(work.visits.queue(day.day), key=lambda one: one.visit),
            "housing queue": sorted(work.visits.queue(day.day, [HOUSING]), key=lambda one: one.visit),
            "next": next_of_all(work, halls.clock.now()),
            "counts": [work.visits.count_waiting(day.day, service) for service in SERVICES],
            "in hall": list(work.visits.in_hall(day.day)),
            "attended": list(work.visits.attended(day.day)),
            "since": {
                service: sorted(since, key=lambda one: (one.since.at, one.since.monotonic_ns, one.ticket))
                for service, since in work.visits.waiting_since(day.day).items()
            },
            "given": dict(work.visits.tickets_given(day.day)),
            "missed count": work.visits.count_missed(day.day),
            "anybody": work.visits.anybody_in_hall(day.day),
            "carried": list(work.visits.carried_over(day.day - timedelta(days=1))),
            "missed": list(work.visits.missed(day.day)),
            "recent": [one.id for one in work.visits.recent_calls(day.day, 5)],
            "served": dict(work.visits.served(day.day)),
            "tickets": [work.visits.by_ticket(day.day, f"L{n:03}") for n in range(1, 5)],
            "numbers": [work.visits.number_in_hall(day.day, f"H{n:03}") for n in range(1, 5)],
            "held and waiting": [
                work.visits.number_and_queue(day.day, f"H{n:03}", service) for n in range(1, 5) for service in SERVICES
            ],
            "all numbers": set(work.visits.numbers_in_hall(day.day)),
            "last": [work.numbers.last(day.day, service) for service in SERVICES],
            "calls": dict(work.numbers.calls(day.day)),
        }
    return found


def next_of_all(work: SqlWork | MemoryWork, now: Moment) -> tuple[VisitId, int] | None:
    """Return who is next for somebody who serves everything, and among how many."""
    day = work.days.latest()
    assert day is not None
    found = work.visits.candidates(day.day, now)
    taker = CallingAgent(CounterId(9), AgentId("anybody"), SERVICES)
    choice = next_visit(found.waiting, taker, queue_context(work, day, now), work.settings)
    return None if choice is None else (choice.waiting.visit, choice.among + sum(found.behind.values()))


def play_all(stored_hall: StoredHall, moves: list[Move], run: int) -> TwoHalls:
    halls = TwoHalls(stored_hall, run)
    for at in range(3):
        halls.both(sign_in, SignIn(f"run{run}-s{at}", CounterId(at + 1), AgentId(AGENTS[at])))
    for move in moves:
        halls.play(move)
    halls.check()
    return halls


def told_to_centre(entries: list[OutboxEntry]) -> list[object]:
    """Return the records of visits; audit facts are made by the database's own work."""
    records = [decode_record(entry.body)[0] for entry in entries]
    return [one for one in records if not isinstance(one, AuditRecord)]


A_DAY: list[Move] = [
    *[("issue", 0, pick) for pick in range(10)],
    ("call", 0, 0), ("begin", 0, 0), ("transfer", 0, 2), ("call", 1, 0), ("no_show", 1, 0), ("reinstate", 0, 9),
    ("call", 2, 0), ("recall", 2, 0), ("begin", 2, 0), ("park", 2, 0), ("call", 2, 0), ("begin", 2, 0),
    ("finish", 2, 0), ("undo", 0, 0), ("walk_up", 0, 1), ("finish", 0, 0), ("break", 0, 0), ("back", 0, 0),
    ("print", 0, 3), ("call", 0, 0), ("return", 0, 0), ("cancel", 0, 4), ("chosen", 0, 3), ("close", 0, 9),
    ("tomorrow", 0, 0), ("in", 0, 0), ("issue", 0, 0), ("call", 0, 0),
]  # fmt: skip


@pytest.mark.dialect
def test_a_day_is_the_same_in_memory_and_on_the_database(stored_hall: StoredHall) -> None:
    halls = play_all(stored_hall, A_DAY, 1)
    assert told_to_centre(list(stored_hall.store.outbox.entries_after(0, 100))) == halls.memory.told
    stored_hall.reopen()
    halls.check()


def test_the_facts_are_the_same_in_memory_and_on_the_database(stored_hall: StoredHall) -> None:
    halls = play_all(stored_hall, A_DAY, 1)
    with stored_hall.store.engine.connect() as connection:
        stored = connection.execute(select(fact.c.seq, fact.c.kind).order_by(fact.c.seq)).all()
    expected = [kind_of(one) for one in halls.memory.facts]
    assert [row.kind for row in stored] == expected
    assert [row.seq for row in stored] == list(range(1, len(expected) + 1))


RUNS = count(1)


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_any_day_is_the_same_in_memory_and_on_the_database(
    tmp_path_factory: pytest.TempPathFactory, moves: list[Move]
) -> None:
    folder = tmp_path_factory.mktemp("hall")
    stored_hall = StoredHall(f"sqlite:///{put_migrated(folder / 'hall.sqlite')}")
    try:
        halls = play_all(stored_hall, moves, next(RUNS))
        assert told_to_centre(list(stored_hall.store.outbox.entries_after(0, 1000))) == halls.memory.told
    finally:
        stored_hall.store.close()


def test_what_an_undone_command_knew_is_forgotten(stored_hall: StoredHall) -> None:
    stored_hall.issue()

    def spoils(work: SqlWork, now: Moment) -> None:
        issue_ticket(IssueTicket(VisitId("gone"), LANDS, "kiosk-1"), work=work, now=now)
        assert work.visits.count_waiting(NINE.date(), LANDS) == 2
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stored_hall.do(spoils)
    assert stored_hall.do(lambda work, _now: work.visits.count_waiting(NINE.date(), LANDS)) == 1
    assert stored_hall.do(lambda work, _now: work.numbers.last(NINE.date(), LANDS)) == 1


@pytest.mark.dialect
def test_a_reader_cannot_change_anything(stored_hall: StoredHall) -> None:
    stored_hall.issue()

    def changes(work: SqlWork, _now: Moment) -> None:
        visit = work.visits.get(VisitId("v1"))
        visit.topics = ("changed",)
        work.visits.save(visit)

    stored_hall.ask(lambda work, _now: None)
    with pytest.raises(DBAPIError, match=r"read-only|readonly"):
        stored_hall.ask(changes)
    assert stored_hall.ask(lambda work, _now: work.visits.get(VisitId("v1")).topics) == ()
