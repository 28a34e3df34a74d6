"""Build a kiosk and run it: every event changes session or conditions, and the screen is derived from them again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from common.clock.wall_clock import utc_now
from contracts.live import Snapshot
from contracts.queue.bodies import DeviceActRequest
from contracts.settings.hall_view import HallView
from contracts.words.hall import DeviceAct
from kiosk.config import KioskConfig
from kiosk.equipment import Devices, HallAccess, Help, PrintAccess
from kiosk.print_requests.requests import RequestedPrints
from kiosk.printing.attempts import Printing
from kiosk.program.choices import Choices
from kiosk.program.kiosk_state import Knowledge
from kiosk.program.private_screens import is_private
from kiosk.screens.presenter import derive_screen
from kiosk.screens.window import KioskWindow
from kiosk.staff.controller import StaffDesk
from kiosk.staff.hall_queries import StaffHall
from kiosk.staff.staff_gesture import knock
from kiosk.state.conditions import Conditions
from kiosk.state.status_reports import Reports
from kiosk.ticketing.prerender import Foresight
from kiosk.ticketing.screen_hold import ScreenHold
from kiosk.ticketing.ticket_controller import TicketDesk
from kiosk.usage.counter import UseCounter
from kiosk.visitor import session as visitor_session
from kiosk.visitor.current_visitor import Visitor
from kiosk.visitor.session import Limits, Session, Step


class Kiosk(QObject):
    """One running kiosk; its collaborators come from outside, so that tests bring their own."""

    ready = Signal()  # once, when the states of hall and printer are both known

    def __init__(
        self,
        window: KioskWindow,
        config: KioskConfig,
        hall: HallAccess,
        devices: Devices,
        help_given: Help,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.window, self.touch = window, devices.touch
        self._config, self._hall, self._devices, self._help, self._now_s = config, hall, devices, help_given, now_s
        self._limits = Limits(config.idle_reset_s, config.ticket_reset_s, config.notice_s)
        self.visitor = Visitor(config.language, self)
        self._hold = ScreenHold(self)
        self._reports = Reports(hall.calls, config.device, held=hall.own.holds)
        self.printing = Printing(devices.printer, self._reports, config.device, config.ticket_language, parent=self)
        self.printing.remember(hall.own.tickets, config.language)
        self._prints = PrintAccess(devices.printer, self.printing, self._reports)
        self.staff = self._staff_desk()
        self.knowledge = Knowledge(
            hall.calls,
            self._reports,
            hall.own,
            self.staff,
            device=config.device,
            zone=config.zone,
            now_s=now_s,
            parent=self,
        )
        self.choices = self._choices()
        self._requested = self._requested_prints()
        self._use = self._use_counter()
        self._foresight = Foresight(
            self.printing, session=lambda: self.session, conditions=lambda: self.conditions, parent=self
        )
        self._knocks: tuple[float, ...] = ()
        self._connect_visitor()
        self._connect_hall_and_devices()
        self._connect_staff()
        self._refresh()

    @property
    def session(self) -> Session:
        """Return where the visitor at the screen stands."""
        return self.visitor.session

    @property
    def conditions(self) -> Conditions:
        """Return what is known of hall and printer now."""
        return self.knowledge.conditions

    @property
    def is_private(self) -> bool:
        """Whether the hall head's picture of the screen must be masked now."""
        return is_private(self.session.step, staff_menu_open=self.staff.staff is not None)

    def _staff_desk(self) -> StaffDesk:
        return StaffDesk(
            self._config,
            self._prints,
            StaffHall(self._hall.calls, self._config.device, self),
            self._devices.staff_lane,
            conditions=lambda: self.conditions,
            now_s=self._now_s,
            parent=self,
        )

    def _choices(self) -> Choices:
        tickets = TicketDesk(
            self.visitor,
            self._hall,
            self._reports,
            self.printing,
            self._hold,
            conditions=lambda: self.conditions,
            parent=self,
        )
        return Choices(
            self.visitor,
            self._config,
            self._hall.calls,
            tickets,
            self._help,
            conditions=lambda: self.conditions,
            now_s=self._now_s,
            parent=self,
        )

    def _requested_prints(self) -> RequestedPrints:
        return RequestedPrints(
            self._config,
            self._hall.calls,
            self._prints,
            hall=lambda: self.conditions.hall,
            trial=self.staff.paper.trial,
            parent=self,
        )

    def _use_counter(self) -> UseCounter:
        return UseCounter(
            self._hall.calls,
            self._config.device,
            self._hall.use_file,
            self._devices.file_lane,
            local_time=lambda: utc_now().astimezone(self.choices.booking.zone),
            now_s=self._now_s,
        )

    def _connect_visitor(self) -> None:
        self.visitor.changed.connect(self._refresh)
        self.visitor.changed.connect(lambda: self._use.follow(self.session))
        self.window.language_wanted.connect(self.choices.speak)
        self.window.tile_chosen.connect(self.choices.touch_tile)
        self.window.back_wanted.connect(self._go_back)
        self.window.priority_toggled.connect(self.choices.toggle_priority)
        self.window.assist_wanted.connect(self.choices.assist)
        self.window.more_time_wanted.connect(self._devices.idle.touch)
        self.window.print_again_wanted.connect(self.choices.tickets.print_again)
        self.window.phone_wanted.connect(self.choices.phone.want)
        self.window.key_pressed.connect(self.choices.press)
        self.window.shown.connect(self._foresight.look)
        self.choices.tickets.given.connect(self._devices.idle.touch)

    def _connect_hall_and_devices(self) -> None:
        link, idle = self._hall.link, self._devices.idle
        idle.ticking.connect(self._take_idle)
        idle.ticking.connect(lambda _: self.touch.look())
        idle.touched.connect(lambda: self._take_idle(0.0))
        self._hold.begun.connect(link.hold)
        self._hold.over.connect(link.go_on)
        self._hold.over.connect(self._refresh)
        self.knowledge.changed.connect(self._refresh)
        self.knowledge.ready.connect(self.ready)
        self.knowledge.heard.connect(lambda _: self._watch_slot())
        link.snapshot.connect(self._take_snapshot)
        link.online.connect(lambda online: self._use.send() if online else None)
        self.knowledge.follow(link, self._devices.printer, self.touch)
        self._requested.follow(link)

    def _connect_staff(self) -> None:
        self.knowledge.heard.connect(self.staff.follow)
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
        self._hall.link.start()
        self._devices.printer.ask()
        self._devices.idle.start()

    def stop(self) -> None:
        """Feel and draw nothing more."""
        self.touch.stop()
        self.staff.stop()
        self._hold.drop()
        self._foresight.stop()

    def _refresh(self) -> None:
        if self._hold.active:
            return
        staff = self.staff.view()
        if self.conditions.hall is not None:
            self._keep_time_of(self.conditions.hall)
        self.window.show_view(
            derive_screen(self.session, self.conditions, self._help.languages, staff, self._help.kinds)
        )
        self.window.setEnabled(not self.staff.cleaning)

    def _knock(self) -> None:
        self._knocks, opens = knock(self._knocks, self._now_s())
        if opens:
            self._open_staff()

    def _open_staff(self) -> None:
        if self.session.step is not Step.ISSUING:
            self.visitor.session = Session(self.session.language)
            self._use.drop()
            self.touch.forgive()
            self.staff.open()

    def _go_back(self) -> None:
        if self.staff.staff is not None:
            self.staff.back()
        else:
            self.choices.back()

    def _take_idle(self, idle_s: float) -> None:
        self._watch_slot()
        self.knowledge.watch_own_numbers()
        if self.staff.staff is not None:
            self.touch.forgive()  # staff who wipe the screen or type a PIN touch it in other ways than visitors
            self.staff.idle(idle_s)
            if self.session.closes_in_s != self.staff.closes_in_s:
                self.visitor.step(replace(self.session, closes_in_s=self.staff.closes_in_s))
            return
        session = visitor_session.idle(self.session, idle_s, self._limits) or Session(self._config.language)
        if session != self.session:
            self.visitor.step(session)

    def _watch_slot(self) -> None:
        """Ask the owner to take a ticket that lies in the slot; once the owner is gone, let nobody print over it."""
        late = self.knowledge.late_in_slot(self._config.take_within_s)
        owner = self.session.step in {Step.TICKET, Step.PHONE, Step.CONSENT}
        session = visitor_session.slot_waits(self.session, waits=late and owner)
        if session != self.session:
            self.visitor.step(session)
        self.knowledge.block_slot(blocked=late and not owner)

    def _keep_time_of(self, hall: HallView) -> None:
        """Tell times in the hall's zone; without the hall service, in that of the hall as it was last known."""
        if self.choices.booking.zone.key != hall.time_zone:
            self.window.set_zone(hall.time_zone)
            self.choices.booking.zone = ZoneInfo(hall.time_zone)

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        self.printing.prepare(snapshot.hall, self._config.language)
