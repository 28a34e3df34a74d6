"""The tiles of services or of their categories, each with who waits and how long it may take."""

from __future__ import annotations

from contracts.hall_view import ServiceView
from kiosk.conditions import Conditions, queue_of
from kiosk.presenters.views import ServicesView, ServiceTile
from kiosk.session import Session
from kiosk.waits import minutes_told


def derive_services(session: Session, conditions: Conditions) -> ServicesView:
    """Return the tiles of the chosen category, or of all services where none is chosen."""
    services = conditions.hall.services if conditions.hall is not None else ()
    shown = [service for service in services if session.category in {None, service.category or ""}]
    return ServicesView(tuple(_tile(service, conditions) for service in shown), False, session.priority)


def derive_categories(session: Session, conditions: Conditions) -> ServicesView:
    """Return one tile for each category, in the order in which the hall names its services."""
    services = conditions.hall.services if conditions.hall is not None else ()
    tiles: dict[str, ServiceTile] = {}
    for service in services:
        key = service.category or ""
        queue = queue_of(conditions, service.code)
        before = tiles.get(key, ServiceTile(key, service.category_names, waiting=None, enabled=False))
        waiting = before.waiting if queue is None else (before.waiting or 0) + queue.waiting
        tiles[key] = ServiceTile(key, before.names, waiting=waiting, enabled=before.enabled or service.open)
    return ServicesView(tuple(tiles.values()), True, session.priority)


def _tile(service: ServiceView, conditions: Conditions) -> ServiceTile:
    queue = queue_of(conditions, service.code)
    return ServiceTile(
        key=service.code,
        names=service.names,
        prefix=service.prefix,
        waiting=None if queue is None else queue.waiting,
        wait_min=None if queue is None or queue.forecast is None else minutes_told(queue.forecast),
        enabled=service.open,
    )
