"""The first screen: hall, languages, notices."""

from __future__ import annotations

from contracts.hall_view import HallView
from kiosk.presenters.views import WelcomeView


def derive_welcome(hall: HallView, available: tuple[str, ...]) -> WelcomeView:
    """Return the welcome screen; a language needs the hall's consent and a catalogue of this program.

    A hall that asks for languages without any catalogue gets all there are rather than a screen without a button.
    """
    languages = tuple(tag for tag in hall.languages if tag in available)
    return WelcomeView(hall.names, languages or available, hall.notices)
