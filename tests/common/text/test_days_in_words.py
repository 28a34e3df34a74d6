"""Periods are said as people say them."""

from __future__ import annotations

from datetime import date

import pytest

from common.text.days_in_words import period_in_words
from figures.period import Asked
from web.texts import texts


@pytest.mark.parametrize(
    ("period", "english", "arabic"),
    [
        ("day", "Tuesday, 24 November 2026", "الثلاثاء، 24 نوفمبر 2026"),
        ("week", "22 November 2026 to 28 November 2026", "من 22 نوفمبر 2026 إلى 28 نوفمبر 2026"),
        ("month", "November 2026", "نوفمبر 2026"),
        ("year", "2026", "2026"),
        ("decade", "2017 to 2026", "من 2017 إلى 2026"),
    ],
)
def test_a_period_has_its_own_words(period: str, english: str, arabic: str) -> None:
    days = Asked(period, date(2026, 11, 24)).days
    assert period_in_words(period, *days, texts("en")) == english
    assert period_in_words(period, *days, texts("ar")) == arabic
