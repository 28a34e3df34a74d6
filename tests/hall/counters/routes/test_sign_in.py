"""Signing in over HTTP: PIN, lock-out by the hall's clock, and the token that comes of it."""

from __future__ import annotations

import sqlite3

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

RIGHT = {"agent": "salim", "pin": "471829"}


def test_agent_and_pin_open_a_session_at_their_own_counter(hall: RunningHall) -> None:
    answer = good(hall.post("/counters/1/sign-in", "counter1", RIGHT))
    assert (answer["agent"], answer["counter"]) == ("salim", 1)
    assert good(hall.get("/counters/1", answer["token"]))["session"]["agent"] == "salim"
    refused(hall.post("/counters/2/sign-in", "counter1", RIGHT), "role_refused", 403)


def test_the_same_agent_again_gets_the_session_that_is_open(hall: RunningHall) -> None:
    assert hall.sign_in() == hall.sign_in()


def test_a_wrong_pin_and_an_unknown_agent_look_the_same(hall: RunningHall) -> None:
    wrong = refused(hall.post("/counters/1/sign-in", "counter1", RIGHT | {"pin": "0000"}), "pin_wrong", 403)
    nobody = refused(hall.post("/counters/1/sign-in", "counter1", RIGHT | {"agent": "nobody"}), "pin_wrong", 403)
    assert wrong == nobody


def test_five_wrong_pins_lock_for_five_minutes_and_time_unlocks(hall: RunningHall) -> None:
    for _ in range(5):
        refused(hall.post("/counters/1/sign-in", "counter1", RIGHT | {"pin": "0000"}), "pin_wrong", 403)
    locked = hall.post("/counters/1/sign-in", "counter1", RIGHT)
    refused(locked, "pin_locked", 423)
    assert 290 <= int(locked.headers["Retry-After"]) <= 301
    hall.clock.move_on(seconds=290)
    refused(hall.post("/counters/1/sign-in", "counter1", RIGHT), "pin_locked", 423)
    hall.clock.move_on(seconds=11)
    good(hall.post("/counters/1/sign-in", "counter1", RIGHT))


def test_a_counter_has_one_agent_and_an_agent_one_counter(hall: RunningHall) -> None:
    hall.sign_in(1, "salim", "471829")
    refused(hall.post("/counters/1/sign-in", "counter1", {"agent": "maryam", "pin": "802946"}), "counter_taken", 409)
    refused(hall.post("/counters/2/sign-in", "counter2", RIGHT), "agent_elsewhere", 409)


def test_a_session_that_ended_opens_nothing(hall: RunningHall) -> None:
    token = hall.sign_in()
    assert hall.post("/counters/1/sign-out", token).status_code == 204
    refused(hall.get("/counters/1", token), "token_unknown", 401)
    assert hall.sign_in() != token


def test_the_database_holds_no_token_and_no_pin(hall: RunningHall) -> None:
    token = good(hall.post("/counters/1/sign-in", "counter1", RIGHT, headers={"Idempotency-Key": "once"}))["token"]
    again = good(hall.post("/counters/1/sign-in", "counter1", RIGHT, headers={"Idempotency-Key": "once"}))["token"]
    assert again == token
    with sqlite3.connect(hall.hall.config.data / "hall.sqlite") as database:
        dump = "\n".join(database.iterdump())
    database.close()
    assert "salim" in dump
    assert "$argon2id$" not in dump, "sealed: who has the database alone cannot try PINs"
    for secret in (token, "471829", *hall.tokens.values()):
        assert f"'{secret}'" not in dump
        assert f'"{secret}"' not in dump


def test_the_first_sign_in_ever_is_told_as_such_and_no_later_one(hall: RunningHall) -> None:
    body = {"agent": "salim", "pin": "471829"}
    first = good(hall.post("/counters/1/sign-in", "counter1", body))
    assert first["first"] is True
    good(hall.post("/counters/1/sign-out", first["token"]), 204)
    assert good(hall.post("/counters/1/sign-in", "counter1", body))["first"] is False
    assert good(hall.post("/counters/2/sign-in", "counter2", {"agent": "maryam", "pin": "802946"}))["first"] is True


@pytest.mark.parametrize(("visit", "state"), [("return", "waiting"), ("finish", "finished")])
def test_the_head_signs_out_who_is_ill_and_says_what_happens_to_the_visit(
    hall: RunningHall, visit: str, state: str
) -> None:
    agent = hall.sign_in()
    ticket = hall.issue()["ticket"]
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent))
    refused(hall.post("/counters/1/sign-out", "head"), "visit_open", 409)
    refused(hall.post("/counters/1/sign-out", "head", {"visit": "forget"}), "field_invalid", 422)
    good(hall.post("/counters/1/sign-out", "head", {"visit": visit}), 204)
    assert good(hall.get(f"/visits?ticket={ticket}", "head"))["state"] == state
    refused(hall.get("/counters/1", agent), "token_unknown", 401)
