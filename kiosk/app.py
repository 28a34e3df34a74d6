"""Put a kiosk together and run it: every event changes session or conditions, and the screen is derived anew."""

from __future__ import annotations

import logging
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from contracts.codec import ContractError, from_json, known_only
from contracts.hall_answers import HallView, IssuedTicket, Problem, QueuesView
from contracts.hall_requests import DeviceStateRequest, PrintRequest
from contracts.hall_words import PrintState, VisitorKind
from contracts.live import FactMessage, Snapshot
from kiosk import session as steps
from kiosk.conditions import (
    Conditions,
    PrinterCondition,
    Trouble,
    by_category,
    makes_hall_stale,
    makes_queues_stale,
    service_of,
    take_snapshot,
    trouble,
)
from kiosk.config import KioskConfig
from kiosk.issuing import Issuing
from kiosk.presenters.screen import derive_screen
from kiosk.print_lane import PrintLane
from kiosk.reports import Reports
from kiosk.session import Limits, Session, Step
from kiosk.ticket_content import sample_contents, ticket_content
from kiosk.views.window import KioskWindow
from kiosk.visit_id import new_visit_id
from qtkit.hall_calls import HallCalls
from qtkit.hall_link import HallLink
from qtkit.idle import IdleWatch
from qtkit.problems import Answer

log = logging.getLogger(__name__)

FIGURES_EVERY_MS = 500
"""The tiles' figures are asked for at most this often, however many facts come."""


