"""Everything that use cases may need from the world, as one Protocol."""

from __future__ import annotations

from typing import Protocol

from hall.application.alert_ports import HasAlerts
from hall.application.appointment_ports import HasAppointments
from hall.application.block_ports import HasBlocks
from hall.application.complaint_ports import HasComplaints
from hall.application.correction_ports import HasClosedDays, HasCorrections
from hall.application.day_ports import HasDays, HasPastDays
from hall.application.enquiry_ports import HasEnquiries
from hall.application.fact_ports import RecordsFacts
from hall.application.message_ports import HasMessages
from hall.application.number_ports import HasNumbers
from hall.application.opening_ports import HasOpenings
from hall.application.outbox_ports import HasOutbox
from hall.application.phone_ports import HasPhones
from hall.application.pin_lock import HasPinTries
from hall.application.print_ports import HasPapers, HasPrints
from hall.application.request_ports import HasRequests
from hall.application.return_ports import HasReturns
from hall.application.session_ports import HasSessions
from hall.application.settings_ports import ChangesSettings
from hall.application.survey_ports import HasSurveys
from hall.application.visit_ports import HasVisits
from hall.application.wait_ports import HasWaits


class Work(
    ChangesSettings,
    HasAlerts,
    HasAppointments,
    HasBlocks,
    HasClosedDays,
    HasComplaints,
    HasCorrections,
    HasDays,
    HasEnquiries,
    HasMessages,
    HasNumbers,
    HasOpenings,
    HasOutbox,
    HasPapers,
    HasPastDays,
    HasPhones,
    HasPinTries,
    HasPrints,
    HasRequests,
    HasReturns,
    HasSessions,
    HasSurveys,
    HasVisits,
    HasWaits,
    RecordsFacts,
    Protocol,
):
    """One command's view of the hall: everything in it is committed together or not at all."""
