"""What reports and figures see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.alert_ports import HasAlerts, HasOpenComplaints
from hall.application.read_story import StorySource
from hall.application.report_ports import Deliveries
from hall.application.survey_ports import HasSurveys
from hall.application.trust_query import ActSource
from hall.service.devices_work import DevicesWork
from hall.service.figure_sources import ChangedDays, EnquirySource, OfficialSource, RequestSource


class ReportingWork(DevicesWork, HasAlerts, HasOpenComplaints, HasSurveys, Protocol):
    """What figures are made of, and the reports that leave."""

    @property
    def request_rows(self) -> RequestSource:
        """Requests as figures need them."""
        ...

    @property
    def enquiry_rows(self) -> EnquirySource:
        """Enquiries as figures need them."""
        ...

    @property
    def official_rows(self) -> OfficialSource:
        """Appointments with officials as figures need them."""
        ...

    @property
    def acts(self) -> ActSource:
        """Moves out of order, and what agents called."""
        ...

    @property
    def closed_days(self) -> ChangedDays:
        """How each day stood when it was closed, and which have changed since."""
        ...

    @property
    def stories(self) -> StorySource:
        """What happened to one visit."""
        ...

    @property
    def deliveries(self) -> Deliveries:
        """What became of the reports that leave by themselves."""
        ...
