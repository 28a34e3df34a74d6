"""All sheets over the counter's window: the questions over its body, the larger ones over all of it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from counter_client.dialogs.complaint.view import ComplaintTakenDialog
from counter_client.dialogs.enquiries.text_view import EnquiryTextDialog
from counter_client.dialogs.enquiries.view import EnquiriesDialog
from counter_client.dialogs.follow_up.view import FollowUpDialog
from counter_client.dialogs.missing_documents.view import MissingDialog
from counter_client.dialogs.pin.view import PinDialog
from counter_client.dialogs.question.view import ChoiceSheetView
from counter_client.dialogs.registered.view import RegisteredDialog
from counter_client.dialogs.request.view import RequestDialog
from counter_client.dialogs.return_code.view import ReturnCodeDialog
from counter_client.dialogs.search.view import SearchDialog
from counter_client.dialogs.transfer.view import TransferDialog
from counter_client.widgets.sheet_frame import SheetFrame
from counter_client.window.presenter import WindowView
from qtkit.language.language import Language
from qtkit.look.theme import Theme


class Sheets:
    """Shows the open sheet of a WindowView and hides the others."""

    def __init__(self, theme: Theme, language: Language, *, over_body: QWidget, over_all: QWidget) -> None:
        self._choices = ChoiceSheetView(theme, language, over_body)
        # The larger ones need the band's room too.
        self._transfer = TransferDialog(theme, language, over_all)
        self._missing = MissingDialog(theme, language, over_all)
        self._return_code = ReturnCodeDialog(theme, language, over_all)
        self._search = SearchDialog(theme, language, over_all)
        self._enquiries = EnquiriesDialog(theme, language, over_all)
        self._enquiry_text = EnquiryTextDialog(theme, language, over_all)
        self._complaint = ComplaintTakenDialog(theme, language, over_all)
        self._request = RequestDialog(theme, language, over_all)
        self._follow_up = FollowUpDialog(theme, language, over_all)
        self._registered = RegisteredDialog(theme, language, over_all)
        self._pin = PinDialog(theme, language, over_all)
        self._large: tuple[SheetFrame, ...] = (
            self._transfer,
            self._missing,
            self._return_code,
            self._search,
            self._enquiries,
            self._enquiry_text,
            self._complaint,
            self._request,
            self._follow_up,
            self._registered,
            self._pin,
        )
        self._choices.setGeometry(over_body.rect())
        self.cover(over_all.rect())

    @property
    def parts(self) -> tuple[SheetFrame, ...]:
        """Return every sheet."""
        return (self._choices, *self._large)

    def open_one(self) -> SheetFrame | None:
        """Return the sheet that is open."""
        return next((part for part in self.parts if part.isVisible()), None)

    def cover(self, room: QRect) -> None:
        """Keep the larger sheets over the whole window."""
        for sheet in self._large:
            sheet.setGeometry(room)

    def show_view(self, view: WindowView) -> None:
        """Show the sheet that is open; none lies over the sign-in."""
        open_ones = view.sign_in is None
        self._choices.show_view(view.choices if open_ones else None)
        self._transfer.show_view(view.transfer if open_ones else None)
        self._missing.show_view(view.missing if open_ones else None)
        self._return_code.show_view(view.return_code if open_ones else None)
        self._search.show_view(view.search if open_ones else None)
        self._enquiries.show_view(view.enquiries if open_ones else None)
        self._enquiry_text.show_view(view.enquiry_text if open_ones else None)
        self._complaint.show_view(view.complaint_taken if open_ones else None)
        self._request.show_view(view.request_details if open_ones else None)
        self._follow_up.show_view(view.follow_up if open_ones else None)
        self._registered.show_view(view.registered if open_ones else None)
        self._pin.show_view(view.pin if open_ones else None)
