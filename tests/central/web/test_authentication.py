"""Who may read and who may act; the routes' own tests cover the rest."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from central.access import tokens
from central.web.access import COOKIE
from tests.central.web.conftest import Caller
from tests.helpers.staff import session_of_role


def test_open_pages_are_for_who_asks_under_this_machines_own_name(hall: Caller) -> None:
    port = hall.centre.url.rpartition(":")[2]
    for name in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]"):
        assert hall.call("GET", "/v1/figures", token="", headers={"Host": f"{name}:{port}"}).status_code == 200
    for name in (f"evil.example:{port}", "centre.gov.om", "127.0.0.1.evil.example", "[", ""):
        assert hall.refused("GET", "/v1/figures", token="", headers={"Host": name}) == (401, "token_missing")
    token = tokens.new_reader_token(hall.centre.engine, "Salim", now=datetime.now(UTC))
    assert hall.call("GET", "/v1/figures", token=token, headers={"Host": "centre.gov.om"}).status_code == 200


@pytest.mark.parametrize("added", ["X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "Via"])
def test_who_comes_through_a_proxy_finds_no_open_pages_whatever_name_he_asks_for(hall: Caller, added: str) -> None:
    headers = {"Host": "localhost", added: "203.0.113.9"}
    assert hall.refused("GET", "/v1/figures", token="", headers=headers) == (401, "token_missing")


def test_a_token_reads_by_its_header_and_is_no_cookie(stranger: Caller) -> None:
    for acts in (False, True):
        token = tokens.new_reader_token(stranger.centre.engine, "Salim", now=datetime.now(UTC), acts=acts)
        assert stranger.call("GET", "/v1/figures", token=token).status_code == 200
        assert stranger.call("GET", "/", headers={"Cookie": f"{COOKIE}={token}"}).status_code == 303
    assert stranger.refused("GET", "/v1/figures", token=stranger.centre.enrol()) == (403, "not_a_reader")


def test_open_pages_change_nothing(hall: Caller) -> None:
    assert hall.refused("POST", "/people", token="", data={"name": "noor", "role": "admin"}) == (401, "token_missing")
    assert hall.refused("POST", "/quarantine/1/set-aside", token="") == (401, "token_missing")
    assert hall.call("GET", "/people", token="").status_code == 303
    assert "/people" not in hall.call("GET", "/", token="").text
    admin = session_of_role(hall.centre.engine, "admin")
    assert "/people" in hall.call("GET", "/", headers={"Cookie": f"{COOKIE}={admin}"}, token="").text
