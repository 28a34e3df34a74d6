"""What the centre measures, in Prometheus' text form: each hall as it is known, and the centre's own version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric

from central.halls.current_state import HallNow
from common.version import release

_OF_A_HALL: tuple[tuple[str, str, Callable[[HallNow], float | None]], ...] = (
    ("dawr_centre_hall_waiting", "People who wait.", lambda one: one.waiting),
    ("dawr_centre_hall_oldest_wait_seconds", "The longest wait of now.", lambda one: one.longest_wait_s),
    ("dawr_centre_hall_counters_open", "Counters at which somebody serves.", lambda one: one.counters_open),
    ("dawr_centre_hall_unsent", "Records that the hall has not sent yet.", lambda one: one.unsent),
    ("dawr_centre_hall_oldest_unsent_seconds", "Age of the oldest of them.", lambda one: one.oldest_unsent_s),
    ("dawr_centre_hall_quarantined", "Records that the centre could not take.", lambda one: one.quarantined),
    (
        "dawr_centre_hall_disk_free_bytes",
        "Free space on the hall's disk.",
        lambda one: None if one.disk_free_mb is None else one.disk_free_mb * 1e6,
    ),
    ("dawr_centre_hall_devices", "Enrolled devices.", lambda one: len(one.devices)),
    (
        "dawr_centre_hall_devices_silent",
        "Devices that say nothing any more.",
        lambda one: sum(device.silent for device in one.devices),
    ),
    (
        "dawr_centre_hall_devices_failed",
        "Devices that report a failure.",
        lambda one: sum(device.state == "failed" for device in one.devices),
    ),
)


def metrics_text(halls: Iterable[HallNow], now: datetime) -> bytes:
    """Return the figures; what a hall has not told yet is missing."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures(list(halls), now))
    return generate_latest(registry)


class _Figures:
    """The collector of one answer."""

    def __init__(self, halls: list[HallNow], now: datetime) -> None:
        self._halls = halls
        self._now = now

    def collect(self) -> Iterator[Metric]:
        """Yield every figure."""
        build = GaugeMetricFamily("dawr_build_info", "The version that runs.", labels=["version", "hall"])
        build.add_metric([release(), "centre"], 1)
        yield build
        versions = GaugeMetricFamily("dawr_centre_hall_info", "The version of each hall.", labels=["hall", "version"])
        silent = GaugeMetricFamily("dawr_centre_hall_silent_seconds", "Time since its last word.", labels=["hall"])
        copies = GaugeMetricFamily(
            "dawr_centre_hall_copy_age_seconds", "Age of the newest copy of its database here.", labels=["hall"]
        )
        troubles = GaugeMetricFamily(
            "dawr_centre_hall_trouble", "What must be looked after.", labels=["hall", "trouble"]
        )
        for one in self._halls:
            versions.add_metric([one.hall, one.app or ""], 1)
            if one.last_contact_at is not None:
                silent.add_metric([one.hall], (self._now - one.last_contact_at).total_seconds())
            if one.copy_received_at is not None:
                copies.add_metric([one.hall], (self._now - one.copy_received_at).total_seconds())
            for trouble in one.troubles:
                troubles.add_metric([one.hall, trouble], 1)
        yield from (versions, silent, copies, troubles)
        for name, text, value_of in _OF_A_HALL:
            family = GaugeMetricFamily(name, text, labels=["hall"])
            for one in self._halls:
                value = value_of(one)
                if value is not None:
                    family.add_metric([one.hall], value)
            yield family
