"""The other halls of the demo's centre: eight weeks of each, as their own batches would have brought them.

Their visits, requests and answers are the contract's records, encoded as halls encode them, read as the centre reads a
batch, and stored by the same functions; only the halls that would have sent them do not exist.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from central.enquiries.enquiries import merge_enquiries
from central.figures.rollups import mark_dirty, refresh
from central.halls import heartbeats, registry
from central.intake.line_parser import sort_lines
from central.requests.requests import merge_requests
from central.satisfaction.complaints import merge_complaints
from central.satisfaction.surveys import merge_surveys
from central.store.merge import merge_visits
from common.version import release
from contracts.centre.outbox_entry import StageRecord, VisitRecord, encode_record
from contracts.centre.sync_api import Heartbeat, LiveAlert, LiveFigures, LiveService
from contracts.surveys.record import SurveyRecord, encode_survey
from hall.kernel.settings import HallSettings, Service

ZONE = ZoneInfo("Asia/Muscat")


@dataclass(frozen=True)
class OtherHall:
    """A hall of the ministry: its place, its size, and how this morning goes (1: as planned, 2: twice the waits)."""

    code: str
    governorate: str
    arabic: str
    english: str
    a_day: int
    pressure: float = 1.0
    silent: bool = False

    @property
    def names(self) -> dict[str, str]:
        """Its names by language."""
        return {"ar": f"قاعة خدمات المراجعين – {self.arabic}", "en": f"{self.english} Service Hall"}


OTHERS: Sequence[OtherHall] = (
    OtherHall("seeb", "muscat", "السيب", "Seeb", 70, 1.3),
    OtherHall("qurayyat", "muscat", "قريات", "Qurayyat", 18, 0.6),
    OtherHall("salalah", "dhofar", "صلالة", "Salalah", 60, 1.1),
    OtherHall("thumrait", "dhofar", "ثمريت", "Thumrait", 9, 0.4),
    OtherHall("khasab", "musandam", "خصب", "Khasab", 12, 0.5),
    OtherHall("buraimi", "buraimi", "البريمي", "Al Buraimi", 24, 0.9),
    OtherHall("nizwa", "dakhiliyah", "نزوى", "Nizwa", 48, 1.0),
    OtherHall("bahla", "dakhiliyah", "بهلا", "Bahla", 22, 0.7),
    OtherHall("samail", "dakhiliyah", "سمائل", "Samail", 20, 0.8),
    OtherHall("sohar", "north_batinah", "صحار", "Sohar", 64, 1.9),
    OtherHall("suwaiq", "north_batinah", "السويق", "Suwaiq", 30, 1.0),
    OtherHall("shinas", "north_batinah", "شناص", "Shinas", 14, 0.6),
    OtherHall("rustaq", "south_batinah", "الرستاق", "Rustaq", 34, 1.0),
    OtherHall("barka", "south_batinah", "بركاء", "Barka", 40, 1.2),
    OtherHall("ibra", "north_sharqiyah", "إبراء", "Ibra", 26, 0.8),
    OtherHall("sur", "south_sharqiyah", "صور", "Sur", 32, 0.9),
    OtherHall("jalan", "south_sharqiyah", "جعلان بني بو علي", "Jalan Bani Buali", 18, 0.7),
    OtherHall("ibri", "dhahirah", "عبري", "Ibri", 36, 1.0),
    OtherHall("haima", "wusta", "هيماء", "Haima", 8, 0.4),
    OtherHall("duqm", "wusta", "الدقم", "Duqm", 11, 0.5, silent=True),
)


def fill_centre(engine: Engine, days: Sequence[date], settings: HallSettings, now: datetime) -> None:
    """Make the other halls known with their weeks, as long as the centre knows none of them; count the roll-ups."""
    for one in OTHERS:
        registry.add_hall(engine, one.code, one.names, now=now)
        keep_records(engine, one, [line for day in days for line in day_lines(one, day, settings, ends=now)], now)
        beat(engine, one, settings, now - timedelta(hours=3) if one.silent else now)
    while refresh(engine, time_zone=ZONE.key):
        pass


def keep_records(engine: Engine, hall: OtherHall, lines: Sequence[bytes], now: datetime) -> None:
    """Store a hall's encoded records as an accepted batch does; every one of them must be readable."""
    found = sort_lines(list(enumerate(lines, 1)), hall=hall.code, today=now.astimezone(ZONE).date())
    if found.bad:
        raise ValueError(f"{hall.code}: {found.bad[0].reason}")
    with engine.begin() as connection:
        merge_requests(connection, [{**row, "received_at": now} for row in found.requests.values()], time_zone=ZONE.key)
        merge_enquiries(connection, list(found.enquiries.values()), now=now)
        merge_surveys(connection, list(found.surveys.values()), now=now)
        merge_complaints(connection, list(found.complaints.values()), now=now)
        merge_visits(connection, found.visits.values(), stream="demo", now=now)
        mark_dirty(connection, hall.code, found.days(), now=now)


