"""The search by number: the typed digits, large, and the visits with that number today."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from common.text.digits import isolated
from contracts.words.hall import Lane, VisitState
from counter_client.dialogs.search.presenter import ROWS, FoundRow, SearchView
from counter_client.keyboard.shortcuts import onward
from counter_client.state.intents import ActOnFound, FollowUp, PickFound
from counter_client.texts.texts import ACTIONS, FOUND, LANES, WALK_UP_NAME, minutes, say
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 880


class SearchDialog(SheetFrame):
    """Digits go to the number, arrows choose, Enter acts; a click chooses too."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "search", WIDTH_PX, parent)
        self._language = language
        self._rows: tuple[FoundRow, ...] = ()
        self._number = Words(theme, "headline", colour="primary_dark", weight=Weight.Bold, side="centre")
        self._number.setObjectName("number")
        self._hint = Words(theme, "body", colour="ink_soft", side="centre", wrap=True)
        self._hint.setObjectName("hint")
        self._buttons = [Button(theme, Look.MOVE, f"found_{at + 1}", 56) for at in range(ROWS)]
        self._request = Button(theme, Look.QUIET, "follow_up_request", 56)
        self._request.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._act = Button(theme, Look.SEND, "act_on_found", 56)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._number)
        column.addWidget(self._hint)
        for at, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, at=at: self._pick(at))
            column.addWidget(button)
        self.body.addLayout(column)
        self.foot.addWidget(self._request)
        self.foot.addWidget(self._act, 8)  # what is written in its middle has room beside the key on both sides
        self._request.clicked.connect(lambda: self.wished.emit(FollowUp()))
        self._act.clicked.connect(lambda: self.wished.emit(ActOnFound()))

    def show_view(self, view: SearchView | None) -> None:
        """Show the search, or hide when it is not open."""
        if view is None:
            self.hide()
            return
        self._rows = view.rows
        self._number.set_text(self._language.number(view.digits) if view.digits else "\u2013")
        hint = self._hint_text(view)
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint))
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(self._rows))
            if at < len(self._rows):
                row = self._rows[at]
                button.show_button(self._row_text(row), chosen=row.chosen)
        chosen = next((row for row in self._rows if row.chosen), None)
        action = chosen.action if chosen else None
        self._request.show_button(self.tr("Find a request"), onward(self._language.tag).name)
        self._act.setVisible(action is not None)
        if action is not None:
            self._act.show_button(say(ACTIONS[action]), "Enter", enabled=not view.busy)
        self.show_frame(self.tr("Find number"), self.tr("Type the digits of the ticket."), view.notice)

    def _hint_text(self, view: SearchView) -> str:
        if view.asked:
            return self.tr("Searching…")
        if view.digits and not view.rows:
            return self.tr("No visitor has this number today. Check the digits on the ticket.")
        if view.rows and view.in_hand:
            return self.tr(
                "You have a visitor. Finish the visit, put it on hold or return it to the queue before calling another."
            )
        return ""

    def _row_text(self, row: FoundRow) -> str:
        state = say(FOUND[row.state]).format(time=minutes(row.since_s), counter=row.counter or "")
        lane = say(LANES[row.lane]) if row.lane is not Lane.STANDARD and row.state is VisitState.WAITING else ""
        parts = (isolated(row.ticket or say(WALK_UP_NAME)), row.service, lane, state)
        return self._language.number("   ·   ".join(part for part in parts if part))

    def _pick(self, at: int) -> None:
        if at < len(self._rows):
            self.wished.emit(PickFound(self._rows[at].visit))
