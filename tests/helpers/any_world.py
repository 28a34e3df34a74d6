"""Where a random day takes place: true time beside the hall's clock, its start, and halls of every rule."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, time

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.kiosk_settings import Appointments
from hall.kernel.official_settings import Official, Span
from hall.kernel.settings import Agent, Counter, HallSettings, Hours, Service
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS
from tests.helpers.replacing import replace

ROOM, OFFICE = CounterId(9), ServiceCode("M")
"""The room of the hall's official, and the service that is his alone."""
DAILY = {day: (Span(time(0), time(23, 55)),) for day in range(1, 8)}

SERVICES = (LANDS, HOUSING, ENQUIRIES)
AGENTS = ("said", "badriya", "rashid", "noor", "director")
COUNTERS = (1, 2, 3, 4, 9)
YIELDS_S = 1500
STARTS = {
    "a working day": ("Asia/Muscat", datetime(2026, 11, 24, 5, 0, tzinfo=UTC)),
    "before midnight, day and night": ("Asia/Muscat", datetime(2026, 11, 24, 19, 30, tzinfo=UTC)),
    "the eve of Ramadan": ("Asia/Muscat", datetime(2027, 2, 7, 9, 0, tzinfo=UTC)),
    "the hour that comes twice": ("Europe/London", datetime(2026, 10, 25, 0, 10, tzinfo=UTC)),
    "the hour that is left out": ("Europe/London", datetime(2027, 3, 28, 0, 20, tzinfo=UTC)),
    "closing time": ("Asia/Muscat", datetime(2026, 11, 24, 9, 10, tzinfo=UTC)),
}


@dataclass(frozen=True)
class TrueMoment:
    """An instant as it truly was, and how far the hall's clock was off; `boot` numbers the machine's starts."""

    at_s: float
    off_s: float
    boot: int
    booted_s: float
    """When the machine had started."""

    def until(self, now: TrueMoment, *, slot: bool = False) -> float:
        """Return the seconds that a hall can know to have passed until now; of a slot ahead they are below 0."""
        if now.boot == self.boot:
            return now.at_s - self.at_s
        by_wall_s = now.at_s - self.at_s + now.off_s - self.off_s
        return by_wall_s if slot else max(by_wall_s, now.at_s - now.booted_s)


def settings_of(chance: random.Random, zone: str, *, day_and_night: bool) -> HallSettings:
    """Return a hall of some rule: plain, with skills, with a reserved counter, or with lanes in turn."""
    rule = chance.choice(["plain", "skills", "reserved", "turns"])
    agents, counters = SETTINGS.agents, SETTINGS.counters
    if rule == "skills":
        levels = {LANDS: 1, HOUSING: 2, ENQUIRIES: 3}
        agents = tuple(replace(one, levels=levels) if one.code == "said" else one for one in agents)
    if rule == "reserved":
        counters = tuple(replace(one, reserved_for=Lane.PRIORITY if one.number == 1 else None) for one in counters)
    director = AgentId("director")
    return replace(
        SETTINGS,
        time_zone=zone,
        agents=(*(replace(one, auto_call=one.code == "noor") for one in agents), Agent(director, {"en": "Director"})),
        counters=(*counters, Counter(ROOM, {"en": "Director's office"}, (OFFICE,))),
        services=(
            *(replace(one, last_number=40, appointments_per_slot=100) for one in SETTINGS.services),
            Service(OFFICE, "M", {"en": "Director"}, open=False, last_number=40),
        ),
        officials=(Official("director", {"en": "Director"}, director, OFFICE, DAILY, 5),),
        lane_ratio={Lane.PRIORITY: 1, Lane.STANDARD: 2} if rule == "turns" else {},
        limits=replace(SETTINGS.limits, preference_yields_s=YIELDS_S),
        appointments=Appointments(offered=True),
        hours=Hours({}, always_open=True, auto_close=time(23, 30)) if day_and_night else SETTINGS.hours,
    )
