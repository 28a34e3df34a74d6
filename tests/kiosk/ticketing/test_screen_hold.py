"""A screen that is held is drawn once: when it is let go, or when its time is over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk.ticketing.screen_hold import ScreenHold


def test_what_is_held_is_let_go_once(qapp: QCoreApplication) -> None:
    hold, drawn = ScreenHold(), []
    hold.over.connect(lambda: drawn.append(hold.active))
    hold.begin(60_000)
    assert hold.active
    hold.end()
    hold.end()
    assert drawn == [False]


def test_nothing_is_held_for_longer_than_was_said(qtbot: QtBot) -> None:
    hold = ScreenHold()
    with qtbot.waitSignal(hold.over, timeout=60_000):
        hold.begin(1)
    assert not hold.active


def test_a_second_hold_runs_from_its_own_beginning(qapp: QCoreApplication) -> None:
    hold, drawn = ScreenHold(), []
    hold.over.connect(lambda: drawn.append(1))
    hold.begin(0)
    hold.begin(60_000)
    qapp.processEvents()
    assert hold.active
    assert not drawn


def test_each_hold_says_that_it_begins(qapp: QCoreApplication) -> None:
    hold, begun = ScreenHold(), []
    hold.begun.connect(lambda: begun.append(hold.active))
    hold.begin(60_000)
    hold.begin(60_000)
    assert begun == [True, True]


def test_a_program_that_ends_draws_nothing_more(qapp: QCoreApplication) -> None:
    hold, drawn = ScreenHold(), []
    hold.over.connect(lambda: drawn.append(1))
    hold.begin(0)
    hold.drop()
    qapp.processEvents()
    assert not drawn
