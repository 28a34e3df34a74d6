"""What leaves a hall for people, put together: messages to telephones, and reports."""

from __future__ import annotations

from hall.calendar.service_day import local
from hall.composition.store import HallStore
from hall.config import HallConfig
from hall.contact.model.message_ports import MessageGateway
from hall.contact.store.message_file import FileGateway
from hall.contact.store.message_gateway import HttpGateway
from hall.contact.workers import MessageSender
from hall.platform.security.phone_seal import PhoneSeal
from hall.platform.store_ports import Clock
from hall.platform.web.fresh_ids import uuid7
from hall.reporting.model.report_ports import Carrier
from hall.reporting.store.report_carriers import FolderCarrier, MailCarrier
from hall.reporting.workers.report_sender import ReportSender
from hall.settings.model.report_plan import DeliveryMethod, ReportPlan


def message_sender(config: HallConfig, store: HallStore, clock: Clock, phones: PhoneSeal) -> MessageSender:
    """Return the desk that tells visitors: over the gateway that is set, else into a file of the data folder."""
    gateway = _gateway(config, store, clock)
    return MessageSender(store.reads.read, store.commands.run, phones, gateway, lambda: uuid7(clock.now().at))


def _gateway(config: HallConfig, store: HallStore, clock: Clock) -> MessageGateway:
    if not config.messages:
        return FileGateway(config.data, lambda: local(clock.now(), store.settings()).date(), lambda: clock.now().at)
    return HttpGateway(config.messages, config.token_of_messages())


def report_sender(plan: ReportPlan, store: HallStore) -> ReportSender:
    """Return the sender of a plan, not started, with the carriers that the plan needs."""
    carriers: dict[DeliveryMethod, Carrier] = {}
    if plan.reports:
        carriers[DeliveryMethod.FOLDER] = FolderCarrier()
        if plan.mail is not None:
            carriers[DeliveryMethod.MAIL] = MailCarrier(plan.mail)
    return ReportSender(plan, reads=store.reads, do=store.commands.run, settings=store.settings, carriers=carriers)
