"""The sentences of tickets and other papers: Arabic, and beside it English or the visitor's own language."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from common.clock.public_time import public_time, public_time_of
from common.text import digits as digits_of
from common.text.texts import Texts, texts
from printer.documents.ticket import Digits, Names, TicketContent


def label(key: str, content: TicketContent | None = None) -> Names:
    """Return a fixed text of assets/i18n/paper_*.json; on a ticket in the visitor's language where it has one."""
    beside = _beside(content)
    return Names(_arabic()[key], (beside if key in beside.words else texts("paper", "en"))[key])


def in_second_language(content: TicketContent) -> TicketContent:
    """Return the content with its names in the second language where it has them: they stand where English did."""
    second = content.second
    if second is None:
        return content
    return replace(
        content,
        hall=Names(content.hall.ar, second.hall or content.hall.en),
        service=Names(content.service.ar, second.service or content.service.en),
        notice=Names(content.notice.ar, second.notice or content.notice.en),
    )


def not_served(content: TicketContent) -> Names | None:
    """Return why nobody is called for the service now, or None where somebody is."""
    if content.begins_at:
        begins = label("begins_at", content)
        arabic = in_digits(begins.ar.format(at=public_time(content.begins_at, "ar")), content.digits)
        return Names(arabic, begins.en.format(at=public_time(content.begins_at, _beside(content).language)))
    return None if content.staffed else label("no_counter", content)


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
    key = "wait.under" if high < 1 else "wait.about" if low == high else "wait.between" if low else "wait.up_to"
    arabic, beside = (words.counted(key, high).format(low=low, high=high) for words in (_arabic(), _beside(content)))
    return Names(in_digits(arabic, content.digits), beside)


def date_text(at: datetime, digits: Digits, content: TicketContent | None = None) -> Names:
    """Return the date and time of a local instant, spelled out.

    >>> date_text(datetime(2026, 11, 24, 10, 35), Digits.WESTERN).en
    'Tue 24 Nov 2026, 10:35 am'
    """
    arabic, beside = (_date(words, at) for words in (_arabic(), _beside(content)))
    return Names(in_digits(arabic, digits), beside)


def clock_text(at: datetime, digits: Digits) -> Names:
    """Return the time of day as the screens, the boards and the visitor's page show it."""
    return Names(in_digits(public_time_of(at, "ar"), digits), public_time_of(at, "en"))


def date_in_figures(at: datetime) -> str:
    """Return date and time in figures alone, the day first as in Oman.

    >>> date_in_figures(datetime(2026, 11, 4, 15, 5))
    '04/11/2026  3:05 pm'
    """
    return f"{at.day:02d}/{at.month:02d}/{at.year}  {public_time_of(at, 'en')}"


def _date(words: Texts, at: datetime) -> str:
    day, month = words.listed("days")[at.weekday()], words.listed("months")[at.month - 1]
    return words["date"].format(
        day=day, number=at.day, month=month, year=at.year, clock=public_time_of(at, words.language)
    )


def _arabic() -> Texts:
    return texts("paper", "ar")


def _beside(content: TicketContent | None) -> Texts:
    return texts("paper", "en" if content is None or content.second is None else content.second.language)
