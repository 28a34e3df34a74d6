"""What leaves a hall for people, put together: messages to telephones, and reports."""

from __future__ import annotations

from hall.adapters.message_file import FileGateway
from hall.adapters.message_gateway import HttpGateway
from hall.adapters.report_carriers import FolderCarrier, MailCarrier
from hall.adapters.store import HallStore
from hall.application.message_ports import MessageGateway
from hall.application.report_ports import Carrier
from hall.config import HallConfig
from hall.domain.report_plan import ReportPlan, Way
from hall.domain.service_day import local
from hall.service.fresh_ids import uuid7
from hall.service.message_desk import MessageDesk
from hall.service.phone_seal import PhoneSeal
from hall.service.report_sender import ReportSender
from hall.store_ports import Clock


def message_desk(config: HallConfig, store: HallStore, clock: Clock, phones: PhoneSeal) -> MessageDesk:
    """Return the desk that tells visitors: over the gateway that is set, else into a file of the data folder."""
    return MessageDesk(store.lane.run, phones, _gateway(config, store, clock), lambda: uuid7(clock.now().at))


def _gateway(config: HallConfig, store: HallStore, clock: Clock) -> MessageGateway:
    if not config.messages:
        return FileGateway(config.data, lambda: local(clock.now(), store.settings()).date(), lambda: clock.now().at)
    return HttpGateway(config.messages, config.token_of_messages())


def report_sender(plan: ReportPlan, store: HallStore) -> ReportSender:
    """Return the sender of a plan, not started; it knows the ways out that the plan needs."""
    carriers: dict[Way, Carrier] = {}
    if plan.reports:
        carriers[Way.FOLDER] = FolderCarrier()
        if plan.mail is not None:
            carriers[Way.MAIL] = MailCarrier(plan.mail)
    return ReportSender(plan, reads=store.reads, do=store.lane.run, settings=store.settings, carriers=carriers)
