"""Give tickets with reserved numbers while the hall service is away, and report them when it is back."""

from __future__ import annotations

import base64
import logging
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from common.clock.wall_clock import utc_now
from contracts.codec.reader import ContractError, from_json
from contracts.live import FactMessage
from contracts.offline import ReservedNumbers
from contracts.queue.answers import IssuedTicket, Problem
from contracts.queue.bodies import HandInRequest, IssueRequest
from contracts.settings.hall_view import HallView
from kiosk.offline.number_file import OwnFile
from kiosk.offline.numbers import KeptNumbers, OwnState, next_ticket, of_open_services, own_state, own_ticket
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import ANSWER_UNREADABLE, HALL_AWAY, Answer
from qtkit.program.jobs import JobLane

log = logging.getLogger(__name__)

CODE_BYTES = 16
NO_VISIT = "00000000-0000-0000-0000-000000000000"
AGAIN_MS = 15_000
"""Between tries to hand a ticket in to a hall that does not take it now (its date is in doubt), or to ask it again."""
_ASK_AGAIN = frozenset({"day_opened", "day_closed", "date_confirmed"})
_LOST = frozenset({HALL_AWAY, ANSWER_UNREADABLE})
"""Problems after which the hall may have answered: it is asked again."""
_COME_BACK = frozenset({HALL_AWAY, "day_doubtful", "token_unknown", "role_refused", "bug", ANSWER_UNREADABLE})
"""Refusals of a hand-in that say nothing about the ticket: it is tried again when the hall is back."""


def new_code() -> str:
    """Return a code for a ticket's QR, of the machine's own chance, in letters that need no escape in an address."""
    return base64.urlsafe_b64encode(os.urandom(CODE_BYTES)).decode().rstrip("=")


OnTicket = Callable[[IssuedTicket | None], None]


