from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from contracts.words.hall import Lane, VisitorKind
from hall.composition.sql_work import SqlWork
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.training.simulated_queue import FIRST, FIRST_WAITED_S, LEAST, PRIORITY_EVERY, SimulatedQueue
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

ONE = CounterId(1)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[StoredHall]:
    made = StoredHall(f"sqlite:///{tmp_path / 'room.sqlite'}")  # a room is always a separate file
    yield made
    made.store.close()


def waiting(hall: StoredHall) -> list[tuple[str, Lane]]:
    def ask(work, _now):
        return [(one.service, one.lane) for one in work.visits.queue(work.today())]

    return hall.ask(ask)


def test_the_first_are_of_the_counters_services_and_some_have_priority(hall: StoredHall) -> None:
    queue = SimulatedQueue(hall.store.settings(), ONE)
    hall.store.commands.run(queue.first).result()
    services = set(hall.store.settings().counter(ONE).services)
    come = waiting(hall)
    assert len(come) == FIRST
    assert {service for service, _ in come} <= services
    assert sum(lane is Lane.PRIORITY for _, lane in come) == FIRST // PRIORITY_EVERY


def test_the_first_have_waited_for_some_time(hall: StoredHall) -> None:
    hall.store.commands.run(SimulatedQueue(hall.store.settings(), ONE).first).result()
    now = hall.clock.now()

    def waited(work, _now):
        return [round(now.seconds_since(one.rank_from)) for one in work.visits.queue(work.today())]

    assert sorted(hall.ask(waited), reverse=True)[0] == FIRST_WAITED_S


def test_the_first_came_today_in_a_training_soon_after_midnight_too(hall: StoredHall) -> None:
    hall.clock.set_wall(datetime(2026, 12, 1, 0, 1, tzinfo=ZoneInfo("Asia/Muscat")))
    hall.store.commands.run(SimulatedQueue(hall.store.settings(), ONE).first).result()
    assert len(waiting(hall)) == FIRST


def test_after_a_call_others_come_until_enough_wait(hall: StoredHall) -> None:
    queue = SimulatedQueue(hall.store.settings(), ONE)
    many = LEAST * len(hall.store.settings().counter(ONE).services)
    hall.store.commands.run(queue.top_up).result()
    assert len(waiting(hall)) == many
    hall.store.commands.run(lambda work, now: sign_in(SignIn("s1", ONE, AgentId("said")), work=work, now=now)).result()
    hall.store.commands.run(lambda work, now: call_next(CallNext(ONE), work=work, now=now)).result()
    hall.store.commands.run(queue.top_up).result()
    hall.store.commands.run(queue.top_up).result()
    assert len(waiting(hall)) == many


def test_an_agent_who_may_serve_one_of_the_services_never_runs_out_of_its_visitors(hall: StoredHall) -> None:
    settings = hall.store.settings()
    counter = settings.counter(ONE)
    assert len(counter.services) > 1
    queue = SimulatedQueue(settings, ONE)
    hall.store.commands.run(queue.first).result()
    for code in counter.services:
        for _ in range(FIRST):
            assert [service for service, _ in waiting(hall)].count(code) >= LEAST
            hall.store.commands.run(partial(cancel_one, code)).result()
            hall.store.commands.run(queue.top_up).result()


def cancel_one(code: ServiceCode, work: SqlWork, now: Moment) -> None:
    day = work.days.latest()
    assert day is not None
    visit = work.visits.waiting(day.day, (code,))[0]
    cancel(Cancel(visit.id, "reception"), work=work, now=now)


def test_who_must_say_what_kind_of_visitor_he_is_says_so(hall: StoredHall) -> None:
    settings = hall.store.settings()
    asking = tuple(
        replace(one, visitor_kinds=(VisitorKind.RESIDENT,), asks_visitor_kind=True) for one in settings.services
    )
    queue = SimulatedQueue(replace(settings, services=asking), ONE)
    hall.store.commands.run(partial(queue.one_more, asking[0])).result()
    assert len(waiting(hall)) == 1
