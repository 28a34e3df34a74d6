"""Which facts of a hall must be provable later and so leave for the centre, by the kind under which a hall stores them.

Kinds are added, never renamed. A centre shows a kind that it does not know under its own name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

GROUPS: Mapping[str, Sequence[str]] = {
    "sign_ins": ("signed_in", "signed_out", "session_moved", "pin_locked", "staff_signed_in", "staff_signed_out",
                 "session_ended", "sign_in_locked", "account_changed", "agent_access_changed",
                 "access_refused"),
    "devices": ("device_paired", "device_revoked", "device_named", "kiosks_paused", "staff_acted", "console_acted"),
    "settings": (
        "settings_changed", "arrangement_made", "arrangement_taken_back", "holiday_announced", "holiday_taken_back",
        "hijri_offset_set", "date_confirmed", "hall_closed", "hall_opened_again",
        "moon_followed", "moon_taken_back",
    ),
    "corrections": ("visit_corrected", "correction_taken_back"),
    "readings": ("request_phone_left", "request_phone_read", "enquiry_phone_read", "appointment_phone_read",
                 "story_read", "personal_data_read", "data_exported"),
}  # fmt: skip
"""Kinds by what they are about, in the order in which a page offers them."""

AUDIT_KINDS = frozenset(kind for kinds in GROUPS.values() for kind in kinds)

_OF_VISIT = ("visit", "ticket", "service")
_OF_ARRANGEMENT = ("arrangement", "arrangement_kind")
DETAILS: Mapping[str, Sequence[str]] = {
    "signed_in": ("counter", "agent"),
    "signed_out": ("counter", "agent"),
    "session_moved": ("counter", "agent", "was"),
    "pin_locked": ("counter", "agent"),
    "staff_signed_in": ("role", "how"),
    "staff_signed_out": ("role",),
    "session_ended": ("name",),
    "sign_in_locked": ("account", "tries"),
    "account_changed": ("account", "act", "role"),
    "agent_access_changed": ("agent", "act"),
    "device_paired": ("device_kind", "name"),
    "device_revoked": (),
    "device_named": ("name",),
    "kiosks_paused": ("devices", "paused"),
    "staff_acted": ("act",),
    "console_acted": ("act", "subject", "done_at"),
    "settings_changed": ("version", "keys"),
    "arrangement_made": (*_OF_ARRANGEMENT, "service", "counter", "agent", "services"),
    "arrangement_taken_back": _OF_ARRANGEMENT,
    "holiday_announced": ("first", "last", "occasion", "moved"),
    "holiday_taken_back": ("day", "moved"),
    "hijri_offset_set": ("days", "moved"),
    "date_confirmed": ("clock_day",),
    "hall_closed": ("closure", "reason", "first", "until", "from_centre", "moved"),
    "hall_opened_again": ("closure",),
    "moon_followed": ("act", "event", "begins", "from_centre", "moved"),
    "moon_taken_back": ("act", "event"),
    "visit_corrected": (*_OF_VISIT, "reason", "position", "changed"),
    "correction_taken_back": (*_OF_VISIT, "position", "changed"),
    "request_phone_left": ("number",),
    "request_phone_read": ("number",),
    "enquiry_phone_read": ("enquiry",),
    "appointment_phone_read": ("number", "service"),
    "story_read": (*_OF_VISIT, "role"),
    "personal_data_read": ("role", "what"),
    "data_exported": ("role", "what"),
    "access_refused": ("role", "code", "times"),
}
"""The fields of each kind that leave the hall, beside who did it and where. All others stay: in some, people write
freely and may name somebody."""
