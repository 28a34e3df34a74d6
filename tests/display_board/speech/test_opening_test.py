"""A number is said when the hall is checked before it opens, and the hall gets a report of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from contracts.live import FactMessage
from contracts.queue.answers import Problem
from contracts.queue.bodies import DeviceActRequest
from contracts.settings.boards import VoiceView, VolumeView
from contracts.words.hall import DeviceAct
from display_board.speech.chime import Said
from display_board.speech.opening_test import OpeningTest
from qtkit.hall.problems import Answer
from tests.display_board.helpers.example import NINE, hall, snapshot
from tests.display_board.helpers.programs import running_board
from tests.helpers.fake_live import running_live
from tests.helpers.replacing import replace

BEGUN = FactMessage(1, "opening_check_begun", NINE, NINE.date())


class Hall:
    """A loudspeaker and a hall that keep what they got."""

    def __init__(self, silent_because: str = "", problem: Problem | None = None) -> None:
        self.silent_because, self.problem = silent_because, problem
        self.said: list[tuple[str, int, tuple[str, ...]]] = []
        self.told: list[tuple[str, object]] = []

    def say(
        self, ticket: str, counter: int, languages: tuple[str, ...], ended: Callable[[Said], None], **_how: object
    ) -> None:
        self.said.append((ticket, counter, languages))
        ended(Said((), (), self.silent_because))

    def call(
        self, _method: str, path: str, body: object, on_done: Callable[[Answer | None, Problem | None], None]
    ) -> None:
        self.told.append((path, body))
        on_done(None, self.problem)


def test_the_first_number_is_said_and_told() -> None:
    heard = Hall()
    OpeningTest(heard, heard, ("ar", "en")).follow(BEGUN, hall(), NINE)
    assert heard.said == [("A001", 1, ("ar", "en"))]
    assert heard.told == [("/devices/self/acts", DeviceActRequest(DeviceAct.TEST_SPOKEN))]


@pytest.mark.allow_logs
def test_what_made_no_sound_is_told_as_such() -> None:
    heard = Hall("the loudspeaker is unplugged")
    OpeningTest(heard, heard, ("ar",)).follow(BEGUN, hall(), NINE)
    assert heard.told == [("/devices/self/acts", DeviceActRequest(DeviceAct.TEST_UNSPOKEN))]


@pytest.mark.allow_logs
def test_a_hall_that_does_not_take_it_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    heard = Hall(problem=Problem("No", 403, "role_refused", "no"))
    OpeningTest(heard, heard, ("ar",)).follow(BEGUN, hall(), NINE)
    assert "role_refused" in caplog.text


def test_where_calls_are_silent_the_test_is_too() -> None:
    heard = Hall()
    quiet = hall(voice=VoiceView(volume=(VolumeView("00:00", 0),)))
    OpeningTest(heard, heard, ("ar",)).follow(BEGUN, quiet, NINE)
    assert heard.said == []
    assert heard.told == [("/devices/self/acts", DeviceActRequest(DeviceAct.TEST_MUTED))]


@pytest.mark.parametrize("late_min", [-3, 3])
def test_a_check_that_is_over_and_other_facts_say_nothing(late_min: int) -> None:
    heard = Hall()
    test = OpeningTest(heard, heard, ("ar",))
    test.follow(BEGUN, hall(), NINE + timedelta(minutes=late_min))
    test.follow(replace(BEGUN, kind="day_opened"), hall(), NINE)
    test.follow(BEGUN, None, NINE)
    assert heard.said == []


@pytest.mark.allow_logs  # the fake hall answers no command
def test_a_running_board_says_it(qtbot: QtBot, tmp_path: Path) -> None:
    with running_live(hall(), lambda seq: snapshot(seq=seq)) as live, running_board(tmp_path, url=live.url) as running:
        running.program.start()
        qtbot.waitUntil(lambda: bool(running.events("snapshot")))
        running.clock.seconds += 10
        assert running.player is not None
        played = running.player.played
        before = len(played)
        live.tell(replace(BEGUN, at=NINE + timedelta(seconds=running.clock.seconds)))
        qtbot.waitUntil(lambda: len(played) == before + 1)
