"""The list of targets of a transfer, and the field that filters it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from counter_client.dialogs.transfer.presenter import TargetRow
from counter_client.keyboard.shortcuts import digit_of
from counter_client.texts.texts import TARGETS, counter_text, say
from counter_client.widgets.canvas import Weight
from counter_client.widgets.note_field import NoteField
from counter_client.widgets.scrolling import plain_scrolling
from qtkit.language.language import Language
from qtkit.look.theme import Theme

NO_DIGIT = "\u2007"
"""As wide as a digit."""
ROW_SIZE, HEADING_SIZE = QSize(1, 40), QSize(1, 30)
"""As wide as the list: a wider one would begin outside of what is seen."""
AT_ROLE = Qt.ItemDataRole.UserRole.value
WINDOWS_KEYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FilterField(NoteField):
    """Takes letters; digits, arrows and Enter are the list's, wherever the focus is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the window what chooses from the list."""
        if event.key() in WINDOWS_KEYS or digit_of(event.text()) is not None:
            event.ignore()
        else:
            super().keyPressEvent(event)


class TargetList(QListView):
    """Shows the rows under the name of their kind; a click chooses one."""

    row_clicked = Signal(int)  # which of the rows
    row_double_clicked = Signal(int)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("targets")
        self._theme, self._language = theme, language
        self._shown: tuple[str, tuple[str, ...]] | None = None
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setFont(theme.font("body"))
        self.setSpacing(1)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        plain_scrolling(self)
        self.clicked.connect(lambda index: _tell(index, self.row_clicked.emit))
        self.doubleClicked.connect(lambda index: _tell(index, self.row_double_clicked.emit))

    def show_rows(self, rows: tuple[TargetRow, ...]) -> None:
        """Show the rows; a newly chosen one comes into sight."""
        texts = tuple(self._text_of(row) for row in rows)
        if (self._language.tag, texts) != self._shown:
            self._shown = self._language.tag, texts
            self._fill(rows, texts)
        chosen = next((at for at, row in enumerate(rows) if row.chosen), None)
        index = QModelIndex() if chosen is None else self._index_of(chosen)
        if index != self.currentIndex() or chosen is None:  # who scrolls by hand is not pulled back twice a second
            self.setCurrentIndex(index)

    def name_of(self, row: TargetRow) -> str:
        """Return a row's name, of a counter with its number."""
        if row.number is None:
            return row.name
        return self._language.number(counter_text(row.number, row.name))

    def _text_of(self, row: TargetRow) -> str:
        return f"{self._language.number(row.key) or NO_DIGIT}   {self.name_of(row)}"

    def _fill(self, rows: tuple[TargetRow, ...], texts: tuple[str, ...]) -> None:
        self._items.clear()
        if not rows:
            self._head(self.tr("Nothing has this name. Type another name, or fewer letters."))
        kind = None
        for at, (row, text) in enumerate(zip(rows, texts, strict=True)):
            if row.target.kind is not kind:
                kind = row.target.kind
                self._head(say(TARGETS[kind]))
            item = QStandardItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(at, AT_ROLE)
            item.setSizeHint(ROW_SIZE)
            self._items.appendRow(item)

    def _head(self, text: str) -> None:
        heading = QStandardItem(text)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setSizeHint(HEADING_SIZE)
        heading.setFont(self._theme.font("small", Weight.DemiBold))
        self._items.appendRow(heading)

    def _index_of(self, row: int) -> QModelIndex:
        found = self._items.match(self._items.index(0, 0), AT_ROLE, row, 1, Qt.MatchFlag.MatchExactly)
        return found[0] if found else QModelIndex()


def _tell(index: QModelIndex, tell: Callable[[int], None]) -> None:
    """Report which row was clicked; a heading is not a row."""
    at = index.data(AT_ROLE)
    if isinstance(at, int):
        tell(at)
