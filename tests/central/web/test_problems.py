"""Errors that are nobody's choice: also told as problem documents, and told apart."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from contracts.centre.batch import content_digest
from tests.central.web.conftest import Caller
from tests.helpers.batches import incoming, outbox_of, record

pytestmark = pytest.mark.allow_logs


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "no_such_path"),
        ("POST", "/v1/meta", 405, "no_such_method"),
        ("GET", "/v1/figures?day=yesterday", 422, "invalid"),
        ("GET", "/halls/9", 404, "hall_unknown"),
        ("GET", "/static/../app.py", 404, "no_such_path"),
    ],
)
def test_each_wrong_turn_has_its_code(hall: Caller, method: str, path: str, status: int, code: str) -> None:
    assert hall.refused(method, path) == (status, code)


def test_a_database_in_trouble_is_not_the_batchs_fault(hall: Caller) -> None:
    with hall.centre.engine.begin() as connection:
        connection.execute(text("ALTER TABLE batch RENAME TO elsewhere"))
    sent = incoming(outbox_of(record(1)), 1, 1)
    headers = {"Content-Encoding": "gzip", "Content-Digest": content_digest(sent.content)}
    answer = hall.call("PUT", f"/v1/halls/1/streams/{sent.stream}/batches/1-1", data=sent.content, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (503, "database_away")
    assert answer.headers["Retry-After"] == "10"


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("INSERT", {}, OSError("disk is full")),
        InterfaceError("INSERT", {}, OSError("connection already closed")),
        PoolTimeoutError("QueuePool limit reached"),
    ],
)
def test_every_trouble_of_the_database_means_later(
    hall: Caller, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    from central.intake import batch_intake

    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(batch_intake, "sort_lines", broken)
    sent = incoming(outbox_of(record(1)), 1, 1)
    headers = {"Content-Encoding": "gzip", "Content-Digest": sent.digest}
    path = f"/v1/halls/1/streams/{sent.stream}/batches/1-1"
    assert hall.refused("PUT", path, data=sent.content, headers=headers) == (503, "database_away")


def test_our_own_fault_names_the_batch_so_that_the_hall_can_look_for_the_bad_entry(
    hall: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    from central.intake import batch_intake

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(batch_intake, "sort_lines", broken)
    sent = incoming(outbox_of(record(1)), 1, 1)
    headers = {"Content-Encoding": "gzip", "Content-Digest": sent.digest}
    answer = hall.call("PUT", f"/v1/halls/1/streams/{sent.stream}/batches/1-1", data=sent.content, headers=headers)
    document = answer.json()
    assert (answer.status_code, document["code"]) == (500, "internal")
    assert (document["batch"], document["digest"]) == ("1-1", sent.digest)
    assert "ZeroDivision" not in answer.text
