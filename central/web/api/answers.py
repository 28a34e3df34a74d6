"""Answers of the centre's interface that stand in no contract of halls: structs for what a handler returns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from contracts.centre.outbox_entry import DayDigest
from contracts.centre.settings_document import InboxItem
from contracts.centre.sync_api import ServingElsewhere, StreamState


class Meta(Struct, frozen=True):
    """Time, schemas and limits of this centre."""

    time: datetime
    schema_min: int
    schema_max: int
    max_records: int
    max_bytes: int
    max_decoded_bytes: int
    codings: Sequence[str]


class Digests(Struct, frozen=True):
    """Count and digest of each service day."""

    days: Sequence[DayDigest]


class ServingTimes(Struct, frozen=True):
    """How long each service lately took in the other halls."""

    services: Sequence[ServingElsewhere]


class Streams(Struct, frozen=True):
    """The streams of a hall, each with its cursor."""

    streams: Sequence[StreamState]


class Inbox(Struct, frozen=True):
    """What came in for a hall, in order."""

    items: Sequence[InboxItem]


class TakenRequest(Struct, frozen=True):
    """A request that was accepted for a hall; `number` is its number in the hall's inbox."""

    hall: str
    number: int
    external: str


class FoundRequests(Struct, frozen=True):
    """The requests of a number, the newest first, each as its hall reported it last."""

    requests: Sequence[Mapping[str, Any]]
