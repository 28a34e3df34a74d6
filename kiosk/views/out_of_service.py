"""The calm screens: a sign, one headline, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.presenters.views import NoticeView
from kiosk.views.marks import Mark
from kiosk.views.notice_texts import NoticeTexts
from qtkit.language import Language
from qtkit.parts.words import Words
from qtkit.theme import Theme


class NoticeScreen(QWidget):
    """Shows one NoticeView."""

    def __init__(self, theme: Theme, language: Language, texts: NoticeTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_screen")
        self._language, self._texts = language, texts
        self._view: NoticeView | None = None
        self._mark = Mark(theme, self)
        self._mark.setVisible(theme.portrait or not theme.large)
        self.headline = Words(
            theme, "headline", weight=QFont.Weight.Bold, side="centre", colour="primary_dark", wrap=True
        )
        self.advice = Words(theme, "lead", side="centre", colour="ink", wrap=True)
        self.opens_at = Words(theme, "title", weight=QFont.Weight.DemiBold, side="centre", colour="primary")
        layout = QVBoxLayout(self)
        edge = theme.px(160 if not theme.portrait else 90)
        layout.setContentsMargins(edge, theme.px(40), edge, theme.px(40))
        layout.addStretch(2)
        layout.addWidget(self._mark)
        layout.addSpacing(theme.px(36))
        layout.addWidget(self.headline)
        layout.addSpacing(theme.px(12))
        layout.addWidget(self.advice)
        layout.addSpacing(theme.px(24))
        layout.addWidget(self.opens_at)
        layout.addStretch(3)

    def show_view(self, view: NoticeView) -> None:
        """Show `view`."""
        self._view = view
        at = self._language.code(view.at)
        headline, advice = (text.replace("%1", at) for text in self._texts.notice(view.notice))
        self._mark.show_mark(view.mark)
        self.headline.set_text(headline)
        self.advice.set_text(advice)
        #: %1 is a time such as 07:30.
        opens = self.tr("Tickets from %1")
        self.opens_at.set_text(opens.replace("%1", self._language.code(view.opens_at)) if view.opens_at else "")
        self.opens_at.setVisible(bool(view.opens_at))

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
