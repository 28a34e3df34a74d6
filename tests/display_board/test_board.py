from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from contracts.settings.boards import TimedNotice, VoiceView
from contracts.settings.hall_view import HallView
from display_board.board import PAGE_MS
from tests.display_board.helpers.example import NINE, call, fact, hall, snapshot
from tests.display_board.helpers.programs import RunningBoard, running_board
from tests.helpers.replacing import replace


def up(running: RunningBoard, qtbot: QtBot, **given: object) -> None:
    """Show the board and bring its link up, long enough ago that what comes is fresh."""
    with qtbot.waitExposed(running.program.window):
        running.program.shell.show(running.program.window)
    running.program.board.online(True)
    running.program.board.snapshot(snapshot(**given))  # type: ignore[arg-type]  # a test's shorthand
    running.clock.seconds += 10


def spoken(running: RunningBoard, count: int) -> bool:
    return len(running.events("spoken")) == count


def test_a_call_is_heard_shown_and_spoken(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        running.program.board.fact(fact("visit_called", "A047", 3, at_s=1010, seq=1))
        qtbot.waitUntil(lambda: spoken(running, 1) and running.tickets("shown") == ["A047"])
        assert running.events("heard")[0]["became"] == "queued"
        line = running.events("spoken")[0]
        assert (line["ticket"], line["counter"], line["languages"]) == ("A047", 3, ["ar", "en"])
        assert running.program.window.large.line is not None
        assert running.program.window.large.line.ticket == "A047"


def test_two_calls_in_one_moment_are_both_shown_at_once_and_spoken_in_order(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        running.program.board.fact(fact("visit_called", "A047", 3, at_s=1010, seq=1))
        running.program.board.fact(fact("visit_called", "B012", 5, at_s=1010, seq=2))
        qtbot.waitUntil(lambda: len(running.tickets("shown")) == 2 and spoken(running, 1))
        assert running.tickets("spoken") == ["A047"]
        running.pass_s(5.0)
        qtbot.waitUntil(lambda: spoken(running, 2))
        assert running.tickets("spoken") == ["A047", "B012"]
        assert running.player is not None
        assert running.player.overlaps == 0


def test_a_recall_flashes_and_is_spoken_again(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        running.program.board.fact(fact("visit_called", "A047", 3, at_s=1010, seq=1))
        qtbot.waitUntil(lambda: spoken(running, 1))
        running.pass_s(20.0)
        assert not running.program.window.large.moving
        running.program.board.fact(fact("visit_recalled", "A047", 3, at_s=1030, called_s=1010, seq=2))
        assert running.program.window.large.moving
        qtbot.waitUntil(lambda: spoken(running, 2))
        assert [line["recall"] for line in running.events("spoken")] == [0, 1]


def test_a_call_that_stands_is_said_again_for_who_could_not_see_it(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        for seq, ticket in ((1, "A001"), (2, "A002")):
            running.program.board.fact(fact("visit_called", ticket, seq, at_s=1010 + seq, seq=seq))
            qtbot.waitUntil(lambda: spoken(running, seq))  # noqa: B023  # waited for within this round
            running.pass_s(10.0)
        running.program.board.fact(fact("visit_begun", "A001", 1, at_s=1040, called_s=1011, seq=3))
        wish = replace(fact("visit_begun", "A001", 1, at_s=1050, seq=4), kind="calls_repeated", visit=None)
        running.program.board.fact(wish)
        qtbot.waitUntil(lambda: running.tickets("said_again") == ["A002"])
        assert running.tickets("spoken") == ["A001", "A002"]
        assert running.player is not None
        assert len(running.player.played) == 3


def test_missed_calls_are_shown_and_not_spoken_in_a_burst(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        running.program.board.fact(fact("visit_called", "A001", 1, at_s=1010, seq=1))
        qtbot.waitUntil(lambda: spoken(running, 1))
        running.program.board.online(False)
        running.clock.seconds += 600
        running.program.board.online(True)
        for seq in range(2, 7):
            running.program.board.fact(fact("visit_called", f"A{seq:03}", seq, at_s=1100 + seq, seq=seq))
        running.program.board.fact(fact("visit_called", "A007", 7, at_s=1605, seq=7))
        qtbot.waitUntil(lambda: spoken(running, 2))
        assert running.tickets("spoken") == ["A001", "A007"]
        became = {str(line["ticket"]): line["became"] for line in running.events("heard")}
        assert [became[f"A{seq:03}"] for seq in range(2, 7)] == ["not_spoken"] * 5


def test_every_missed_call_that_is_still_awaited_comes_on_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        running.program.board.online(False)
        running.clock.seconds += 600
        running.program.board.online(True)
        for seq in range(1, 13):
            running.program.board.fact(fact("visit_called", f"A{seq:03}", seq, at_s=1100 + seq, seq=seq))
        for _ in range(3):
            qtbot.waitUntil(lambda: running.program.window.calls.on_glass)
            running.program.board.turn_page()
        qtbot.waitUntil(lambda: len(running.tickets("shown")) == 12)
        assert sorted(running.tickets("shown")) == [f"A{seq:03}" for seq in range(1, 13)]
        assert PAGE_MS >= 5000


def test_a_call_over_before_there_was_room_for_it_is_recorded(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        running.program.board.online(False)
        running.clock.seconds += 600
        running.program.board.online(True)
        running.program.board.fact(fact("visit_called", "A001", 1, at_s=1100, seq=1))
        running.program.board.fact(fact("visit_no_show", "A001", 1, at_s=1200, called_s=1100, seq=2))
        assert running.tickets("passed") == ["A001"]


def test_a_fact_told_twice_is_spoken_once(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        for _ in range(2):
            running.program.board.fact(fact("visit_called", "A047", 3, at_s=1010, seq=1))
        qtbot.waitUntil(lambda: spoken(running, 1))
        running.pass_s(30.0)
        assert len(running.events("heard")) == 1


def test_a_cut_shows_a_mark_and_keeps_the_last_calls(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path, language="en") as running:
        up(running, qtbot, calls=[call("A047", 3)])
        running.program.board.online(False)
        window = running.program.window
        assert "Connection lost" in window.notices.mark
        assert window.large.line is not None
        assert window.large.line.ticket == "A047"
        running.program.board.online(True)
        assert window.notices.mark == ""


def test_a_board_the_hall_does_not_know_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path, language="en") as running:
        running.program.board.refused("token_unknown")
        running.program.board.online(False)
        assert "not registered" in running.program.window.notices.mark


def test_a_passing_fault_of_the_hall_is_no_refusal(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path, language="en") as running:
        running.program.board.refused("http_503")
        running.program.board.online(False)
        assert "Connecting" in running.program.window.notices.mark


def test_old_calls_of_the_first_snapshot_are_shown_and_not_spoken(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot, calls=[call("A002", 2, at_s=995), call("A001", 1, at_s=100)])
        qtbot.waitUntil(lambda: spoken(running, 1) and len(running.tickets("shown")) == 2)
        running.pass_s(30.0)
        assert running.tickets("spoken") == ["A002"]


def test_a_recall_that_comes_with_a_snapshot_is_as_old_as_itself_and_not_as_its_call(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with running_board(tmp_path) as running:
        fresh = call("A001", 1, at_s=100, recalls=1, recalled_s=995)
        stale = call("A002", 2, at_s=90, recalls=2, recalled_s=200)
        up(running, qtbot, calls=[fresh, stale])
        qtbot.waitUntil(lambda: spoken(running, 1) and len(running.tickets("shown")) == 2)
        running.pass_s(30.0)
        assert running.tickets("spoken") == ["A001"]


def test_without_sound_each_call_still_gets_its_five_seconds(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path, sound=False) as running:
        up(running, qtbot)
        running.program.board.fact(fact("visit_called", "A001", 1, at_s=1010, seq=1))
        running.program.board.fact(fact("visit_called", "A002", 2, at_s=1010, seq=2))
        large = running.program.window.large
        assert large.line is not None
        assert large.line.ticket == "A001"
        running.pass_s(4.9)
        assert large.line.ticket == "A001"
        running.pass_s(0.2)
        assert large.line.ticket == "A002"
        assert [line["because"] for line in running.events("not_spoken")] == ["no player"] * 2


def test_new_settings_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path, language="en") as running:
        up(running, qtbot)
        running.program.board.hall_changed(hall(notices=({"en": "Closed on Thursday"},)))
        assert [one.text for one in running.program.window.notices.notices] == ["Closed on Thursday"]


@pytest.mark.parametrize("waiting", [1, 6])
def test_calls_are_said_in_one_language_while_many_wait(qtbot: QtBot, tmp_path: Path, waiting: int) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        for seq in range(1, waiting + 2):
            running.program.board.fact(fact("visit_called", f"A{seq:03}", seq, at_s=1010, seq=seq))
        for done in range(1, waiting + 2):
            qtbot.waitUntil(lambda done=done: spoken(running, done))
            running.pass_s(5.0)
        languages = [line["languages"] for line in running.events("spoken")]
        brief = [["ar"]] * max(0, waiting - 3) if waiting > 3 else []
        assert languages[0] == ["ar", "en"]
        assert languages[1 : 1 + len(brief)] == brief
        assert languages[-1] == ["ar", "en"]
        assert running.tickets("spoken") == [f"A{seq:03}" for seq in range(1, waiting + 2)]


def test_a_turn_whose_timer_fires_early_still_gives_way_to_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        running.program.board.fact(fact("visit_called", "A001", 1, at_s=1010, seq=1))
        running.program.board.fact(fact("visit_called", "A002", 2, at_s=1010, seq=2))
        qtbot.waitUntil(lambda: spoken(running, 1))
        running.clock.seconds += 4.99
        running.program.board.next_turn()
        assert running.tickets("spoken") == ["A001"]
        running.clock.seconds += 0.02
        qtbot.waitUntil(lambda: spoken(running, 2), timeout=60_000)


def noon(running: RunningBoard, *, begun_s: float) -> HallView:
    """Return a hall in which the call to prayer began `begun_s` seconds ago by its own clock."""
    at = NINE + timedelta(seconds=running.clock.seconds - begun_s)
    minutes = timedelta(minutes=1)
    notice = TimedNotice("prayer", at, at - 10 * minutes, at + 25 * minutes, "dhuhr", at + 5 * minutes)
    return hall(timed=(notice,))


def test_at_the_call_to_prayer_a_call_is_shown_and_flashed_and_not_spoken(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        running.clock.wrong_s = 7200  # what counts is the hall's clock, which the first fact shows
        up(running, qtbot)
        running.program.board.fact(fact("visit_called", "A001", 1, at_s=1010, seq=1))
        qtbot.waitUntil(lambda: spoken(running, 1))
        running.pass_s(30)
        running.program.board.hall_changed(noon(running, begun_s=60))
        running.program.board.fact(fact("visit_called", "A002", 2, at_s=running.clock.seconds, seq=2))
        large = running.program.window.large
        assert large.line is not None
        assert large.line.ticket == "A002"
        assert large.moving
        qtbot.waitUntil(lambda: running.tickets("shown")[-1:] == ["A002"])
        assert [(line["ticket"], line["because"]) for line in running.events("not_spoken")] == [("A002", "prayer")]
        running.pass_s(5 * 60)
        running.program.board.fact(fact("visit_called", "A003", 3, at_s=running.clock.seconds, seq=3))
        qtbot.waitUntil(lambda: spoken(running, 2))
        assert running.tickets("spoken") == ["A001", "A003"]


def test_calls_that_wait_when_the_call_to_prayer_begins_keep_silent_too(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        for seq in (1, 2):
            running.program.board.fact(fact("visit_called", f"A00{seq}", seq, at_s=1010, seq=seq))
        qtbot.waitUntil(lambda: spoken(running, 1))
        running.program.board.hall_changed(noon(running, begun_s=-1))
        running.pass_s(5)
        qtbot.waitUntil(lambda: running.tickets("not_spoken") == ["A002"])
        assert running.tickets("spoken") == ["A001"]


def test_a_board_started_again_speaks_nothing_twice(qtbot: QtBot, tmp_path: Path) -> None:
    called = [call("A001", 1, at_s=995), call("A002", 2, at_s=996)]
    for times in (1, 2):
        with running_board(tmp_path) as running:
            up(running, qtbot, calls=called[::-1])
            qtbot.waitUntil(lambda n=times: len(running.tickets("heard")) == 2 * n)
            running.pass_s(6)
            qtbot.waitUntil(lambda: spoken(running, 2))
            running.pass_s(6)
            qtbot.waitUntil(lambda n=times: sorted(running.tickets("shown")) == sorted(["A001", "A002"] * n))
    assert running.tickets("spoken") == ["A001", "A002"]


def test_a_call_cut_off_by_the_power_is_spoken_whole_after_it(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path, sound=False) as running:
        up(running, qtbot, calls=[call("A001", 1, at_s=995)])
        qtbot.waitUntil(lambda: running.tickets("not_spoken") == ["A001"])
    with running_board(tmp_path) as running:
        up(running, qtbot, calls=[call("A001", 1, at_s=995)])
        qtbot.waitUntil(lambda: running.tickets("spoken") == ["A001"])


def test_what_was_answered_while_the_board_was_off_is_shown_and_not_spoken(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot, calls=[call("A002", 2, at_s=998)], recent=[call("A001", 1, at_s=995)])
        qtbot.waitUntil(lambda: sorted(running.tickets("shown")) == ["A001", "A002"])
        assert {str(line["ticket"]): line["became"] for line in running.events("heard")} == {
            "A001": "not_spoken",
            "A002": "queued",
        }


def test_a_hall_that_sets_longer_freshness_has_older_calls_spoken(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path) as running:
        up(running, qtbot)
        running.program.board.hall_changed(hall(voice=VoiceView(fresh_s=120)))
        running.program.board.online(False)
        running.clock.seconds += 600
        running.program.board.online(True)
        running.program.board.fact(fact("visit_called", "A001", 1, at_s=running.clock.seconds - 121, seq=1))
        running.program.board.fact(fact("visit_called", "A002", 2, at_s=running.clock.seconds - 119, seq=2))
        qtbot.waitUntil(lambda: spoken(running, 1))
        assert running.tickets("spoken") == ["A002"]
