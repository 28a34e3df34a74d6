"""Rules between the parts of a set-up file."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from hall.settings.setup.check import SOUND_ALIKE, code_of, findings, minutes
from hall.settings.setup.entries import CounterEntry, HallEntry, HoursEntry, PeriodEntry, ServiceEntry, SetupEntry
from tests.helpers.replacing import replace

NAMES = {"ar": "اسم", "en": "Name"}


def _setup(*services: ServiceEntry, hours: HoursEntry | None = None) -> SetupEntry:
    return SetupEntry(
        hall=HallEntry("h", NAMES, "muscat"),
        service=services,
        counter=(CounterEntry(1, tuple(code_of(service) for service in services)),),
        hours=hours or HoursEntry(always_open=True),
    )


@pytest.mark.parametrize(
    ("text", "expected"), [("00:00", 0), ("23:59", 1439), ("24:00", None), ("9:5", None), ("x:10", None), ("", None)]
)
def test_times_are_read_strictly(text: str, expected: int | None) -> None:
    assert minutes(text) == expected


def test_arabic_letters_that_sound_alike_are_warned_of() -> None:
    found = findings(_setup(ServiceEntry(NAMES, prefix="س"), ServiceEntry(NAMES, prefix="ص")))
    assert [(finding.warning, "sound alike" in finding.text) for finding in found] == [(True, True)]


@pytest.mark.parametrize(
    ("letter", "digit"),
    [("O", "0"), ("Q", "0"), ("B", "8"), ("S", "5"), ("Z", "2"), ("I", "1"), ("ا", "١"), ("ه", "٥")],
)
def test_a_letter_that_reads_like_a_digit_is_warned_of(letter: str, digit: str) -> None:
    found = findings(_setup(ServiceEntry(NAMES, prefix=letter)))
    assert [(finding.key, finding.warning) for finding in found] == [("service[0].prefix", True)]
    assert f"reads like {digit}" in found[0].text


@pytest.mark.parametrize("letter", ["B", "S", "Z"])
def test_no_latin_letter_reads_like_an_arabic_digit_from_far_away(letter: str) -> None:
    setup = _setup(ServiceEntry(NAMES, prefix=letter))
    assert findings(replace(setup, hall=replace(setup.hall, digits="arabic_indic"))) == []


def test_letters_that_sound_apart_are_quiet() -> None:
    assert findings(_setup(ServiceEntry(NAMES, prefix="A"), ServiceEntry(NAMES, prefix="L"))) == []


def test_each_group_of_alike_letters_is_of_one_script() -> None:
    for group in SOUND_ALIKE:
        assert group.isascii() or not any(letter.isascii() for letter in group)


def test_periods_with_special_hours_do_not_overlap() -> None:
    five = ("09:00", "09:00", "13:30", "14:00", "14:00")
    days = [date(2027, 2, 8), date(2027, 3, 9), date(2027, 3, 9), date(2027, 3, 12)]
    apart = (PeriodEntry(days[0], date(2027, 3, 8), five), PeriodEntry(days[2], days[3], five))
    setup = _setup(ServiceEntry(NAMES, prefix="A"))
    assert findings(replace(setup, ramadan=apart)) == []
    for periods in itertools.permutations((PeriodEntry(days[0], days[1], five), apart[1])):
        (found,) = findings(replace(setup, ramadan=periods))
        assert (found.key, found.warning) == ("ramadan[1].first", False)
        assert "overlaps the period from" in found.text


def test_a_hall_that_never_opens_is_a_mistake() -> None:
    found = findings(_setup(ServiceEntry(NAMES, prefix="A"), hours=HoursEntry()))
    assert [finding.key for finding in found] == ["hours"]


def test_a_service_without_prefix_and_code_cannot_be_named() -> None:
    assert "service[0].code" in [finding.key for finding in findings(_setup(ServiceEntry(NAMES)))]


@pytest.mark.parametrize("numbers", [(1,), (5, 5), (9, 3), (0, 9), (1, 1000), ()])
def test_number_ranges_are_checked(numbers: tuple[int, ...]) -> None:
    found = findings(_setup(ServiceEntry(NAMES, prefix="A", numbers=numbers or (1, 1))))
    assert "service[0].numbers" in [finding.key for finding in found]


@pytest.mark.parametrize(("days", "good"), [(-3, False), (-2, True), (0, True), (2, True), (3, False)])
def test_the_hijri_calendar_is_moved_by_two_days_at_most(days: int, good: bool) -> None:
    setup = _setup(ServiceEntry(NAMES, prefix="A"))
    moved = replace(setup, hall=replace(setup.hall, hijri_offset_days=days))
    assert [finding.key for finding in findings(moved)] == ([] if good else ["hall.hijri_offset_days"])


def test_a_language_that_no_native_speaker_has_reviewed_is_warned_of() -> None:
    setup = _setup(ServiceEntry(NAMES, prefix="A"))
    more = replace(setup, hall=replace(setup.hall, languages=("ar", "en", "ur", "bn")))
    found = findings(more)
    assert [(one.key, one.warning) for one in found] == [("hall.languages", True)] * 2
    assert all("not reviewed by a native speaker" in one.text for one in found)
    assert findings(setup) == []


@pytest.mark.parametrize(
    ("minutes_elsewhere", "keys"), [(None, []), (6.5, []), (0, ["service[0].serving_elsewhere_min"])]
)
def test_the_time_in_other_halls_may_be_unknown_but_not_nothing(minutes_elsewhere, keys) -> None:
    service = ServiceEntry(NAMES, prefix="A", serving_elsewhere_min=minutes_elsewhere)
    assert [finding.key for finding in findings(_setup(service))] == keys
