"""Build a running hall from a HallConfig: the only module that knows all the others."""

from __future__ import annotations

import asyncio
import logging
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from common.accounts.passwords import Passwords
from common.accounts.strangers import Strangers
from common.files.durable import remove_drafts
from common.files.private import make_private_folder
from common.server.connection_limits import ConnectionLimits
from common.server.open_files import file_limit
from hall.composition.app import build_app
from hall.composition.background import BackgroundWork, build_background_work, reasons_of
from hall.composition.centre_sync import open_sync_side
from hall.composition.hall_metrics import HallMetrics
from hall.composition.partners import partner_check
from hall.composition.running import Hall
from hall.composition.sql_work import SqlWork
from hall.composition.start_checks import (
    COPIES,
    KEY_FILE,
    check_database_is_there,
    is_set_up,
    own_secret,
    start_problem,
)
from hall.composition.store import HallStore, open_store
from hall.composition.troubles import Troubles
from hall.config import HallConfig
from hall.contact import routes as contact_routes
from hall.devices.store.release_files import RELEASE_FILES, ReleaseFiles
from hall.devices.workers.heartbeats import HEARTBEATS
from hall.kernel.callers import Enrolled
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.people.model.account import TRIES_OF_ALL
from hall.people.model.identity_ports import HasIdentities
from hall.people.routes.device_states import DEVICE_STATES
from hall.people.routes.ministry_sign_in import MINISTRY, RETURN_PATH
from hall.people.routes.password_check import UNKNOWN_NAMES, WRONG_TRIES
from hall.platform.clock import SystemClock
from hall.platform.db.backup.history_mark import MARK_FILE
from hall.platform.db.engine import StoreError
from hall.platform.db.hall_identity import keep_address
from hall.platform.db.writer.command_queue import CommandQueueError
from hall.platform.security.authentication import Authenticator
from hall.platform.security.pairing_code import TRIES_A_MINUTE
from hall.platform.security.pins import MEMORY_KIB, PinHasher
from hall.platform.security.secret import PASSWORDS, HallSecret, read_secret
from hall.platform.store_ports import Clock, Reads
from hall.platform.tls.hall_tls import HallTls
from hall.platform.web.dependencies import Database, Dependencies, DependencyKey, Health, Limits, Security
from hall.platform.web.limits.limits_per_token import Quotas
from hall.platform.web.limits.rate_limit import RateLimit
from hall.platform.web.request_metrics import Meters
from hall.queue.routes import repeat_calls
from hall.queue.routes.from_other_capabilities import ADDITIONS, EXPECTED_WAITS, Additions
from hall.reporting.routes.snapshot import read_snapshot
from hall.reporting.workers.report_sender import REPORTS
from hall.requests.routes.requests import REQUESTS_ELSEWHERE
from hall.settings.model.report_plan import ReportPlan
from hall.settings.setup.file import Setup, SetupError, read_setup
from hall.surveys import routes as surveys
from hall.training.routes import ROOMS, TrainingDispatcher
from hall.waits.commands.announce_wait import announce
from hall.waits.workers.outlook_cache import OUTLOOK, OutlookCache
from hall.waits.workers.plan_cache import PLAN, PlanCache

log = logging.getLogger(__name__)
__all__ = ["Hall", "build_hall", "build_room", "open_sync_side"]

PLACE_TRIES_A_MINUTE = 12
ADDRESS_TRIES_A_MINUTE = 600
PASSWORD_TRIES_A_MINUTE = 30
DOCUMENTS_A_MINUTE = 60
"""By address, right ones too: each check takes the machine some 60 ms."""
"""Phones behind one address of a mobile network are many visitors."""
MOVES_OF_A_VISITOR, MOVES_WINDOW_S = 8, 600
"""A ticket's page may send this many moves (late, in time, cancel, undo) within `MOVES_WINDOW_S` seconds."""
ROOM_PIN_KIB = 64
"""The PIN of a training room is no secret."""
AWAY = (CommandQueueError, OperationalError, InterfaceError, PoolTimeoutError)


