"""What reports and figures see and change."""

from __future__ import annotations

from typing import Protocol

from hall.devices.work import DevicesWork
from hall.queue.figure_sources import ChangedDays, EnquirySource, OfficialSource, RequestSource
from hall.reporting.commands.read_story import StorySource
from hall.reporting.model.alert_ports import HasAlerts, HasOpenComplaints
from hall.reporting.model.report_ports import Deliveries
from hall.reporting.queries.trust import ActSource
from hall.surveys.model.ports import HasSurveys


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
        """The deliveries of the scheduled reports."""
        ...
