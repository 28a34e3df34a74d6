"""Ask the hall for one ticket: the same visit at each try, given up and cancelled where no answer comes."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from contracts.codec.reader import ContractError, from_json
from contracts.queue.answers import IssuedTicket, Problem
from contracts.queue.bodies import CheckInRequest, IssueRequest
from kiosk.offline.tickets import OwnDesk
from kiosk.visitor.session import Session
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import ANSWER_UNREADABLE, HALL_AWAY, Answer

log = logging.getLogger(__name__)

TRIES = 3
PAUSE_MS = 1200
"""Between tries: a hall that restarts is back in a second, and a calm word comes after some seconds."""

OnTicket = Callable[[str, IssuedTicket | None, str], None]
"""(visit, ticket, "") or (visit, None, code of the refusal)."""


class Issuing(QObject):
    """Issues one visit at a time, from the kiosk's `own` numbers where the hall does not answer.

    `abandoned(visit)` is called where the hall may hold a visit that nobody knows.
    """

    def __init__(
        self, calls: HallCalls, on_ticket: OnTicket, abandoned: Callable[[str], None], parent: QObject, *, own: OwnDesk
    ) -> None:
        super().__init__(parent)
        self._calls, self._own = calls, own
        self._on_ticket = on_ticket
        self._abandoned = abandoned
        self._again = QTimer(self)
        self._again.setObjectName("issue_again")
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE_MS)
        self._again.timeout.connect(self._send)
        self._request: IssueRequest | None = None
        self._booking = ""
        self._tries_left = 0

    def issue(self, session: Session) -> None:
        """Ask for the ticket of a session that is issuing."""
        self._booking = session.booking
        self._request = IssueRequest(
            service=session.service or "",
            visitor_kind=session.visitor_kind,
            priority=session.priority,
            language=session.language,
            visit=session.visit,
        )
        self._tries_left = TRIES
        if self._own.may_issue(self._request.service, at_once=True):
            self._issue_own(self._request)
        else:
            self._send()

    def _send(self) -> None:
        request = self._request
        if request is None or request.visit is None:
            return
        visit = request.visit
        self._tries_left -= 1
        # Another visitor kind is another request: the key names both, a retry has the same.
        key = f"issue-{visit}-{request.visitor_kind.value if request.visitor_kind else 'any'}"
        path, body = _asked(request, self._booking)
        self._calls.call("POST", path, body, lambda answer, problem: self._done(visit, answer, problem), key)

    def _done(self, visit: str, answer: Answer | None, problem: Problem | None) -> None:
        if problem is None:
            self._read(visit, answer)
        elif problem.code != HALL_AWAY:
            log.info("no ticket for visit %s: %s (%s)", visit, problem.code, problem.detail)
            self._on_ticket(visit, None, problem.code)
        elif self._request is not None and self._own.may_issue(self._request.service, at_once=self._tries_left > 0):
            self._issue_own(self._request)
        elif self._tries_left > 0:
            self._again.start()
        else:
            log.error("no answer for visit %s: %s", visit, problem.detail)
            self._abandoned(visit)
            self._on_ticket(visit, None, HALL_AWAY)

    def _issue_own(self, request: IssueRequest) -> None:
        """Give a number of the kiosk's own to the same visit: should the hall have given one too, the paper wins."""
        visit = request.visit or ""
        self._own.issue(request, lambda ticket: self._on_ticket(visit, ticket, "" if ticket else HALL_AWAY))

    def _read(self, visit: str, answer: Answer | None) -> None:
        try:
            ticket = from_json(IssuedTicket, answer)
        except ContractError as error:
            log.error("the answer for visit %s is no ticket: %s", visit, error)
            self._abandoned(visit)
            self._on_ticket(visit, None, ANSWER_UNREADABLE)
        else:
            self._on_ticket(visit, ticket, "")


def _asked(request: IssueRequest, booking: str) -> tuple[str, IssueRequest | CheckInRequest]:
    """Return path and body of the request to the hall: for a ticket, or for the ticket of an appointment."""
    if not booking:
        return "/visits", request
    return f"/appointments/{booking}/check-in", CheckInRequest(request.visit, request.language)
