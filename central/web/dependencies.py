"""What handlers ask for by name: the parts of a running centre, and what one request needs of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from litestar.connection import ASGIConnection
from litestar.di import NamedDependency, Provide
from sqlalchemy import Engine

from central.config import CentralConfig
from central.intake.batch_intake import IngestRules
from central.intake.throttle import Pressure
from central.people.enrolment import Setup
from central.store.hall_limit import limited
from central.web.attempt_limit import Tries
from central.web.centre_request import CentreRequest, read_form
from central.web.rate_limit import Shares
from common.accounts.single_sign_on import Provider
from common.log.refusals import RefusalLog

PARTS = "dawr_parts"
"""Where a request's scope has the parts of its centre."""


@dataclass(frozen=True)
class Attempts:
    """Wrong tries, counted apart: who guesses passwords or set-up codes must not keep a hall from enrolling."""

    enrol: Tries = field(default_factory=Tries)
    set_up: Tries = field(default_factory=Tries)
    sign_in: Tries = field(default_factory=Tries)
    ministry: Tries = field(default_factory=Tries)
    """Wrong returns from the ministry's provider; accounts of the centre must stay the sign-in meanwhile."""
    ministry_begun: Shares = field(default_factory=lambda: Shares(60))
    """Sign-ins that began at the provider: one address must not keep it busy."""


@dataclass(frozen=True)
class Parts:
    """The parts of a running centre; `clock` gives the wall time, aware UTC."""

    engine: Engine
    config: CentralConfig
    setup: Setup
    clock: Callable[[], datetime]
    attempts: Attempts = field(default_factory=Attempts)
    pressure: Pressure = field(default_factory=Pressure)
    refusals: RefusalLog = field(default_factory=RefusalLog)
    provider: Provider | None = None


Database: TypeAlias = NamedDependency[Engine]
"""The database as the caller sees it: who has a role in some halls only sees nothing of the others."""
Config: TypeAlias = NamedDependency[CentralConfig]
Secrets: TypeAlias = NamedDependency[Setup]
Guesses: TypeAlias = NamedDependency[Attempts]
Uploads: TypeAlias = NamedDependency[Pressure]
Now: TypeAlias = NamedDependency[datetime]
"""The instant of the request."""
MinistryProvider: TypeAlias = NamedDependency[Any]
"""The ministry's OpenID provider, a `Provider`; None where single sign-on is not set up."""
Today: TypeAlias = NamedDependency[date]
"""The calendar day at the halls."""
Rules: TypeAlias = NamedDependency[IngestRules]
Refusals: TypeAlias = NamedDependency[RefusalLog]
Form: TypeAlias = NamedDependency[dict[str, str]]
"""The fields of a page's form."""
Who: TypeAlias = NamedDependency[str]
"""The name of the person or token that changes something."""


def parts_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Parts:
    """Return the parts of the centre that answers a request."""
    parts: Parts = connection.scope[PARTS]  # type: ignore[literal-required]  # our own entry
    return parts


def today(now: Now, config: Config) -> date:
    """Return the calendar day at the halls."""
    return now.astimezone(ZoneInfo(config.time_zone)).date()


def rules(config: Config) -> IngestRules:
    """Return how batches are taken in."""
    return IngestRules(config.lease_s, config.time_zone)


def _engine(request: CentreRequest) -> Engine:
    caller = request.user
    return limited(parts_of(request).engine, caller.halls if caller else None)


def _who(request: CentreRequest) -> str:
    caller = request.user
    return caller.name if caller else ""


def _now(request: CentreRequest) -> datetime:
    return parts_of(request).clock()


def _part(of: Callable[[Parts], object]) -> Provide:
    def part(request: CentreRequest) -> object:
        return of(parts_of(request))

    return Provide(part, sync_to_thread=False)


DEPENDENCIES = {
    "engine": Provide(_engine, sync_to_thread=False),
    "config": _part(lambda parts: parts.config),
    "setup": _part(lambda parts: parts.setup),
    "attempts": _part(lambda parts: parts.attempts),
    "pressure": _part(lambda parts: parts.pressure),
    "refusals": _part(lambda parts: parts.refusals),
    "provider": _part(lambda parts: parts.provider),
    "form": Provide(read_form),
    "who": Provide(_who, sync_to_thread=False),
    "now": Provide(_now, sync_to_thread=False),
    "today": Provide(today, sync_to_thread=False),
    "rules": Provide(rules, sync_to_thread=False),
}
"""The dependencies of all handlers, by the name under which a handler asks for each."""
