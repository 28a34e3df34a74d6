"""The first screen: hall, languages, notices."""

from __future__ import annotations

from contracts.settings.hall_view import PREMIUM_ZONE, HallView, zone_of
from contracts.words.site_kinds import PREMIUM_HALL
from kiosk.screens.view_data.visitor import WelcomeView
from kiosk.visitor.service_label import PREMIUM


def derive_welcome(hall: HallView, available: tuple[str, ...], own_zone: str | None = None) -> WelcomeView:
    """Return the welcome screen, that of its zone where the kiosk stands in one.

    A language needs the hall's consent and a catalogue of this program. A hall that asks for languages without any
    catalogue gets all there are rather than a screen without a button.
    """
    languages = tuple(tag for tag in hall.languages if tag in available)
    zone = zone_of(hall, own_zone)
    premium = hall.site_kind == PREMIUM_HALL or (zone is not None and zone.kind == PREMIUM_ZONE)
    return WelcomeView(
        hall.names,
        languages or available,
        hall.notices,
        zone_names=zone.names if zone is not None else PREMIUM if premium else {},
        for_whom=zone.for_whom if zone is not None else {},
        premium=premium,
    )
