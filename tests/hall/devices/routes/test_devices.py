"""Pairing, reports and withdrawal of devices over HTTP."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import select

from hall.platform.db.tables.core import idempotency
from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def code_for(hall: RunningHall, kind: str = "kiosk", **more: object) -> str:
    return str(good(hall.post("/devices/codes", "admin", {"kind": kind, "name": "by the door", **more}), 201)["code"])


def test_a_code_is_spent_once_for_a_token_of_its_kind(hall: RunningHall) -> None:
    code = code_for(hall)
    paired = good(hall.post("/devices/pair", None, {"code": f"{code[:4].lower()} {code[4:]}", "kind": "kiosk"}), 201)
    assert (paired["kind"], paired["counter"]) == ("kiosk", None)
    good(hall.post("/visits", paired["token"], {"service": "A"}), 201)
    refused(hall.post("/devices/pair", None, {"code": code, "kind": "kiosk"}), "code_refused", 403)


def test_a_counter_pc_is_bound_to_its_counter(hall: RunningHall) -> None:
    paired = good(
        hall.post("/devices/pair", None, {"code": code_for(hall, "counter", counter=2), "kind": "counter"}), 201
    )
    assert paired["counter"] == 2
    good(hall.get("/counters/2", paired["token"]))
    refused(hall.get("/counters/1", paired["token"]), "role_refused", 403)


def test_an_answer_that_was_lost_comes_again_under_the_same_key(hall: RunningHall) -> None:
    body, key = {"code": code_for(hall), "kind": "kiosk"}, {"Idempotency-Key": "k1"}
    first = good(hall.post("/devices/pair", None, body, headers=key), 201)
    assert good(hall.post("/devices/pair", None, body, headers=key), 201) == first
    good(hall.get("/hall", first["token"]))


@pytest.mark.parametrize("code", ["", "ABCDEFGH", "TOO-SHORT", "٠١٢٣٤٥٦٧", "x" * 200])
def test_a_wrong_code_is_refused_and_says_no_more(hall: RunningHall, code: str) -> None:
    refused(hall.post("/devices/pair", None, {"code": code, "kind": "kiosk"}), "code_refused", 403)


def test_a_code_is_for_one_kind(hall: RunningHall) -> None:
    code = code_for(hall, "board")
    refused(hall.post("/devices/pair", None, {"code": code, "kind": "kiosk"}), "code_refused", 403)
    good(hall.post("/devices/pair", None, {"code": code, "kind": "board"}), 201)


def test_a_code_dies_after_ten_minutes(hall: RunningHall) -> None:
    code = code_for(hall)
    hall.clock.move_on(minutes=10, seconds=1)
    refused(hall.post("/devices/pair", None, {"code": code, "kind": "kiosk"}), "code_refused", 403)


def test_five_tries_a_minute_and_no_more_whatever_address_is_made_up(hall: RunningHall) -> None:
    code = code_for(hall)
    for number in range(5):
        made_up = {"X-Forwarded-For": f"10.0.0.{number}"}
        answer = hall.post("/devices/pair", None, {"code": "00000000", "kind": "kiosk"}, headers=made_up)
        refused(answer, "code_refused", 403)
    answer = hall.post("/devices/pair", None, {"code": code, "kind": "kiosk"})
    refused(answer, "too_many_tries", 429)
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    hall.clock.move_on(seconds=61)
    good(hall.post("/devices/pair", None, {"code": code, "kind": "kiosk"}), 201)


@pytest.mark.parametrize(
    ("body", "code", "status"),
    [
        ({"kind": "toaster", "name": "x"}, "field_invalid", 422),
        ({"kind": "kiosk", "name": " "}, "field_invalid", 422),
        ({"kind": "kiosk", "name": "x" * 101}, "field_invalid", 422),
        ({"kind": "kiosk", "name": "x", "counter": 1}, "field_invalid", 422),
        ({"kind": "counter", "name": "x"}, "field_invalid", 422),
        ({"kind": "counter", "name": "x", "counter": 77}, "counter_unknown", 404),
    ],
)
def test_no_code_is_made_for_what_cannot_be(hall: RunningHall, body: dict[str, object], code: str, status: int) -> None:
    refused(hall.post("/devices/codes", "head", body), code, status)


def test_a_report_is_seen_by_the_hall_head(hall: RunningHall) -> None:
    device = hall.devices["kiosk"]
    body = {"state": "degraded", "printer": "ok", "paper": "low"}
    assert hall.post(f"/devices/{device}/state", "kiosk", body).status_code == 204
    [seen] = [row for row in good(hall.get("/devices", "head")) if row["device"] == device]
    assert (seen["state"], seen["paper"], seen["kind"]) == ("degraded", "low", "kiosk")
    assert seen in good(hall.get("/queues", "head"))["devices"]
    assert good(hall.get("/queues", "kiosk"))["devices"] == []
    refused(hall.post(f"/devices/{device}/state", "kiosk", {"state": "fine"}), "field_invalid", 422)
    refused(hall.post("/devices/nobody/state", "head", {"state": "ok"}), "device_unknown", 404)


def test_the_same_report_again_is_no_new_fact(hall: RunningHall) -> None:
    path = f"/devices/{hall.devices['kiosk']}/state"
    hall.post(path, "kiosk", {"state": "ok"})
    before = good(hall.get("/board", "board"))["seq"]
    hall.post(path, "kiosk", {"state": "ok"})
    assert good(hall.get("/board", "board"))["seq"] == before
    hall.post(path, "kiosk", {"state": "failed", "reason": "cover open"})
    assert good(hall.get("/board", "board"))["seq"] == before + 1


def test_a_withdrawn_device_is_out_at_once(hall: RunningHall) -> None:
    hall.issue()
    assert hall.post(f"/devices/{hall.devices['kiosk']}/revoke", "admin").status_code == 204
    refused(hall.post("/visits", "kiosk", {"service": "A"}), "token_unknown", 401)
    refused(hall.post(f"/devices/{hall.devices['kiosk']}/revoke", "admin"), "device_unknown", 404)


def test_with_a_withdrawn_counter_pc_nobody_goes_on_working_there_and_the_visit_in_hand_is_kept(
    hall: RunningHall,
) -> None:
    visit = hall.issue()["visit"]
    agent, other = hall.sign_in(), hall.sign_in(2, "maryam", "802946")
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post(f"/devices/{hall.devices['counter1']}/revoke", "admin"), 204)
    refused(hall.post("/counters/1/begin", agent), "token_unknown", 401)
    assert good(hall.get("/counters/2", other))["current"] is None
    code = code_for(hall, "counter", counter=1)
    paired = good(hall.post("/devices/pair", None, {"code": code, "kind": "counter"}), 201)
    again = good(hall.post("/counters/1/sign-in", paired["token"], {"agent": "salim", "pin": "471829"}))["token"]
    refused(hall.post("/counters/1/begin", agent), "token_unknown", 401)
    assert good(hall.post("/counters/1/begin", again))["visit"] == visit
    third = good(hall.post("/counters/1/sign-in", paired["token"], {"agent": "salim", "pin": "471829"}))["token"]
    refused(hall.post("/counters/1/finish", agent, {"outcome": "completed"}), "token_unknown", 401)
    good(hall.post("/counters/1/finish", third, {"outcome": "completed"}))


def test_a_pairing_code_lies_in_no_table_as_it_is_typed(hall: RunningHall) -> None:
    key = {"Idempotency-Key": "a-code-for-the-kiosk"}
    made = good(hall.post("/devices/codes", "head", {"kind": "kiosk", "name": "Door"}, headers=key), 201)
    with hall.hall.store.engine.connect() as connection:
        kept = [bytes(body).decode() for body in connection.execute(select(idempotency.c.body)).scalars()]
    assert [body for body in kept if made["code"] in body] == []


def test_a_kiosk_and_all_of_them_pause_and_go_on(hall: RunningHall) -> None:
    kiosk = hall.devices["kiosk"]
    other = good(hall.post("/devices/pair", None, {"code": code_for(hall), "kind": "kiosk"}), 201)["device"]

    def paused() -> list[str]:
        return list(good(hall.get("/hall", "kiosk"))["kiosk"]["paused"])

    good(hall.post("/devices/pause", "head", {"device": kiosk, "paused": True}), 204)
    assert paused() == [kiosk]
    refused(hall.post("/devices/pause", "head", {"device": kiosk, "paused": True}), "already_so", 409)
    good(hall.post("/devices/pause", "head", {"paused": True}), 204)
    assert paused() == sorted([kiosk, other])
    good(hall.post("/devices/pause", "head", {"device": kiosk, "paused": False}), 204)
    assert paused() == [other]
    good(hall.post("/devices/pause", "head", {"paused": False}), 204)
    assert paused() == []
    refused(
        hall.post("/devices/pause", "head", {"device": hall.devices["board"], "paused": True}), "device_unknown", 404
    )
    assert good(hall.get("/settings", "head"))["changes"] == []


def test_a_paused_kiosk_gets_no_ticket_whatever_its_program_does(hall: RunningHall) -> None:
    before = {"service": "A", "visit": str(uuid.uuid4())}
    good(hall.post("/visits", "kiosk", before), 201)
    good(hall.post("/devices/pause", "head", {"device": hall.devices["kiosk"], "paused": True}), 204)
    refused(hall.post("/visits", "kiosk", {"service": "A"}), "kiosk_paused", 409)
    good(hall.post("/visits", "kiosk", before), 201)  # a retry: its number may be in the visitor's hand
    good(hall.post("/visits", "reception", {"service": "A"}), 201)
    good(hall.post("/devices/pause", "head", {"device": hall.devices["kiosk"], "paused": False}), 204)
    good(hall.post("/visits", "kiosk", {"service": "A"}), 201)


def test_a_device_gets_another_name(hall: RunningHall) -> None:
    board = hall.devices["board"]
    good(hall.post(f"/devices/{board}/name", "head", {"name": " Board by the door "}), 204)
    assert {one["device"]: one["name"] for one in good(hall.get("/devices", "head"))}[board] == "Board by the door"
    refused(hall.post(f"/devices/{board}/name", "head", {"name": " "}), "field_invalid", 422)
    refused(hall.post("/devices/nobody/name", "head", {"name": "x"}), "device_unknown", 404)


def test_a_code_comes_with_its_qr_code(hall: RunningHall) -> None:
    made = good(hall.post("/devices/codes", "head", {"kind": "board", "name": "board 2"}), 201)
    assert len(made["cells"]) >= 21
    assert {len(row) for row in made["cells"]} == {len(made["cells"])}
    assert set("".join(made["cells"])) == {"0", "1"}
