"""Signing in tells nobody which names have an account: neither by what is answered nor by what is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from sqlalchemy import event

from common.accounts.lock_out import FREE
from hall.people.model.account import TRIES_OF_ALL
from tests.helpers.hall_accounts import person
from tests.helpers.hall_in_a_thread import RunningHall

pytestmark = pytest.mark.allow_logs
NOBODY = "nobody.here"


class From(HTTPAdapter):
    """Sends from one address of this machine."""

    def __init__(self, address: str) -> None:
        self._address = address
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Make connections that come from the address."""
        super().init_poolmanager(*args, **options, source_address=(self._address, 0))


def wrong_try(hall: RunningHall, name: str, address: str) -> str:
    """Try a wrong password from an address and return what is answered."""
    with requests.Session() as browser:
        browser.mount("http://", From(address))
        body = {"name": name, "password": "wrong" * 4, "code": "123456"}
        answer = browser.post(f"{hall.base}/api/v1/session/password", json=body, timeout=60)
        return f"{answer.status_code} {answer.json()['code']}"


@contextmanager
def written(hall: RunningHall) -> Iterator[list[str]]:
    """Note what the hall writes into its database meanwhile."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith(("INSERT", "UPDATE")):
            found.append(statement)

    event.listen(hall.hall.store.engine, "before_cursor_execute", note)
    yield found
    event.remove(hall.hall.store.engine, "before_cursor_execute", note)


def test_after_many_tries_from_everywhere_a_name_waits_whether_it_is_there_or_not(hall: RunningHall) -> None:
    muna = person(hall)
    heard = TRIES_OF_ALL + FREE + 1
    answers = {
        name: [wrong_try(hall, name, f"127.0.1.{at + 1}") for at in range(heard + 1)] for name in (muna.name, NOBODY)
    }
    assert answers[muna.name] == [*["403 sign_in_refused"] * heard, "423 sign_in_locked"]
    assert answers[NOBODY] == answers[muna.name]


def test_a_wrong_try_writes_as_often_for_a_name_that_nobody_has(hall: RunningHall) -> None:
    muna = person(hall)
    counts = {}
    for name in (muna.name, NOBODY):
        wrong_try(hall, name, "127.0.0.1")  # the row of all unknown names is made once
        with written(hall) as found:
            assert wrong_try(hall, name, "127.0.0.1") == "403 sign_in_refused"
        counts[name] = len(found)
    assert counts[muna.name] == counts[NOBODY] > 0
