"""The bar on top: which counter, which hall, who works here, and what is not about a visit."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_client.state.actions import Action
from counter_client.state.intents import Do
from counter_client.texts.texts import ACTIONS, say, stopwatch, word
from counter_client.widgets.button import CAP_PX, Button, Look
from counter_client.widgets.label import Label
from counter_client.workplace.presenters.workplace import SessionBar, WorkplaceScreen
from qtkit.language.language import Language
from qtkit.look.theme import Theme

HEIGHT_PX = 66
BADGE_PX = 44
MARGIN_PX = 20
WORD_FROM_PX = 1300
"""Width from which the call for help has its word: a full window of 1366 px has it, the smallest has not."""
RING_PX = 34
"""Room of the life ring; its circles have these radii."""
INNER_PX, OUTER_PX = 4.5, 11.0


class _HelpButton(Button):
    """Its key and a life ring; its word stands beside them where the window is wide enough."""

    def _cap(self, colour: str) -> QPixmap:
        cap = super()._cap(colour)
        size = QSize(self.iconSize().width() + RING_PX, CAP_PX)
        self.setIconSize(size)
        both = QPixmap(size * cap.devicePixelRatio())
        both.setDevicePixelRatio(cap.devicePixelRatio())
        both.fill(Qt.GlobalColor.transparent)
        painter = QPainter(both)
        painter.drawPixmap(0, 0, cap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(colour), 2))
        middle = QPointF(size.width() - 16.0, CAP_PX / 2)
        for radius in (INNER_PX, OUTER_PX):
            painter.drawEllipse(middle, radius, radius)
        for degrees in (45, 135, 225, 315):
            band = QLineF.fromPolar(OUTER_PX, degrees).translated(middle)
            painter.drawLine(QLineF(band.pointAt(INNER_PX / OUTER_PX), band.p2()))
        painter.end()
        return both


class Header(QFrame):
    """Names at its start, four buttons at its end."""

    wished = Signal(object)  # counter_client.state.intents.Wish

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT_PX)
        self._language = language
        self._screen: WorkplaceScreen | None = None
        self._badge = Label("badge", side="centre", name="counter_number")
        self._badge.setFixedSize(BADGE_PX, BADGE_PX)
        self._name, self._line = Label("name_on_dark", name="agent_name"), Label("on_dark", name="hall_line")
        self._help = _HelpButton(theme, Look.HEADER, "help", 42)
        self._pause = Button(theme, Look.HEADER, "break", 42)
        self._sign_out = Button(theme, Look.HEADER, "sign_out", 42)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        for label in (self._name, self._line):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            names.addWidget(label)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_PX, 2, MARGIN_PX, 2)
        row.setSpacing(10)
        row.addWidget(self._badge)
        row.addLayout(names, 1)
        for button in (self._help, self._pause, self._sign_out):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self._help.clicked.connect(lambda: self._wish("help"))
        self._pause.clicked.connect(lambda: self._wish("pause"))
        self._sign_out.clicked.connect(lambda: self.wished.emit(Do(Action.SIGN_OUT)))

    def show_view(self, screen: WorkplaceScreen) -> None:
        """Show the names and buttons of `screen`."""
        self._screen = screen
        for button, view in ((self._pause, screen.pause), (self._sign_out, screen.sign_out)):
            button.show_button(say(ACTIONS[view.action]), view.key, enabled=view.enabled)
        told, asked = say(ACTIONS[screen.help.action]), screen.help.action is Action.HELP_OVER or None
        word_shown = told if self.width() >= WORD_FROM_PX else ""
        self._help.show_button(word_shown, screen.help.key, enabled=screen.help.enabled, chosen=asked, name=told)
        self._help.setToolTip(f"{told} ({screen.help.key})")
        self._badge.setText(self._language.number(screen.counter))
        self._badge.setAccessibleName(self._language.number(self.tr("Counter {n}").format(n=screen.counter)))
        self._name.show_text(screen.session.name if screen.session else "")
        self._line.show_text(self._second_line(screen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the word of the call for help, or its sign alone."""
        super().resizeEvent(event)
        if self._screen is not None and (event.oldSize().width() < WORD_FROM_PX) != (self.width() < WORD_FROM_PX):
            self.show_view(self._screen)

    def _wish(self, which: str) -> None:
        if self._screen is not None:
            self.wished.emit(Do(self._screen.help.action if which == "help" else self._screen.pause.action))

    def _second_line(self, screen: WorkplaceScreen) -> str:
        session = screen.session
        on_break = session is not None and session.state == "on_break"
        parts = []
        if session is not None:
            parts.append(self.tr("Served today: {n}").format(n=session.served))
        if session is not None and on_break:
            parts.append(self._break_text(session))
        # Last, where a long one is cut, and not beside a break: the hall's name is known to everybody in it.
        parts += [] if on_break else [screen.hall_name]
        return self._language.number("   ·   ".join(part for part in parts if part))

    def _break_text(self, session: SessionBar) -> str:
        """Return the break with the time that is left of it, else with the time since its start."""
        reason = word(session.break_reason or "")
        if session.left_s is not None and session.left_s > 0:
            return self.tr("On a break: {reason}, {time} left").format(reason=reason, time=stopwatch(session.left_s))
        return self.tr("On a break: {reason}, for {time}").format(reason=reason, time=stopwatch(session.since_s))
