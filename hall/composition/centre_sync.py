"""The hall's side of sync: a thread that sends the outbox to the centre, fed by the hall's commits and live figures."""

from __future__ import annotations

import contextlib
import platform
import shutil
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import make_url

from common.clock.wall_clock import utc_now
from common.version import release
from contracts.centre.sync_api import DeviceBeat, Heartbeat, LiveAlert, LiveFigures, LiveService
from contracts.codec.message import asdict, replace
from contracts.live import FactMessage
from contracts.queue.queues_view import ServiceQueue
from contracts.releases import DeviceUpdate
from contracts.settings.hall_view import ServiceView
from contracts.words.site_kinds import PREMIUM_HALL
from hall.centre.apply_settings import SettingsDesk
from hall.centre.inbox import refused_items
from hall.centre.outbox_store import SqlOutboxReader
from hall.centre.place_publisher import PlacePublisher, leads_to_the_centre
from hall.closures.queries.closures import bookings_by_day
from hall.composition.store import HallStore, open_store
from hall.composition.troubles import Troubles
from hall.config import HallConfig
from hall.devices.workers.heartbeats import Heartbeats
from hall.kernel.ids import ServiceCode
from hall.kernel.settings import HallSettings
from hall.people.queries import people_for_centre, that_fit
from hall.platform.clock import SystemClock
from hall.platform.db.engine import StoreError, database_file, make_engine, read_only
from hall.platform.store_ports import Clock
from hall.reporting.queries.alerts import standing_alerts
from hall.reporting.queries.figures import queues_view
from hall.requests.routes.elsewhere import CentreRequests
from hall.settings.queries.hall import hall_view
from hall.settings.store.settings_store import read_settings
from hall.waits.workers.estimator import Estimator
from sync.downlink_poller import WayDown
from sync.instance import instance_id
from sync.ports import SyncSide, SyncView
from sync.quarantine import QuarantineList
from sync.runner import HallSide, SyncFiles, SyncNames, SyncRunner
from sync.status_file import STANDING_FILE, Standing
from sync.uplink import HttpUplink

LONGEST_PROBLEM = 120
"""Letters of a device's problem in a heartbeat."""

AWAY_AFTER = timedelta(seconds=60)
"""The hall asks the centre every 20 s; without an answer for this long the centre counts as away."""
FOLLOW_UP_S = (1.0, 2.0)
"""Seconds to connect and to get the answer: somebody at the counter waits for it."""
FORKED = "the centre has other records under the same numbers"
QUARANTINE_FILE = "sync-quarantine.jsonl"


@dataclass(frozen=True)
class CentreSync:
    """The running sync of one hall, and the desk for what the centre sends."""

    runner: SyncRunner
    desk: SettingsDesk | None = None
    requests: CentreRequests | None = None
    now: Callable[[], datetime] = utc_now
    started: datetime = field(default_factory=utc_now)

    def start(self) -> None:
        """Begin to send."""
        self.runner.start()

    def stop(self) -> None:
        """End; what is unsent waits in the outbox."""
        self.runner.stop()

    def heard(self, _facts: Sequence[FactMessage]) -> None:
        """Say that something was committed; from any thread, at once."""
        self.runner.wake()

    @property
    def reasons(self) -> tuple[str, ...]:
        """What a monitor should know of it.

        `centre_away`, `centre_held` where a person must act, `centre_inbox` where nothing of the inbox is taken.
        """
        status = self.runner.status
        state = status.state
        # A hall without anything to send fails at nothing: it notices that its questions are not answered.
        if (
            state == "ok"
            and self.desk is not None
            and self.now() - (status.inbox_asked_at or self.started) > AWAY_AFTER
        ):
            state = "away"
        away = () if state == "ok" else (f"centre_{state}",)
        return (*away, *(("centre_inbox",) if status.inbox_problem else ()))


def build_centre_sync(
    config: HallConfig,
    store: HallStore,
    estimator: Estimator,
    *,
    clock: Clock | None = None,
    heartbeats: Heartbeats | None = None,
    troubles: Troubles | None = None,
) -> CentreSync | None:
    """Return the hall's sync, not started, or None where no centre is set; `clock` None is the machine's."""
    if not config.centre:
        return None
    token = config.token_of_centre()
    uplink = HttpUplink(config.centre, store.settings().hall, token, ca=config.ca_of_centre)
    desk = SettingsDesk(store, config.credential_of_centre().settings_key)
    runner = SyncRunner(
        store.outbox,
        uplink,
        SyncNames(instance_id(config.data), release(), config.centre),
        hall=HallSide(
            live=lambda: live_figures(store, estimator),
            places=_places(config, store, estimator),
            beat=lambda plain: full_beat(plain, config, store, heartbeats, troubles),
            learn=lambda found: estimator.tell_elsewhere(
                {ServiceCode(one.service): float(one.mean_s) for one in found}
            ),
            forked=None if troubles is None else partial(troubles.history_is_shorter, FORKED),
            down=WayDown(desk, uplink),
        ),
        files=SyncFiles(QuarantineList(config.data / QUARANTINE_FILE), Standing(config.data / STANDING_FILE)),
        clock=None if clock is None else _HallClock(clock),
    )
    ask = partial(HttpUplink, config.centre, store.settings().hall, token, ca=config.ca_of_centre)
    return CentreSync(runner, desk, CentreRequests(partial(ask, timeouts_s=FOLLOW_UP_S)))


