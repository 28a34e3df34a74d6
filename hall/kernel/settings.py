"""What a hall is set up to be: services, counters, agents, lanes, hours and limits, as one frozen value.

It is read from the database (into which the set-up file is imported once) and handed to each use case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

from common.brand.brand import Brand
from contracts.words.hall import UNDO_S, Lane, VisitorKind
from hall.kernel.arrangement import Arrangement
from hall.kernel.closure import Closure, MoonAct
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.kiosk_settings import Appointments, Information, KioskSettings, Zone
from hall.kernel.official_settings import Official
from hall.kernel.refusals import AgentUnknownError, CounterUnknownError, ServiceUnknownError
from hall.kernel.request_settings import (
    DIRECTORATES,
    POWERS,
    REASONS,
    TOPICS,
    Named,
    Power,
    RequestChoices,
    RequestSettings,
)

HEAD_STARTS_S = {Lane.PRIORITY: 1200, Lane.APPOINTMENT: 900}
"""The head starts of a hall that sets none, in seconds."""

Texts = Mapping[str, str]
"""A text by language tag (`ar`, `en`)."""


@dataclass(frozen=True)
class Service:
    """One thing offered and queued for; its numbers run from `first_number` to `last_number`, then come round."""

    code: ServiceCode
    prefix: str
    names: Texts
    category: str | None = None
    visitor_kinds: tuple[VisitorKind, ...] = ()
    """Kinds it serves; empty: everybody and nobody is asked."""
    asks_visitor_kind: bool = False
    target_wait_s: int = 900
    expected_serving_s: int = 420
    """The serving time assumed until the hall has learnt its own."""
    serving_elsewhere_s: int | None = None
    """The mean serving time of the same service in other halls: better than an assumption."""
    first_number: int = 1
    last_number: int = 999
    open: bool = True
    lane: Lane = Lane.STANDARD
    """The lane of its ordinary visits; a premium hall sets `premium`."""
    zone: str | None = None
    """The zone whose tile leads to it; None: the hall's main screen."""
    information: Information = field(default_factory=Information)
    quota: int | None = None
    """Tickets given in a service day at most, appointments not counted; None: as many as come."""
    transactions_max: int | None = None
    """Transactions for one ticket at most; None: as many as there are."""
    pictogram: str = ""
    """The drawn sign on its tile, one of `contracts.words.pictograms`; "": none."""
    appointments_per_slot: int = 2
    """Appointments in one slot (`Appointments.slot_s`) at most: the other places are for those who come without one."""


@dataclass(frozen=True)
class Category:
    """A group of services on the kiosk."""

    code: str
    names: Texts


@dataclass(frozen=True)
class Counter:
    """A numbered service point and the services it may serve; `partner` names whose counter it is (a bank), if any."""

    number: CounterId
    names: Texts
    services: tuple[ServiceCode, ...]
    partner: str | None = None
    reserved_for: Lane | None = None
    """Visits of this lane go first here; it helps the others only while nobody of it waits."""


@dataclass(frozen=True)
class Agent:
    """A person who serves. `services` in order of preference; empty: all of the counter's, no preference."""

    code: AgentId
    names: Texts
    services: tuple[ServiceCode, ...] = ()
    all_round: bool = False
    levels: Mapping[ServiceCode, int] = field(default_factory=dict)
    """How well the agent knows a service: 1 (or not named) is called first, 2 and 3 only after those."""
    auto_call: bool = False
    """The hall calls the next visitor automatically some seconds after a finish, unless the agent stops it."""


@dataclass(frozen=True)
class FiveTimes:
    """The five local times of an open weekday, in this order."""

    doors: time
    first_ticket: time
    counters_open: time
    last_ticket: time
    closing: time


@dataclass(frozen=True)
class Holiday:
    """A day on which the hall is closed; `expected` while it is not announced."""

    day: date
    names: Texts
    expected: bool = False
    occasion: str | None = None
    """One of hall.calendar.oman_holidays.Occasion: then this day stands for the expected ones of the occasion."""
    source: str = ""
    """Where it was announced."""
    told: date | None = None
    """When it was announced."""


@dataclass(frozen=True)
class Period:
    """Days, first to last inclusive, with other times than usual (Ramadan)."""

    first: date
    last: date
    times: FiveTimes


