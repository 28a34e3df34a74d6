"""Hand messages to an HTTP gateway: POST of JSON `{id, to, text, language}`, with the id as `Idempotency-Key`.

2xx: taken. 409: it has this id already, which is as good. Another 4xx (but 408, 425 and 429): it will never send it.
All else, and no answer: later, under the same id, so that a gateway which keeps the ids sends each message once.
"""

from __future__ import annotations

from http import HTTPStatus

import requests

from common.server.trust import system_authorities
from hall.contact.model.message_ports import MessageLaterError, MessageRefusedError

TIMEOUTS_S = (5.0, 15.0)
LATER = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})


class HttpGateway:
    """One gateway; the environment's proxies are ignored and redirects are not followed. One thread at a time."""

    def __init__(self, address: str, token: str, *, timeouts_s: tuple[float, float] = TIMEOUTS_S) -> None:
        self._address = address
        self._timeouts_s = timeouts_s
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = system_authorities()
        if token:
            self._session.headers["Authorization"] = f"Bearer {token}"

    def send(self, message_id: str, phone: str, text: str, language: str) -> None:
        """Hand a message over; raise MessageLaterError or MessageRefusedError, each without the number."""
        body = {"id": message_id, "to": phone, "text": text, "language": language}
        try:
            answer = self._session.post(
                self._address, json=body, headers={"Idempotency-Key": message_id}, timeout=self._timeouts_s,
                allow_redirects=False,
            )  # fmt: skip
        except requests.RequestException as error:
            raise MessageLaterError(f"the message gateway gave no answer ({type(error).__name__})") from None
        status = answer.status_code
        if status < HTTPStatus.MULTIPLE_CHOICES or status == HTTPStatus.CONFLICT:
            return
        if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR and status not in LATER:
            raise MessageRefusedError(f"the message gateway refused it with status {status}")
        raise MessageLaterError(f"the message gateway answered with status {status}")
