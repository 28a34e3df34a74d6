"""Follow hall and printer: keep the newest conditions, and report the kiosk's state to the hall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from contracts.live import Snapshot
from contracts.queue.bodies import DeviceStateRequest
from contracts.settings.hall_view import HallView
from kiosk.device.touch_watch import TouchWatch
from kiosk.offline.tickets import OwnDesk
from kiosk.printing.printer_worker import PrintLane
from kiosk.printing.ticket_slot import SlotWatch
from kiosk.staff.controller import StaffDesk
from kiosk.state.conditions import Conditions, PrinterCondition, Trouble, take_snapshot, trouble
from kiosk.state.device_state import device_state
from kiosk.state.hall_news import HallNews
from kiosk.state.status_reports import Reports
from qtkit.hall.calls import HallCalls
from qtkit.hall.live_link import HallLink


class Knowledge(QObject):
    """The conditions of one kiosk; `changed` reports each change.

    `ready` is emitted once, when the states of hall and printer are both known; `heard(PrinterCondition)` after each
    answer of the printer. While `staff` change the paper, the hall gets no report about it.
    """

    changed = Signal()
    ready = Signal()
    heard = Signal(object)

    def __init__(
        self,
        calls: HallCalls,
        reports: Reports,
        own: OwnDesk,
        staff: StaffDesk,
        *,
        device: str,
        zone: str | None,
        now_s: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.conditions = Conditions(own_zone=zone, device=device)
        self._reports, self._own, self._staff, self._now_s = reports, own, staff, now_s
        self._slot = SlotWatch()
        self._told: DeviceStateRequest | None = None
        self._news = HallNews(calls, self)
        self._news.queues.connect(lambda queues: self.know(replace(self.conditions, queues=queues)))
        self._news.hall.connect(self._take_hall)

    def follow(self, link: HallLink, printer: PrintLane, touch: TouchWatch) -> None:
        """Learn from now on what live link, printer and screen say."""
        link.online.connect(self._take_online)
        link.refused.connect(lambda code: self.know(replace(self.conditions, link_refusal=code)))
        link.snapshot.connect(self._take_snapshot)
        link.fact.connect(self._news.follow)
        link.fact.connect(self._own.follow)
        self._own.settled.connect(self._reports.resume)
        self._own.known_as_kiosk.connect(lambda known: self.know(replace(self.conditions, other_device=not known)))
        printer.condition_changed.connect(self.take_printer)
        touch.changed.connect(self._take_pause)

    def know(self, conditions: Conditions) -> None:
        """Use new conditions."""
        starting = trouble(self.conditions) is Trouble.STARTING
        self.conditions = conditions
        self.changed.emit()
        self.tell_state()
        if starting and trouble(conditions) is not Trouble.STARTING:
            self.ready.emit()

    def judge_roll(self, *, whole: bool) -> None:
        """Store what staff saw on a test slip: whether the roll has the configured width."""
        self.know(replace(self.conditions, wrong_roll=not whole))

    def late_in_slot(self, within_s: float) -> bool:
        """Return whether a ticket has been lying in the printer's slot for longer than `within_s`."""
        return self._slot.late(self._now_s(), within_s=within_s)

    def block_slot(self, *, blocked: bool) -> None:
        """Keep the next visitor's ticket from being printed over one that nobody took, or no longer."""
        if blocked != self.conditions.slot_blocked:
            self.know(replace(self.conditions, slot_blocked=blocked))

    def watch_own_numbers(self) -> None:
        """Follow what can be given without the hall: a block is used up, the last ticket's time is over."""
        if self.conditions.online is False and (own := self._own.state()) != self.conditions.own:
            self.know(replace(self.conditions, own=own))

    def tell_state(self) -> None:
        """Tell the hall how this kiosk is, where that is news."""
        word = device_state(self.conditions)
        if word is not None and word != self._told and not self._staff.changing_paper:
            self._told = word
            self._reports.device_state(word)

    def take_printer(self, condition: PrinterCondition) -> None:
        """Use the newest condition of the printer."""
        self._slot = self._slot.seen(condition.presenter, self._now_s())
        self.know(replace(self.conditions, printer=condition))
        self.heard.emit(condition)

    def _take_hall(self, hall: HallView) -> None:
        self.know(replace(self.conditions, hall=hall))
        self._own.learn(hall)

    def _take_online(self, online: bool) -> None:
        own = None if online else self._own.state()
        self.know(replace(self.conditions, online=online, own=own, hall=self.conditions.hall or self._own.hall))
        self._own.set_away(away=not online)
        if online:
            self._told = None  # the hall may have been restored meanwhile
            self.tell_state()

    def _take_pause(self, why: str, ends_in_s: int | None) -> None:
        self.know(replace(self.conditions, paused=why, pause_ends_in_s=ends_in_s))

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        self.know(take_snapshot(self.conditions, snapshot))
        self._own.learn(snapshot.hall)
        if snapshot.queues is None:
            self._news.ask_figures()
