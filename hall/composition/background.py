"""What works behind the service of a hall: estimates, reports, the way to the centre, rooms to practise in, tasks."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from hall.centre.apply_settings import LOOK_S
from hall.closures.workers import LOOK_AT_CLOSURES_S, ClosureWatch
from hall.composition.centre_sync import CentreSync, build_centre_sync
from hall.composition.housekeeping import (
    ERASE_EVERY_S,
    erase_phones,
    periodic_tasks,
)
from hall.composition.outbound import message_sender, report_sender
from hall.composition.store import HallStore
from hall.composition.troubles import Troubles
from hall.config import HallConfig
from hall.contact.store.message_file import forget_messages
from hall.contact.workers import LOOK_EVERY_S as LOOK_FOR_MESSAGES_S
from hall.devices.workers.device_watch import LOOK_EVERY_S, DeviceWatch
from hall.devices.workers.heartbeats import Heartbeats
from hall.platform.live.hub import LiveHub
from hall.platform.scheduler import PeriodicTask, Scheduler
from hall.platform.security.access_trail import AccessTrail, tell_refusals
from hall.platform.security.phone_seal import PhoneSeal
from hall.platform.store_ports import Clock
from hall.platform.tls.hall_tls import HallTls
from hall.reporting.workers.alert_watch import LOOK_AT_ALERTS_S, AlertWatch
from hall.reporting.workers.report_sender import ReportSender
from hall.settings.model.report_plan import ReportPlan
from hall.training.rooms import BuildRoom, Rooms
from hall.waits.workers.estimator import Estimator
from hall.waits.workers.forecast_process import ForecastProcess

PHONES_FILE = "phones.keys"
ROOMS_EVERY_S = 5.0
LOOK_FOR_UNUSED_S = 60.0
LOOK_AT_CERTIFICATE_S = 60.0
TELL_REFUSALS_EVERY_S = 60.0
DISK_LOW_BYTES = 500_000_000


@dataclass(frozen=True)
class BackgroundWork:
    """What the routes share with the hall's threads; none of it is started yet."""

    hub: LiveHub
    estimator: Estimator
    forecasts: ForecastProcess
    heartbeats: Heartbeats
    phones: PhoneSeal
    reports: ReportSender
    centre: CentreSync | None
    """None where no centre is set."""
    rooms: Rooms | None
    """None within such a room."""
    tasks: Scheduler
    troubles: Troubles
    tls: HallTls | None
    """What the hall serves HTTPS with; None: plain HTTP."""
    trail: AccessTrail


def build_background_work(
    config: HallConfig,
    store: HallStore,
    clock: Clock,
    plan: ReportPlan,
    build_room: BuildRoom | None,
    troubles: Troubles | None = None,
    tls: HallTls | None = None,
) -> BackgroundWork:
    """Return what works behind the service; `build_room` makes a hall to practise in, None where there are no rooms."""
    troubles = troubles or Troubles(store)
    hub = LiveHub(store.live_stream)
    forecasts = ForecastProcess()
    hub.at_end(forecasts.let_go)
    estimator = Estimator(store.reads, forecasts)
    heartbeats = Heartbeats(clock.now())
    phones = PhoneSeal(config.key_folder / PHONES_FILE)
    reports = report_sender(plan, store)
    centre = build_centre_sync(config, store, estimator, clock=clock, heartbeats=heartbeats, troubles=troubles)
    trail = AccessTrail()
    is_known = partial(_is_known, store)
    rooms = Rooms(config.data, build_room, store.settings, clock, hub, is_known) if build_room else None
    tasks = periodic_tasks(
        config,
        store,
        clock.now,
        troubles,
        *_watches(store, heartbeats, lambda: (*troubles.reasons(), *reasons_of(config, centre))),
        *_of_phones(config, store, clock, phones),
        PeriodicTask("telling refusals", TELL_REFUSALS_EVERY_S, partial(tell_refusals, store, trail), at_end=True),
        PeriodicTask("beginning and ending closures", LOOK_AT_CLOSURES_S, ClosureWatch(store).look),
        PeriodicTask("ending an unused forecast process", LOOK_FOR_UNUSED_S, forecasts.end_unused),
        *_of_others(centre, rooms),
        *([PeriodicTask("looking at the certificate", LOOK_AT_CERTIFICATE_S, tls.look)] if tls else []),
    )
    return BackgroundWork(
        hub, estimator, forecasts, heartbeats, phones, reports, centre, rooms, tasks, troubles, tls, trail
    )


def reasons_of(config: HallConfig, centre: CentreSync | None) -> tuple[str, ...]:
    """Return what a monitor and the hall head should know of the disk and the centre, as words of docs/contract.md."""
    low = shutil.disk_usage(config.data).free < DISK_LOW_BYTES
    return (*(("disk_low",) if low else ()), *(centre.reasons if centre else ()))


def _watches(
    store: HallStore, heartbeats: Heartbeats, reasons: Callable[[], tuple[str, ...]]
) -> tuple[PeriodicTask, ...]:
    devices = DeviceWatch(heartbeats, store.reads, store.commands.run)
    alerts = AlertWatch(heartbeats, store.reads, store.commands.run, reasons)
    return (
        PeriodicTask("listening for devices", LOOK_EVERY_S, devices.look),
        PeriodicTask("looking at alerts", LOOK_AT_ALERTS_S, alerts.look),
    )


def _of_phones(config: HallConfig, store: HallStore, clock: Clock, phones: PhoneSeal) -> tuple[PeriodicTask, ...]:
    desk = message_sender(config, store, clock, phones)

    def forget_written() -> int:
        return forget_messages(config.data, clock.now().at)

    return (
        PeriodicTask("telling visitors by telephone", LOOK_FOR_MESSAGES_S, desk.look),
        PeriodicTask("erasing telephone numbers", ERASE_EVERY_S, partial(erase_phones, store, phones)),
        PeriodicTask("forgetting written messages", ERASE_EVERY_S, forget_written),
    )


def _is_known(store: HallStore, token_hash: str) -> bool:
    return store.reads.read(lambda work, _now: work.identities.owner_of(token_hash) is not None).result()


def _of_others(centre: CentreSync | None, rooms: Rooms | None) -> tuple[PeriodicTask, ...]:
    """Return the tasks for what not every hall has."""
    tasks = []
    if rooms is not None:
        tasks.append(PeriodicTask("closing training rooms", ROOMS_EVERY_S, rooms.close_over))
    if centre is not None and centre.desk is not None:
        tasks.append(PeriodicTask("applying the centre's settings", LOOK_S, centre.desk.look))
    return tuple(tasks)
