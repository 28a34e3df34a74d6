"""Accounts over HTTP: invitation, first access, sign-in, pause, roles, leaving."""

from __future__ import annotations

import json
import logging

import pytest
from sqlalchemy import select

from common.accounts.lock_out import FREE
from hall.platform.db.tables.core import fact
from tests.helpers.hall_accounts import PASSWORD, Person, invitation, person
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

pytestmark = pytest.mark.one_hall


def test_somebody_invited_is_in_after_password_and_first_code(hall: RunningHall) -> None:
    muna = person(hall)
    assert muna.get("/queues").status_code == 200
    assert len(set(muna.recovery_codes)) == 10
    shown = {one["name"]: one for one in good(hall.get("/accounts", "admin"))["accounts"]}
    assert (shown[muna.name]["state"], shown[muna.name]["sessions"]) == ("ready", 1)
    assert shown[muna.name]["recovery_codes_left"] == 10


def test_the_link_holds_its_secret_where_no_server_sees_it_and_works_once(hall: RunningHall) -> None:
    invited = invitation(hall)
    assert invited["url"] == f"{hall.base}/enter#invitation={invited['name']}:{invited['code']}"
    first = {"name": invited["name"], "code": invited["code"], "password": PASSWORD}
    good(hall.post("/accounts/first-password", None, first))
    refused(hall.post("/accounts/first-code", None, first | {"shown": "000000"}), "field_invalid", 422)
    wrong = {"name": invited["name"], "code": invited["code"], "shown": "000000"}
    refused(hall.post("/accounts/first-code", None, wrong), "authenticator_wrong", 403)
    hall.clock.move_on(hours=24)
    refused(hall.post("/accounts/first-code", None, wrong), "set_up_refused", 403)


@pytest.mark.parametrize("password", ["too short", "passwordpassword1", "a" * 201])
def test_a_password_that_is_easily_guessed_is_refused(hall: RunningHall, password: str) -> None:
    invited = invitation(hall)
    body = {"name": invited["name"], "code": invited["code"], "password": password}
    answer = hall.post("/accounts/first-password", None, body)
    assert (answer.status_code, answer.json()["code"]) in {(422, "password_refused"), (422, "field_invalid")}


def test_name_password_and_code_sign_in_and_each_code_once(hall: RunningHall) -> None:
    muna = person(hall)
    code = muna.code()
    assert muna.sign_in(code=code).status_code == 204
    assert muna.browser.cookies
    refused(muna.sign_in(code=code), "sign_in_refused", 403)
    refused(muna.sign_in(password="wrong" * 4), "sign_in_refused", 403)
    assert muna.sign_in(code=muna.recovery_codes[0]).status_code == 204
    refused(muna.sign_in(code=muna.recovery_codes[0]), "sign_in_refused", 403)


def test_wrong_tries_wait_the_same_for_a_name_that_is_there_and_one_that_is_not(hall: RunningHall) -> None:
    muna = person(hall)
    nobody = Person(hall, "nobody.here", b"", [])
    for one in (muna, nobody):
        for _ in range(FREE + 1):
            refused(one.sign_in(password="wrong" * 4, code="123456"), "sign_in_refused", 403)
        problem = refused(one.sign_in(password="wrong" * 4, code="123456"), "sign_in_locked", 423)
        assert "heard in" in problem["detail"]


def test_after_half_an_hour_without_a_command_the_password_is_asked_for_before_the_next(hall: RunningHall) -> None:
    muna = person(hall, "admin")
    hall.clock.move_on(minutes=31)
    assert muna.get("/queues").status_code == 200
    refused(muna.post("/alerts/acknowledge", {"alert": "x"}), "confirm_needed", 403)
    refused(muna.post("/session/confirm", {"password": "wrong" * 4}), "sign_in_refused", 403)
    assert muna.post("/session/confirm", {"password": PASSWORD}).status_code == 204
    assert muna.post("/alerts/acknowledge", {"alert": "x"}).json()["code"] != "confirm_needed"


def test_a_session_that_acts_stays_confirmed(hall: RunningHall) -> None:
    muna = person(hall, "admin")
    for _ in range(3):
        hall.clock.move_on(minutes=20)
        assert muna.post("/alerts/acknowledge", {"alert": "x"}).json()["code"] != "confirm_needed"
        hall.hall.parts.security.authenticator.forget()


def test_who_leaves_is_out_at_once_everywhere(hall: RunningHall) -> None:
    muna = person(hall, "analyst")
    assert muna.get("/queues").status_code == 200
    assert hall.post(f"/accounts/{muna.name}/end", "admin").status_code == 204
    refused(muna.get("/queues"), "token_unknown", 401)
    refused(muna.sign_in(), "sign_in_refused", 403)
    again = good(hall.post(f"/accounts/{muna.name}/invite-again", "admin"))
    assert again["name"] == muna.name
    refused(hall.post("/accounts/nobody/end", "admin"), "account_unknown", 404)


