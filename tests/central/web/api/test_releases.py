"""A hall asks over HTTP which release it should have, gets its parts while it should have it, and says how it ended."""

from __future__ import annotations

from datetime import UTC, datetime

from central.releases import files, rollout
from central.releases.plan import Plan
from common.releases.signature import signature_of
from contracts.releases import PART_BYTES
from tests.central.web.conftest import Caller
from tests.helpers.releases import SYSTEM, put_release

NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
PATH = "/v1/halls/1/release"


def ask(hall: Caller) -> int:
    return hall.call("GET", PATH, params={"system": SYSTEM}).status_code


def test_a_hall_gets_the_file_in_parts_as_long_as_it_should_have_it(hall: Caller) -> None:
    file = put_release(hall.centre, "0.3.0", padding=PART_BYTES)
    assert ask(hall) == 204
    rollout.publish(hall.centre.engine, "0.3.0", Plan("1"), by="salim", now=NOW)
    offer = hall.call("GET", PATH, params={"system": SYSTEM}).json()
    assert (offer["version"], offer["name"]) == ("0.3.0", file.name)
    assert offer["signature"] == signature_of(file).read_text().strip()
    paths = [f"{PATH}/0.3.0/{SYSTEM}/parts/{part}" for part in range(offer["parts"])]
    parts = [hall.call("GET", path) for path in paths]
    assert b"".join(one.content for one in parts) == file.read_bytes()
    assert parts[0].headers["Content-Type"] == "application/octet-stream"
    rollout.change(hall.centre.engine, "0.3.0", "stop", by="salim", now=NOW)
    assert hall.refused("GET", paths[0]) == (404, "release_not_offered")
    assert ask(hall) == 204


def test_a_file_that_is_lost_at_the_centre_is_named_and_gives_no_bytes(hall: Caller) -> None:
    file = put_release(hall.centre, "0.3.0")
    rollout.publish(hall.centre.engine, "0.3.0", Plan("1"), by="salim", now=NOW)
    (hall.centre.data / files.FOLDER / file.name).unlink()
    assert hall.refused("GET", f"{PATH}/0.3.0/{SYSTEM}/parts/0") == (404, "release_file_missing")


def test_a_failure_told_by_a_hall_stops_the_release(hall: Caller) -> None:
    put_release(hall.centre, "0.3.0")
    result = {"state": "failed", "at": "2026-11-30T20:00:00Z", "problem": "it did not come up"}
    assert hall.refused("PUT", f"{PATH}/0.3.0/result", json=result) == (404, "release_unknown")
    rollout.publish(hall.centre.engine, "0.3.0", Plan("1"), by="salim", now=NOW)
    assert hall.refused("PUT", f"{PATH}/0.3.0/result", json={**result, "state": "good"})[0] == 422
    assert ask(hall) == 200
    assert hall.call("PUT", f"{PATH}/0.3.0/result", json=result).status_code == 204
    assert ask(hall) == 204
