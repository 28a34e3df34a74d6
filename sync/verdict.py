"""Decide what an answer of the centre means.

An answer is believed only when it names our batch and our digest. A portal's 200, a redirect, a proxy's 403, a cut or
foreign answer, are failures: nothing is marked, nothing is deleted, nothing is skipped.

Errors:
    UplinkError               no answer came
        UplinkTimeoutError    none came in time: the batch may be too large for this wire
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import assert_never

from contracts.centre.sync_api import BatchAnswer, QuarantinedEntry
from contracts.codec.reader import ContractError, from_json
from sync.ports import Reply


class UplinkError(Exception):
    """The centre gave no answer; the message says why, in words for a technician."""


class UplinkTimeoutError(UplinkError):
    """The centre gave no answer in time."""


@dataclass(frozen=True)
class Sent:
    """What we sent and want to hear about: the batch's name, its last seq and its `Content-Digest`."""

    batch: str
    last: int
    digest: str


@dataclass(frozen=True)
class Delivered:
    """The centre has every entry up to `last`; some of them in quarantine."""

    last: int
    quarantined: tuple[QuarantinedEntry, ...] = ()


@dataclass(frozen=True)
class Rewind:
    """The centre has nothing after `to`: send again from there."""

    to: int


@dataclass(frozen=True)
class Fork:
    """The centre's history of this stream is not ours: begin a new stream."""


@dataclass(frozen=True)
class Smaller:
    """The batch was too large for the centre or for something before it."""


@dataclass(frozen=True)
class Later:
    """It failed; send the same again.

    `centre_fault`: the centre itself broke on exactly this batch. `plain`: its packing was not read, use gzip.
    """

    reason: str
    after_s: float | None = None
    smaller: bool = False
    centre_fault: bool = False
    plain: bool = False


@dataclass(frozen=True)
class Busy:
    """The centre itself asked for patience (429 or 503, naming our batch): no trouble, only a wait."""

    reason: str
    after_s: float


@dataclass(frozen=True)
class Hold:
    """Only a person can correct it: `code` token_refused, lease or schema. Keep everything and ask now and then."""

    code: str
    reason: str


Verdict = Delivered | Rewind | Fork | Smaller | Later | Busy | Hold


def judge(outcome: Reply | UplinkError, sent: Sent) -> Verdict:
    """Return what the outcome of one request means for the batch `sent`."""
    match outcome:
        case UplinkTimeoutError():
            return Later(str(outcome), smaller=True)
        case UplinkError():
            return Later(str(outcome))
        case Reply():
            return _judge_success(outcome, sent) if outcome.status == HTTPStatus.OK else _judge_refusal(outcome, sent)
        case _:
            assert_never(outcome)


def _judge_success(reply: Reply, sent: Sent) -> Verdict:
    document = _document(reply)
    try:
        answer = from_json(BatchAnswer, document)
    except ContractError as error:
        return Later(f"status 200, but not the centre's answer ({error}): a portal or proxy in between?")
    if (answer.batch, answer.digest) != (sent.batch, sent.digest):
        return Later(f"the answer is about another batch ({answer.batch})")
    if answer.acked_seq < sent.last:
        return Later(f"the centre confirmed {answer.acked_seq} only, not {sent.last}")
    return Delivered(sent.last, answer.quarantined)


def _judge_refusal(reply: Reply, sent: Sent) -> Verdict:
    document = _document(reply)
    ours = (document.get("batch"), document.get("digest")) == (sent.batch, sent.digest)
    said = _reason_text(reply, document)
    match reply.status:
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return Smaller()
        case HTTPStatus.UNSUPPORTED_MEDIA_TYPE:
            return Later(said, plain=True)
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            return Hold("token_refused", said)
        case _ if ours:
            return _judge_own_refusal(reply, document, said)
        case _:
            return Later(said, after_s=reply.retry_after_s)


def _judge_own_refusal(reply: Reply, document: dict[str, object], said: str) -> Verdict:
    """Return what a refusal means that names our batch and our digest: it is the centre's own."""
    match reply.status, document.get("code"):
        case HTTPStatus.CONFLICT, "gap":
            return _judge_gap(document, said)
        case HTTPStatus.CONFLICT, "fork":
            return Fork()
        case (HTTPStatus.CONFLICT, "lease") | (HTTPStatus.UPGRADE_REQUIRED, "schema"):
            return Hold(str(document["code"]), said)
        case HTTPStatus.TOO_MANY_REQUESTS | HTTPStatus.SERVICE_UNAVAILABLE, "busy":
            return Busy(said, reply.retry_after_s or 1.0)
        case HTTPStatus.INTERNAL_SERVER_ERROR, "internal":
            return Later(said, after_s=reply.retry_after_s, centre_fault=True)
        case _:
            return Later(said, after_s=reply.retry_after_s)


def _judge_gap(document: dict[str, object], said: str) -> Verdict:
    acked = document.get("acked_seq")
    if not isinstance(acked, int) or isinstance(acked, bool) or acked < 0:
        return Later(f"{said} (without a number to go back to)")
    return Rewind(acked)


def _document(reply: Reply) -> dict[str, object]:
    if not reply.content_type.partition(";")[0].strip().endswith(("/json", "+json")):
        return {}
    try:
        value = json.loads(reply.body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _reason_text(reply: Reply, document: dict[str, object]) -> str:
    detail = document.get("detail")
    return f"status {reply.status}: {detail}" if isinstance(detail, str) else f"status {reply.status}, without a reason"
