"""The transfer sheet: where to on the reading side, how and why beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from common.digits import isolated
from contracts.hall_words import TransferPosition
from counter_client.actions import Action
from counter_client.inputs import TargetKind
from counter_client.presenters.transfer import NOTE_MAX, TransferView
from counter_client.shortcuts import BACK_KEY, KIND_KEYS, POSITION_KEYS, REASON_KEY
from counter_client.texts import ACTIONS, POSITIONS, TARGETS, WALK_UP_NAME, say, word
from counter_client.views.button import Button, Look
from counter_client.views.canvas import Weight
from counter_client.views.note_field import NoteField
from counter_client.views.scrolling import plain_scrolling
from counter_client.views.sheet_frame import SheetFrame
from counter_client.wishes import (
    PickPosition,
    PickReason,
    PickTarget,
    PickTargetKind,
    SendTransfer,
    ToggleBack,
    WriteNote,
)
from qtkit.language import Language
from qtkit.parts.words import Words
from qtkit.theme import Theme

WIDTH_PX = 980
TARGETS_PX = 300


class TransferDialog(SheetFrame):
    """All that was chosen and typed stays until the hall has taken the transfer or the agent goes back."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "transfer", WIDTH_PX, parent)
        self._language = language
        self._view: TransferView | None = None
        self._kinds = {kind: Button(theme, Look.TAB, f"kind_{kind.value}", 44) for kind in TargetKind}
        self._targets: list[Button] = []
        self._sought = ""
        self._positions = {one: Button(theme, Look.QUIET, f"position_{one.value}", 40) for one in TransferPosition}
        self._reasons: list[Button] = []
        self._note = NoteField(theme, NOTE_MAX)
        self._back_again = Button(theme, Look.QUIET, "and_back", 56)
        self._send = Button(theme, Look.SEND, "send_transfer", 56)
        self._headings = [Words(theme, "small", colour="ink_soft", weight=Weight.DemiBold) for _ in range(3)]
        self._target_grid = QGridLayout()
        self._reason_grid = QGridLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(8)
        for kind in self._kinds.values():
            kinds.addWidget(kind)
        where = QVBoxLayout()
        where.setSpacing(10)
        where.addWidget(self._headings[2])
        where.addLayout(kinds)
        where.addWidget(self._target_area(), 1)
        how = QVBoxLayout()
        how.setSpacing(8)
        how.addWidget(self._headings[0])
        for button in self._positions.values():
            how.addWidget(button)
        how.addSpacing(6)
        how.addWidget(self._headings[1])
        self._reason_grid.setSpacing(6)
        how.addLayout(self._reason_grid)
        how.addSpacing(6)
        how.addWidget(self._note)
        how.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(28)
        both.addLayout(where, 1)
        both.addLayout(how, 1)
        self.body.addLayout(both)
        self._back_again.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.foot.addWidget(self._back_again)
        self.foot.addWidget(self._send, 2)

    def _target_area(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self._target_grid.setSpacing(8)
        column.addLayout(self._target_grid)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inside)
        area.setMinimumHeight(TARGETS_PX)
        plain_scrolling(area)
        area.verticalScrollBar().rangeChanged.connect(self._bring_chosen)
        self._area = area
        return area

    def _connect(self) -> None:
        for kind, button in self._kinds.items():
            button.clicked.connect(lambda _=False, kind=kind: self.wished.emit(PickTargetKind(kind)))
        for position, button in self._positions.items():
            button.clicked.connect(lambda _=False, one=position: self.wished.emit(PickPosition(one)))
        self._back_again.clicked.connect(lambda: self.wished.emit(ToggleBack()))
        self._note.written.connect(lambda text: self.wished.emit(WriteNote(text)))
        self._note.sent.connect(lambda: self.wished.emit(SendTransfer()))
        self._send.clicked.connect(lambda: self.wished.emit(SendTransfer()))

    def show_view(self, view: TransferView | None) -> None:
        """Show the sheet, or hide when it is not open."""
        self._view = view
        if view is None:
            self.hide()
            return
        for kind, button in self._kinds.items():
            button.show_button(say(TARGETS[kind]), chosen=kind is view.target_kind)
        self._show_targets(view)
        for (position, button), key in zip(self._positions.items(), POSITION_KEYS, strict=True):
            button.show_button(say(POSITIONS[position]), key.name, chosen=position is view.position)
        back = self.tr("Return to me afterwards")
        marked = f"\u2713  {back}" if view.and_back else back
        self._back_again.show_button(marked, BACK_KEY.name, chosen=view.and_back)
        self._show_reasons(view)
        self._note.show_text(view.note, self.tr("Note for the next agent (Tab)"))
        for heading, text in zip(self._headings, self._heading_texts(view), strict=True):
            heading.set_text(text)
        self._send.show_button(self._send_text(view), "Enter", enabled=view.ready)
        ticket = isolated(self._language.number(view.ticket or say(WALK_UP_NAME)))
        self.show_frame(self.tr("Transfer {ticket}").format(ticket=ticket), view.service, view.notice)

    def _send_text(self, view: TransferView) -> str:
        """Return what the main button does, or what must be chosen before it can be pressed."""
        if view.ready or view.busy:
            return say(ACTIONS[Action.TRANSFER])
        if not any(target.chosen for target in view.targets):
            return self.tr("To transfer, choose where to first")
        return self.tr("To transfer, choose a reason first")

    def _heading_texts(self, view: TransferView) -> tuple[str, str, str]:
        reason = self.tr("Reason (required)") if view.reason_needed else self.tr("Reason")
        where = self.tr("Transfer to")
        return self.tr("Place in the queue"), f"{reason}   {REASON_KEY.name}", f"{where}   {KIND_KEYS}"

    def _show_targets(self, view: TransferView) -> None:
        while len(self._targets) < len(view.targets):
            self._add_target()
        for at, button in enumerate(self._targets):
            button.setVisible(at < len(view.targets))
            if at < len(view.targets):
                target = view.targets[at]
                key = self._language.number(at + 1) if at < 9 else ""
                button.show_button(self._target_name(target.name, target.number), key, chosen=target.chosen)

        chosen = next((target.code for target in view.targets if target.chosen), "")
        if chosen != self._sought:  # not at each repaint: whoever scrolls by hand looks elsewhere
            self._sought = chosen
            self._bring_chosen()

    def _bring_chosen(self) -> None:
        """Scroll to the chosen target: the arrow keys come to it also where it lies below what is seen."""
        codes = [target.code for target in self._view.targets] if self._view is not None else []
        if self._sought in codes:
            self._area.ensureWidgetVisible(self._targets[codes.index(self._sought)])

    def _target_name(self, name: str, number: int | None) -> str:
        if number is None:
            return name
        counter = self._language.number(self.tr("Counter {n}").format(n=number))
        # A counter's own name often is no more than its number again.
        return f"{counter}   ·   {name}" if name and str(number) not in name else counter

    def _add_target(self) -> None:
        at = len(self._targets)
        button = Button(self._theme, Look.QUIET, f"target_{at + 1}", 44)
        button.clicked.connect(lambda: self._pick_target(at))
        # As wide as there is room for, however long its name: what scrolls would grow beyond what is seen of it.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._target_grid.addWidget(button, at, 0)
        self._targets.append(button)

    def _pick_target(self, at: int) -> None:
        if self._view is not None and at < len(self._view.targets):
            self.wished.emit(PickTarget(self._view.targets[at].code))

    def _show_reasons(self, view: TransferView) -> None:
        while len(self._reasons) < len(view.reasons):
            self._add_reason()
        for at, button in enumerate(self._reasons):
            button.setVisible(at < len(view.reasons))
            if at < len(view.reasons):
                reason = view.reasons[at]
                button.show_button(word(reason), chosen=reason == view.reason)

    def _add_reason(self) -> None:
        at = len(self._reasons)
        button = Button(self._theme, Look.QUIET, f"reason_{at + 1}", 38)
        button.clicked.connect(lambda: self._pick_reason(at))
        self._reason_grid.addWidget(button, at // 2, at % 2)
        self._reasons.append(button)

    def _pick_reason(self, at: int) -> None:
        if self._view is not None and at < len(self._view.reasons):
            reason = self._view.reasons[at]
            self.wished.emit(PickReason(None if reason == self._view.reason else reason))
