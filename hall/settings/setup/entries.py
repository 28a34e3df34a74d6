"""The tables of a set-up file as they stand in it: minutes and HH:MM texts, before they become HallSettings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from contracts.words.hall import UNDO_S, Lane, VisitorKind
from contracts.words.lists import NamedEntry, PowerEntry
from contracts.words.pictograms import Pictogram
from hall.kernel.kiosk_settings import ZoneKind


@dataclass(frozen=True)
class HallEntry:
    """`[hall]`."""

    code: str
    names: dict[str, str]
    governorate: str
    site_kind: str = "hall"
    on_public_page: bool | None = None
    time_zone: str = "Asia/Muscat"
    languages: tuple[str, ...] = ("ar", "en")
    digits: str = "western"
    hijri_offset_days: int = 0


@dataclass(frozen=True)
class BrandEntry:
    """`[brand]`; `emblem` has a file's name or a data URI for each of `light`, `dark` and `paper`."""

    ministry: dict[str, str] = field(default_factory=dict)
    emblem: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CategoryEntry:
    """`[[category]]`."""

    code: str
    names: dict[str, str]


@dataclass(frozen=True)
class ServiceEntry:
    """`[[service]]`; `code` is the prefix unless given; `numbers` are the first and the last number."""

    names: dict[str, str]
    prefix: str = ""
    code: str = ""
    category: str | None = None
    visitor_kinds: tuple[VisitorKind, ...] = ()
    asks_visitor_kind: bool = False
    target_wait_min: float = 15
    expected_serving_min: float = 7
    serving_elsewhere_min: float | None = None
    numbers: tuple[int, ...] = (1, 999)
    open: bool = True
    lane: Lane = Lane.STANDARD
    zone: str | None = None
    quota: int | None = None
    transactions_max: int | None = None
    pictogram: Pictogram | None = None
    appointments_per_slot: int = 2
    documents: tuple[dict[str, str], ...] = ()
    advice: dict[str, str] = field(default_factory=dict)
    online: dict[str, str] = field(default_factory=dict)
    online_url: str = ""


@dataclass(frozen=True)
class ZoneEntry:
    """`[[zone]]`."""

    code: str
    names: dict[str, str]
    kind: ZoneKind = ZoneKind.GENERAL
    for_whom: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class KioskEntry:
    """`[kiosk]`: what every kiosk of the hall asks."""

    long_wait_min: float = 0
    phone: bool = False


@dataclass(frozen=True)
class AppointmentsEntry:
    """`[appointments]`: minutes around the slot."""

    offered: bool = False
    early_min: int = 30
    late_min: int = 15
    slot_min: int = 15


@dataclass(frozen=True)
class AbsenceEntry:
    """`[[official.away]]`: the first and the last day on which he receives nobody."""

    first: date
    last: date


@dataclass(frozen=True)
class OfficialEntry:
    """`[[official]]`: parts of each weekday (`09:00-11:30`) on which he receives, and the slot length in minutes."""

    code: str
    names: dict[str, str]
    agent: str
    service: str
    slot_min: int = 20
    sunday: tuple[str, ...] = ()
    monday: tuple[str, ...] = ()
    tuesday: tuple[str, ...] = ()
    wednesday: tuple[str, ...] = ()
    thursday: tuple[str, ...] = ()
    friday: tuple[str, ...] = ()
    saturday: tuple[str, ...] = ()
    away: tuple[AbsenceEntry, ...] = ()


@dataclass(frozen=True)
class CounterEntry:
    """`[[counter]]`."""

    number: int
    services: tuple[str, ...]
    names: dict[str, str] = field(default_factory=dict)
    partner: str | None = None
    reserved_for: Lane | None = None


@dataclass(frozen=True)
class AgentEntry:
    """`[[agent]]`; `pin` is the first PIN, kept only as its hash; without one the administrator sets it."""

    code: str
    names: dict[str, str]
    services: tuple[str, ...] = ()
    all_round: bool = False
    levels: dict[str, int] = field(default_factory=dict)
    auto_call: bool = False
    pin: str | None = None


@dataclass(frozen=True)
class LaneEntry:
    """`[lanes.NAME]`: its head start, or, where the hall calls by turns, how many turns it has in a round."""

    head_start_min: float | None = None
    turns: int | None = None


@dataclass(frozen=True)
class PeriodEntry:
    """`[[ramadan]]`: first and last day with the five times."""

    first: date
    last: date
    times: tuple[str, ...]


@dataclass(frozen=True)
class HolidayEntry:
    """`[[holiday]]`."""

    day: date
    names: dict[str, str]
    expected: bool = False
    occasion: str = ""
    source: str = ""


