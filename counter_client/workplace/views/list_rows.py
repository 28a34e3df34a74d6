"""Rows of a list as a Qt model, painted one by one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from contracts.words.hall import Lane
from counter_client.texts.texts import LANES, WALK_UP_NAME, minutes, say
from counter_client.widgets.canvas import RADIUS_PX, Canvas, Side, Weight, fitting, text_width
from counter_client.workplace.presenters.waiting_list import ListRow
from qtkit.language.language import Language
from qtkit.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW_PX = 64
BELOW_PX = 34
"""Where the second line of a row begins."""
ROW_ROLE = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """The rows of the shown list; only changed rows are reported, so that a long list keeps its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow, ...] = ()

    def show_rows(self, rows: tuple[ListRow, ...]) -> None:
        """Show `rows`."""
        if [row.visit for row in rows] == [row.visit for row in self._rows]:
            old, self._rows = self._rows, rows
            for at, (before, now) in enumerate(zip(old, rows, strict=True)):
                if _painted(before) != _painted(now):
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def visit_at(self, index: Index) -> str:
        """Return the visit of a row."""
        return self._rows[index.row()].visit

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the row for the painter, its text for a screen reader."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{row.ticket or say(WALK_UP_NAME)} {row.service} {minutes(row.waited_s)}"
        return None


def _painted(row: ListRow) -> tuple[object, ...]:
    """Return what the agent reads of a row: its times are in whole minutes."""
    times = (row.waited_s, row.remind_s)
    # Zero has a separate text: a reminder is due.
    told = tuple(None if s is None else (s // 60, s == 0) for s in times)
    return row.ticket, row.service, row.lane, row.held, row.chosen, row.note, told


class RowPainter(QStyledItemDelegate):
    """Paints a row: number, service, lane and how long it has waited; a standard row has one text alone."""

    def __init__(self, theme: Theme, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of every row."""
        del option, index
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: ListRow = index.data(ROW_ROLE)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        bounds = QRectF(option.rect)
        painter.save()
        canvas = Canvas(painter, self._theme, bounds=bounds, rtl=rtl)
        if row.chosen:
            canvas.fill(
                canvas.box(0, 2, canvas.width, canvas.height - 4), "primary_soft", radius=RADIUS_PX, line="primary"
            )
        else:
            canvas.rule(canvas.height - 0.5, 8)
        self._paint_number(canvas, row)
        self._paint_middle(canvas, row)
        self._paint_times(canvas, row)
        painter.restore()

    def _paint_number(self, canvas: Canvas, row: ListRow) -> None:
        ticket = self._language.number(row.ticket) if row.ticket else say(WALK_UP_NAME)
        box = canvas.box(10, 0, 84, canvas.height)
        font = fitting(ticket, canvas.font("lead", Weight.Bold), box.width(), 13)
        canvas.text(box, ticket, font, "ink_soft" if row.held else "primary_dark")

    def _paint_middle(self, canvas: Canvas, row: ListRow) -> None:
        chips: list[tuple[str, str, str]] = []
        if row.lane is not Lane.STANDARD:
            chips.append((say(LANES[row.lane]), "wait", "on_wait"))
        if row.held:
            chips.append((self.tr("postponed"), "ground", "ink_soft"))
        if row.remind_s is not None:
            chips.append(self._reminder(row.remind_s))
        time = text_width(self._language.number(minutes(row.waited_s)), canvas.font("small", Weight.DemiBold))
        width = canvas.width - 106 - time - 20
        below = bool(chips or row.note)
        height = 30.0 if below else canvas.height
        font = fitting(row.service, canvas.font("small"), width, 13)
        canvas.text(canvas.box(106, 4 if below else 0, width, height), row.service, font, "ink")
        x = 106.0
        for text, ground, ink in chips:
            x += canvas.chip(x, BELOW_PX, 24, text, ground=ground, ink=ink) + 6
        if row.note:
            canvas.text(canvas.box(x, BELOW_PX, canvas.width - x - 8, 24), row.note, canvas.font("small"), "ink_soft")

    def _reminder(self, left_s: int) -> tuple[str, str, str]:
        if left_s == 0:
            return self.tr("reminder due"), "alert_soft", "alert"
        text = self.tr("reminder in {time}").format(time=minutes(left_s))
        return self._language.number(text), "primary_soft", "primary_dark"

    def _paint_times(self, canvas: Canvas, row: ListRow) -> None:
        waited = self._language.number(minutes(row.waited_s))
        # Chips stand in the lower half and may reach below the time.
        above = row.held or row.lane is not Lane.STANDARD or row.remind_s is not None or bool(row.note)
        box = canvas.box(canvas.width - 110, 5 if above else 0, 102, 28 if above else canvas.height)
        canvas.text(box, waited, canvas.font("small", Weight.DemiBold), "ink", Side.END)
