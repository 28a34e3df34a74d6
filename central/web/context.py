"""What every route of the centre needs, handed over by the bootstrap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from central.access.centre_key import load_key
from central.config import CentralConfig
from central.intake.batch_intake import IngestRules
from central.intake.throttle import Pressure
from central.maintenance.cleanup import Retention
from central.people.enrolment import Setup
from central.people.passwords import Passwords
from central.web.attempt_limit import Tries


@dataclass(frozen=True)
class Context:
    """A running centre's parts; `now` gives the wall time, aware UTC.

    Wrong tries are counted apart: who guesses passwords or people's set-up codes must not keep a hall from enrolling.
    """

    engine: Engine
    config: CentralConfig
    now: Callable[[], datetime]
    enrol_tries: Tries = field(default_factory=Tries)
    set_up_tries: Tries = field(default_factory=Tries)
    sign_in_tries: Tries = field(default_factory=Tries)
    pressure: Pressure = field(default_factory=Pressure)

    @property
    def rules(self) -> IngestRules:
        """Return the rules of taking in."""
        return IngestRules(self.config.lease_s, self.config.time_zone)

    @cached_property
    def setup(self) -> Setup:
        """Return what setting up and checking people's access needs; ConfigError for a key that is unusable."""
        key = load_key(self.config.data)
        return Setup(key, Passwords(key))

    @property
    def retention(self) -> Retention:
        """Return how long records stay."""
        return Retention(self.config.kept_years, self.config.kept_days)

    def today(self) -> date:
        """Return the calendar day at the halls."""
        return self.now().astimezone(ZoneInfo(self.config.time_zone)).date()
