"""From inputs to all that the window shows: every presenter asked once. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.dialogs.complaint.presenter import ComplaintTakenView, derive_complaint_taken
from counter_client.dialogs.enquiries.presenter import (
    EnquiriesSheet,
    EnquiryText,
    derive_enquiries,
    derive_enquiry_text,
)
from counter_client.dialogs.follow_up.presenter import FollowUpView, derive_follow_up
from counter_client.dialogs.missing_documents.presenter import MissingView, derive_missing
from counter_client.dialogs.pin.presenter import PinView, derive_pin
from counter_client.dialogs.question.presenter import ChoiceSheet, derive_choices
from counter_client.dialogs.registered.presenter import RegisteredView, derive_registered
from counter_client.dialogs.request.presenter import RequestDetailsView, derive_request_details
from counter_client.dialogs.return_code.presenter import ReturnCodeView, derive_return_code
from counter_client.dialogs.search.presenter import SearchView, derive_search
from counter_client.dialogs.transfer.presenter import TransferView, derive_transfer
from counter_client.sign_in.presenter import SignInView, derive_sign_in
from counter_client.state.state import Inputs
from counter_client.training.presenter import PracticeView, derive_practice
from counter_client.workplace.presenters.more_menu import MoreView, derive_more
from counter_client.workplace.presenters.waiting_list import ListsView, derive_lists
from counter_client.workplace.presenters.workplace import WorkplaceScreen, derive_workplace


@dataclass(frozen=True)
class WindowView:
    """What the window shows; `sign_in` or the workplace with its lists and sheets."""

    sign_in: SignInView | None
    workplace: WorkplaceScreen
    lists: ListsView
    more: MoreView
    choices: ChoiceSheet | None
    transfer: TransferView | None
    missing: MissingView | None = None
    return_code: ReturnCodeView | None = None
    search: SearchView | None = None
    practice: PracticeView | None = None
    enquiries: EnquiriesSheet | None = None
    enquiry_text: EnquiryText | None = None
    complaint_taken: ComplaintTakenView | None = None
    request_details: RequestDetailsView | None = None
    follow_up: FollowUpView | None = None
    registered: RegisteredView | None = None
    pin: PinView | None = None


def derive_window(inputs: Inputs) -> WindowView:
    """Return the window for these inputs: sign-in or the workplace, with the open sheet over it."""
    return WindowView(
        sign_in=None if inputs.signed_in else derive_sign_in(inputs),
        workplace=derive_workplace(inputs),
        lists=derive_lists(inputs),
        more=derive_more(inputs),
        choices=derive_choices(inputs),
        transfer=derive_transfer(inputs),
        missing=derive_missing(inputs),
        return_code=derive_return_code(inputs),
        search=derive_search(inputs),
        enquiries=derive_enquiries(inputs),
        enquiry_text=derive_enquiry_text(inputs),
        complaint_taken=derive_complaint_taken(inputs),
        request_details=derive_request_details(inputs),
        registered=derive_registered(inputs),
        follow_up=derive_follow_up(inputs),
        practice=derive_practice(inputs),
        pin=derive_pin(inputs),
    )
