"""The made-up visitors of a training room: for the counter's own services, some with priority, and always some left."""

from __future__ import annotations

from datetime import timedelta
from itertools import count, cycle, islice

from contracts.words.hall import Lane
from hall.calendar.service_day import local
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings, Service
from hall.platform.web.fresh_ids import visit_id
from hall.queue.commands.current_day import day_for_tickets
from hall.queue.commands.issue_ticket import IssueTicket, IssueTicketWork, issue_ticket

FIRST = 6
"""How many visitors wait in a new room; more where the counter has many services."""
LEAST = 2
"""How many wait for each service after every call, so that no agent runs out of visitors."""
FIRST_WAITED_S = 900.0
"""How many seconds before now the first came; the others came one after the other since."""
PRIORITY_EVERY = 4
BY = "training"


def moment_before(now: Moment, seconds: float) -> Moment:
    """Return the moment that many seconds earlier."""
    return Moment(now.at - timedelta(seconds=seconds), now.monotonic_ns - int(seconds * 1e9), now.boot)


class SimulatedQueue:
    """Gives tickets to simulated visitors."""

    def __init__(self, settings: HallSettings, counter: CounterId) -> None:
        wanted = settings.counter(counter).services or tuple(one.code for one in settings.services)
        self._services = [one for one in settings.services if one.code in wanted] or list(settings.services)
        self._come = count(1)

    def first(self, work: IssueTicketWork, now: Moment) -> None:
        """Let the first come, one after the other before now: they have waited for some time, and came today."""
        many = max(FIRST, LEAST * len(self._services))
        here = local(now, work.settings)
        today_s = (here - here.replace(hour=0, minute=0, second=0, microsecond=0)).total_seconds()
        longest_s = min(FIRST_WAITED_S, today_s)
        for at, service in enumerate(islice(cycle(self._services), many)):
            self.one_more(service, work, moment_before(now, longest_s * (many - at) / many))

    def one_more(self, service: Service, work: IssueTicketWork, now: Moment) -> None:
        """Let one more come for a service."""
        priority = next(self._come) % PRIORITY_EVERY == 0 and service.lane is Lane.STANDARD
        kind = service.visitor_kinds[0] if service.visitor_kinds else None
        command = IssueTicket(visit_id(None, now.at), service.code, BY, kind, priority=priority, language="ar")
        issue_ticket(command, work=work, now=now)

    def top_up(self, work: IssueTicketWork, now: Moment) -> None:
        """Add visitors until `LEAST` wait for each service."""
        day = day_for_tickets(work, now)
        for service in self._services:
            for _ in range(LEAST - work.visits.count_waiting(day.day, service.code)):
                self.one_more(service, work, now)
