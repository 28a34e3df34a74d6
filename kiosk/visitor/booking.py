"""Look a booking number up at the hall, and check its holder in if he may check in now."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from contracts.codec.reader import ContractError, from_json
from contracts.queue.answers import Problem
from contracts.settings.kiosks import AppointmentView
from kiosk.visitor import booking_steps
from kiosk.visitor.current_visitor import Visitor
from kiosk.visitor.keypad_input import ENTER
from kiosk.visitor.session import Session, Step
from kiosk.visitor.visit_id import new_visit_id
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import ANSWER_UNREADABLE, Answer

log = logging.getLogger(__name__)


class BookingDesk(QObject):
    """Moves `visitor` on; `issue` does so and asks for his ticket."""

    def __init__(
        self,
        calls: HallCalls,
        visitor: Visitor,
        issue: Callable[[Session], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls, self._visitor, self._issue = calls, visitor, issue
        self.zone = ZoneInfo("Asia/Muscat")

    def press(self, key: str) -> None:
        """Take one key of the pad."""
        if key != ENTER:
            self._visitor.step(booking_steps.press(self._visitor.session, key))
        elif (session := booking_steps.looking(self._visitor.session)) is not None:
            self._look_up(session)

    def scan(self, number: str) -> None:
        """Take a booking number that was held under the reader: it is as good as typed."""
        session = booking_steps.scanned(self._visitor.session, number)
        if session is not None and (asked := booking_steps.looking(session)) is not None:
            self._look_up(asked)

    def _look_up(self, session: Session) -> None:
        number = session.typed
        self._visitor.step(session)

        def done(answer: Answer | None, problem: Problem | None) -> None:
            self._take(number, answer, problem)

        self._calls.call("GET", f"/appointments/{number}", None, done)

    def _take(self, number: str, answer: Answer | None, problem: Problem | None) -> None:
        if problem is not None:
            self._visitor.step(booking_steps.not_found(self._visitor.session, number, problem.code))
            return
        try:
            known = from_json(AppointmentView, answer)
        except ContractError as error:
            log.error("what the hall says of an appointment cannot be read: %s", error)
            self._visitor.step(booking_steps.not_found(self._visitor.session, number, ANSWER_UNREADABLE))
            return
        session = booking_steps.found(self._visitor.session, known, new_visit_id(), self._told_at(known))
        if session.step is Step.ISSUING and session.booking == number:
            self._issue(session)
        else:
            self._visitor.step(session)

    def _told_at(self, known: AppointmentView) -> str:
        """Return the time for a visitor who cannot check in now: when he can, or when he could have."""
        if known.check_in == "other_day":
            return f"{known.service_day:%d-%m-%Y}"
        at: datetime = known.opens_at if known.check_in == "early" else known.slot_at
        return f"{at.astimezone(self.zone):%H:%M}"
