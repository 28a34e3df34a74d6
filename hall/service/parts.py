"""All that the routes stand on, as one frozen value which `hall.bootstrap` builds and the app carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from common.connection_limits import ConnectionLimits
from common.refusal_log import RefusalLog
from hall.domain.settings import HallSettings
from hall.service.figures_desk import FiguresDesk
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
class Parts:
    """The lane, the readers and what the service keeps in memory."""

    lane: Lane
    reads: Reads
    settings: Callable[[], HallSettings]
    clock: Clock
    estimates: Estimates
    secret: HallSecret
    gate: Gate
    hub: LiveHub
    heartbeats: Heartbeats
    pins: PinHasher
    phones: PhoneSeal
    pair_rate: RateLimit
    place_rate: RateLimit
    address_rate: RateLimit
    repeat_rate: RateLimit
    quotas: Quotas
    meters: Meters
    outlook: OutlookDesk
    figures: FiguresDesk
    reports: ReportSender
    reasons: Callable[[], tuple[str, ...]]
    """What a monitor should know now, as stable words; empty when all is well."""
    connections: ConnectionLimits
    history_is_shorter: Callable[[str], None]
    """Say by which sign this database is seen to be older than what the hall has announced."""
    away: tuple[type[Exception], ...]
    """What the lane and the readers raise when the database does not answer: nothing was done, try again."""
    public_url: str
    """Where phones reach the visitor's page, without a slash at the end."""
    refusals: RefusalLog = field(default_factory=RefusalLog)
    """The lines in the log about who was refused."""
    plan: PlanDesk = field(default_factory=PlanDesk)
    elsewhere: RequestsElsewhere | None = None
    """Where other halls' requests are asked for; None: this hall has no centre that answers."""
    has_centre: bool = False
    """Whether a centre is set for this hall, whether or not it answers."""
    training: TrainingRooms | None = None
    """Rooms to practise in; None within such a room."""
