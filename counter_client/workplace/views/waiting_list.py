"""The lists beside the visit in hand: tabs, rows, and the button for the chosen row."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from counter_client.keyboard.shortcuts import key_name
from counter_client.state.actions import Action
from counter_client.state.intents import Do, PickRow, ShowList
from counter_client.state.state import ListKind
from counter_client.texts.texts import ACTIONS, EMPTY_LISTS, LANES, LISTS, say
from counter_client.widgets.button import Button, Look
from counter_client.widgets.label import Label
from counter_client.widgets.scrolling import plain_scrolling
from counter_client.workplace.presenters.waiting_list import ListsView
from counter_client.workplace.views.list_rows import RowModel, RowPainter
from qtkit.language.language import Language
from qtkit.look.theme import Theme


class WaitingListView(QFrame):
    """One list at a time; a click chooses a row, a double click or Enter acts on it."""

    wished = Signal(object)  # counter_client.state.intents.Wish

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting_list")
        self._language = language
        self._view: ListsView | None = None
        self._in_sight: str | None = None
        self._tabs = {kind: Button(theme, Look.TAB, f"tab_{kind.value}", 54) for kind in ListKind}
        self._rows = RowModel(self)
        self._list = _list_view(self._rows, RowPainter(theme, language, self))
        self._lanes = Label("small", name="lane_counts")
        self._empty = Label("section", side="centre", wrap=True, name="empty_list")
        self._act = Button(theme, Look.MOVE, "row_action", 54)
        tabs = QHBoxLayout()
        tabs.setSpacing(8)
        for kind, tab in self._tabs.items():
            tabs.addWidget(tab)
            tab.clicked.connect(lambda _=False, kind=kind: self.wished.emit(ShowList(kind)))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(12)
        column.addLayout(tabs)
        column.addWidget(self._lanes)
        column.addWidget(self._empty, 1)
        column.addWidget(self._list, 1)
        column.addWidget(self._act)
        self._connect()

    def _connect(self) -> None:
        self._list.clicked.connect(lambda index: self.wished.emit(PickRow(self._rows.visit_at(index))))
        self._list.doubleClicked.connect(lambda index: self.wished.emit(Do(self._action(), self._rows.visit_at(index))))
        self._act.clicked.connect(lambda: self.wished.emit(Do(self._action())))

    def show_view(self, view: ListsView) -> None:
        """Show tabs and rows; the list stays where it was scrolled to unless another row is chosen."""
        self._view = view
        for tab in view.tabs:
            label = f"{say(LISTS[tab.kind])}\n{self._language.number(tab.length)}"
            self._tabs[tab.kind].show_button(label, tab.key, chosen=tab.shown)
        self._rows.show_rows(view.rows)
        lanes = (f"{say(LANES[lane])} {self._language.number(count)}" for lane, count in view.lanes)
        self._lanes.show_text("   ·   ".join(lanes) if len(view.lanes) > 1 else "")
        kind = next(tab.kind for tab in view.tabs if tab.shown)
        self._empty.show_text("" if view.rows else say(EMPTY_LISTS[kind]))
        self._list.setVisible(bool(view.rows))
        chosen = next((at for at, row in enumerate(view.rows) if row.chosen), None)
        visit = view.rows[chosen].visit if chosen is not None else None
        # Only a newly chosen row is brought into sight: who scrolls by hand must not be pulled back twice a second.
        if chosen is not None and visit != self._in_sight:
            self._list.scrollTo(self._rows.index(chosen), QAbstractItemView.ScrollHint.EnsureVisible)
        self._in_sight = visit
        can = view.enabled and chosen is not None
        self._act.show_button(say(ACTIONS[view.action]), key_name(view.action, primary=False), enabled=can)

    def _action(self) -> Action:
        return self._view.action if self._view else Action.CALL_CHOSEN


def _list_view(model: RowModel, painter: RowPainter) -> QListView:
    view = QListView()
    view.setObjectName("rows")
    view.setModel(model)
    view.setItemDelegate(painter)
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    plain_scrolling(view)
    return view
