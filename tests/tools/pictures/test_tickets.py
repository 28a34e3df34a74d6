"""The tickets of the documentation are those that this code prints."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from commands.runtime.process_group import ROOT
from tools.pictures.tickets import take_tickets

NAMES = ["ticket_80_both.png", "ticket_80_ar.png", "ticket_80_en.png", "ticket_58_both.png"]


def test_the_documentation_shows_the_tickets_of_today(qapp: QGuiApplication, tmp_path: Path) -> None:
    taken = list(take_tickets(tmp_path))
    assert [path.name for path in taken] == NAMES
    for path in taken:
        shown = QImage(str(ROOT / "docs" / "pictures" / path.name))
        assert not shown.isNull()
        assert QImage(str(path)) == shown, "run main.py pictures and look at them"
