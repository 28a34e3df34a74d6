"""Open enquiries and sheets that show them, for the counter client's tests."""

from __future__ import annotations

from typing import Any

from contracts.enquiries.answers import EnquiriesView, EnquiryView
from contracts.words.enquiries import Channel, EnquiryState
from counter_client.state.state import OpenEnquiries, Sheet, SheetKind
from tests.counter_client.helpers.builders import NINE, ago
from tests.helpers.replacing import replace

USUAL = EnquiryView(
    1, "land_grant", {"ar": "منح الأراضي", "en": "Land grants"}, Channel.EMAIL, EnquiryState.RECEIVED, NINE.date(),
    ago(3600), "said", 3600, "Since when?", None, None, None, None, None,
)  # fmt: skip


def asked(number: int, state: EnquiryState = EnquiryState.RECEIVED, age_s: int = 3600, **changes: Any) -> EnquiryView:
    """Return an enquiry that is open since `age_s` before nine."""
    return replace(USUAL, number=number, state=state, received_at=ago(age_s), age_s=age_s, **changes)


def view_of(*enquiries: EnquiryView, seconds_ago: int = 0) -> EnquiriesView:
    """Return the hall's answer, `enquiries` the oldest first as it tells them."""
    return EnquiriesView(ago(seconds_ago), NINE.date(), NINE.date(), enquiries, ())


def listed(*enquiries: EnquiryView, row: int | None = None, **changes: Any) -> Sheet:
    """Return the sheet that shows `enquiries`, as they stand on it."""
    return replace(Sheet(SheetKind.ENQUIRIES, enquiries=OpenEnquiries(enquiries, NINE, row)), **changes)


ANSWERED = asked(3, EnquiryState.ANSWERED, 600, answer="From Sunday on")
HANDED_ON = asked(2, EnquiryState.HANDED_ON, 1800, handed_to="Planning")
NEW = asked(1)
