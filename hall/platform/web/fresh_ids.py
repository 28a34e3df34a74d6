"""Ids that the service gives out where a client brought none: UUIDv7, so that they sort by time."""

from __future__ import annotations

import random
import uuid
from datetime import datetime

from common.uuid7 import CHANCE_BITS, uuid7_of
from hall.kernel.ids import VisitId
from hall.platform.web.problems import field_invalid

_CHANCE = random.Random()  # noqa: S311  # an id is unique and no secret: what opens a page is the visit's code


def uuid7(at: datetime) -> str:
    """Return a UUIDv7 (RFC 9562) of this instant with 74 random bits.

    >>> from datetime import UTC
    >>> uuid7(datetime(2026, 11, 25, tzinfo=UTC))[:13]
    '01a21000-8800'
    """
    return uuid7_of(int(at.timestamp() * 1000), _CHANCE.getrandbits(CHANCE_BITS))


def visit_id(text: str | None, at: datetime) -> VisitId:
    """Return the visit's id as the client brought it, in its one spelling, or a fresh one; refuse what is no UUID."""
    if text is None:
        return VisitId(uuid7(at))
    try:
        return VisitId(str(uuid.UUID(text)))
    except ValueError:
        raise field_invalid("visit", f"expected a UUIDv7, got {text[:60]!r}") from None
