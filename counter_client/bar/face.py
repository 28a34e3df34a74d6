"""The half of the bar that shows the state: counter, number, service, time, and a hint in the second line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from contracts.words.hall import Lane, VisitState
from counter_client.bar.presenter import BarView
from counter_client.state.state import Tone
from counter_client.texts.texts import LANES, STATES, WALK_UP_NAME, notice_text, say, stopwatch, word
from counter_client.widgets.label import Label
from qtkit.language.language import Language

HEIGHT_PX = 72
BADGE_PX = 48


class BarFace(QWidget):
    """Dragged by the mouse, it takes the whole bar along."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("bar_face")
        self.setFixedHeight(HEIGHT_PX)
        self.setMinimumWidth(430)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self._language = language
        self._held: QPoint | None = None
        self._badge, self._mark = Label("badge", side="centre"), Label("chip")
        self._badge.setFixedSize(BADGE_PX, BADGE_PX)
        self._title, self._service, self._time = Label("lead"), Label("section"), Label("lead", side="end")
        self._line = Label("strong")
        first, second, both = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for line, parts in ((first, (self._title, self._service, self._time)), (second, (self._mark, self._line))):
            line.setSpacing(12)
            for part in parts:
                line.addWidget(part)
            both.addLayout(line)
        for long in (self._service, self._line):  # cut where it is too long, and never wider than the bar
            long.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        first.setStretch(1, 1)
        second.setStretch(1, 1)
        both.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._badge)
        row.addLayout(both, 1)

    def show_view(self, view: BarView) -> None:
        """Show counter, visit and second line."""
        line, tone = self._second_line(view)
        self._badge.show_text(self._language.number(view.counter), "strong")
        self._mark.show_text(self.tr("Training") if view.practising else "", "strong")
        self._title.show_text(self._title_of(view))
        self._service.setText(view.card.service if view.card is not None and view.card.ticket else "")
        seconds = view.card.timer_s if view.card else view.break_s if view.on_break else None
        self._time.show_text(self._language.number(stopwatch(seconds)) if seconds is not None else "")
        self._line.show_text(line, tone)
        parts = (self.tr("Training") if view.practising else "", self._title_of(view), line)
        self.setAccessibleName(" ".join(part for part in parts if part))

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

    def _title_of(self, view: BarView) -> str:
        if view.card is not None:
            return self._language.number(view.card.ticket) if view.card.ticket else say(WALK_UP_NAME)
        if view.on_break:
            return self.tr("On a break") + f"   ·   {word(view.break_reason)}"
        return self.tr("The counter is free")

    def _second_line(self, view: BarView) -> tuple[str, str]:
        """Return the second line and its tone: what must be known first."""
        if view.cut_off is not None:
            time = stopwatch(view.cut_off.since_s)
            return self._language.number(self.tr("No connection for {time}").format(time=time)), "alert"
        if view.notice is not None:
            tone = "alert" if view.notice.tone is Tone.WARNING else ""
            return self._language.number(notice_text(view.notice)), tone
        if view.on_break and view.break_left_s is not None:
            return self._left(view.break_left_s)
        parts = []
        if view.card is not None:
            parts.append(say(STATES.get(view.card.state, STATES[VisitState.CALLED])))
            if view.card.lane is not Lane.STANDARD:
                parts.append(say(LANES[view.card.lane]))
        parts.append(self.tr("%n waiting", "", view.waiting))
        return self._language.number("   ·   ".join(parts)), ""

    def _left(self, left_s: int) -> tuple[str, str]:
        text = self.tr("The break is over by {time}") if left_s < 0 else self.tr("{time} of the break left")
        shown = self._language.number(text.format(time=stopwatch(abs(left_s))))
        return shown, "alert" if left_s < 0 else ""
