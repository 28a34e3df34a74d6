"""The small bar above all other windows: a click on it leaves the keyboard focus in the agent's other program."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_client.bar.face import BarFace
from counter_client.bar.presenter import MOVES, BarView
from counter_client.dialogs.question.presenter import ChoiceSheet, usual_choice
from counter_client.state.actions import Action
from counter_client.state.intents import Choose, CloseSheet, Do
from counter_client.texts.texts import ACTIONS, QUESTIONS, USUAL_LENGTH, say, word
from counter_client.widgets.button import Button, Look
from counter_client.widgets.label import Label
from counter_client.widgets.style import style_sheet
from qtkit.language.language import Language
from qtkit.look.theme import Theme

COLUMNS = 3
WIDTH_PX = 1120
GAP_PX = 8


class CounterBar(QWidget):
    """A separate window that never takes the focus."""

    wished = Signal(object)  # counter_client.state.intents.Wish

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setObjectName("counter_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(style_sheet(theme))
        self.setWindowTitle("Dawr")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme
        self._language = language
        self._view: BarView | None = None
        self._placed = False
        self._face = BarFace(language)
        self._primary = Button(theme, Look.BAR, "bar_primary", 54)
        self._moves = {action: Button(theme, Look.QUIET, f"bar_{action.value}", 54) for action, _ in MOVES}
        self._stop = Button(theme, Look.MOVE, "bar_stop_auto_call", 54)
        self._window = Button(theme, Look.QUIET, "bar_window", 54)
        self._question = Label("section")
        self._choices: list[Button] = []
        self._back = Button(theme, Look.QUIET, "bar_back", 44)
        self._unfolded = QWidget()
        self._grid = QGridLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        row.addWidget(self._face, 1)
        for button in (self._primary, *self._moves.values(), self._stop, self._window):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        below = QVBoxLayout(self._unfolded)
        below.setContentsMargins(0, 0, 0, 10)
        below.setSpacing(GAP_PX)
        below.addWidget(self._question)
        self._grid.setSpacing(GAP_PX)
        below.addLayout(self._grid)
        self._unfolded.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 10, 2)
        column.addStrut(WIDTH_PX - 20)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._unfolded)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _connect(self) -> None:
        self._primary.clicked.connect(self._wish_primary)
        self._window.clicked.connect(lambda: self.wished.emit(Do(Action.WINDOW)))
        self._stop.clicked.connect(lambda: self.wished.emit(Do(Action.STOP_AUTO_CALL)))
        self._back.clicked.connect(lambda: self.wished.emit(CloseSheet()))
        for action, button in self._moves.items():
            button.clicked.connect(lambda _=False, action=action: self.wished.emit(Do(action)))

    def show_view(self, view: BarView) -> None:
        """Show visit, buttons and, where something is asked, its answers below."""
        self._view = view
        self._face.show_view(view)
        self._show_border(practising=view.practising)
        self._primary.setVisible(view.primary is not None)
        if view.primary is not None:
            text = self.tr("One moment…") if view.busy else say(ACTIONS[view.primary.action])
            self._primary.show_button(text, view.primary.key, enabled=view.primary.enabled)
        for move in view.moves:
            self._moves[move.action].show_button(say(ACTIONS[move.action]), move.key, enabled=move.enabled)
            self._moves[move.action].setVisible(view.card is not None)
        self._stop.setVisible(view.stop is not None)
        if view.stop is not None:
            self._stop.show_button(say(ACTIONS[view.stop.action]), view.stop.key, enabled=view.stop.enabled)
        self._window.show_button(say(ACTIONS[Action.WINDOW]), view.window_key)
        self._unfold(view.choices, view.choice_key)

    def _unfold(self, sheet: ChoiceSheet | None, next_key: str) -> None:
        self._unfolded.setVisible(sheet is not None)
        if sheet is None:
            return
        taken = next((choice for choice in sheet.choices if choice.chosen), usual_choice(sheet))
        self._question.show_text(say(QUESTIONS[sheet.question]))
        while len(self._choices) < len(sheet.choices):
            self._add_choice()
        for at, button in enumerate(self._choices):
            self._grid.addWidget(button, at // COLUMNS, at % COLUMNS)
            button.setVisible(at < len(sheet.choices))
            if at < len(sheet.choices):
                choice = sheet.choices[at]
                key = next_key if choice is taken else ""  # digits go to the program below
                name = choice.name or word(choice.code)
                if choice.usual and sheet.question == "break_length":
                    name = say(USUAL_LENGTH).format(length=name)
                button.show_button(name, key, enabled=not sheet.busy, chosen=choice.chosen)
        self._back.show_button(self.tr("Back"))
        self._grid.addWidget(self._back, len(sheet.choices) // COLUMNS, len(sheet.choices) % COLUMNS)

    def _add_choice(self) -> None:
        at = len(self._choices)
        button = Button(self._theme, Look.MOVE, f"bar_choice_{at + 1}", 44)
        button.clicked.connect(lambda: self._choose(at))
        self._choices.append(button)

    def _choose(self, at: int) -> None:
        if self._view is not None and self._view.choices is not None and at < len(self._view.choices.choices):
            self.wished.emit(Choose(self._view.choices.choices[at].code))

    def _wish_primary(self) -> None:
        if self._view is not None and self._view.primary is not None:
            self.wished.emit(Do(self._view.primary.action))

    def setVisible(self, visible: bool) -> None:
        """Stand at the top of the screen the first time, where it was left from then on.

        Before it is shown: a window that moves while the desktop takes it up may go on believing that it is elsewhere.
        """
        if visible and not self._placed:
            self._placed = True
            self.adjustSize()
            screen = self.screen().availableGeometry()
            self.move(screen.center().x() - self.width() // 2, screen.top() + 6)
        super().setVisible(visible)

    def _show_border(self, *, practising: bool) -> None:
        """Show a border that stands out from any program below, and another one in a training."""
        if self.property("practising") != practising:
            self.setProperty("practising", practising)
            self.style().unpolish(self)
            self.style().polish(self)
