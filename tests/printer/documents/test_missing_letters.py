from __future__ import annotations

import logging

import pytest
from PySide6.QtGui import QFontDatabase

from printer.documents.missing_letters import missing_in, missing_letters
from printer.documents.ticket import Names
from printer.printer import open_printer
from tests.printer.samples import ticket

NOWHERE = "\U0001fbf0"
"""A digit of an old calculator: a letter that next to no font has."""


@pytest.mark.parametrize(
    "text",
    [
        "قاعة خدمات المراجعين – مسقط، يُرجى الانتظار؟",
        "Visitors' Services Hall – Muscat · COPY",
        "٠١٢٣٤٥٦٧٨٩ 0123456789",
        "پچگڈٹہے",
        "\u2066A047\u2069\u200c",
        "",
    ],
)
def test_the_bundled_face_writes_what_halls_write(text: str) -> None:
    assert missing_letters(text) == ""


def test_what_no_font_has_is_named_once() -> None:
    if any("Legacy Computing" in family or "Symbols2" in family for family in QFontDatabase.families()):
        pytest.skip("this machine has a font for old calculators")
    assert missing_letters(f"A{NOWHERE}B{NOWHERE}") == NOWHERE
    assert missing_in(ticket(service=Names("الأراضي", NOWHERE), notice=Names(NOWHERE, ""))) == NOWHERE


@pytest.mark.allow_logs
def test_a_printer_says_once_which_letters_would_be_boxes(caplog: pytest.LogCaptureFixture) -> None:
    printer, content = open_printer("memory:"), ticket(service=Names("الأراضي", f"Lands {NOWHERE}"))
    if not missing_in(content):
        pytest.skip("this machine has a font for old calculators")
    with caplog.at_level(logging.WARNING, "printer.printer"):
        printer.prepare(content)
        printer.prepare(content)
    told = [record.getMessage() for record in caplog.records if record.name == "printer.printer"]
    assert len(told) == 1
    assert NOWHERE in told[0]
    assert "install" in told[0]
