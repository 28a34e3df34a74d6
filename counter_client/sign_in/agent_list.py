"""The agents of the hall, to choose who signs in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from counter_client.sign_in.presenter import AgentRow
from counter_client.widgets.button import Button, Look
from counter_client.widgets.scrolling import plain_scrolling
from qtkit.look.theme import Theme


class AgentList(QScrollArea):
    """One button an agent, scrolled so that the chosen one is in sight."""

    picked = Signal(str)  # the agent's code

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agents")
        self._theme = theme
        self._rows: tuple[AgentRow, ...] = ()
        self._buttons: list[Button] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        inside = self._inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        plain_scrolling(self)

    def show_agents(self, rows: tuple[AgentRow, ...]) -> None:
        """Show one button for each row; a newly chosen one comes into sight, the first when none is chosen any more."""
        chosen = next((row.agent for row in rows if row.chosen), None)
        news = chosen != next((row.agent for row in self._rows if row.chosen), None)
        self._rows = rows
        while len(self._buttons) < len(rows):
            self._add()
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(rows))
            if at < len(rows):
                button.show_button(rows[at].name, chosen=rows[at].chosen)
        # Only then: who scrolls by hand must not be pulled back twice a second.
        if news and chosen is None:
            self.verticalScrollBar().setValue(0)
        elif news:
            self._bring_into_sight(next(at for at, row in enumerate(rows) if row.chosen))

    def _bring_into_sight(self, at: int) -> None:
        inside = self._inside
        self._column.activate()
        # New buttons have no places before the next round of events; they are needed now.
        inside.resize(self.viewport().width(), max(inside.sizeHint().height(), self.viewport().height()))
        self.ensureWidgetVisible(self._buttons[at])

    def _add(self) -> None:
        at = len(self._buttons)
        button = Button(self._theme, Look.MOVE, f"agent_{at + 1}", 46)
        button.setMinimumWidth(1)  # one long name must not widen the list beyond its frame, and cut every other
        button.clicked.connect(lambda: self._pick(at))
        self._column.addWidget(button)
        self._buttons.append(button)

    def _pick(self, at: int) -> None:
        if at < len(self._rows):
            self.picked.emit(self._rows[at].agent)
