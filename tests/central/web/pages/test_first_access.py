"""The first access over HTTP: three steps, each refusal a sentence on the page, nothing shown twice."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from central.access.centre_key import TOTP_BYTES
from central.people.people import add_person
from central.web.access import COOKIE
from central.web.pages.first_access import SHOWN_ERRORS
from central.web.texts import load_texts
from common.accounts.totp import totp
from tests.central.web.conftest import Caller
from tests.helpers.staff import PASSWORD

LANGUAGE_LINK = 'class="language"'


def test_three_steps_lead_from_the_code_to_a_session(stranger: Caller) -> None:
    code = add_person(stranger.centre.engine, "noor", "admin", by="test", now=datetime.now(UTC))
    first = stranger.call("GET", "/first-access?lang=en").text
    assert "Set-up code" in first
    assert LANGUAGE_LINK in first
    typed = {"name": "Noor", "code": code, "password": PASSWORD, "again": PASSWORD}
    page = stranger.call("POST", "/first-access?lang=en", data=typed).text
    assert "<svg" in page
    secret = re.search(r'<code dir="ltr">([A-Z2-7 ]+)</code>', page)
    assert secret is not None
    import base64

    raw = base64.b32decode(secret[1].replace(" ", ""))
    assert len(raw) == TOTP_BYTES
    asked = {"name": "noor", "code": code}
    wrong = stranger.call("POST", "/first-access/prove?lang=en", data={**asked, "shown": "000000"})
    assert (wrong.status_code, "Wait for the next code" in wrong.text) == (422, True)
    shown = totp(raw, datetime.now(UTC).timestamp())
    done = stranger.call("POST", "/first-access/prove?lang=en", data={**asked, "shown": shown})
    assert len(set(re.findall(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}", done.text))) == 10
    assert LANGUAGE_LINK not in done.text, "the recovery codes are shown once, and nothing answers a GET here"
    cookie = done.cookies[COOKIE]
    assert "/people" in stranger.call("GET", "/?lang=en", headers={"Cookie": f"{COOKIE}={cookie}"}).text
    again = stranger.call("POST", "/first-access/prove?lang=en", data={**asked, "shown": shown})
    assert (again.status_code, "older than 24 hours" in again.text) == (422, True)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"code": "x"}, "set_up_refused"),
        ({"name": "huda"}, "set_up_refused"),
        ({"password": "short", "again": "short"}, "password_short"),
        ({"again": "another password"}, "passwords_differ"),
        ({"password": "noor noor noor noor", "again": "noor noor noor noor"}, "password_easy"),
        ({"password": "passwordpassword", "again": "passwordpassword"}, "password_easy"),
        ({"password": "x" * 300, "again": "x" * 300}, "password_long"),
    ],
)
def test_what_is_refused_is_said_on_the_page(stranger: Caller, changes: dict[str, str], said: str) -> None:
    code = add_person(stranger.centre.engine, "noor", "reader", by="test", now=datetime.now(UTC))
    typed = {"name": "noor", "code": code, "password": PASSWORD, "again": PASSWORD, **changes}
    answer = stranger.call("POST", "/first-access?lang=en", data=typed)
    assert answer.status_code == 422
    assert load_texts()["en"][f"error_{said}"].replace("'", "&#39;") in answer.text
    assert said in SHOWN_ERRORS


def test_a_refused_password_keeps_the_set_up_code_typed_on_the_page(stranger: Caller) -> None:
    code = add_person(stranger.centre.engine, "noor", "reader", by="test", now=datetime.now(UTC))
    typed = {"name": "noor", "code": code, "password": PASSWORD, "again": "another password"}
    page = stranger.call("POST", "/first-access?lang=en", data=typed).text
    assert f'name="code" value="{code}"' in page
    assert PASSWORD not in page
    assert "another password" not in page


def test_codes_cannot_be_guessed_for_long_and_foreign_pages_set_nothing_up(stranger: Caller) -> None:
    typed = {"name": "noor", "code": "x", "password": PASSWORD, "again": PASSWORD}
    for _ in range(20):
        stranger.call("POST", "/first-access", data=typed)
    assert stranger.refused("POST", "/first-access", data=typed) == (429, "too_many_tries")
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert stranger.refused("POST", "/first-access", data=typed, headers=foreign) == (403, "foreign_page")


def test_a_late_code_is_refused(stranger: Caller) -> None:
    old = datetime.now(UTC) - timedelta(days=2)
    code = add_person(stranger.centre.engine, "noor", "reader", by="test", now=old)
    typed = {"name": "noor", "code": code, "password": PASSWORD, "again": PASSWORD}
    assert stranger.call("POST", "/first-access", data=typed).status_code == 422
