"""The transfer sheet in two steps: where to, and only if wanted the place in the queue, the reason and a note."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from common.text.digits import isolated
from contracts.words.hall import TransferPosition
from counter_client.dialogs.transfer.keys import BACK_KEY, POSITION_KEYS, reason_key
from counter_client.dialogs.transfer.presenter import TransferView
from counter_client.dialogs.transfer.target_list import FilterField, TargetList
from counter_client.keyboard.shortcuts import onward
from counter_client.state.actions import Action
from counter_client.state.intents import WriteNote
from counter_client.state.state import NOTE_MAX
from counter_client.state.transfer_sheet import (
    PickPosition,
    PickReason,
    PickTarget,
    Seek,
    SendTransfer,
    ShowDetails,
    ToggleBack,
)
from counter_client.texts.texts import ACTIONS, POSITIONS, WALK_UP_NAME, say, word
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.note_field import NoteField
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 880
LIST_PX = 320
LONGEST_FILTER = 40


class TransferDialog(SheetFrame):
    """All that was chosen and typed stays until the hall has taken the transfer or the agent goes back."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "transfer", WIDTH_PX, parent)
        self._language = language
        self._view: TransferView | None = None
        self._filter = FilterField(theme, LONGEST_FILTER)
        self._filter.setObjectName("target_filter")
        self._list = TargetList(theme, language)
        self._positions = {one: Button(theme, Look.QUIET, f"position_{one.value}", 44) for one in TransferPosition}
        self._back_again = Button(theme, Look.QUIET, "and_back", 44)
        self._reasons: list[Button] = []
        self._reason_grid = QGridLayout()
        self._headings = [Words(theme, "small", colour="ink_soft", weight=Weight.DemiBold) for _ in range(2)]
        self._note = NoteField(theme, NOTE_MAX)
        self._more = Button(theme, Look.QUIET, "transfer_details", 56)
        self._more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._send = Button(theme, Look.SEND, "send_transfer", 56)
        self._steps = self._first_step(), self._second_step()
        for step in self._steps:
            self.body.addWidget(step)
        self.foot.addWidget(self._more)
        self.foot.addWidget(self._send, 8)  # what is written in its middle has room beside the key on both sides
        self._connect()

    def _first_step(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._filter)
        column.addWidget(self._list)
        self._list.setFixedHeight(LIST_PX)
        return step

    def _second_step(self) -> QWidget:
        step = QWidget()
        place, why, both, column = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(), QVBoxLayout(step)
        for stack in (place, why, self._reason_grid):
            stack.setSpacing(8)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        both.setSpacing(28)
        place.addWidget(self._headings[0])
        for button in (*self._positions.values(), self._back_again):
            place.addWidget(button)
        place.addStretch(1)
        why.addWidget(self._headings[1])
        why.addLayout(self._reason_grid)
        why.addStretch(1)
        both.addLayout(place, 1)
        both.addLayout(why, 1)
        column.addLayout(both)
        column.addWidget(self._note)
        return step

    def _connect(self) -> None:
        self._filter.written.connect(lambda text: self.wished.emit(Seek(text)))
        self._list.row_clicked.connect(self._pick)
        self._list.row_double_clicked.connect(lambda _at: self.wished.emit(SendTransfer()))
        for position, button in self._positions.items():
            button.clicked.connect(lambda _=False, one=position: self.wished.emit(PickPosition(one)))
        self._back_again.clicked.connect(lambda: self.wished.emit(ToggleBack()))
        self._note.written.connect(lambda text: self.wished.emit(WriteNote(text)))
        self._note.sent.connect(lambda: self.wished.emit(SendTransfer()))
        self._more.clicked.connect(lambda: self.wished.emit(ShowDetails(shown=True)))
        self._send.clicked.connect(lambda: self.wished.emit(SendTransfer()))

    def show_view(self, view: TransferView | None) -> None:
        """Show the step that is come to, or hide when the sheet is not open."""
        before, self._view = self._view, view
        if view is None:
            self.hide()
            return
        for step, shown in zip(self._steps, (not view.details, view.details), strict=True):
            step.setVisible(shown)
        if view.details:
            self._show_details(view)
        else:
            self._filter.show_text(
                view.sought, self.tr("Type a name or use the arrow keys. A digit transfers at once.")
            )
            self._list.show_rows(view.rows)
        self._more.setVisible(not view.details)
        self._more.show_button(self.tr("Place, reason, note"), onward(self._language.tag).name, enabled=not view.busy)
        self._send.show_button(self._send_text(view), "Enter", enabled=view.ready)
        ticket = isolated(self._language.number(view.ticket or say(WALK_UP_NAME)))
        title = self.tr("Transfer {ticket}: details") if view.details else self.tr("Transfer {ticket}: where to?")
        self.show_frame(title.format(ticket=ticket), self._under_title(view), view.notice)
        if before is None or before.details is not view.details:
            (self.window() if view.details else self._filter).setFocus()

    def _show_details(self, view: TransferView) -> None:
        for key, (position, button) in zip(POSITION_KEYS, self._positions.items(), strict=True):
            button.show_button(say(POSITIONS[position]), self._digit(key), chosen=position is view.position)
        self._back_again.show_button(self.tr("Return to me afterwards"), self._digit(BACK_KEY), chosen=view.and_back)
        while len(self._reasons) < len(view.reasons):
            self._add_reason()
        for at, button in enumerate(self._reasons):
            button.setVisible(at < len(view.reasons))
        named = zip(self._reasons, view.reasons, view.reason_names, strict=False)
        for at, (button, reason, name) in enumerate(named):
            button.show_button(name or word(reason), self._digit(reason_key(at)), chosen=reason == view.reason)
        self._headings[0].set_text(self.tr("Place in the queue"))
        needed, reason_text = self.tr("Reason (required)"), self.tr("Reason")
        self._headings[1].set_text(needed if view.reason_needed else reason_text)
        self._note.show_text(view.note, self.tr("Note for the next agent (Tab)"))

    def _digit(self, key: str) -> str:
        return self._language.number(key)

    def _under_title(self, view: TransferView) -> str:
        if view.details and view.chosen is not None:
            return self.tr("To {target}").format(target=self._list.name_of(view.chosen))
        return view.service

    def _send_text(self, view: TransferView) -> str:
        """Return what the main button does, or what must be chosen before it can be pressed."""
        if view.chosen is None and not view.busy:
            return self.tr("To transfer, choose where to first")
        if view.reason_needed and not view.busy:
            return self.tr("To transfer, choose a reason first")
        return say(ACTIONS[Action.TRANSFER])

    def _add_reason(self) -> None:
        at = len(self._reasons)
        button = Button(self._theme, Look.QUIET, f"reason_{at + 1}", 44)
        button.clicked.connect(lambda: self._pick_reason(at))
        self._reason_grid.addWidget(button, at, 0)
        self._reasons.append(button)

    def _pick(self, at: int) -> None:
        if self._view is not None and at < len(self._view.rows):
            self.wished.emit(PickTarget(self._view.rows[at].target))

    def _pick_reason(self, at: int) -> None:
        if self._view is not None and at < len(self._view.reasons):
            self.wished.emit(PickReason(self._view.reasons[at]))
