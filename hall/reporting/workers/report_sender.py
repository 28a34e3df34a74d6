"""Send the scheduled reports in a thread: each period once to each target, retried with growing pauses.

The sender stores what it sends before the first byte. When the hall service stops in between, nobody knows whether the
message arrived: it is not sent again automatically, and the page says so. A file in a folder is written again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from common.back_off import pause_s
from common.text.days_in_words import period_in_words
from contracts.reporting.figures import FiguresView
from figures.period import Asked
from figures.reports.report_pdf import PaperError
from figures.reports.seal import Kind
from hall.calendar.service_day import DayState, local
from hall.calendar.shown_day import shown_day
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.store_ports import Reads
from hall.platform.web.dependencies import DependencyKey
from hall.reporting.model.report_ports import Carrier, Delivery, DeliveryFailedError, DeliveryState, Enclosure
from hall.reporting.work import ReportingWork
from hall.reporting.workers.report_files import MEDIA_TYPES, name_in, report_file
from hall.reporting.workers.whole_figures import whole_figures
from hall.settings.model.report_plan import (
    FIRST_PAUSE_S,
    LONGEST_PAUSE_S,
    DeliveryMethod,
    ReportPlan,
    ScheduledReport,
    lately_over,
)
from web.texts import texts

log = logging.getLogger(__name__)
LOOK_EVERY_S = 60.0
_WAITS = {DeliveryState.DUE, DeliveryState.FAILING}
T = TypeVar("T")


class RunsCommand(Protocol):
    """Runs a command in the command queue."""

    def __call__(self, command: Callable[[ReportingWork, Moment], None]) -> Future[None]:
        """Run it; the future is done when it is on disk."""
        ...


class ReportSender:
    """Sends the reports of a plan; `look` does what is due and may be called from one thread at a time."""

    def __init__(
        self,
        plan: ReportPlan,
        *,
        reads: Reads[ReportingWork],
        do: RunsCommand,
        settings: Callable[[], HallSettings],
        carriers: Mapping[DeliveryMethod, Carrier],
    ) -> None:
        self.plan = plan
        self._reads, self._do, self._settings, self._carriers = reads, do, settings, carriers
        self._troubles: frozenset[str] = frozenset()
        self._broke_off, self._failing = True, False
        self._wake, self._ended = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="reports", daemon=True)

    @property
    def troubles(self) -> frozenset[str]:
        """The reports that do not leave, as reasons for a monitor."""
        return self._troubles

    def start(self) -> None:
        """Begin, where there is anything to send."""
        if self.plan.reports:
            self._thread.start()

    def stop(self) -> None:
        """End after the message in hand, or without it when its server takes longer than a moment."""
        self._ended.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(5)

    def hurry(self) -> None:
        """Look now: somebody has asked for a report."""
        self._wake.set()

    def look(self, *, first: bool = False) -> None:
        """Do what is due; at the `first` look after an end or a failure, what was being sent then is in doubt."""
        if first:
            self._do(self._doubt).result()
        self._do(self._note_due).result()
        for delivery in self._reads.read(
            lambda work, now: [one for one in work.deliveries.unsent() if _ripe(one, now)]
        ).result():
            report = self.plan.report(delivery.report)
            if report is not None and delivery.way in report.ways and not self._ended.is_set():
                self._send(report, delivery)
        self._troubles = self._reads.read(lambda work, _now: frozenset(_troubles(self.plan, work))).result()

    def _doubt(self, work: ReportingWork, now: Moment) -> None:
        for one in work.deliveries.unsent():
            if one.state is DeliveryState.SENDING:
                state = DeliveryState.IN_DOUBT if one.way is DeliveryMethod.MAIL else DeliveryState.DUE
                work.deliveries.save(replace(one, state=state, at=now.at, next_at=None))

    def _note_due(self, work: ReportingWork, now: Moment) -> None:
        for report in self.plan.reports:
            for way in report.ways:
                for first in _missing(report, way, work, now):
                    work.deliveries.save(Delivery(report.name, first, way, DeliveryState.DUE, 0, now.at))

    def _send(self, report: ScheduledReport, delivery: Delivery) -> None:
        tries = delivery.tries + 1
        self._keep(replace(delivery, state=DeliveryState.SENDING, tries=tries, next_at=None))
        try:
            enclosures, subject = self._made(report, delivery.first)
            self._carriers[delivery.way].carry(report, subject, enclosures, self._key(report, delivery))
        except (DeliveryFailedError, PaperError) as error:
            log.warning(
                "report %s of %s did not leave by %s: %s", report.name, delivery.first, delivery.way.value, error
            )
            self._settle(
                replace(delivery, state=DeliveryState.FAILING, tries=tries, why=str(error)),
                int(pause_s(tries, first_s=FIRST_PAUSE_S, longest_s=LONGEST_PAUSE_S)),
            )
        else:
            self._settle(replace(delivery, state=DeliveryState.SENT, tries=tries, next_at=None, why=""))

    def _key(self, report: ScheduledReport, delivery: Delivery) -> str:
        asked = f".{delivery.at:%Y%m%dT%H%M%S}" if delivery.why == BY_HAND else ""
        return f"{self._settings().hall}.{report.name}.{delivery.first.isoformat()}{asked}"

    def _keep(self, delivery: Delivery) -> None:
        self._do(lambda work, now: work.deliveries.save(replace(delivery, at=now.at))).result()

    def _settle(self, delivery: Delivery, again_after_s: int | None = None) -> None:
        """Store the result of a delivery, unless somebody asked for another one meanwhile."""

        def settle(work: ReportingWork, now: Moment) -> None:
            known = work.deliveries.find(delivery.report, delivery.first, delivery.way)
            if known is None or known.state is DeliveryState.SENDING:
                again = None if again_after_s is None else now.at + timedelta(seconds=again_after_s)
                work.deliveries.save(replace(delivery, at=now.at, next_at=again))

        self._do(settle).result()

    def _made(self, report: ScheduledReport, first: date) -> tuple[Sequence[Enclosure], str]:
        def ask(work: ReportingWork, now: Moment) -> tuple[FiguresView, HallSettings]:
            return whole_figures(Asked(report.period, first), work=work, now=now), work.settings

        view, settings = self._reads.read(ask).result()
        t = texts(report.language)
        by = t["report.by_schedule"].format(name=report.name)
        kinds = [Kind(name) for name in report.formats]
        files = [report_file(kind, view, settings, by=by, language=report.language) for kind in kinds]
        period = period_in_words(view.period, view.first, view.last, t)
        what = (name_in(settings.names, report.language), t[f"report.title_{report.period}"], period)
        return [Enclosure(file.name, MEDIA_TYPES[file.kind], file.content) for file in files], " · ".join(what)

    def _run(self) -> None:
        while not self._ended.is_set():
            self._wake.clear()
            self.turn()
            self._wake.wait(LOOK_EVERY_S)

    def turn(self) -> None:
        """Look; a failure is said in the log once, and what was being sent when it came is in doubt at the next one."""
        try:
            self.look(first=self._broke_off)
            self._broke_off = self._failing = False
        except Exception:  # the edge of the thread: a database that is away must not end it
            if not self._failing and not self._ended.is_set():
                log.exception("reports cannot be sent now")
            self._broke_off = self._failing = True


BY_HAND = "by hand"
"""Why a report is due again that was sent already: somebody asked for it."""


def _over(report: ScheduledReport, work: ReportingWork, now: Moment) -> Sequence[tuple[date, date]]:
    """Return the periods of the report that are over by the hall's own clock and day, the newest first."""
    here, day = local(now, work.settings), shown_day(work, now)
    closed = day is not None and day.day == here.date() and day.state is DayState.CLOSED
    return lately_over(report, lambda one: Asked(report.period, one).days, here, closed=closed)


