"""The calm screens: a sign, one headline, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.text.digits import isolated
from common.text.languages import RIGHT_TO_LEFT
from kiosk.screens.out_of_service.texts import NoticeTexts
from kiosk.screens.view_data.visitor import NoticeView
from kiosk.screens.widgets.directions import direction_text
from kiosk.screens.widgets.notice_icons import Mark
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.icon import Sign
from qtkit.widgets.text import Words

OPENS = str(QT_TRANSLATE_NOOP("NoticeScreen", "Tickets from %1"))
"""%1 is a time such as 07:30."""
SECONDS = str(QT_TRANSLATE_NOOP("NoticeScreen", "Seconds left: %1"))


class NoticeScreen(QWidget):
    """Shows one NoticeView; `towards` is the sign of the arrow that points to reception, "" for none."""

    def __init__(
        self, theme: Theme, language: Language, texts: NoticeTexts, parent: QWidget | None = None, *, towards: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice_screen")
        self._language, self._texts = language, texts
        self._view: NoticeView | None = None
        self._towards = towards
        self._mark = Mark(theme, self)
        self._portrait, self._large = theme.portrait, theme.large
        self.headline = Words(
            theme, "headline", weight=QFont.Weight.Bold, side="centre", colour="primary_dark", wrap=True
        )
        self.advice = Words(theme, "lead", side="centre", colour="ink", wrap=True)
        self.advice.setObjectName("notice_advice")
        self.opens_at = Words(theme, "title", weight=QFont.Weight.DemiBold, side="centre", colour="primary")
        self.other_headline = Words(
            theme, "title", weight=QFont.Weight.Bold, side="centre", colour="primary_dark", wrap=True
        )
        self.other_advice = Words(theme, "lead", side="centre", colour="ink", wrap=True)
        self.reception = Words(theme, "headline", weight=QFont.Weight.Bold, side="centre", colour="primary", wrap=True)
        self.arrow = Sign(theme, self, side_px=96)
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
        layout.addSpacing(theme.px(24))
        layout.addWidget(self.other_headline)
        layout.addWidget(self.other_advice)
        layout.addSpacing(theme.px(36))
        layout.addWidget(self.arrow)
        layout.addWidget(self.reception)
        layout.addStretch(3)

    def show_view(self, view: NoticeView) -> None:
        """Show `view`."""
        self._view = view
        at = self._at(view, self._language.tag)
        headline, advice = (text.replace("%1", at) for text in self._texts.notice(view.notice))
        self._mark.show_mark(view.mark)
        self.headline.set_text(headline)
        self.advice.set_text("\n".join(text for text in (advice, view.words.get(self._language.tag, "")) if text))
        self.opens_at.set_text(self._when(view, self._language.tag))
        self.opens_at.setVisible(bool(self.opens_at.text))
        arrow = self._towards if view.reception else ""
        self._point(arrow, [tag for tag in (self._language.tag, view.second) if tag])
        # A lying screen has height for one of the two, in large text for the arrow alone.
        self._mark.setVisible(self._portrait or not (arrow or self._large))
        self._repeat(view)

    def _repeat(self, view: NoticeView) -> None:
        """Show the texts again in the second language, below those of the first."""
        texts = self._texts.in_language(self._language, view.second).notice(view.notice) if view.second else ("", "")
        headline, advice = (text.replace("%1", self._at(view, view.second)) for text in texts)
        when = self._when(view, view.second) if view.second else ""
        self.other_headline.set_text(headline)
        self.other_advice.set_text("\n".join(text for text in (advice, view.words.get(view.second, ""), when) if text))
        rtl = view.second in RIGHT_TO_LEFT
        for part in (self.other_headline, self.other_advice):
            part.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
            part.setVisible(bool(view.second))

    def _point(self, arrow: str, tags: list[str]) -> None:
        """Say in large words where reception is; a kiosk that does not know leaves it to the sentence above."""
        where = [direction_text(self._language, tag, arrow) for tag in tags] if arrow else []
        self.reception.set_text("  ·  ".join(isolated(text) for text in where))
        self.reception.setVisible(bool(arrow))
        self.arrow.show_sign(arrow, where[0] if where else "")

    def _when(self, view: NoticeView, tag: str) -> str:
        """Return when the screen goes away, in the language `tag`; "" where nobody knows."""
        seconds = "" if view.ends_in_s is None else str(view.ends_in_s)
        text = self._language.text_in(tag, "NoticeScreen", OPENS if view.opens_at else SECONDS)
        if view.opens_at:
            return text.replace("%1", self._language.time(view.opens_at, tag))
        shown = self._language.code(seconds) if tag == self._language.tag else isolated(seconds)
        return text.replace("%1", shown) if seconds else ""

    def _at(self, view: NoticeView, tag: str) -> str:
        """Return the time or day that the notice names."""
        if ":" in view.at:
            return self._language.time(view.at, tag)
        return self._language.code(view.at) if tag == self._language.tag else isolated(view.at)

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