class OwnDesk(QObject):
    """`settled()`: nothing waits to be handed in, so that reports about those visits find them.

    `known_as_kiosk(bool)`: whether the hall lets it give tickets; not a device of another kind.
    Without a file (a kiosk that keeps none) it gives nothing.
    """

    settled = Signal()
    known_as_kiosk = Signal(bool)

    def __init__(
        self,
        calls: HallCalls,
        device: str,
        file: OwnFile | None,
        lane: JobLane,
        *,
        now: Callable[[], datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls, self._device, self._file, self._lane, self._now = calls, device, file, lane, now
        self._kept = self._loaded()
        self._hall = self._kept.hall
        self._away, self._handing_in, self._must_ask = False, False, False
        self._unwritten: set[str] = set()
        self._again = QTimer(self)
        self._again.setObjectName("hand_in_again")
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._hand_in_next)

    def _loaded(self) -> KeptNumbers:
        try:
            return self._file.load(self._now()) if self._file is not None else KeptNumbers()
        except OSError as error:
            log.error("no tickets are given while the hall service is away: %s", error)
            self._file = None
            return KeptNumbers()

    @property
    def hall(self) -> HallView | None:
        """The hall as it was last known, also by an earlier run."""
        return self._hall

    @property
    def pending(self) -> int:
        """How many tickets the hall does not know yet."""
        return len(self._kept.pending)

    def holds(self, visit: str) -> bool:
        """Return whether the visit has a ticket that the hall does not know yet."""
        return any(one.visit == visit for one in self._kept.pending)

    @property
    def tickets(self) -> tuple[IssuedTicket, ...]:
        """The tickets given of the own numbers that are still remembered, oldest first."""
        reserved = self._kept.reserved
        return tuple(own_ticket(one, reserved) for one in self._kept.issued) if reserved else ()

    def state(self) -> OwnState | None:
        """Return what can be given now without the hall."""
        return own_state(self._kept, self._now())

    def set_away(self, *, away: bool) -> None:
        """Follow whether the hall service is there; when it is back, hand in what it does not know."""
        self._away = away
        if not away:
            self._hand_in_next()

    def learn(self, hall: HallView) -> None:
        """Keep the hall as it is now, and ask which numbers are this kiosk's once nothing waits to be handed in."""
        self._hall, self._must_ask = hall, True
        self._ask_for_numbers()

    def _ask_for_numbers(self) -> None:
        # By asking the kiosk gives up the numbers of services that are closed: a pending ticket may have one of them.
        file, hall, before = self._file, self._hall, self._kept.reserved
        if file is None or hall is None or not self._must_ask or self._kept.pending:
            return
        self._must_ask = False
        reserved = of_open_services(before, hall) if before is not None else None
        if reserved is None or reserved == before:
            self._send_question()
            return
        # Given up here first, also for the next run: the answer may be lost.
        self._kept = replace(self._kept, reserved=reserved, hall=hall)

        def written(_: None, error: Exception | None) -> None:
            self._wrote(None, error)
            self._send_question()

        self._lane.submit(lambda: file.learn(reserved, hall), written)

    def _send_question(self) -> None:
        self._calls.call("POST", f"/devices/{self._device}/numbers", None, self._take_numbers)

    def follow(self, fact: FactMessage) -> None:
        """Ask again on a new day; under new settings `learn` asks, once the kiosk knows which services are closed."""
        if fact.kind in _ASK_AGAIN and self._hall is not None:
            self.learn(self._hall)

    def may_issue(self, service: str, *, at_once: bool = False) -> bool:
        """Return whether a service's ticket can be given without the hall; `at_once`: it must be known to be away."""
        if at_once and not self._away:
            return False
        state = self.state()
        return state is not None and state.day.state == "open" and service in state.services

    def issue(self, request: IssueRequest, then: OnTicket) -> None:
        """Give the next number; `then` hears the ticket once it is on the disk, or None where it cannot be kept."""
        file, reserved, now = self._file, self._kept.reserved, self._now()
        found = next_ticket(self._kept, request.service, now)
        if file is None or reserved is None or found is None or request.visit is None:
            then(None)
            return
        record = HandInRequest(
            request.visit, found[0], new_code(), request.service, found[1], now,
            request.visitor_kind, request.priority, request.language,
        )  # fmt: skip
        # Taken before it is written: whatever becomes of the writing, nobody else gets this number.
        self._unwritten.add(record.visit)
        self._kept = replace(self._kept, issued=(*self._kept.issued, record))

        def written(_: None, error: Exception | None) -> None:
            self._unwritten.discard(record.visit)
            if error is not None:
                log.error("the ticket %s cannot be kept and is not printed: %s", record.ticket, error)
                self._settle(record, "not_kept")
                then(None)
            else:
                then(own_ticket(record, reserved))
                self._hand_in_next()

        self._lane.submit(lambda: file.issue(record), written)

    def _take_numbers(self, answer: Answer | None, problem: Problem | None) -> None:
        if problem is not None:
            if problem.code != HALL_AWAY:
                log.info("the hall keeps no numbers for this kiosk: %s (%s)", problem.code, problem.detail)
            if problem.code in _LOST:
                self._must_ask = True
                self._again.start()
            if problem.code == "role_refused":
                # A kiosk that was started under another device's name gets this answer too, but it gives tickets.
                self._calls.call("GET", f"/visits/{NO_VISIT}", None, self._take_kind)
            return
        self.known_as_kiosk.emit(True)
        file, hall = self._file, self._hall
        try:
            reserved = from_json(ReservedNumbers, answer)
        except ContractError as error:
            log.error("the hall's word on this kiosk's numbers cannot be read: %s", error)
            return
        if file is not None and hall is not None:
            self._kept = replace(self._kept, reserved=reserved, hall=hall)
            self._lane.submit(lambda: file.learn(reserved, hall), self._wrote)

    def _take_kind(self, _answer: Answer | None, problem: Problem | None) -> None:
        """Learn from the question for a visit that there is not whether a device of this kind may ask for one."""
        if problem is not None and problem.code != HALL_AWAY:
            self.known_as_kiosk.emit(problem.code != "role_refused")

    def _hand_in_next(self) -> None:
        waiting = [one for one in self._kept.pending if one.visit not in self._unwritten]
        if self._away or self._handing_in:
            return
        if not waiting:
            self._ask_for_numbers()
            self.settled.emit()
            return
        self._handing_in = True
        first = waiting[0]
        self._calls.call(
            "POST",
            "/visits/hand-in",
            first,
            lambda _, problem: self._handed_in(first, problem),
            f"hand-in-{first.visit}",
        )

    def _handed_in(self, record: HandInRequest, problem: Problem | None) -> None:
        self._handing_in = False
        if problem is not None and problem.code in _COME_BACK:
            if problem.code != HALL_AWAY:
                log.warning("ticket %s waits: the hall says %s (%s)", record.ticket, problem.code, problem.detail)
            self._again.start()
            return
        if problem is not None:
            log.error("the hall does not take ticket %s: %s (%s)", record.ticket, problem.code, problem.detail)
        self._settle(record, problem.code if problem is not None else "")
        self._hand_in_next()

    def _settle(self, record: HandInRequest, refusal: str) -> None:
        self._kept = replace(self._kept, settled=self._kept.settled | {record.visit})
        file = self._file
        if file is not None:
            self._lane.submit(lambda: file.settle(record.visit, refusal), self._wrote)

    def _wrote(self, _: None, error: Exception | None) -> None:
        if error is not None:
            log.error("the kiosk's own numbers cannot be kept: %s", error)
