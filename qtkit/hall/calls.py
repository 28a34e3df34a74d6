"""Commands and questions to the hall, each POST with its idempotency key."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QByteArray, QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from common.version import user_agent
from contracts.codec.writer import without_defaults
from contracts.queue.answers import Problem
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.network import network_of_program
from qtkit.hall.problems import Answer, hall_away, read_answer
from qtkit.hall.trust import refused_certificate

OnDone = Callable[[Answer | None, Problem | None], None]
"""Told once, on the GUI thread: (answer, None), (None, problem), or (None, None) for a 204."""


@dataclass(frozen=True)
class _Call:
    """One command with all that a second try needs to be the same command."""

    method: str
    path: str
    body: bytes | None
    key: str | None
    on_done: OnDone
    tries_left: int
    content_type: str = "application/json"
    visit_code: str = ""


class HallCalls(QObject):
    """Calls the hall without blocking; a network fault becomes a Problem with code `hall_away`.

    A call that found nobody is tried again, at the next address where there is one, with the same key: the hall does it
    once. `time_out_ms` is the longest silence of one try.
    """

    def __init__(
        self,
        addresses: HallAddresses,
        token: str,
        network: QNetworkAccessManager | None = None,
        *,
        time_out_ms: int = 4000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._addresses = addresses
        self._token = token
        self._network = network if network is not None else network_of_program()
        self._time_out_ms = time_out_ms
        self._sent = 0
        self._stopped = False
        self._open: dict[int, tuple[_Call, str, QNetworkReply]] = {}

    def set_token(self, token: str) -> None:
        """Use `token` for every later call (a counter session after sign-in)."""
        self._token = token

    def call(
        self,
        method: str,
        path: str,
        body: object | None,
        on_done: OnDone,
        idempotency_key: str | None = None,
        *,
        visit_code: str = "",
    ) -> None:
        """Send `body` (a request of contracts/, a dict, or None) to an API path such as `/visits`.

        A POST without a key gets a fresh one; give the key of an earlier call to repeat that call safely.
        `visit_code` goes into its header: a code in an address would stand in logs.
        """
        content = None if body is None else json.dumps(without_defaults(body), ensure_ascii=False).encode()
        key = idempotency_key or str(uuid4()) if method == "POST" else None
        tries_left = max(2, len(self._addresses)) - 1
        self._send(_Call(method, path, content, key, on_done, tries_left, visit_code=visit_code))

    def send(self, path: str, content: bytes, content_type: str, on_done: OnDone) -> None:
        """Post `content` as it is (a picture); it is tried once, as the next one says more."""
        self._send(_Call("POST", path, content, None, on_done, 0, content_type))

    def stop(self) -> None:
        """Give up what is under way and send nothing more: `on_done` is not called after this; the program ends."""
        self._stopped = True
        for _, _, reply in list(self._open.values()):
            reply.abort()

    def _send(self, call: _Call) -> None:
        if self._stopped:
            return
        spoken_to = self._addresses.current
        request = self._request(call)
        content = QByteArray(call.body or b"")
        if call.method == "POST":
            reply = self._network.post(request, content)
        else:
            reply = self._network.sendCustomRequest(request, QByteArray(call.method.encode()), content)
        self._sent += 1
        number = self._sent
        self._open[number] = (call, spoken_to, reply)
        # The closure holds a number, not the reply: a reply held by its own connection crashes when it goes.
        reply.finished.connect(lambda: self._finished(number))

    def _request(self, call: _Call) -> QNetworkRequest:
        request = QNetworkRequest(QUrl(self._addresses.url(call.path)))
        request.setTransferTimeout(self._time_out_ms)
        _set_header(request, "Authorization", f"Bearer {self._token}")
        _set_header(request, "Accept", "application/json")
        _set_header(request, "User-Agent", user_agent())
        if call.method == "POST":
            _set_header(request, "Content-Type", call.content_type)
        if call.key is not None:
            _set_header(request, "Idempotency-Key", call.key)
        if call.visit_code:
            _set_header(request, "Visit-Code", call.visit_code)
        return request

    def _finished(self, number: int) -> None:
        call, spoken_to, reply = self._open.pop(number)
        reply.deleteLater()
        if self._stopped:
            return
        status: Any = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        cut = reply.error() in _CUT_SHORT
        if isinstance(status, int) and not cut:
            call.on_done(*read_answer(status, bytes(reply.readAll().data())))
            return
        self._addresses.leave(spoken_to)
        if call.tries_left and self._may_try_again(reply):
            self._send(replace(call, tries_left=call.tries_left - 1))
        else:
            call.on_done(None, hall_away(f"{spoken_to}: {refused_certificate(reply) or reply.errorString()}"))

    def _may_try_again(self, reply: QNetworkReply) -> bool:
        # After a time-out the same address would only make the visitor wait twice as long.
        timed_out = reply.error() in {_Error.OperationCanceledError, _Error.TimeoutError}
        return len(self._addresses) > 1 or not timed_out


_Error = QNetworkReply.NetworkError
_CUT_SHORT = frozenset({_Error.OperationCanceledError, _Error.TimeoutError, _Error.RemoteHostClosedError})


def _set_header(request: QNetworkRequest, name: str, value: str) -> None:
    request.setRawHeader(QByteArray(name.encode()), QByteArray(value.encode()))
