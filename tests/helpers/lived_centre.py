"""A centre that knows the ministry's 22 halls: names, live figures, visits, one silent, one with trouble."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Engine, update

from central import contact, halls
from central.rollups import refresh
from central.tables import hall
from contracts.sync_api import Heartbeat, LiveAlert, LiveFigures, LiveService
from tests.helpers.made_visits import keep, made_visits

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


def fill(engine: Engine, now: datetime, *, days: int = 3, many: int = 8) -> None:
    """Make the 22 halls known, tell what each is like now, and store visits of the last days."""
    for at, (code, governorate, arabic, english) in enumerate(HALLS):
        names = {"ar": f"قاعة {arabic}", "en": f"{english} hall"}
        halls.add_hall(engine, code, names, now=now)
        heard = now - timedelta(hours=5) if code == SILENT else now
        contact.note_live(engine, code, _live(at, governorate, names, heard), now=heard)
        contact.note_heartbeat(engine, code, Heartbeat(at % 4, 40 * (at % 4) or None, "0.1.0"), now=heard)
        for back in range(days):
            keep(engine, made_visits(code, (now - timedelta(days=back)).date(), many + at % 5))
    with engine.begin() as connection:
        connection.execute(update(hall).where(hall.c.hall == "ksb").values(skew_ms=184_000))
    while refresh(engine, time_zone="Asia/Muscat"):
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