@dataclass(frozen=True)
class Hours:
    """When the hall is open. `weekly` by ISO weekday (1 Monday … 7 Sunday); a weekday that is missing is closed."""

    weekly: Mapping[int, FiveTimes]
    ramadan: tuple[Period, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    always_open: bool = False
    """Open day and night, every day: for the demo and for training."""
    auto_close: time = time(23, 30)
    """When a day that nobody closed closes itself."""


@dataclass(frozen=True)
class Limits:
    """Numbers a hall may set; seconds and counts."""

    reinstate_after_calls: int = 2
    reinstate_max: int = 2
    return_max: int = 3
    undo_s: int = UNDO_S
    preference_yields_s: int = 3600
    """An all-round agent's preference yields to a visitor who has waited longer than this, so that nobody starves."""
    widest_range_s: int = 1800
    """An expected wait with a wider range is not told; the people ahead are."""
    day_gap_max: int = 14
    """Days after the last service day beyond which a new one waits for the hall head."""
    recall_max: int = 0
    """How often one call is announced again; 0: as often as the agent wants."""
    call_guard_s: int = 3
    """Seconds after a call in which a counter must confirm the next call; 0: never."""
    auto_call_s: int = 10
    """Seconds in which an agent may stop the automatic call after a finish."""
    short_serving_s: int = 20
    """Seconds; serving that was shorter is marked."""
    long_serving_times: int = 3
    """Serving longer than this many times the service's expected time is asked about and marked."""
    begin_late_s: int = 180
    """Seconds; a visit that was called this long before serving began is asked about and marked."""
    start_late_s: int = 300
    """Seconds; an agent's day that begins later than this after counters open is marked."""
    return_days: int = 5
    """Working days for which a visitor whose documents were missing may come back with his code."""
    words_days: int = 365
    """Days after which what visitors wrote, in the survey and in complaints that are closed, is erased."""
    offline_numbers: int = 100
    """Numbers of each service kept for each kiosk, for when the hall service is away; 0: none."""


@dataclass(frozen=True)
class PrayerTable:
    """Days, first to last inclusive, whose five prayers (local times, fajr first) somebody wrote down."""

    first: date
    last: date
    times: tuple[time, ...]


@dataclass(frozen=True)
class Prayer:
    """What the hall does at the calls to prayer; computed for its governorate, corrected by hand. Minutes."""

    observed: bool = False
    notice_min: int = 10
    """How long before the call a notice is on the boards."""
    call_min: int = 5
    """The call itself: visits called meanwhile are shown and flashed, not spoken."""
    window_min: int = 25
    """Counted from the call: a visitor who misses his call in it is at prayer; the hall puts him back in the queue."""
    away_percent: int = 50
    """The share of a service's counters that may be at prayer at once; the hall warns an agent who asks beyond it."""
    corrections_min: Mapping[str, int] = field(default_factory=dict)
    """Minutes to add to the computed time, by prayer (`dhuhr`)."""
    table: tuple[PrayerTable, ...] = ()
    """The first table that has the day is used instead of the computed times."""


@dataclass(frozen=True)
class VolumeStep:
    """From this local time on, calls sound at `percent` of their loudness; 0 shows them only."""

    at: time
    percent: int


@dataclass(frozen=True)
class Voice:
    """How the hall's boards speak; `languages` empty: as each board was started."""

    languages: tuple[str, ...] = ()
    chime: bool = True
    fresh_s: int = 20
    """A call older than this (after a cut) is shown and not spoken."""
    volume: tuple[VolumeStep, ...] = ()
    """By time of day, in order; before the first step the last one of the day before holds. Empty: full loudness."""


@dataclass(frozen=True)
class HallSettings:
    """All of the hall's settings at one version."""

    hall: str
    names: Texts
    governorate: str
    services: tuple[Service, ...]
    counters: tuple[Counter, ...]
    agents: tuple[Agent, ...]
    hours: Hours
    categories: tuple[Category, ...] = ()
    head_starts_s: Mapping[Lane, int] = field(default_factory=lambda: dict(HEAD_STARTS_S))
    limits: Limits = Limits()
    site_kind: str = "hall"
    on_public_page: bool | None = None
    """Whether the centre's page for the public names it; None: as its kind has it, which leaves premium halls out."""
    time_zone: str = "Asia/Muscat"
    languages: tuple[str, ...] = ("ar", "en")
    digits: str = "western"
    notices: tuple[Texts, ...] = ()
    reasons: tuple[Named, ...] = REASONS
    """Reasons that may stand beside a move out of order."""
    ticket_notice: Texts = field(default_factory=dict)
    privacy_notice: Texts = field(default_factory=dict)
    """The ministry's own words for visitors about their data."""
    confirms_date_itself: bool = False
    """The demo confirms a doubtful date automatically; a real hall asks the hall head."""
    version: int = 1
    lane_ratio: Mapping[Lane, int] = field(default_factory=dict)
    """Calls a lane gets in each round, the alternative to head starts; empty: the effective wait decides.

    A lane that is not in it takes the turns of `standard`.
    """
    prayer: Prayer = Prayer()
    voice: Voice = Voice()
    brand: Brand = field(default_factory=Brand)
    zones: tuple[Zone, ...] = ()
    kiosk: KioskSettings = field(default_factory=KioskSettings)
    appointments: Appointments = field(default_factory=Appointments)
    officials: tuple[Official, ...] = ()
    """Who receives by appointment."""
    requests: RequestSettings = field(default_factory=RequestSettings)
    topics: tuple[Named, ...] = TOPICS
    """What a request or an enquiry may be about."""
    directorates: tuple[Named, ...] = DIRECTORATES
    """To which requests are referred."""
    powers: tuple[Power, ...] = POWERS
    """Under which an urgent request may be decided in the hall."""
    messages: Mapping[str, Texts] = field(default_factory=dict)
    """The hall's own texts of messages to telephones, by message; a text that is missing is the usual one."""
    hijri_offset_days: int = 0
    """Days to add to the printed Hijri calendar, after Oman's own sighting of the moon."""
    paused_kiosks: tuple[str, ...] = ()
    """Ids of kiosks that give no tickets until somebody lets them go on."""
    arrangements: tuple[Arrangement, ...] = ()
    """What the hall head changed for the service day, in its order (`hall.kernel.settings_in_force`)."""
    closures: tuple[Closure, ...] = ()
    """Sudden closures that stand or are to come; one that is over is removed."""
    moon_acts: tuple[MoonAct, ...] = ()
    """The newest acts that followed the moon, with what each needs for its undo."""

    @property
    def choices(self) -> RequestChoices:
        """The lists from which people choose for a request."""
        return RequestChoices(self.topics, self.directorates, self.powers)

    def service(self, code: ServiceCode) -> Service:
        """Return the service with this code; raise ServiceUnknownError."""
        for service in self.services:
            if service.code == code:
                return service
        raise ServiceUnknownError(f"this hall has no service {code!r}")

    def counter(self, number: CounterId) -> Counter:
        """Return the counter with this number; raise CounterUnknownError."""
        found = self._by_number.get(number)
        if found is None:
            raise CounterUnknownError(f"this hall has no counter {number}")
        return found

    def agent(self, code: AgentId) -> Agent:
        """Return the agent with this sign-in name; raise AgentUnknownError."""
        found = self.find_agent(code)
        if found is None:
            raise AgentUnknownError(f"this hall has no agent {code!r}")
        return found

    def find_agent(self, code: AgentId) -> Agent | None:
        """Return the agent with this sign-in name, or None."""
        return self._by_code.get(code)

    @cached_property
    def _by_number(self) -> Mapping[CounterId, Counter]:
        return {counter.number: counter for counter in reversed(self.counters)}

    @cached_property
    def _by_code(self) -> Mapping[AgentId, Agent]:
        return {agent.code: agent for agent in reversed(self.agents)}

    def closure_at(self, at: datetime) -> Closure | None:
        """Return the sudden closure that holds at an instant, of several the longest; None while there is none."""
        return max((one for one in self.closures if one.holds_at(at)), key=lambda one: one.until, default=None)

    def head_start_s(self, lane: Lane) -> int:
        """Return the seconds by which a lane is ahead of the standard one."""
        return self.head_starts_s.get(lane, 0)

    def takes_turns_of(self, lane: Lane) -> Lane:
        """Return the lane in whose turns those of `lane` are called, where lanes are called by turns."""
        return lane if lane in self.lane_ratio else Lane.STANDARD