def _places(config: HallConfig, store: HallStore, estimator: Estimator) -> PlacePublisher | None:
    """Return what visitors' pages at the centre are fed from, None where tickets do not lead there."""
    hall = store.settings().hall
    return PlacePublisher(store, estimator) if leads_to_the_centre(config.phones_go_to(hall, ""), hall) else None


def live_figures(store: HallStore, estimator: Estimator) -> LiveFigures:
    """Return the hall's figures of now, as the centre shows them."""
    view, hall, bookings = store.reads.read(
        lambda work, now: (
            queues_view(work=work, now=now, stream=store.live_stream, seq=work.seq, estimate=estimator.newest),
            hall_view(work=work, now=now),
            bookings_by_day(work=work, now=now),
        )
    ).result()
    offered = {service.code: service for service in hall.services}
    times = {name: text for name, text in asdict(hall.hours).items() if isinstance(text, str)}
    return LiveFigures(
        at=view.at,
        services=tuple(_live_service(queue, offered[queue.service]) for queue in view.services),
        counters_open=sum(counter.state not in {"closed", "on_break"} for counter in view.counters),
        names=hall.names,
        counters=len(view.counters),
        governorate=hall.governorate,
        site_kind=hall.site_kind,
        on_public_page=is_public(store.settings()),
        closing=hall.closing,
        bookings=dict(bookings),
        state=hall.day.state,
        hours=times if hall.hours.open_today else {},
        alerts=tuple(LiveAlert(alert.kind, alert.service) for alert in standing_alerts(view, {}) if not alert.counter),
    )


def is_public(settings: HallSettings) -> bool:
    """Return whether the centre's page for the public may name this hall."""
    named = settings.on_public_page
    return settings.site_kind != PREMIUM_HALL if named is None else named


def _live_service(queue: ServiceQueue, service: ServiceView) -> LiveService:
    wait = queue.forecast
    return LiveService(
        service=queue.service,
        waiting=queue.waiting,
        longest_wait_s=queue.longest_wait_s,
        names=service.names,
        target_s=service.target_wait_s,
        low_s=wait.low_s if wait else None,
        high_s=wait.high_s if wait else None,
        open=service.open,
    )


def full_beat(
    beat: Heartbeat,
    config: HallConfig,
    store: HallStore,
    heartbeats: Heartbeats | None,
    troubles: Troubles | None = None,
) -> Heartbeat:
    """Return a heartbeat with how the hall's disk, database, programs and devices are."""
    devices = store.reads.read(lambda work, now: (work.identities.devices(), now)).result()
    told = heartbeats.told(*devices) if heartbeats is not None else tuple(devices[0])
    everybody = store.reads.read(lambda work, now: people_for_centre(work=work, now=now)).result()
    people = that_fit(everybody)
    return replace(
        beat,
        sqlite=store.engine.dialect.dbapi.sqlite_version if database_file(store.engine) else "",  # type: ignore[union-attr]  # a file has a library
        disk_free_mb=shutil.disk_usage(config.data).free // 1_000_000,
        versions={"python": platform.python_version(), "os": platform.platform(), "database": store.engine.name},
        devices=tuple(
            DeviceBeat(
                *(one.kind, one.name, one.state, one.printer, one.paper, one.silent, one.last_seen, one.counter),
                *(one.clips, one.synthetic, one.version, _short(one.update)),
            )
            for one in told
        ),
        refused=refused_items(store),
        people=people,
        people_cut=len(people) < len(everybody),
        address=_address(config),
        reasons=(troubles or Troubles(store)).reasons(),
    )


def _short(told: DeviceUpdate | None) -> DeviceUpdate | None:
    """Return how far an update is with the beginning of its problem: the beats of all devices are one message."""
    return replace(told, problem=told.problem[:LONGEST_PROBLEM]) if told is not None else None


def _address(config: HallConfig) -> str:
    """Return under which address browsers in the hall open its pages; empty where only this machine does."""
    if not config.tls or not config.port:
        return ""
    name = min(config.tls_names, default=socket.gethostname().lower())
    return f"https://{name}:{config.port}"


class _HallClock:
    """The hall's clock as sync asks for it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> datetime:
        """Return the wall time, aware UTC."""
        return self._clock.now().at

    def monotonic(self) -> float:
        """Return seconds of a clock that never jumps."""
        return self._clock.now().monotonic_ns / 1e9


@contextlib.contextmanager
def open_sync_view(config: HallConfig) -> Iterator[SyncView]:
    """Open the outbox of a hall to look at, beside its running service; raise StoreError where there is no hall."""
    _check_hall_is_there(config)
    engine = make_engine(config.database_url)
    try:
        with read_only(engine).connect() as connection:
            hall = read_settings(connection).hall
        outbox, token = SqlOutboxReader(engine), config.token_of_centre()
        yield SyncView(hall, outbox, config.centre, token, config.data, config.ca_of_centre)
    finally:
        engine.dispose()


@contextlib.contextmanager
def open_sync_side(config: HallConfig) -> Iterator[SyncSide]:
    """Open the outbox of a hall whose service is stopped; raise StoreError while it runs, or where there is no hall."""
    _check_hall_is_there(config)
    store = open_store(config.database_url, SystemClock().now)
    try:
        hall, token = store.settings().hall, config.token_of_centre()
        yield SyncSide(hall, store.outbox, config.centre, token, config.data, config.ca_of_centre)
    finally:
        store.close()


def _check_hall_is_there(config: HallConfig) -> None:
    url = make_url(config.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        # Opening it would make folder and empty file, and the next start would wonder about them.
        raise StoreError(f"there is no hall at {url.database}: name its data folder with --data")
