"""What is read of a request: its form, its clock, its limits."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from starlette.requests import Request

from central.errors import BodyError
from central.web.bodies import MAX_MESSAGE_BYTES, clock_of, coding_in, read_body, read_message


def request_of(*parts: bytes, cut: bool = False, **headers: str) -> Request:
    """Return a request whose body comes in these parts; `cut`: and then the caller is gone."""
    messages: list[dict[str, object]] = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
    messages.append({"type": "http.disconnect"} if cut else {"type": "http.request", "body": b""})

    async def receive() -> dict[str, object]:
        return messages.pop(0)

    raw = [(name.replace("_", "-").lower().encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "PUT", "path": "/", "headers": raw}, receive)


@dataclass(frozen=True)
class Said:
    word: str
    times: int = 1


def test_a_body_is_put_together() -> None:
    assert asyncio.run(read_body(request_of(b"a", b"", b"bc"))) == b"abc"


@pytest.mark.parametrize(
    ("parts", "headers", "code", "status"),
    [
        ([b"12345"], {}, "too_large", 413),
        ([], {"Content_Length": "5"}, "too_large", 413),
        ([], {"Content_Length": "9" * 5000}, "too_large", 413),
    ],
)
def test_a_body_over_the_limit_is_refused(
    parts: Sequence[bytes], headers: dict[str, str], code: str, status: int
) -> None:
    with pytest.raises(BodyError) as refused:
        asyncio.run(read_body(request_of(*parts, **headers), limit=4))
    assert (refused.value.code, refused.value.status) == (code, status)


def test_a_body_that_ends_early_is_not_taken_for_a_whole_one() -> None:
    with pytest.raises(BodyError) as refused:
        asyncio.run(read_body(request_of(b"half", cut=True)))
    assert (refused.value.code, refused.value.status) == ("body_cut", 400)


def test_fields_of_a_newer_hall_are_let_pass() -> None:
    assert asyncio.run(read_message(request_of(b'{"word": "a", "newer": [1]}'), Said)) == Said("a")


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
        (b" " * (MAX_MESSAGE_BYTES + 1), "too_large"),
    ],
)
def test_a_message_that_is_none_is_refused_by_name(body: bytes, code: str) -> None:
    with pytest.raises(BodyError) as refused:
        asyncio.run(read_message(request_of(body), Said))
    assert refused.value.code == code


@pytest.mark.parametrize("coding", ["gzip", "GZIP", " gzip ", "zstd", "ZSTD"])
def test_a_coding_is_known_in_any_spelling(coding: str) -> None:
    assert coding_in(request_of(Content_Encoding=coding)) == coding.strip().lower()


@pytest.mark.parametrize("headers", [{}, {"Content_Encoding": "br"}, {"Content_Encoding": "gzip, gzip"}])
def test_another_coding_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(BodyError) as refused:
        coding_in(request_of(**headers))
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
    assert clock_of(request_of(X_Clock=text)) == instant
