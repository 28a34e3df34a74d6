"""Finishes with requests, undone and made again in any order, while others move on: nothing twice, no number lost."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, cast

import pytest

from contracts.words.hall import Outcome, VisitState
from contracts.words.requests import RequestList, RequestSource, RequestState
from hall.composition.sql_work import SqlWork
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.kernel.refusals import HallError
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish
from hall.queue.commands.reception.undo import Undo
from hall.requests.commands.finish_with_requests import FinishWithRequests, finish_with_requests, undo_with_requests
from hall.requests.commands.move_request import Refer, Withdraw, refer, withdraw
from hall.requests.commands.register_request import Register, register
from hall.requests.model.request import Request
from tests.helpers.example_hall import TUESDAY
from tests.helpers.stored_hall import StoredHall

ONE, STEPS = CounterId(1), 60
MINISTRYS = ("X/1", "X/2", "X/3")


class AnyRequests:
    """One counter, the hall head and the ministry's platform, who all do something by chance."""

    def __init__(self, stored_hall: StoredHall, chance: random.Random) -> None:
        self.hall, self.chance = stored_hall, chance
        self.newest: VisitId | None = None
        stored_hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))

    def step(self) -> None:
        """Do one thing; what the hall refuses does not count."""
        moves = (self._finish, self._undo, self._refer, self._withdraw, self._send)
        move = self.chance.choices(moves, (3, 3, 1, 1, 1))[0]
        with suppress(HallError):
            move()

    def requests(self, visit: VisitId | None = None) -> Sequence[Request]:
        def read(work: SqlWork, _now: object) -> Sequence[Request]:
            kept = work.requests
            return kept.of_visit(visit) if visit else kept.listed(RequestList.ALL, TUESDAY, None, 1000)

        return cast(Sequence[Request], self.hall.ask(read))

    def _made_up(self, source: RequestSource, numbers: Sequence[str | None]) -> Register:
        one = self.chance.choice
        topic, who = one(("land_grant", "survey")), one(("lands", "housing"))
        return Register(one(("plot", "house", "farm")), topic, who, source, "", one(numbers))

    def _serving(self) -> None:
        visit = cast(Any, self.hall.ask(lambda work, _now: work.visits.at_counter(ONE)))
        if visit is None:
            self.hall.issue()
            visit = self.hall.run(call_next, CallNext(ONE))
        if visit.state is VisitState.CALLED:
            self.hall.run(begin_serving, BeginServing(ONE))

    def _finish(self) -> None:
        self._serving()
        many = self.chance.randrange(4)
        asked = tuple(self._made_up(RequestSource.HALL, (None, None, *MINISTRYS)) for _ in range(many))
        command = FinishWithRequests(Finish(ONE, Outcome.COMPLETED), asked)
        done = cast(Any, self.hall.run(finish_with_requests, command))
        self.newest = done.id
        stand = [one for one in self.requests(done.id) if one.state is not RequestState.WITHDRAWN]
        assert sorted(map(_fields, stand)) == sorted(map(_fields, asked)), "what was asked for stands, and nothing else"

    def _undo(self) -> None:
        if self.newest is not None:
            self.hall.run(undo_with_requests, Undo(self.newest, "said"))
            assert {one.state for one in self.requests(self.newest)} <= {RequestState.WITHDRAWN}

    def _refer(self) -> None:
        self.hall.run(refer, Refer(self._any_number(), None, "head"))

    def _withdraw(self) -> None:
        self.hall.run(withdraw, Withdraw(self._any_number(), "a slip", "head"))

    def _send(self) -> None:
        self.hall.run(register, self._made_up(RequestSource.PLATFORM, MINISTRYS))

    def _any_number(self) -> str:
        return self.chance.choice([one.number for one in self.requests()] or ["none"])


def _fields(one: Request | Register) -> tuple[str, str, str, str]:
    return (one.topic, one.directorate, one.external or "", one.subject)


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_registered_twice_and_no_number_is_lost(stored_hall: StoredHall, seed: int) -> None:
    day = AnyRequests(stored_hall, random.Random(seed))
    for _ in range(STEPS):
        day.step()
        requests = day.requests()
        ministrys = [one.external for one in requests if one.external]
        assert len(ministrys) == len(set(ministrys))
        running = sorted(int(one.number.rpartition("-")[2][:-1]) for one in requests)
        assert running == list(range(1, len(requests) + 1)), "without a gap"
