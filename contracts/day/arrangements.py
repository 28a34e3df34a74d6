"""What the hall head arranges for a service day, as the hall service is asked for it and tells it. Additive only.

>>> NoticeRequest(texts={"ar": "الرجاء الانتظار", "en": "Please wait"}).texts["en"]
'Please wait'
"""

from __future__ import annotations

from datetime import datetime

from contracts.codec.message import Message, Request
from contracts.words.hall import ArrangementKind


class ServicesRequest(Request, frozen=True):
    """POST /agents/{agent}/services, POST /counters/{n}/reserve: the services meant, at least one, in this order."""

    services: tuple[str, ...]


class NoticeRequest(Request, frozen=True):
    """POST /notices: the text by language tag, in at least one language of the hall."""

    texts: dict[str, str]


class AlertRequest(Request, frozen=True):
    """POST /alerts/acknowledge: an alert by the name under which GET /queues tells it."""

    alert: str


class ArrangementView(Message, frozen=True):
    """One change for the service day; `kind` says which of the other fields it has."""

    arrangement: str
    kind: ArrangementKind
    by: str
    at: datetime
    service: str | None
    counter: int | None
    agent: str | None
    services: tuple[str, ...]
    texts: dict[str, str]


class ArrangementsView(Message, frozen=True):
    """Answer of GET /arrangements: what holds, the newest first."""

    arrangements: tuple[ArrangementView, ...]