def beat(engine: Engine, hall: OtherHall, settings: HallSettings, at: datetime) -> None:
    """Store the live figures of the hall at this instant."""
    heartbeats.note_live(engine, hall.code, live_figures(hall, settings, at), now=at)
    heartbeats.note_heartbeat(engine, hall.code, Heartbeat(0, None, release(), at=at), now=at)


def live_figures(hall: OtherHall, settings: HallSettings, at: datetime) -> LiveFigures:
    """Return the hall as it is at this instant: more wait where it is large or under pressure."""
    chance = random.Random(f"{hall.code} {int(at.timestamp()) // 600}")  # noqa: S311  # no secret
    services = [_live(one, hall, chance) for one in settings.services if one.open]
    late = tuple(LiveAlert("over_target", one.service) for one in services if one.longest_wait_s > (one.target_s or 0))
    times = settings.hours.weekly[7]
    hours = {name: f"{getattr(times, name):%H:%M}" for name in ("doors", "first_ticket", "last_ticket", "closing")}
    counters = max(2, hall.a_day // 8)
    return LiveFigures(
        at, tuple(services), max(2, round(counters * chance.uniform(0.7, 1.0))), hall.names, counters,
        hall.governorate, "hall", "open", hours, late,
    )  # fmt: skip


def _live(service: Service, hall: OtherHall, chance: random.Random) -> LiveService:
    target_s = int(service.target_wait_s)
    longest_s = int(target_s * hall.pressure * chance.uniform(0.1, 0.8))
    waiting = min(9, round(longest_s / 240 * min(2.0, hall.a_day / 40)))
    low_s, high_s = int(longest_s * 0.5) // 300 * 300, (int(longest_s * 1.2) // 300 + 1) * 300
    return LiveService(service.code, waiting, longest_s if waiting else 0, dict(service.names), target_s, low_s, high_s)


def day_lines(hall: OtherHall, day: date, settings: HallSettings, *, ends: datetime) -> Iterator[bytes]:
    """Yield the encoded records of one day of a hall, of what had ended by `ends`."""
    chance = random.Random(f"{hall.code} {day}")  # noqa: S311  # made-up people are no secret
    first = datetime.combine(day, time(7, 30), ZONE)
    services = [one for one in settings.services if one.open]
    for number in range(1, round(hall.a_day * chance.uniform(0.8, 1.2)) + 1):
        issued = first + timedelta(seconds=chance.triangular(0, 21_000, 6_600))
        one = _visit(hall, day, number, chance.choice(services), issued, chance)
        if one.ended_at is None or one.ended_at >= ends:
            continue
        yield encode_record(one)
        if one.state == "finished" and chance.random() < 0.2:
            face = chance.choices((1, 2, 3, 4, 5), (3, 5, 14, 40, 38))[0]
            hour = one.ended_at.astimezone(ZONE).hour
            yield encode_survey(
                SurveyRecord(hall.code, one.visit, day, 1, one.service, hour, face, "phone", one.ended_at)
            )


def _visit(
    hall: OtherHall, day: date, number: int, service: Service, issued: datetime, chance: random.Random
) -> VisitRecord:
    peak = 1.0 + 0.9 * max(0.0, 1 - abs((issued - datetime.combine(day, time(9, 30), ZONE)).total_seconds()) / 5400)
    waiting_s = int(service.target_wait_s * hall.pressure * peak * chance.betavariate(1.4, 3.2))
    comes = chance.random() > 0.05
    begin_s = chance.randint(12, 60)
    serving_s = int(service.expected_serving_s * chance.lognormvariate(0, 0.4)) if comes else None
    called = issued + timedelta(seconds=waiting_s)
    begun = called + timedelta(seconds=begin_s) if comes else None
    ended = begun + timedelta(seconds=serving_s or 0) if begun else called + timedelta(seconds=150)
    counter = chance.randint(1, max(2, hall.a_day // 8))
    outcome = "completed" if comes else None
    # What a ticket announced holds in most halls, less often under pressure.
    told_s = int(waiting_s * chance.uniform(0.5, 0.9)) // 300 * 300
    told = (told_s, told_s + (900 if chance.random() < 0.9 / max(1.0, hall.pressure) else 0))
    ids = (counter, f"{hall.code}-{counter}")
    begin = begin_s if comes else None
    stage = StageRecord(
        service.code, *ids, issued, called, begun, ended, outcome, waiting_s, begin, serving_s, *told,
    )  # fmt: skip
    state = "finished" if comes else "no_show"
    lane = "priority" if chance.random() < 0.07 else "standard"
    kind = chance.choices(("citizen", "resident", "company"), (80, 10, 10))[0]
    return VisitRecord(
        hall.code, str(uuid.UUID(int=chance.getrandbits(128), version=4)), day, 1, f"{service.prefix}{number:03}",
        service.code, lane, kind, state, outcome, *ids, issued, called, begun, ended, waiting_s,
        begin, serving_s, (stage,),
    )  # fmt: skip
