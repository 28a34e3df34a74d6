"""Staff tokens on the command line: made with an address to open, listed, expired and withdrawn."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests

from tests.commands.admin.test_command import Admin, admin, hall
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

__all__ = ["admin", "hall"]


def made(admin: Admin, *arguments: str) -> dict[str, str]:
    """Make a token and return what the command says of it."""
    code, said, _ = admin("token", *arguments, "--json")
    assert code == 0
    answer: dict[str, str] = json.loads(said)
    return answer


def listed(admin: Admin) -> dict[str, dict[str, object]]:
    """Return the tokens of the list by their id."""
    code, said, _ = admin("tokens", "--json")
    assert code == 0
    return {one["id"]: one for one in json.loads(said)["tokens"]}


def signed_in(hall: RunningHall, token: str) -> requests.Session:
    """Return a browser that has opened the link of this token."""
    browser = requests.Session()
    answer = browser.post(f"{hall.base}/api/v1/session", json={"token": token}, timeout=60)
    assert answer.status_code == 204
    return browser


def test_a_heads_token_is_printed_as_a_whole_address_to_open(hall: RunningHall, admin: Admin) -> None:
    code, said, hint = admin("token", "head", "--name", "Muna")
    address, _, token = said.partition("/enter#")
    assert (code, address) == (0, hall.base)
    assert "twelve hours" in hint
    assert "what follows #" in hint, "a program needs the token alone"
    assert signed_in(hall, token).get(f"{hall.base}/head", timeout=60).status_code == 200


def test_a_token_of_the_platform_is_printed_bare_since_it_opens_no_page(hall: RunningHall, admin: Admin) -> None:
    _, said, _ = admin("token", "intake")
    refused(hall.get("/day", said), "role_refused", 403)


def test_another_address_can_be_given_for_the_link(hall: RunningHall, admin: Admin) -> None:
    assert admin("token", "head", "--url", "https://hall.example/")[1].startswith("https://hall.example/enter#")


def test_a_token_expires_after_ninety_days_or_as_set(hall: RunningHall, admin: Admin) -> None:
    usual, short = made(admin, "head"), made(admin, "auditor", "--days", "2")
    assert datetime.fromisoformat(usual["expires_at"]) - datetime.now(UTC) > timedelta(days=89, hours=23)
    good(hall.get("/trust", usual["token"]))
    hall.clock.move_on(days=2, seconds=1)
    refused(hall.get("/visits/of-day", short["token"]), "token_unknown", 401)
    refused(hall.post("/session", None, {"token": short["token"]}), "token_unknown", 401)
    good(hall.get("/trust", usual["token"]))
    hall.clock.move_on(days=89)
    refused(hall.get("/trust", usual["token"]), "token_unknown", 401)


@pytest.mark.parametrize("days", ["0", "-1", "3651", "x", "0000000019999"])
def test_a_life_that_is_no_number_of_days_is_refused(hall: RunningHall, admin: Admin, days: str) -> None:
    with pytest.raises(SystemExit):
        admin("token", "head", "--days", days)


def test_a_withdrawn_token_ends_with_its_sessions_within_five_seconds(hall: RunningHall, admin: Admin) -> None:
    token = made(admin, "head", "--name", "Muna")
    other = made(admin, "head", "--name", "Badr")
    browser = signed_in(hall, token["token"])
    good(hall.get("/day", token["token"]))
    good(browser.get(f"{hall.base}/api/v1/day", timeout=60))
    assert listed(admin)[token["id"]]["open_sessions"] == 1
    code, said, _ = admin("revoke-token", token["id"])
    assert (code, "Muna" in said, "5 s" in said) == (0, True, True)
    hall.clock.move_on(seconds=5)
    refused(hall.get("/day", token["token"]), "token_unknown", 401)
    refused(browser.get(f"{hall.base}/api/v1/day", timeout=60), "token_unknown", 401)
    refused(hall.post("/session", None, {"token": token["token"]}), "token_unknown", 401)
    good(hall.get("/day", other["token"]))
    one = listed(admin)[token["id"]]
    assert (one["state"], one["open_sessions"], one["name"]) == ("withdrawn", 0, "Muna")


def test_the_list_says_of_each_token_whose_it_is_and_until_when_and_never_the_token(
    hall: RunningHall, admin: Admin
) -> None:
    token = made(admin, "reception", "--name", "Door", "--days", "10")
    signed_in(hall, token["token"])
    code, said, _ = admin("tokens")
    line = next(line for line in said.splitlines() if token["id"] in line)
    assert code == 0
    assert [word for word in ("reception", "Door", "valid", token["expires_at"][:10]) if word not in line] == []
    assert token["token"] not in said + json.dumps(listed(admin))
    assert listed(admin)[token["id"]]["last_sign_in_at"] is not None


def test_an_unknown_id_is_refused_with_the_way_to_the_list(hall: RunningHall, admin: Admin) -> None:
    for wrong in ("nothing", "%", ""):
        code, _, error = admin("revoke-token", wrong)
        assert code == 2
        assert "main.py admin tokens" in error


def test_a_token_that_is_withdrawn_already_is_said_to_be(hall: RunningHall, admin: Admin) -> None:
    token = made(admin, "head")
    assert admin("revoke-token", token["id"])[0] == 0
    code, _, error = admin("revoke-token", token["id"])
    assert code == 2
    assert f"the token {token['id']} is withdrawn already" in error


def test_before_a_halls_first_start_the_address_has_a_place_for_its_name(admin: Admin, tmp_path: Path) -> None:
    code, said, _ = admin("token", "head")
    assert code == 0
    assert said.startswith("https://HALL:8080/enter#")


def test_a_start_link_signs_in_once_and_within_ten_minutes(hall: RunningHall, admin: Admin) -> None:
    link = hall.hall.start_link(hall.base)
    token = link.partition("#")[2]
    refused(hall.get("/day", token), "token_unknown", 401)
    browser = signed_in(hall, token)
    refused(hall.post("/session", None, {"token": token}), "token_unknown", 401)
    late = hall.hall.start_link(hall.base).partition("#")[2]
    hall.clock.move_on(minutes=10, seconds=1)
    refused(hall.post("/session", None, {"token": late}), "token_unknown", 401)
    good(browser.get(f"{hall.base}/api/v1/day", timeout=60))
    (used,) = (one for one in listed(admin).values() if one["state"] == "used")
    assert admin("revoke-token", str(used["id"]))[0] == 0
    hall.clock.move_on(seconds=5)
    refused(browser.get(f"{hall.base}/api/v1/day", timeout=60), "token_unknown", 401)


def test_a_changed_pin_ends_the_agents_session_but_not_his_work(hall: RunningHall, admin: Admin) -> None:
    token = hall.sign_in()
    good(hall.get("/requests", token))
    admin("pin", "salim", typed="583920\n")
    hall.clock.move_on(seconds=5)
    refused(hall.get("/requests", token), "token_unknown", 401)
    good(hall.get("/requests", hall.sign_in(pin="583920")))
