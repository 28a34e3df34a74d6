"""An agent's own day as a few lines: a label on one side, its figure on the other."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_client.dialogs.question.your_day import YourDay
from counter_client.texts.texts import minutes
from counter_client.widgets.canvas import Canvas, Side, Weight
from qtkit.language.language import Language
from qtkit.look.theme import Theme

LINE_PX = 38


class DayLines(QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName("your_day")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._language = language
        self.lines: tuple[tuple[str, str], ...] = ()
        self.hide()

    def show_day(self, day: YourDay | None) -> None:
        """Show the day's lines, or nothing."""
        self.lines = self._lines_of(day) if day is not None else ()
        self.setFixedHeight(LINE_PX * len(self.lines))
        self.setVisible(bool(self.lines))
        self.setAccessibleName(". ".join(f"{what}: {much}" for what, much in self.lines))
        self.update()

    def _lines_of(self, day: YourDay) -> tuple[tuple[str, str], ...]:
        number = self._language.number
        lines = [(self.tr("Served today"), number(day.served))]
        if day.serving_s is not None:
            lines.append((self.tr("Median serving time"), number(minutes(day.serving_s))))
        if day.waiting_s is not None:
            lines.append((self.tr("Median wait before your call"), number(minutes(day.waiting_s))))
        lines.append((self.tr("No-shows"), number(day.no_shows)))
        if day.thanks is not None:
            lines.append((self.tr("Satisfied visitors"), number(day.thanks)))
        return tuple(lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines with a thin rule between them."""
        del event
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        for at, (what, much) in enumerate(self.lines):
            box = canvas.box(0, at * LINE_PX, canvas.width, LINE_PX)
            canvas.text(box, what, canvas.font("body"), "ink_soft")
            canvas.text(box, much, canvas.font("body", Weight.DemiBold), "primary_dark", Side.END)
            if at:
                canvas.rule(at * LINE_PX, 0)
        painter.end()
