"""The board against a real live link over HTTP."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from contracts.live import Snapshot
from tests.display_board.example import call, fact, hall, snapshot
from tests.display_board.programs import RunningBoard, running_board
from tests.helpers.fake_live import FakeLive, running_live


def empty_at(seq: int) -> Snapshot:
    return snapshot(seq=seq)


def settle(qtbot: QtBot, running: RunningBoard) -> None:
    """Start the board, wait for its snapshot, and let the link count as standing."""
    running.program.start()
    qtbot.waitUntil(lambda: bool(running.events("snapshot")))
    running.clock.seconds += 10


def test_snapshot_fact_cut_and_resume(qtbot: QtBot, tmp_path: Path) -> None:
    with running_live(hall(), empty_at) as live, running_board(tmp_path, url=live.url, language="en") as running:
        settle(qtbot, running)
        live.tell(fact("visit_called", "A001", 1, at_s=1010))
        qtbot.waitUntil(lambda: running.tickets("spoken") == ["A001"] and running.tickets("shown") == ["A001"])
        live.cut()
        qtbot.waitUntil(lambda: "Connection lost" in running.program.window.ticker.mark)
        live.tell(fact("visit_called", "A002", 2, at_s=1015), fact("visit_called", "A003", 3, at_s=1020))
        running.clock.seconds += 600
        live.mend()
        qtbot.waitUntil(lambda: len(running.tickets("shown")) == 3, timeout=15_000)
        assert running.program.window.ticker.mark == ""
        assert live.came_with[-1] == "s1:1"
        assert len(running.events("snapshot")) == 1
        assert running.tickets("spoken") == ["A001"]
        assert running.tickets("heard") == ["A001", "A002", "A003"]


def test_a_call_made_seconds_before_the_link_came_back_is_spoken(qtbot: QtBot, tmp_path: Path) -> None:
    with running_live(hall(), empty_at) as live, running_board(tmp_path, url=live.url) as running:
        running.clock.wrong_s = -86_400  # the board's clock is a day late, which its first fact shows
        settle(qtbot, running)
        live.tell(fact("visit_called", "A001", 1, at_s=1010))
        qtbot.waitUntil(lambda: running.tickets("spoken") == ["A001"])
        live.cut()
        qtbot.waitUntil(lambda: bool(running.events("cut_off")))
        running.clock.seconds += 600
        live.tell(fact("visit_called", "A002", 2, at_s=1605))
        live.mend()
        qtbot.waitUntil(lambda: len(running.tickets("heard")) == 2, timeout=15_000)
        running.pass_s(10)
        qtbot.waitUntil(lambda: running.tickets("spoken") == ["A001", "A002"])


def test_a_restored_hall_is_shown_from_its_snapshot(qtbot: QtBot, tmp_path: Path) -> None:
    with running_live(hall(), empty_at) as live, running_board(tmp_path, url=live.url) as running:
        settle(qtbot, running)
        live.tell(fact("visit_called", "A001", 1, at_s=1010))
        qtbot.waitUntil(lambda: running.tickets("spoken") == ["A001"])
        live.cut()
        qtbot.waitUntil(lambda: bool(running.events("cut_off")))
        live.stream = "s2"
        live.board_at = lambda seq: snapshot([call("B009", 9, at_s=100)], seq=seq, stream="s2")
        live.mend()
        qtbot.waitUntil(lambda: running.tickets("shown") == ["A001", "B009"], timeout=15_000)
        assert running.tickets("spoken") == ["A001"]
        running.pass_s(30)
        large = running.program.window.large.line
        assert large is not None
        assert large.ticket == "B009"


def test_a_board_restarted_shows_the_same_as_its_twin(qtbot: QtBot, tmp_path: Path) -> None:
    def computed(seq: int) -> Snapshot:
        calls = [call("A002", 2, at_s=1011), call("A001", 1, at_s=1010)]
        return snapshot(calls if seq else [], seq=seq)

    with (
        running_live(hall(), computed) as live,
        running_board(tmp_path / "one", url=live.url) as first,
        running_board(tmp_path / "two", url=live.url) as second,
    ):
        settle(qtbot, first)
        live.tell(fact("visit_called", "A001", 1, at_s=1010), fact("visit_called", "A002", 2, at_s=1011))
        qtbot.waitUntil(lambda: len(first.tickets("heard")) == 2)
        second.clock.seconds += 500
        settle(qtbot, second)
        for _ in range(4):
            first.pass_s(30)
            qtbot.wait(20)
        views = [one.program.window.view for one in (first, second)]
        assert views[0] is not None
        assert views[1] is not None
        assert (views[0].large, views[0].lines) == (views[1].large, views[1].lines)


def test_changed_settings_are_fetched(qtbot: QtBot, tmp_path: Path) -> None:
    with running_live(hall(), empty_at) as live, running_board(tmp_path, url=live.url, language="en") as running:
        settle(qtbot, running)
        live.hall = hall(notices=({"en": "Closed on Thursday"},), digits="western")
        live.tell(replace(fact("visit_issued", "A001", None), kind="settings_changed", visit=None))
        qtbot.waitUntil(lambda: [run.text for run in running.program.window.ticker.runs] == ["Closed on Thursday"])


def test_a_board_with_a_foreign_token_says_that_it_is_not_enrolled(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        running_live(hall(), empty_at) as live,
        running_board(tmp_path, url=live.url, language="en", token="foreign") as running,
    ):
        running.program.start()
        qtbot.waitUntil(lambda: "not enrolled" in running.program.window.ticker.mark)


def test_digits_follow_the_hall(qtbot: QtBot, tmp_path: Path) -> None:
    eastern = hall(digits="arabic_indic")
    with (
        running_live(eastern, lambda seq: replace(snapshot(seq=seq), hall=eastern)) as live,
        running_board(tmp_path, url=live.url, language="ar") as running,
    ):
        settle(qtbot, running)
        assert running.program.wording.number("A047") == "A٠٤٧"


@pytest.mark.allow_logs
def test_an_unknown_time_zone_shows_this_computers_time(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lost = hall(time_zone="Mars/Olympus")
    with (
        running_live(lost, lambda seq: replace(snapshot(seq=seq), hall=lost)) as live,
        running_board(tmp_path, url=live.url) as running,
    ):
        settle(qtbot, running)
        assert "Mars/Olympus" in caplog.text


def test_the_fake_link_gives_exactly_what_was_missed() -> None:
    live = FakeLive(hall(), empty_at)
    live.tell(fact("visit_called", "A001"), fact("visit_called", "A002"), fact("visit_called", "A003"))
    told = []
    for text in live.events("s1:1"):
        told.append(text.splitlines()[0])
        if text.startswith(":"):
            break
    assert told == ["id: s1:2", "id: s1:3", ": here"]
    assert next(live.events("")).splitlines()[:2] == ["id: s1:3", "event: snapshot"]
    assert next(live.events("s0:2")).splitlines()[1] == "event: snapshot"
