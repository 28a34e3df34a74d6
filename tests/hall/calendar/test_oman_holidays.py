"""The announced holidays are whole, in order, and each says where it is known from."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from common.clock.hijri import hijri_date
from hall.calendar.oman_holidays import ANNOUNCED, EIDS, HIJRI_RULES, NAMES, Occasion, civil_occasion


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_each_announced_year_has_every_occasion_once(year: int) -> None:
    assert sorted(one.occasion.value for one in ANNOUNCED if one.first.year == year) == sorted(
        occasion.value for occasion in Occasion
    )


def test_of_2026_all_but_eid_al_adha_is_known() -> None:
    known = {one.occasion for one in ANNOUNCED if one.first.year == 2026}
    assert set(Occasion) - known == {Occasion.EID_ADHA}


def test_announcements_stand_in_order_with_source_and_day() -> None:
    assert all(before.last < after.first for before, after in pairwise(ANNOUNCED))
    for one in ANNOUNCED:
        assert one.source
        assert one.told < one.first
        assert timedelta(0) <= one.last - one.first <= timedelta(days=5)


@pytest.mark.parametrize("one", [one for one in ANNOUNCED if one.occasion in EIDS], ids=lambda one: str(one.first))
def test_an_eid_as_announced_lies_within_two_days_of_the_printed_calendar(one) -> None:
    around = [one.first + timedelta(days=ahead) for ahead in range(-2, 3)]
    printed = [hijri for day in around if (hijri := hijri_date(day)) is not None]
    assert any(HIJRI_RULES.get((hijri.month, hijri.day)) is one.occasion for hijri in printed)


def test_every_occasion_is_named_in_both_languages() -> None:
    assert set(NAMES) == set(Occasion)
    assert all(set(names) == {"ar", "en"} for names in NAMES.values())


@pytest.mark.parametrize(
    ("day", "occasion"),
    [
        (date(2024, 11, 18), Occasion.NATIONAL_DAY),
        (date(2024, 11, 20), None),
        (date(2025, 11, 18), None),
        (date(2027, 11, 21), Occasion.NATIONAL_DAY),
        (date(2030, 1, 11), Occasion.ACCESSION),
        (date(2030, 1, 12), None),
    ],
)
def test_the_civil_occasions_follow_the_decree_of_their_year(day: date, occasion: Occasion | None) -> None:
    assert civil_occasion(day) is occasion
