"""The table of role × path: the page for people says what the code says, and each cell is tried over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import OPEN, TABLE, Caller, Role, own_counter, own_device
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread

ROW = re.compile(r"^\| `(GET|POST) (/[^`?]*)` \|[^|]*\| ([^|]*) \|", re.MULTILINE)
PATHS = sorted(TABLE)


def documented() -> dict[tuple[str, str], frozenset[Role]]:
    """Return the roles of docs/contract.md by method and path."""
    page = Path("docs/contract.md").read_text(encoding="utf-8")
    return {(method, path): _roles(cell) for method, path, cell in ROW.findall(page)}


def _roles(cell: str) -> frozenset[Role]:
    if cell == "open":
        return OPEN
    return frozenset(Role) if cell == "all" else frozenset(Role(name.strip()) for name in cell.split(","))


def test_the_page_and_the_table_have_the_same_paths() -> None:
    assert len(documented()) > 40
    assert set(documented()) == set(TABLE)


def test_the_page_and_the_table_give_a_path_to_the_same_roles() -> None:
    assert documented() == TABLE


@pytest.fixture(scope="module")
def halls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path_factory.mktemp("access")) as running:
        running.tokens["counter"] = running.tokens["counter1"]
        running.tokens["agent"] = running.sign_in()
        yield running


def _ask(hall: RunningHall, row: tuple[str, str], token: str | None) -> tuple[int, str]:
    method, path = row
    path = (
        path.replace("{part}", "0")
        .replace("{n}", "1")
        .replace("{visit}", "01a21000-8800-7438-96ab-ab4dab87baef")
        .replace("{device}", "x")
    )
    # Unreadable on purpose: who may come in gets 400 or another refusal, and the hall stays as it is for the next cell.
    answer = hall.ask(method, path, token, b"{" if method == "POST" else None, stream=True)
    with answer:
        if answer.headers.get("content-type", "").startswith("application/problem+json"):
            return answer.status_code, answer.json()["code"]
        return answer.status_code, ""


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_each_role_enters_exactly_where_the_table_lets_it(halls: RunningHall, role: Role) -> None:
    wrong = {}
    for row in PATHS:
        status, code = _ask(halls, row, role.value)
        if TABLE[row] == OPEN or role in TABLE[row]:
            refused = code == "role_refused" and not row[1].startswith(("/devices/{device}/", "/officials/{official}/"))
            right = status not in {401, 500} and not refused
        else:
            right = (status, code) == (403, "role_refused")
        if not right:
            wrong[row] = status, code
    assert wrong == {}


def test_without_a_token_only_open_paths_answer(halls: RunningHall) -> None:
    answers = {row: _ask(halls, row, None) for row in PATHS}
    shut = {row: answer for row, answer in answers.items() if TABLE[row] != OPEN}
    assert shut == dict.fromkeys(shut, (401, "token_missing"))
    assert {row: answer for row, answer in answers.items() if row not in shut and answer[0] in {401, 403, 500}} == {}


def test_a_token_that_is_not_ours_opens_nothing(halls: RunningHall) -> None:
    answers = {row: _ask(halls, row, "nobodys-token") for row in PATHS if TABLE[row] != OPEN}
    assert answers == dict.fromkeys(answers, (401, "token_unknown"))


def test_an_agent_and_a_counter_pc_have_their_own_counter_only(halls: RunningHall) -> None:
    for token in ("agent", "counter"):
        assert halls.get("/counters/1", token).status_code == 200
        assert halls.get("/counters/2", token).json()["code"] == "role_refused"
    assert halls.post("/counters/2/call-next", "agent").json()["code"] == "role_refused"


def test_a_device_speaks_for_itself_only(halls: RunningHall) -> None:
    body = {"state": "ok"}
    assert halls.post(f"/devices/{halls.devices['board']}/state", "board", body).status_code == 204
    assert halls.post(f"/devices/{halls.devices['board']}/state", "kiosk", body).json()["code"] == "role_refused"
    assert halls.post(f"/devices/{halls.devices['board']}/state", "head", body).status_code == 204


def test_own_counter_and_own_device_bind_only_those_who_have_one() -> None:
    head = Caller(Role.HEAD, "head", "s")
    own_counter(head, 7)
    own_device(head, "kiosk-1")
    with pytest.raises(RoleRefusedError, match="counter 3"):
        own_counter(Caller(Role.AGENT, "salim", "s", 3), 7)
    with pytest.raises(RoleRefusedError, match="kiosk-2"):
        own_device(Caller(Role.KIOSK, "kiosk-1", "s"), "kiosk-2")
