"""One line that says what just happened or what is wrong, in words and with a sign."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from counter_client.state.state import Notice, Tone
from counter_client.texts.texts import notice_text
from counter_client.widgets.label import Label, give_tone
from qtkit.language.language import Language

SIGNS = {Tone.CALM: "\u00b7", Tone.DONE: "\u2713", Tone.WARNING: "!"}
HEIGHT_PX = 50


class NoticeStrip(QFrame):
    """Keeps its place while it has nothing to say, so that nothing jumps."""

    def __init__(self, language: Language, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._language = language
        self._sign, self._sentence = Label("lead", name=f"{name}_sign"), Label("strong", wrap=True, name=f"{name}_text")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.addWidget(self._sign)
        row.addWidget(self._sentence, 1)
        self.text = ""

    def show_notice(self, notice: Notice | None) -> None:
        """Show the notice's sentence, or nothing."""
        self.text = self._language.number(notice_text(notice)) if notice else ""
        self.setAccessibleName(self.text)
        self._sign.show_text(SIGNS[notice.tone] if notice else "")
        self._sentence.show_text(self.text)
        give_tone(self, notice.tone.value if notice else "")
