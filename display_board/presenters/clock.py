"""Time and date as the board writes them, in Oman's month names; pure, without Qt.

>>> from datetime import datetime
>>> derive_clock(datetime(2026, 11, 24, 9, 5), "ar")
ClockView(time='09:05', date='الثلاثاء 24 نوفمبر 2026')
>>> derive_clock(datetime(2026, 11, 24, 9, 5), "en").date
'Tuesday, 24 November 2026'
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

_AR_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AR_MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_EN_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClockView:
    """What the clock shows; its digits are western and become the hall's in the view."""

    time: str
    date: str


def derive_clock(local: datetime, language: str) -> ClockView:
    """Return the clock at `local`, the hall's own wall time, in `ar` or `en`."""
    day, month = local.weekday(), local.month - 1
    if language == "ar":
        return ClockView(f"{local:%H:%M}", f"{_AR_DAYS[day]} {local.day} {_AR_MONTHS[month]} {local.year}")
    return ClockView(f"{local:%H:%M}", f"{_EN_DAYS[day]}, {local.day} {_EN_MONTHS[month]} {local.year}")
