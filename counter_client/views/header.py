"""The bar on top: which counter, which hall, who works here, and what is not about a visit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_client.actions import Action
from counter_client.presenters.workplace import WorkplaceScreen
from counter_client.shortcuts import key_name
from counter_client.texts import ACTIONS, say, stopwatch, word
from counter_client.views.button import Button, Look
from counter_client.views.canvas import Canvas, Side, Weight, fitting, lay_ground
from counter_client.views.shown import Shown
from counter_client.wishes import Do
from qtkit.language import Language
from qtkit.theme import Theme

HEIGHT_PX = 84
BADGE_PX = 60
MARGIN_PX = 24


class Header(QWidget):
    """Painted names with four buttons at the end."""

    wished = Signal(object)  # counter_client.wishes.Wish

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        lay_ground(self, theme.colour("primary_dark"))
        self.setFixedHeight(HEIGHT_PX)
        self._theme = theme
        self._language = language
        self._screen: WorkplaceScreen | None = None
        self._shown = Shown(language)
        self._bar = Button(theme, Look.HEADER, "bar", 42)
        self._pause = Button(theme, Look.HEADER, "break", 42)
        self._sign_out = Button(theme, Look.HEADER, "sign_out", 42)
        self._other_language = Button(theme, Look.HEADER, "language", 42)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        row.setSpacing(10)
        row.addStretch(10)
        for button in (self._bar, self._pause, self._sign_out, self._other_language):
            row.addWidget(button)
        self._bar.clicked.connect(lambda: self.wished.emit(Do(Action.BAR)))
        self._pause.clicked.connect(lambda: self.wished.emit(Do(self._pause_action())))
        self._sign_out.clicked.connect(lambda: self.wished.emit(Do(Action.SIGN_OUT)))
        self._other_language.clicked.connect(lambda: self.wished.emit(Do(Action.LANGUAGE)))

    def show_view(self, screen: WorkplaceScreen) -> None:
        """Show the names and buttons of `screen`."""
        self._screen = screen
        for button, view in ((self._pause, screen.pause), (self._sign_out, screen.sign_out)):
            button.show_button(say(ACTIONS[view.action]), view.key, enabled=view.enabled)
        self._bar.show_button(say(ACTIONS[Action.BAR]), key_name(Action.BAR, primary=False))
        self._other_language.show_button(say(ACTIONS[Action.LANGUAGE]), key_name(Action.LANGUAGE, primary=False))
        name = screen.session.name if screen.session else ""
        if self._shown.becomes(screen.counter, name, self._second_line(screen), self._buttons_width()):
            self.update()

    def _pause_action(self) -> Action:
        return self._screen.pause.action if self._screen else Action.BREAK

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the counter's badge, the hall and the agent."""
        del event
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        canvas.fill(canvas.box(0, 0, canvas.width, canvas.height), "primary_dark", radius=0)
        painter.fillRect(canvas.box(0, canvas.height - 3, canvas.width, 3), self._theme.colour("accent"))
        if self._screen is not None:
            self._paint_names(canvas, self._screen)
        painter.end()

    def _paint_names(self, canvas: Canvas, screen: WorkplaceScreen) -> None:
        top = (canvas.height - BADGE_PX) / 2 - 1
        canvas.fill(canvas.box(MARGIN_PX, top, BADGE_PX, BADGE_PX), "card", radius=12)
        number = self._language.number(screen.counter)
        badge = canvas.box(MARGIN_PX, top + 16, BADGE_PX, BADGE_PX - 18)
        canvas.text(badge, number, canvas.font("title", Weight.Bold), "primary_dark", Side.CENTRE)
        label = canvas.box(MARGIN_PX, top + 3, BADGE_PX, 18)
        small = canvas.font("small", Weight.Medium)
        small.setPixelSize(12)
        canvas.text(label, self.tr("Counter"), small, "primary_dark", Side.CENTRE)
        start = MARGIN_PX + BADGE_PX + 16
        room = canvas.width - start - self._buttons_width() - MARGIN_PX - 16
        name = screen.session.name if screen.session else ""
        # Who sits here comes first; the hall's name is known to everybody in it.
        font = fitting(name, canvas.font("lead", Weight.DemiBold), room, 15)
        canvas.text(canvas.box(start, top, room, 32), name, font, "on_primary")
        line = canvas.box(start, top + 33, room, 26)
        canvas.text(line, self._second_line(screen), canvas.font("small"), "on_primary")

    def _second_line(self, screen: WorkplaceScreen) -> str:
        session = screen.session
        on_break = session is not None and session.state == "on_break"
        parts = []
        if session is not None:
            parts.append(self.tr("Served today: {n}").format(n=session.served))
        if session is not None and session.state == "on_break":
            text = self.tr("On a break: {reason}, {time}")
            parts.append(text.format(reason=word(session.break_reason or ""), time=stopwatch(session.since_s)))
        # Last, where a long one is cut, and not beside a break: the hall's name is known to everybody in it.
        parts += [] if on_break else [screen.hall_name]
        return self._language.number("   ·   ".join(part for part in parts if part))

    def _buttons_width(self) -> int:
        return sum(button.width() + 10 for button in (self._bar, self._pause, self._sign_out, self._other_language))
