"""Which facts of a hall must be provable later and so leave for the centre, by the kind under which a hall stores them.

Kinds are added, never renamed. A centre shows a kind that it does not know under its own name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

GROUPS: Mapping[str, Sequence[str]] = {
    "sign_ins": ("signed_in", "signed_out", "session_moved", "pin_locked", "staff_signed_in", "staff_signed_out"),
    "devices": ("device_paired", "device_revoked", "staff_acted", "console_acted"),
    "settings": (
        "settings_changed", "arrangement_made", "arrangement_taken_back", "holiday_announced", "holiday_taken_back",
        "hijri_offset_set", "date_confirmed",
    ),
    "corrections": ("visit_corrected", "correction_taken_back"),
    "readings": ("request_phone_read", "enquiry_phone_read", "appointment_phone_read", "story_read"),
}  # fmt: skip
"""Kinds by what they are about, in the order in which a page offers them."""

AUDIT_KINDS = frozenset(kind for kinds in GROUPS.values() for kind in kinds)

FREE_WORDS = frozenset({"remark", "texts"})
"""Fields of facts in which people write freely: they stay in the hall, for they may name somebody."""