@dataclass(frozen=True)
class HoursEntry:
    """`[hours]`: each open weekday with its five times (doors, first ticket, counters open, last ticket, closing)."""

    sunday: tuple[str, ...] = ()
    monday: tuple[str, ...] = ()
    tuesday: tuple[str, ...] = ()
    wednesday: tuple[str, ...] = ()
    thursday: tuple[str, ...] = ()
    friday: tuple[str, ...] = ()
    saturday: tuple[str, ...] = ()
    always_open: bool = False
    auto_close: str = "23:30"


@dataclass(frozen=True)
class LimitsEntry:
    """`[limits]`."""

    reinstate_after_calls: int = 2
    reinstate_max: int = 2
    return_max: int = 3
    undo_s: int = UNDO_S
    day_gap_max: int = 14
    preference_yields_s: int = 3600
    offline_numbers: int = 100
    widest_range_s: int = 1800
    recall_max: int = 0
    call_guard_s: int = 3
    auto_call_s: int = 10
    short_serving_s: int = 20
    long_serving_times: int = 3
    begin_late_s: int = 180
    start_late_s: int = 300
    return_days: int = 5
    words_days: int = 365


@dataclass(frozen=True)
class PrayerTableEntry:
    """`[[prayer.table]]`: days with the five prayers as somebody wrote them down, HH:MM."""

    first: date
    last: date
    times: tuple[str, ...]


@dataclass(frozen=True)
class PrayerEntry:
    """`[prayer]`: minutes; `corrections_min` by prayer, `away_percent` of a service's counters."""

    observed: bool = False
    notice_min: int = 10
    call_min: int = 5
    window_min: int = 25
    away_percent: int = 50
    corrections_min: dict[str, int] = field(default_factory=dict)
    table: tuple[PrayerTableEntry, ...] = ()


@dataclass(frozen=True)
class VolumeEntry:
    """`[[voice.volume]]`: percent from this time of day on."""

    at: str
    percent: int


@dataclass(frozen=True)
class VoiceEntry:
    """`[voice]`."""

    languages: tuple[str, ...] = ()
    chime: bool = True
    fresh_s: int = 20
    volume: tuple[VolumeEntry, ...] = ()


@dataclass(frozen=True)
class MailEntry:
    """`[mail]`: the server to which e-mail is handed."""

    host: str = ""
    port: int = 587
    tls: str = "starttls"
    user: str = ""
    password_file: str = ""
    sender: str = ""


@dataclass(frozen=True)
class ReportEntry:
    """`[[report]]`: a scheduled report."""

    name: str
    period: str = "day"
    formats: tuple[str, ...] = ("pdf",)
    language: str = "ar"
    at: str = ""
    folder: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class RequestsEntry:
    """`[requests]`."""

    prefix: str | None = None
    phone_days: int = 30


@dataclass(frozen=True)
class SetupEntry:
    """A whole set-up file."""

    hall: HallEntry
    service: tuple[ServiceEntry, ...]
    counter: tuple[CounterEntry, ...]
    hours: HoursEntry = HoursEntry()
    category: tuple[CategoryEntry, ...] = ()
    agent: tuple[AgentEntry, ...] = ()
    lanes: dict[str, LaneEntry] = field(default_factory=dict)
    ramadan: tuple[PeriodEntry, ...] = ()
    holiday: tuple[HolidayEntry, ...] = ()
    limits: LimitsEntry = LimitsEntry()
    notice: tuple[dict[str, str], ...] = ()
    ticket_notice: dict[str, str] = field(default_factory=dict)
    privacy_notice: dict[str, str] = field(default_factory=dict)
    reason: tuple[NamedEntry, ...] = ()
    confirms_date_itself: bool = False
    prayer: PrayerEntry = PrayerEntry()
    voice: VoiceEntry = VoiceEntry()
    brand: BrandEntry = field(default_factory=BrandEntry)
    zone: tuple[ZoneEntry, ...] = ()
    kiosk: KioskEntry = KioskEntry()
    appointments: AppointmentsEntry = AppointmentsEntry()
    official: tuple[OfficialEntry, ...] = ()
    mail: MailEntry = MailEntry()
    report: tuple[ReportEntry, ...] = ()
    messages: dict[str, dict[str, str]] = field(default_factory=dict)
    requests: RequestsEntry = RequestsEntry()
    topic: tuple[NamedEntry, ...] = ()
    directorate: tuple[NamedEntry, ...] = ()
    power: tuple[PowerEntry, ...] = ()
