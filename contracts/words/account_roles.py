"""Roles of people with an account in a hall, as the hall and the centre's directory give them."""

from __future__ import annotations

ACCOUNT_ROLES = ("head", "admin", "reception", "analyst", "auditor", "call_centre", "directorate", "official")
WITH_UNIT = frozenset({"directorate", "official"})
"""Roles that work for one directorate, or as one official: the account names its code as `unit`."""
