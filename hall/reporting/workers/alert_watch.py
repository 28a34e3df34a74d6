"""Notice that an alert which somebody has seen is over."""

from __future__ import annotations

from collections.abc import Callable, Collection

from contracts.queue.answers import WaitRange
from hall.devices.workers.device_watch import OwnCommands
from hall.devices.workers.heartbeats import Heartbeats
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.platform.store_ports import Reads
from hall.reporting.commands.forget_alerts import forget_alerts, over_now
from hall.reporting.queries.alerts import staff_view, standing_alerts
from hall.reporting.queries.figures import queues_view
from hall.reporting.work import ReportingWork

LOOK_AT_ALERTS_S = 5.0


def standing_alert_names(
    work: ReportingWork, now: Moment, beats: Heartbeats, reasons: Collection[str]
) -> Collection[str]:
    """Return the names of all alerts that there are now; `reasons` are those of the health check."""
    devices = beats.told(work.identities.devices(), now)
    view = queues_view(work=work, now=now, stream="", seq=0, estimate=_no_estimate, devices=devices)
    return {alert.alert for alert in standing_alerts(staff_view(view, reasons, work=work, now=now), {})}


class AlertWatch:
    """Looks at the alerts that somebody has seen; `look` belongs to one thread."""

    def __init__(
        self,
        beats: Heartbeats,
        reads: Reads[ReportingWork],
        run: OwnCommands[ReportingWork],
        reasons: Callable[[], Collection[str]],
    ) -> None:
        self._beats, self._reads, self._run, self._reasons = beats, reads, run, reasons

    def look(self) -> None:
        """Forget who has seen what is over; a reader is asked first, so that the writer is seldom troubled."""
        if self._reads.read(self._over).result():
            self._run(lambda work, now: forget_alerts(self._over(work, now), work=work)).result()

    def _over(self, work: ReportingWork, now: Moment) -> frozenset[str]:
        if not work.alerts.seen():
            return frozenset()
        return over_now(standing_alert_names(work, now, self._beats, self._reasons()), work=work)


def _no_estimate(_service: ServiceCode, _ahead: int) -> WaitRange | None:
    return None
