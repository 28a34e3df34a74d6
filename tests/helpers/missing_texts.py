"""Make a text without translation visible: a kiosk falls back to English quietly, a test must not let it pass."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

OPEN, CLOSE = "⟦", "⟧"


class MissingTexts(QTranslator):
    """Asked last, for what no catalogue has: returns the source text in brackets."""

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        """Return the text so that nobody takes it for a translation."""
        return f"{OPEN}{source}{CLOSE}"


@contextmanager
def missing_texts_shown() -> Iterator[None]:
    """Mark what is missing while this lasts; languages must be shown inside, so that they are asked first."""
    app = QCoreApplication.instance()
    assert app is not None
    marks = MissingTexts()
    app.installTranslator(marks)
    yield
    app.removeTranslator(marks)
