"""All that the routes stand on, as one frozen value which `hall.composition.bootstrap` builds and the app carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from prometheus_client.core import Metric

from common.accounts.passwords import Passwords
from common.log.refusals import RefusalLog
from common.server.connection_limits import ConnectionLimits
from contracts.live import Snapshot
from hall.kernel.moment import Moment
from hall.kernel.partner import PartnerScope
from hall.kernel.settings import HallSettings
from hall.platform.live.hub import LiveHub
from hall.platform.security.access import Caller
from hall.platform.security.access_trail import AccessTrail
from hall.platform.security.authentication import Authenticator
from hall.platform.security.phone_seal import PhoneSeal
from hall.platform.security.pins import PinHasher
from hall.platform.security.secret import HallSecret
from hall.platform.store_ports import Clock, Commands, FactReads
from hall.platform.tls.hall_tls import HallTls
from hall.platform.web.limits.limits_per_token import Quotas
from hall.platform.web.limits.rate_limit import RateLimit
from hall.platform.web.request_metrics import Meters

T = TypeVar("T")
CheckPartner = Callable[[PartnerScope, Caller, Any], None]
"""Raises the refusal of what is not the partner's."""
PartnerCheck = Callable[[str, str, Mapping[str, str], bytes], CheckPartner | None]
"""Takes a request's method, path, parameters of the path and body."""
ReadSnapshot = Callable[["Dependencies", Caller, Any, Moment], Snapshot]
"""Reads all that the caller's program must know when it begins to follow the live link."""


class DependencyKey(Generic[T]):
    """Names a part that a capability keeps in memory and that its routes ask for: `call.parts.get(KEY)`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"DependencyKey({self.name!r})"


@dataclass(frozen=True)
class Database:
    """How a route reads and writes the hall's data."""

    commands: Commands[Any]
    """The one writer."""
    reads: FactReads[Any]
    client_is_ahead: Callable[[int], None]
    """Note that a client names a fact, newer than the newest one here."""
    away: tuple[type[Exception], ...]
    """What writer and readers raise when the database does not answer: nothing was done, try again."""


@dataclass(frozen=True)
class Security:
    """Who calls, and what only the hall can read or make."""

    secret: HallSecret
    authenticator: Authenticator
    pins: PinHasher
    passwords: Passwords
    phones: PhoneSeal
    partner_check: PartnerCheck
    """Keeps a partner's people to the partner's visits and requests."""
    tls: HallTls | None = None
    """What the hall serves HTTPS with; None: plain HTTP on loopback."""
    refusals: RefusalLog = field(default_factory=RefusalLog)
    """The lines in the log about who was refused."""
    trail: AccessTrail = field(default_factory=AccessTrail)
    """Which uses are audit facts."""
    token_links: bool = True
    """Whether a staff token that lasts begins a browser's session; a link for one use always does."""


@dataclass(frozen=True)
class Limits:
    """How much one device, visitor, address or connection may ask for."""

    pairing: RateLimit
    places: RateLimit
    addresses: RateLimit
    ministry: RateLimit
    passwords: RateLimit
    documents: RateLimit
    visitor_moves: RateLimit
    repeats: RateLimit
    quotas: Quotas
    connections: ConnectionLimits


@dataclass(frozen=True)
class Health:
    """How the hall service is."""

    meters: Meters
    reasons: Callable[[], tuple[str, ...]]
    """What a monitor should know now, as stable words; empty when all is well."""
    figures: Callable[[], Iterable[Metric]] = tuple
    """The hall's measurements besides its requests; they may be slow, so a thread reads them."""


@dataclass(frozen=True)
class Dependencies:
    """What the service keeps in memory, by what it is for."""

    settings: Callable[[], HallSettings]
    set_up: Callable[[], HallSettings]
    """The settings without what the hall head arranged for the day."""
    clock: Clock
    public_url: str
    """Where phones reach the visitor's page, without a slash at the end."""
    database: Database
    security: Security
    limits: Limits
    hub: LiveHub
    snapshot: ReadSnapshot
    health: Health
    centre_is_set: bool
    """Whether a centre is set for this hall, whether or not it answers."""
    others: dict[DependencyKey[Any], object]
    """What the capabilities keep, by their keys."""

    @property
    def codes_only_read(self) -> bool:
        """Whether a ticket's code moves nothing: phones send it over plain HTTP, and a listener has it, too."""
        return self.security.tls is not None and self.public_url.startswith("http://")

    def get(self, key: DependencyKey[T]) -> T:
        """Return the part of this key; KeyError where this hall has none."""
        return cast("T", self.others[key])

    def find(self, key: DependencyKey[T]) -> T | None:
        """Return the part of this key, or None where this hall has none."""
        return cast("T | None", self.others.get(key))
