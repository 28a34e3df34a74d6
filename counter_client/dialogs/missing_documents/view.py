"""The sheet that asks which documents are missing: the service's list to tick, and a line for another one."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from common.text.digits import isolated
from counter_client.dialogs.missing_documents.presenter import NAME_MAX, Document, MissingView
from counter_client.state.intents import SendMissing, ToggleMissing, WriteNote
from counter_client.texts.texts import WALK_UP_NAME, say
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.note_field import NoteField
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 760
ONE_COLUMN = 6
"""More documents than this stand in two columns."""


class MissingDialog(SheetFrame):
    """Ticked by click or digit; Enter finishes the visit with what is named."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "missing", WIDTH_PX, parent)
        self._language = language
        self._documents: tuple[Document, ...] = ()
        self._buttons: list[Button] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._heading = Words(theme, "small", colour="ink_soft", weight=Weight.DemiBold)
        self._other = NoteField(theme, NAME_MAX)
        self._other.setObjectName("other_document")
        self._send = Button(theme, Look.SEND, "send_missing", 56)
        self.body.addLayout(self._grid)
        self.body.addSpacing(6)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._other)
        self.foot.addWidget(self._send, 2)
        self._other.written.connect(lambda text: self.wished.emit(WriteNote(text)))
        self._other.sent.connect(lambda: self.wished.emit(SendMissing()))
        self._send.clicked.connect(lambda: self.wished.emit(SendMissing()))

    def show_view(self, view: MissingView | None) -> None:
        """Show the sheet, or hide when it is not open; without a list the line is written in at once."""
        if view is None:
            self.hide()
            return
        opened = not self.isVisible()
        self._show_documents(view)
        self._heading.set_text(self.tr("Another document") if view.documents else self.tr("Missing document"))
        self._other.show_text(view.other, self.tr("As printed on the visitor's paper"))
        self._send.show_button(self.tr("Finish and give the code"), "Enter", enabled=not view.busy)
        ticket = isolated(self._language.number(view.ticket or say(WALK_UP_NAME)))
        self.show_frame(self.tr("Which documents are missing?"), f"{ticket}   ·   {view.service}", view.notice)
        if opened and not view.documents:
            self._other.setFocus()

    def _show_documents(self, view: MissingView) -> None:
        self._documents = view.documents
        while len(self._buttons) < len(view.documents):
            self._add_button()
        columns = 1 if len(view.documents) <= ONE_COLUMN else 2
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // columns, at % columns)
            button.setVisible(at < len(view.documents))
            if at < len(view.documents):
                one = view.documents[at]
                # Ticked, not only coloured: colour alone says nothing to some.
                text = f"\u2713  {one.name}" if one.chosen else one.name
                button.show_button(text, self._language.number(one.key), enabled=not view.busy, chosen=one.chosen)

    def _add_button(self) -> None:
        at = len(self._buttons)
        button = Button(self._theme, Look.MOVE, f"document_{at + 1}", 50)
        button.clicked.connect(lambda: self.wished.emit(ToggleMissing(self._documents[at].code)))
        self._buttons.append(button)
