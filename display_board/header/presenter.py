"""Time and date as the board writes them, Gregorian in Oman's month names and Hijri; pure, without Qt.

The date has no year: on one line it is read from afar.

>>> from datetime import datetime
>>> derive_clock(datetime(2026, 11, 24, 9, 5), "ar")
ClockView(time='09:05', date='الثلاثاء 24 نوفمبر', hijri='14 جمادى الآخرة')
>>> derive_clock(datetime(2026, 11, 24, 9, 5), "en", hijri_offset_days=-1)
ClockView(time='09:05', date='Tuesday, 24 November', hijri='13 Jumada al-Akhirah')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from common.clock.hijri import hijri_date

_AR_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AR_MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_EN_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_AR_HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
    "ذو القعدة", "ذو الحجة",
)  # fmt: skip
_EN_HIJRI = (
    "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Akhir", "Jumada al-Ula", "Jumada al-Akhirah", "Rajab", "Shaban",
    "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClockView:
    """What the clock shows; its digits are western and become the hall's in the view. `hijri` may be empty."""

    time: str
    date: str
    hijri: str = ""


def derive_clock(local: datetime, language: str, *, hijri_offset_days: int = 0) -> ClockView:
    """Return the clock at `local`, the hall's own wall time, in `ar` or `en`, its Hijri date moved by that offset."""
    day, month = local.weekday(), local.month - 1
    hijri = hijri_date(local.date(), offset_days=hijri_offset_days)
    if language == "ar":
        moon = f"{hijri.day} {_AR_HIJRI[hijri.month - 1]}" if hijri else ""
        return ClockView(f"{local:%H:%M}", f"{_AR_DAYS[day]} {local.day} {_AR_MONTHS[month]}", moon)
    moon = f"{hijri.day} {_EN_HIJRI[hijri.month - 1]}" if hijri else ""
    return ClockView(f"{local:%H:%M}", f"{_EN_DAYS[day]}, {local.day} {_EN_MONTHS[month]}", moon)
