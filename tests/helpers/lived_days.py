"""Days in which everything happens that figures know: missed calls, transfers, walk-ups, parking, giving up."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from contracts.words.hall import Outcome, VisitorKind
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.counter.resume_visit import ResumeVisit, resume_visit
from hall.queue.commands.counter.return_to_queue import ReturnToQueue, return_to_queue
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from hall.queue.model.stage import Transaction
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, NINE

COUNTERS = {CounterId(1): "said", CounterId(2): "badriya", CounterId(3): "rashid"}
KINDS = (None, VisitorKind.CITIZEN, VisitorKind.RESIDENT, VisitorKind.COMPANY)
WAYS = ("serve", "serve", "serve", "serve", "miss", "miss_and_come", "transfer", "park", "return", "leave")


class LivedDays:
    """Lives days in a hall of `tests.helpers.stored_hall`, by a clock moved by hand and a separate random generator."""

    def __init__(self, hall: Any, seed: int = 7) -> None:
        self._hall, self._chance, self._walked = hall, random.Random(seed), 0
        self._served = 0

    def day(self, offset: int, visits: int = 24) -> None:
        """Live a whole day, `offset` days after the first Tuesday, and close it."""
        self._hall.clock.advance((NINE + timedelta(days=offset) - self._hall.clock.at).total_seconds())
        for counter, agent in COUNTERS.items():
            self._hall.run(sign_in, SignIn(f"s{offset}-{counter}", counter, AgentId(agent)))
        for number in range(visits):
            self._come(f"d{offset}v{number}")
            self._pass(20, 400)
            if number % 3:
                self._take(self._chance.choice(list(COUNTERS)))
        self._walk_up(CounterId(2))
        self._hall.run(close_day, CloseDay("noor", end_serving=True))

    def _pass(self, least_s: float, most_s: float) -> None:
        # No half seconds: Python rounds them to even, SQL up.
        self._hall.clock.advance(round(self._chance.uniform(least_s, most_s), 2) + 0.001)

    def _come(self, name: str) -> None:
        service = self._chance.choice([LANDS, LANDS, HOUSING, ENQUIRIES])
        self._hall.issue(service, name, visitor_kind=self._chance.choice(KINDS), priority=self._chance.random() < 0.2)
        if self._chance.random() < 0.08:
            self._hall.run(cancel, Cancel(VisitId(name), "kiosk-1"))

    def _take(self, counter: CounterId) -> None:
        visit = self._hall.run(call_next, CallNext(counter))
        if visit is None:
            return
        self._pass(5, 90)
        getattr(self, f"_{self._chance.choice(WAYS)}")(counter, visit)

    def _begin(self, counter: CounterId) -> None:
        self._hall.run(begin_serving, BeginServing(counter))
        self._pass(60, 700)

    def _serve(self, counter: CounterId, _visit: Any) -> None:
        self._begin(counter)
        self._served += 1
        several = (Transaction(LANDS, 2), Transaction(HOUSING, 1))[: self._served % 3]
        self._hall.run(finish, Finish(counter, Outcome.COMPLETED, transactions=several))

    def _miss(self, counter: CounterId, _visit: Any) -> None:
        self._hall.run(mark_no_show, MarkNoShow(counter))

    def _miss_and_come(self, counter: CounterId, visit: Any) -> None:
        self._miss(counter, visit)
        self._hall.run(reinstate, Reinstate(visit.id, "reception-1", "other"))

    def _transfer(self, counter: CounterId, _visit: Any) -> None:
        self._begin(counter)
        self._hall.run(transfer, Transfer(counter, to_service=ENQUIRIES))

    def _park(self, counter: CounterId, visit: Any) -> None:
        self._begin(counter)
        self._hall.run(park, Park(counter))
        self._pass(100, 300)
        self._hall.run(resume_visit, ResumeVisit(counter, visit.id))
        self._serve(counter, visit)

    def _return(self, counter: CounterId, _visit: Any) -> None:
        self._hall.run(return_to_queue, ReturnToQueue(counter))

    def _leave(self, counter: CounterId, _visit: Any) -> None:
        self._begin(counter)
        self._hall.run(finish, Finish(counter, Outcome.DOCUMENTS_MISSING))

    def _walk_up(self, counter: CounterId) -> None:
        self._walked += 1
        self._hall.run(walk_up, WalkUp(VisitId(f"w{self._walked}"), counter, LANDS, "other"))
        self._pass(60, 300)
        self._hall.run(finish, Finish(counter, Outcome.COMPLETED))
