"""Who may read and who may act; the routes' own tests cover the rest."""

from __future__ import annotations

from datetime import UTC, datetime

from central import halls
from central.service.reading import COOKIE, HERE, READERS
from tests.central.service.conftest import Caller


def test_a_cookie_reads_as_well_as_a_header_and_a_halls_token_does_not(stranger: Caller) -> None:
    assert {"reader", "admin"} == READERS
    assert HERE == "console"
    for acts in (False, True):
        token = halls.new_reader_token(stranger.centre.engine, "Salim", now=datetime.now(UTC), acts=acts)
        assert stranger.call("GET", "/v1/figures", token=token).status_code == 200
        assert stranger.call("GET", "/", headers={"Cookie": f"{COOKIE}={token}"}).status_code == 200
    assert stranger.refused("GET", "/v1/figures", token=stranger.centre.enrol()) == (403, "not_a_reader")
