"""Put a kiosk together and run it: every event changes session or conditions, and the screen is derived anew."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from contracts.hall_requests import DeviceActRequest
from contracts.hall_view import HallView
from contracts.hall_words import DeviceAct
from contracts.live import Snapshot
from kiosk import assist as assisting
from kiosk import choosing
from kiosk import session as steps
from kiosk.asked_slips import AskedSlips
from kiosk.booking_desk import BookingDesk
from kiosk.conditions import Conditions
from kiosk.config import KioskConfig
from kiosk.foresight import Foresight
from kiosk.knock import knock
from kiosk.knowledge import Knowledge
from kiosk.opening_slip import OpeningSlip
from kiosk.own_desk import OwnDesk
from kiosk.phone_desk import PhoneDesk
from kiosk.presenters.assist import EVERYWHERE
from kiosk.presenters.screen import derive_screen
from kiosk.print_lane import PrintLane
from kiosk.printing import Printing
from kiosk.quick_tickets import QuickTickets
from kiosk.reports import Reports
from kiosk.screen_hold import ScreenHold
from kiosk.session import Limits, Session, Step
from kiosk.staff_desk import StaffDesk
from kiosk.staff_hall import StaffHall
from kiosk.ticket_desk import TicketDesk
from kiosk.ticket_slip import TicketSlip
from kiosk.touch_watch import TouchWatch
from kiosk.views.window import KioskWindow
from kiosk.visit_id import new_visit_id
from qtkit.hall_calls import HallCalls
from qtkit.hall_link import HallLink
from qtkit.idle import IdleWatch
from qtkit.jobs import JobLane


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
        self.window, self._config, self._now_s = window, config, now_s
        self._link, self._printer, self._idle = link, printer, idle
        self._languages, self._able, self._own, self.touch = languages, able, own, touch
        self._limits = Limits(config.idle_reset_s, config.ticket_reset_s, config.notice_s)
        self.session = Session(config.language)
        self._reports = Reports(calls, config.device, held=own.holds)
        self.printing = Printing(printer, self._reports, config.device, config.ticket_language, parent=self)
        self.printing.remember(own.tickets, config.language)
        self.staff = self._staff_desk(calls, staff_lane)
        self.phone = PhoneDesk(calls, lambda: self.session, self._step, self)
        self._opening = OpeningSlip(printer, self._reports, self.staff.paper.trial)
        self._asked = AskedSlips(calls, printer, config.device, lambda: self.conditions.hall, self)
        self._slips = TicketSlip(
            calls, self.printing, config.device, lambda: self.conditions.hall, config.language, self
        )
        self._hold = ScreenHold(self)
        self.tickets = self._ticket_desk(calls)
        self.booking = BookingDesk(calls, lambda: self.session, self._step, self.tickets.issue, self)
        self.knowledge = Knowledge(calls, self._reports, own, self.staff, zone=config.zone, now_s=now_s, parent=self)
        self.before_choice: Callable[[str], bool] = lambda _: False  # True: shown first, asks for the choice itself
        self._foresight = Foresight(
            self.printing, session=lambda: self.session, conditions=lambda: self.conditions, parent=self
        )
        self._knocks: tuple[float, ...] = ()
        self._row = QuickTickets()
        self._connect()
        self._refresh()

    @property
    def conditions(self) -> Conditions:
        """Return what is known of hall and printer now."""
        return self.knowledge.conditions

    def _ticket_desk(self, calls: HallCalls) -> TicketDesk:
        return TicketDesk(
            calls,
            self._reports,
            self.printing,
            self._own,
            self._hold,
            session=lambda: self.session,
            conditions=lambda: self.conditions,
            step=self._step,
            parent=self,
        )

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
        self.window.language_wanted.connect(lambda tag: self._step(choosing.speak(self.session, self.conditions, tag)))
        self.window.tile_chosen.connect(self._choose)
        self.window.back_wanted.connect(self._go_back)
        self.window.priority_toggled.connect(lambda: self._step(steps.toggle_priority(self.session)))
        self.window.assist_wanted.connect(self._assist)
        self.window.more_time_wanted.connect(self._idle.touch)
        self._idle.ticking.connect(self._take_idle)
        self._idle.ticking.connect(lambda _: self.touch.look())
        self._idle.touched.connect(lambda: self._take_idle(0.0))
        self.window.shown.connect(self._foresight.look)
        self._hold.begun.connect(self._link.hold)
        self._hold.over.connect(self._link.go_on)
        self._hold.over.connect(self._refresh)
        self.knowledge.changed.connect(self._refresh)
        self.knowledge.ready.connect(self.ready)
        self.knowledge.heard.connect(lambda _: self._watch_slot())
        self.knowledge.heard.connect(self.staff.follow)
        self._link.snapshot.connect(self._take_snapshot)
        self.knowledge.follow(self._link, self._printer, self.touch)
        self._link.fact.connect(self._opening.follow)
        self._link.fact.connect(self._asked.follow)
        self._link.fact.connect(self._slips.follow)
        self.tickets.given.connect(self._count_ticket)
        self.tickets.given.connect(self._idle.touch)
        self.window.print_again_wanted.connect(self.tickets.print_again)
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
        self.staff.changed.connect(self.knowledge.tell_state)
        self.staff.paper.roll_judged.connect(lambda whole: self.knowledge.judge_roll(whole=whole))
        self.staff.hall.tickets.connect(lambda told: self.printing.complete(told, self._config.language))

    def start(self) -> None:
        """Connect to hall and printer; the screen is there already."""
        # First of all reports: what the last run was sending when it ended is unknown from now on.
        self._reports.act(DeviceActRequest(DeviceAct.STARTED))
        self._link.start()
        self._printer.ask()
        self._idle.start()

    def stop(self) -> None:
        """Feel and draw nothing more."""
        self.touch.stop()
        self.staff.stop()
        self._hold.drop()
        self._foresight.stop()

    def _step(self, session: Session) -> None:
        self.session = session
        self._refresh()

    def _refresh(self) -> None:
        if self._hold.active:
            return
        staff = self.staff.view()
        if self.conditions.hall is not None:
            self._keep_time_of(self.conditions.hall)
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
        if self.session.step is Step.CONSENT:
            self.phone.answer(agrees=key == choosing.TAKE)
            return
        if self.session.step is Step.ANOTHER:
            session = choosing.another(self.session, key, self._config.language)
        else:
            session = choosing.chosen(self.session, self.conditions, key, new_visit_id())
        if session == self.session:
            return
        if session.step is not Step.ISSUING:
            self._step(session)
        elif self.session.step is not Step.ANOTHER and self._asks_another(session.service or ""):
            self._step(steps.ask_another(session))
        else:
            self.tickets.issue(session)

    def _asks_another(self, service: str) -> bool:
        return self._row.asks(service, self._now_s(), after=self._config.tapped_tickets)

    def _count_ticket(self) -> None:
        self._row = self._row.given(self.session.service or "", self._now_s())

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
        self.knowledge.watch_own_numbers()
        if self.staff.staff is not None:
            self.touch.forgive()  # whoever wipes the screen or types a PIN touches it as no visitor does
            self.staff.idle(idle_s)
            if self.session.closes_in_s != self.staff.closes_in_s:
                self._step(replace(self.session, closes_in_s=self.staff.closes_in_s))
            return
        session = steps.idle(self.session, idle_s, self._limits) or Session(self._config.language)
        if session != self.session:
            self._step(session)

    def _watch_slot(self) -> None:
        """Ask the owner to take a ticket that lies in the slot; once the owner is gone, let nobody print over it."""
        late = self.knowledge.late_in_slot(self._config.take_within_s)
        owner = self.session.step in {Step.TICKET, Step.PHONE, Step.CONSENT}
        session = steps.slot_waits(self.session, waits=late and owner)
        if session != self.session:
            self._step(session)
        self.knowledge.block_slot(blocked=late and not owner)

    def _keep_time_of(self, hall: HallView) -> None:
        """Tell times in the hall's zone; without the hall service, in that of the hall as it was last known."""
        if self.booking.zone.key != hall.time_zone:
            self.window.set_zone(hall.time_zone)
            self.booking.zone = ZoneInfo(hall.time_zone)

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        self.printing.prepare(snapshot.hall, self._config.language)
