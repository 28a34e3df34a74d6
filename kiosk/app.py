"""Put a kiosk together and run it: every event changes session or conditions, and the screen is derived anew."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from contracts.hall_answers import IssuedTicket
from contracts.hall_requests import DeviceActRequest, DeviceStateRequest
from contracts.hall_words import DeviceAct
from contracts.live import Snapshot
from kiosk import assist as assisting
from kiosk import choosing
from kiosk import session as steps
from kiosk.booking_desk import BookingDesk
from kiosk.conditions import Conditions, PrinterCondition, Trouble, take_snapshot, trouble
from kiosk.config import KioskConfig
from kiosk.device_state import device_state
from kiosk.hall_news import HallNews
from kiosk.issuing import Issuing
from kiosk.knock import knock
from kiosk.opening_slip import OpeningSlip
from kiosk.own_desk import OwnDesk
from kiosk.phone_desk import PhoneDesk
from kiosk.presenters.assist import EVERYWHERE
from kiosk.presenters.screen import derive_screen
from kiosk.presenters.ticket_taken import may_print_again
from kiosk.print_lane import PrintLane
from kiosk.printing import Printing
from kiosk.reports import Reports
from kiosk.session import Limits, Session, Step
from kiosk.slot import SlotWatch
from kiosk.staff_desk import StaffDesk
from kiosk.staff_hall import StaffHall
from kiosk.ticket_content import Paper, paper_language, sample_contents
from kiosk.touch_watch import TouchWatch
from kiosk.views.window import KioskWindow
from kiosk.visit_id import new_visit_id
from qtkit.hall_calls import HallCalls
from qtkit.hall_link import HallLink
from qtkit.idle import IdleWatch
from qtkit.jobs import JobLane

ISSUING_SHOWN_MS = 40
"""A ticket that is not here by then has a screen that says so; a touch is answered within 100 ms."""


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
        own: OwnDesk,
        touch: TouchWatch,
        staff_lane: JobLane,
        able: frozenset[str] = EVERYWHERE,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._now_s = now_s
        self.window, self._config = window, config
        self._link, self._printer, self._idle = link, printer, idle
        self._languages, self._able, self._own, self.touch = languages, able, own, touch
        self._limits = Limits(config.idle_reset_s, config.ticket_reset_s, config.notice_s)
        self.session, self.conditions = Session(config.language), Conditions(own_zone=config.zone)
        self._reports = Reports(calls, config.device, held=own.holds)
        self._issuing = Issuing(calls, self._take_ticket, self._reports.give_up, self, own=own)
        self.printing = Printing(printer, self._reports, config.device, config.ticket_language, parent=self)
        self.printing.remember(own.tickets, config.language)
        self.staff = self._staff_desk(calls, staff_lane)
        self.phone = PhoneDesk(calls, lambda: self.session, self._step, self)
        self._opening = OpeningSlip(printer, self._reports, self.staff.trial)
        self.booking = BookingDesk(calls, lambda: self.session, self._step, self._issuing.issue, self)
        self.before_choice: Callable[[str], bool] = lambda _: False
        """Whether something is shown first, which then asks for the choice itself."""
        self._soon = QTimer(self)
        self._slot = SlotWatch()
        self._knocks: tuple[float, ...] = ()
        self._told: DeviceStateRequest | None = None
        self._news = HallNews(calls, self)
        self._connect()
        self._refresh()

    def _staff_desk(self, calls: HallCalls, lane: JobLane) -> StaffDesk:
        return StaffDesk(
            self._config,
            conditions=lambda: self.conditions,
            printer=self._printer,
            printing=self.printing,
            reports=self._reports,
            hall=StaffHall(calls, self._config.device, self),
            lane=lane,
            now_s=self._now_s,
            parent=self,
        )

    def _connect(self) -> None:
        self.window.language_wanted.connect(self._speak)
        self.window.tile_chosen.connect(self._choose)
        self.window.back_wanted.connect(self._go_back)
        self.window.priority_toggled.connect(lambda: self._step(steps.toggle_priority(self.session)))
        self.window.assist_wanted.connect(self._assist)
        self.window.more_time_wanted.connect(self._idle.touch)
        self._idle.ticking.connect(self._take_idle)
        self._idle.ticking.connect(lambda _: self.touch.look())
        self._idle.touched.connect(lambda: self._take_idle(0.0))
        self._soon.setObjectName("refresh_soon")
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._refresh)
        self._link.online.connect(self._take_online)
        self._link.refused.connect(lambda code: self._know(replace(self.conditions, link_refusal=code)))
        self._link.snapshot.connect(self._take_snapshot)
        self._link.fact.connect(self._news.follow)
        self._link.fact.connect(self._own.follow)
        self._link.fact.connect(self._opening.follow)
        self._own.settled.connect(self._reports.resume)
        self.touch.changed.connect(lambda why: self._know(replace(self.conditions, paused=why)))
        self._news.queues.connect(lambda queues: self._know(replace(self.conditions, queues=queues)))
        self._news.hall.connect(lambda hall: self._know(replace(self.conditions, hall=hall)))
        self._news.hall.connect(self._own.learn)
        self._printer.condition_changed.connect(self._take_printer)
        self.printing.moved.connect(lambda visit, state, _: self._step(steps.printing(self.session, visit, state)))
        self.window.print_again_wanted.connect(self._print_again)
        self.window.phone_wanted.connect(self.phone.want)
        self.window.key_pressed.connect(self._press)
        self._connect_staff()

    def _connect_staff(self) -> None:
        self.window.emblem_touched.connect(self._knock)
        self.window.staff_wanted.connect(self._open_staff)
        self.window.staff_key_pressed.connect(self.staff.press)
        self.window.staff_act_wanted.connect(self.staff.choose)
        self.window.staff_ticket_wanted.connect(self.staff.reprint)
        self.staff.changed.connect(self._refresh)
        self.staff.changed.connect(self._tell_state)
        self.staff.roll_judged.connect(lambda whole: self._know(replace(self.conditions, wrong_roll=not whole)))
        self.staff.hall.tickets.connect(lambda told: self.printing.complete(told, self._config.language))

    def start(self) -> None:
        """Connect to hall and printer; the screen is there already."""
        # First of all reports: what the last run was sending when it ended is unknown from now on.
        self._reports.act(DeviceActRequest(DeviceAct.STARTED))
        self._link.start()
        self._printer.ask()
        self._idle.start()

    def _speak(self, language: str) -> None:
        self._step(choosing.speak(self.session, self.conditions, language))

    def _step(self, session: Session) -> None:
        self.session = session
        self._refresh()

    def _know(self, conditions: Conditions) -> None:
        starting = trouble(self.conditions) is Trouble.STARTING
        self.conditions = conditions
        self._refresh()
        self._tell_state()
        if starting and trouble(conditions) is not Trouble.STARTING:
            self.ready.emit()

    def _refresh(self) -> None:
        self._soon.stop()
        staff = self.staff.view()
        self.window.show_view(derive_screen(self.session, self.conditions, self._languages, staff, self._able))
        self.window.setEnabled(not self.staff.cleaning)

    def _assist(self, act: str) -> None:
        now = self.session.assist
        then = assisting.turned(now, act) if act in assisting.ACTS else assisting.opened(now, act)
        self._step(replace(self.session, assist=then))

    def _choose(self, key: str) -> None:
        if not self.before_choice(key):
            self.choose(key)

    def choose(self, key: str) -> None:
        """Take what the visitor wants: a service, a group of them, an answer."""
        session = choosing.chosen(self.session, self.conditions, key, new_visit_id())
        if session == self.session:
            return
        self.session = session
        if session.step is Step.ISSUING:
            # Asked for before anything is drawn: a hall that answers at once saves the screen that says "one moment".
            self._issuing.issue(session)
            self._soon.start(ISSUING_SHOWN_MS)
        else:
            self._refresh()

    def _press(self, key: str) -> None:
        (self.phone if self.session.step is Step.PHONE else self.booking).press(key)

    def _knock(self) -> None:
        self._knocks, opens = knock(self._knocks, self._now_s())
        if opens:
            self._open_staff()

    def _open_staff(self) -> None:
        if self.session.step is not Step.ISSUING:
            self.session = Session(self.session.language)
            self.touch.forgive()
            self.staff.open()

    def _print_again(self) -> None:
        hall, visit = self.conditions.hall, self.session.visit
        if hall is None or visit is None or not may_print_again(self.session, self.conditions):
            return
        if self.printing.again(hall, visit):
            self._step(steps.handed_to_printer(self.session, visit))

    def _go_back(self) -> None:
        if self.staff.staff is not None:
            self.staff.back()
        elif self.session.assist.page:
            self._step(replace(self.session, assist=assisting.closed(self.session.assist)))
        elif self.session.step is Step.TICKET:
            self._step(Session(self._config.language))
        else:
            self._step(choosing.back(self.session, self.conditions))

    def _take_idle(self, idle_s: float) -> None:
        self._watch_slot()
        self._watch_own_numbers()
        if self.staff.staff is not None:
            self.touch.forgive()  # whoever wipes the screen or types a PIN touches it as no visitor does
            self.staff.idle(idle_s)
            if self.session.closes_in_s != self.staff.closes_in_s:
                self._step(replace(self.session, closes_in_s=self.staff.closes_in_s))
            return
        session = steps.idle(self.session, idle_s, self._limits)
        if session is None:
            session = Session(self._config.language)
        if session != self.session:
            self._step(session)

    def _take_ticket(self, visit: str, ticket: IssuedTicket | None, code: str) -> None:
        if ticket is None:
            self._step(steps.refused(self.session, visit, code))
            return
        self.touch.gave_ticket()
        hall = self.conditions.hall
        session = steps.issued(self.session, ticket)
        if hall is not None:
            # The paper is what the visitor waits for: it is on its way before the screen is drawn anew, and only once.
            self.printing.first(hall, ticket, self.session.language)
            session = steps.handed_to_printer(session, visit)
        self._step(session)
        self._idle.touch()

    def _take_printer(self, condition: PrinterCondition) -> None:
        self._slot = self._slot.seen(condition.presenter, self._now_s())
        self._know(replace(self.conditions, printer=condition))
        self._watch_slot()
        self.staff.follow(condition)

    def _watch_slot(self) -> None:
        """Ask the owner to take a ticket that lies in the slot; once the owner is gone, let nobody print over it."""
        late = self._slot.late(self._now_s(), within_s=self._config.take_within_s)
        owner = self.session.step in {Step.TICKET, Step.PHONE}
        session = steps.slot_waits(self.session, waits=late and owner)
        if session != self.session:
            self._step(session)
        blocked = late and not owner
        if blocked != self.conditions.slot_blocked:
            self._know(replace(self.conditions, slot_blocked=blocked))

    def _watch_own_numbers(self) -> None:
        """Follow what can be given without the hall: a block is used up, the last ticket's time is over."""
        if self.conditions.online is False and (own := self._own.state()) != self.conditions.own:
            self._know(replace(self.conditions, own=own))

    def _tell_state(self) -> None:
        """Tell the hall how this kiosk is, where that is news; nothing while the paper is being changed."""
        word = device_state(self.conditions)
        if word is not None and word != self._told and not self.staff.changing_paper:
            self._told = word
            self._reports.device_state(word)

    def _take_online(self, online: bool) -> None:
        own = None if online else self._own.state()
        self._know(replace(self.conditions, online=online, own=own, hall=self.conditions.hall or self._own.hall))
        self._own.set_away(away=not online)
        if online:
            self._told = None  # the hall may have been restored meanwhile
            self._tell_state()

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        self.window.set_zone(snapshot.hall.time_zone)
        self.booking.zone = ZoneInfo(snapshot.hall.time_zone)
        if self.conditions.hall is None or self.conditions.hall.services != snapshot.hall.services:
            paper = Paper(paper_language(self._config.ticket_language, self._config.language, snapshot.hall))
            self._printer.prepare(lambda: sample_contents(snapshot.hall, paper))
        self._know(take_snapshot(self.conditions, snapshot))
        self._own.learn(snapshot.hall)
        if snapshot.queues is None:
            self._news.ask_figures()
