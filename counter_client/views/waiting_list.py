"""The lists beside the visit in hand: tabs, painted rows, and the buttons for the chosen row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from counter_client.actions import Action
from counter_client.inputs import ListKind
from counter_client.presenters.waiting_list import ListsView
from counter_client.presenters.workplace import ActionButton
from counter_client.shortcuts import key_name
from counter_client.texts import ACTIONS, EMPTY_LISTS, LISTS, say
from counter_client.views.button import Button, Look
from counter_client.views.canvas import LARGE_PX, Canvas, Side, lay_ground
from counter_client.views.lane_counts import LaneCounts
from counter_client.views.list_rows import RowModel, RowPainter
from counter_client.views.scrolling import plain_scrolling
from counter_client.views.shown import Shown
from counter_client.wishes import Do, PickRow, ShowList
from qtkit.language import Language
from qtkit.theme import Theme


class WaitingListView(QWidget):
    """One list at a time; a click chooses a row, a double click or Enter acts on it."""

    wished = Signal(object)  # counter_client.wishes.Wish

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting_list")
        lay_ground(self, theme.colour("card"))
        self._theme = theme
        self._language = language
        self._view: ListsView | None = None
        self._in_sight: str | None = None
        self._shown = Shown(language)
        self._tabs = {kind: Button(theme, Look.TAB, f"tab_{kind.value}", 44) for kind in ListKind}
        self._rows = RowModel(self)
        self._list = _list_view(self._rows, RowPainter(theme, language, self))
        self._lanes = LaneCounts(theme, language)
        self._search = Button(theme, Look.QUIET, "search_number", 44)
        self._enquiry = Button(theme, Look.QUIET, "enquiry", 44)
        self._enquiries = Button(theme, Look.QUIET, "enquiries_button", 44)
        self._complaint = Button(theme, Look.QUIET, "complaint", 44)
        self._act = Button(theme, Look.MOVE, "row_action", 52)
        self._lane = Button(theme, Look.MOVE, "lane_action", 44)
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
        column.addWidget(self._list, 1)
        column.addWidget(self._act)
        for pair in ((self._lane, self._search), (self._enquiry, self._enquiries)):
            line = QHBoxLayout()
            line.setSpacing(8)
            for button in pair:
                line.addWidget(button, 1)
            column.addLayout(line)
        column.addWidget(self._complaint)
        self._connect()

    def _connect(self) -> None:
        self._complaint.clicked.connect(lambda: self.wished.emit(Do(Action.COMPLAINT)))
        self._enquiries.clicked.connect(lambda: self.wished.emit(Do(Action.ENQUIRIES)))
        self._enquiry.clicked.connect(lambda: self.wished.emit(Do(Action.ENQUIRY)))
        self._search.clicked.connect(lambda: self.wished.emit(Do(Action.SEARCH)))
        self._list.clicked.connect(lambda index: self.wished.emit(PickRow(self._rows.visit_at(index))))
        self._list.doubleClicked.connect(lambda index: self.wished.emit(Do(self._action(), self._rows.visit_at(index))))
        self._act.clicked.connect(lambda: self.wished.emit(Do(self._action())))
        self._lane.clicked.connect(self._change_lane)

    def show_view(self, view: ListsView, besides: Sequence[ActionButton]) -> None:
        """Show tabs, rows and what can be done `besides`: search, enquiry, open enquiries, complaint.

        The list stays where it was scrolled to unless another row is chosen.
        """
        self._view = view
        for tab in view.tabs:
            label = f"{say(LISTS[tab.kind])}  {self._language.number(tab.length)}"
            self._tabs[tab.kind].show_button(label, tab.key, chosen=tab.shown)
        self._rows.show_rows(view.rows)
        self._lanes.show_counts(view.lanes)
        buttons = (self._search, self._enquiry, self._enquiries, self._complaint)
        for button, shown in zip(buttons, besides, strict=True):
            button.show_button(say(ACTIONS[shown.action]), self._language.number(shown.key), enabled=shown.enabled)
        chosen = next((at for at, row in enumerate(view.rows) if row.chosen), None)
        visit = view.rows[chosen].visit if chosen is not None else None
        # Only a newly chosen row is brought into sight: who scrolls by hand must not be pulled back twice a second.
        if chosen is not None and visit != self._in_sight:
            self._list.scrollTo(self._rows.index(chosen), QAbstractItemView.ScrollHint.EnsureVisible)
        self._in_sight = visit
        can = view.enabled and chosen is not None
        self._act.show_button(say(ACTIONS[view.action]), key_name(view.action, primary=False), enabled=can)
        self._lane.setVisible(view.lane_action is not None)
        if view.lane_action is not None:
            can = view.lane_enabled and chosen is not None
            self._lane.show_button(
                say(ACTIONS[view.lane_action]), key_name(view.lane_action, primary=False), enabled=can
            )
        kind = next(tab.kind for tab in view.tabs if tab.shown)
        if self._shown.becomes(kind, bool(view.rows)):
            self.update()

    def _change_lane(self) -> None:
        if self._view is not None and self._view.lane_action is not None:
            self.wished.emit(Do(self._view.lane_action))

    def _action(self) -> Action:
        return self._view.action if self._view else Action.CALL_CHOSEN

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel, and a calm line where the list is empty."""
        del event
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        canvas.fill(canvas.box(0, 0, canvas.width, canvas.height), "card", radius=LARGE_PX, line="line")
        if self._view is not None and not self._view.rows:
            kind = next(tab.kind for tab in self._view.tabs if tab.shown)
            box = canvas.box(24, canvas.height / 2 - 60, canvas.width - 48, 80)
            canvas.text(box, say(EMPTY_LISTS[kind]), canvas.font("body"), "ink_soft", Side.CENTRE, wrap=True)
        painter.end()


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
