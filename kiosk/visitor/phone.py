"""Send a visitor's telephone number to the hall, and his request to erase it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from contracts.queue.answers import Problem
from contracts.queue.bodies import PhoneRequest
from kiosk.visitor import phone_steps
from kiosk.visitor.current_visitor import Visitor
from kiosk.visitor.keypad_input import ENTER
from kiosk.visitor.session import PhoneState
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

log = logging.getLogger(__name__)


class PhoneDesk(QObject):
    """Moves `visitor` on. The number is nowhere once it is sent."""

    def __init__(
        self,
        calls: HallCalls,
        visitor: Visitor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls, self._visitor = calls, visitor

    def want(self) -> None:
        """Take the touch of the button beside the ticket: show the keypad, or erase what was left."""
        session = self._visitor.session
        if session.phone is PhoneState.KEPT:
            self._visitor.step(phone_steps.taking_back(session))
            self._send(session.visit or "", None)
        else:
            self._visitor.step(phone_steps.ask_phone(session))

    def press(self, key: str) -> None:
        """Take one key of the pad."""
        session = self._visitor.session
        if key != ENTER:
            self._visitor.step(phone_steps.press(session, key))
            return
        self._visitor.step(phone_steps.entered(session))

    def answer(self, *, agrees: bool) -> None:
        """Take the answer to the number that was read back."""
        if not agrees:
            self._visitor.step(phone_steps.corrected(self._visitor.session))
            return
        session, number = phone_steps.agreed(self._visitor.session)
        self._visitor.step(session)
        if number is not None:
            self._send(session.visit or "", number)

    def _send(self, visit: str, number: str | None) -> None:
        def done(_answer: Answer | None, problem: Problem | None) -> None:
            if problem is not None:
                log.info("the number of visit %s is as it was: %s", visit, problem.code)
            self._visitor.step(
                phone_steps.told(self._visitor.session, visit, number=number is not None, done=problem is None)
            )

        self._calls.call("POST", f"/visits/{visit}/phone", PhoneRequest(number), done)
