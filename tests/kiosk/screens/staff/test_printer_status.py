"""The printer in words, with what nobody knows left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from kiosk.screens.staff.printer_status import PrinterStatusScreen
from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import StatusView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed

KNOWN = StatusView(
    "low", "low", 61, datetime(2026, 11, 24, 8, 12, tzinfo=UTC), "سالم", 551, "usb:///dev/usb/lp0", 80, True
)
UNKNOWN = StatusView("one_way", "unknown", None, None, None, None, "tcp://10.0.0.9:9100", 58, False)


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, language: Language) -> PrinterStatusScreen:
    made = PrinterStatusScreen(theme, language, StaffTexts(language))
    made.zone = ZoneInfo("Asia/Muscat")
    framed(qtbot, made, 1800, 800)
    return made


def values(screen: PrinterStatusScreen) -> list[str]:
    return [value.text for _, value in screen.rows]


def test_what_is_known_is_told_in_the_halls_own_time(screen: PrinterStatusScreen, language: Language) -> None:
    language.show("en")
    screen.show_view(KNOWN)
    paper, left, changed, who, tickets, where, hall = values(screen)
    assert (paper, who, hall) == ("Low", "سالم", "Connected")
    assert "61" in left
    assert "2026-11-24 12:12" in changed
    assert tickets == "551 tickets since"
    assert "80 mm" in where
    assert "usb:///dev/usb/lp0" in where


def test_what_nobody_knows_is_said_to_be_unknown(qtbot: QtBot, screen: PrinterStatusScreen, language: Language) -> None:
    language.show("en")
    screen.show_view(UNKNOWN)
    assert values(screen)[:5] == ["Not known"] * 5
    assert values(screen)[6] == "Not connected"
    assert screen.title.text == "The printer works, but cannot report its status"
    language.show("ar")
    qtbot.waitUntil(lambda: screen.title.text == "الطابعة تعمل، ولا تدعم الإبلاغ عن حالتها", timeout=60_000)


@pytest.mark.parametrize(
    ("tag", "told"), [("en", "The hall's certificate is refused"), ("ar", "شهادة القاعة غير مقبولة")]
)
def test_a_refused_certificate_is_named(
    qtbot: QtBot, screen: PrinterStatusScreen, language: Language, tag: str, told: str
) -> None:
    language.show(tag)
    screen.show_view(replace(UNKNOWN, certificate_refused=True))
    qtbot.waitUntil(lambda: values(screen)[6] == told)
