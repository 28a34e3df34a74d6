"""What this kiosk offers: services of the zone shown, categories where they are many, and what a choice asks; pure."""

from __future__ import annotations

from contracts.settings.hall_view import ServiceView
from contracts.settings.kiosks import ZoneView
from kiosk.state.conditions import Conditions, queue_of, service_of
from kiosk.visitor.session import Session, Step

CATEGORIES_FROM = 10
"""Up to nine tiles fit on one screen; from ten on the categories come first."""

BOOKING = "booking:"
"""The key of the tile for visitors with an appointment."""
ZONE = "zone:"
"""Keys of tiles that lead to a zone begin so."""


def shown_zone(session: Session, conditions: Conditions) -> str | None:
    """Return the zone whose services are shown: the chosen one, or the one that the kiosk itself stands in."""
    return session.zone or conditions.own_zone


def services_in(conditions: Conditions, zone: str | None) -> tuple[ServiceView, ...]:
    """Return the services of one zone, or those of the main screen."""
    hall = conditions.hall
    return () if hall is None else tuple(service for service in hall.services if service.zone == zone)


def zones_offered(session: Session, conditions: Conditions) -> tuple[ZoneView, ...]:
    """Return the zones that have a tile here: on the main screen alone, and only where the hall has any."""
    hall = conditions.hall
    if hall is None or shown_zone(session, conditions) is not None or session.category is not None:
        return ()
    return hall.zones


def takes_bookings(session: Session, conditions: Conditions) -> bool:
    """Return whether there is a tile for appointments here: on the first screen of a kiosk whose hall answers."""
    hall = conditions.hall
    offered = hall is not None and hall.kiosk.appointments and conditions.online is not False
    return offered and session.zone is None and session.category is None


def by_category(session: Session, conditions: Conditions) -> bool:
    """Return whether the kiosk asks for a category first: there are many tiles, of more than one category."""
    zone = shown_zone(session, conditions)
    services = services_in(conditions, zone)
    zones = conditions.hall.zones if conditions.hall is not None and zone is None else ()
    if len(services) + len(zones) + takes_bookings(session, conditions) < CATEGORIES_FROM:
        return False
    return len({service.category for service in services}) > 1


def asks_of(conditions: Conditions, code: str) -> tuple[Step, ...]:
    """Return what is asked between the choice of this service and its ticket, in order."""
    service = service_of(conditions, code)
    if service is None:
        return ()
    asks = {
        Step.INFORMATION: service.information is not None,
        Step.VISITOR_KIND: service.asks_visitor_kind,
        Step.LONG_WAIT: waits_long(conditions, code),
    }
    return tuple(step for step, asked in asks.items() if asked)


def quota_reached(conditions: Conditions, code: str) -> bool:
    """Return whether the hall gives no more tickets of this service today."""
    queue = queue_of(conditions, code)
    return queue is not None and queue.quota_left == 0


def waits_long(conditions: Conditions, code: str) -> bool:
    """Return whether the likely wait is past what the hall set; never where nothing honest is known of it."""
    queue = queue_of(conditions, code)
    limit_s = conditions.hall.kiosk.long_wait_s if conditions.hall is not None else 0
    forecast = queue.forecast if queue is not None else None
    return limit_s > 0 and forecast is not None and forecast.likely_s > limit_s
