"""Follow a hall's live link over a plain socket: events as they come, and when the hall ends the link."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Event:
    """One event; `comment` ones are signs of life."""

    kind: str
    id: str
    data: Any

    @property
    def seq(self) -> int:
        """The number in the event's id."""
        return int(self.id.rpartition(":")[2])


class Follower:
    """An open live link; iterate over its events, `close` it as a cable that is pulled."""

    def __init__(self, base: str, token: str, *, last_event_id: str | None = None, query: str = "") -> None:
        place = urlsplit(base)
        self._connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
        headers = {"Authorization": f"Bearer {token}"}
        if last_event_id is not None:
            headers["Last-Event-ID"] = last_event_id
        self._connection.request("GET", f"/api/v1/live{query}", headers=headers)
        self.answer = self._connection.getresponse()
        self._events = self._read()

    def __enter__(self) -> Follower:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Pull the cable."""
        self._connection.close()
        self.answer.close()

    def next(self) -> Event:
        """Return the next event that is no comment."""
        return next(event for event in self._events if event.kind != "comment")

    def anything(self) -> Event:
        """Return the next event or comment."""
        return next(self._events)

    def facts(self, count: int) -> list[Event]:
        """Return the next facts."""
        return [self.next() for _ in range(count)]

    def rest(self) -> list[Event]:
        """Return all events until the hall ends the link."""
        return list(self._events)

    def _read(self) -> Iterator[Event]:
        fields: dict[str, str] = {}
        while line := self.answer.readline():
            text = line.decode().rstrip("\n")
            if text.startswith(":"):
                yield Event("comment", "", None)
            elif text:
                name, _, value = text.partition(": ")
                fields[name] = value
            elif "data" in fields:
                yield Event(fields.get("event", ""), fields.get("id", ""), json.loads(fields["data"]))
                fields = {}
