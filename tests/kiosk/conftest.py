"""What the kiosk's tests share: a theme, a language that leaves no trace, and a whole kiosk at a fake hall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.config import KioskConfig
from kiosk.printing.printer_worker import TicketPrinter
from kiosk.program.composition import RunningKiosk, build
from qtkit.language.language import Language
from qtkit.look.theme import Theme, load_fonts
from qtkit.program.options import ShellOptions
from tests.helpers.fake_hall import FakeHall, running_hall


@pytest.fixture(scope="session")
def catalogue_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catalogues")


@pytest.fixture(autouse=True)
def _own_cache(catalogue_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(catalogue_cache))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    return Theme(1920, 1080, 21.5)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """The kiosk's own texts, Arabic first; taken away from the shared application afterwards."""
    shown = Language(qapp, "kiosk")
    shown.show("ar")
    yield shown
    shown.withdraw()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def hall() -> Iterator[FakeHall]:
    with running_hall() as fake:
        yield fake


class Hand:
    """A visitor's finger and eye: touches by object name, sees what is shown."""

    def __init__(self, qtbot: QtBot, running: RunningKiosk) -> None:
        self.qtbot, self.running = qtbot, running
        self.window, self.kiosk = running.window, running.kiosk

    def touch(self, name: str) -> None:
        """Touch the screen where this part is: what lies over it has the touch."""
        part = self.part(name)
        window = part.window()
        at = part.mapTo(window, part.rect().center())
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)

    def part(self, name: str) -> QWidget:
        found: list[QWidget] = self.window.findChildren(QWidget, name)
        assert found, f"no {name} on this screen"
        shown = [part for part in found if part.isVisible()]  # parts in other looks go with the next event
        assert shown, f"{name} is not shown"
        return shown[0]

    def sees(self, screen: str) -> None:
        """Wait until the body `screen` (welcome, services, ticket, notice) is shown."""
        # Asked again each time: other looks are other parts.
        self.sees_that(lambda: self.window.bodies.currentWidget() is getattr(self.window.bodies, screen))

    def sees_that(self, condition: Callable[[], bool]) -> None:
        """Wait until the condition holds, and the screen shows what the kiosk knows."""
        self.qtbot.waitUntil(lambda: condition() and not self.kiosk._hold.active, timeout=60_000)


Start = Callable[..., Hand]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Start whole kiosks at a hall, and end them."""
    started: list[RunningKiosk] = []

    def begin(
        hall: FakeHall,
        *,
        size: tuple[int, int] = (1920, 1080),
        language: str = "ar",
        open_printer: Callable[[], TicketPrinter] | None = None,
        **more: Any,
    ) -> Hand:
        options = ShellOptions((hall.url,), hall.token, language, 21.5, size)
        more.setdefault("staff_pins", tmp_path / "pins.json")
        more.setdefault("tapped_tickets", 0)  # a test's visitors are quicker than people
        config = KioskConfig("kiosk", "memory:", language=language, status_every_s=0.2, **more)
        running = build(config, options, open_printer)
        started.append(running)
        running.start()
        return Hand(qtbot, running)

    yield begin
    for running in started:
        running.stop()
        running.window.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        running.shell.withdraw()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale.c())
