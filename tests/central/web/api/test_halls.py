"""The routes of halls: what they answer, and what they refuse by name."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from central.access import tokens
from central.halls import registry
from contracts.centre.batch import compress, content_digest
from contracts.centre.sync_api import MAX_COMPRESSED_BYTES
from tests.central.web.conftest import Caller
from tests.helpers.batches import incoming, outbox_of, record, stored

TODAY = datetime.now(UTC).date()
BATCH = "/v1/halls/1/streams/s/batches/1-2"
LIVE = {"at": "2026-11-24T05:00:00Z", "services": [{"service": "A", "waiting": 3, "longest_wait_s": 60, "names": {}}]}


def put_batch(hall: Caller, content: bytes, *, path: str = BATCH, **headers: str) -> tuple[int, dict[str, object]]:
    given = {"Content-Encoding": "gzip", "Content-Digest": content_digest(content), **headers}
    answer = hall.call("PUT", path, data=content, headers={name: value for name, value in given.items() if value})
    return answer.status_code, answer.json()


def test_a_batch_is_answered_after_it_is_stored(hall: Caller) -> None:
    box = outbox_of(record(1, service_day=TODAY), record(2, service_day=TODAY))
    sent = incoming(box, 1, 2)
    path = f"/v1/halls/1/streams/{sent.stream}/batches/1-2"
    clock = (datetime.now(UTC) - timedelta(hours=2)).isoformat()
    status, answer = put_batch(hall, sent.content, path=path, **{"X-Clock": clock})
    assert status == 200
    assert (answer["batch"], answer["digest"], answer["acked_seq"]) == ("1-2", sent.digest, 2)
    assert 7_190_000 < int(str(answer["skew_ms"])) < 7_260_000
    assert len(stored(hall.centre.engine)) == 2
    digests = hall.call("GET", f"/v1/halls/1/digests?from={TODAY}&to={TODAY}").json()["days"]
    assert [(d["service_day"], d["visits"]) for d in digests] == [(TODAY.isoformat(), 2)]
    assert hall.call("GET", "/v1/halls/1/serving-times").json() == {"services": []}, "there is no other hall"
    (stream,) = hall.call("GET", "/v1/halls/1/streams").json()["streams"]
    assert (stream["stream"], stream["acked_seq"], stream["head"]) == (sent.stream, 2, box.chain_at(2))


def test_a_refused_batch_is_named_in_its_refusal(hall: Caller) -> None:
    box = outbox_of(*(record(n, service_day=TODAY) for n in range(1, 5)))
    sent = incoming(box, 3, 4)
    path = f"/v1/halls/1/streams/{sent.stream}/batches/3-4"
    status, answer = put_batch(hall, sent.content, path=path)
    assert (status, answer["code"], answer["acked_seq"]) == (409, "gap", 0)
    assert (answer["batch"], answer["digest"]) == ("3-4", sent.digest)


def test_a_clock_that_cannot_be_read_is_no_reason_to_refuse(hall: Caller) -> None:
    box = outbox_of(record(1, service_day=TODAY), record(2, service_day=TODAY))
    sent = incoming(box, 1, 2)
    path = f"/v1/halls/1/streams/{sent.stream}/batches/1-2"
    for clock in ("", "now", "2026-11-24T05:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"):
        status, answer = put_batch(hall, sent.content, path=path, **{"X-Clock": clock})
        assert (status, answer["skew_ms"]) == (200, None)


BOMB = compress(b"\0" * (9 * 1024 * 1024))


@pytest.mark.parametrize(
    ("content", "headers", "status", "code"),
    [
        (b"x" * (MAX_COMPRESSED_BYTES + 1), {}, 413, "too_large"),
        (BOMB, {}, 422, "unreadable_batch"),
        (b"not gzip", {}, 422, "unreadable_batch"),
        (compress(b"{}"), {"Content-Digest": "sha-256=:AAAA:"}, 422, "digest"),
        (compress(b"{}"), {"Content-Digest": ""}, 422, "invalid"),
        (compress(b"{}"), {"Content-Encoding": ""}, 415, "content_encoding"),
        (compress(b"{}"), {"Content-Encoding": "br"}, 415, "content_encoding"),
        (compress(b"\xff\xfe"), {}, 422, "unreadable_batch"),
        (b"", {}, 422, "unreadable_batch"),
    ],
)
def test_a_bad_batch_is_refused_by_name(
    hall: Caller, content: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    found, answer = put_batch(hall, content, **headers)
    assert (found, answer["code"]) == (status, code)
    assert stored(hall.centre.engine) == {}


def test_a_body_that_does_not_say_its_length_is_cut_off_at_the_limit(hall: Caller) -> None:
    parts = (b"x" * 65536 for _ in range(32))
    headers = {"Content-Encoding": "gzip", "Content-Digest": "x"}
    answer = hall.call("PUT", BATCH, data=parts, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", BATCH),
        ("PUT", "/v1/halls/1/live"),
        ("POST", "/v1/halls/1/heartbeat"),
        ("GET", "/v1/halls/1/digests?from=2026-11-24&to=2026-11-24"),
        ("GET", "/v1/halls/1/streams"),
        ("GET", "/v1/halls/1/serving-times"),
    ],
)
def test_each_route_asks_for_the_halls_own_token(hall: Caller, method: str, path: str) -> None:
    foreign = hall.centre.enrol("2")
    reader = tokens.new_reader_token(hall.centre.engine, "analyst", now=datetime.now(UTC))
    headers = {"Content-Encoding": "gzip", "Content-Digest": "x"}
    assert hall.refused(method, path, token="", headers=headers) == (401, "token_missing")
    assert hall.refused(method, path, token="wrong", headers=headers) == (401, "token_unknown")
    assert hall.refused(method, path, token=foreign, headers=headers) == (403, "foreign_hall")
    assert hall.refused(method, path, token=reader, headers=headers) == (403, "foreign_hall")


def test_live_figures_and_heartbeats_are_kept(hall: Caller) -> None:
    assert hall.call("PUT", "/v1/halls/1/live", json={**LIVE, "weather": "fine"}).status_code == 204
    assert hall.call("POST", "/v1/halls/1/heartbeat", json={"unsent": 4}).status_code == 204
    (one,) = hall.call("GET", "/v1/figures").json()["halls"]
    assert (one["waiting_now"], one["unsent"]) == (3, 4)


def test_a_monitor_reads_how_each_hall_is(hall: Caller) -> None:
    beat = {
        "unsent": 4,
        "app": "0.2.0+abc",
        "disk_free_mb": 1200,
        "devices": [{"kind": "kiosk", "name": "k", "state": "failed"}],
    }
    assert hall.call("POST", "/v1/halls/1/heartbeat", json=beat).status_code == 204
    reader = tokens.new_reader_token(hall.centre.engine, "monitor", now=datetime.now(UTC))
    figures = hall.call("GET", "/v1/metrics", token=reader).text
    assert 'dawr_centre_hall_info{hall="1",version="0.2.0+abc"} 1.0' in figures
    assert 'dawr_centre_hall_unsent{hall="1"} 4.0' in figures
    assert 'dawr_centre_hall_disk_free_bytes{hall="1"} 1.2e+09' in figures
    assert 'dawr_centre_hall_devices_failed{hall="1"} 1.0' in figures
    assert 'dawr_centre_hall_trouble{hall="1",trouble="devices"} 1.0' in figures
    assert "dawr_centre_hall_waiting{" not in figures, "it has told no live figures yet"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "not_json"),
        (b"{", 400, "not_json"),
        (b"\xff", 400, "not_json"),
        (b"[" * 50_000, 400, "not_json"),
        (b"[]", 422, "invalid"),
        (b"{}", 422, "invalid"),
        (b'{"at":"yesterday"}', 422, "invalid"),
        (json.dumps({**LIVE, "services": [{"service": 1}]}).encode(), 422, "invalid"),
        (b"x" * 70_000, 413, "too_large"),
    ],
)
def test_bad_live_figures_are_refused_by_field(hall: Caller, body: bytes, status: int, code: str) -> None:
    assert hall.refused("PUT", "/v1/halls/1/live", data=body) == (status, code)


def test_the_refusal_names_the_field(hall: Caller) -> None:
    document = hall.call("PUT", "/v1/halls/1/live", json={"at": "yesterday"}).json()
    assert document["fields"][0]["field"] == "at"


def test_a_pairing_code_becomes_a_token(hall: Caller) -> None:
    code, _ = registry.new_pairing_code(hall.centre.engine, "1", now=datetime.now(UTC))
    answer = hall.call("POST", "/v1/enrol", token="", json={"code": code})
    assert (answer.status_code, answer.json()["hall"]) == (201, "1")
    assert hall.call("GET", "/v1/halls/1/streams", token=answer.json()["token"]).status_code == 200
    assert hall.refused("POST", "/v1/enrol", token="", json={"code": code}) == (401, "code_refused")


def test_guessing_codes_is_stopped(hall: Caller) -> None:
    codes = [hall.refused("POST", "/v1/enrol", token="", json={"code": "AAAAAAAA"}) for _ in range(22)]
    assert codes == [(401, "code_refused")] * 20 + [(429, "too_many_tries")] * 2
    assert hall.call("GET", "/v1/halls/1/streams").status_code == 200


def test_meta_tells_the_limits_to_anybody(hall: Caller) -> None:
    meta = hall.call("GET", "/v1/meta", token="").json()
    assert (meta["schema_min"], meta["schema_max"], meta["max_records"]) == (1, 1, 1000)
    assert meta["time"].endswith("Z")


@pytest.mark.parametrize("span", ["", "?from=x&to=y", "?from=2026-11-24", "?from=2026-11-24&to=2026-11-23"])
def test_a_bad_span_of_days_is_refused(hall: Caller, span: str) -> None:
    status, code = hall.refused("GET", f"/v1/halls/1/digests{span}")
    assert (status, code) in {(422, "invalid"), (422, "bad_span")}
