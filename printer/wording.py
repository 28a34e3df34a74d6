"""The sentences of a ticket in Arabic and English."""

from __future__ import annotations

from datetime import datetime

from printer.ticket import Digits, Names, TicketContent

_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
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

NUMBER_LABEL = Names("رقم دورك", "Your number")
AHEAD_LABEL = Names("عدد المنتظرين قبلك", "People ahead")
WAIT_LABEL = Names("مدة الانتظار المتوقعة", "Expected wait")
SCAN_HINT = Names("امسح الرمز لمتابعة دورك", "Scan to follow your turn")
COPY_LABEL = Names("نسخة", "Copy")


def in_digits(text: str, digits: Digits) -> str:
    """Return Arabic text with its figures in the digits wanted.

    >>> in_digits("من 15 إلى 25", Digits.ARABIC_INDIC)
    'من ١٥ إلى ٢٥'
    """
    return text.translate(_INDIC) if digits is Digits.ARABIC_INDIC else text


def minutes_ar(count: int) -> str:
    """Return the Arabic word for minutes that agrees with `count`.

    >>> [minutes_ar(n) for n in (1, 2, 5, 10, 15, 103, 102)]
    ['دقيقة', 'دقيقتين', 'دقائق', 'دقائق', 'دقيقة', 'دقائق', 'دقيقة']
    """
    if count == 2:
        return "دقيقتين"
    return "دقائق" if 3 <= count % 100 <= 10 else "دقيقة"


def ahead_figure(content: TicketContent) -> Names | None:
    """Return how many wait before the visitor, as a bare figure, or None when nobody knows."""
    if content.people_ahead is None:
        return None
    return Names(in_digits(str(content.people_ahead), content.digits), str(content.people_ahead))


def wait_figure(content: TicketContent) -> tuple[Names, Names] | None:
    """Return the expected wait as figures and unit, each in both languages, or None when nobody knows.

    Arabic writes the range out with «إلى»: a dash between two numbers is read backwards in right-to-left text.
    """
    low, high = content.wait_low_min, content.wait_high_min
    if low is None or high is None:
        return None
    if high < 1:
        return Names("أقل من دقيقة", "under a minute"), Names("", "")
    if low == high:
        return _one_figure(high, content.digits)
    figures = Names(in_digits(f"{low} إلى {high}", content.digits), f"{low} to {high}")
    return figures, Names(minutes_ar(high), "minutes")


def _one_figure(minutes: int, digits: Digits) -> tuple[Names, Names]:
    if minutes == 2:
        return Names("دقيقتان", "2"), Names("", "minutes")
    unit = Names(minutes_ar(minutes), "minute" if minutes == 1 else "minutes")
    return Names(in_digits(str(minutes), digits), str(minutes)), unit


def date_text(at: datetime, digits: Digits) -> Names:
    """Return the date and time of a local instant, spelled out.

    >>> date_text(datetime(2026, 11, 24, 10, 35), Digits.WESTERN).en
    'Tue 24 Nov 2026, 10:35 am'
    """
    ar = f"{_DAYS_AR[at.weekday()]} {at.day} {_MONTHS_AR[at.month - 1]} {at.year}، {clock_text(at, digits).ar}"
    en = f"{_DAYS_EN[at.weekday()][:3]} {at.day} {_MONTHS_EN[at.month - 1]} {at.year}, {clock_text(at, digits).en}"
    return Names(in_digits(ar, digits), en)


def clock_text(at: datetime, digits: Digits) -> Names:
    """Return the time of day on the twelve-hour clock that visitors in Oman read.

    >>> clock_text(datetime(2026, 11, 24, 0, 5), Digits.WESTERN).en
    '12:05 am'
    """
    clock = f"{(at.hour - 1) % 12 + 1}:{at.minute:02d}"
    before_noon = at.hour < 12
    return Names(
        in_digits(f"{clock} {'صباحًا' if before_noon else 'مساءً'}", digits), f"{clock} {'am' if before_noon else 'pm'}"
    )
