"""What a visitor does at the screen: a language, a tile, an answer, a key, help, the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from kiosk.config import KioskConfig
from kiosk.equipment import Help
from kiosk.state.conditions import Conditions, service_of
from kiosk.ticketing.ticket_controller import TicketDesk
from kiosk.visitor import choosing, help_options
from kiosk.visitor import session as visitor_session
from kiosk.visitor.booking import BookingDesk
from kiosk.visitor.current_visitor import Visitor
from kiosk.visitor.phone import PhoneDesk
from kiosk.visitor.quick_tickets import QuickTickets
from kiosk.visitor.session import Session, Step
from kiosk.visitor.visit_id import new_visit_id
from qtkit.hall.calls import HallCalls


class Choices(QObject):
    """Takes what was touched; `tickets`, `phone` and `booking` do what the hall is needed for."""

    def __init__(
        self,
        visitor: Visitor,
        config: KioskConfig,
        calls: HallCalls,
        tickets: TicketDesk,
        help_given: Help,
        *,
        conditions: Callable[[], Conditions],
        now_s: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visitor, self._config, self._conditions, self._now_s = visitor, config, conditions, now_s
        self.tickets = tickets
        self.phone = PhoneDesk(calls, visitor, self)
        self.booking = BookingDesk(calls, visitor, tickets.issue, self)
        self._clips = help_given.clips
        self._row = QuickTickets()
        tickets.given.connect(self._count_ticket)
        if self._clips is not None:
            self._clips.wanted.connect(self.choose)

    def speak(self, tag: str) -> None:
        """Speak another language."""
        self._visitor.step(choosing.speak(self._visitor.session, self._conditions(), tag))

    def toggle_priority(self) -> None:
        """Ask for priority, or no longer."""
        self._visitor.step(visitor_session.toggle_priority(self._visitor.session))

    def assist(self, act: str) -> None:
        """Open a page of help, or switch a kind of help on or off."""
        now = self._visitor.session.assist
        then = help_options.turned(now, act) if act in help_options.ACTS else help_options.opened(now, act)
        self._visitor.step(replace(self._visitor.session, assist=then))

    def touch_tile(self, key: str) -> None:
        """Take a touched tile. If the visitor wants sign language and the service has a clip, the clip plays first."""
        service = service_of(self._conditions(), key)
        if self._clips is None or service is None or not self._clips.shows(self._visitor.session, service):
            self.choose(key)

    def choose(self, key: str) -> None:
        """Take what the visitor wants: a service, a group of them, an answer."""
        before = self._visitor.session
        if before.step is Step.CONSENT:
            self.phone.answer(agrees=key == choosing.TAKE)
            return
        if before.step is Step.ANOTHER:
            session = choosing.another(before, key, self._config.language)
        else:
            session = choosing.chosen(before, self._conditions(), key, new_visit_id())
        if session == before:
            return
        if session.step is not Step.ISSUING:
            self._visitor.step(session)
        elif before.step is not Step.ANOTHER and self._asks_another(session.service or ""):
            self._visitor.step(visitor_session.ask_another(session))
        else:
            self.tickets.issue(session)

    def press(self, key: str) -> None:
        """Take a key of the pad that is shown: of a telephone number or of a booking number."""
        (self.phone if self._visitor.session.step is Step.PHONE else self.booking).press(key)

    def back(self) -> None:
        """Close the page of help, leave the ticket, or go one step back."""
        session = self._visitor.session
        if session.assist.page:
            self._visitor.step(replace(session, assist=help_options.closed(session.assist)))
        elif session.step is Step.TICKET:
            self._visitor.step(Session(self._config.language))
        else:
            self._visitor.step(choosing.back(session, self._conditions()))

    def _asks_another(self, service: str) -> bool:
        return self._row.asks(service, self._now_s(), after=self._config.tapped_tickets)

    def _count_ticket(self) -> None:
        self._row = self._row.given(self._visitor.session.service or "", self._now_s())
