"""What an answer means: only our own centre's own words move the cursor."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.centre.sync_api import QuarantinedEntry
from sync.ports import Reply
from sync.verdict import (
    Busy,
    Delivered,
    Fork,
    Hold,
    Later,
    Rewind,
    Sent,
    Smaller,
    UplinkError,
    UplinkTimeoutError,
    Verdict,
    judge,
)
from tests.helpers.replacing import replace

SENT = Sent("8-9", 9, "sha-256=:ours:")
ACK = {"batch": "8-9", "digest": "sha-256=:ours:", "acked_seq": 9, "replayed": False, "quarantined": []}


def reply(status: int, document: object, content_type: str = "application/json") -> Reply:
    return Reply(status, content_type, json.dumps(document).encode())


def refusal(status: int, code: str, **more: object) -> Reply:
    document = {"code": code, "detail": code, "batch": "8-9", "digest": "sha-256=:ours:", **more}
    return reply(status, document, "application/problem+json")


def test_our_own_acknowledgement_delivers() -> None:
    assert judge(reply(200, ACK), SENT) == Delivered(9)


def test_an_acknowledgement_says_what_lies_in_quarantine() -> None:
    document = {**ACK, "quarantined": [{"seq": 8, "reason": "bad"}]}
    assert judge(reply(200, document), SENT) == Delivered(9, (QuarantinedEntry(8, "bad"),))


def test_a_centre_that_is_further_does_not_carry_us_along() -> None:
    assert judge(reply(200, {**ACK, "acked_seq": 500}), SENT) == Delivered(9)


def test_a_newer_centre_may_say_more() -> None:
    assert judge(reply(200, {**ACK, "weather": "fine"}), SENT) == Delivered(9)


NOT_OURS = {
    "a portal's page": Reply(200, "text/html", b"<html>Welcome</html>"),
    "an empty answer": Reply(200, "application/json", b""),
    "an empty object": reply(200, {}),
    "a list": reply(200, [ACK]),
    "a cut answer": Reply(200, "application/json", json.dumps(ACK).encode()[:-9]),
    "bytes that are no text": Reply(200, "application/json", b"\xff\xfe\xfd"),
    "an answer nested too deep": Reply(200, "application/json", b"[" * 100_000),
    "our answer as a page": Reply(200, "text/html", json.dumps(ACK).encode()),
    "no content type": Reply(200, "", json.dumps(ACK).encode()),
    "another batch": reply(200, {**ACK, "batch": "1-7"}),
    "another digest": reply(200, {**ACK, "digest": "sha-256=:theirs:"}),
    "less than we sent": reply(200, {**ACK, "acked_seq": 8}),
    "a number that is a text": reply(200, {**ACK, "acked_seq": "9"}),
    "a number that is true": reply(200, {**ACK, "acked_seq": True}),
    "created": reply(201, ACK),
    "accepted": reply(202, ACK),
    "no content": Reply(204, "", b""),
    "a redirect": Reply(302, "text/html", b""),
    "a permanent redirect": reply(308, ACK),
    "bad request": reply(400, {"code": "bad"}),
    "a proxy asks for a password": Reply(407, "text/html", b""),
    "not found": Reply(404, "text/html", b"no such page"),
    "gone": Reply(410, "text/html", b""),
    "a foreign conflict": reply(409, {"code": "fork"}),
    "a conflict about another batch": refusal(409, "fork", batch="1-7"),
    "a gap about another digest": refusal(409, "gap", acked_seq=0, digest="sha-256=:theirs:"),
    "a gap without a number": refusal(409, "gap"),
    "a gap below nothing": refusal(409, "gap", acked_seq=-1),
    "a gap with a text": refusal(409, "gap", acked_seq="3"),
    "a conflict of another kind": refusal(409, "other"),
    "a broken body": refusal(422, "digest"),
    "a foreign wish for another schema": reply(426, {"code": "schema"}),
    "legal reasons": Reply(451, "text/html", b""),
    "a fault": Reply(500, "text/html", b"oops"),
    "a bad gateway": Reply(502, "text/html", b"bad gateway"),
    "the database is away": refusal(503, "database_away"),
}


@pytest.mark.parametrize("answer", NOT_OURS.values(), ids=NOT_OURS.keys())
def test_anything_else_is_a_failure_that_changes_nothing(answer: Reply) -> None:
    verdict = judge(answer, SENT)
    assert isinstance(verdict, Later)
    assert verdict.reason
    assert not verdict.centre_fault
    assert not verdict.smaller


@given(st.integers(100, 599), st.sampled_from(["", "text/html", "application/json"]), st.binary(max_size=60))
def test_no_stray_bytes_ever_deliver_or_start_over(status: int, content_type: str, body: bytes) -> None:
    assert not isinstance(judge(Reply(status, content_type, body), SENT), Delivered | Rewind | Fork)


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [
        (refusal(409, "gap", acked_seq=0), Rewind(0)),
        (refusal(409, "fork", acked_seq=150), Fork()),
        (refusal(409, "lease"), Hold("lease", "status 409: lease")),
        (refusal(426, "schema"), Hold("schema", "status 426: schema")),
        (refusal(401, "token_unknown"), Hold("token_refused", "status 401: token_unknown")),
        (Reply(403, "text/html", b"no"), Hold("token_refused", "status 403, without a reason")),
        (Reply(413, "text/html", b"too large"), Smaller()),
        (refusal(500, "internal"), Later("status 500: internal", centre_fault=True)),
        (Reply(429, "", b"", 7.0), Later("status 429, without a reason", after_s=7.0)),
        (UplinkError("down"), Later("down")),
        (UplinkTimeoutError("slow"), Later("slow", smaller=True)),
    ],
)
def test_each_refusal_has_its_meaning(outcome: Reply | UplinkError, verdict: Verdict) -> None:
    assert judge(outcome, SENT) == verdict


@pytest.mark.parametrize("status", [429, 503])
def test_patience_is_asked_for_by_the_centre_alone(status: int) -> None:
    asked = replace(refusal(status, "busy"), retry_after_s=7.0)
    verdict = judge(asked, SENT)
    assert isinstance(verdict, Busy)
    assert verdict.after_s == 7.0
    assert isinstance(judge(refusal(status, "busy", batch="1-7"), SENT), Later), "about another batch"
    assert isinstance(judge(refusal(status, "database_away"), SENT), Later)
    assert isinstance(judge(Reply(status, "text/html", b"busy", 7.0), SENT), Later)


def test_a_packing_that_is_not_read_is_left_off() -> None:
    assert judge(Reply(415, "text/html", b""), SENT) == Later("status 415, without a reason", plain=True)