def test_a_new_role_is_that_of_the_next_sign_in(hall: RunningHall) -> None:
    muna = person(hall, "auditor")
    refused(muna.get("/queues"), "role_refused", 403)
    assert hall.post(f"/accounts/{muna.name}/role", "admin", {"role": "analyst"}).status_code == 204
    refused(muna.get("/queues"), "token_unknown", 401)
    assert muna.sign_in().status_code == 204
    assert muna.get("/queues").status_code == 200


def test_only_an_administrator_makes_administrators(hall: RunningHall) -> None:
    body = {"name": "badr.ali", "full_name": "Badr Ali", "role": "admin"}
    refused(hall.post("/accounts", "head", body), "role_refused", 403)
    admin = person(hall, "admin")
    for act, asked in (("invite-again", {}), ("end", {}), ("role", {"role": "reception"})):
        refused(hall.post(f"/accounts/{admin.name}/{act}", "head", asked), "role_refused", 403)
    session = good(admin.get("/sessions"))["sessions"][0]["id"]
    refused(hall.post(f"/sessions/{session}/end", "head"), "role_refused", 403)
    assert admin.get("/queues").status_code == 200
    assert "admin" not in good(hall.get("/accounts", "head"))["roles"]
    refused(hall.get("/accounts", "analyst"), "role_refused", 403)


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", "M"), ("name", "muna said"), ("full_name", " "), ("role", "king"), ("unit", "lands")],
)
def test_what_is_wrong_in_an_invitation_is_named(hall: RunningHall, field: str, value: str) -> None:
    body = {"name": "muna.said", "full_name": "Muna Said", "role": "head", "unit": ""} | {field: value}
    problem = refused(hall.post("/accounts", "admin", body), "field_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == [field]


def test_a_directorates_account_works_for_that_directorate(hall: RunningHall) -> None:
    code = good(hall.get("/hall", "admin"))["requests"]["directorates"][0]["code"]
    lands = person(hall, "directorate", code)
    assert good(lands.get("/sessions"))["sessions"][0]["name"] == f"{code}/{lands.name}"
    body = {"name": "one.more", "full_name": "One More", "role": "directorate", "unit": "nowhere"}
    refused(hall.post("/accounts", "admin", body), "field_invalid", 422)


def test_everybody_ends_the_own_session_elsewhere_and_sees_no_others(hall: RunningHall) -> None:
    muna, sara = person(hall, "analyst"), person(hall, "analyst")
    here = muna.browser.cookies.copy()
    muna.browser.cookies.clear()
    assert muna.sign_in().status_code == 204
    sessions = good(muna.get("/sessions"))["sessions"]
    assert [one["own"] for one in sessions] == [True, False]
    refused(sara.post(f"/sessions/{sessions[1]['id']}/end"), "session_unknown", 404)
    assert muna.post(f"/sessions/{sessions[1]['id']}/end").status_code == 204
    muna.browser.cookies.clear()
    muna.browser.cookies.update(here)
    refused(muna.get("/queues"), "token_unknown", 401)


def test_a_new_password_holds_from_the_next_sign_in_and_ends_other_browsers(hall: RunningHall) -> None:
    muna = person(hall, "analyst")
    body = {"old": PASSWORD, "new": "eleven slow boats at noon", "code": muna.code()}
    refused(muna.post("/accounts/me/password", body | {"old": "wrong" * 4}), "sign_in_refused", 403)
    refused(muna.post("/accounts/me/password", body | {"old": "wrong" * 4, "new": "short"}), "sign_in_refused", 403)
    refused(muna.post("/accounts/me/password", body | {"new": "short"}), "password_refused", 422)
    assert muna.post("/accounts/me/password", body).status_code == 204
    assert muna.get("/queues").status_code == 200
    refused(muna.sign_in(), "sign_in_refused", 403)
    assert muna.sign_in(password=body["new"]).status_code == 204


def test_a_new_password_asks_for_the_authenticators_code_and_a_used_or_wrong_one_is_refused(hall: RunningHall) -> None:
    muna = person(hall, "analyst")
    used = muna.code()
    assert muna.sign_in(code=used).status_code == 204
    body = {"old": PASSWORD, "new": "eleven slow boats at noon"}
    refused(muna.post("/accounts/me/password", body), "field_invalid", 422)
    for _ in range(FREE + 1):
        refused(muna.post("/accounts/me/password", body | {"code": used}), "sign_in_refused", 403)
    refused(muna.post("/accounts/me/password", body | {"code": muna.recovery_codes[0]}), "sign_in_locked", 423)
    hall.clock.move_on(minutes=5)
    assert muna.post("/accounts/me/password", body | {"code": muna.recovery_codes[0]}).status_code == 204


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/accounts", {"name": "one.more", "full_name": "One More", "role": "head", "unit": ""}),
        ("/accounts/nobody/invite-again", {}),
        ("/accounts/nobody/role", {"role": "head"}),
        ("/accounts/nobody/end", {}),
        ("/sessions/nothing/end", {}),
        ("/agents", {"name": "One More"}),
        ("/agents/nobody/pin", {}),
        ("/agents/nobody/end", {}),
        ("/devices/codes", {"kind": "kiosk", "name": "One more"}),
        ("/devices/nothing/revoke", {}),
    ],
)
def test_who_has_access_changes_only_within_ten_minutes_of_the_password(
    hall: RunningHall, path: str, body: dict[str, str]
) -> None:
    muna = person(hall, "admin")
    for _ in range(2):  # a session that acts is never idle
        hall.clock.move_on(minutes=6)
        assert muna.post("/alerts/acknowledge", {"alert": "x"}).json()["code"] != "confirm_needed"
    refused(muna.post(path, body), "confirm_needed", 403)
    assert muna.post("/session/confirm", {"password": PASSWORD}).status_code == 204
    answer = muna.post(path, body)
    assert answer.status_code == 201 or answer.json()["code"] != "confirm_needed"


