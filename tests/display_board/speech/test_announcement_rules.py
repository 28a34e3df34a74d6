from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from contracts.settings.boards import TimedNotice, VoiceView, VolumeView
from display_board.calls.freshness import FRESH_S
from display_board.speech import announcement_rules
from display_board.speech.announcement_rules import PRAYER, VOLUME_0, Speech, fresh_s_of, speech_at
from tests.display_board.helpers.example import NINE, hall
from tests.helpers.examples import assert_examples_hold

DHUHR = NINE + timedelta(hours=3)
TIMED = (
    TimedNotice("prayer", DHUHR, DHUHR - timedelta(minutes=10), DHUHR + timedelta(minutes=25), "dhuhr",
                DHUHR + timedelta(minutes=5)),
    TimedNotice("closing", NINE, NINE - timedelta(minutes=15), NINE),
)  # fmt: skip


@pytest.mark.parametrize(
    ("at", "because"),
    [
        (DHUHR - timedelta(seconds=1), ""),
        (DHUHR, PRAYER),
        (DHUHR + timedelta(minutes=5) - timedelta(seconds=1), PRAYER),
        (DHUHR + timedelta(minutes=5), ""),
        (NINE, ""),
    ],
)
def test_calls_are_silent_from_the_call_to_prayer_to_its_end_and_no_longer(at: datetime, because: str) -> None:
    assert speech_at(hall(timed=TIMED), ("ar",), at).silent_because == because


def test_a_hall_that_sets_nothing_lets_the_board_speak_as_it_was_started() -> None:
    for there in (None, hall(), hall(voice=VoiceView())):
        assert speech_at(there, ("ar", "en"), NINE) == Speech(("ar", "en"))


def test_what_the_hall_sets_goes_before_what_the_board_was_started_with() -> None:
    voice = VoiceView(("en",), chime=False, volume=(VolumeView("08:00", 60),))
    assert speech_at(hall(voice=voice), ("ar", "en"), NINE) == Speech(("en",), chime=False, percent=60)


def test_the_time_of_day_is_the_halls_own() -> None:
    voice = VoiceView(volume=(VolumeView("00:00", 100), VolumeView("08:59", 70), VolumeView("09:01", 30)))
    # 05:00 UTC is nine in Muscat.
    assert speech_at(hall(voice=voice), (), NINE).percent == 70
    assert speech_at(hall(voice=voice), (), NINE + timedelta(minutes=1)).percent == 30


def test_at_volume_nothing_calls_are_only_shown() -> None:
    voice = VoiceView(volume=(VolumeView("09:00", 0),))
    assert speech_at(hall(voice=voice), ("ar",), NINE).silent_because == VOLUME_0


def test_a_zone_this_computer_does_not_know_still_speaks() -> None:
    voice = VoiceView(volume=(VolumeView("00:00", 40),))
    assert speech_at(hall(voice=voice, time_zone="Oman/Nowhere"), ("ar",), NINE).percent == 40


def test_the_seconds_of_freshness_are_the_halls_or_the_usual_ones() -> None:
    assert fresh_s_of(None) == fresh_s_of(hall()) == FRESH_S
    assert fresh_s_of(hall(voice=VoiceView(fresh_s=45))) == 45


def test_the_examples_hold() -> None:
    assert_examples_hold(announcement_rules)
