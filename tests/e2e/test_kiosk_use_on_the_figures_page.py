"""A visitor walks away at the second screen: a real kiosk, a real hall, and the head's page of figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commands.hall_client import HallClient
from contracts.words.hall import PrintState
from kiosk.config import KioskConfig
from kiosk.program.composition import RunningKiosk, build
from kiosk.visitor.session import Step
from qtkit.program.options import ShellOptions
from tests.helpers.hall_process import HallProcess, PreparedHall, prepare_hall
from tests.kiosk.conftest import Hand


@pytest.fixture
def prepared(tmp_path: Path) -> PreparedHall:
    return prepare_hall(tmp_path)


class Kiosks:
    """Starts the kiosk program in this process, and ends it."""

    def __init__(self, qtbot: QtBot, hall: PreparedHall, folder: Path) -> None:
        self._qtbot, self._hall, self._folder = qtbot, hall, folder
        self._running: RunningKiosk | None = None

    def start(self, url: str) -> Hand:
        options = ShellOptions((url,), self._hall.tokens["kiosk"], "ar", 21.5, (1920, 1080))
        device = self._hall.devices["kiosk"]
        config = KioskConfig(device, "memory:", status_every_s=0.2, own_numbers=self._folder / "own")
        self._running = build(config, options)
        self._running.start()
        return Hand(self._qtbot, self._running)

    def end(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.stop()
            running.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            running.shell.withdraw()


@pytest.fixture
def kiosks(qtbot: QtBot, qapp: QApplication, prepared: PreparedHall, tmp_path: Path) -> Iterator[Kiosks]:
    made = Kiosks(qtbot, prepared, tmp_path)
    yield made
    made.end()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale.c())


def walk_away(hand: Hand, language: str) -> None:
    """Choose a language, and leave: after a minute without a touch the kiosk shows its first screen again."""
    hand.sees("welcome")
    hand.touch(f"language_{language}")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.SERVICES)
    hand.running.idle.ticking.emit(60.0)
    assert hand.kiosk.session.step is Step.WELCOME


def take_a_ticket(hand: Hand) -> None:
    """Take a ticket, and leave when it is printed."""
    hand.sees("welcome")
    hand.touch("language_ar")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.SERVICES)
    hand.touch("tile_A")
    printed = {PrintState.CONFIRMED, PrintState.UNVERIFIED}
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET and hand.kiosk.session.printing in printed)
    hand.touch("back_button")


@pytest.mark.full
def test_who_walks_away_at_the_second_screen_is_counted_once_on_the_figures_page(
    prepared: PreparedHall, kiosks: Kiosks, qtbot: QtBot, tmp_path: Path, page: Page
) -> None:
    kept = tmp_path / "own" / "use.json"
    with HallProcess(prepared) as hall:
        hand = kiosks.start(hall.base)
        walk_away(hand, "en")
        take_a_ticket(hand)
        head = HallClient(hall.base, prepared.tokens["head"])
        qtbot.waitUntil(lambda: (head.get("/figures")["kiosks"] or {})["total"]["started"] == 2, timeout=60_000)
    walk_away(hand, "en")  # the hall is killed: what is counted now waits on the kiosk's disk
    qtbot.waitUntil(lambda: "abandoned" in kept.read_text(encoding="utf-8"), timeout=60_000)
    kiosks.end()
    with HallProcess(prepared) as hall:
        kiosks.start(hall.base)
        head = HallClient(hall.base, prepared.tokens["head"])
        qtbot.waitUntil(lambda: head.get("/figures")["kiosks"]["total"]["started"] == 3, timeout=60_000)
        kiosks.end()
        figured = head.get("/figures")["kiosks"]
        total = figured["total"]
        assert (total["tickets"], total["refused"], total["abandoned"], total["abandoned_share"]) == (1, 0, 2, 66.7)
        assert [(one["key"], one["many"]) for one in figured["screens"]] == [("services", 2)]
        assert [(one["key"], one["many"]) for one in figured["languages"]] == [("en", 2), ("ar", 1)]
        page.goto(f"{hall.base}/enter?lang=en#{prepared.tokens['head']}")
        page.wait_for_url("**/head**")
        page.goto(f"{hall.base}/head/figures?lang=en")
        panel = page.locator("#measure-kiosks")
        panel.wait_for()
        assert panel.locator("[data-figure=abandoned] b").inner_text() == "2"
        row = panel.locator("#measure-kiosks-screens tr[data-part=services]")
        assert row.inner_text().split("\t") == ["Choice of service", "2", "100%"]
