"""People with accounts at a running hall, as a browser sets them up and uses them."""

from __future__ import annotations

import base64
import itertools
from dataclasses import dataclass, field
from typing import Any

import requests

from common.accounts.totp import totp
from tests.helpers.hall_in_a_thread import RunningHall, good

PASSWORD = "seven quiet lamps by the sea"
_NUMBERS = itertools.count(1)


@dataclass
class Person:
    """Somebody with an account and a browser."""

    hall: RunningHall
    name: str
    secret: bytes
    recovery_codes: list[str]
    browser: requests.Session = field(default_factory=requests.Session)

    def code(self) -> str:
        """Return the next code of the authenticator: the clock moves on, since each is taken once."""
        self.hall.clock.move_on(seconds=30)
        return totp(self.secret, self.hall.clock.now().at.timestamp())

    def sign_in(self, *, password: str = PASSWORD, code: str | None = None) -> requests.Response:
        body = {"name": self.name, "password": password, "code": self.code() if code is None else code}
        return self.post("/session/password", body)

    def post(self, path: str, body: Any = None) -> requests.Response:
        """POST from a page of the hall."""
        origin = {"Origin": self.hall.base}
        url = f"{self.hall.base}/api/v1{path}"
        return self.browser.post(url, json={} if body is None else body, headers=origin, timeout=60)

    def get(self, path: str) -> requests.Response:
        return self.browser.get(f"{self.hall.base}/api/v1{path}", timeout=60)


def invitation(hall: RunningHall, role: str = "head", unit: str = "") -> dict[str, Any]:
    """Invite somebody of this role as the administrator does."""
    body = {"name": f"person{next(_NUMBERS)}", "full_name": "Muna Said", "role": role, "unit": unit}
    return good(hall.post("/accounts", "admin", body), 201)


def person(hall: RunningHall, role: str = "head", unit: str = "") -> Person:
    """Return somebody who has set the own account up and is signed in."""
    invited = invitation(hall, role, unit)
    first = {"name": invited["name"], "code": invited["code"]}
    offer = good(hall.post("/accounts/first-password", None, first | {"password": PASSWORD}))
    secret = base64.b32decode(offer["secret"].replace(" ", "") + "=" * (-len(offer["secret"].replace(" ", "")) % 8))
    one = Person(hall, invited["name"], secret, [])
    proven = one.post("/accounts/first-code", first | {"shown": one.code()})
    one.recovery_codes = good(proven)["codes"]
    return one
