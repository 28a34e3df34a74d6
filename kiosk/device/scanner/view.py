"""The answer to a scanned ticket: it covers the whole window, and disappears after some seconds or at a touch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.device.scanner.presenter import TO_RECEPTION, ScannedView
from kiosk.device.scanner.texts import ScannedTexts
from kiosk.screens.ticket_taken.view import Fact
from kiosk.screens.widgets.directions import direction_text
from kiosk.screens.widgets.sentences import Sentences
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.big_number import BigNumber
from qtkit.widgets.icon import Sign
from qtkit.widgets.painting import draw_card, painting
from qtkit.widgets.text import Words

SHOWN_S = 20
"""How long an answer is shown; each scan begins this time again. WCAG 2.2.1 asks for 20 s at least."""

_BOLD = QFont.Weight.Bold


class ScannedScreen(QWidget):
    """Lies over `window` while it is shown; what was on the kiosk's screen is there again afterwards.

    `towards` is the sign of the arrow that points to reception, "" for none.
    """

    answered = Signal()  # a view was shown, or is gone

    def __init__(
        self, theme: Theme, language: Language, sentences: Sentences, window: QWidget, *, towards: str = ""
    ) -> None:
        super().__init__(window)
        self.setObjectName("scanned_screen")
        self._theme, self._language, self._sentences, self._texts = theme, language, sentences, ScannedTexts()
        self._window, self._towards = window, towards
        self._view: ScannedView | None = None
        self._left_s = 0
        self.headline = Words(theme, "headline", weight=_BOLD, side="centre", colour="primary_dark", wrap=True)
        self.advice = Words(theme, "title", side="centre", wrap=True)
        self.arrow = Sign(theme, self, side_px=96)
        self.reception = Words(theme, "title", weight=_BOLD, side="centre", colour="primary", wrap=True)
        self.service = Words(theme, "title", weight=QFont.Weight.DemiBold, side="centre")
        self.number = BigNumber(theme, "scanned_number", fill=0.8)
        self.ahead, self.wait = Fact(theme), Fact(theme)
        self.closes = Words(theme, "body", side="centre", colour="ink_soft")
        self.done = ActionButton(theme, "scanned_done")
        self.done.clicked.connect(self.put_away)
        self.more = ActionButton(theme, "scanned_more_time", "quiet")
        self.more.clicked.connect(self._give_time)
        self._timer = QTimer(self)
        self._timer.setObjectName("scanned_closes")
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.pass_second)
        self._lay_out()
        self.hide()
        window.installEventFilter(self)

    def _lay_out(self) -> None:
        theme = self._theme
        edge = theme.px(80)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(edge, theme.px(60), edge, edge)
        layout.setSpacing(theme.px(16))
        layout.addStretch(1)
        layout.addWidget(self.headline)
        layout.addWidget(self.advice)
        layout.addWidget(self.arrow)
        layout.addWidget(self.reception)
        layout.addSpacing(theme.px(20))
        layout.addWidget(self.service)
        layout.addWidget(self.number, stretch=4)
        facts = QHBoxLayout()
        facts.setSpacing(theme.px(40))
        facts.addWidget(self.ahead)
        facts.addWidget(self.wait)
        layout.addLayout(facts)
        layout.addStretch(1)
        layout.addWidget(self.closes)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done)
        foot.addSpacing(max(theme.touch_gap_px, theme.px(24)))
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.done.setMinimumWidth(theme.px(420))
        layout.addLayout(foot)

    def show_view(self, view: ScannedView) -> None:
        """Show `view` for its time; a kiosk that is about to start again has said its last word already."""
        if not self._window.isEnabled():
            return
        self._view = view
        self._write(view)
        self._left_s = SHOWN_S
        self._announce()
        self._timer.start()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()

    def put_away(self) -> None:
        """Show what lay below again; the keyboard is on none of its controls."""
        self.hide()
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()

    def pass_second(self) -> None:
        """Count down; the timer's slot."""
        self._left_s -= 1
        if self._left_s <= 0:
            self.put_away()
        else:
            self._announce()

    def _write(self, view: ScannedView) -> None:
        counter = "" if view.counter is None else self._language.code(str(view.counter))
        headline, advice = (text.replace("%1", counter) for text in self._texts.of(view.message))
        self.headline.set_text(headline)
        self.advice.set_text(advice)
        towards = self._towards if view.message in TO_RECEPTION else ""
        where = direction_text(self._language, self._language.tag, towards) if towards else ""
        self.arrow.show_sign(towards, where)
        self.reception.set_text(where)
        self.reception.setVisible(bool(where))
        self.service.set_text(self._language.pick(view.service_names or {}))
        self.number.show_number(self._language.number(view.ticket))
        self.number.setVisible(bool(view.ticket))
        why = self._sentences.not_served(staffed=view.staffed, begins_at=view.begins_at)
        ahead = "" if view.people_ahead is None else self._sentences.ahead(view.people_ahead)
        next_but_not_served = view.people_ahead == 0 and bool(why)  # nobody is next where nobody is called
        self.ahead.show_fact(
            "" if next_but_not_served else self.tr("People ahead of you"),
            why if next_but_not_served else ahead,
            shown=view.people_ahead is not None,
        )
        wait = self._sentences.wait(view.wait_min)
        told = wait or ("" if next_but_not_served or view.people_ahead is None else why)
        self.wait.show_fact(self.tr("Expected wait") if wait else "", told, shown=bool(told))
        self.done.set_label(self.tr("Done"))
        self.more.set_label(self.tr("I need more time"))
        self.setAccessibleName(headline)
        self.update()

    def _announce(self) -> None:
        left = self._left_s
        #: Under the answer to a scanned ticket.
        text = self.tr("Closes in %n second(s)", "", left)
        self.closes.set_text(self._language.number(text))

    def hideEvent(self, event: object) -> None:  # noqa: ARG002 - Qt gives it
        """Stop counting."""
        self._timer.stop()

    def mousePressEvent(self, event: object) -> None:  # noqa: ARG002 - a touch anywhere
        """Give more time, and let no touch through to what lies below."""
        self._give_time()

    def _give_time(self) -> None:
        self._left_s = SHOWN_S
        self._announce()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close it, as the button does."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()

    def changeEvent(self, event: QEvent) -> None:
        """Write the answer again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self._write(self._view)
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window in whichever size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the ground and a card upon it."""
        theme = self._theme
        edge = theme.px(40)
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.colour("ground"))
            card = self.rect().adjusted(edge, edge, -edge, -edge)
            draw_card(painter, card, theme.colour("card"), theme.colour("line"), theme.px(26))
