"""A centre that knows the ministry's 22 halls: names, live figures, visits, one silent, one with trouble."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, update

from central.enquiries.enquiries import enquiry_row, merge_enquiries
from central.figures.rollups import refresh
from central.halls import heartbeats, registry
from central.store.tables.halls import hall
from contracts.centre.sync_api import Heartbeat, LiveAlert, LiveFigures, LiveService
from contracts.codec.reader import to_json
from contracts.enquiries.record import EnquiryRecord
from contracts.words.enquiries import Channel, EnquiryState
from tests.helpers.made_visits import keep, made_visits

MUSCAT = ZoneInfo("Asia/Muscat")
"""Whose days the pages tell, which is already the next one from 20:00 UTC on."""
NAMES = {
    "A": {"ar": "الأراضي", "en": "Lands"},
    "B": {"ar": "الإسكان", "en": "Housing"},
    "C": {"ar": "التوثيق", "en": "Deeds"},
}
HALLS: Sequence[tuple[str, str, str, str]] = (
    ("mct", "muscat", "مسقط", "Muscat"), ("seeb", "muscat", "السيب", "Seeb"), ("qur", "muscat", "قريات", "Qurayyat"),
    ("slh", "dhofar", "صلالة", "Salalah"), ("thm", "dhofar", "ثمريت", "Thumrait"), ("ksb", "musandam", "خصب", "Khasab"),
    ("brm", "buraimi", "البريمي", "Al Buraimi"), ("nzw", "dakhiliyah", "نزوى", "Nizwa"),
    ("bhl", "dakhiliyah", "بهلا", "Bahla"), ("sml", "dakhiliyah", "سمائل", "Samail"),
    ("soh", "north_batinah", "صحار", "Sohar"), ("swq", "north_batinah", "السويق", "Suwaiq"),
    ("shn", "north_batinah", "شناص", "Shinas"), ("rst", "south_batinah", "الرستاق", "Rustaq"),
    ("brk", "south_batinah", "بركاء", "Barka"), ("ibr", "north_sharqiyah", "إبراء", "Ibra"),
    ("mdb", "north_sharqiyah", "المضيبي", "Al Mudaybi"), ("sur", "south_sharqiyah", "صور", "Sur"),
    ("jln", "south_sharqiyah", "جعلان", "Jalan"), ("ibi", "dhahirah", "عبري", "Ibri"),
    ("hym", "wusta", "هيماء", "Haima"), ("dqm", "wusta", "الدقم", "Duqm"),
)  # fmt: skip
SILENT = "dqm"
TOPICS = {
    "plots": {"ar": "قطع الأراضي", "en": "Land plots"},
    "loans": {"ar": "القروض السكنية", "en": "Housing loans"},
    "deeds": {"ar": "سندات الملكية", "en": "Title deeds"},
}


def fill(engine: Engine, now: datetime, *, days: int = 3, many: int = 8) -> None:
    """Make the 22 halls known, tell what each is like now, and store visits of the last days."""
    for at, (code, governorate, arabic, english) in enumerate(HALLS):
        names = {"ar": f"قاعة {arabic}", "en": f"{english} hall"}
        registry.add_hall(engine, code, names, now=now)
        heard = now - timedelta(hours=5) if code == SILENT else now
        heartbeats.note_live(engine, code, _live(at, governorate, names, heard), now=heard)
        heartbeats.note_heartbeat(engine, code, Heartbeat(at % 4, 40 * (at % 4) or None, "0.1.0"), now=heard)
        for back in range(days):
            keep(engine, made_visits(code, (now.astimezone(MUSCAT) - timedelta(days=back)).date(), many + at % 5))
    with engine.begin() as connection:
        connection.execute(update(hall).where(hall.c.hall == "ksb").values(skew_ms=184_000))
    while refresh(engine, time_zone=MUSCAT.key):
        pass


def _live(at: int, governorate: str, names: dict[str, str], now: datetime) -> LiveFigures:
    waits_s = ((at * 211) % 700, (at * 97) % 500, 2100 if at in {1, 10} else 1200 if at == 7 else 60)
    services = tuple(
        LiveService(code, waits_s[nth] // 120, waits_s[nth], NAMES[code], 900, 300 + 60 * at, 900 + 60 * at)
        for nth, code in enumerate("ABC")
    )
    if at == 19:
        services = tuple(LiveService(code, 0, 0, NAMES[code], 900, open=False) for code in "ABC")
    return LiveFigures(
        at=now,
        services=services,
        counters_open=3 + at % 4,
        names=names,
        counters=8,
        governorate=governorate,
        site_kind="premium_hall" if at == 1 else "hall",
        state="closed" if at == 19 else "open",
        hours={"doors": "07:30", "first_ticket": "07:30", "last_ticket": "13:30", "closing": "14:30"},
        alerts=(LiveAlert("over_target", "C"),) if at in {1, 10} else (),
    )


def fill_enquiries(engine: Engine, now: datetime, *, many: int = 60) -> None:
    """Store enquiries of the known halls by every channel over the last days, some of them open."""
    codes, channels, topics = [code for code, *_ in HALLS], list(Channel), list(TOPICS)
    rows = []
    for number in range(1, many + 1):
        left_open, at = number % 3 == 0, now - timedelta(hours=5 * (number % 40))
        state = list(EnquiryState)[number % 4] if left_open else EnquiryState.CONFIRMED
        answered = left_open and state in {EnquiryState.ANSWERED, EnquiryState.CONFIRMED}
        topic = topics[number % len(topics)]
        record = EnquiryRecord(
            codes[number * 7 % 5], number, at.astimezone(MUSCAT).date(), 1, topic, TOPICS[topic],
            channels[number % len(channels)], state, left_open, at, at + timedelta(hours=number) if answered else None,
        )  # fmt: skip
        rows.append(enquiry_row(to_json(record)))
    with engine.begin() as connection:
        merge_enquiries(connection, rows, now=now)


def fill_desk(engine: Engine, now: datetime, code: str = "cc") -> None:
    """Make a call centre known that is at work now: nobody walks in there."""
    names = {"ar": "مركز الاتصال", "en": "Call centre"}
    registry.add_hall(engine, code, names, now=now)
    services = (LiveService("F", 0, 0, {"ar": "المتابعة", "en": "Follow-up"}, 300),)
    figures = LiveFigures(now, services, 3, names, 6, "muscat", "call_centre", "open", {}, ())
    heartbeats.note_live(engine, code, figures, now=now)
