"""The steps between the choice of a service and its ticket: the page, who the visitor is, the long wait."""

from __future__ import annotations

from contracts.settings.kiosks import InformationView
from contracts.words.hall import VisitorKind
from kiosk.screens.view_data.visitor import AnotherView, InformationPage, KindsView, LongWaitView, Texts
from kiosk.state.conditions import Conditions, queue_of, service_of
from kiosk.visitor.session import Session
from kiosk.visitor.wait_minutes import minutes_told

_NOTHING = InformationView((), {}, {}, "")


def derive_information(session: Session, conditions: Conditions) -> InformationPage:
    """Return the page before the ticket of the chosen service."""
    service = service_of(conditions, session.service)
    told = (service.information if service is not None else None) or _NOTHING
    return InformationPage(
        _names(session, conditions), told.documents, told.advice, told.online, told.online_url, session.priority
    )


def derive_kinds(session: Session, conditions: Conditions) -> KindsView:
    """Return the visitor kinds that the chosen service serves."""
    service = service_of(conditions, session.service)
    kinds = service.visitor_kinds if service is not None else ()
    return KindsView(_names(session, conditions), kinds or tuple(VisitorKind), session.priority)


def derive_long_wait(session: Session, conditions: Conditions) -> LongWaitView:
    """Return the question whether a ticket is still wanted; its wait is the newest one."""
    queue = queue_of(conditions, session.service or "")
    wait = None if queue is None or queue.forecast is None else minutes_told(queue.forecast)
    return LongWaitView(_names(session, conditions), wait, session.priority)


def derive_another(session: Session, conditions: Conditions) -> AnotherView:
    """Return the question whether one more ticket of the same service is wanted."""
    return AnotherView(_names(session, conditions))


def _names(session: Session, conditions: Conditions) -> Texts:
    service = service_of(conditions, session.service)
    return service.names if service is not None else {}
