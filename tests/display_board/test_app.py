"""The board against a real live link over HTTP."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from contracts.live import Snapshot
from contracts.settings.boards import TimedNotice
from contracts.settings.hall_view import DayView
from display_board.app import sizes_for
from display_board.calls.presenter import CallLine
from display_board.calls.zone import Zone
from display_board.config import BoardConfig
from display_board.notices.presenter import TimedView
from qtkit.look.theme import NIGHT, Theme
from qtkit.program.options import ShellOptions
from tests.display_board.helpers.example import NINE, TODAY, call, fact, hall, snapshot
from tests.display_board.helpers.programs import RunningBoard, running_board
from tests.display_board.waiting.test_presenter import queues
from tests.helpers.fake_live import FakeLive, running_live
from tests.helpers.replacing import replace

SERVED = call("A001", 1, at_s=-60)
CLOSED = DayView(TODAY, "closed", "closed_by_hand")


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
        qtbot.waitUntil(lambda: "Connection lost" in running.program.window.notices.mark)
        live.tell(fact("visit_called", "A002", 2, at_s=1015), fact("visit_called", "A003", 3, at_s=1020))
        running.clock.seconds += 600
        live.mend()
        qtbot.waitUntil(lambda: len(running.tickets("shown")) == 3, timeout=60_000)
        assert running.program.window.notices.mark == ""
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
        qtbot.waitUntil(lambda: len(running.tickets("heard")) == 2, timeout=60_000)
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
        qtbot.waitUntil(lambda: running.tickets("shown") == ["A001", "B009"], timeout=60_000)
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

        def shown(one: RunningBoard) -> tuple[CallLine | None, tuple[CallLine, ...]] | None:
            view = one.program.window.view
            return (view.large, view.lines) if view is not None else None

        def alike() -> bool:
            first.pass_s(30)
            return shown(first) is not None and shown(first) == shown(second)

        qtbot.waitUntil(alike)


def test_changed_settings_are_fetched(qtbot: QtBot, tmp_path: Path) -> None:
    with running_live(hall(), empty_at) as live, running_board(tmp_path, url=live.url, language="en") as running:
        settle(qtbot, running)
        live.hall = hall(notices=({"en": "Closed on Thursday"},), digits="western")
        live.tell(replace(fact("visit_issued", "A001", None), kind="settings_changed", visit=None))
        qtbot.waitUntil(lambda: [one.text for one in running.program.window.notices.notices] == ["Closed on Thursday"])


def test_the_close_of_the_day_takes_the_last_call_from_the_glass(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        running_live(hall(), lambda seq: snapshot([], [SERVED], seq=seq)) as live,
        running_board(tmp_path, url=live.url, language="en") as running,
    ):
        settle(qtbot, running)
        window = running.program.window
        qtbot.waitUntil(lambda: window.large.line is not None)
        live.hall = hall(day=CLOSED)
        live.tell(replace(fact("visit_issued", "A001", None), kind="day_closed", visit=None))
        qtbot.waitUntil(lambda: window.large.line is None)
        assert window.view is not None
        assert window.view.closed


def test_at_midnight_the_board_asks_the_hall_whose_day_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    closed = hall(day=CLOSED)
    with (
        running_live(closed, lambda seq: replace(snapshot([], [SERVED], seq=seq), hall=closed)) as live,
        running_board(tmp_path, url=live.url, language="en") as running,
    ):
        settle(qtbot, running)
        window, board = running.program.window, running.program.board
        qtbot.waitUntil(lambda: window.view is not None and window.view.closed)
        running.pass_s(24 * 3600)
        before = live.told
        running.program._tick()
        qtbot.waitUntil(lambda: live.told > before)  # the hall's clock is behind: there it is still yesterday
        live.hall = hall(day=DayView(TODAY + timedelta(days=1), "not_yet", "first_ticket_07:45"))
        running.pass_s(60)
        running.program._tick()
        qtbot.waitUntil(lambda: window.view is not None and not window.view.closed)
        assert board.inputs.state.recent == ()
        assert window.large.line is None


def test_a_board_with_a_foreign_token_says_that_it_is_not_enrolled(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        running_live(hall(), empty_at) as live,
        running_board(tmp_path, url=live.url, language="en", token="foreign") as running,
    ):
        running.program.start()
        qtbot.waitUntil(lambda: "not registered" in running.program.window.notices.mark)


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


def test_a_zones_board_shows_and_speaks_its_own_counters_only(qtbot: QtBot, tmp_path: Path) -> None:
    near = Zone(frozenset({1, 2}))
    with (
        running_live(hall(), empty_at) as live,
        running_board(tmp_path, url=live.url, language="en", zone=near) as running,
    ):
        settle(qtbot, running)
        live.tell(fact("visit_called", "A001", 9, at_s=1010), fact("visit_called", "A002", 2, at_s=1011))
        qtbot.waitUntil(lambda: running.tickets("spoken") == ["A002"] and running.tickets("shown") == ["A002"])
        assert running.tickets("heard") == ["A002"]


def test_look_at_me_flashes_the_screen_for_a_call_of_this_board(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        running_live(hall(), empty_at) as live,
        running_board(tmp_path, url=live.url, zone=Zone(frozenset({1}))) as running,
    ):
        settle(qtbot, running)
        look = running.program.window.look
        live.tell(fact("visit_called", "A001", 1, at_s=1010), fact("visit_called", "A002", 2, at_s=1010))
        live.tell(replace(fact("visit_recalled", "A002", 2, at_s=1010), detail={"look": True}))
        live.tell(fact("visit_recalled", "A001", 1, at_s=1010))
        qtbot.waitUntil(lambda: len(running.events("heard")) == 2)
        assert not look.moving
        live.tell(replace(fact("visit_recalled", "A001", 1, at_s=1010), detail={"look": True}))
        qtbot.waitUntil(lambda: look.moving and look.isVisible())
        assert look.line is not None
        assert look.line.ticket == "A001"


def test_a_wish_to_be_seen_from_long_ago_does_not_flash(qtbot: QtBot, tmp_path: Path) -> None:
    with running_live(hall(), empty_at) as live, running_board(tmp_path, url=live.url) as running:
        settle(qtbot, running)
        live.tell(fact("visit_called", "A001", 1, at_s=1010))
        qtbot.waitUntil(lambda: running.tickets("heard") == ["A001"])
        live.cut()
        qtbot.waitUntil(lambda: bool(running.events("cut_off")))
        live.tell(replace(fact("visit_recalled", "A001", 1, at_s=1020, called_s=1010), detail={"look": True}))
        running.clock.seconds += 600
        live.mend()
        qtbot.waitUntil(lambda: len(running.tickets("heard")) == 2, timeout=60_000)
        assert not running.program.window.look.moving


def test_who_waits_is_shown_where_it_is_set(qtbot: QtBot, tmp_path: Path) -> None:
    waiting = queues(A=(12, None), B=(3, None))
    with (
        running_live(hall(), lambda seq: replace(snapshot(seq=seq), queues=waiting)) as live,
        running_board(tmp_path / "one", url=live.url, waiting=True) as shows,
        running_board(tmp_path / "two", url=live.url) as shows_not,
    ):
        for running in (shows, shows_not):
            settle(qtbot, running)
        qtbot.waitUntil(lambda: [one.waiting for one in shows.program.window.figures.shown] == [12, 3])
        assert shows_not.program.window.figures.shown == ()
        assert shows_not.program.waiting is None


def test_numbers_only_has_neither_figures_nor_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    with running_board(tmp_path, waiting=True, media=tmp_path, numbers_only=True) as running:
        program = running.program
        assert (program.waiting, program.media) == (None, None)
        assert (program.window.figures.isVisible(), program.window.media.isVisible()) == (False, False)
        assert program.board.inputs.plain


def test_pictures_of_the_folder_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "media"
    folder.mkdir()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0xFF708090)
    assert picture.save(str(folder / "a.png"))
    with running_live(hall(), empty_at) as live, running_board(tmp_path, url=live.url, media=folder) as running:
        settle(qtbot, running)
        qtbot.waitUntil(lambda: running.program.window.media.image is not None, timeout=60_000)
        image = running.program.window.media.image
        assert image is not None
        assert image.pixelColor(5, 5).name() == "#708090"


def test_the_halls_notice_by_the_clock_and_its_hijri_date_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    def at(minutes: float) -> datetime:
        return NINE + timedelta(minutes=minutes)

    prayer = TimedNotice("prayer", at(20), at(10), at(45), "dhuhr", at(25))
    timed = hall(timed=(prayer,), hijri_offset_days=-1)
    with (
        running_live(timed, lambda seq: replace(snapshot(seq=seq), hall=timed)) as live,
        running_board(tmp_path, url=live.url, language="en") as running,
    ):
        settle(qtbot, running)
        header = running.program.window.header
        assert [clock.hijri for clock in header.clocks] == ["13 Jumada al-Akhirah"]
        qtbot.waitUntil(lambda: header.timed == TimedView("prayer", "coming", "dhuhr", "09:20"), timeout=60_000)
        running.clock.seconds += 15 * 60
        qtbot.waitUntil(lambda: header.timed is not None and header.timed.phase == "under_way", timeout=60_000)
        running.clock.seconds += 60 * 60
        qtbot.waitUntil(lambda: header.timed is None, timeout=60_000)


@pytest.mark.allow_logs
def test_a_screen_too_small_for_the_hall_is_named(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    shell = ShellOptions(("http://127.0.0.1:9",), "t", "ar", 24.0, (1280, 720))
    theme = Theme(1280, 720, 24.0, NIGHT)
    assert not sizes_for(BoardConfig(shell, viewing_m=15), theme).enough
    assert "too small for 15 m" in caplog.text


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
