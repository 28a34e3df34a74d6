"""Stores that every capability may ask for: facts, settings, the outbox to the centre."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from contracts.centre.outbox_entry import VisitRecord
from contracts.complaints.record import ComplaintRecord
from contracts.enquiries.record import EnquiryRecord
from contracts.requests.record import RequestRecord
from contracts.surveys.record import SurveyRecord
from hall.kernel.arrangement import Arrangement
from hall.kernel.facts import Fact
from hall.kernel.settings import HallSettings


class RecordsFacts(Protocol):
    """Records facts beside those of visits and sessions."""

    def record(self, fact: Fact) -> None:
        """Record a fact that belongs to no visit and no session (those record their own when stored)."""
        ...


class HasSettings(Protocol):
    """Gives the hall's settings."""

    @property
    def settings(self) -> HallSettings:
        """The hall's settings with the day's arrangements, the same for the whole command unless it calls `arrange`."""
        ...


class ChangesSettings(Protocol):
    """Changes the hall's settings: `settings` holds by the new ones from then on."""

    def arrange(self, arrangements: tuple[Arrangement, ...], by: str) -> None:
        """Keep these as the arrangements in force: `settings` holds by them from now on. `by` stands in the fact."""
        ...

    def change_settings(self, changes: Mapping[str, object], by: str) -> None:
        """Give these settings (by their names in HallSettings) other values: `settings` holds by them from now on."""
        ...


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
