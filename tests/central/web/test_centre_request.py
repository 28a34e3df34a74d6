"""What is read of a request: its JSON, its form, its clock, its coding, its limits."""

from __future__ import annotations

import asyncio
import json
import socket
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

import pytest

from central.errors import BodyError
from central.web.centre_request import MAX_FORM_FIELDS, CentreRequest, read_form
from tests.central.web.conftest import Caller


def request_of(body: bytes = b"", **headers: str) -> CentreRequest:
    """Return a request whose body has been read."""
    raw = [(name.replace("_", "-").lower().encode(), value.encode()) for name, value in headers.items()]
    request = CentreRequest({"type": "http", "method": "PUT", "path": "/", "headers": raw, "state": {}})  # type: ignore[typeddict-item]
    request._body = body
    return request


@dataclass(frozen=True)
class Said:
    word: str
    times: int = 1


def test_a_form_is_read_without_blanks_but_a_password_keeps_its_own() -> None:
    form = asyncio.run(read_form(request_of(b"name=+noor+&password=+two+&name=second&empty=")))
    assert form == {"name": "noor", "password": " two "}


@pytest.mark.parametrize("sign", ["\u202d", "\u202e"])
def test_hidden_characters_that_turn_letters_are_left_out_of_forms_and_messages(sign: str) -> None:
    body = urlencode({"full_name": f"{sign} No{sign}or ", "password": f"a{sign}b"}).encode()
    assert asyncio.run(read_form(request_of(body))) == {"full_name": "Noor", "password": f"a{sign}b"}
    for text in (json.dumps({"word": f"a{sign}b"}), json.dumps({"word": f"a{sign}b"}, ensure_ascii=False)):
        assert request_of().read_json(Said, text.encode()) == Said("ab")


def test_a_form_with_too_many_fields_is_refused(stranger: Caller) -> None:
    form = {f"f{number}": "" for number in range(MAX_FORM_FIELDS + 1)}
    assert stranger.refused("POST", "/sign-in", data=form) == (400, "form_unreadable")


def test_a_body_that_ends_early_is_not_taken_for_a_whole_one(hall: Caller) -> None:
    address = urlsplit(hall.centre.url)
    with socket.create_connection((address.hostname, address.port), timeout=60) as connection:
        head = f"PUT /v1/halls/1/live HTTP/1.1\r\nHost: {address.netloc}\r\nAuthorization: Bearer {hall.token}\r\n"
        connection.sendall(head.encode() + b'Content-Length: 60\r\n\r\n{"at":"2026-11-24T05:00:00Z"}')
    assert hall.call("GET", "/v1/figures").json()["halls"][0]["live_at"] is None


def test_fields_of_a_newer_hall_are_let_pass() -> None:
    assert request_of().read_json(Said, b'{"word": "a", "newer": [1]}') == Said("a")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"word": 3}', "invalid"),
        (b"{}", "invalid"),
        (b"[]", "invalid"),
        (b'{"word": "\\u0000"}', "invalid"),
        (b'{"word": "\\ud83d"}', "invalid"),
        (b"{", "not_json"),
        (b"\xff", "not_json"),
        ('{"word": "\\u0000"}'.encode("utf-16"), "not_json"),
        (b"[" * 60_000, "not_json"),
    ],
)
def test_a_message_that_is_none_is_refused_by_name(body: bytes, code: str) -> None:
    with pytest.raises(BodyError) as refused:
        request_of().read_json(Said, body)
    assert refused.value.code == code


@pytest.mark.parametrize("coding", ["gzip", "GZIP", " gzip ", "zstd", "ZSTD"])
def test_a_coding_is_known_in_any_spelling(coding: str) -> None:
    assert request_of(Content_Encoding=coding).coding == coding.strip().lower()


@pytest.mark.parametrize("headers", [{}, {"Content_Encoding": "br"}, {"Content_Encoding": "gzip, gzip"}])
def test_another_coding_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(BodyError) as refused:
        _ = request_of(**headers).coding
    assert (refused.value.code, refused.value.status) == ("content_encoding", 415)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-24T05:00:01Z", datetime(2026, 11, 24, 5, 0, 1, tzinfo=UTC)),
        ("2026-11-24T09:00:01+04:00", datetime(2026, 11, 24, 5, 0, 1, tzinfo=UTC)),
        ("2026-11-24T05:00:01", None),
        ("", None),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-14:00", None),
    ],
)
def test_a_clock_is_an_instant_or_nothing(text: str, instant: datetime | None) -> None:
    assert request_of(X_Clock=text).clock == instant