def _missing(report: ScheduledReport, way: DeliveryMethod, work: ReportingWork, now: Moment) -> Sequence[date]:
    """Return the periods that are to leave and were never tried; of a new report the newest one alone."""
    newest, *older = _over(report, work, now)
    begun = work.deliveries.begun(report.name, way)
    periods = [newest, *(one for one in older if begun is not None and one[0] > begun)]
    return [
        first
        for first, last in periods
        if work.deliveries.find(report.name, first, way) is None and work.figures.any_day(first, last)
    ]


def ask_again(report: ScheduledReport, work: ReportingWork, now: Moment) -> None:
    """Let the report of the newest period that is over leave now, whether it did already or not."""
    first, _last = _over(report, work, now)[0]
    for way in report.ways:
        work.deliveries.save(Delivery(report.name, first, way, DeliveryState.DUE, 0, now.at, why=BY_HAND))


def _ripe(delivery: Delivery, now: Moment) -> bool:
    return delivery.state in _WAITS and (delivery.next_at is None or delivery.next_at <= now.at)


def _troubles(plan: ReportPlan, work: ReportingWork) -> Sequence[str]:
    words = {DeliveryState.FAILING: "report_failing", DeliveryState.IN_DOUBT: "report_in_doubt"}
    newest = ((report, work.deliveries.newest(report.name, way)) for report in plan.reports for way in report.ways)
    return [f"{words[one.state]}:{report.name}" for report, one in newest if one is not None and one.state in words]


REPORTS = DependencyKey[ReportSender]("reports")
