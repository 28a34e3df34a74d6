"""The ticket on the screen: its number as large as fits, the wait, the code to follow it, and the paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.screens.out_of_service.texts import NoticeTexts
from kiosk.screens.view_data.visitor import TicketView
from kiosk.screens.widgets.qr_code import QrCode
from kiosk.screens.widgets.sentences import Sentences
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.big_number import BigNumber
from qtkit.widgets.icon import Sign
from qtkit.widgets.painting import draw_card, painting
from qtkit.widgets.text import Words

_BOLD = QFont.Weight.Bold
LARGE_NUMBER_PX = 294
"""Height of the number in large text, on a shorter side of 1080: as large as in the usual size, on any screen."""


class TicketScreen(QWidget):
    """Shows one TicketView on a card like paper; the card is there before the number, so that nothing jumps.

    `print_again_wanted`: the visitor asks for the paper that did not surely come out.
    """

    print_again_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        sentences: Sentences,
        texts: NoticeTexts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ticket_screen")
        self._theme, self._language, self._sentences, self._texts = theme, language, sentences, texts
        self._view: TicketView | None = None
        self._pages: tuple[tuple[int, int], ...] = ()
        self.headline = Words(theme, "headline", weight=_BOLD, side="centre", colour="primary_dark")
        self.advice = Words(theme, "lead", side="centre", colour="ink")
        self.again = ActionButton(theme, "print_again_button", "primary", size="title")
        self.again.clicked.connect(self.print_again_wanted)
        self.again.setMinimumSize(theme.px(420), max(theme.touch_px, theme.px(100)))
        self.service = Words(theme, "title", weight=QFont.Weight.DemiBold, side="centre")
        self.sign = Sign(theme)
        self.lane = Words(theme, "body", weight=QFont.Weight.DemiBold, side="centre", colour="primary")
        self.number = BigNumber(theme, "ticket_number", fill=0.82)
        self.ahead = Fact(theme)
        self.wait = Fact(theme)
        self.code = QrCode(theme, "ticket_code")
        self._hint = Words(theme, "body", side="centre", colour="ink_soft", wrap=True)
        if theme.large:  # large words may not squeeze out what the screen is for
            self.number.setMinimumHeight(theme.px(LARGE_NUMBER_PX))
            self.code.setMinimumHeight(theme.px(260))
        self.card = QWidget(self)
        self._lay_out_card()
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._theme
        layout = QVBoxLayout(self)
        edge = theme.px(40)  # of the header and of the foot
        layout.setContentsMargins(edge, theme.px(24), edge, theme.px(16))
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.headline)
        if not theme.large:
            layout.addWidget(self.advice)
        if not theme.reach:
            layout.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(theme.px(18))
        layout.addWidget(self.card, stretch=1)
        if theme.reach:
            layout.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignHCenter)
        if theme.large:  # the number belongs on the first page
            layout.addWidget(self.advice)

    def _lay_out_card(self) -> None:
        theme = self._theme
        pad = theme.px(36)
        number = QVBoxLayout()
        number.setSpacing(0)  # a nested layout takes its parent's spacing else
        if not theme.large:
            number.addLayout(self._signed_service())
            number.addWidget(self.lane)
        number.addSpacing(theme.px(14))
        number.addWidget(self.number, stretch=1)
        number.addSpacing(theme.px(60 if theme.large else 20))  # a page may end between all parts of large text
        if theme.large:
            number.addWidget(self.service)
            number.addWidget(self.lane)
            number.addSpacing(theme.px(40))
        facts = QHBoxLayout()
        facts.setSpacing(theme.px(40))
        facts.addWidget(self.ahead)
        facts.addWidget(self.wait)
        number.addLayout(facts)
        code = QVBoxLayout()
        code.setSpacing(0)
        code.addWidget(self.code, stretch=1)
        code.addWidget(self._hint)
        direction = QBoxLayout.Direction.TopToBottom if theme.stacked else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(direction, self.card)
        row.setContentsMargins(pad, pad, pad, pad)
        row.setSpacing(theme.px(60))
        row.addLayout(number, stretch=3)
        row.addLayout(code, stretch=2)

    def _signed_service(self) -> QHBoxLayout:
        """Return the pictogram with the service's name beside it; large words have the whole width for themselves."""
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(20))
        self.sign.setFixedWidth(self.sign.height())
        self.service.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addStretch(1)
        row.addWidget(self.sign)
        row.addWidget(self.service)
        row.addStretch(1)
        return row

    def show_view(self, view: TicketView) -> None:
        """Show `view`."""
        self._view = view
        headline, advice = self._texts.paper(view.paper)
        self.headline.set_text(headline)
        self.advice.set_text(advice)
        self.again.set_label(self.tr("Print my ticket"))
        self.again.setVisible(view.again)
        self.service.set_text(self._language.pick(view.service_names))
        if not self._theme.large:
            self.sign.show_sign(view.pictogram)
        self.lane.set_text(self.tr("Priority service"))
        self.lane.setVisible(view.priority)
        self.number.show_number("" if view.covered else self._language.number(view.number))
        has_number = bool(view.number)
        if self._theme.large:
            for part in (self.number, self.ahead, self.wait, self.code, self._hint):
                part.setVisible(has_number)
        #: On the ticket screen while the hall service is away, in place of the wait; at most 40 characters.
        called = self.tr("A member of staff will call you")
        known = view.people_ahead is not None
        not_served = self._sentences.not_served(staffed=view.staffed, begins_at=view.begins_at)
        next_but_not_served = view.people_ahead == 0 and bool(not_served)
        self.ahead.show_fact(
            self.tr("People ahead of you") if known and not next_but_not_served else "",
            called if view.by_staff else not_served if next_but_not_served else self._ahead_text(view),
            shown=known or view.by_staff,
        )
        wait = self._sentences.wait(view.wait_min)
        told = wait or ("" if next_but_not_served else not_served)
        self.wait.setVisible(not view.by_staff and (bool(told) or not next_but_not_served))
        self.wait.show_fact(self.tr("Expected wait") if wait else "", told, shown=bool(told))
        code = self.tr("Code to follow your turn on a phone")
        self.code.show_code(*("", "") if view.covered else (view.status_url, code))
        later = self.tr("The code works once the hall's system is back")
        follow = later if view.by_staff else self.tr("Scan to follow your turn on your phone")
        again = self.tr("Touch the screen to see your number again")
        self._hint.set_text(again if view.covered else follow if has_number else "")
        self.update()

    def show_pages(self, pages: tuple[tuple[int, int], ...]) -> None:
        """Take the pages in which large text is read, each with its top and end: the card is closed on each of them."""
        if pages != self._pages:
            self._pages = pages
            self.update()

    def _ahead_text(self, view: TicketView) -> str:
        return "" if view.people_ahead is None else self._sentences.ahead(view.people_ahead)

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the card like a ticket: notches in its sides and a dashed line between number and code."""
        theme = self._theme
        box = self.card.geometry()
        with painting(self) as painter:
            for piece in _pieces(box, self._pages, edge=theme.px(10)):
                draw_card(painter, piece, theme.colour("card"), theme.colour("line"), theme.px(26))
            if not self.code.isVisible() or len(self._pages) > 1:
                return
            painter.setClipRect(box)
            painter.setPen(QPen(theme.colour("line"), theme.px(3), Qt.PenStyle.DashLine))
            first, second = _fold(
                box,
                self.code.geometry().translated(box.topLeft()),
                gap=theme.px(30),
                portrait=theme.stacked,
            )
            painter.drawLine(first.topLeft(), second.topLeft())
            painter.setPen(QPen(theme.colour("line"), 2))
            painter.setBrush(theme.colour("ground"))
            notch = theme.px(22)
            for end in (first, second):
                painter.drawEllipse(end.topLeft(), notch, notch)


def _pieces(card: QRect, pages: tuple[tuple[int, int], ...], *, edge: int) -> list[QRect]:
    """Return the card as each page shows it, `edge` px from both ends of the page; whole where there is one page."""
    if len(pages) < 2:
        return [card]
    cut = [QRect(card.left(), top + edge, card.width(), end - top - 2 * edge).intersected(card) for top, end in pages]
    return [part for part in cut if part.height() > 0]


def _fold(card: QRect, code: QRect, *, gap: int, portrait: bool) -> tuple[QRect, QRect]:
    """Return the two ends (as top left corners) of the fold between the number's part and the code's."""
    if portrait:
        y = code.top() - gap
        return QRect(card.left(), y, 0, 0), QRect(card.right(), y, 0, 0)
    x = code.right() + gap if code.center().x() < card.center().x() else code.left() - gap
    return QRect(x, card.top(), 0, 0), QRect(x, card.bottom(), 0, 0)


class Fact(QWidget):
    """One figure with what it is above it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Words(theme, "body", side="centre", colour="ink_soft")
        self.figure = Words(theme, "tile", weight=_BOLD, side="centre", colour="primary_dark")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._label)
        layout.addWidget(self.figure)

    def show_fact(self, label: str, figure: str, *, shown: bool) -> None:
        """Show the two texts, or keep the place empty where the figure is not known."""
        self._label.set_text(label if shown else "")
        self.figure.set_text(figure if shown else "")
