"""Proof for mypy that the work of this hall has all that the routes of each capability ask for; nothing runs here.

`Call` hands the work on without a type, since it knows no capability.
"""

from __future__ import annotations

from hall.adapters.sql_work import SqlWork
from hall.service.appointments_work import AppointmentsWork
from hall.service.complaints_work import ComplaintsWork
from hall.service.contact_work import ContactWork
from hall.service.enquiries_work import EnquiriesWork
from hall.service.offline_work import OfflineWork
from hall.service.partners import PartnerWork
from hall.service.reporting_work import ReportingWork
from hall.service.requests_work import RequestsWork
from hall.service.surveys_work import SurveysWork
from hall.service.waits_work import WaitsWork


def work_of_routes(
    work: SqlWork,
) -> tuple[
    AppointmentsWork,
    ComplaintsWork,
    ContactWork,
    EnquiriesWork,
    OfflineWork,
    PartnerWork,
    ReportingWork,
    RequestsWork,
    SurveysWork,
    WaitsWork,
]:
    """Return one command's work as each capability sees it; these include all that stand below them."""
    return work, work, work, work, work, work, work, work, work, work
