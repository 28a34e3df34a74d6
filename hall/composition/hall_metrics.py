"""The hall's own figures for Prometheus: queues, outbox, backup, disk, devices and version."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from prometheus_client.core import GaugeMetricFamily, Metric

from common.clock.wall_clock import utc_now
from common.version import release
from hall.composition.centre_sync import live_figures
from hall.composition.start_checks import COPIES
from hall.composition.store import HallStore
from hall.composition.troubles import Troubles
from hall.config import HallConfig
from hall.devices.workers.heartbeats import Heartbeats
from hall.platform.db.backup.backup_log import read_backup_state
from hall.platform.db.files.copies import copies_in, taken_at
from hall.waits.workers.estimator import Estimator


@dataclass(frozen=True)
class HallMetrics:
    """What one running hall measures; each call reads it as it is now, in the caller's thread."""

    config: HallConfig
    store: HallStore
    estimator: Estimator
    heartbeats: Heartbeats
    troubles: Troubles

    def __call__(self) -> Iterator[Metric]:
        """Yield every figure."""
        yield from self._queues()
        yield from self._devices()
        if self.config.centre:
            yield from self._outbox()
        yield from self._copies()
        yield _gauge(
            "dawr_disk_free_bytes", "Free space where the data lies.", shutil.disk_usage(self.config.data).free
        )
        reasons = GaugeMetricFamily("dawr_trouble", "What /healthz complains of now.", labels=["reason"])
        for reason in self.troubles.reasons():
            reasons.add_metric([reason], 1)
        yield reasons
        build = GaugeMetricFamily("dawr_build_info", "The version that runs.", labels=["version", "hall"])
        build.add_metric([release(), self.store.settings().hall], 1)
        yield build

    def _queues(self) -> Iterator[Metric]:
        now = live_figures(self.store, self.estimator)
        waiting = GaugeMetricFamily("dawr_waiting", "People who wait, by service.", labels=["service"])
        oldest = GaugeMetricFamily(
            "dawr_oldest_wait_seconds", "The longest wait of now, by service.", labels=["service"]
        )
        for service in now.services:
            waiting.add_metric([service.service], service.waiting)
            oldest.add_metric([service.service], service.longest_wait_s)
        yield from (waiting, oldest)
        yield _gauge("dawr_counters_open", "Counters at which somebody serves.", now.counters_open)

    def _devices(self) -> Iterator[Metric]:
        found = self.store.reads.read(lambda work, at: (work.identities.devices(), at)).result()
        devices = GaugeMetricFamily("dawr_devices", "Enrolled devices, by kind and state.", labels=["kind", "state"])
        silent = GaugeMetricFamily(
            "dawr_devices_silent", "Devices that say nothing any more, by kind.", labels=["kind"]
        )
        told = self.heartbeats.told(*found)
        for kind in sorted({one.kind for one in told}):
            of_kind = [one for one in told if one.kind == kind]
            for state in sorted({one.state for one in of_kind}):
                devices.add_metric([kind, state], sum(one.state == state for one in of_kind))
            silent.add_metric([kind], sum(one.silent for one in of_kind))
        yield from (devices, silent)

    def _outbox(self) -> Iterator[Metric]:
        state = self.store.outbox.state()
        since = state.oldest_unsent_at
        age_s = 0.0 if since is None else (utc_now() - since).total_seconds()
        yield _gauge(
            "dawr_outbox_unsent", "Records that the centre has not acknowledged.", state.newest - state.delivered
        )
        yield _gauge("dawr_outbox_oldest_seconds", "Age of the oldest of them.", max(age_s, 0))

    def _copies(self) -> Iterator[Metric]:
        """Yield the age of the newest copies; a figure is missing while there is none."""
        for copy in copies_in(self.config.data / COPIES)[-1:]:
            age_s = (utc_now() - taken_at(copy.name)).total_seconds()
            yield _gauge("dawr_copy_age_seconds", "Age of the newest copy in the data folder.", age_s)
        backup = read_backup_state(self.config.data)
        if backup is None:
            return
        yield _gauge("dawr_backup_failed", "1 when the last backup failed.", 1 if backup.problem else 0)
        if backup.taken_at is not None:
            age_s = (utc_now() - backup.taken_at).total_seconds()
            yield _gauge("dawr_backup_age_seconds", "Age of the newest backup elsewhere.", age_s)


def _gauge(name: str, text: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, text, value=value)
