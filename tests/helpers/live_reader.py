"""A client of the live link that is cut and resumes, and remembers every fact it got."""

from __future__ import annotations

import http.client
import json
import threading
from dataclasses import dataclass, field
from typing import Any

from contracts.live import read_event_id
from qtkit.hall.event_stream import EventReader


@dataclass
class LiveReader:
    """Follows `port` with a token in a separate thread; `seqs` are the numbers of all facts told, in order."""

    port: int
    token: str
    snapshots: list[int] = field(default_factory=list)
    facts: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _last_id: str = ""
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to follow."""
        self._thread = threading.Thread(target=self._follow, name="live reader", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread; it notices within the 2 s of the next comment."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=60)

    @property
    def seqs(self) -> list[int]:
        """The numbers of all facts told so far."""
        return [seq for seq, _ in self.facts]

    def _follow(self) -> None:
        while not self._stop.is_set():
            try:
                self._read_until_cut()
            except (OSError, http.client.HTTPException):
                self._stop.wait(0.02)

    def _read_until_cut(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Authorization": f"Bearer {self.token}"}
        if self._last_id:
            headers["Last-Event-ID"] = self._last_id
        try:
            connection.request("GET", "/api/v1/live", headers=headers)
            answer = connection.getresponse()
            reader = EventReader(self._last_id)
            while not self._stop.is_set() and (chunk := answer.read1(65536)):
                for event in reader.feed(chunk):
                    self._take(event.event, event.data, event.last_event_id)
        finally:
            connection.close()

    def _take(self, kind: str, data: str, event_id: str) -> None:
        position = read_event_id(event_id)
        if position is None:
            return
        self._last_id = event_id
        if kind == "snapshot":
            self.snapshots.append(position[1])
        elif kind == "fact":
            self.facts.append((position[1], json.loads(data)))
