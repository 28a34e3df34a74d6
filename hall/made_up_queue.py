"""The made-up visitors of a training room: for the counter's own services, some with priority, and always some left."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

from contracts.hall_words import Lane
from hall.adapters.sql_work import SqlWork
from hall.application.current_day import day_for_tickets
from hall.application.issue_ticket import IssueTicket, issue_ticket
from hall.domain.ids import CounterId
from hall.domain.moment import Moment
from hall.domain.settings import HallSettings
from hall.service.fresh_ids import visit_id

FIRST = 6
"""So many wait in a new room."""
LEAST = 4
"""So many wait after every call: nobody runs out of visitors to practise with."""
GAP_S = 150.0
"""One of the first came after the other in so many seconds."""
PRIORITY_EVERY = 4
BY = "training"


def earlier(now: Moment, seconds: float) -> Moment:
    """Return the moment so many seconds before."""
    return Moment(now.at - timedelta(seconds=seconds), now.monotonic_ns - int(seconds * 1e9), now.boot)


class MadeUpQueue:
    """Gives tickets to people who are not there."""

    def __init__(self, settings: HallSettings, counter: CounterId) -> None:
        wanted = settings.counter(counter).services or tuple(one.code for one in settings.services)
        self._services = [one for one in settings.services if one.code in wanted] or list(settings.services)
        self._come = count()

    def first(self, work: SqlWork, now: Moment) -> None:
        """Let the first come, one after the other before now: they have waited for some time."""
        for left in range(FIRST, 0, -1):
            self.one_more(work, earlier(now, left * GAP_S))

    def one_more(self, work: SqlWork, now: Moment) -> None:
        """Let one more come."""
        at = next(self._come)
        service = self._services[at % len(self._services)]
        priority = at % PRIORITY_EVERY == PRIORITY_EVERY - 1 and service.lane is Lane.STANDARD
        kind = service.visitor_kinds[0] if service.visitor_kinds else None
        command = IssueTicket(visit_id(None, now.at), service.code, BY, kind, priority=priority, language="ar")
        issue_ticket(command, work=work, now=now)

    def top_up(self, work: SqlWork, now: Moment) -> None:
        """Let so many come that `LEAST` wait."""
        day = day_for_tickets(work, now)
        for _ in range(LEAST - len(work.visits.queue(day.day))):
            self.one_more(work, now)
