"""A running centre for the tests of its routes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.central.conftest import NOW
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.staff import session_of_role


@dataclass(frozen=True)
class Caller:
    """Somebody who calls the centre over HTTP."""

    centre: RunningCentre
    session: requests.Session
    token: str = ""

    def call(self, method: str, path: str, *, token: str | None = None, **options: Any) -> requests.Response:
        """Call a path, without following redirects; `token` None means the caller's own."""
        bearer = self.token if token is None else token
        headers = {**({"Authorization": f"Bearer {bearer}"} if bearer else {}), **options.pop("headers", {})}
        return self.session.request(
            method, self.centre.url + path, headers=headers, allow_redirects=False, timeout=60, **options
        )

    def refused(self, method: str, path: str, **options: Any) -> tuple[int, str]:
        """Call a path that must be refused, check the problem document's form, and return its status and code."""
        answer = self.call(method, path, **options)
        document = answer.json()
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert document["status"] == answer.status_code
        assert document["title"]
        assert len(document["detail"]) > 10
        return answer.status_code, document["code"]


@contextmanager
def stopped_centre(data: Path, **options: Any) -> Iterator[tuple[Caller, list[datetime]]]:
    """Give a stranger at a centre whose clock stands still, and the clock: a list of the one instant that it shows."""
    clock = [NOW]
    with running_centre(data, now=lambda: clock[0], **options) as centre, requests.Session() as session:
        session.trust_env = False
        yield Caller(centre, session), clock


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Caller]:
    """Give hall 1 with its token, calling a centre whose pages are open."""
    with running_centre(tmp_path, open_pages=True) as centre, requests.Session() as session:
        session.trust_env = False
        yield Caller(centre, session, centre.enrol())


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Caller]:
    """Give somebody without a token, calling a centre whose pages are closed."""
    with running_centre(tmp_path) as centre, requests.Session() as session:
        session.trust_env = False
        yield Caller(centre, session)


@pytest.fixture
def admin(tmp_path: Path) -> Iterator[Caller]:
    """Give an administrator's session, calling a centre whose pages are closed and that knows hall 1."""
    with running_centre(tmp_path) as centre, requests.Session() as session:
        session.trust_env = False
        centre.enrol()
        yield Caller(centre, session, session_of_role(centre.engine, "admin"))


@pytest.fixture
def behind_proxy(tmp_path: Path) -> Iterator[Caller]:
    """Give a stranger as `stranger` does, at a centre whose proxy is this machine."""
    proxy = frozenset({"127.0.0.1"})
    with running_centre(tmp_path, open_pages=False, trusted_proxy=proxy) as centre, requests.Session() as session:
        session.trust_env = False
        yield Caller(centre, session)
