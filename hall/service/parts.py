"""All that the routes stand on, as one frozen value which `hall.bootstrap` builds and the app carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from common.connection_limits import ConnectionLimits
from common.refusal_log import RefusalLog
from hall.domain.settings import HallSettings
from hall.service.gate import Gate
from hall.service.heartbeats import Heartbeats
from hall.service.live_hub import LiveHub
from hall.service.meters import Meters
from hall.service.outlook_desk import OutlookDesk
from hall.service.phone_seal import PhoneSeal
from hall.service.pins import PinHasher
from hall.service.plan_desk import PlanDesk
from hall.service.ports import Clock, Estimates, Lane, Reads, RequestsElsewhere, TrainingRooms
from hall.service.quotas import Quotas
from hall.service.rate import RateLimit
from hall.service.report_sender import ReportSender
from hall.service.secret import HallSecret


@dataclass(frozen=True)
class Database:
    """How a route reads and writes the hall's data."""

    lane: Lane
    """The one writer."""
    reads: Reads
    client_is_ahead: Callable[[int], None]
    """Note that a client names a fact, newer than the newest one here."""
    away: tuple[type[Exception], ...]
    """What writer and readers raise when the database does not answer: nothing was done, try again."""


@dataclass(frozen=True)
class Security:
    """Who calls, and what only the hall can read or make."""

    secret: HallSecret
    gate: Gate
    pins: PinHasher
    phones: PhoneSeal
    refusals: RefusalLog = field(default_factory=RefusalLog)
    """The lines in the log about who was refused."""


@dataclass(frozen=True)
class Limits:
    """How much one device, visitor, address or connection may ask for."""

    pairing: RateLimit
    places: RateLimit
    addresses: RateLimit
    visitor_moves: RateLimit
    repeats: RateLimit
    quotas: Quotas
    connections: ConnectionLimits


@dataclass(frozen=True)
class Waits:
    """What is known of waits to come."""

    estimates: Estimates
    outlook: OutlookDesk


@dataclass(frozen=True)
class Reporting:
    """Figures, the staffing plan, and the reports that leave at set times."""

    reports: ReportSender
    plan: PlanDesk = field(default_factory=PlanDesk)


@dataclass(frozen=True)
class Health:
    """How the hall service is."""

    meters: Meters
    reasons: Callable[[], tuple[str, ...]]
    """What a monitor should know now, as stable words; empty when all is well."""


@dataclass(frozen=True)
class Centre:
    """The centre as the routes know it."""

    is_set: bool = False
    """Whether a centre is set for this hall, whether or not it answers."""
    requests: RequestsElsewhere | None = None
    """Where other halls' requests are asked for; None: this hall has no centre that answers."""


@dataclass(frozen=True)
class Parts:
    """What the service keeps in memory, by what it is for."""

    settings: Callable[[], HallSettings]
    clock: Clock
    public_url: str
    """Where phones reach the visitor's page, without a slash at the end."""
    database: Database
    security: Security
    limits: Limits
    hub: LiveHub
    heartbeats: Heartbeats
    waits: Waits
    reporting: Reporting
    health: Health
    centre: Centre
    training: TrainingRooms | None = None
    """Rooms to practise in; None within such a room."""