def build_hall(
    config: HallConfig,
    *,
    address: str,
    visitors: str = "",
    tls: HallTls | None = None,
    clock: Clock | None = None,
    pin_memory_kib: int = MEMORY_KIB,
    tasks_by_hand: bool = False,
    new: bool = False,
    new_key: bool = False,
) -> Hall:
    """Open the store and start everything but the server; `address` is where the hall will answer.

    `tls` is what it serves HTTPS with, None for plain HTTP; `visitors` is where phones reach it then.
    `tasks_by_hand`: no thread runs the tasks; a test that moves the clock runs them itself.
    `new` begins a new hall where the database was lost, `new_key` makes another key where it was lost.
    Raise StoreError, SetupError or SecretError, each with what to do; then nothing runs and nothing has changed.
    """
    clock = clock or SystemClock()
    setup, unreadable = _setup_of(config)
    read_secret(config.key_folder / KEY_FILE)  # one that cannot be used is refused before anything is made
    check_database_is_there(config, new=new)
    store = _opened(config, clock, setup)
    make_private_folder(config.data)  # a database on PostgreSQL has made none
    # The store is open, so no other hall writes there.
    for folder in (config.data, config.data / COPIES, config.key_folder):
        remove_drafts(folder)
    with ExitStack() as undone:
        undone.callback(store.close)
        secret = own_secret(config.key_folder / KEY_FILE, store, new_key=new_key)
        pins = PinHasher(secret, memory_kib=pin_memory_kib)
        undone.callback(pins.close)
        if setup is not None:
            _give_first_pins(setup, store, pins)
        plan = setup.reports if setup else ReportPlan()
        troubles = Troubles(store, setup_unreadable=unreadable, mark=config.data / MARK_FILE)
        behind = build_background_work(config, store, clock, plan, partial(build_room, address), troubles, tls)
        hall = _assembled(config, store, secret, pins, clock, visitors or address, behind)
        undone.pop_all()
    authority = tls.authority_pem if tls else ""
    store.commands.run(lambda work, _now: keep_address(work.connection, address, authority)).result()
    _start(hall)
    if not tasks_by_hand:
        hall.tasks.start()
    return hall


def _setup_of(config: HallConfig) -> tuple[Setup | None, bool]:
    """Return the set-up file, and whether it cannot be read although the hall can do without it.

    A hall has its settings in the database; the file only says at each start which reports leave and how.
    """
    if config.setup is None:
        return None, False
    try:
        return read_setup(config.setup), False
    except SetupError as error:
        if not is_set_up(config):
            raise
        for problem in error.problems:
            log.warning("%s: %s", config.setup, problem)
        log.warning("%s cannot be read: the hall starts with its settings of before, and sends no report", config.setup)
        return None, True


def _opened(config: HallConfig, clock: Clock, setup: Setup | None) -> HallStore:
    try:
        return open_store(
            config.database_url,
            clock.now,
            setup=setup.settings if setup else None,
            takeover_wait_s=config.takeover_wait_s,
            mark=config.data / MARK_FILE,
        )
    except (OSError, DBAPIError) as error:
        raise StoreError(start_problem(config, error)) from error


def _assembled(
    config: HallConfig,
    store: HallStore,
    secret: HallSecret,
    pins: PinHasher,
    clock: Clock,
    url: str,
    behind: BackgroundWork,
) -> Hall:
    parts = _parts(config, store, secret, pins, clock, url, behind)
    app, rooms = build_app(parts), behind.rooms
    door = TrainingDispatcher(app, rooms) if rooms else app
    return Hall(
        config,
        door,
        parts,
        behind.hub,
        store,
        secret,
        pins,
        behind.estimator,
        behind.forecasts,
        behind.tasks,
        behind.centre,
        rooms,
    )


def _parts(
    config: HallConfig,
    store: HallStore,
    secret: HallSecret,
    pins: PinHasher,
    clock: Clock,
    url: str,
    behind: BackgroundWork,
) -> Dependencies:
    centre = behind.centre
    connections = ConnectionLimits(file_limit(), config.trusted_proxy)
    return Dependencies(
        settings=store.settings,
        set_up=store.settings.set_up,
        clock=clock,
        public_url=config.phones_go_to(store.settings().hall, url),
        database=Database(store.commands, store.reads, behind.troubles.client_is_ahead, AWAY),
        security=Security(
            secret,
            Authenticator(partial(_owner_of, store.reads), AWAY),
            pins,
            Passwords(secret.seal(PASSWORDS), memory_kib=pins.memory_kib, breached=config.breached_passwords),
            behind.phones,
            partner_check,
            behind.tls,
            trail=behind.trail,
            token_links=config.token_links,
        ),
        limits=_limits(config, clock, behind, connections),
        hub=behind.hub,
        snapshot=read_snapshot,
        health=Health(
            Meters(),
            partial(_reasons, config, behind, connections),
            HallMetrics(config, store, behind.estimator, behind.heartbeats, behind.troubles),
        ),
        centre_is_set=centre is not None,
        others=_others(store, clock, behind, config.device_releases) | _ministry(config, secret),
    )


