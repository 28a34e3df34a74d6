"""While a visitor looks at the tiles, draw what each ticket would carry: a tap then draws its number and code alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from common.clock.wall_clock import utc_now
from contracts.queue.queues_view import ServiceQueue
from contracts.settings.hall_view import ServiceView
from kiosk.printing.attempts import Printing
from kiosk.state.conditions import Conditions, gives, queue_of, service_of
from kiosk.visitor.offer import services_in, shown_zone
from kiosk.visitor.session import QUESTIONS, Session, Step

STILL_MS = 50
"""How long the screen is left alone before the first ticket, and between two: one of them takes some 3 ms."""

_Told = tuple[int, object, int, str, str, datetime]
"""What differs from ticket to ticket of one service but for number and code."""


class Foresight(QObject):
    """Looks at each new screen; one ticket at a time, so that a tap waits for one at most. Nothing is ever printed."""

    def __init__(
        self,
        printing: Printing,
        *,
        session: Callable[[], Session],
        conditions: Callable[[], Conditions],
        now: Callable[[], datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._printing, self._session, self._conditions, self._now = printing, session, conditions, now
        self._drawn: dict[str, _Told] = {}
        self._timer = QTimer(self)
        self._timer.setObjectName("foresight")
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL_MS)
        self._timer.timeout.connect(self._draw_one)

    def look(self) -> None:
        """Begin where something can be drawn ahead; to be called after each change of the screen."""
        if self._next() is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Draw nothing more."""
        self._timer.stop()

    def _draw_one(self) -> None:
        found, hall = self._next(), self._conditions().hall
        if found is None or hall is None:
            return
        if not self._printing.busy:
            service, queue = found
            self._drawn[service.code] = self._told(queue)
            self._printing.foresee(hall, service, queue, self._session().language)
        self._timer.start()

    def _next(self) -> tuple[ServiceView, ServiceQueue] | None:
        """Return the first service that can be chosen now whose ticket has changed since it was drawn."""
        for service in in_sight(self._session(), self._conditions()):
            queue = queue_of(self._conditions(), service.code)
            if queue is not None and self._drawn.get(service.code) != self._told(queue):
                return service, queue
        return None

    def _told(self, queue: ServiceQueue) -> _Told:
        minute = self._now().replace(second=0, microsecond=0)
        return queue.waiting, queue.forecast, queue.counters_open, queue.begins_at, self._session().language, minute


def in_sight(session: Session, conditions: Conditions) -> tuple[ServiceView, ...]:
    """Return the services whose ticket is one touch away, or one question: those of the screen, or the chosen one."""
    if session.step in QUESTIONS:
        chosen = service_of(conditions, session.service)
        return () if chosen is None else (chosen,)
    if session.step is not Step.SERVICES:
        return ()
    shown = services_in(conditions, shown_zone(session, conditions))
    return tuple(
        service
        for service in shown
        if session.category in {None, service.category or ""} and gives(conditions, service)
    )
