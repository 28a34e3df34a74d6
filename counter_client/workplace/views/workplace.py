"""The agent's workplace: header, cut-off banner, visit, buttons, lists."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from common.text.digits import isolated
from counter_client.state.actions import Action
from counter_client.state.intents import Do
from counter_client.texts.texts import ACTIONS, WALK_UP_NAME, say, stopwatch
from counter_client.widgets.button import Button, Look
from counter_client.widgets.notice_strip import NoticeStrip
from counter_client.workplace.presenters.more_menu import MoreView
from counter_client.workplace.presenters.waiting_list import ListsView
from counter_client.workplace.presenters.workplace import MOVES, CutOff, WorkplaceScreen
from counter_client.workplace.views.header import Header
from counter_client.workplace.views.more_menu import MoreMenu
from counter_client.workplace.views.visit_card import VisitCardWidget
from counter_client.workplace.views.waiting_list import WaitingListView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.banner import Banner

MARGIN_PX = 20
COLUMNS = 3


class WorkplaceView(QWidget):
    """Everything except the sheets; `show_view` is its only input."""

    wished = Signal(object)  # counter_client.state.intents.Wish
    key_pressed = Signal(int, str)  # in the menu: Qt key code, what the layout typed

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workplace")
        self._language = language
        self._screen: WorkplaceScreen | None = None
        self._header = Header(theme, language)
        self._banner = Banner(theme, "cut_off")
        self._card = VisitCardWidget(theme, language)
        self._primary = Button(theme, Look.PRIMARY, "primary", 76)
        self._moves = {action: Button(theme, Look.MOVE, action.value, 54) for action in MOVES}
        self._menu = MoreMenu(self)
        self._notice = NoticeStrip(language, "notice")
        self._undo = Button(theme, Look.QUIET, "undo", 48)
        self._stop = Button(theme, Look.MOVE, "stop_auto_call", 48)
        self._lists = WaitingListView(theme, language)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(10)
        for at, button in enumerate(self._moves.values()):
            grid.addWidget(button, at // COLUMNS, at % COLUMNS)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._notice, 1)
        for button in (self._stop, self._undo):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            line.addWidget(button)
        leading = QVBoxLayout()
        leading.setSpacing(12)
        leading.addWidget(self._card, 1)
        leading.addWidget(self._primary)
        leading.addLayout(grid)
        leading.addLayout(line)
        body = QHBoxLayout()
        body.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        body.setSpacing(MARGIN_PX)
        body.addLayout(leading, 8)
        body.addWidget(self._lists, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._banner)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self._header.wished.connect(self.wished)
        self._lists.wished.connect(self.wished)
        self._primary.clicked.connect(self._wish_primary)
        self._menu.wished.connect(self.wished)
        self._menu.key_pressed.connect(self.key_pressed)
        self._stop.clicked.connect(lambda: self.wished.emit(Do(Action.STOP_AUTO_CALL)))
        self._undo.clicked.connect(lambda: self.wished.emit(Do(Action.UNDO)))
        for action, button in self._moves.items():
            button.clicked.connect(lambda _=False, action=action: self.wished.emit(Do(action)))

    def _wish_primary(self) -> None:
        if self._screen is not None and self._screen.primary is not None:
            self.wished.emit(Do(self._screen.primary.action))

    def show_view(self, screen: WorkplaceScreen, lists: ListsView, more: MoreView) -> None:
        """Show the workplace, its lists and its menu."""
        self._screen = screen
        self._header.show_view(screen)
        self._banner.show_text(self._cut_off_text(screen.cut_off))
        self._card.show_view(screen)
        self._show_primary(screen)
        self._show_moves(screen)
        self._notice.show_notice(screen.notice)
        self._show_undo(screen)
        self._show_stop(screen)
        self._lists.show_view(lists)
        self._menu.show_view(more, self._moves[Action.MORE])

    def close_menu(self) -> None:
        """Close the menu: the workplace is not shown now."""
        self._menu.close_menu()

    def _show_primary(self, screen: WorkplaceScreen) -> None:
        primary = screen.primary
        self._primary.setVisible(primary is not None)
        if primary is not None:
            text = self._waiting_text() if screen.busy else say(ACTIONS[primary.action])
            self._primary.show_button(text, self._key(primary.key), enabled=primary.enabled)

    def _show_moves(self, screen: WorkplaceScreen) -> None:
        for move in screen.moves:
            self._moves[move.action].show_button(say(ACTIONS[move.action]), move.key, enabled=move.enabled)

    def _show_stop(self, screen: WorkplaceScreen) -> None:
        self._stop.setVisible(screen.stop_auto_call is not None)
        if screen.stop_auto_call is not None:
            self._stop.show_button(say(ACTIONS[Action.STOP_AUTO_CALL]), screen.stop_auto_call.key)

    def _show_undo(self, screen: WorkplaceScreen) -> None:
        self._undo.setVisible(screen.undo is not None)
        if screen.undo is not None:
            ticket = isolated(screen.undo.ticket or say(WALK_UP_NAME))
            text = self.tr("Undo {ticket} ({time})").format(ticket=ticket, time=stopwatch(screen.undo.left_s))
            self._undo.show_button(self._language.number(text), screen.undo.key)

    def _waiting_text(self) -> str:
        return self.tr("One moment…")

    def _key(self, name: str) -> str:
        return self.tr("Space") if name == "Space" else name

    def _cut_off_text(self, cut_off: CutOff | None) -> str:
        if cut_off is None:
            return ""
        time = self._language.code(stopwatch(cut_off.since_s))
        if cut_off.with_visit:
            text = self.tr(
                "No connection for {time}. Continue serving your visitor. Calling will return automatically."
            )
        else:
            text = self.tr("No connection for {time}. Calling will return automatically.")
        return text.format(time=time)
