from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from contracts.settings.boards import VoiceView, VolumeView
from hall.calendar.timed_notices import timed_notices, voice_view
from hall.kernel.moment import Moment
from hall.kernel.settings import Prayer, Voice, VolumeStep
from tests.helpers.example_hall import ALWAYS, NINE, SETTINGS
from tests.helpers.replacing import replace

NOW = Moment(NINE, 0, "boot")
FRIDAY = Moment(datetime(2026, 11, 27, 5, tzinfo=UTC), 0, "boot")


def test_the_last_ticket_and_closing_are_told_in_time_and_one_after_the_other() -> None:
    today = [one for one in timed_notices(SETTINGS, NOW) if one.at.date() == NINE.date()]
    assert [one.kind for one in today] == ["last_ticket", "closing"]
    last, closing = today
    assert last.at == last.shown_until == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    assert last.shown_from == last.at - timedelta(minutes=30)
    assert closing.at == datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
    assert closing.shown_from == closing.at - timedelta(minutes=15)


def test_a_closing_right_after_the_last_ticket_waits_for_it() -> None:
    times = replace(SETTINGS.hours.weekly[2], closing=time(13, 35))
    hours = replace(SETTINGS.hours, weekly={**SETTINGS.hours.weekly, 2: times})
    closing = next(one for one in timed_notices(replace(SETTINGS, hours=hours), NOW) if one.kind == "closing")
    assert closing.shown_from == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def test_the_five_prayers_of_two_days_stand_among_them_in_order() -> None:
    told = timed_notices(replace(SETTINGS, prayer=Prayer(observed=True)), NOW)
    prayers = [one for one in told if one.kind == "prayer"]
    assert [one.prayer for one in prayers] == ["fajr", "dhuhr", "asr", "maghrib", "isha"] * 2
    assert [one.shown_from for one in told] == sorted(one.shown_from for one in told)
    for one in prayers:
        assert one.silent_until is not None
        assert one.shown_from < one.at < one.silent_until < one.shown_until


def test_a_closed_day_and_a_hall_that_never_closes_tell_no_closing() -> None:
    assert [one.kind for one in timed_notices(ALWAYS, NOW)] == []
    assert [one.kind for one in timed_notices(SETTINGS, FRIDAY)] == []


def test_how_the_boards_speak_is_told_as_set() -> None:
    assert voice_view(SETTINGS) == VoiceView()
    voice = Voice(("en",), chime=False, fresh_s=30, volume=(VolumeStep(time(7, 0), 90), VolumeStep(time(12, 5), 40)))
    assert voice_view(replace(SETTINGS, voice=voice)) == VoiceView(
        ("en",), chime=False, fresh_s=30, volume=(VolumeView("07:00", 90), VolumeView("12:05", 40))
    )
