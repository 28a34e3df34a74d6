"""Make the record of an enquiry that the centre receives: a pure function of the enquiry."""

from __future__ import annotations

from contracts.enquiries.record import EnquiryRecord
from hall.enquiries.model.enquiry import Enquiry
from hall.kernel.request_settings import names_of
from hall.kernel.settings import HallSettings


def enquiry_record(enquiry: Enquiry, settings: HallSettings) -> EnquiryRecord:
    """Return the record of the enquiry at the revision `enquiry.told`."""
    return EnquiryRecord(
        hall=settings.hall,
        number=enquiry.number,
        service_day=enquiry.service_day,
        rev=enquiry.told,
        topic=enquiry.topic,
        topic_names=names_of(settings.choices.topics, enquiry.topic),
        channel=enquiry.channel,
        state=enquiry.state,
        left_open=enquiry.question is not None,
        received_at=enquiry.received,
        answered_at=enquiry.answered,
        confirmed_at=enquiry.confirmed,
    )
