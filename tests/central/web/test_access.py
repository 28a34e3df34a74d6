"""The table of kind × path: docs/centre.md says what the code says, and each cell is tried over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from central.access import tokens
from central.access.path_table import ANY_TOKEN, OPEN, TABLE
from central.web.app import application
from tests.central.web.conftest import Caller
from tests.helpers.centre import running_centre
from tests.helpers.staff import session_of_role

ROW = re.compile(r"^\| `(GET|POST|PUT) (/\S*)` \| ([^|]*) \|", re.MULTILINE)
KINDS = ("reader", "acts", "hall", "platform", "reader (person)", "admin (person)", "auditor (person)")
PATHS = sorted(TABLE)
SHUT = {401, 403}
FILLED = {
    "hall": "1",
    "stream": "s",
    "name": "1-1",
    "what": "new-code",
    "entry": "1",
    "number": "M1",
    "kind": "csv",
    "part": "0",
}


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    with running_centre(tmp_path_factory.mktemp("access")) as running, requests.Session() as session:
        session.trust_env = False
        running.enrol()
        yield Caller(running, session)


@pytest.fixture(scope="module")
def held_tokens(centre: Caller) -> dict[str, str]:
    """Give a token, or the token of a session, of each kind."""
    engine, now = centre.centre.engine, datetime.now(UTC)
    return {
        "reader": tokens.new_reader_token(engine, "analyst", now=now),
        "acts": tokens.new_reader_token(engine, "clerk", now=now, acts=True),
        "hall": centre.centre.enrol(),
        "platform": tokens.new_platform_token(engine, "portal", now=now),
        **{f"{role} (person)": session_of_role(engine, role, role) for role in ("reader", "admin", "auditor")},
    }


def ask(centre: Caller, row: tuple[str, str], token: str) -> tuple[int, bool]:
    """Return the status, and whether the caller was sent to sign in, of a request that changes nothing."""
    method, path = row
    for name, value in FILLED.items():
        path = path.replace(f"{{{name}}}", value)
    # Without a body, for who may act is refused for that; with what is asked for before anybody is known.
    query, headers = {"from": "2026-11-01", "to": "2026-11-02"}, {"Content-Digest": "x"}
    answer = centre.call(method, path, token=token, data=b"", params=query, headers=headers)
    return answer.status_code, answer.headers.get("Location", "").startswith("/sign-in")


def let_in(row: tuple[str, str], kind: str) -> bool:
    """Return whether the table lets a token or person of this kind use the path."""
    if TABLE[row] == ANY_TOKEN and kind.endswith("(person)"):
        return False  # a path for programs: sessions of persons are no tokens
    return TABLE[row] == OPEN or kind.partition(" ")[0] in TABLE[row]


def test_every_route_is_in_the_table() -> None:
    routes = {
        (method, re.sub(r":\w+}", "}", route.path))
        for route in application().routes
        for method in route.methods
        if method != "OPTIONS" and not route.path.startswith(("/static", "/v1/reference"))
    }
    assert len(routes) > 40
    assert routes == set(TABLE)


def test_the_page_and_the_table_say_the_same() -> None:
    page = Path("docs/centre.md").read_text(encoding="utf-8")
    documented = {(method, path): cell for method, path, cell in ROW.findall(page)}
    names = {OPEN: "open", ANY_TOKEN: "any token"}
    assert documented == {row: names.get(kinds, ", ".join(sorted(kinds))) for row, kinds in TABLE.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_let_in_exactly_where_the_table_says(
    centre: Caller, held_tokens: dict[str, str], kind: str
) -> None:
    wrong = {}
    for row in PATHS:
        status, sent_to_sign_in = ask(centre, row, held_tokens[kind])
        # Signing in and out answers everybody with a redirection; their own tests look at it.
        redirects = row[1].startswith(("/sign-in", "/sign-out"))
        enters = None if redirects else status not in SHUT and not sent_to_sign_in
        if status == 500 or enters not in {None, let_in(row, kind)}:
            wrong[row] = status, sent_to_sign_in
    assert wrong == {}


@pytest.mark.parametrize("token", ["", "nobodys-token"], ids=["no token", "an unknown token"])
def test_without_a_valid_token_only_open_paths_answer(centre: Caller, token: str) -> None:
    answers = {row: ask(centre, row, token) for row in PATHS if TABLE[row] != OPEN}
    assert {row: answer for row, answer in answers.items() if answer[0] != 401 and not answer[1]} == {}


def test_only_a_person_with_an_authenticator_adds_people(centre: Caller, held_tokens: dict[str, str]) -> None:
    for kind in KINDS:
        typed = {"name": "huda", "role": "admin", "place_all": "on"}
        status = centre.call("POST", "/people", token=held_tokens[kind], data=typed).status_code
        assert (status == 200) == (kind == "admin (person)"), kind
