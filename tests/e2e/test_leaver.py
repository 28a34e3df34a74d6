"""Somebody leaves: one act at the centre, and within a minute the hall lets the person in no more; then back again."""

from __future__ import annotations

import base64
import logging
import re
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from central.store.engine import open_engine
from commands.hall_client import HallClient
from commands.runtime.process_group import Family
from common.accounts.totp import totp
from tests.e2e.test_inbox_to_the_hall import HALL, Pair, disposed, started
from tests.helpers.hall_accounts import PASSWORD
from tests.helpers.staff import session_of_role
from tools.qt_driver.driven_program import until

log = logging.getLogger(__name__)
WITHIN_S = 60
"""What the centre's page promises for a connected hall."""
LONG_S = 150
"""A hall tells its people each minute: this is for a busy machine."""
LINK = re.compile(r"#invitation=noor:([0-9A-Z-]{14})")


def act(pair: Pair, session: str, what: str, **form: str) -> str:
    """Press a button of the directory and return the page."""
    headers = {"Authorization": f"Bearer {session}"}
    answer = requests.post(f"{pair.centre}/people{what}?lang=en", data=form, headers=headers, timeout=60)
    assert answer.status_code == 200, answer.text[:400]
    return answer.text


class Browser(requests.Session):
    """Noor's browser in the hall."""

    def __init__(self, hall: str) -> None:
        super().__init__()
        self.trust_env = False
        self.hall = hall
        self.secret = b""

    def send_to(self, path: str, **body: str) -> requests.Response:
        url = f"{self.hall}/api/v1{path}"
        return self.post(url, json=body, headers={"Origin": self.hall}, timeout=60)

    def looks(self) -> bool:
        """Return whether a page of the hall opens."""
        return self.get(f"{self.hall}/api/v1/accounts", timeout=60).ok

    def signs_in(self) -> bool:
        code = totp(self.secret, datetime.now(UTC).timestamp())
        return self.send_to("/session/password", name="noor", password=PASSWORD, code=code).ok

    def sets_up(self, code: str) -> bool:
        """Set the account up by the link, once the hall knows it."""
        offered = self.send_to("/accounts/first-password", name="noor", code=code, password=PASSWORD)
        if not offered.ok:
            return False
        secret = offered.json()["secret"].replace(" ", "")
        self.secret = base64.b32decode(secret + "=" * (-len(secret) % 8))
        shown = totp(self.secret, datetime.now(UTC).timestamp())
        return self.send_to("/accounts/first-code", name="noor", code=code, shown=shown).ok


def in_hall(pair: Pair) -> str:
    """Return the state of Noor's account in the hall."""
    accounts = HallClient(pair.hall, pair.admin).get("/accounts")["accounts"]
    return next((str(one["state"]) for one in accounts if one["name"] == "noor"), "unknown")


def told(pair: Pair, session: str) -> str:
    """Return the table of Noor's accounts in halls, as the directory shows it."""
    headers = {"Authorization": f"Bearer {session}"}
    page = requests.get(f"{pair.centre}/people/noor?lang=en", headers=headers, timeout=60).text
    return page.partition('id="accounts"')[2]


@pytest.mark.allow_logs
def test_a_leaver_is_out_of_a_connected_hall_within_a_minute_and_can_be_brought_back(tmp_path: Path) -> None:
    database_url = f"sqlite:///{tmp_path / 'centre.sqlite'}"
    with Family(tmp_path / "logs") as family, disposed(open_engine(database_url)) as engine:
        pair = started(family, tmp_path, database_url)
        session, noor = session_of_role(engine, "admin"), Browser(pair.hall)
        # Given Noor, whom the centre makes head of the hall, and who sets the account up there by her link
        act(pair, session, "", name="noor", full_name="Noor Said", role="")
        act(pair, session, "/noor/give", place=f"hall:{HALL}", role="head")
        code = LINK.findall(act(pair, session, "/noor/invite", hall=HALL))[0]
        until(lambda: in_hall(pair) == "invited", "the hall knows her", lambda: in_hall(pair), timeout_s=LONG_S)
        assert noor.sets_up(code)
        assert noor.looks()
        assert not Browser(pair.hall).sets_up(code)
        until(
            lambda: ">ready<" in told(pair, session),
            "the directory says ready",
            lambda: told(pair, session),
            timeout_s=LONG_S,
        )
        # When the centre ends her access
        ended = time.monotonic()
        act(pair, session, "/noor/disable")
        # Then her open page is closed within a minute, and she cannot sign in
        until(lambda: not noor.looks(), "the session is over", lambda: "open", timeout_s=WITHIN_S)
        took_s = time.monotonic() - ended
        assert took_s < WITHIN_S
        log.info("out of the hall after %.1f s", took_s)
        assert not noor.signs_in()
        until(lambda: "ended in the hall" in told(pair, session), "the directory says so", lambda: "", timeout_s=LONG_S)
        # When she is brought back, her password holds as before
        act(pair, session, "/noor/bring-back")
        until(lambda: in_hall(pair) == "ready", "the hall lets her in", lambda: in_hall(pair), timeout_s=LONG_S)
        assert noor.signs_in()
