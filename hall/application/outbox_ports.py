"""How the use cases tell the centre."""

from __future__ import annotations

from typing import Protocol

from contracts.complaint_record import ComplaintRecord
from contracts.enquiry_record import EnquiryRecord
from contracts.outbox_entry import VisitRecord
from contracts.request_record import RequestRecord
from contracts.survey_record import SurveyRecord


class CentreOutbox(Protocol):
    """What leaves for the centre, stored in the transaction of what it tells."""

    def tell_visit(self, record: VisitRecord) -> None:
        """Append the record of an ended visit (or its next revision)."""
        ...

    def tell_request(self, record: RequestRecord) -> None:
        """Append the record of a request (or its next revision)."""
        ...

    def tell_enquiry(self, record: EnquiryRecord) -> None:
        """Append the record of an enquiry (or its next revision)."""
        ...

    def tell_complaint(self, record: ComplaintRecord) -> None:
        """Append the record of a complaint or suggestion (or its next revision)."""
        ...

    def tell_survey(self, record: SurveyRecord) -> None:
        """Append a visitor's answer (or its next revision)."""
        ...


class HasOutbox(Protocol):
    """Gives what leaves for the centre."""

    @property
    def outbox(self) -> CentreOutbox:
        """What leaves for the centre."""
        ...
