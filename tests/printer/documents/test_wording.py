from __future__ import annotations

from datetime import datetime

import pytest

from printer.documents.ticket import Digits
from printer.documents.wording import ahead_figure, clock_text, date_text, in_digits, wait_figure
from tests.printer.samples import ticket


@pytest.mark.parametrize(
    ("low", "high", "arabic", "english"),
    [
        (15, 25, "من 15 إلى 25 دقيقة", "15 to 25 min"),
        (5, 10, "من 5 إلى 10 دقائق", "5 to 10 min"),
        (1, 2, "من دقيقة إلى دقيقتين", "1 to 2 min"),
        (0, 2, "دقيقتان أو أقل", "up to 2 min"),
        (0, 0, "أقل من دقيقة", "under 1 min"),
        (0, 5, "5 دقائق أو أقل", "up to 5 min"),
        (1, 1, "دقيقة واحدة", "1 min"),
        (7, 7, "7 دقائق", "7 min"),
        (90, 120, "من 90 إلى 120 دقيقة", "90 to 120 min"),
    ],
)
def test_the_wait_is_told_in_whole_words(low: int, high: int, arabic: str, english: str) -> None:
    told = wait_figure(ticket(wait_low_min=low, wait_high_min=high))
    assert told is not None
    assert (told.ar, told.en) == (arabic, english)


def test_what_nobody_knows_is_not_told() -> None:
    content = ticket(people_ahead=None, wait_low_min=None, wait_high_min=None)
    assert ahead_figure(content) is None
    assert wait_figure(content) is None


def test_arabic_indic_digits_are_for_arabic_only() -> None:
    content = ticket(digits=Digits.ARABIC_INDIC)
    ahead, wait = ahead_figure(content), wait_figure(content)
    assert ahead is not None
    assert wait is not None
    assert (ahead.ar, ahead.en) == ("١٢", "12")
    assert (wait.ar, wait.en) == ("من ١٥ إلى ٢٥ دقيقة", "15 to 25 min")


def test_the_date_is_spelled_out_in_both_languages() -> None:
    told = date_text(datetime(2026, 11, 24, 15, 5), Digits.ARABIC_INDIC)  # noqa: DTZ001 (local by then)
    assert told.ar == "الثلاثاء ٢٤ نوفمبر ٢٠٢٦، ٣:٠٥ م"
    assert told.en == "Tue 24 Nov 2026, 3:05 pm"


@pytest.mark.parametrize(("hour", "shown"), [(0, "12:00 am"), (4, "4:00 am"), (12, "12:00 pm"), (23, "11:00 pm")])
def test_the_time_is_written_as_on_the_screens(hour: int, shown: str) -> None:
    assert clock_text(datetime(2026, 1, 1, hour), Digits.WESTERN).en == shown  # noqa: DTZ001 (local by then)


def test_western_digits_leave_text_alone() -> None:
    assert in_digits("الدور 7", Digits.WESTERN) == "الدور 7"