def _others(store: HallStore, clock: Clock, behind: BackgroundWork, releases: Path) -> dict[DependencyKey[Any], object]:
    """Return what the capabilities keep in memory; each value is of the class that its key names."""
    outlook = OutlookCache(store.reads, behind.estimator, store.settings, clock, store.commands, behind.forecasts)
    others: dict[DependencyKey[Any], object] = {
        EXPECTED_WAITS: behind.estimator,
        ADDITIONS: _additions(behind),
        OUTLOOK: outlook,
        PLAN: PlanCache(),
        HEARTBEATS: behind.heartbeats,
        RELEASE_FILES: ReleaseFiles(releases),
        DEVICE_STATES: behind.heartbeats,
        REPORTS: behind.reports,
        WRONG_TRIES: Strangers(),
        UNKNOWN_NAMES: Strangers(free=TRIES_OF_ALL),
    }
    if behind.rooms is not None:
        others[ROOMS] = behind.rooms
    if behind.centre is not None and behind.centre.requests is not None:
        others[REQUESTS_ELSEWHERE] = behind.centre.requests
    return others


def _ministry(config: HallConfig, secret: HallSecret) -> dict[DependencyKey[Any], object]:
    """Return the ministry's OpenID provider by its key; nothing where single sign-on is not set up."""
    if config.single_sign_on is None:
        return {}
    from common.accounts.openid_provider import OpenIdProvider  # noqa: PLC0415 - costs a sixth of a second

    return {MINISTRY: OpenIdProvider(config.single_sign_on, secret.derive("single sign-on"), path=RETURN_PATH)}


def _additions(behind: BackgroundWork) -> Additions:
    estimator = behind.estimator
    return Additions(
        announce_wait=lambda issued, work: announce(issued, estimator, work),
        keep_number=partial(contact_routes.keep_number, behind.phones),
        with_number=partial(contact_routes.visits_with_number, behind.phones),
        own_survey=surveys.survey_of,
    )


def _limits(config: HallConfig, clock: Clock, behind: BackgroundWork, connections: ConnectionLimits) -> Limits:
    return Limits(
        pairing=RateLimit(TRIES_A_MINUTE, 60),
        places=RateLimit(PLACE_TRIES_A_MINUTE, 60),
        addresses=RateLimit(ADDRESS_TRIES_A_MINUTE, 60),
        ministry=RateLimit(ADDRESS_TRIES_A_MINUTE, 60),
        passwords=RateLimit(PASSWORD_TRIES_A_MINUTE, 60),
        documents=RateLimit(DOCUMENTS_A_MINUTE, 60),
        visitor_moves=RateLimit(MOVES_OF_A_VISITOR, MOVES_WINDOW_S),
        repeats=RateLimit(repeat_calls.WISHES, repeat_calls.WINDOW_S),
        quotas=Quotas(lambda name: behind.heartbeats.slow_down(name, clock.now()), limited=config.device_limits),
        connections=connections,
    )


def build_room(address: str, folder: Path, settings: HallSettings, clock: Clock) -> Hall:
    """Build a hall to practise in: the same engine and service, with no tasks, no centre and nobody to report to."""
    config = HallConfig(data=folder, keys=folder, device_limits=False)  # its key goes with it
    store = open_store(config.database_url, clock.now, setup=settings)
    secret = own_secret(config.key_folder / KEY_FILE, store)
    pins = PinHasher(secret, memory_kib=ROOM_PIN_KIB)
    behind = build_background_work(config, store, clock, ReportPlan(), None)
    hall = _assembled(config, store, secret, pins, clock, address, behind)
    for listener in (hall.hub.publish, hall.estimator.heard):
        store.announcer.listen(listener)
    return hall


async def _owner_of(reads: Reads[HasIdentities], hashed: str) -> Enrolled | None:
    """Return whose token hashes to this, or None."""
    return await asyncio.wrap_future(reads.read(lambda work, _now: work.identities.owner_of(hashed)))


def _start(hall: Hall) -> None:
    for listener in (hall.hub.publish, hall.estimator.heard, *([hall.centre.heard] if hall.centre else [])):
        hall.store.announcer.listen(listener)
    hall.estimator.start()
    hall.parts.get(REPORTS).start()
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

    hashed = {agent: pins.hash_now(pin, agent) for agent, pin in missing().items()}

    def store_them(work: SqlWork, _now: Moment) -> None:
        for agent, pin_hash in hashed.items():
            work.identities.set_pin_hash(agent, pin_hash)

    store.commands.run(store_them).result()


def _reasons(config: HallConfig, behind: BackgroundWork, connections: ConnectionLimits) -> tuple[str, ...]:
    """Return what a monitor should know, as the stable words of docs/contract.md."""
    reasons = list(behind.troubles.reasons())
    reasons += [f"task_failing:{name}" for name in sorted(behind.tasks.failing)]
    if connections.full:
        reasons.append("connections_full")
    return (*reasons, *reasons_of(config, behind.centre), *sorted(behind.reports.troubles))