def test_a_repeated_sign_in_ends_the_earlier_session_of_the_same_browser(hall: RunningHall) -> None:
    muna = person(hall, "analyst")
    before = muna.browser.cookies.copy()
    assert muna.sign_in().status_code == 204
    assert [one["own"] for one in good(muna.get("/sessions"))["sessions"]] == [True]
    muna.browser.cookies.clear()
    muna.browser.cookies.update(before)
    refused(muna.get("/queues"), "token_unknown", 401)


def test_what_the_database_keeps_tells_no_secret(hall: RunningHall) -> None:
    invited = invitation(hall)
    muna = person(hall)
    kept = hall.hall.store.reads.read(lambda work, _now: repr(work.accounts.all())).result(60)
    assert invited["code"] not in kept
    assert PASSWORD not in kept
    assert muna.secret.hex() not in kept


def test_wrong_tries_of_somebody_elsewhere_keep_nobody_from_confirming(hall: RunningHall) -> None:
    muna = person(hall, "admin")
    stranger = Person(hall, muna.name, b"", [])
    for _ in range(FREE + 1):
        refused(stranger.sign_in(password="wrong" * 4, code="123456"), "sign_in_refused", 403)
    refused(stranger.sign_in(password="wrong" * 4, code="123456"), "sign_in_locked", 423)
    hall.clock.move_on(minutes=31)
    assert muna.post("/session/confirm", {"password": PASSWORD}).status_code == 204


def test_another_sites_page_signs_no_browser_in(hall: RunningHall) -> None:
    muna = person(hall)
    body = {"name": muna.name, "password": PASSWORD, "code": muna.code()}
    answer = hall.post("/session/password", None, body, headers={"Origin": "http://evil.example"})
    refused(answer, "origin_refused", 403)
    assert "set-cookie" not in answer.headers


def test_nobody_keeps_the_machine_busy_with_passwords(hall: RunningHall) -> None:
    hall.clock.move_on(minutes=2)
    codes = []
    for at in range(32):
        body = {"name": f"nobody{at}", "password": "wrong" * 4, "code": "123456"}
        codes.append(hall.post("/session/password", None, body).json()["code"])
    assert codes[-1] == "too_many_tries"
    hall.clock.move_on(minutes=2)


def test_a_confirmed_session_goes_on_under_a_new_cookie_alone(hall: RunningHall) -> None:
    muna = person(hall, "admin")
    stolen = Person(hall, muna.name, b"", [])
    stolen.browser.cookies.update(muna.browser.cookies)
    hall.clock.move_on(minutes=31)
    assert muna.post("/session/confirm", {"password": PASSWORD}).status_code == 204
    assert muna.get("/queues").status_code == 200
    assert [one["own"] for one in good(muna.get("/sessions"))["sessions"] if one["name"] == muna.name] == [True]
    refused(stolen.get("/queues"), "token_unknown", 401)


def test_a_sign_in_tells_by_which_factor_in_its_fact_and_its_line(
    hall: RunningHall, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    muna = person(hall)
    assert muna.sign_in().status_code == 204
    assert muna.sign_in(code=muna.recovery_codes[0]).status_code == 204
    hall.post("/session", None, {"token": hall.tokens["head"]})
    with hall.hall.store.engine.connect() as connection:
        bodies = connection.execute(select(fact.c.body).where(fact.c.kind == "staff_signed_in").order_by(fact.c.seq))
        told = [json.loads(body)["detail"]["how"] for body in bodies.scalars()]
    assert told[-3:] == ["authenticator", "recovery_code", "link"]
    lines = [line for line in caplog.messages if line.startswith("signed in")]
    assert f"signed in: role=head name={muna.name} how=recovery_code address=127.0.0.1" in lines