class Kiosk(QObject):
    """One running kiosk; its collaborators come from outside, so that tests bring their own."""

    ready = Signal()  # once, when hall and printer have both been heard of

    def __init__(
        self,
        window: KioskWindow,
        config: KioskConfig,
        *,
        calls: HallCalls,
        link: HallLink,
        printer: PrintLane,
        idle: IdleWatch,
        languages: tuple[str, ...],
    ) -> None:
        super().__init__()
        self.window, self._config = window, config
        self._calls, self._link, self._printer, self._idle = calls, link, printer, idle
        self._languages = languages
        self._limits = Limits(config.idle_reset_s, config.ticket_reset_s, config.notice_s)
        self.session = Session(config.language)
        self.conditions = Conditions()
        self._reports = Reports(calls, config.device)
        self._issuing = Issuing(calls, self._take_ticket, self._reports.give_up, self)
        self._attempts: dict[str, str] = {}
        self._figures = QTimer(self)
        self._figures.setObjectName("figures")
        self._figures.setSingleShot(True)
        self._figures.setInterval(FIGURES_EVERY_MS)
        self._figures.timeout.connect(self._ask_figures)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        self.window.language_wanted.connect(lambda tag: self._step(steps.choose_language(self.session, tag)))
        self.window.tile_chosen.connect(self._choose)
        self.window.back_wanted.connect(self._go_back)
        self.window.priority_toggled.connect(lambda: self._step(steps.toggle_priority(self.session)))
        self.window.more_time_wanted.connect(self._idle.touch)
        self._idle.ticking.connect(self._take_idle)
        self._idle.touched.connect(lambda: self._take_idle(0.0))
        self._link.online.connect(self._take_online)
        self._link.refused.connect(lambda code: self._know(replace(self.conditions, link_refusal=code)))
        self._link.snapshot.connect(self._take_snapshot)
        self._link.fact.connect(self._take_fact)
        self._printer.condition_changed.connect(self._take_printer)
        self._printer.attempt_moved.connect(self._take_attempt)

    def start(self) -> None:
        """Connect to hall and printer; the screen is there already."""
        self._link.start()
        self._printer.ask()
        self._idle.start()

    def _step(self, session: Session) -> None:
        if session.step is Step.SERVICES and self.session.step is Step.WELCOME and by_category(self.conditions):
            session = steps.open_services(session, by_category=True)
        self.session = session
        self._refresh()

    def _know(self, conditions: Conditions) -> None:
        starting = trouble(self.conditions) is Trouble.STARTING
        self.conditions = conditions
        self._refresh()
        if starting and trouble(conditions) is not Trouble.STARTING:
            self.ready.emit()

    def _refresh(self) -> None:
        self.window.show_view(derive_screen(self.session, self.conditions, self._languages))

    def _choose(self, key: str) -> None:
        match self.session.step:
            case Step.CATEGORIES:
                self._step(steps.choose_category(self.session, key))
            case Step.SERVICES:
                service = service_of(self.conditions, key)
                asks = service is not None and service.asks_visitor_kind
                self._step(steps.choose_service(self.session, key, asks_kind=asks, visit=new_visit_id()))
            case Step.VISITOR_KIND:
                self._step(steps.choose_kind(self.session, VisitorKind(key)))
            case _:
                return
        self._issue_if_wanted()

    def _issue_if_wanted(self) -> None:
        if self.session.step is Step.ISSUING:
            self._issuing.issue(self.session)

    def _go_back(self) -> None:
        if self.session.step is Step.TICKET:
            self._step(Session(self._config.language))
        else:
            self._step(steps.back(self.session, by_category=by_category(self.conditions)))

    def _take_idle(self, idle_s: float) -> None:
        session = steps.idle(self.session, idle_s, self._limits)
        if session is None:
            session = Session(self._config.language)
        if session != self.session:
            self._step(session)

    def _take_ticket(self, visit: str, ticket: IssuedTicket | None, code: str) -> None:
        if ticket is None:
            self._step(steps.refused(self.session, visit, code))
            return
        hall = self.conditions.hall
        session = steps.issued(self.session, ticket)
        if hall is not None:
            attempt = str(uuid4())
            self._attempts[attempt] = visit
            # The paper is what the visitor waits for: it is on its way before the screen is drawn anew, and only once.
            self._printer.print_ticket(lambda: ticket_content(hall, ticket), attempt, visit)
            session = steps.printing(session, visit, PrintState.SENDING)
        self._step(session)
        self._idle.touch()

    def _take_attempt(self, attempt: str, state: PrintState, fault: str) -> None:
        visit = self._attempts.get(attempt)
        if visit is None:
            return
        self._reports.print_state(visit, PrintRequest(attempt, state, self._config.device, fault or None))
        self._step(steps.printing(self.session, visit, state))
        if state is not PrintState.SENDING:
            del self._attempts[attempt]

    def _take_printer(self, condition: PrinterCondition) -> None:
        self._know(replace(self.conditions, printer=condition))
        self._tell_state()

    def _tell_state(self) -> None:
        printer = self.conditions.printer
        if printer is not None:
            state = "failed" if printer.fault else "ok" if printer.answers and printer.paper != "low" else "degraded"
            word = printer.fault or ("ok" if printer.answers else "one_way")
            self._reports.device_state(DeviceStateRequest(state, word, printer.paper, printer.fault))

    def _take_online(self, online: bool) -> None:
        self._know(replace(self.conditions, online=online))
        if online:
            self._tell_state()
            self._reports.resume()

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        self.window.set_zone(snapshot.hall.time_zone)
        if self.conditions.hall is None or self.conditions.hall.services != snapshot.hall.services:
            self._printer.prepare(lambda: sample_contents(snapshot.hall))
        self._know(take_snapshot(self.conditions, snapshot))
        if snapshot.queues is None:
            self._figures.start(0)

    def _take_fact(self, fact: FactMessage) -> None:
        if makes_hall_stale(fact):
            self._calls.call("GET", "/hall", None, self._take_hall)
        if makes_queues_stale(fact) and not self._figures.isActive():
            self._figures.start(FIGURES_EVERY_MS)

    def _ask_figures(self) -> None:
        self._calls.call("GET", "/queues", None, self._take_queues)

    def _take_queues(self, answer: Answer | None, problem: Problem | None) -> None:
        if problem is None:
            try:
                self._know(replace(self.conditions, queues=from_json(QueuesView, known_only(QueuesView, answer))))
            except ContractError as error:
                log.error("the hall's figures cannot be read: %s", error)

    def _take_hall(self, answer: Answer | None, problem: Problem | None) -> None:
        if problem is None:
            try:
                self._know(replace(self.conditions, hall=from_json(HallView, known_only(HallView, answer))))
            except ContractError as error:
                log.error("the hall's settings cannot be read: %s", error)
