"""An official's slots follow his week, on the hall's own clock, and there are none while he is away."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from hall.kernel.ids import AgentId, ServiceCode
from hall.kernel.official_settings import Absence, Official, Span

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
NINE_TO_TEN = Span(time(9), time(10))
DIRECTOR = Official("d", {"en": "D"}, AgentId("d"), ServiceCode("M"), {2: (NINE_TO_TEN,)}, slot_min=25)


def test_a_slot_lies_whole_within_a_part_of_the_day():
    nine = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
    assert DIRECTOR.slots(TUESDAY, "Asia/Muscat") == [nine, nine.replace(minute=25)]
    assert DIRECTOR.slots(WEDNESDAY, "Asia/Muscat") == []


def test_the_day_on_which_clocks_go_back_has_no_slot_twice():
    london = Official("d", {}, AgentId("d"), ServiceCode("M"), {7: (Span(time(8), time(10)),)}, slot_min=60)
    slots = london.slots(date(2026, 10, 25), "Europe/London")
    assert [slot.hour for slot in slots] == [8, 9]


def test_away_there_are_no_slots_until_it_is_taken_back():
    away = DIRECTOR.absent(Absence(TUESDAY, WEDNESDAY)).absent(Absence(date(2026, 11, 1), date(2026, 11, 2)))
    assert [one.first.day for one in away.away] == [1, 24]
    assert (away.is_away(WEDNESDAY), away.slots(TUESDAY, "Asia/Muscat")) == (True, ())
    assert away.absent(Absence(TUESDAY, WEDNESDAY)) == away, "the same again changes nothing"
    assert away.present(TUESDAY).slots(TUESDAY, "Asia/Muscat")


def test_of_two_absences_that_begin_on_one_day_the_later_word_holds():
    longer = DIRECTOR.absent(Absence(TUESDAY, TUESDAY)).absent(Absence(TUESDAY, WEDNESDAY))
    assert longer.away == (Absence(TUESDAY, WEDNESDAY),)
    assert longer.absent(Absence(TUESDAY, TUESDAY)).away == (Absence(TUESDAY, TUESDAY),)
