"""The visitor at the screen now: one session after the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.visitor.session import Session


class Visitor(QObject):
    """Holds the session; `changed` is emitted after each step."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session(language)

    def step(self, session: Session) -> None:
        """Move the visitor on, back, or away; the screen follows."""
        self.session = session
        self.changed.emit()
