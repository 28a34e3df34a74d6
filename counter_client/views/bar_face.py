"""The painted half of the bar: counter, number, service, time; what there is to know in its second line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from contracts.hall_words import Lane, VisitState
from counter_client.inputs import Tone
from counter_client.presenters.bar import BarView
from counter_client.texts import LANES, STATES, WALK_UP_NAME, notice_text, say, stopwatch, word
from counter_client.views.canvas import RADIUS_PX, Canvas, Side, Weight, fitting
from counter_client.views.shown import Shown
from qtkit.language import Language
from qtkit.theme import Theme

HEIGHT_PX = 72
NUMBER_PX = 120.0
TIME_PX = 92.0


class BarFace(QWidget):
    """Dragged by the mouse, it takes the whole bar along."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName("bar_face")
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(430)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self._theme = theme
        self._language = language
        self._view: BarView | None = None
        self._shown = Shown(language)
        self._held: QPoint | None = None

    def show_view(self, view: BarView) -> None:
        """Show counter, visit and second line."""
        self._view = view
        if not self._shown.becomes(view):
            return
        parts = (self._mark(view), self._title(view), self._line(view)[0])
        self.setAccessibleName(" ".join(part for part in parts if part))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the bar."""
        self._held = event.globalPosition().toPoint() - self.window().pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the bar along."""
        if self._held is not None:
            self.window().move(event.globalPosition().toPoint() - self._held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._held = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint badge, number, service, time and second line."""
        del event
        if self._view is None:
            return
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        self._paint_badge(canvas, self._view)
        self._paint_visit(canvas, self._view)
        painter.end()

    def _paint_badge(self, canvas: Canvas, view: BarView) -> None:
        canvas.fill(canvas.box(0, 12, 48, 48), "primary_dark", radius=RADIUS_PX)
        number = self._language.number(view.counter)
        canvas.text(canvas.box(0, 12, 48, 48), number, canvas.font("lead", Weight.Bold), "on_primary", Side.CENTRE)

    def _paint_visit(self, canvas: Canvas, view: BarView) -> None:
        start, card = 60.0, view.card
        room = canvas.width - start - TIME_PX - 12
        title, line = self._title(view), self._line(view)
        if card is not None and card.ticket:
            number = canvas.font("title", Weight.Bold)
            font = fitting(title, number, NUMBER_PX - 8, 18)
            canvas.text(canvas.box(start, 4, NUMBER_PX, 40), title, font, "primary_dark")
            service = canvas.box(start + NUMBER_PX, 4, room - NUMBER_PX, 40)
            font = fitting(card.service, canvas.font("body", Weight.Medium), service.width(), 12)
            canvas.text(service, card.service, font, "ink")
        else:
            canvas.text(canvas.box(start, 4, room, 40), title, canvas.font("body", Weight.DemiBold), "primary_dark")
        if view.practising:
            below = start + canvas.chip(start, 42, 24, self._mark(view), ground="primary_dark", ink="on_primary") + 8
        else:
            below = start
        font = fitting(line[0], canvas.font("small", Weight.Medium), canvas.width - below - 12, 12)
        canvas.text(canvas.box(below, 42, canvas.width - below - 12, 24), line[0], font, line[1])
        seconds = card.timer_s if card else view.break_s if view.on_break else None
        if seconds is not None:
            time = self._language.number(stopwatch(seconds))
            box = canvas.box(canvas.width - TIME_PX - 8, 4, TIME_PX, 40)
            canvas.text(box, time, canvas.font("lead", Weight.Medium), "ink", Side.END)

    def _mark(self, view: BarView) -> str:
        return self.tr("Training") if view.practising else ""

    def _title(self, view: BarView) -> str:
        if view.card is not None:
            return self._language.number(view.card.ticket) if view.card.ticket else say(WALK_UP_NAME)
        if view.on_break:
            return self.tr("On a break") + f"   ·   {word(view.break_reason)}"
        return self.tr("The counter is free")

    def _line(self, view: BarView) -> tuple[str, str]:
        """Return the second line and its colour: what must be known first."""
        if view.cut_off is not None:
            time = stopwatch(view.cut_off.since_s)
            return self._language.number(self.tr("No connection for {time}").format(time=time)), "alert"
        if view.notice is not None:
            colour = "alert" if view.notice.tone is Tone.WARNING else "primary_dark"
            return self._language.number(notice_text(view.notice)), colour
        if view.on_break and view.break_left_s is not None:
            return self._left(view.break_left_s)
        parts = []
        if view.card is not None:
            parts.append(say(STATES.get(view.card.state, STATES[VisitState.CALLED])))
            if view.card.lane is not Lane.STANDARD:
                parts.append(say(LANES[view.card.lane]))
        parts.append(self.tr("%n waiting", "", view.waiting))
        return self._language.number("   ·   ".join(parts)), "ink_soft"

    def _left(self, left_s: int) -> tuple[str, str]:
        text = self.tr("The break is over by {time}") if left_s < 0 else self.tr("{time} of the break left")
        shown = self._language.number(text.format(time=stopwatch(abs(left_s))))
        return shown, "alert" if left_s < 0 else "ink_soft"
