"""The hall's own description: services, counters, agents, hours and the service day."""

from __future__ import annotations

from datetime import date

from msgspec import field

from contracts.codec.message import Message
from contracts.day.closures import ClosingNow
from contracts.settings.boards import TimedNotice, VoiceView
from contracts.settings.kiosks import InformationView, KioskRules, ZoneView
from contracts.words.hall import UNDO_S, VisitorKind
from contracts.words.site_kinds import PREMIUM_HALL


class ServiceView(Message, frozen=True):
    """One service as `GET /hall` tells it; `names` by language tag."""

    code: str
    prefix: str
    names: dict[str, str]
    category: str | None
    category_names: dict[str, str]
    visitor_kinds: tuple[VisitorKind, ...]
    target_wait_s: int
    open: bool
    asks_visitor_kind: bool = False
    zone: str | None = None
    """The zone whose tile leads to it; None: the main screen."""
    information: InformationView | None = None
    """The page before a ticket, where there is one."""
    serving_target_s: int = 0
    """How long serving is expected to take; 0 from a hall service that does not tell it yet."""
    serving_long_s: int = 0
    """Serving longer than this is asked about and marked."""
    pictogram: str = ""
    """The drawn sign on its tile, one of `contracts.words.pictograms`; "" for none."""


class CounterView(Message, frozen=True):
    """One counter as `GET /hall` tells it; `services` are codes in no order."""

    counter: int
    names: dict[str, str]
    services: tuple[str, ...]
    room: bool = False
    """An official's room: boards tell its name with the call."""


class AgentView(Message, frozen=True):
    """One agent, for the sign-in list of a counter device; no secret."""

    agent: str
    names: dict[str, str]
    services: tuple[str, ...] = ()
    """Whom he serves, in order of preference; empty: all of his counter's."""


class HoursView(Message, frozen=True):
    """Today's five times as local HH:MM, or a closed day."""

    open_today: bool
    doors: str | None
    first_ticket: str | None
    counters_open: str | None
    last_ticket: str | None
    closing: str | None
    always_open: bool = False
    """The hall never closes: agents stay signed in from one service day to the next."""


class DayView(Message, frozen=True):
    """The service day and whether tickets are given: state open, not_yet, over, closed or doubtful."""

    service_day: date
    state: str
    reason: str | None


class NamedEntry(Message, frozen=True):
    """One entry of a list of the hall's."""

    code: str
    names: dict[str, str]


class PowerView(NamedEntry, frozen=True):
    """A delegated power, with what it allows; what is empty limits nothing."""

    decision: str = ""
    holder: str = ""
    limit_omr: int | None = None
    valid_until: date | None = None


class RequestLists(Message, frozen=True):
    """What a request may be about, who decides it, and under which powers it may be decided in the hall."""

    topics: tuple[NamedEntry, ...]
    directorates: tuple[NamedEntry, ...]
    powers: tuple[PowerView, ...]
    """Of none, for a machine that the public uses."""


class BrandView(Message, frozen=True):
    """Whose hall it is; both are empty where a hall sets none."""

    ministry: dict[str, str] = field(default_factory=dict)
    """The ministry's name by language tag."""
    emblems: dict[str, str] = field(default_factory=dict)
    """Where the emblem for each ground (`light`, `dark`, `paper`) lies; another file has another address."""


class HallView(Message, frozen=True):
    """Answer of GET /hall. Words a hall may rename (hall, counter, …) come in `texts` by id and language."""

    hall: str
    names: dict[str, str]
    governorate: str
    site_kind: str
    time_zone: str
    languages: tuple[str, ...]
    digits: str
    services: tuple[ServiceView, ...]
    counters: tuple[CounterView, ...]
    agents: tuple[AgentView, ...]
    hours: HoursView
    day: DayView
    notices: tuple[dict[str, str], ...]
    reasons: tuple[str, ...]
    timed: tuple[TimedNotice, ...] = ()
    """What boards tell by the clock, of today and tomorrow."""
    voice: VoiceView | None = None
    hijri_offset_days: int = 0
    """Days to add to the Umm al-Qura calendar (`common/clock/hijri.py`), after Oman's own sighting of the moon."""
    zones: tuple[ZoneView, ...] = ()
    kiosk: KioskRules = field(default_factory=KioskRules)
    requests: RequestLists | None = None
    """None of a hall service that registers none yet."""
    undo_s: int = UNDO_S
    """Seconds in which a finish, a no-show or a cancel is taken back."""
    brand: BrandView = field(default_factory=BrandView)
    reason_names: dict[str, dict[str, str]] = field(default_factory=dict)
    """What each of `reasons` is called, and each that is no longer offered; none of an earlier hall service."""
    closing: ClosingNow | None = None
    """The sudden closure that holds now."""


PREMIUM_ZONE = "premium"
"""The kind of zone for investors and developers."""


def zone_of(hall: HallView, code: str | None) -> ZoneView | None:
    """Return one zone of the hall, or None."""
    return next((zone for zone in hall.zones if zone.code == code), None)


def is_premium(hall: HallView, service: str) -> bool:
    """Return whether visitors of this service are known by their number alone, on boards, screens and paper."""
    if hall.site_kind == PREMIUM_HALL:
        return True
    zone = next((zone_of(hall, one.zone) for one in hall.services if one.code == service), None)
    return zone is not None and zone.kind == PREMIUM_ZONE
