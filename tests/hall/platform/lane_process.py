"""A process that issues tickets on a database and prints each answer once it has it; test_kill.py kills it."""

from __future__ import annotations

import sys
import threading
import uuid

from hall.composition.store import HallStore, open_store
from hall.kernel.callers import Answer
from hall.kernel.ids import VisitId
from hall.platform.clock import SystemClock
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import SETTINGS

PRINTING = threading.Lock()
MANY = replace(SETTINGS, services=tuple(replace(one, last_number=99_999) for one in SETTINGS.services))


def issue(store: HallStore, service) -> tuple[str, str]:
    visit = VisitId(str(uuid.uuid4()))

    def command(work, now) -> Answer:
        issued = issue_ticket(IssueTicket(visit, service, "kiosk-1"), work=work, now=now)
        return Answer(201, issued.visit.ticket.encode())

    return visit, store.commands.submit(command).result().body.decode()


def kiosk(store: HallStore, service) -> None:
    while True:
        visit, ticket = issue(store, service)
        with PRINTING:
            sys.stdout.write(f"{visit} {ticket}\n")
            sys.stdout.flush()


def main() -> None:
    store = open_store(sys.argv[1], SystemClock().now, setup=MANY, takeover_wait_s=20)
    threads = [threading.Thread(target=kiosk, args=(store, (LANDS, HOUSING, ENQUIRIES)[at % 3])) for at in range(6)]
    for thread in threads:
        thread.start()


if __name__ == "__main__":
    main()
