"""The sentences of a ticket in Arabic and English."""

from __future__ import annotations

from datetime import datetime

from common import digits as digits_of
from common.languages import minutes_ar
from printer.ticket import Digits, Names, TicketContent

_DAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_AR = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

AHEAD_LABEL = Names("عدد المنتظرين قبلك", "People ahead")
WAIT_LABEL = Names("مدة الانتظار المتوقعة", "Expected wait")
CALLED_BY_STAFF = Names("يُنادى عليكم من الموظف", "A member of staff will call you")
SCAN_HINT = Names("امسح الرمز لمتابعة دورك", "Scan to follow your turn")
SCAN_LATER = Names("يعمل الرمز بعد عودة النظام", "The code works once the system is back")
"""Below the code of a ticket that was given without the hall: its page knows the ticket when it is handed in."""
PRIORITY = Names("أولوية الخدمة", "Priority service")
NO_COUNTER = Names("لا توجد نافذة مفتوحة لها الآن", "No counter is open for it now")
COPY_LABEL = Names("نسخة", "COPY")
IN_MINUTES = {WAIT_LABEL: Names("الانتظار المتوقع بالدقائق", "Expected wait, min")}
"""The label of a figure that stands without its unit."""


def not_served(content: TicketContent) -> Names | None:
    """Return why nobody is called for the service now, or None where somebody is."""
    if content.begins_at:
        return Names(
            in_digits(f"تبدأ الخدمة الساعة {content.begins_at}", content.digits), f"Begins at {content.begins_at}"
        )
    return None if content.staffed else NO_COUNTER


def in_digits(text: str, digits: Digits) -> str:
    """Return Arabic text with its figures in the digits wanted.

    >>> in_digits("من 15 إلى 25", Digits.ARABIC_INDIC)
    'من ١٥ إلى ٢٥'
    """
    return digits_of.in_digits(text, digits_of.ARABIC_INDIC) if digits is Digits.ARABIC_INDIC else text


def ahead_figure(content: TicketContent) -> Names | None:
    """Return how many wait before the visitor, as a bare figure, or None when nobody knows."""
    if content.people_ahead is None:
        return None
    return Names(in_digits(str(content.people_ahead), content.digits), str(content.people_ahead))


def ahead_in_figures(content: TicketContent) -> str | None:
    """Return how many wait before the visitor in ASCII, or None when nobody knows."""
    return None if content.people_ahead is None else str(content.people_ahead)


def wait_in_figures(content: TicketContent) -> str | None:
    """Return the expected wait in minutes, in ASCII and without a word, or None when nobody knows."""
    low, high = content.wait_low_min, content.wait_high_min
    if low is None or high is None:
        return None
    if high < 1:
        return "<1"
    return str(high) if low == high else f"{low}-{high}"


def wait_figure(content: TicketContent) -> Names | None:
    """Return the expected wait with its unit, or None when nobody knows.

    Arabic writes the range out with «إلى»: a dash between two numbers is read backwards in right-to-left text.
    """
    low, high = content.wait_low_min, content.wait_high_min
    if low is None or high is None:
        return None
    if high < 1:
        return Names("أقل من دقيقة", "under 1 min")
    if low == high:
        return Names(in_digits(minutes_ar(high, two="دقيقتان"), content.digits), f"{high} min")
    if high == 2:
        return Names("دقيقة إلى دقيقتين" if low else "حتى دقيقتين", f"{low} to 2 min" if low else "up to 2 min")
    if low == 0:
        return Names(in_digits(f"حتى {minutes_ar(high)}", content.digits), f"up to {high} min")
    return Names(in_digits(f"{low} إلى {minutes_ar(high)}", content.digits), f"{low} to {high} min")


def date_text(at: datetime, digits: Digits) -> Names:
    """Return the date and time of a local instant, spelled out.

    >>> date_text(datetime(2026, 11, 24, 10, 35), Digits.WESTERN).en
    'Tue 24 Nov 2026, 10:35'
    """
    ar = f"{_DAYS_AR[at.weekday()]} {at.day} {_MONTHS_AR[at.month - 1]} {at.year}، {clock_text(at, digits).ar}"
    en = f"{_DAYS_EN[at.weekday()][:3]} {at.day} {_MONTHS_EN[at.month - 1]} {at.year}, {clock_text(at, digits).en}"
    return Names(in_digits(ar, digits), en)


def clock_text(at: datetime, digits: Digits) -> Names:
    """Return the time of day as the screens, the boards and the visitor's page show it.

    >>> clock_text(datetime(2026, 11, 24, 4, 21), Digits.WESTERN).en
    '04:21'
    """
    return Names(in_digits(clock_24h(at), digits), clock_24h(at))


def clock_24h(at: datetime) -> str:
    """Return the time of day in western figures."""
    return f"{at.hour:02d}:{at.minute:02d}"


def date_in_figures(at: datetime) -> str:
    """Return date and time in figures alone, the day first as in Oman.

    >>> date_in_figures(datetime(2026, 11, 4, 15, 5))
    '04/11/2026  15:05'
    """
    return f"{at.day:02d}/{at.month:02d}/{at.year}  {clock_24h(at)}"
