"""From the inputs to all that the window shows: every presenter asked once."""

from __future__ import annotations

from counter_client.inputs import Inputs
from counter_client.presenters.choices import derive_choices
from counter_client.presenters.complaint_taken import derive_complaint_taken
from counter_client.presenters.enquiries import derive_enquiries, derive_enquiry_text
from counter_client.presenters.follow_up import derive_follow_up
from counter_client.presenters.missing import derive_missing
from counter_client.presenters.practice import derive_practice
from counter_client.presenters.registered import derive_registered
from counter_client.presenters.request_details import derive_request_details
from counter_client.presenters.return_code import derive_return_code
from counter_client.presenters.search import derive_search
from counter_client.presenters.sign_in import derive_sign_in
from counter_client.presenters.transfer import derive_transfer
from counter_client.presenters.waiting_list import derive_lists
from counter_client.presenters.workplace import derive_workplace
from counter_client.views.window import WindowView


def window_view(inputs: Inputs) -> WindowView:
    """Return the window for these inputs: sign-in or the workplace, with the open sheet over it."""
    return WindowView(
        sign_in=None if inputs.signed_in else derive_sign_in(inputs),
        workplace=derive_workplace(inputs),
        lists=derive_lists(inputs),
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
    )
