"""What a hall's settings say to its kiosks: zones, pages before a ticket, and what they ask."""

from __future__ import annotations

from contracts.settings.kiosks import InformationView, KioskRules, ZoneView
from hall.kernel.settings import HallSettings, Service


def zone_views(settings: HallSettings) -> tuple[ZoneView, ...]:
    """Return the zones, in the order of their tiles."""
    return tuple(ZoneView(z.code, dict(z.names), z.kind.value, dict(z.for_whom)) for z in settings.zones)


def information_view(service: Service) -> InformationView | None:
    """Return the page before a ticket of the service, or None where the hall wrote nothing."""
    told = service.information
    if not (told.documents or told.advice or told.online_url):
        return None
    documents = tuple(dict(document) for document in told.documents)
    return InformationView(documents, dict(told.advice), dict(told.online), told.online_url)


def kiosk_rules(settings: HallSettings) -> KioskRules:
    """Return what every kiosk of the hall asks, and what it prints on each ticket."""
    return KioskRules(
        settings.kiosk.long_wait_s,
        settings.kiosk.phone,
        settings.appointments.offered,
        dict(settings.ticket_notice),
        settings.paused_kiosks,
    )
