"""The hot key, the bar and another program on a real X11 screen; and what is said where there are none."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from contracts.words.hall import VisitState
from counter_client.keyboard.hot_keys.chords import read_hot_key
from counter_client.keyboard.hot_keys.desktop import HotKeys, Lack, desktop_kind
from counter_client.state.state import QUESTION_S
from tests.helpers.fake_hall_counter import FakeHall
from tests.helpers.fake_hall_state import COUNTER, DEVICE_TOKEN, PIN
from tests.helpers.x_screen import XScreen, x_screen
from tools.qt_driver.driven_program import DrivenProgram, until

ROOT = Path(__file__).resolve().parents[4]
KEYS = ("--hot-key", "Ctrl+Alt+Space", "--hot-key", "recall=F13", "--hot-key", "window=Pause")


@contextmanager
def other_program(screen: XScreen, typed: Path) -> Iterator[str]:
    """Run another program that has the keyboard; what is typed into it goes into `typed`."""
    with typed.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.typing_program"], cwd=ROOT, stdout=out, env=screen.environment
        )
        try:
            window = screen.window("Ministry program")
            screen.focus(window)
            yield window
        finally:
            process.terminate()
            process.wait(timeout=10)


@contextmanager
def counter_on(screen: XScreen, hall: FakeHall, log: Path, *options: str) -> Iterator[DrivenProgram]:
    """Run the counter program on the screen, with an agent who signed in by keyboard."""
    arguments = ["--hall", hall.url, "--counter", str(COUNTER), "--language", "en", *options]
    with DrivenProgram("counter", arguments, token=DEVICE_TOKEN, log=log, environment=screen.environment) as program:
        screen.focus(screen.window("Counter 3"))
        program.wait_for("agent_1")
        screen.do("key", "Down")
        screen.do("type", PIN)
        screen.do("key", "Return")
        yield program


def click_where(screen: XScreen, program: DrivenProgram, name: str, below: str) -> None:
    """Click at the place of a control that the window `below` covers too, as soon as the control is the one on top.

    The window manager takes its time over where a window is and which is above: until then a click is another's.
    """

    def on_top() -> bool:
        x, y = program.tell(place=name)["middle"]
        screen.do("mousemove", str(x), str(y))
        shape, mouse = (
            dict(line.split("=") for line in screen.do(*asked).splitlines())
            for asked in (("getwindowgeometry", "--shell", below), ("getmouselocation", "--shell"))
        )
        across, down = x - int(shape["X"]), y - int(shape["Y"])
        covered = 0 < across < int(shape["WIDTH"]) and 0 < down < int(shape["HEIGHT"])
        return covered and mouse["WINDOW"] != below

    until(on_top, "the control is above the other window", lambda: screen.do("getmouselocation"))
    screen.do("click", "1")


@pytest.mark.parametrize(
    ("platform", "environ", "kind"),
    [
        ("xcb", {}, "x11"),
        ("xcb", {"XDG_SESSION_TYPE": "wayland"}, "wayland"),
        ("wayland", {}, "wayland"),
        ("windows", {}, "windows"),
        ("offscreen", {}, ""),
    ],
)
def test_each_desktop_has_its_own_way(platform: str, environ: dict[str, str], kind: str) -> None:
    assert desktop_kind(platform, environ) == kind


def test_wayland_says_that_it_cannot(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    keys, told = HotKeys([read_hot_key("Pause")]), []
    keys.lacking.connect(told.append)
    with caplog.at_level(logging.CRITICAL, logger="counter_client.keyboard.hot_keys.desktop"):
        keys.start()
    keys.stop()
    assert told == [(Lack("hot_key_wayland", "Pause"),)]


@pytest.mark.process
def test_the_menu_is_worked_by_the_keyboard_of_a_real_screen(hall: FakeHall, tmp_path: Path) -> None:
    with x_screen() as screen, counter_on(screen, hall, tmp_path / "log") as counter:
        counter.wait_for("primary")
        opened_s = float("-inf")
        for keys in (("f",), ("Down", "Return"), ("Escape",)):
            # Sooner, the program takes what the menu opens for the second half of a double press.
            rested = partial(_older_than, opened_s, QUESTION_S + 0.05)
            until(rested, "the last press is over", counter.names)
            screen.do("key", "F7")
            until(lambda: counter.sees("more_menu"), "the menu opens", counter.names)
            for key in keys:
                screen.do("key", key)
            until(lambda: not counter.sees("more_menu"), "the menu closes", counter.names)
            if keys == ("Escape",):
                assert not counter.sees("search")
                continue
            until(lambda: counter.sees("search"), "the search opens", counter.names)
            opened_s = time.monotonic()
            screen.do("key", "Escape")
            until(lambda: not counter.sees("search"), "the search closes", counter.names)


@pytest.mark.process
def test_the_hot_key_calls_while_another_program_keeps_the_keyboard(hall: FakeHall, tmp_path: Path) -> None:
    typed = tmp_path / "typed"
    hall.state.issue("A001", "A")
    with x_screen() as screen, counter_on(screen, hall, tmp_path / "log", *KEYS, "--bar") as counter:
        counter.wait_for("bar_primary")
        with other_program(screen, typed) as window:
            screen.do("type", "land")
            screen.do("key", "ctrl+alt+space")
            until(lambda: state_of(hall) is VisitState.CALLED, "the hot key called", lambda: hall.state.facts)
            screen.do("type", "register")
            until(lambda: typed.read_text().endswith("landregister\n"), "all was typed there", typed.read_text)
            assert screen.focused() == window


@pytest.mark.process
def test_the_bar_stays_above_and_a_click_on_it_leaves_the_keyboard_where_it_was(hall: FakeHall, tmp_path: Path) -> None:
    typed = tmp_path / "typed"
    hall.state.issue("A001", "A")
    with x_screen() as screen, counter_on(screen, hall, tmp_path / "log", *KEYS, "--bar") as counter:
        counter.wait_for("bar_primary")
        with other_program(screen, typed) as window:
            screen.do("windowmove", window, "0", "0")
            screen.do("windowraise", window)
            click_where(screen, counter, "bar_primary", below=window)
            until(lambda: state_of(hall) is VisitState.CALLED, "the click called", lambda: hall.state.facts)
            screen.do("type", "deed")
            until(lambda: typed.read_text().endswith("deed\n"), "it was typed there", typed.read_text)
            assert screen.focused() == window


@pytest.mark.process
def test_one_hot_key_opens_the_window_and_puts_it_away(hall: FakeHall, tmp_path: Path) -> None:
    with x_screen() as screen, counter_on(screen, hall, tmp_path / "log", *KEYS, "--bar") as counter:
        counter.wait_for("bar_primary")
        with other_program(screen, tmp_path / "typed") as window:
            screen.do("key", "Pause")
            counter.wait_for("primary")
            until(lambda: screen.focused() != window, "the window has the keyboard", screen.focused)
            assert not counter.sees("bar_primary")
            screen.do("key", "Pause")
            counter.wait_for("bar_primary")
            assert not counter.sees("primary")


@pytest.mark.process
def test_a_key_that_another_program_has_is_told_and_nothing_else_is_lost(hall: FakeHall, tmp_path: Path) -> None:
    with (
        x_screen() as screen,
        counter_on(screen, hall, tmp_path / "log", *KEYS) as first,
        counter_on(screen, hall, tmp_path / "log2", "--hot-key", "Ctrl+Alt+Space") as second,
    ):
        assert "hot_key_taken" not in first.log()
        until(lambda: "hot_key_taken" in second.log(), "the second says so", second.log)


def state_of(hall: FakeHall) -> VisitState | None:
    current = hall.state.current()
    return current.state if current else None


def _older_than(since_s: float, seconds: float) -> bool:
    return time.monotonic() - since_s > seconds
