"""What of the hall a piece of work reaches beside visits and sessions: one store for each part, made when asked for."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Connection

from hall.appointments.store.appointment_store import SqlAppointments
from hall.appointments.store.official_rows import SqlOfficialRows
from hall.centre.outbox_rows import SqlCentreOutbox
from hall.complaints.store.complaint_store import SqlComplaints
from hall.contact.store.message_store import SqlMessages
from hall.contact.store.phone_store import SqlPhones
from hall.day.store.closed_days import SqlClosedDays
from hall.day.store.opening_store import SqlOpenings
from hall.day.store.past_days import SqlPastDays
from hall.devices.store.kiosk_use_store import SqlKioskUse
from hall.devices.store.print_stores import SqlPapers, SqlPrints
from hall.enquiries.store.enquiry_rows import SqlEnquiryRows
from hall.enquiries.store.enquiry_store import SqlEnquiries
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.offline.store import SqlBlocks
from hall.people.store.account_store import SqlAccounts
from hall.people.store.identity_store import SqlIdentities
from hall.people.store.staff_store import SqlStaff
from hall.people.store.wrong_pin_store import SqlPinTries
from hall.queue.store.correction_store import SqlCorrections
from hall.queue.store.day_stores import SqlDays
from hall.queue.store.outlier_rows import SqlOutliers
from hall.queue.store.return_store import SqlReturns
from hall.queue.store.stage_rows import SqlStageRows
from hall.reporting.store.act_store import SqlActs
from hall.reporting.store.alert_store import SqlAlerts
from hall.reporting.store.delivery_store import SqlDeliveries
from hall.reporting.store.story_rows import SqlStories
from hall.requests.store.request_rows import SqlRequestRows
from hall.requests.store.request_store import SqlRequests
from hall.settings.store.history import SqlSettingsRecords
from hall.settings.store.settings_store import read_settings
from hall.surveys.store.survey_store import SqlSurveys
from hall.waits.store.advice_store import SqlAdvice
from hall.waits.store.plan_rows import SqlPlanDays
from hall.waits.store.wait_store import SqlWaits


class SqlStores:
    """The stores over one connection, at one instant and by one set of settings."""

    def __init__(self, connection: Connection, now: Moment, settings: HallSettings) -> None:
        self._connection = connection
        self._now = now
        self._settings = settings
        self._days = SqlDays(connection)

    @property
    def blocks(self) -> SqlBlocks:
        """The numbers kept for kiosks."""
        return SqlBlocks(self._connection)

    @property
    def days(self) -> SqlDays:
        """The service days."""
        return self._days

    @property
    def prints(self) -> SqlPrints:
        """The attempts to print."""
        return SqlPrints(self._connection)

    @property
    def papers(self) -> SqlPapers:
        """The roll in each printer."""
        return SqlPapers(self._connection)

    @property
    def waits(self) -> SqlWaits:
        """The hall's past as the estimate reads it, and the waits told."""
        return SqlWaits(self._connection)

    @property
    def phones(self) -> SqlPhones:
        """Numbers for messages."""
        return SqlPhones(self._connection)

    @property
    def past_days(self) -> SqlPastDays:
        """Service days that are over."""
        return SqlPastDays(self._connection)

    @property
    def openings(self) -> SqlOpenings:
        """The checks before the hall opens."""
        return SqlOpenings(self._connection)

    @property
    def deliveries(self) -> SqlDeliveries:
        """The deliveries of the scheduled reports."""
        return SqlDeliveries(self._connection)

    @property
    def figures(self) -> SqlStageRows:
        """The stages of service days, as figures need them."""
        return SqlStageRows(self._connection, self._settings.time_zone)

    @property
    def request_rows(self) -> SqlRequestRows:
        """Requests as figures need them."""
        return SqlRequestRows(self._connection, self._settings.time_zone)

    @property
    def enquiry_rows(self) -> SqlEnquiryRows:
        """Enquiries as figures need them."""
        return SqlEnquiryRows(self._connection)

    @property
    def official_rows(self) -> SqlOfficialRows:
        """Appointments with officials as figures need them."""
        return SqlOfficialRows(self._connection)

    @property
    def acts(self) -> SqlActs:
        """Moves out of order, and what agents called."""
        return SqlActs(self._connection)

    @property
    def plan_days(self) -> SqlPlanDays:
        """Past days as a staffing plan needs them."""
        return SqlPlanDays(self._connection)

    @property
    def corrections(self) -> SqlCorrections:
        """The corrections of visits that are over."""
        return SqlCorrections(self._connection)

    @property
    def closed_days(self) -> SqlClosedDays:
        """How each day stood when it was closed."""
        return SqlClosedDays(self._connection, self.figures)

    @property
    def outliers(self) -> SqlOutliers:
        """Stages whose serving time can hardly be right."""
        return SqlOutliers(self._connection)

    @property
    def advice(self) -> SqlAdvice:
        """The advice that was shown, and its outcome."""
        return SqlAdvice(self._connection)

    @property
    def stories(self) -> SqlStories:
        """What happened to one visit."""
        return SqlStories(self._connection)

    @property
    def alerts(self) -> SqlAlerts:
        """The alerts that somebody has seen."""
        return SqlAlerts(self._connection)

    @property
    def appointments(self) -> SqlAppointments:
        """Booked visits."""
        return SqlAppointments(self._connection)

    @property
    def enquiries(self) -> SqlEnquiries:
        """What was asked."""
        return SqlEnquiries(self._connection)

    @property
    def messages(self) -> SqlMessages:
        """The messages to telephones."""
        return SqlMessages(self._connection)

    @property
    def requests(self) -> SqlRequests:
        """What visits, the platform and letters have registered."""
        return SqlRequests(self._connection)

    @property
    def complaints(self) -> SqlComplaints:
        """The complaints and suggestions."""
        return SqlComplaints(self._connection)

    @property
    def kiosk_use(self) -> SqlKioskUse:
        """The counters of how kiosks were used."""
        return SqlKioskUse(self._connection)

    @property
    def surveys(self) -> SqlSurveys:
        """The answers after visits."""
        return SqlSurveys(self._connection)

    @property
    def returns(self) -> SqlReturns:
        """The codes with which visitors come back."""
        return SqlReturns(self._connection)

    @property
    def settings_records(self) -> SqlSettingsRecords:
        """The set-up and its earlier versions."""
        return SqlSettingsRecords(self._connection, partial(read_settings, self._connection))

    @property
    def outbox(self) -> SqlCentreOutbox:
        """What leaves for the centre."""
        return SqlCentreOutbox(self._connection, self._now.at)

    @property
    def identities(self) -> SqlIdentities:
        """Tokens, PINs, devices and pairing codes."""
        return SqlIdentities(self._connection, self._now.at)

    @property
    def accounts(self) -> SqlAccounts:
        """The accounts of the hall's people."""
        return SqlAccounts(self._connection, self._now.at)

    @property
    def staff(self) -> SqlStaff:
        """Staff tokens and browser sessions."""
        return SqlStaff(self._connection, self._now.at)

    @property
    def pin_tries(self) -> SqlPinTries:
        """Wrong PINs."""
        return SqlPinTries(self._connection, self._now.at)
