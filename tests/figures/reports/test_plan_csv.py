"""The plan as a file: every half hour, what it means, and a digest over all above it."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import UTC, date, datetime

from contracts.reporting.plan import PlanDay, PlanNeed, PlanServing, PlanSlot, PlanView
from figures.reports.figures_csv import Stamp
from figures.reports.plan_csv import plan_csv
from web.texts import texts

NINE, DAY = datetime(2026, 11, 24, 5, 0, tzinfo=UTC), date(2026, 11, 29)
SLOTS = (
    PlanSlot("11:30", 11.5, 4, 5, 6, "dhuhr", (PlanNeed("A", 11.5, 4),)),
    PlanSlot("12:00", 0.0, 0, 0, 0, None, ()),
)
PLAN = PlanView(
    NINE, DAY, date(2026, 12, 5), 8, 38, 5, 80, 8, (PlanServing("A", 431.5, 60, "hall", 900),),
    (PlanDay(DAY, 8, "weekday", SLOTS, 6),),
)  # fmt: skip


def test_each_half_hour_is_a_row_with_the_need_of_each_service() -> None:
    file = plan_csv(PLAN, Stamp("Test Hall", {"A": "=Lands"}, "noor", NINE), texts("en"))
    rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig"))))
    assert rows[0] == ["Hall", "Test Hall"]
    head = next(at for at, row in enumerate(rows) if row and row[0] == "Day")
    assert rows[head][-1] == "'=Lands", "no spreadsheet takes a name for a formula"
    assert rows[head + 1] == ["2026-11-29", "11:30", "11.5", "4", "5", "6", "Dhuhr prayer", "4"]
    assert rows[head + 2] == ["2026-11-29", "12:00", "0.0", "0", "0", "0", "", "0"]
    above = file[: file.rindex(b"SHA-256,")]
    assert rows[-1] == ["SHA-256", hashlib.sha256(above).hexdigest()]


def test_the_same_in_arabic() -> None:
    file = plan_csv(PLAN, Stamp("قاعة", {"A": "الأراضي"}, "نور", NINE), texts("ar")).decode("utf-8-sig")
    assert file.startswith("القاعة,قاعة")
    assert "صلاة الظهر" in file
