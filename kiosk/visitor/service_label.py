"""Under which name a ticket's service stands on screen and paper: its own, or none that tells of a premium visitor."""

from __future__ import annotations

from contracts.settings.hall_view import HallView, is_premium, zone_of

PREMIUM = {"ar": "الخدمة المميزة", "en": "Premium service"}
"""The words on tickets of a premium hall; a premium zone has its names in the settings."""


def served_as(hall: HallView, code: str) -> dict[str, str]:
    """Return the names to show for the service; a code that has left the set-up keeps a name.

    What an investor came for is nobody's business: his paper may lie about.
    """
    service = next((one for one in hall.services if one.code == code), None)
    if not is_premium(hall, code):
        return service.names if service is not None else {"en": code}
    zone = zone_of(hall, service.zone if service is not None else None)
    return zone.names if zone is not None else PREMIUM
