"""A small blocking client of the hall's contract for commands, benchmarks and tests; one connection, one thread.

It retries a request whose answer was lost with the same idempotency key, as every client of the hall must.
"""

from __future__ import annotations

import http.client
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from common.files.token_file import TokenFile
from common.server.trust import certificate_refused, trust_of
from common.version import user_agent

_TRIES = 3


class HallRefusedError(Exception):
    """The hall refused a request; `code` is the problem document's, `status` its HTTP status."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        super().__init__(f"{status} {problem.get('code')}: {problem.get('detail')}")
        self.status = status
        self.code = str(problem.get("code", ""))
        self.problem = dict(problem)


class HallAwayError(Exception):
    """The hall did not answer, tried three times with the same key; or what answers there is no hall service."""


@dataclass
class HallClient:
    """One caller of one hall, with a token; `timeout_s` bounds each try."""

    base: str
    token: str
    timeout_s: float = 10.0
    hall_ca: Path | str | None = None
    """File or PEM text of the authority that is trusted alone over HTTPS; None: those of the system."""
    _connection: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Any:  # noqa: ANN401  # JSON
        """Return the answer of GET `path` (below /api/v1)."""
        return self._ask("GET", path, None, None)

    def get_bytes(self, path: str) -> bytes:
        """Return the answer of GET `path` as it came."""
        content: bytes = self._ask("GET", path, None, None, raw=True)
        return content

    def post(self, path: str, body: Mapping[str, Any] | None = None, *, key: str | None = None) -> Any:  # noqa: ANN401
        """Return the answer of POST `path`, or None for 204; a key is made where none is given."""
        return self._ask("POST", path, body or {}, key or str(uuid.uuid4()))

    def close(self) -> None:
        """Close the connection; the next request opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __del__(self) -> None:
        # Callers come and go with threads; a connection must not outlive its caller as an open socket.
        self.close()

    def _ask(  # JSON, or bytes where `raw`
        self, method: str, path: str, body: Mapping[str, Any] | None, key: str | None, *, raw: bool = False
    ) -> Any:  # noqa: ANN401
        headers = {"Authorization": f"Bearer {self.token}", "User-Agent": user_agent()}
        if key is not None:
            headers |= {"Idempotency-Key": key, "Content-Type": "application/json"}
        text = None if body is None else json.dumps(body)
        for left in reversed(range(_TRIES)):
            try:
                return self._once(method, f"/api/v1{path}", text, headers, raw=raw)
            except (OSError, http.client.HTTPException) as error:
                self.close()
                stranger = certificate_refused(error, self.base)
                if stranger is not None:
                    raise HallAwayError(stranger) from error
                if not left:
                    raise HallAwayError(f"{self.base} does not answer: {error}") from error
        raise AssertionError("unreachable")

    def _once(self, method: str, path: str, body: str | None, headers: Mapping[str, str], *, raw: bool) -> Any:  # noqa: ANN401
        if self._connection is None:
            self._connection = self._opened()
        self._connection.request(method, path, body=body, headers=dict(headers))
        answer = self._connection.getresponse()
        content = answer.read()
        if raw and answer.status == http.client.OK:
            return content
        try:
            read = json.loads(content) if content else None
        except ValueError as error:
            raise self._foreign(answer.status) from error
        if answer.status < http.client.MULTIPLE_CHOICES:
            return read
        if not isinstance(read, dict) or "code" not in read:
            raise self._foreign(answer.status)
        raise HallRefusedError(answer.status, read)

    def _opened(self) -> http.client.HTTPConnection:
        try:
            place = urlsplit(self.base)
            host, port = place.hostname, place.port
        except ValueError as error:
            raise HallAwayError(f"{self.base!r} is no address: {error}") from error
        if place.scheme not in {"http", "https"} or not host:
            raise HallAwayError(f"{self.base!r} is no address of a hall: https://HOST:PORT")
        if place.scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=self.timeout_s)
        try:
            trust = trust_of(self.hall_ca)
        except OSError as error:
            raise HallAwayError(
                f"{self.hall_ca} is no file with the certificate of the hall's authority: {error}"
            ) from error
        return http.client.HTTPSConnection(host, port, timeout=self.timeout_s, context=trust)

    def _foreign(self, status: int) -> HallAwayError:
        return HallAwayError(f"what answers at {self.base} (status {status}) is no hall service: look at the address")


def renew_token(client: HallClient, file: TokenFile) -> None:
    """Write the device's next token to its file where the hall gives one, for the next start of the program.

    Raises HallAwayError, HallRefusedError, OSError and ValueError; the current token stays good.
    """
    # Each command's help is shown before msgspec is installed, and only this needs it.
    from contracts.codec.reader import from_json  # noqa: PLC0415
    from contracts.token_renewal import RenewedToken  # noqa: PLC0415

    renewed = from_json(RenewedToken, client.post("/devices/self/token"))
    if renewed.token:
        file.replace(renewed.token)
