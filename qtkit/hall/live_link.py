"""The live link to the hall as signals: server-sent events over QNetworkAccessManager."""

from __future__ import annotations

import json
import logging
import random

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from common.back_off import pause_s
from common.text.program_name import program_name
from contracts.codec.reader import ContractError, from_json
from contracts.live import FactMessage, Snapshot, read_event_id
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.event_stream import EventReader, EventStreamError, ServerEvent
from qtkit.hall.network import network_of_program
from qtkit.hall.trust import CERTIFICATE_REFUSED, refused_certificate

log = logging.getLogger(__name__)

SILENCE_MS = 8_000
"""After this long without a byte (the hall comments every 2 s) the link counts as cut off: marked within 10 s."""


class HallLink(QObject):
    """Keeps one live link; reconnects automatically, at the next address, and resumes after the last fact it gave out.

    `online(bool)` tells only changes, False first of all when nothing answers; `refused(str)` tells that the hall
    answers but not to us: `token_unknown`, `role_refused` or `http_NNN`, or that what answers is not our hall:
    `certificate_refused`. No fact is given twice.
    """

    online = Signal(bool)
    snapshot = Signal(object)  # contracts.live.Snapshot
    fact = Signal(object)  # contracts.live.FactMessage
    refused = Signal(str)

    def __init__(
        self,
        addresses: HallAddresses,
        token: str,
        network: QNetworkAccessManager | None = None,
        *,
        silence_ms: int = SILENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._addresses = addresses
        self._token = token
        self._network = network if network is not None else network_of_program()
        self._silence_ms = silence_ms
        self._reader = EventReader()
        self._held = False
        self._reply: QNetworkReply | None = None
        self._is_online: bool | None = None
        self._spoken_to = addresses.current
        self._trouble: str | None = None
        self._failures = 0
        self._last = ("", -1)
        self._again = QTimer(self)
        self._again.setObjectName("hall_link_again")
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._connect)

    def start(self) -> None:
        """Connect now; does nothing when the link stands or a try is under way."""
        if self._reply is None:
            self._connect()

    def stop(self) -> None:
        """Hang up and stay so until `start()`."""
        self._again.stop()
        if self._reply is not None:
            reply, self._reply = self._reply, None  # first: abort() tells `finished` at once
            reply.abort()
            reply.deleteLater()

    def hold(self) -> None:
        """Leave what comes unread until `go_on()`, for the moments in which something else is more urgent."""
        self._held = True

    def go_on(self) -> None:
        """Read what has come meanwhile, and on."""
        self._held = False
        self._take_bytes()

    def set_token(self, token: str) -> None:
        """Connect again as somebody else (a counter session): begins with a snapshot, as he sees other facts."""
        self._token = token
        self._reader, self._last = EventReader(), ("", -1)
        self.stop()
        self.start()

    def _connect(self) -> None:
        request = QNetworkRequest(QUrl(self._addresses.url("/live")))
        # The transfer time-out starts again with each byte: it limits connecting and detects silence.
        request.setTransferTimeout(self._silence_ms)
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork
        )
        headers = {"Authorization": f"Bearer {self._token}", "Accept": "text/event-stream"}
        if self._reader.last_event_id:
            headers["Last-Event-ID"] = self._reader.last_event_id
        for name, value in headers.items():
            request.setRawHeader(QByteArray(name.encode()), QByteArray(value.encode()))
        self._reader = EventReader(self._reader.last_event_id)
        self._spoken_to = self._addresses.current
        self._reply = self._network.get(request)
        # Bound methods, not closures over the reply: a reply that is held by its own connection crashes when it goes.
        self._reply.readyRead.connect(self._take_bytes)
        self._reply.finished.connect(self._ended)

    @Slot()
    def _take_bytes(self) -> None:
        reply = self._reply
        if self._held or reply is None or _status(reply) != 200:
            return
        self._tell_online(True)
        try:
            for event in self._reader.feed(bytes(reply.readAll().data())):
                self._take_event(event)
                self._failures = 0
        except (EventStreamError, ContractError, json.JSONDecodeError) as error:
            log.warning("the live link of %s sent what cannot be read: %s", self._addresses.current, error)
            self._reader = EventReader()  # the next snapshot has everything, also this fact
            reply.abort()

    def _take_event(self, event: ServerEvent) -> None:
        at = read_event_id(event.last_event_id)
        if event.event == "snapshot":
            snapshot = from_json(Snapshot, json.loads(event.data))
            self._last = (snapshot.stream, snapshot.seq)
            self.snapshot.emit(snapshot)
        elif event.event == "fact" and at is not None and (at[0] != self._last[0] or at[1] > self._last[1]):
            self._last = at
            self.fact.emit(from_json(FactMessage, json.loads(event.data)))

    @Slot()
    def _ended(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        status = _status(reply)
        stranger = refused_certificate(reply)
        self._report(stranger or (f"answers {status}" if status not in {None, 200} else reply.errorString()))
        reply.deleteLater()
        if stranger:
            self.refused.emit(CERTIFICATE_REFUSED)
        elif status is not None and status != 200:
            self.refused.emit(_REFUSALS.get(status, f"http_{status}"))
        self._tell_online(False)
        self._addresses.leave(self._spoken_to)
        self._failures += 1
        again_s = pause_s(self._failures, first_s=0.25, longest_s=5)
        self._again.start(int(again_s * 1000 * random.uniform(0.5, 1.0)))  # noqa: S311 - keeps devices out of step

    def _report(self, trouble: str) -> None:
        # Once for each trouble: a technician who starts a device in a terminal sees where it looks and what comes back.
        if trouble != self._trouble:
            self._trouble = trouble
            hint = f"{self._spoken_to} {_HINTS.get(trouble, trouble)}" if trouble else f"{self._spoken_to}: connected"
            log.info("hall %s", hint)

    def _tell_online(self, online: bool) -> None:
        if online:
            self._report("")
        if online is not self._is_online:
            self._is_online = online
            self.online.emit(online)


_HINTS = {
    "answers 401": f"does not know this device's token: pair it ({program_name()} pair)",
    "answers 403": f"knows this token, but not for such a device: pair it ({program_name()} pair)",
}
_REFUSALS = {401: "token_unknown", 403: "role_refused"}


def _status(reply: QNetworkReply) -> int | None:
    status: object = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    return status if isinstance(status, int) else None
