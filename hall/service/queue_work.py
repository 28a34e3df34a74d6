"""What commands of the queue see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.alert_ports import HasAlerts
from hall.application.appointment_ports import HasAppointments
from hall.application.block_ports import HasBlocks
from hall.application.complaint_ports import HasComplaints
from hall.application.correction_ports import HasClosedDays, HasCorrections
from hall.application.corrections_query import EndedStages
from hall.application.day_ports import HasDays, HasPastDays
from hall.application.message_ports import HasMessages
from hall.application.number_ports import HasNumbers
from hall.application.phone_ports import HasPhones
from hall.application.print_ports import HasPapers, HasPrints
from hall.application.request_ports import HasRequests
from hall.application.return_ports import HasReturns
from hall.application.session_ports import HasSessions
from hall.application.survey_ports import HasSurveys
from hall.application.visit_ports import HasVisits
from hall.application.wait_ports import HasWaits
from hall.service.figure_sources import StageSource
from hall.service.people_work import PeopleWork


class QueueWork(
    PeopleWork,
    HasAlerts,
    HasAppointments,
    HasBlocks,
    HasClosedDays,
    HasComplaints,
    HasCorrections,
    HasDays,
    HasMessages,
    HasNumbers,
    HasPapers,
    HasPastDays,
    HasPhones,
    HasPrints,
    HasRequests,
    HasReturns,
    HasSessions,
    HasSurveys,
    HasVisits,
    HasWaits,
    Protocol,
):
    """Visits, their numbers, and the sessions at the counters."""

    @property
    def outliers(self) -> EndedStages:
        """Stages whose serving time can hardly be right."""
        ...

    @property
    def figures(self) -> StageSource:
        """The stages of service days, as figures need them."""
        ...
