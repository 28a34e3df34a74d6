"""The tiles of services or of their categories, each with who waits and how long it may take."""

from __future__ import annotations

from contracts.settings.hall_view import ServiceView
from kiosk.screens.view_data.visitor import ServicesView, ServiceTile
from kiosk.state.conditions import Conditions, gives, queue_of
from kiosk.visitor.offer import BOOKING, ZONE, quota_reached, services_in, shown_zone, takes_bookings, zones_offered
from kiosk.visitor.session import Session
from kiosk.visitor.wait_minutes import minutes_told


def derive_services(session: Session, conditions: Conditions) -> ServicesView:
    """Return the tiles of the chosen category, or of all services where none is chosen."""
    services = services_in(conditions, shown_zone(session, conditions))
    shown = [service for service in services if session.category in {None, service.category or ""}]
    tiles = (*(_tile(service, conditions) for service in shown), *_more(session, conditions))
    return ServicesView(tiles, False, session.priority)


def derive_categories(session: Session, conditions: Conditions) -> ServicesView:
    """Return one tile for each category, in the order in which the hall names its services."""
    services = services_in(conditions, shown_zone(session, conditions))
    tiles: dict[str, ServiceTile] = {}
    for service in services:
        key = service.category or ""
        queue = queue_of(conditions, service.code)
        before = tiles.get(key, ServiceTile(key, service.category_names, waiting=None, enabled=False))
        waiting = before.waiting if queue is None else (before.waiting or 0) + queue.waiting
        enabled = before.enabled or gives(conditions, service)
        tiles[key] = ServiceTile(key, before.names, waiting=waiting, enabled=enabled)
    return ServicesView((*tiles.values(), *_more(session, conditions)), True, session.priority)


def _more(session: Session, conditions: Conditions) -> tuple[ServiceTile, ...]:
    """Return the tiles that are no services: the hall's zones, and the one for appointments."""
    booking = (ServiceTile(BOOKING, {}, sign="calendar"),) if takes_bookings(session, conditions) else ()
    return (*_zones(session, conditions), *booking)


def _zones(session: Session, conditions: Conditions) -> tuple[ServiceTile, ...]:
    """Return a tile for each zone: how many wait in all of its services, and for whom it is."""
    tiles = []
    for zone in zones_offered(session, conditions):
        services = services_in(conditions, zone.code)
        queues = [queue for service in services if (queue := queue_of(conditions, service.code)) is not None]
        waiting = sum(queue.waiting for queue in queues) if queues else None
        enabled = any(gives(conditions, service) for service in services)
        key = f"{ZONE}{zone.code}"
        tiles.append(
            ServiceTile(key, zone.names, waiting=waiting, enabled=enabled, sign=zone.kind, for_whom=zone.for_whom)
        )
    return tuple(tiles)


def _tile(service: ServiceView, conditions: Conditions) -> ServiceTile:
    queue = queue_of(conditions, service.code)
    open_now = queue is None or queue.counters_open > 0 or queue.forecast is not None
    return ServiceTile(
        key=service.code,
        names=service.names,
        prefix=service.prefix,
        sign=service.pictogram,
        waiting=None if queue is None else queue.waiting,
        wait_min=None if queue is None or queue.forecast is None else minutes_told(queue.forecast),
        enabled=gives(conditions, service),
        full=quota_reached(conditions, service.code),
        staffed=open_now,
        begins_at="" if queue is None else queue.begins_at,
    )
