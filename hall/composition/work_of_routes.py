"""Proof for mypy that the work of this hall has all that the routes of each capability ask for; nothing runs here.

`Call` hands the work on without a type, since it knows no capability.
"""

from __future__ import annotations

from hall.administration.work import AdministrationWork
from hall.appointments.work import AppointmentsWork
from hall.closures.work import ClosuresWork
from hall.complaints.work import ComplaintsWork
from hall.composition.partners import PartnerWork
from hall.composition.sql_work import SqlWork
from hall.contact.work import ContactWork
from hall.enquiries.work import EnquiriesWork
from hall.offline.work import OfflineWork
from hall.reporting.work import ReportingWork
from hall.requests.work import RequestsWork
from hall.surveys.work import SurveysWork
from hall.waits.work import WaitsWork


def work_of_routes(
    work: SqlWork,
) -> tuple[
    AdministrationWork,
    AppointmentsWork,
    ClosuresWork,
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
    return work, work, work, work, work, work, work, work, work, work, work, work
