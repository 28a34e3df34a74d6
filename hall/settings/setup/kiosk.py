"""From a set-up file's entries about kiosks to the hall's settings: zones, pages before a ticket, questions, slots."""

from __future__ import annotations

from hall.kernel.kiosk_settings import Appointments, Information, KioskSettings, Zone
from hall.settings.setup.entries import AppointmentsEntry, KioskEntry, ServiceEntry, ZoneEntry


def zones_of(entries: tuple[ZoneEntry, ...]) -> tuple[Zone, ...]:
    """Return the hall's zones, in the order in which their tiles stand."""
    return tuple(Zone(entry.code, entry.names, entry.kind, entry.for_whom) for entry in entries)


def information_of(entry: ServiceEntry) -> Information:
    """Return the page before a ticket of the service."""
    return Information(entry.documents, entry.advice, entry.online, entry.online_url)


def kiosk_of(entry: KioskEntry) -> KioskSettings:
    """Return what the hall's kiosks ask."""
    return KioskSettings(round(entry.long_wait_min * 60), entry.phone)


def appointments_of(entry: AppointmentsEntry) -> Appointments:
    """Return how visits are booked and checked in."""
    return Appointments(entry.offered, entry.early_min * 60, entry.late_min * 60, entry.slot_min * 60)
