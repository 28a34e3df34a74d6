"""Speak HTTP to the centre: the only module of sync that does."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import quote

import requests

from common.clock.wall_clock import utc_now
from common.server.trust import system_authorities
from contracts.centre.hall_copy import HallCopy
from contracts.centre.outbox_entry import DayDigest
from contracts.centre.settings_document import InboxItem, SettingsReport, SignedSettings
from contracts.centre.sync_api import Heartbeat, LiveFigures, ServingElsewhere
from contracts.codec.message import Message
from contracts.codec.reader import ContractError, from_json, to_json
from contracts.queue.places import Places
from contracts.releases import OfferedRelease, ReleaseResult
from contracts.requests.record import KnownRequest
from sync.packing import coding_of
from sync.ports import Reply
from sync.verdict import UplinkError, UplinkTimeoutError

T = TypeVar("T")
CONNECT_S = 5.0
READ_S = 30.0
ANSWER_S = 60.0
"""A whole answer must be here after this long: a server that trickles one byte a second is a time-out too."""

ANSWER_BYTES = 1024 * 1024
"""Nothing that the centre says is longer; a portal's page may be, and is not read to its end."""


class HttpUplink:
    """One hall's wire to the centre. Used from one thread; a stuck request ends after the time-outs above.

    The environment's proxies and certificate settings are ignored, redirects are not followed: the centre is at
    `base_url` or nowhere. `ca` is the file of the authority to trust, None for the system's.
    """

    def __init__(
        self,
        base_url: str,
        hall: str,
        token: str,
        *,
        ca: str | None = None,
        timeouts_s: tuple[float, float] = (CONNECT_S, READ_S),
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._base_url = f"{base_url.rstrip('/')}/v1"
        self._hall_path = f"/halls/{hall}"
        self._timeouts_s = timeouts_s
        self._now = now
        self._session = requests.Session()
        # A REQUESTS_CA_BUNDLE of the environment would override our authority.
        self._session.trust_env = False
        self._session.verify = ca or system_authorities()
        self._session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})

    def codings(self) -> Collection[str]:
        """GET which codings of batches the centre reads; raise UplinkError when the answer is not the centre's."""
        reply = self._ask("GET", "/meta", None, {})
        try:
            meta = json.loads(reply.body)
            known = reply.status == HTTPStatus.OK and "schema_max" in meta
            if known and all(isinstance(coding, str) for coding in meta.get("codings", [])):
                return frozenset(meta.get("codings", []))
        except (ValueError, TypeError, AttributeError, RecursionError):
            pass
        raise UplinkError(f"status {reply.status} when asked for its limits: not the centre's answer")

    def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
        """PUT a packed batch and return what came back, unjudged; raise UplinkError when nothing did."""
        headers = {
            "Content-Type": "application/x-ndjson",
            "Content-Encoding": coding_of(content),
            "Content-Digest": digest,
            "X-Clock": self._now().isoformat(),
        }
        return self._call("PUT", f"/streams/{stream}/batches/{name}", content, headers)

    def send_live(self, figures: LiveFigures) -> bool:
        """PUT the live figures once; False when they did not arrive."""
        return self._tell("PUT", "/live", figures)

    def send_places(self, places: Places) -> bool:
        """PUT the places of visits once; False when they did not arrive."""
        return self._tell("PUT", "/places", places)

    def send_heartbeat(self, beat: Heartbeat) -> bool:
        """POST the heartbeat once; False when it did not arrive."""
        return self._tell("POST", "/heartbeat", beat)

    def day_digests(self, first: date, last: date) -> Sequence[DayDigest]:
        """GET the centre's day digests; raise UplinkError when the answer is not in full and in form."""
        path = f"/digests?from={first.isoformat()}&to={last.isoformat()}"
        return self._list(path, "days", DayDigest, "day digests")

    def serving_elsewhere(self) -> Sequence[ServingElsewhere]:
        """GET the other halls' serving times; raise UplinkError when the answer is not in full and in form."""
        return self._list("/serving-times", "services", ServingElsewhere, "serving times")

    def newer_settings(self, version: int) -> SignedSettings | None:
        """GET settings newer than `version`, None where there are none; UplinkError without the centre's answer."""
        reply = self._call("GET", f"/settings?after={version}", None, {})
        if reply.status == HTTPStatus.NO_CONTENT:
            return None
        if reply.status != HTTPStatus.OK:
            raise UplinkError(f"the centre answered status {reply.status} when asked for settings")
        try:
            return from_json(SignedSettings, json.loads(reply.body))
        except (ValueError, RecursionError) as error:
            raise UplinkError(f"the centre's settings cannot be read: {error}") from error

    def tell_settings(self, told: SettingsReport) -> bool:
        """POST the result of a version once; False when it did not arrive."""
        return self._tell("POST", "/settings/told", told)

    def inbox_after(self, number: int) -> Sequence[InboxItem]:
        """GET what came in for this hall after `number`; UplinkError when the answer is not in full and in form."""
        return self._list(f"/inbox?after={number}", "items", InboxItem, "inbox")

    def requests_of(self, number: str) -> Sequence[KnownRequest]:
        """GET what any hall told of a request, () where none did; UplinkError without the centre's own answer."""
        reply = self._ask("GET", f"/requests/{quote(number, safe='')}", None, {})
        try:
            answer = json.loads(reply.body)
            if reply.status == HTTPStatus.NOT_FOUND and answer["code"] == "request_unknown":
                return ()
            if reply.status == HTTPStatus.OK:
                return tuple(from_json(KnownRequest, one) for one in answer["requests"])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UplinkError(f"the centre's answer about a request cannot be read: {error}") from error
        raise UplinkError(f"the centre answered status {reply.status} when asked for a request")

    def send_copy_part(self, name: str, part: int, content: bytes) -> None:
        """PUT a part of the sealed copy of the database; raise UplinkError unless the centre has it."""
        reply = self._call("PUT", f"/copy/{name}/parts/{part}", content, {"Content-Type": "application/octet-stream"})
        _check_status(reply, HTTPStatus.NO_CONTENT, "sent a part of the copy")

    def complete_copy(self, copy: HallCopy) -> None:
        """PUT that the copy is whole; raise UplinkError unless the centre agrees."""
        body = json.dumps(to_json(copy)).encode()
        reply = self._call("PUT", "/copy", body, {"Content-Type": "application/json"})
        _check_status(reply, HTTPStatus.NO_CONTENT, "sent the copy")

    def newest_copy(self) -> HallCopy | None:
        """GET which copy of this hall the centre has, None where it has none; UplinkError without its own answer."""
        reply = self._call("GET", "/copy", None, {})
        try:
            answer = json.loads(reply.body)
            if reply.status == HTTPStatus.NOT_FOUND and answer["code"] == "copy_unknown":
                return None
            _check_status(reply, HTTPStatus.OK, "asked for the copy")
            return from_json(HallCopy, answer)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UplinkError(f"the centre's answer about the copy cannot be read: {error}") from error

    def copy_part(self, name: str, part: int) -> bytes:
        """GET a part of the copy; raise UplinkError when the centre does not give it."""
        reply = self._call("GET", f"/copy/{name}/parts/{part}", None, {})
        _check_status(reply, HTTPStatus.OK, "asked for a part of the copy")
        return reply.body

    def offered_release(self, system: str) -> OfferedRelease | None:
        """GET the release that this hall should have, None where there is none; UplinkError without the answer."""
        reply = self._call("GET", f"/release?system={quote(system, safe='')}", None, {})
        if reply.status == HTTPStatus.NO_CONTENT:
            return None
        _check_status(reply, HTTPStatus.OK, "asked for the release")
        try:
            return from_json(OfferedRelease, json.loads(reply.body))
        except (ValueError, RecursionError) as error:
            raise UplinkError(f"the centre's answer about the release cannot be read: {error}") from error

    def release_part(self, version: str, system: str, part: int) -> bytes:
        """GET a part of the release's file; raise UplinkError when the centre does not give it."""
        reply = self._call("GET", f"/release/{quote(version)}/{quote(system)}/parts/{part}", None, {})
        _check_status(reply, HTTPStatus.OK, "asked for a part of the release")
        return reply.body

    def tell_release(self, version: str, result: ReleaseResult) -> bool:
        """PUT how far a release is in this hall once; False when it did not arrive."""
        return self._tell("PUT", f"/release/{quote(version)}/result", result)

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _list(self, path: str, key: str, kind: type[T], what: str) -> tuple[T, ...]:
        reply = self._call("GET", path, None, {})
        if reply.status != HTTPStatus.OK:
            raise UplinkError(f"the centre answered status {reply.status} when asked for its {what}")
        try:
            return tuple(from_json(kind, item) for item in json.loads(reply.body)[key])
        except (ValueError, KeyError, TypeError, ContractError) as error:
            raise UplinkError(f"the centre's {what} cannot be read: {error}") from error

    def _tell(self, method: str, path: str, message: Message) -> bool:
        body = json.dumps(to_json(message), ensure_ascii=False).encode()
        try:
            return self._call(method, path, body, {"Content-Type": "application/json"}).status == HTTPStatus.NO_CONTENT
        except UplinkError:
            return False

    def _call(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Reply:
        return self._ask(method, f"{self._hall_path}{path}", body, headers)

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Reply:
        with _named_errors():
            answer = self._session.request(
                method,
                f"{self._base_url}{path}",
                data=body,
                headers=headers,
                timeout=self._timeouts_s,
                allow_redirects=False,
                stream=True,
            )
            with answer:
                content = _read(answer)
                retry_after = _seconds(answer.headers.get("Retry-After"), self._now())
                return Reply(answer.status_code, answer.headers.get("Content-Type", ""), content, retry_after)


def _check_status(reply: Reply, expected: HTTPStatus, what: str) -> None:
    if reply.status != expected:
        raise UplinkError(f"the centre answered status {reply.status} when {what}")


@contextmanager
def _named_errors() -> Iterator[None]:
    try:
        yield
    except requests.exceptions.Timeout as error:
        raise UplinkTimeoutError("the centre did not answer in time") from error
    except requests.exceptions.SSLError as error:
        raise UplinkError(f"the centre's certificate is not trusted: {_root_cause(error)}") from error
    except requests.exceptions.RequestException as error:
        raise UplinkError(f"the centre cannot be reached: {_root_cause(error)}") from error


def _root_cause(error: BaseException) -> str:
    """Return why, in the system's words: the innermost error that has some, not the library's account of its tries."""
    said = ""
    inner: BaseException | None = error
    seen: set[int] = set()
    while inner is not None and id(inner) not in seen:
        seen.add(id(inner))
        if isinstance(inner, ssl.SSLCertVerificationError):
            return inner.verify_message
        if isinstance(inner, OSError) and inner.strerror:
            said = inner.strerror
        inner = inner.__cause__ or inner.__context__ or _reason(inner)
    return said or "the connection broke off"


def _reason(error: BaseException) -> BaseException | None:
    """Return what urllib3 keeps as the reason of an error, or wraps as its first argument."""
    for inner in (getattr(error, "reason", None), *error.args):
        if isinstance(inner, BaseException):
            return inner
    return None


def _read(answer: Any) -> bytes:  # noqa: ANN401 - requests.Response has no types here
    end = time.monotonic() + ANSWER_S
    parts, total = [], 0
    for part in answer.iter_content(16 * 1024):
        parts.append(part)
        total += len(part)
        if total > ANSWER_BYTES:
            raise UplinkError(f"the answer is longer than {ANSWER_BYTES} bytes: not the centre's")
        if time.monotonic() > end:
            raise UplinkTimeoutError(f"the answer was not complete after {ANSWER_S:.0f} s")
    return b"".join(parts)


def _seconds(header: str | None, now: datetime) -> float | None:
    """Return a Retry-After header (seconds or a date) in seconds, None when there is none or it cannot be read."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - now).total_seconds())
    except (ValueError, TypeError):
        return None
