"""Build a running hall from a HallConfig: the only module that knows all the others."""

from __future__ import annotations

from functools import partial

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from common.connection_limits import ConnectionLimits
from common.open_files import file_limit
from hall.adapters.clock import SystemClock
from hall.adapters.hall_identity import keep_address
from hall.adapters.setup_file import Setup, read_setup
from hall.adapters.sql_work import SqlWork
from hall.adapters.store import HallStore, open_store
from hall.adapters.writer_lane import LaneError
from hall.backstage import Backstage, backstage, reasons_of
from hall.config import HallConfig
from hall.domain.moment import Moment
from hall.domain.report_plan import ReportPlan
from hall.domain.settings import HallSettings
from hall.running import Hall
from hall.service import repeat
from hall.service.app import build_app
from hall.service.chores import Chores
from hall.service.gate import Gate
from hall.service.lane_door import LaneDoor
from hall.service.look_up import LookUp
from hall.service.meters import Meters
from hall.service.outlook_desk import OutlookDesk
from hall.service.pairing_code import TRIES_A_MINUTE
from hall.service.parts import Parts
from hall.service.pins import MEMORY_KIB, PinHasher
from hall.service.ports import Clock
from hall.service.quotas import Quotas
from hall.service.rate import RateLimit
from hall.service.secret import HallSecret, load_secret
from hall.service.training import TrainingDoor
from hall.to_centre import ToCentre, open_sync_side

__all__ = ["Hall", "build_hall", "build_room", "open_sync_side"]

KEY_FILE = "hall.key"
PLACE_TRIES_A_MINUTE = 12
ADDRESS_TRIES_A_MINUTE = 600
"""Phones behind one address of a mobile network are many visitors."""
ROOM_PIN_KIB = 64
"""The PIN of a training room is no secret."""
AWAY = (LaneError, OperationalError, InterfaceError, PoolTimeoutError)


def build_hall(
    config: HallConfig,
    *,
    address: str,
    clock: Clock | None = None,
    pin_memory_kib: int = MEMORY_KIB,
    chores_by_hand: bool = False,
) -> Hall:
    """Open the store and start everything but the server; `address` is where the hall will answer.

    `chores_by_hand`: whoever moves the clock by hand has the chores take their turn by hand too.
    Raise StoreError, SetupError or SecretError, each with what to do; then nothing runs and nothing has changed.
    """
    clock = clock or SystemClock()
    setup = read_setup(config.setup) if config.setup else None
    secret = load_secret(config.data / KEY_FILE)
    store = open_store(
        config.database_url,
        clock.now,
        setup=setup.settings if setup else None,
        takeover_wait_s=config.takeover_wait_s,
    )
    pins = PinHasher(secret, memory_kib=pin_memory_kib)
    try:
        if setup is not None:
            _give_first_pins(setup, store, pins)
        plan = setup.reports if setup else ReportPlan()
        behind = backstage(config, store, clock, plan, partial(build_room, address))
        hall = _assembled(config, store, secret, pins, clock, address, behind)
    except BaseException:
        store.close()
        pins.close()
        raise
    store.lane.run(lambda work, _now: keep_address(work.connection, address)).result()
    _start(hall)
    if not chores_by_hand:
        hall.chores.start()
    return hall


def _assembled(
    config: HallConfig, store: HallStore, secret: HallSecret, pins: PinHasher, clock: Clock, url: str, behind: Backstage
) -> Hall:
    parts = _parts(config, store, secret, pins, clock, url, behind)
    app, rooms = build_app(parts), behind.rooms
    door = TrainingDoor(app, rooms) if rooms else app
    return Hall(
        config, door, parts, behind.hub, store, secret, pins, behind.estimator, behind.chores, behind.centre, rooms
    )


def _parts(
    config: HallConfig, store: HallStore, secret: HallSecret, pins: PinHasher, clock: Clock, url: str, behind: Backstage
) -> Parts:
    reports, centre = behind.reports, behind.centre
    connections = ConnectionLimits(file_limit(), config.trusted_proxy)
    return Parts(
        lane=store.lane,
        door=LaneDoor(store.lane),
        reads=store.reads,
        settings=store.settings,
        clock=clock,
        estimates=behind.estimator,
        secret=secret,
        gate=Gate(LookUp(store.reads), AWAY),
        hub=behind.hub,
        heartbeats=behind.heartbeats,
        pins=pins,
        phones=behind.phones,
        pair_rate=RateLimit(TRIES_A_MINUTE, 60),
        place_rate=RateLimit(PLACE_TRIES_A_MINUTE, 60),
        address_rate=RateLimit(ADDRESS_TRIES_A_MINUTE, 60),
        repeat_rate=RateLimit(repeat.WISHES, repeat.WINDOW_S),
        quotas=Quotas(lambda name: behind.heartbeats.slow_down(name, clock.now()), limited=config.device_limits),
        meters=Meters(),
        outlook=OutlookDesk(store.reads, behind.estimator, store.settings, clock, store.lane),
        figures=behind.figures,
        reports=reports,
        reasons=lambda: (*_reasons(config, store, behind.chores, centre, connections), *sorted(reports.troubles)),
        connections=connections,
        away=AWAY,
        courtesy=behind.courtesy,
        elsewhere=centre.requests if centre else None,
        has_centre=centre is not None,
        public_url=config.public_url or url,
        training=behind.rooms,
    )


def build_room(address: str, config: HallConfig, settings: HallSettings, clock: Clock) -> Hall:
    """Build a hall to practise in: the same engine and service, with no chores, no centre and nobody to report to."""
    secret = load_secret(config.data / KEY_FILE)
    store = open_store(config.database_url, clock.now, setup=settings)
    pins = PinHasher(secret, memory_kib=ROOM_PIN_KIB)
    behind = backstage(config, store, clock, ReportPlan(), None)
    hall = _assembled(config, store, secret, pins, clock, address, behind)
    for listener in (hall.hub.publish, hall.estimator.heard):
        store.announcer.listen(listener)
    return hall


def _start(hall: Hall) -> None:
    for listener in (hall.hub.publish, hall.estimator.heard, *([hall.centre.heard] if hall.centre else [])):
        hall.store.announcer.listen(listener)
    hall.estimator.start()
    hall.parts.reports.start()
    if hall.centre is not None:
        hall.centre.start()


def _give_first_pins(setup: Setup, store: HallStore, pins: PinHasher) -> None:
    """Give the set-up file's PINs to agents who have none: a PIN that was changed since stays changed."""

    def missing() -> dict[str, str]:
        return store.reads.read(
            lambda work, _now: {
                agent: pin for agent, pin in setup.pins.items() if work.identities.pin_hash(agent) is None
            }
        ).result()

    hashed = {agent: pins.hash_now(pin) for agent, pin in missing().items()}

    def store_them(work: SqlWork, _now: Moment) -> None:
        for agent, pin_hash in hashed.items():
            work.identities.set_pin_hash(agent, pin_hash)

    store.lane.run(store_them).result()


def _reasons(
    config: HallConfig, store: HallStore, chores: Chores, centre: ToCentre | None, connections: ConnectionLimits
) -> tuple[str, ...]:
    """Return what a monitor should know, as the stable words of docs/contract.md."""
    reasons = ["database_away"] if store.lane.trouble else []
    reasons += [f"chore_failing:{name}" for name in sorted(chores.failing)]
    if connections.full:
        reasons.append("connections_full")
    return (*reasons, *reasons_of(config, centre))
