"""Whether a print request of the hall is recent: requests come as facts, after a cut they may come late."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from contracts.live import FactMessage

log = logging.getLogger(__name__)
FRESH = timedelta(minutes=10)
"""A wish older than this (the kiosk was cut off) is over: its visitor has left."""


def asked_now(fact: FactMessage, kind: str, device: str, now: datetime) -> bool:
    """Return whether the fact is a wish of this kind, for this device, whose visitor is still there."""
    if fact.kind != kind or fact.detail.get("at_device") != device:
        return False
    if abs(now - fact.at) > FRESH:
        log.info("no paper for %s of %s: its visitor has left", kind, fact.at)
        return False
    return True
